"""What do the probes of an orchestrator get?"""

from datetime import timedelta

import pytest
from django.db import OperationalError, connection
from django.db.migrations.recorder import MigrationRecorder
from django.test import Client
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from cms import health
from cms.models import record
from cms.tasks import publish_scheduled


def everything_runs() -> None:
    record("clock", timezone.now())
    record("worker a", timezone.now())


def ill(client: Client) -> dict[str, str]:
    response = client.get("/health/ready/")
    assert (response.status_code, response.json()["status"]) == (503, "ill")
    return {name: text for name, text in response.json()["checks"].items() if text != "ok"}


def test_a_living_process_says_so_without_a_database(client: Client) -> None:
    response = client.get("/health/live/")
    assert (response.status_code, response.json()) == (200, {"status": "alive"})


@pytest.mark.django_db
def test_ready_when_database_migrations_worker_and_clock_are_well(client: Client) -> None:
    everything_runs()
    response = client.get("/health/ready/")
    assert (response.status_code, response.json()["status"]) == (200, "ready")
    assert set(response.json()["checks"]) == {"database", "migrations", "worker", "clock", "queue"}
    assert "no-store" in response["Cache-Control"]


@pytest.mark.django_db
def test_silent_worker_and_clock_are_named(client: Client) -> None:
    long_ago = timezone.now() - timedelta(minutes=2)
    record("clock", long_ago)
    record("worker a", long_ago)
    assert set(ill(client)) == {"worker", "clock"}


@pytest.mark.django_db
def test_a_missing_migration_is_named(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(health, "_migrations_seen_applied", False)
    everything_runs()
    MigrationRecorder.Migration.objects.filter(app="cms").delete()
    assert "manage.py migrate" in ill(client)["migrations"]


@pytest.mark.django_db
def test_a_queue_that_nobody_empties_is_named(client: Client) -> None:
    everything_runs()
    publish_scheduled.enqueue()
    DBTaskResult.objects.update(enqueued_at=timezone.now() - timedelta(hours=1))
    assert "Tasks wait" in ill(client)["queue"]


def test_a_database_that_is_away_is_an_answer_and_not_a_crash(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    def away() -> None:
        raise OperationalError("connection refused")

    monkeypatch.setattr(connection, "ensure_connection", away)
    monkeypatch.setattr(connection, "cursor", away)
    monkeypatch.setattr(health, "CHECKS", {"database": health.CHECKS["database"]})
    assert "does not answer" in ill(client)["database"]
