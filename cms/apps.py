"""What is the composition root called, and what does it want done regularly?"""

from typing import ClassVar

from django.apps import AppConfig
from django.core.checks import register
from django.utils.translation import gettext_lazy as _


class CmsConfig(AppConfig):
    """The composition root: settings, URLs, the server processes and their health."""

    name = "cms"
    verbose_name = _("Polyclinic")
    periodic_tasks: ClassVar[dict[str, int]] = {
        # Seconds. A scheduled publication is at most this late, plus the moment it takes.
        "cms.tasks.publish_scheduled": 20,
        "cms.tasks.requeue_abandoned": 30,
        "cms.tasks.tidy": 24 * 60 * 60,
    }

    def ready(self) -> None:
        """Register the system check of the clock."""
        # Imported here because it reads the app registry.
        from cms.checks import check_periodic_tasks

        register(check_periodic_tasks)
