"""What should a medical reviewer look at next: of what is published, and of what is about to be?

What is published is read from documents alone, and drafts from Wagtail's own table, so a page of either list
costs the same however many there are. Whether a draft needs a signature is told by its screen.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Any
from uuid import UUID

import django_filters
from django.contrib.contenttypes.models import ContentType
from django.db.models import Case, F, IntegerField, QuerySet, Value, When
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import include, path, reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.tables import BooleanColumn, Column, DateColumn, StatusTagColumn, TitleColumn
from wagtail.admin.views.generic import IndexView
from wagtail.admin.widgets.button import HeaderButton
from wagtail.models import Page

from localization.languages import all_languages, language
from localization.permissions.languages import languages_for
from localization.review.rules import reviewed_types
from localization.review.signing import SIGN
from localization.review.standing import WORST_FIRST
from localization.review.views import review_url
from publishing.board.models import Standing
from publishing.models import Document, Status

# A review that ends within this time is listed, so that it can be renewed without a gap.
AHEAD = dt.timedelta(days=30)
STATES = {
    "voided": _("Changed since the review"),
    "overdue": _("Overdue"),
    "missing": _("Not reviewed"),
    "valid": _("Due soon"),
}


ON_THE_BOARD = {**STATES, "overdue": _("Review overdue"), "valid": _("Reviewed")}


class ToReviewFilters(WagtailFilterSet):
    """By language and by what is the matter."""

    locale = django_filters.ChoiceFilter(
        label=_("Language"), choices=lambda: [(spoken.code, spoken.name) for spoken in all_languages()]
    )
    standing = django_filters.ChoiceFilter(label=_("Review"), choices=list(STATES.items()))

    class Meta:
        model = Document
        fields = ("locale", "standing")


class ForReviewers(IndexView):
    """Base of both lists: in the languages of the reviewer."""

    page_title = _("To review")
    header_icon = "check"
    paginate_by = 50
    # The languages of the groups decide (below), not Django's permissions on documents and pages.
    any_permission_required = None
    is_searchable = False
    show_other_searches = False

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Let reviewers in, and answer 403 to others."""
        self.codes = languages_for(request.user, SIGN)
        if self.codes is not None and not self.codes:
            return render(request, "localization/review/refused.html", status=403)
        return super().dispatch(request, *args, **kwargs)

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        """Return the way here."""
        return [*self.breadcrumbs_items, {"url": "", "label": self.page_title}]


class ToReview(ForReviewers):
    """Published content in the reviewer's languages whose review is missing, void, overdue or due soon."""

    model = Document
    index_url_name = "publishing_review:index"
    index_results_url_name = "publishing_review:results"
    filterset_class = ToReviewFilters
    default_ordering = ("urgency", "review_due", "title", "locale")
    columns = (
        TitleColumn("title", label=_("Title"), get_url=lambda row: review_url(row.content_id, row.locale)),
        Column("locale", label=_("Language"), accessor=lambda row: language(row.locale).name),
        StatusTagColumn(
            "standing",
            label=_("Review"),
            accessor=lambda row: STATES[row.standing],
            primary=lambda row: row.standing == "valid",
        ),
        # As a date: the ages of Wagtail's own column know the past only.
        Column(
            "review_due",
            label=_("Due"),
            accessor=lambda row: date_format(row.review_due, "j F Y") if row.review_due else "",
        ),
        DateColumn("updated_at", label=_("Text last changed")),
    )

    @property
    def header_buttons(self) -> list[HeaderButton]:
        """The way to the drafts."""
        return [HeaderButton(_("Drafts"), url=reverse("publishing_review:drafts"), icon_name="edit")]

    def get_base_queryset(self) -> QuerySet[Document]:
        """Return what needs a reviewer, the most urgent first."""
        return to_review(self.codes)


class DraftsToReview(ForReviewers):
    """Pages of reviewed types, in the reviewer's languages, with a version that is not published yet."""

    model = Page
    page_title = _("Drafts to review")
    index_url_name = "publishing_review:drafts"
    index_results_url_name = "publishing_review:drafts_results"
    default_ordering = ("-latest_revision_created_at", "pk")
    columns = (
        TitleColumn(
            "title",
            label=_("Title"),
            accessor="draft_title",
            get_url=lambda row: review_url(row.translation_key, row.locale.language_code),
        ),
        Column("locale", label=_("Language"), accessor=lambda row: language(row.locale.language_code).name),
        BooleanColumn("live", label=_("An earlier version is published")),
        DateColumn("latest_revision_created_at", label=_("Written")),
    )

    @property
    def header_buttons(self) -> list[HeaderButton]:
        """The way to what is published."""
        return [HeaderButton(_("Published"), url=reverse("publishing_review:index"), icon_name="view")]

    def get_base_queryset(self) -> QuerySet[Page]:
        """Return the pages, in a queryset of plain pages."""
        types = ContentType.objects.get_for_models(*reviewed_types()).values()
        rows = Page.objects.filter(content_type__in=types, has_unpublished_changes=True)
        rows = rows.filter(latest_revision__isnull=False, alias_of__isnull=True).select_related("locale")
        return rows if self.codes is None else rows.filter(locale__language_code__in=self.codes)


def to_review(codes: frozenset[str] | None) -> QuerySet[Document]:
    """Return the live documents in these languages (``None``: all) that a reviewer should look at.

    ``standing`` is the state as the clock has it now, ``urgency`` its place in the order.
    """
    now = timezone.now()
    rows = Document.objects.filter(status=Status.LIVE).exclude(review_state="").defer("body", "card")
    if codes is not None:
        rows = rows.filter(locale__in=codes)
    order = [When(standing=state, then=Value(place)) for place, state in enumerate(WORST_FIRST)]
    rows = rows.annotate(standing=_standing_at(now)).exclude(standing="valid", review_due__gt=now + AHEAD)
    return rows.annotate(urgency=Case(*order, output_field=IntegerField()))


def _standing_at(now: dt.datetime) -> Case:
    """Return the state of a document's review as the clock has it: the column is as of the last compile."""
    over = When(review_state="valid", review_due__lte=now, then=Value("overdue"))
    return Case(over, default=F("review_state"))


def review_words(rows: list[Standing]) -> dict[tuple[UUID, str], str]:
    """Return what the board says of the reviews of these rows; one query."""
    live = Document.objects.filter(status=Status.LIVE, content_id__in={row.content_id for row in rows})
    live = live.exclude(review_state="").annotate(standing=_standing_at(timezone.now()))
    found = live.values_list("content_id", "locale", "standing")
    return {(content_id, code): str(ON_THE_BOARD[state]) for content_id, code, state in found}


class ToReviewItem(MenuItem):
    """The entry in the main menu, for those who sign."""

    def is_shown(self, request: HttpRequest) -> bool:
        """Show it to reviewers of any language."""
        codes = languages_for(request.user, SIGN)
        return codes is None or bool(codes)


def menu_item() -> MenuItem:
    """Return the entry in the main menu."""
    return ToReviewItem(_("To review"), reverse("publishing_review:index"), icon_name="check", order=130)


def urls() -> list[Any]:
    """Return the addresses of the list."""
    view: Callable[..., Any] = ToReview.as_view
    drafts: Callable[..., Any] = DraftsToReview.as_view
    patterns = [
        path("review/", view(), name="index"),
        path("review/results/", view(results_only=True), name="results"),
        path("review/drafts/", drafts(), name="drafts"),
        path("review/drafts/results/", drafts(results_only=True), name="drafts_results"),
    ]
    return [path("", include((patterns, "publishing_review")))]
