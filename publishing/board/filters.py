"""How is the board narrowed down? By type and by state, in one language or in any."""

from __future__ import annotations

from typing import Any

import django_filters
from django import forms
from django.db.models import Count, Exists, OuterRef, QuerySet
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import WagtailFilterSet
from wagtail.coreutils import get_content_languages

from localization.languages import all_languages
from publishing.board.models import Standing, State
from publishing.published_types import published_types

DRAFT, REFUSED = "draft", "refused"


def type_choices() -> list[tuple[str, str]]:
    """Return every type of document with the name that editors know it by."""
    named = [(key, capfirst(model._meta.verbose_name)) for key, model in published_types().items()]
    return sorted(named, key=lambda choice: choice[1])


def language_choices() -> list[tuple[str, str]]:
    """Return every language by its English name, in the setting's order."""
    return [(language.code, get_content_languages()[language.code]) for language in all_languages()]


def state_choices() -> list[tuple[str, str]]:
    """Return the states of a cell, and what a cell may say besides."""
    found = [(str(state), str(state.label)) for state in State if state != State.ORIGINAL]
    return [*found, (DRAFT, str(_("Draft in progress"))), (REFUSED, str(_("Publication refused")))]


def in_state(rows: QuerySet[Standing], wanted: str) -> QuerySet[Standing]:
    """Return those of the standings that are in a state (``state_choices``, except “missing”)."""
    if wanted == DRAFT:
        return rows.filter(draft=True)
    if wanted == REFUSED:
        return rows.filter(refused=True)
    return rows.filter(state=wanted)


class BoardFilters(WagtailFilterSet):
    """The board's filters; they are read together."""

    type = django_filters.ChoiceFilter(
        label=_("Type"), choices=type_choices, empty_label=_("All"), widget=forms.RadioSelect
    )
    language = django_filters.ChoiceFilter(
        label=_("Language"),
        choices=language_choices,
        empty_label=_("All"),
        widget=forms.RadioSelect,
        method="nothing_yet",
    )
    state = django_filters.ChoiceFilter(
        label=_("State"),
        choices=state_choices,
        empty_label=_("All"),
        widget=forms.RadioSelect,
        method="nothing_yet",
    )

    class Meta:
        """Asked of the row that stands for a content."""

        model = Standing
        fields = ("type",)

    def nothing_yet(self, queryset: Any, name: str, value: str) -> Any:
        """Leave language and state to ``filter_queryset``: one means little without the other."""
        return queryset

    def filter_queryset(self, queryset: Any) -> Any:
        """Return the contents that have the chosen state in the chosen language, or in any."""
        queryset = super().filter_queryset(queryset)
        code, state = (self.form.cleaned_data.get(name) for name in ("language", "state"))
        rows = Standing.objects.filter(content_id=OuterRef("content_id"))
        if code:
            rows = rows.filter(locale=code)
        if state == State.MISSING:
            return _lacking(queryset, rows, code)
        if state:
            return queryset.filter(Exists(in_state(rows, state)))
        return queryset


def _lacking(queryset: Any, rows: QuerySet[Standing], code: str) -> Any:
    """Return the contents that are not there in a language, or not in all of them."""
    if code:
        return queryset.exclude(Exists(rows))
    counted = Standing.objects.values("content_id").annotate(there=Count("locale"))
    complete = counted.filter(there__gte=len(all_languages())).values("content_id")
    return queryset.exclude(content_id__in=complete)
