"""Where does medical review stand in Wagtail's admin?

Imported by ``localization.wagtail_hooks``: the screen's address, its entry in the menus of a page, the review
rules, and how each act reads in the history.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django import forms
from django.urls import include, path
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.viewsets.model import ModelViewSet
from wagtail.admin.widgets.button import Button
from wagtail.log_actions import LogFormatter

from localization.languages import language
from localization.review.models import ReviewRule
from localization.review.rules import is_reviewed, section_kinds
from localization.review.signing import OVERRIDE, SIGN, may
from localization.review.views import ReviewSheet, review_url

ENTRY = {"icon_name": "check", "priority": 45}


@hooks.register("register_admin_urls")
def review_urls() -> list[Any]:
    """Register the address of the screen."""
    sheet = path("review/<uuid:content_id>/<str:code>/", ReviewSheet.as_view(), name="sheet")
    return [path("", include(([sheet], "localization_review")))]


def _entries(page: Any, user: Any) -> Iterator[Button]:
    code = page.locale.language_code
    is_there = page.latest_revision_id is not None and page.alias_of_id is None
    if is_there and is_reviewed(page.specific_class) and (may(user, SIGN, code) or may(user, OVERRIDE, code)):
        yield Button(_("Medical review"), url=review_url(page.translation_key, code), **ENTRY)


@hooks.register("register_page_header_buttons")
def header_entry(page: Any, user: Any, view_name: str, next_url: str | None = None) -> Iterator[Button]:
    """Offer the screen in the header of a page."""
    return _entries(page, user)


@hooks.register("register_page_listing_more_buttons")
def listing_entry(page: Any, user: Any, next_url: str | None = None) -> Iterator[Button]:
    """Offer the screen in the list of pages."""
    return _entries(page, user)


class ReviewRuleForm(forms.ModelForm[ReviewRule]):
    """A rule for one of the sections that there are."""

    class Meta:
        model = ReviewRule
        fields = ("section", "months", "severity")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Offer the kinds of section of the reviewed types."""
        super().__init__(*args, **kwargs)
        choices = [(kind, kind) for kind in section_kinds()]
        self.fields["section"] = forms.ChoiceField(label=_("Section"), choices=choices)


class ReviewRuleViewSet(ModelViewSet):
    """For how long reviews hold, by section; for administrators."""

    model = ReviewRule
    icon = "date"
    name = "review_rules"
    menu_label = _("Review rules")
    add_to_settings_menu = True
    list_display = ("section", "months", "severity")

    def get_form_class(self, for_update: bool = False) -> type[forms.ModelForm[ReviewRule]]:
        """Return the form with the choice of sections."""
        return ReviewRuleForm


@hooks.register("register_admin_viewset")
def review_rules() -> ReviewRuleViewSet:
    """Register the screen of the rules."""
    return ReviewRuleViewSet()


@hooks.register("register_log_actions")
def review_actions(actions: Any) -> None:
    """Show every signature, carry-over and override in the history of its page."""
    for name, formatter in ACTIONS.items():
        actions.register_action(f"localization.review.{name}")(formatter)


class _Formatter(LogFormatter):
    message: Any = ""

    def format_message(self, log_entry: Any) -> str:
        data = log_entry.data
        spoken = language(data["language"]).name
        return str(self.message) % {
            "sections": ", ".join(data.get("sections", [])),
            "language": spoken,
            "name": data.get("name", ""),
            "reason": data.get("reason", ""),
        }


class Sign(_Formatter):
    """A reviewer has signed."""

    label = _("Sign a medical review")
    message = _("Medical review signed in %(language)s as %(name)s: %(sections)s")


class CarryOver(_Formatter):
    """A reviewer has carried a signature over."""

    label = _("Carry a medical review over")
    message = _("Medical review carried over to a new wording in %(language)s by %(name)s: %(sections)s")


class Override(_Formatter):
    """Somebody has let something be published without a review."""

    label = _("Let content be published without a review")
    message = _(
        "Publishing without a medical review allowed in %(language)s: %(sections)s. Reason: %(reason)s"
    )


ACTIONS = {"sign": Sign, "carry_over": CarryOver, "override": Override}
