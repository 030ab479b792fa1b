"""How does an administrator limit a group to languages? A panel in the form under Settings › Groups."""

from __future__ import annotations

from typing import Any, cast

from django import forms
from django.contrib.auth.models import Group
from django.template.loader import render_to_string
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.coreutils import get_content_languages

from localization.models import GroupLanguage


class GroupLanguagesForm(forms.Form):
    """The languages of one group; none ticked means all of them."""

    languages = forms.MultipleChoiceField(
        label=_("May work in"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_(
            "Tick the languages in which this group may work. If none is ticked, it may work in all of them."
        ),
    )

    # A form that was sent without this panel must not free the group of its limits: nothing ticked is all.
    shown = forms.BooleanField(required=False, initial=True, widget=forms.HiddenInput)

    def __init__(self, data: Any = None, files: Any = None, *, instance: Group | None = None) -> None:
        """Take what was sent, and the group (a new one has no key yet)."""
        self.instance = instance or Group()
        rows = GroupLanguage.objects.filter(group=self.instance) if self.instance.pk else []
        known = [row.language for row in rows]
        super().__init__(data, files, prefix="limit", initial={"languages": known, "shown": True})
        offered = dict(get_content_languages())
        # A language that is not set up any more still limits the group, until somebody unticks it.
        choices = [*offered.items(), *((code, code) for code in known if code not in offered)]
        cast("forms.MultipleChoiceField", self.fields["languages"]).choices = choices

    def save(self) -> None:
        """Limit the group to what was ticked. Only what differs is written."""
        if not self.cleaned_data["shown"]:
            return
        wanted, rows = set(self.cleaned_data["languages"]), GroupLanguage.objects.filter(group=self.instance)
        rows.exclude(language__in=wanted).delete()
        known = set(rows.values_list("language", flat=True))
        GroupLanguage.objects.bulk_create(
            GroupLanguage(group=self.instance, language=code) for code in sorted(wanted - known)
        )

    def as_admin_panel(self) -> SafeString:
        """Return the panel as Wagtail's group form shows it."""
        fields = {"field": self["languages"], "shown": self["shown"]}
        return render_to_string("localization/admin/group_languages.html", fields)


@hooks.register("register_group_permission_panel")
def group_languages() -> type[GroupLanguagesForm]:
    """Show the panel below Wagtail's own."""
    return GroupLanguagesForm
