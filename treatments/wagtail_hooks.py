"""How do editors find treatments, conditions and what belongs to them? In the menu “Treatments”."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import DateColumn, LiveStatusTagColumn, LocaleColumn, UpdatedAtColumn
from wagtail.admin.ui.tables.pages import BulkActionsColumn, PageStatusColumn, PageTitleColumn
from wagtail.admin.views.pages.listing import IndexView
from wagtail.admin.viewsets.pages import PageListingViewSet
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet, SnippetViewSetGroup

from localization.permissions.listing import LanguageSnippetViewSet
from publishing.board.columns import StatesColumn
from treatments.models import Category, ConditionPage, GlossaryTerm, Source, TreatmentPage


def page_columns() -> list[object]:
    """Return the columns of a list of pages: title, language, the states of all languages, status."""
    return [
        BulkActionsColumn("bulk_actions"),
        PageTitleColumn("title", label=_("Title"), sort_key="title", classname="title"),
        LocaleColumn(label=_("Language")),
        DateColumn("latest_revision_created_at", label=_("Updated"), sort_key="latest_revision_created_at"),
        StatesColumn(),
        PageStatusColumn("status", label=_("State"), sort_key="live", width="12%"),
    ]


class Listing(IndexView):
    """A list of pages whose language has a column of its own, so the title does not repeat it."""

    show_locale_labels = False


class TreatmentListing(PageListingViewSet):
    """All treatments in all languages."""

    model = TreatmentPage
    index_view_class = Listing
    name = "treatment_listing"
    menu_label = _("Treatments")
    icon = "pick"
    list_display = page_columns()
    list_filter = ("live", "category", "procedure_type")
    ordering = "title"


class ConditionListing(PageListingViewSet):
    """All conditions in all languages."""

    model = ConditionPage
    index_view_class = Listing
    name = "condition_listing"
    menu_label = _("Conditions")
    icon = "view"
    list_display = page_columns()
    list_filter = ("live",)
    ordering = "title"


class CategoryViewSet(LanguageSnippetViewSet):
    """The categories of treatments."""

    model = Category
    icon = "folder-open-inverse"
    list_display = ("name", LocaleColumn(label=_("Language")), LiveStatusTagColumn(), UpdatedAtColumn())
    list_filter = ("live",)


class GlossaryTermViewSet(LanguageSnippetViewSet):
    """The glossary."""

    model = GlossaryTerm
    icon = "openquote"
    list_display = (
        "term",
        "abbreviation",
        LocaleColumn(label=_("Language")),
        LiveStatusTagColumn(),
        UpdatedAtColumn(),
    )
    list_filter = ("live",)


class SourceViewSet(SnippetViewSet):
    """The sources that pages rest on."""

    model = Source
    icon = "doc-full"
    list_display = ("title", "kind", "publisher", "year", "language")
    list_filter = ("kind", "language", "year")


class TreatmentsMenu(SnippetViewSetGroup):
    """The menu of the product's nouns."""

    items = (TreatmentListing, ConditionListing, CategoryViewSet, GlossaryTermViewSet, SourceViewSet)
    menu_label = _("Treatments")
    menu_icon = "pick"
    menu_order = 110


register_snippet(TreatmentsMenu)
