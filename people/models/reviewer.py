"""As which public person does a user of the admin sign medical reviews?"""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _

from people.models.person import Person


class ReviewerAccount(models.Model):
    """Links an account to the medical professional who is named to readers. Made by administrators."""

    user = models.OneToOneField(
        settings.AUTH_USER_MODEL,
        verbose_name=_("account"),
        on_delete=models.CASCADE,
        related_name="reviewer_account",
    )
    person = models.ForeignKey(
        Person,
        verbose_name=_("person"),
        on_delete=models.PROTECT,
        related_name="+",
        limit_choices_to={"is_medical": True},
        help_text=_("The medical professional whom readers see as the reviewer, in any language."),
    )

    class Meta:
        verbose_name = _("reviewer account")
        verbose_name_plural = _("reviewer accounts")

    def __str__(self) -> str:
        return f"{self.user} · {self.person}"

    def clean(self) -> None:
        """Refuse somebody who is no medical professional."""
        super().clean()
        chosen: Any = Person.objects.filter(pk=self.person_id).first()
        if chosen is not None and not chosen.is_medical:
            raise ValidationError({"person": _("Only medical professionals can review content.")})
