"""What is this app called?"""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class LocalizationConfig(AppConfig):
    """Languages, digests, states, the gate: the only door to wagtail-localize."""

    name = "localization"
    verbose_name = _("Translation")
