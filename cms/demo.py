"""Does this database get the demo content, and who may log in to it?"""

from typing import Any

import yaml
from django.conf import settings
from django.contrib.auth import get_user_model
from django.core.management import call_command
from django.utils import timezone

from cms.models import Moment, record
from cms.settings.env import env

ACCOUNTS = settings.BASE_DIR / "demo" / "accounts.yaml"


def is_wanted() -> bool:
    """Tell whether to load the demo: into a database nobody has used, or to complete a load that was cut off.

    A database given by ``DATABASE_URL`` gets it, and its well-known log-ins, only when ``LOAD_DEMO`` says so.
    """
    if (env.database_url and not env.load_demo) or _happened("demo loaded"):
        return False
    return _happened("demo begun") or not get_user_model().objects.exists()


def load() -> None:
    """Load the demo content. Noted before and after: the next start completes one that was killed."""
    record("demo begun", timezone.now())
    call_command("load_demo")
    record("demo loaded", timezone.now())


def log_ins() -> list[str]:
    """Return a line for each demo account; none where the demo was not loaded."""
    if not _happened("demo loaded") or not ACCOUNTS.exists():
        return []
    accounts: list[dict[str, Any]] = yaml.safe_load(ACCOUNTS.read_text(encoding="utf-8"))
    return [f"{account['role']}: {account['username']} / {account['password']}" for account in accounts]


def _happened(name: str) -> bool:
    return bool(Moment.objects.filter(name=name).exists())
