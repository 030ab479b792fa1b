"""How do tests get a reviewer, and let one sign on the screen? Over HTTP, like a person."""

from __future__ import annotations

import json
from typing import Any

from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.test import Client, TestCase
from wagtail.models import GroupPagePermission
from wagtail_localize.models import StringTranslation, Translation

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
        for own in GroupPagePermission.objects.filter(group=group):
            GroupPagePermission.objects.create(group=limited, page=own.page, permission=own.permission)
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


def changed(page: Any, field: str) -> list[dict[str, Any]]:
    """Return the raw value of a stream field, to be changed."""
    stream = getattr(type(page).objects.get(pk=page.pk), field)
    found: list[dict[str, Any]] = stream.stream_block.get_prep_value(stream)
    return found


def edit(page: Any, field: str, old: str, new: str) -> None:
    """Replace words in a field and publish; in a translation as the translator does."""
    code = page.locale.language_code
    if code == "en":
        row = type(page).objects.get(pk=page.pk)
        setattr(row, field, json.dumps(changed(page, field)).replace(old, new))
        factories.publish(row)
        return
    for text in StringTranslation.objects.filter(locale__language_code=code, data__contains=old):
        text.data = text.data.replace(old, new)
        text.save()
    translation = Translation.objects.get(source__object_id=page.translation_key, target_locale=page.locale)
    with TestCase.captureOnCommitCallbacks(execute=True):
        translation.save_target(publish=True)
