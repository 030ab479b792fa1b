"""How does a site choose what readers get for sections that are not current? The screen under Settings."""

from __future__ import annotations

from typing import Any

from django import forms
from django.apps import apps
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms.models import WagtailAdminModelForm
from wagtail.admin.viewsets.model import ModelViewSet
from wagtail.models import Page

from localization.models import Policy, SectionPolicy
from localization.policy import DEFAULTS, UNDIVIDED
from localization.sections import section_label


def section_choices() -> list[tuple[str, str]]:
    """Return every kind of section that pages have, with the name that editors know."""
    found: dict[str, str] = {}
    for model in apps.get_models():
        if issubclass(model, Page):
            for section in getattr(model, "SECTIONS", ()):
                found.setdefault(section.kind, section_label(model, section.kind))
    default = {kind: DEFAULTS.get(kind, Policy.HOLD).label for kind in found}
    return [(kind, _labelled(label, default[kind])) for kind, label in found.items()]


def _labelled(label: str, default: Any) -> str:
    return str(_("%(section)s (default: %(policy)s)") % {"section": label, "policy": default})


class SectionPolicyForm(WagtailAdminModelForm):
    """A section and what readers get for it while it is not current."""

    section = forms.ChoiceField(label=_("Section"), choices=section_choices)

    class Meta:
        model = SectionPolicy
        fields = ("section", "policy")

    def clean(self) -> dict[str, Any]:
        """Refuse to mix titles: menus, cards and search results could not mark a foreign one."""
        cleaned = super().clean() or self.cleaned_data
        if cleaned.get("section") == UNDIVIDED and cleaned.get("policy") == Policy.SOURCE:
            fault = _(
                "A title cannot be shown in two languages. Keep the last translation, or do not publish."
            )
            raise ValidationError({"policy": fault})
        return dict(cleaned)


class SectionPolicyViewSet(ModelViewSet):
    """The policies that differ from the defaults."""

    model = SectionPolicy
    name = "section_policies"
    icon = "history"
    menu_label = _("Outdated sections")
    add_to_settings_menu = True
    form_class = SectionPolicyForm
    list_display = ("section", "get_policy_display")
    inspect_view_enabled = False

    def get_form_class(self, for_update: bool = False) -> type[SectionPolicyForm]:
        """Use our form for adding and changing."""
        return SectionPolicyForm
