"""Who has keys to the API, how much was read with them, and who has taken notice of which recall?"""

from __future__ import annotations

from typing import ClassVar

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class Partner(models.Model):
    """An organisation that takes our content into an app or a site of its own."""

    name = models.CharField(_("name"), max_length=120, unique=True)
    contact_email = models.EmailField(
        _("contact e-mail"), help_text=_("Who is reminded of recalls that nobody there has taken notice of.")
    )
    note = models.TextField(_("note"), blank=True)
    created_at = models.DateTimeField(_("created"), auto_now_add=True)

    class Meta:
        """Listed by name."""

        verbose_name = _("partner")
        verbose_name_plural = _("partners")
        ordering: ClassVar = ["name"]

    def __str__(self) -> str:
        """Return the name."""
        return self.name


class ApiKey(models.Model):
    """A key and what it opens. Empty lists mean everything; of the key itself only a digest is kept.

    While ``former_until`` is not over, the key that it replaced holds as well.
    """

    partner = models.ForeignKey(
        Partner, on_delete=models.CASCADE, related_name="keys", verbose_name=_("partner")
    )
    name = models.CharField(_("name"), max_length=120, help_text=_("What the key is for, such as “iOS app”."))
    languages = ArrayField(
        models.CharField(max_length=20), verbose_name=_("languages"), default=list, blank=True
    )
    types = ArrayField(models.CharField(max_length=40), verbose_name=_("types"), default=list, blank=True)
    drafts = models.BooleanField(
        _("drafts"), default=False, help_text=_("It may open the links to drafts that editors give out.")
    )
    per_minute = models.PositiveIntegerField(
        _("requests a minute"), null=True, blank=True, help_text=_("Empty: as the settings say.")
    )
    per_day = models.PositiveIntegerField(
        _("requests a day"), null=True, blank=True, help_text=_("Empty: as the settings say.")
    )
    expires_at = models.DateTimeField(_("expires"), null=True, blank=True)
    revoked_at = models.DateTimeField(_("revoked"), null=True, editable=False)
    created_at = models.DateTimeField(_("created"), default=timezone.now, editable=False)
    last_used_at = models.DateTimeField(_("last used"), null=True, editable=False)
    prefix = models.CharField(_("begins with"), max_length=12, unique=True, editable=False)
    digest = models.CharField(max_length=64, editable=False)
    former_prefix = models.CharField(max_length=12, blank=True, db_index=True, editable=False)
    former_digest = models.CharField(max_length=64, blank=True, editable=False)
    former_until = models.DateTimeField(null=True, editable=False)

    class Meta:
        """Listed by partner."""

        verbose_name = _("API key")
        verbose_name_plural = _("API keys")
        ordering: ClassVar = ["partner__name", "name", "pk"]

    def __str__(self) -> str:
        """Return whose key it is, and what for."""
        return f"{self.partner}: {self.name}"


class ApiUse(models.Model):
    """How often somebody asked in one stretch of time.

    ``who`` is ``key:<id>`` or ``address:<digest>``, ``seconds`` how long the stretch is (60, 86400).
    """

    who = models.CharField(max_length=80)
    seconds = models.PositiveIntegerField()
    start = models.DateTimeField()
    requests = models.BigIntegerField()

    class Meta:
        """One row for each of them."""

        verbose_name = _("API use")
        verbose_name_plural = _("API use")
        default_permissions = ()
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["who", "seconds", "start"], name="one_api_use"),
        ]
        indexes: ClassVar = [models.Index(fields=["start"], name="api_use_start")]

    def __str__(self) -> str:
        """Return who and how often."""
        return f"{self.who}: {self.requests}"


class SyncPosition(models.Model):
    """Up to where somebody has shown to be synchronised, in one language and for some types.

    ``types`` are separated by commas.
    """

    key = models.ForeignKey(ApiKey, on_delete=models.CASCADE, related_name="positions")
    locale = models.CharField(max_length=20)
    types = models.CharField(max_length=500)
    sequence = models.BigIntegerField()
    at = models.DateTimeField()

    class Meta:
        """One row for each feed that a key follows."""

        verbose_name = _("synchronisation")
        verbose_name_plural = _("synchronisations")
        default_permissions = ()
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["key", "locale", "types"], name="one_sync_position"),
        ]

    def __str__(self) -> str:
        """Return language and number."""
        return f"{self.locale}: {self.sequence}"


class RecallNotice(models.Model):
    """That the holder of a key has taken notice of a recall, when, and how.

    ``locale`` is the language whose feed was read beyond the recall; empty: it was acknowledged as a whole.
    """

    class How(models.TextChoices):
        """What shows it."""

        SYNC = "sync", _("synchronised")
        ACKNOWLEDGED = "acknowledged", _("acknowledged")

    key = models.ForeignKey(ApiKey, on_delete=models.CASCADE, related_name="notices")
    recall = models.ForeignKey("publishing.Recall", on_delete=models.CASCADE, related_name="notices")
    locale = models.CharField(max_length=20, blank=True)
    how = models.CharField(max_length=12, choices=How.choices)
    at = models.DateTimeField()

    class Meta:
        """The first time counts."""

        verbose_name = _("notice of a recall")
        verbose_name_plural = _("notices of recalls")
        default_permissions = ()
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["key", "recall", "locale"], name="one_recall_notice"),
        ]

    def __str__(self) -> str:
        """Return how."""
        return str(self.get_how_display())


class RecallReminder(models.Model):
    """When the holder of a key was last reminded of a recall."""

    key = models.ForeignKey(ApiKey, on_delete=models.CASCADE, related_name="+")
    recall = models.ForeignKey("publishing.Recall", on_delete=models.CASCADE, related_name="+")
    at = models.DateTimeField()

    class Meta:
        """Only the last time is kept."""

        verbose_name = _("reminder of a recall")
        verbose_name_plural = _("reminders of recalls")
        default_permissions = ()
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["key", "recall"], name="one_recall_reminder"),
        ]

    def __str__(self) -> str:
        """Return when."""
        return f"{self.at:%Y-%m-%d}"
