"""What is asked of whoever recalls something, or lifts a recall?"""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _
from wagtail.admin.widgets import AdminPageChooser
from wagtail.models import Locale, Page

from localization.languages import language, position
from publishing.models import Recall
from publishing.recall.record import active

PREFIX = "explanation-"


class RecallForm(forms.Form):
    """An explanation in the source language and perhaps in others, what readers get, what to read instead."""

    kind = forms.ChoiceField(
        label=_("What readers get"),
        choices=(
            (
                Recall.Kind.WITHDRAWN.value,
                _("The explanation in place of the content (status 200, “withdrawn”)"),
            ),
            (
                Recall.Kind.GONE.value,
                _("Only that it was recalled (410 “gone”); the explanation is kept in the log"),
            ),
        ),
        initial=Recall.Kind.WITHDRAWN.value,
        widget=forms.RadioSelect,
    )
    replacement = forms.ModelChoiceField(
        label=_("Read this instead"),
        help_text=_("A page that stands in for it. Readers are shown it in their language, if it has that."),
        queryset=Page.objects.filter(depth__gt=1),
        required=False,
        widget=AdminPageChooser(),
    )

    def __init__(self, *args: Any, content_id: UUID, source: str, codes: list[str], **kwargs: Any) -> None:
        """Ask for an explanation in each of the languages ``codes``, required in ``source``."""
        super().__init__(*args, **kwargs)
        self.content_id = content_id
        others = sorted(set(codes) - {source}, key=position)
        asked = {f"{PREFIX}{code}": _explanation(code, source) for code in (source, *others)}
        self.fields.update(asked)
        self.order_fields(["kind", *asked])

    def clean_replacement(self) -> Page | None:
        """Refuse what cannot stand in: the content itself, or one that is recalled."""
        page: Page | None = self.cleaned_data["replacement"]
        if page is None:
            return None
        if page.translation_key == self.content_id:
            raise forms.ValidationError(_("This is what you are recalling. Choose another page."))
        if active(page.translation_key) is not None:
            raise forms.ValidationError(_("That page is recalled too. Choose another page."))
        return page

    @property
    def explanations(self) -> dict[str, str]:
        """Return the explanations that were given, by language code."""
        given = ((name, text) for name, text in self.cleaned_data.items() if name.startswith(PREFIX))
        return {name.removeprefix(PREFIX): text for name, text in given if text}

    @property
    def replaced_by(self) -> UUID | None:
        """Return the content id of the replacement."""
        page = self.cleaned_data["replacement"]
        return None if page is None else page.translation_key


def _explanation(code: str, source: str) -> forms.CharField:
    spoken = language(code)
    attributes = {"lang": spoken.tag, "dir": spoken.direction, "rows": 3}
    if code == source:
        help_text = _(
            "Readers see this, so write it for them. Needed, because the content was written in it."
        )
    else:
        help_text = _("Left empty, readers get the explanation in the source language, marked as such.")
    return forms.CharField(
        label=_("Explanation (%(language)s)") % {"language": Locale(language_code=code).get_display_name()},
        help_text=help_text,
        required=code == source,
        max_length=2000,
        widget=forms.Textarea(attrs=attributes),
    )


class LiftForm(forms.Form):
    """Why it may be published again."""

    reason = forms.CharField(
        label=_("Why it may be published again"),
        help_text=_("Kept in the history of every language. Readers do not see it."),
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
