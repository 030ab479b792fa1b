"""Where does ``localization`` hook into Django?"""

from django.apps import AppConfig
from django.db.models.signals import post_migrate
from django.utils.translation import gettext_lazy as _


class LocalizationConfig(AppConfig):
    """Languages, digests, states and the gate."""

    name = "localization"
    verbose_name = _("Languages and translation")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Register the system checks, the receivers and who may do what in which language."""
        from localization import checks, receivers, stock_faults  # noqa: F401  (imported for their registrations)
        from localization.permissions.grants import set_up_groups
        from localization.permissions.policy import register_policies

        register_policies()
        stock_faults.mend()
        post_migrate.connect(set_up_groups, sender=self, dispatch_uid="localization.groups")
