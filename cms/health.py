"""Is this process alive, and may it be sent readers?"""

from collections.abc import Callable
from datetime import datetime, timedelta

from django.db import DatabaseError, connection
from django.db.migrations.executor import MigrationExecutor
from django.http import HttpRequest, JsonResponse
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django_tasks_db.models import DBTaskResult

from cms.heartbeat import FRESH
from cms.models import Moment
from delivery.webhooks.log import oldest_undelivered

# A task that has waited longer than this says that the worker does not keep up.
LONGEST_WAIT = timedelta(minutes=15)

_migrations_seen_applied = False


@never_cache
def live(request: HttpRequest) -> JsonResponse:
    """Answer 200 as long as the process can answer at all. A sick database must not get it killed."""
    return JsonResponse({"status": "alive"})


@never_cache
def ready(request: HttpRequest) -> JsonResponse:
    """Answer 200 when every check is well, else 503; ``checks`` has "ok" or a sentence for each."""
    now = timezone.now()
    checks = {name: _outcome(check, now) for name, check in CHECKS.items()}
    well = all(outcome == "ok" for outcome in checks.values())
    answer = {"status": "ready" if well else "ill", "checks": checks, "webhooks": _webhooks(now)}
    return JsonResponse(answer, status=200 if well else 503)


def _webhooks(now: datetime) -> dict[str, float | None]:
    """Return the age of the oldest undelivered event. A receiver that is away does not make this site ill."""
    try:
        return {"oldest_undelivered_seconds": oldest_undelivered(now)}
    except DatabaseError:
        return {"oldest_undelivered_seconds": None}


def _outcome(check: Callable[[datetime], str], now: datetime) -> str:
    try:
        return check(now) or "ok"
    except DatabaseError:
        return "The database does not answer. Look at its log and at DATABASE_URL."


def _database(now: datetime) -> str:
    connection.ensure_connection()
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")
    return ""


def _migrations(now: datetime) -> str:
    # Looked up until it was well once: a process never sees its own code change, and the look costs 0.1 s.
    global _migrations_seen_applied
    if not _migrations_seen_applied:
        executor = MigrationExecutor(connection)
        if executor.migration_plan(executor.loader.graph.leaf_nodes()):
            return "The database is not migrated. Run `manage.py migrate`."
        _migrations_seen_applied = True
    return ""


def _worker(now: datetime) -> str:
    if Moment.objects.filter(name__startswith="worker ", at__gt=now - FRESH).exists():
        return ""
    return "No worker shows signs of life. Start `manage.py worker`."


def _clock(now: datetime) -> str:
    if Moment.objects.filter(name="clock", at__gt=now - FRESH).exists():
        return ""
    return "The clock shows no sign of life. Start `manage.py clock`."


def _queue(now: datetime) -> str:
    if DBTaskResult.objects.ready().filter(enqueued_at__lt=now - LONGEST_WAIT).exists():
        return (
            "Tasks wait longer than a quarter of an hour. Look at the worker's log, or start another worker."
        )
    return ""


CHECKS: dict[str, Callable[[datetime], str]] = {
    "database": _database,
    "migrations": _migrations,
    "worker": _worker,
    "clock": _clock,
    "queue": _queue,
}
