"""What of the board does a person see without opening it? On the start page, and beside what they edit."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from django.db.models import Count, F, Q, QuerySet
from django.http import HttpRequest
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy, ngettext
from wagtail.admin.ui.components import Component
from wagtail.admin.ui.side_panels import BaseSidePanel
from wagtail.coreutils import get_content_languages
from wagtail.models import Page
from wagtail.permissions import policy_registry

from localization.languages import all_languages
from localization.permissions.languages import own_languages
from publishing.board.cells import ICONS, Cell, cells_of
from publishing.board.filters import REFUSED
from publishing.board.models import UNFINISHED, Standing, State

# How many pieces of work the start page names.
SHOWN = 8


@dataclass(frozen=True, slots=True)
class Counted:
    """How many contents of one language are in a state, and where they are listed."""

    state: str
    icon: str
    text: str
    url: str


class NeedsAttention(Component):
    """What in the languages of this person is behind, incomplete or was refused."""

    name = "needs_attention"
    template_name = "publishing/board/needs_attention.html"
    order = 200

    def get_context_data(self, parent_context: Any) -> dict[str, Any]:
        """Count, and name the oldest."""
        request = parent_context["request"]
        codes = languages_of_work(request.user)
        found = Standing.objects.filter(_needs_attention(), locale__in=codes)
        return {
            "request": request,
            "counts": counted(found, codes) if codes else [],
            "rows": _oldest(found, request.user) if codes else [],
        }


def languages_of_work(user: Any) -> list[str]:
    """Return the languages that ``user`` answers for: their own, or all for who works on pages in all."""
    own = own_languages(user)
    if own:
        return own
    policy = policy_registry.get_by_type(Page)
    works = policy.user_has_any_permission(user, {"change", "publish"})
    return [language.code for language in all_languages()] if works else []


def _needs_attention() -> Q:
    return Q(state__in=UNFINISHED) | Q(refused=True)


def counted(found: QuerySet[Standing], codes: list[str]) -> list[Counted]:
    """Return the numbers of a set of standings, by language in the given order; none of zero."""
    kinds = {str(state): Count("pk", filter=Q(state=state)) for state in UNFINISHED}
    kinds[REFUSED] = Count("pk", filter=Q(refused=True))
    numbers: dict[str, Any] = {
        row["locale"]: row for row in found.values("locale").annotate(**kinds).order_by("locale")
    }
    return [
        _counted(code, kind, numbers[code][kind])
        for code in codes
        for kind in kinds
        if code in numbers and numbers[code][kind]
    ]


def _counted(code: str, kind: str, number: int) -> Counted:
    words = {
        State.BEHIND: ngettext("%(number)d translation behind", "%(number)d translations behind", number),
        State.PARTIAL: ngettext("%(number)d incomplete", "%(number)d incomplete", number),
        State.READY: ngettext("%(number)d ready to publish", "%(number)d ready to publish", number),
        REFUSED: ngettext("%(number)d refused publication", "%(number)d refused publications", number),
    }
    text = f"{get_content_languages()[code]}: {words[kind] % {'number': number}}"
    icon = "circle-xmark" if kind == REFUSED else ICONS[State(kind)]
    return Counted(kind, icon, text, board_url(language=code, state=kind, ordering="oldest"))


def _oldest(found: QuerySet[Standing], user: Any) -> list[Cell]:
    rows = list(found.order_by(F("behind_since").asc(nulls_last=True), "title", "locale")[:SHOWN])
    everything = list(Standing.objects.filter(content_id__in={row.content_id for row in rows}))
    cells = cells_of(everything, user)
    return [cells[row.content_id][row.locale] for row in rows if row.content_id in cells]


def board_url(**filters: str) -> str:
    """Return the address of the board, filtered."""
    address = reverse("translation_board")
    return f"{address}?{urlencode(filters)}" if filters else address


class StatesPanel(BaseSidePanel):
    """The states of all languages of what is being edited, beside the editor."""

    name = "translations"
    title = gettext_lazy("Translations")
    template_name = "publishing/board/side_panel.html"
    order = 200

    class SidePanelToggle(BaseSidePanel.SidePanelToggle):
        """Its button, with the number of languages that need attention."""

        icon_name = "globe"
        aria_label = gettext_lazy("Toggle translations")

        def get_context_data(self, parent_context: Any) -> dict[str, Any]:
            """Count them."""
            context: dict[str, Any] = super().get_context_data(parent_context)
            context["count"] = self.panel.count
            return context

    @cached_property
    def rows(self) -> list[Standing]:
        """The standing in each language."""
        return list(Standing.objects.filter(content_id=self.object.translation_key))

    @property
    def count(self) -> int:
        """How many languages are behind, incomplete or were refused."""
        return sum(row.state in UNFINISHED or row.refused for row in self.rows)

    def get_context_data(self, parent_context: Any) -> dict[str, Any]:
        """Add the cells."""
        context: dict[str, Any] = super().get_context_data(parent_context)
        cells = cells_of(self.rows, self.request.user).get(self.object.translation_key, {})
        return context | {"cells": list(cells.values()), "board_url": board_url()}


def panel_for(instance: Any, request: HttpRequest) -> StatesPanel | None:
    """Return the panel for what is being edited, or ``None`` for what has no document or is new."""
    from publishing.published import Published

    known = isinstance(instance, Published) and getattr(instance, "pk", None)
    return StatesPanel(instance, request) if known else None
