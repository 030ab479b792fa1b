"""What is the composition root called?"""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class CmsConfig(AppConfig):
    """The composition root: settings, URLs, the server processes and their health."""

    name = "cms"
    verbose_name = _("Polyclinic")
