"""How do editors find the people and the organisation? In the menu “People”."""

from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.ui.tables import BooleanColumn, LiveStatusTagColumn, LocaleColumn, UpdatedAtColumn
from wagtail.admin.viewsets.model import ModelViewSet
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSetGroup

from localization.permissions.listing import LanguageSnippetViewSet
from people.models import Organisation, Person, ReviewerAccount


class PersonViewSet(LanguageSnippetViewSet):
    """Authors and medical professionals."""

    model = Person
    icon = "user"
    list_display = (
        "full_name",
        "job_title",
        BooleanColumn("is_medical", label=_("Medical professional")),
        LocaleColumn(label=_("Language")),
        LiveStatusTagColumn(),
        UpdatedAtColumn(),
    )
    list_filter = ("live", "is_medical")


class OrganisationViewSet(LanguageSnippetViewSet):
    """The publisher of the site, once for each language."""

    model = Organisation
    icon = "home"
    list_display = ("name", LocaleColumn(label=_("Language")), LiveStatusTagColumn(), UpdatedAtColumn())


class PeopleMenu(SnippetViewSetGroup):
    """The menu of those who write and answer for content."""

    items = (PersonViewSet, OrganisationViewSet)
    menu_label = _("People")
    menu_icon = "group"
    menu_order = 120


register_snippet(PeopleMenu)


class ReviewerAccountViewSet(ModelViewSet):
    """As whom the accounts of medical reviewers sign; for administrators."""

    model = ReviewerAccount
    icon = "user"
    name = "reviewer_accounts"
    menu_label = _("Reviewer accounts")
    add_to_settings_menu = True
    form_fields = ("user", "person")
    list_display = ("user", "person")


@hooks.register("register_admin_viewset")
def reviewer_accounts() -> ReviewerAccountViewSet:
    """Register the screen of the reviewer accounts."""
    return ReviewerAccountViewSet()
