"""What do the tests of drafts ask, and how?"""

from __future__ import annotations

from typing import Any

from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.test import Client

from delivery.drafts.links import give
from delivery.drafts.models import DraftLink
from delivery.drafts.tokens import token_of
from publishing.published_types import published_types


def address(row: Any) -> str:
    """Return the API's address of a page or snippet, without a language."""
    return f"/api/v1/{published_types()[row.document_type].api_collection}/{row.translation_key}/"


def ask(link: DraftLink, row: Any, **others: str) -> Any:
    """Ask for the draft of ``row`` by a link."""
    return Client().get(address(row), {"preview": token_of(link.key), **others})


def link_to(row: Any) -> DraftLink:
    """Give out a link to the draft of a page or snippet."""
    return give(type(row).objects.get(pk=row.pk), None)


def save(row: Any, **changes: Any) -> Any:
    """Save a draft that nobody publishes, and return the fresh row."""
    draft = type(row).objects.get(pk=row.pk).get_latest_revision_as_object()
    for name, value in changes.items():
        setattr(draft, name, value)
    draft.save_revision()
    return type(row).objects.get(pk=row.pk)


def somebody_in(group: str) -> Client:
    """Return a browser in which somebody of a group is logged in; an administrator without one."""
    users = get_user_model().objects
    if not group:
        user = users.create_superuser("admin", "admin@clinic.example")
    else:
        user = users.create_user(group)
        user.groups.set([Group.objects.get(name=group)])
    client = Client()
    client.force_login(user)
    return client
