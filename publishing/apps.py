"""What is this app called?"""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class PublishingConfig(AppConfig):
    """Documents: compiled, stored, fed, served as HTML. Names no page type."""

    name = "publishing"
    verbose_name = _("Publishing")
