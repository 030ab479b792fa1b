"""Where are term pairs written down? In a listing of the admin, filtered by language and kind."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.admin.viewsets.model import ModelViewSet

from localization.models import TermPair


class TermPairViewSet(ModelViewSet):
    """All term pairs."""

    model = TermPair
    icon = "openquote"
    menu_label = _("Term pairs")
    add_to_settings_menu = True
    list_display = ["source", "target", "kind", "source_language", "target_language"]
    list_filter = ["target_language", "kind"]
    search_fields = ["source", "target"]
    inspect_view_enabled = False
    panels = [
        FieldPanel("kind"),
        FieldRowPanel([FieldPanel("source_language"), FieldPanel("target_language")]),
        MultiFieldPanel([FieldPanel("source"), FieldPanel("target")], heading=_("Words")),
        FieldPanel("note"),
    ]
