"""Who has signed which section in which language, what exactly did they sign, and how long does it hold?

Signatures and overrides are append-only. Neither is a status: whether a section is reviewed is computed from
digests and due dates (``localization.review.standing``).
"""

from __future__ import annotations

import datetime as dt
from typing import Any, ClassVar

from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

# No review holds for longer, whatever a rule says: 36 months, and the three years that those are at most.
LONGEST, THREE_YEARS = 36, dt.timedelta(days=3 * 365 + 1)


class Signed(models.Model):
    """Base: one section of one content in one language, by the digests of what a person had before them."""

    content_id = models.UUIDField(_("content id"))
    locale = models.CharField(_("language"), max_length=20)
    section = models.CharField(_("section"), max_length=40)
    text_digest = models.CharField(max_length=80)
    value_digest = models.CharField(max_length=80)
    revision = models.ForeignKey(
        "wagtailcore.Revision", null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )

    class Meta:
        abstract = True

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Refuse to change a row that exists.

        Raises:
            TypeError: always, for such a row.
        """
        if not self._state.adding:
            raise TypeError("Signatures and overrides are never changed. Write a new one.")
        super().save(*args, **kwargs)


class ReviewSignature(Signed):
    """A medical reviewer stands for these texts and values until ``due_at``.

    ``person`` is the content id of the person who is named to readers. A signature that was carried over
    keeps reviewer, person, date and due date of the one it was carried over from.
    """

    source_digest = models.CharField(
        max_length=80, help_text=_("The text digest of the original that stood beside it.")
    )
    content = models.JSONField(help_text=_("The texts and values that were signed, to compare with later."))
    reviewer = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    person = models.UUIDField(_("person who is named"))
    signed_at = models.DateTimeField(_("signed"))
    due_at = models.DateTimeField(_("due again"))
    carried_from = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    carried_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    recorded_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        """One index, for “all of this content”; the right to sign."""

        verbose_name = _("signature")
        verbose_name_plural = _("signatures")
        default_permissions = ("view",)
        permissions: ClassVar = [("sign_review", _("Can sign medical reviews"))]
        indexes: ClassVar = [
            models.Index(fields=["content_id", "locale", "section", "-id"], name="signature_latest"),
        ]
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(due_at__lte=F("signed_at") + THREE_YEARS), name="signature_three_years"
            ),
        ]

    def __str__(self) -> str:
        """Return section, language and content id."""
        return f"{self.section} · {self.locale} · {self.content_id}"


class ReviewOverride(Signed):
    """Somebody lets these texts and values be published although nobody has signed them, and says why.

    It opens the gate and nothing else: readers are told of no review.
    """

    reason = models.TextField(_("reason"))
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    at = models.DateTimeField(_("at"), auto_now_add=True)

    class Meta:
        """The right to override."""

        verbose_name = _("publication without review")
        verbose_name_plural = _("publications without review")
        default_permissions = ("view",)
        permissions: ClassVar = [("override_review", _("Can let content be published without a review"))]
        indexes: ClassVar = [models.Index(fields=["content_id", "locale"], name="override_of_content")]

    def __str__(self) -> str:
        """Return section, language and content id."""
        return f"{self.section} · {self.locale} · {self.content_id}"


class ReviewRule(models.Model):
    """How long a signature of one kind of section holds, and what the gate does without one."""

    class Severity(models.TextChoices):
        """What happens to a publication without a valid review."""

        WARN = "warn", _("publish, and say that the review is missing or overdue")
        REFUSE = "refuse", _("do not publish")

    section = models.CharField(_("section"), max_length=40, unique=True)
    months = models.PositiveSmallIntegerField(
        _("months until the next review"),
        validators=[MinValueValidator(1), MaxValueValidator(LONGEST)],
        help_text=_("At most 36. Reviews that are already signed keep their date."),
    )
    severity = models.CharField(
        _("without a valid review"), max_length=10, choices=Severity.choices, default=Severity.WARN
    )

    class Meta:
        """By name."""

        verbose_name = _("review rule")
        verbose_name_plural = _("review rules")
        ordering: ClassVar = ["section"]
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(months__gte=1, months__lte=LONGEST), name="review_rule_months"
            ),
        ]

    def __str__(self) -> str:
        """Return the section and its months."""
        return f"{self.section}: {self.months}"
