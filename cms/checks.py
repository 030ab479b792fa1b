"""Can the clock do what the apps ask of it?"""

from typing import Any

from django.core.checks import CheckMessage, Error
from django.utils.module_loading import import_string
from django_tasks.base import Task

from cms.clock import periodic_tasks


def check_periodic_tasks(**kwargs: Any) -> list[CheckMessage]:
    """Refuse a ``periodic_tasks`` entry that names no task, at start-up instead of in the running clock."""
    errors: list[CheckMessage] = []
    for path in periodic_tasks():
        try:
            found: object = import_string(path)
        except ImportError:
            found = None
        if not isinstance(found, Task):
            errors.append(
                Error(
                    f"The periodic task {path} is not a task.",
                    hint="Name a function decorated with @task() in AppConfig.periodic_tasks.",
                    id="cms.E001",
                )
            )
    return errors
