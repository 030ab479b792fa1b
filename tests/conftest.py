"""What do all tests share? The embedded database, the language reset, the task queue."""

import gc
import os
from collections.abc import Callable, Iterator

import pytest
import pytest_django
from django.conf import settings
from django.core.signals import request_finished, request_started
from django.db import close_old_connections, connection
from django.utils import translation
from django_tasks.base import TaskResultStatus
from django_tasks_db.management.commands.db_worker import Worker
from django_tasks_db.models import DBTaskResult
from hypothesis import settings as hypothesis_settings
from pytest_django import Settings

from cms import database
from cms.catalogues import compile_catalogues
from cms.settings.env import env
from delivery.partners.callers import KEYS
from delivery.partners.counting import COUNTS
from delivery.partners.presented import PRESENTED
from publishing.rendering import AT_HAND
from tests.remembered import MEMORY
from tests.workers import MigratedDatabase, shared_directory

# The objects of a test die with it: looking for cycles in them less often saves a twentieth of the time.
gc.set_threshold(200_000, 50, 100)

# The same examples in every run, however slow the machine. `--hypothesis-profile=soak` looks further.
hypothesis_settings.register_profile("suite", derandomize=True, deadline=None, database=None)
hypothesis_settings.register_profile("soak", deadline=None, database=None, max_examples=1000)
hypothesis_settings.load_profile("suite")


def pytest_addoption(parser: pytest.Parser) -> None:
    """Offer to write reviewed files anew instead of comparing with them."""
    parser.addoption("--write-golden", action="store_true", help="Write tests/*/golden files anew.")


@pytest.fixture(scope="session")
def _server() -> Iterator[None]:
    """Hold the embedded server from before the test database is created until after it is dropped."""
    if env.database_url:
        yield
    else:
        with database.hold():
            yield


@pytest.fixture(scope="session")
def _migrated(
    _server: None, django_db_keepdb: bool, tmp_path_factory: pytest.TempPathFactory
) -> MigratedDatabase | None:
    """Return what the workers of this run copy their databases from, if there are several."""
    alone = "PYTEST_XDIST_WORKER" not in os.environ or django_db_keepdb
    return None if alone else MigratedDatabase(shared_directory(tmp_path_factory))


@pytest.fixture(scope="session")
def django_db_modify_db_settings(
    django_db_modify_db_settings_parallel_suffix: None,
    _migrated: MigratedDatabase | None,
    django_db_blocker: pytest_django.DjangoDbBlocker,
) -> Iterator[None]:
    """Wait for a database that can be copied, and drop it in the end."""
    if _migrated is None:
        yield
        return
    _migrated.begin()
    yield
    with django_db_blocker.unblock():
        _migrated.remove()


@pytest.fixture(scope="session")
def django_db_setup(
    _migrated: MigratedDatabase | None,
    django_db_setup: None,
    django_db_blocker: pytest_django.DjangoDbBlocker,
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    """Look at the new database before the first test writes to it."""
    with django_db_blocker.unblock():
        if _migrated is not None:
            _migrated.end()
        MEMORY.learn_seed(shared_directory(tmp_path_factory))


@pytest.fixture(scope="session", autouse=True)
def _catalogues() -> None:
    """Compile the catalogues that have changed, before the first text is translated."""
    for directory in settings.LOCALE_PATHS:
        compile_catalogues(directory)


@pytest.fixture(autouse=True)
def _language_reset() -> Iterator[None]:
    """Undo what a test or a view activated: ``translation.activate`` leaks into the next test otherwise."""
    yield
    translation.deactivate()


@pytest.fixture(autouse=True)
def _nothing_at_hand() -> Iterator[None]:
    """Let no test be answered from what another has read, nor be refused for how often it asked."""
    yield
    AT_HAND.forget()
    KEYS.forget()
    COUNTS.forget()
    PRESENTED.forget()


@pytest.fixture(autouse=True)
def _media(settings: Settings, tmp_path_factory: pytest.TempPathFactory) -> None:
    """Give each test a media directory of its own."""
    settings.MEDIA_ROOT = tmp_path_factory.mktemp("media")


@pytest.fixture
def kept_connection(db: None) -> Iterator[None]:
    """Keep the test's transaction from one WSGI request to the next, as Django's own test client does."""
    signals = (request_started, request_finished)
    for signal in signals:
        signal.disconnect(close_old_connections)
    yield
    for signal in signals:
        signal.connect(close_old_connections)


# Wagtail's own search and usage lists follow every change; a tenth of all tasks' time, and nobody looks.
INDEXING = ("modelsearch.tasks.insert_or_update_object_task", "wagtail.tasks.update_reference_index_task")


@pytest.fixture
def run_tasks(db: None) -> Callable[[], None]:
    """Return a function that works the task queue off like the worker, and fails where a task fails."""
    worker = Worker(
        queue_names=["*"],
        interval=0,
        batch=True,
        backend_name="default",
        startup_delay=False,
        max_tasks=None,
        worker_id="tests",
        excluded_queue_names=[],
    )

    def drain() -> None:
        # Not Worker.run, which closes the connection and with it the transaction of the test.
        while (result := DBTaskResult.objects.ready().exclude(task_path__in=INDEXING).first()) is not None:
            result.claim(worker.worker_id)
            worker.run_task(result)
            assert result.status == TaskResultStatus.SUCCESSFUL, result.traceback

    return drain


@pytest.fixture
def _reseed(django_db_setup: None, django_db_blocker: pytest_django.DjangoDbBlocker) -> Iterator[None]:
    """Put back what migrations made (root page, language) after a transactional test."""
    yield
    seed = connection._test_serialized_contents  # type: ignore[attr-defined]  # Django's, made with the database
    with django_db_blocker.unblock():
        connection.creation.deserialize_db_from_string(seed)


@pytest.fixture
def committed_db(_reseed: None, django_db_serialized_rollback: None, transactional_db: None) -> None:
    """Let a test commit for real: for what happens on commit, and for several connections at once."""


@pytest.fixture
def commit(db: None) -> Callable[[], None]:
    """Return a function that numbers documents within the test's transaction, as a commit does."""

    def number() -> None:
        with connection.cursor() as cursor:
            cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
            cursor.execute("SET CONSTRAINTS ALL DEFERRED")

    return number
