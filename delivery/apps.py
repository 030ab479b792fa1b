"""What is this app called?"""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class DeliveryConfig(AppConfig):
    """The content API v1: documents out, to apps and partners."""

    name = "delivery"
    verbose_name = _("Content API")
