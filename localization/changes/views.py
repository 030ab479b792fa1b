"""Where does a translator see what has changed, and confirm what is right?"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.generic import TemplateView
from wagtail.admin import messages
from wagtail.admin.admin_url_finder import AdminURLFinder
from wagtail.admin.views.generic import WagtailAdminTemplateMixin

from localization.changes.compare import Comparison, Piece, SectionChanges
from localization.changes.confirm import CannotConfirm, Confirmation, confirm_section
from localization.changes.links import row_of
from localization.languages import language
from localization.permissions.rules import Refused, require


class Changes(WagtailAdminTemplateMixin, TemplateView):
    """One translation beside its original; the door (``localization.permissions``) asked for the language."""

    template_name = "localization/changes/changes.html"
    header_icon = "globe"
    page_title = gettext_lazy("Changes of the original")

    @cached_property
    def row(self) -> Any:
        """The translation."""
        return row_of(self.kwargs["label"], self.kwargs["pk"])

    @cached_property
    def comparison(self) -> Comparison:
        """It and its original."""
        return Comparison(self.row)

    def get_page_subtitle(self) -> str:
        """Return what is compared."""
        return f"{self.row} ({self.row.locale.get_display_name()})"

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        """Return the way here: from the board."""
        return [
            *self.breadcrumbs_items,
            {"url": reverse("translation_board"), "label": _("Translations")},
            {"url": "", "label": self.get_page_title(), "sublabel": self.get_page_subtitle()},
        ]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Add the sections, those with work first."""
        comparable = self.comparison.comparable
        sections = self.comparison.sections() if comparable else []
        return super().get_context_data(**kwargs) | {
            "row": self.row,
            "comparable": comparable,
            "unfinished": [
                (section, _lines(section, self.request.POST)) for section in sections if not section.current
            ],
            "current": [section for section in sections if section.current],
            "language": language(self.comparison.target.code),
            "source_language": language(self.comparison.original.code) if comparable else None,
            "edit_url": AdminURLFinder(self.request.user).get_edit_url(self.row),
            "may_publish": _may(self.request.user, self.row, "publish"),
        }

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Confirm the section that was sent; publish if that was asked for."""
        if not self.comparison.comparable:
            raise Http404
        posted = request.POST
        kind = posted.get("section", "")
        section = next((found for found in self.comparison.sections() if found.kind == kind), None)
        texts = dict(_confirmed(section, posted)) if section is not None else {}
        try:
            done = confirm_section(self.comparison, kind, posted.get("digest", ""), texts, request.user)
        except CannotConfirm as reason:
            messages.error(request, str(reason))
            return self.get(request, *args, **kwargs)
        self._tell(done, section)
        if "action-publish" in posted:
            self._publish(done)
        return redirect(request.path)

    def _tell(self, done: Confirmation, section: SectionChanges | None) -> None:
        name = section.label if section is not None else ""
        if done.left:
            text = ngettext(
                "%(count)d text of “%(section)s” is still to be done.",
                "%(count)d texts of “%(section)s” are still to be done.",
                done.left,
            ) % {"count": done.left, "section": name}
            messages.warning(self.request, text)
        else:
            messages.success(self.request, _("“%(section)s” is confirmed.") % {"section": name})

    def _publish(self, done: Confirmation) -> None:
        """Publish the draft; a refusal is told by whoever refuses it (``publishing.middleware``)."""
        done.revision.publish(user=self.request.user)
        row = type(self.row).objects.get(pk=self.row.pk)
        if row.live_revision_id == done.revision.pk:
            messages.success(self.request, _("“%(title)s” is published.") % {"title": row})


@dataclass(frozen=True, slots=True)
class Line:
    """One text on the screen: what stands in its field, and whether it is ticked."""

    piece: Piece
    text: str
    ticked: bool


def _lines(section: SectionChanges, posted: Any) -> list[Line]:
    """Return the unfinished texts of a section, with what was typed if the form comes back.

    What a machine or a memory suggests for a text is ticked; whether an old translation still fits a new
    original, only a person can say.
    """
    return [
        Line(
            piece,
            posted.get(f"text.{piece.key}", piece.offered),
            piece.key in posted.getlist("confirm") if posted else piece.is_suggestion,
        )
        for piece in section.unfinished
    ]


def _confirmed(section: SectionChanges, posted: Any) -> Iterator[tuple[str, str]]:
    """Give what the translator has ticked, and what they have written: their own words need no tick."""
    ticked = set(posted.getlist("confirm"))
    for piece in section.unfinished:
        text = posted.get(f"text.{piece.key}", "").replace("\r\n", "\n").strip()
        if text and (piece.key in ticked or text != piece.offered.strip()):
            yield piece.key, text


def _may(user: Any, row: Any, action: str) -> bool:
    try:
        require(user, row, action)
    except Refused:
        return False
    return True
