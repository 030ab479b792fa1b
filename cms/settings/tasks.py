"""How does work leave the request? Through a table that the worker (``manage.py worker``) reads.

Wagtail's own tasks (reference index, search index) use the same backend: a row is written in the publishing
transaction, so it is lost or kept together with it, and publishing does not wait for an index whose cost
grows with the site (measured: performance.md 12).
"""

from typing import Any

TASKS: dict[str, dict[str, Any]] = {
    "default": {"BACKEND": "django_tasks_db.DatabaseBackend", "QUEUES": ["default"]},
}
