"""Where does ``people`` hook into the layers below?"""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class PeopleConfig(AppConfig):
    """Authors, medical reviewers and the organisation."""

    name = "people"
    verbose_name = _("People")

    def ready(self) -> None:
        """Say as whom users sign medical reviews."""
        from localization.review.signers import register_signers
        from people.reviewing import medical_professional

        register_signers(medical_professional)
