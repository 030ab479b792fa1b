"""In which order does an editor meet the fields? Tabs and panels in the order of the page."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import (
    FieldPanel,
    FieldRowPanel,
    HelpPanel,
    MultiFieldPanel,
    ObjectList,
    TabbedInterface,
)
from wagtail.models import Page

Panels = list[FieldPanel | FieldRowPanel | HelpPanel | MultiFieldPanel]


def treatment_editor() -> TabbedInterface:
    """Return the edit form of a treatment."""
    return TabbedInterface(
        [
            ObjectList(_overview(), heading=_("Overview")),
            ObjectList(_quick_facts(), heading=_("Quick facts")),
            ObjectList([FieldPanel("conditions")], heading=_("Used for")),
            ObjectList([FieldPanel("process")], heading=_("What happens")),
            ObjectList([_risks_help(), FieldPanel("risks")], heading=_("Risks")),
            ObjectList([FieldPanel("conclusion")], heading=_("Weighing up")),
            ObjectList([FieldPanel("faqs")], heading=_("Questions")),
            ObjectList(
                [FieldPanel("sources"), FieldPanel("authors"), FieldPanel("related")],
                heading=_("Sources and people"),
            ),
            ObjectList(Page.promote_panels, heading=_("Search")),
            ObjectList(Page.settings_panels, heading=_("Settings")),
        ]
    )


def condition_editor() -> TabbedInterface:
    """Return the edit form of a condition."""
    overview = [
        FieldPanel("title"),
        FieldPanel("also_known_as"),
        FieldPanel("summary"),
        FieldPanel("hero"),
    ]
    about = [
        FieldPanel("what_it_is"),
        FieldPanel("signs"),
        FieldPanel("causes"),
        FieldPanel("risk_factors"),
        FieldPanel("skin_tone_note"),
    ]
    return TabbedInterface(
        [
            ObjectList(overview, heading=_("Overview")),
            ObjectList(about, heading=_("About the condition")),
            ObjectList([FieldPanel("self_care"), FieldPanel("seek_help")], heading=_("Care")),
            ObjectList([FieldPanel("faqs")], heading=_("Questions")),
            ObjectList(
                [FieldPanel("sources"), FieldPanel("authors"), FieldPanel("codes")],
                heading=_("Sources and people"),
            ),
            ObjectList(Page.promote_panels, heading=_("Search")),
            ObjectList(Page.settings_panels, heading=_("Settings")),
        ]
    )


def _overview() -> Panels:
    return [
        FieldPanel("title"),
        FieldPanel("also_known_as"),
        FieldPanel("summary"),
        FieldPanel("category"),
        FieldRowPanel([FieldPanel("procedure_type"), FieldPanel("specialty")]),
        FieldPanel("body_areas"),
        FieldPanel("hero"),
    ]


def _quick_facts() -> Panels:
    return [
        HelpPanel(
            content=_(
                "<p>Give numbers only; readers see them in words in their language. Leave a field empty if "
                "the number is not known: readers then see “not known”. Never write 0 for “not known”.</p>"
            )
        ),
        MultiFieldPanel(
            [_span("sessions"), _span("session_minutes"), _span("interval_days")], heading=_("Sessions")
        ),
        MultiFieldPanel(
            [_span("downtime_days"), FieldRowPanel([FieldPanel("anaesthesia"), FieldPanel("performed_by")])],
            heading=_("On the day and after"),
        ),
        MultiFieldPanel([_span("results_visible_weeks"), _span("results_last_months")], heading=_("Results")),
        FieldPanel("medical_assessment_required"),
    ]


def _span(name: str) -> FieldRowPanel:
    return FieldRowPanel([FieldPanel(f"{name}_min"), FieldPanel(f"{name}_max")])


def _risks_help() -> HelpPanel:
    return HelpPanel(
        content=_(
            "<p>State each risk by itself: what it is, how often it happens (with the number from the "
            "source), how bad it is, how long it lasts and what to do. A treatment cannot be published "
            "without at least one risk and one card that says when to seek help.</p>"
        )
    )
