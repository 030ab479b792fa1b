"""Which accounts come with the demo? Their passwords are public, so they exist only where it was loaded."""

from __future__ import annotations

from typing import Any

import yaml
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group

from cms.demo_content.kinds import FOLDER
from cms.demo_content.reading import DemoContentError


def accounts() -> list[dict[str, Any]]:
    """Return what demo/accounts.yaml says: role, username, password, groups."""
    found: list[dict[str, Any]] = yaml.safe_load((FOLDER / "accounts.yaml").read_text(encoding="utf-8"))
    return found


def load_accounts() -> Any:
    """Create the accounts of demo/accounts.yaml that are not there yet; return the administrator.

    Raises:
        DemoContentError: when a group is missing.
    """
    users = get_user_model()
    for entry in accounts():
        user, created = users.objects.get_or_create(
            username=entry["username"],
            defaults={
                "is_superuser": entry.get("superuser", False),
                "email": entry["email"],
            },
        )
        if created:
            user.set_password(entry["password"])
            user.save()
            user.groups.set(_groups(entry))
    return users.objects.filter(is_superuser=True).order_by("pk").first()


def _groups(entry: dict[str, Any]) -> list[Group]:
    wanted = entry.get("groups", [])
    found = list(Group.objects.filter(name__in=wanted))
    if len(found) != len(wanted):
        missing = sorted(set(wanted) - {group.name for group in found})
        raise DemoContentError(f"There is no group {missing}. Migrate, or correct demo/accounts.yaml.")
    return found
