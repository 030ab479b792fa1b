"""What is this app called, and what does it want done regularly?"""

from typing import ClassVar

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class EngagementConfig(AppConfig):
    """What visitors send us: comments and enquiries; moderation, consent, spam, retention."""

    name = "engagement"
    verbose_name = _("Messages from visitors")
    # The rights that the group “Moderators” gets (localization.permissions.roles).
    moderators_may: ClassVar[tuple[str, ...]] = (
        "engagement.view_enquiry",
        "engagement.change_enquiry",
        "engagement.delete_enquiry",
        "engagement.export_enquiry",
        "engagement.view_comment",
        "engagement.change_comment",
        "engagement.delete_comment",
    )
    periodic_tasks: ClassVar[dict[str, int]] = {
        # Seconds.
        "engagement.enquiries.tasks.erase_what_is_over": 60 * 60,
        "engagement.comments.tasks.forget_addresses": 24 * 60 * 60,
    }
