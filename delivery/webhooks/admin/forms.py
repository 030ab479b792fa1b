"""What is asked of whoever keeps an endpoint?"""

from __future__ import annotations

import ipaddress
from typing import Any

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminModelForm

from delivery.collections import served_types
from delivery.webhooks.addresses import AddressRefused, is_public, split
from delivery.webhooks.kinds import Kind
from delivery.webhooks.models import WebhookEndpoint


def _several(label: Any) -> forms.MultipleChoiceField:
    return forms.MultipleChoiceField(
        label=label,
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("None ticked: all of them, also those that are added later."),
    )


class WebhookEndpointForm(WagtailAdminModelForm):
    """Address, contact and wishes of one endpoint."""

    # Checked by ``split``; Django's own check knows no hosts without a dot.
    url = forms.CharField(
        label=_("Address"), max_length=500, help_text=_("https:// and reachable from the internet.")
    )
    languages = _several(_("Languages"))
    types = _several(_("Types"))
    events = _several(_("Events"))

    class Meta:
        """What is asked for."""

        model = WebhookEndpoint
        fields = ["name", "url", "contact_email", "languages", "types", "events", "is_active"]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Offer the languages and types of this site."""
        super().__init__(*args, **kwargs)
        self.fields["languages"].choices = settings.LANGUAGES
        self.fields["types"].choices = [(name, name) for name in served_types()]
        self.fields["events"].choices = Kind.choices

    def clean_url(self) -> str:
        """Refuse at once what every delivery would refuse; a host's addresses are looked at only then."""
        url: str = self.cleaned_data["url"]
        try:
            host = str(split(url).hostname)
        except AddressRefused as refused:
            raise forms.ValidationError(str(refused)) from refused
        try:
            public = is_public(ipaddress.ip_address(host))
        except ValueError:
            return url  # a name
        if not (public or settings.WEBHOOKS_ALLOW_PRIVATE):
            raise forms.ValidationError(_("This is not an address of the public internet."))
        return url

    def save(self, commit: bool = True) -> WebhookEndpoint:
        """Save; an endpoint that is switched on again starts with a clean slate."""
        if "is_active" in self.changed_data and self.cleaned_data["is_active"]:
            self.instance.failures, self.instance.rests_until, self.instance.disabled_at = 0, None, None
        saved: WebhookEndpoint = super().save(commit)
        return saved
