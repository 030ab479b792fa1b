"""Where does ``localization`` hook into Django?"""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class LocalizationConfig(AppConfig):
    """Languages, digests, states and the gate."""

    name = "localization"
    verbose_name = _("Languages and translation")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Register the system checks and the receivers."""
        from localization import checks, receivers  # noqa: F401  (imported for their registrations)
