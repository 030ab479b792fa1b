"""Where does ``publishing`` hook into Django and Wagtail?"""

from typing import ClassVar

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class PublishingConfig(AppConfig):
    """Documents: compiled, stored, fed, served as HTML. Names no page type."""

    name = "publishing"
    verbose_name = _("Publishing")
    default_auto_field = "django.db.models.BigAutoField"
    periodic_tasks: ClassVar = {
        "publishing.tasks.refresh_due": 30,
        "publishing.tasks.mail_translators": 600,
        "publishing.tasks.purge_tombstones": 86_400,
    }

    def ready(self) -> None:
        """Put up the publishing wall and connect the receivers."""
        from publishing import (  # noqa: F401  (the first and third are imported for their registrations)
            checks,
            choices,
            copies,
            receivers,
            wall,
        )
        from publishing.board import editors
        from publishing.cascade import follow

        wall.build()
        choices.build()
        copies.build()
        editors.build()
        follow.build()
