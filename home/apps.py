"""What is this app called?"""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class HomeConfig(AppConfig):
    """The front door of each language: home page, plain pages, navigation."""

    name = "home"
    verbose_name = _("Home")
