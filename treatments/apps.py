"""What is this app called?"""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class TreatmentsConfig(AppConfig):
    """The nouns of the product: treatment, condition, category, glossary term, source."""

    name = "treatments"
    verbose_name = _("Treatments")
