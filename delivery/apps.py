"""What is this app called, and what does it want done regularly?"""

from typing import ClassVar

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class DeliveryConfig(AppConfig):
    """The content API v1: documents out, to apps and partners."""

    name = "delivery"
    verbose_name = _("Content API")
    periodic_tasks: ClassVar[dict[str, int]] = {
        # Seconds. An event leaves at most this late, plus the moment it takes.
        "delivery.webhooks.tasks.deliver_events": 5,
        "delivery.partners.tasks.remind_of_recalls": 60 * 60,
        "delivery.partners.tasks.forget_old_counts": 60 * 60,
        "delivery.webhooks.tasks.forget_old_events": 24 * 60 * 60,
    }

    def ready(self) -> None:
        """Connect what follows the documents."""
        from delivery.purging import receivers  # noqa: F401  (imported for its registration)
