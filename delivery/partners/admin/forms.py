"""What is asked of whoever issues a key?"""

from __future__ import annotations

from typing import Any

from django import forms
from django.conf import settings
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminModelForm
from wagtail.admin.widgets import AdminDateTimeInput

from delivery.collections import served_types
from delivery.partners.models import ApiKey


def _several(label: Any) -> forms.MultipleChoiceField:
    return forms.MultipleChoiceField(
        label=label,
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("None ticked: all of them, also those that are added later."),
    )


class ApiKeyForm(WagtailAdminModelForm):
    """What a key opens, how much, and until when."""

    languages = _several(_("Languages"))
    types = _several(_("Types"))

    class Meta:
        """What is asked for."""

        model = ApiKey
        fields = ["partner", "name", "languages", "types", "drafts", "per_minute", "per_day", "expires_at"]
        widgets = {"expires_at": AdminDateTimeInput}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Offer the languages and types of this site."""
        super().__init__(*args, **kwargs)
        self.fields["languages"].choices = settings.LANGUAGES
        self.fields["types"].choices = [(name, name) for name in served_types()]

    def clean_expires_at(self) -> Any:
        """Refuse a new time that is over: a key is ended by revoking it, which is on record."""
        moment = self.cleaned_data["expires_at"]
        if "expires_at" in self.changed_data and moment is not None and moment <= timezone.now():
            raise forms.ValidationError(_("This time is over. To end a key now, revoke it."))
        return moment
