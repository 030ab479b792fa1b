"""Where does the board appear in Wagtail's admin?"""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from django.templatetags.static import static
from django.urls import URLPattern, path, reverse
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from publishing.board.panels import NeedsAttention
from publishing.board.views import Board


@hooks.register("register_admin_urls")
def board_urls() -> list[URLPattern]:
    """Return the addresses of the board, and of its table alone, which is fetched while filtering."""
    return [
        path("translations/", Board.as_view(), name="translation_board"),
        path("translations/results/", Board.as_view(results_only=True), name="translation_board_results"),
    ]


@hooks.register("register_admin_menu_item")
def board_menu_item() -> MenuItem:
    """Offer the board to everybody who may use the admin."""
    return MenuItem(_("Translations"), reverse("translation_board"), icon_name="globe", order=105)


@hooks.register("construct_reports_menu")
def one_board_only(request: HttpRequest, menu_items: list[Any]) -> None:
    """Take wagtail-localize's report away: it calls up to date what is not (wagtail-localize-traps 1)."""
    stock = reverse("wagtail_localize:translations_report")
    menu_items[:] = [item for item in menu_items if item.url != stock]


@hooks.register("construct_homepage_panels")
def needs_attention(request: HttpRequest, panels: list[Any]) -> None:
    """Show what needs attention first."""
    panels.insert(0, NeedsAttention())


@hooks.register("insert_global_admin_css")
def board_styles() -> str:
    """Load the colours of the states everywhere in the admin: lists and editors show them too."""
    return format_html('<link rel="stylesheet" href="{}">', static("css/board.css"))
