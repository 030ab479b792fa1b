"""When did a named thing last happen? The table behind heartbeats, periodic work and first steps."""

from datetime import datetime

from django.db import models
from django.utils.translation import gettext_lazy as _


class Moment(models.Model):
    """The last time of something: ``clock``, ``worker <id>``, ``periodic <task>``, ``demo loaded``."""

    name = models.CharField(_("name"), max_length=200, primary_key=True)
    at = models.DateTimeField(_("time"))

    class Meta:
        verbose_name = _("moment")
        verbose_name_plural = _("moments")

    def __str__(self) -> str:
        return self.name


def record(name: str, at: datetime) -> None:
    """Note that a thing happened at a time; an earlier time is overwritten."""
    Moment.objects.update_or_create(name=name, defaults={"at": at})
