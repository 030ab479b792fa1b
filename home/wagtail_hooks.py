"""How do editors find the menus of the site?"""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import LiveStatusTagColumn, LocaleColumn, UpdatedAtColumn
from wagtail.snippets.models import register_snippet

from home.models import Navigation
from localization.permissions.listing import LanguageSnippetViewSet


class NavigationViewSet(LanguageSnippetViewSet):
    """The menus, once for each language."""

    model = Navigation
    icon = "list-ul"
    menu_label = _("Menus")
    menu_order = 130
    add_to_admin_menu = True
    list_display = ("__str__", LocaleColumn(label=_("Language")), LiveStatusTagColumn(), UpdatedAtColumn())


register_snippet(NavigationViewSet)
