"""What do all tests share? The embedded database, the language reset, the task queue."""

from collections.abc import Callable, Iterator

import pytest
from django.core.management import call_command
from django.utils import translation

from cms import database
from cms.settings.env import env


@pytest.fixture(scope="session")
def django_db_modify_db_settings() -> Iterator[None]:
    """Hold the embedded server from before the test database is created until after it is dropped."""
    if env.database_url:
        yield
    else:
        with database.hold():
            yield


@pytest.fixture(autouse=True)
def _language_reset() -> Iterator[None]:
    """Undo what a test or a view activated: ``translation.activate`` leaks into the next test otherwise."""
    yield
    translation.deactivate()


@pytest.fixture(autouse=True)
def _media(settings: object, tmp_path_factory: pytest.TempPathFactory) -> None:
    """Give each test a media directory of its own."""
    settings.MEDIA_ROOT = tmp_path_factory.mktemp("media")  # type: ignore[attr-defined]


@pytest.fixture
def run_tasks(db: None) -> Callable[[], None]:
    """Return a function that works the task queue off, like the worker would."""

    def drain() -> None:
        call_command("db_worker", batch=True, interval=0, startup_delay=False, reload=False, verbosity=0)

    return drain
