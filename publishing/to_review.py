"""Which published content should a medical reviewer look at next?

Read from documents alone, so a page of the list costs the same however many there are. Drafts are not in it:
whoever wants one reviewed sends its page, and the workflow “Medical review” brings it to the reviewers.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Any

import django_filters
from django.db.models import Case, F, IntegerField, QuerySet, Value, When
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import include, path, reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.tables import Column, DateColumn, StatusTagColumn, TitleColumn
from wagtail.admin.views.generic import IndexView

from localization.languages import all_languages, language
from localization.permissions.languages import languages_for
from localization.review.signing import SIGN
from localization.review.standing import WORST_FIRST
from localization.review.views import review_url
from publishing.models import Document, Status

# A review that ends within this time is listed, so that it can be renewed without a gap.
AHEAD = dt.timedelta(days=30)
STATES = {
    "voided": _("Changed since the review"),
    "overdue": _("Overdue"),
    "missing": _("Not reviewed"),
    "valid": _("Due soon"),
}


class ToReviewFilters(WagtailFilterSet):
    """By language and by what is the matter."""

    locale = django_filters.ChoiceFilter(
        label=_("Language"), choices=lambda: [(spoken.code, spoken.name) for spoken in all_languages()]
    )
    standing = django_filters.ChoiceFilter(label=_("Review"), choices=list(STATES.items()))

    class Meta:
        model = Document
        fields = ("locale", "standing")


class ToReview(IndexView):
    """Published content in the reviewer's languages whose review is missing, void, overdue or due soon."""

    model = Document
    page_title = _("To review")
    header_icon = "check"
    index_url_name = "publishing_review:index"
    index_results_url_name = "publishing_review:results"
    filterset_class = ToReviewFilters
    default_ordering = ("urgency", "review_due", "title", "locale")
    paginate_by = 50
    # The languages of the groups decide (below), not Django's permissions on documents.
    any_permission_required = None
    is_searchable = False
    show_other_searches = False
    columns = (
        TitleColumn("title", label=_("Title"), get_url=lambda row: review_url(row.content_id, row.locale)),
        Column("locale", label=_("Language"), accessor=lambda row: language(row.locale).name),
        StatusTagColumn(
            "standing",
            label=_("Review"),
            accessor=lambda row: STATES[row.standing],
            primary=lambda row: row.standing == "valid",
        ),
        DateColumn("review_due", label=_("Due")),
        DateColumn("updated_at", label=_("Text last changed")),
    )

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Let reviewers in, and answer 403 to others."""
        self.codes = languages_for(request.user, SIGN)
        if self.codes is not None and not self.codes:
            return render(request, "localization/review/refused.html", status=403)
        return super().dispatch(request, *args, **kwargs)

    def get_base_queryset(self) -> QuerySet[Document]:
        """Return what needs a reviewer, the most urgent first."""
        return to_review(self.codes)

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        """Return the way here."""
        return [*self.breadcrumbs_items, {"url": "", "label": self.page_title}]


def to_review(codes: frozenset[str] | None) -> QuerySet[Document]:
    """Return the live documents in these languages (``None``: all) that a reviewer should look at.

    ``standing`` is the state as the clock has it now, ``urgency`` its place in the order.
    """
    now = timezone.now()
    rows = Document.objects.filter(status=Status.LIVE).exclude(review_state="").defer("body", "card")
    if codes is not None:
        rows = rows.filter(locale__in=codes)
    over = When(review_state="valid", review_due__lte=now, then=Value("overdue"))
    order = [When(standing=state, then=Value(place)) for place, state in enumerate(WORST_FIRST)]
    rows = rows.annotate(standing=Case(over, default=F("review_state")))
    rows = rows.exclude(standing="valid", review_due__gt=now + AHEAD)
    return rows.annotate(urgency=Case(*order, output_field=IntegerField()))


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
    patterns = [
        path("review/", view(), name="index"),
        path("review/results/", view(results_only=True), name="results"),
    ]
    return [path("", include((patterns, "publishing_review")))]
