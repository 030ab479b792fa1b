"""On which screens are partners kept, and is seen what they read?"""

from __future__ import annotations

from typing import Any

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy
from wagtail.admin.ui.tables import DateColumn, TitleColumn
from wagtail.admin.views.generic import InspectView
from wagtail.admin.viewsets.model import ModelViewSet

from delivery.partners.models import Partner
from delivery.partners.use import use_of


class _Inspect(InspectView):
    """A partner's keys, and how much was read with each."""

    template_name = "delivery/partners/partner.html"
    page_title = gettext_lazy("Use of the API")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Add the keys with their use."""
        keys = list(self.object.keys.select_related("partner"))
        return {
            **super().get_context_data(**kwargs),
            "partner": self.object,
            "uses": use_of(keys, timezone.now()),
            "new_key_url": reverse("api_keys:add"),
        }


class PartnerViewSet(ModelViewSet):
    """All partners."""

    model = Partner
    name = "partners"
    icon = "group"
    menu_label = gettext_lazy("Partners")
    inspect_view_class = _Inspect
    inspect_view_enabled = True
    copy_view_enabled = False
    form_fields = ["name", "contact_email", "note"]
    list_display = [
        TitleColumn(
            "name",
            label=gettext_lazy("Name"),
            get_url=lambda partner: reverse("partners:inspect", args=[partner.pk]),
        ),
        "contact_email",
        DateColumn("created_at", label=gettext_lazy("Created")),
    ]
    search_fields = ["name", "contact_email"]
