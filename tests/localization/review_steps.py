"""How do tests get a reviewer, and let one sign on the screen? Over HTTP, like a person."""

from __future__ import annotations

from typing import Any

from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.test import Client

from localization.models import GroupLanguage
from localization.review.signing import Sheet, sheet_of
from people.models import ReviewerAccount
from tests import factories

SECTIONS = ("overview", "conditions", "process", "risks", "conclusion", "faqs", "sources")


def reviewer(name: str = "reviewer", *, codes: tuple[str, ...] = (), person: Any = None) -> Any:
    """Return an account of a medical reviewer, in all languages or in those of ``codes``."""
    user = get_user_model().objects.create_user(name)
    group = Group.objects.get(name="Medical reviewers")
    if codes:
        limited = Group.objects.create(name=f"Reviewers {name}")
        limited.permissions.set(group.permissions.all())
        GroupLanguage.objects.bulk_create(GroupLanguage(group=limited, language=code) for code in codes)
        group = limited
    user.groups.add(group)
    ReviewerAccount.objects.create(user=user, person=person or factories.person(key="rev"))
    return user


def browser(user: Any) -> Client:
    """Return a browser in which ``user`` is logged in."""
    client = Client(raise_request_exception=True)
    client.force_login(user)
    return client


def sheet(instance: Any) -> Sheet:
    """Return the latest revision of a page as it lies before a reviewer."""
    row = type(instance).objects.get(pk=instance.pk)
    return sheet_of(row.latest_revision)


def address(instance: Any) -> str:
    """Return the address of the screen for a page."""
    return f"/admin/review/{instance.translation_key}/{instance.locale.language_code}/"


def press(client: Client, instance: Any, button: str, value: str = "*", **more: str) -> Any:
    """Open the screen, press a button, and return the page that comes then."""
    url = address(instance)
    fields = {f"seen-{part.kind}": part.seen for part in client.get(url).context["parts"]}
    return client.post(url, {**fields, button: value, **more}, follow=True)


def states(client: Client, instance: Any) -> dict[str, str]:
    """Return the state of each section, as the screen says."""
    return {part.kind: part.state for part in client.get(address(instance)).context["parts"]}


