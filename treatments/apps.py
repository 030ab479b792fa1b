"""What is this app called?"""

from importlib import import_module

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class TreatmentsConfig(AppConfig):
    """The nouns of the product: treatment, condition, category, glossary term, source."""

    name = "treatments"
    verbose_name = _("Treatments")

    def ready(self) -> None:
        """Let the site know which lists have an address of their own."""
        import_module("treatments.gatherings")
