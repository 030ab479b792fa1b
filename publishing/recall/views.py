"""On which screen is a content recalled, and a recall lifted? On the same one: it offers what can be done."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import FormView
from wagtail import hooks
from wagtail.admin import messages
from wagtail.admin.ui.tables import Column, DateColumn, TitleColumn
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.admin.views.reports import ReportView
from wagtail.admin.widgets.button import Button
from wagtail.models import Locale

from publishing.announce import edit_url_of
from publishing.models import Document, Recall
from publishing.published_types import rows_of
from publishing.recall.act import (
    AlreadyRecalled,
    NotRecalled,
    lift,
    may_recall,
    recall,
    source_of,
)
from publishing.recall.affected import effects_of_recalling
from publishing.recall.forms import LiftForm, RecallForm
from publishing.recall.record import active


class RecallScreen(WagtailAdminTemplateMixin, FormView):  # type: ignore[type-arg]
    """Recall a content in every language, or lift the recall that it is under."""

    template_name = "wagtailadmin/recall/recall.html"
    header_icon = "warning"

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        """Let in who may recall; find what it is about."""
        if not may_recall(request.user):
            raise PermissionDenied
        self.content_id: UUID = kwargs["content_id"]
        self.rows = rows_of(self.content_id)
        self.recall = active(self.content_id)
        if not self.rows and self.recall is None:
            raise Http404
        return super().dispatch(request, *args, **kwargs)

    def get_form_class(self) -> type[Any]:
        """Ask for what the state of the content calls for."""
        return RecallForm if self.recall is None else LiftForm

    def get_form_kwargs(self) -> dict[str, Any]:
        """Give the form the languages that readers have, or once had."""
        given = super().get_form_kwargs()
        if self.recall is not None:
            return given
        public = Document.objects.filter(content_id=self.content_id).values_list("locale", flat=True)
        source = source_of(self.content_id, self.rows)
        return {**given, "content_id": self.content_id, "source": source, "codes": list(public)}

    def form_valid(self, form: Any) -> HttpResponse:
        """Do it, and say what was done."""
        try:
            if isinstance(form, RecallForm):
                self._recall(form)
            else:
                lift(self.content_id, reason=form.cleaned_data["reason"], user=self.request.user)
                text = _(
                    "The recall of “%(title)s” is lifted. It is public again once somebody publishes it."
                )
                messages.success(self.request, text % {"title": self._title()})
        except (AlreadyRecalled, NotRecalled):
            messages.error(self.request, _("Somebody else was faster. This is how it stands now."))
            return redirect(self.request.path)
        return redirect(self._way_back())

    def _recall(self, form: RecallForm) -> None:
        made = recall(
            self.content_id,
            kind=form.cleaned_data["kind"],
            explanations=form.explanations,
            replaced_by=form.replaced_by,
            user=self.request.user,
        )
        names = ", ".join(Locale(language_code=code).get_display_name() for code in made.locales)
        text = _("“%(title)s” is recalled in every language: %(languages)s.")
        messages.success(self.request, text % {"title": made.title, "languages": names})

    def _title(self) -> str:
        return self.recall.title if self.recall is not None else str(self._source_row())

    def _source_row(self) -> Any:
        code = source_of(self.content_id, self.rows)
        return next((row for row in self.rows if row.locale.language_code == code), self.rows[0])

    def _way_back(self) -> str:
        editing = edit_url_of(self._source_row()) if self.rows else ""
        return editing or reverse("publishing_recalls")

    def get_page_title(self) -> str:
        """Return what is to be done."""
        return str(_("Recall") if self.recall is None else _("Lift the recall"))

    def get_page_subtitle(self) -> str:
        """Return of what."""
        return self._title()

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        """Return none: the header names the content."""
        return []

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Add what will happen, or the recall that stands."""
        context = super().get_context_data(**kwargs)
        return {
            **context,
            "recall": self.recall,
            "effects": effects_of_recalling(self.content_id, self.rows),
            "explanation": self.recall and self.recall.explanations.get(self.recall.source_locale, ""),
            "action_url": self.request.path,
            "way_back": self._way_back(),
            "media": context["form"].media,
        }


class RecallReport(ReportView):
    """Every recall, those that stand first."""

    model = Recall
    page_title = gettext_lazy("Recalls")
    header_icon = "warning"
    index_url_name = "publishing_recalls"
    index_results_url_name = "publishing_recalls_results"
    results_template_name = "wagtailadmin/generic/listing_results.html"
    default_ordering = "-recalled_at"
    is_searchable = False
    list_export = ["title", "kind", "recalled_at", "recalled_by", "lifted_at", "lifted_by", "lift_reason"]
    columns = [
        TitleColumn("title", label=gettext_lazy("Title"), get_url=lambda one: _screen_of(one)),
        Column("get_kind_display", label=gettext_lazy("Readers get")),
        DateColumn("recalled_at", label=gettext_lazy("Recalled"), sort_key="recalled_at"),
        Column("recalled_by", label=gettext_lazy("By")),
        DateColumn("lifted_at", label=gettext_lazy("Lifted"), sort_key="lifted_at"),
        Column("lift_reason", label=gettext_lazy("Why it was lifted")),
    ]

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        """Let in who may recall."""
        if not may_recall(request.user):
            raise PermissionDenied
        response: HttpResponseBase = super().dispatch(request, *args, **kwargs)
        return response

    @property
    def header_more_buttons(self) -> list[Button]:
        """Return the ways on, with what other apps offer by ``register_recall_report_buttons``."""
        offered = hooks.get_hooks("register_recall_report_buttons")
        return [
            *super().header_more_buttons,
            *(button for offer in offered for button in offer(self.request)),
        ]

    def get_base_queryset(self) -> Any:
        """Return all of them with the people who acted."""
        return Recall.objects.select_related("recalled_by", "lifted_by")


def _screen_of(one: Recall) -> str:
    return reverse("publishing_recall", args=[one.content_id])
