"""What is this app called?"""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class PeopleConfig(AppConfig):
    """Authors, medical reviewers and the organisation."""

    name = "people"
    verbose_name = _("People")
