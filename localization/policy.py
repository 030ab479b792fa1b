"""What does a reader get for a part of a translation that is not current, and may it be published at all?

The decision table of DESIGN, section 3. Nothing else in the project decides this.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal

from wagtail.models import Page

from localization.models import Policy, SectionPolicy

if TYPE_CHECKING:
    from localization.freshness import State

Standing = Literal["first", "live"]  # has this section ever been confirmed in this language?
Shown = Literal["translation", "held", "items"]

# The part of a page that menus, cards, search results and machines show: no half of it can be marked.
UNDIVIDED = "overview"


@dataclass(frozen=True, slots=True)
class Decision:
    """Whether a revision may be published, and what readers get of the section if it is (or already was).

    ``translation``: the live revision's text. ``held``: the last confirmed text. ``items``: item by item,
    what is confirmed against the live original in the reader's language, the rest in the original's.
    """

    publish: bool
    shown: Shown


PUBLISHED = Decision(publish=True, shown="translation")
HELD = Decision(publish=True, shown="held")
BY_ITEM = Decision(publish=True, shown="items")
REFUSED = Decision(publish=False, shown="held")
REFUSED_BY_ITEM = Decision(publish=False, shown="items")

HOLD, SOURCE, BLOCK = Policy.HOLD, Policy.SOURCE, Policy.BLOCK

TABLE: Mapping[tuple[Standing, State], Mapping[Policy, Decision]] = {
    # A text that nobody changed since is shown, whatever the policy.
    ("first", "current"): {HOLD: PUBLISHED, SOURCE: PUBLISHED, BLOCK: PUBLISHED},
    ("live", "current"): {HOLD: PUBLISHED, SOURCE: PUBLISHED, BLOCK: PUBLISHED},
    # Complete, confirmed by a person, but the original has moved on: what is held is this very text.
    ("first", "behind"): {HOLD: PUBLISHED, SOURCE: BY_ITEM, BLOCK: REFUSED},
    ("live", "behind"): {HOLD: PUBLISHED, SOURCE: BY_ITEM, BLOCK: REFUSED},
    # Incomplete, and nothing to hold: “hold” acts as “source”, and what was live before “block” was chosen
    # is never shown as if somebody had confirmed it.
    ("first", "partial"): {HOLD: BY_ITEM, SOURCE: BY_ITEM, BLOCK: REFUSED_BY_ITEM},
    ("first", "missing"): {HOLD: BY_ITEM, SOURCE: BY_ITEM, BLOCK: REFUSED_BY_ITEM},
    # Incomplete now, but there is a text that was confirmed before.
    ("live", "partial"): {HOLD: HELD, SOURCE: BY_ITEM, BLOCK: REFUSED},
    ("live", "missing"): {HOLD: HELD, SOURCE: BY_ITEM, BLOCK: REFUSED},
}


def decide(standing: Standing, state: State, policy: Policy, *, retracted: bool = False) -> Decision:
    """Look the decision up.

    ``retracted`` says that the original took something back which must not be held (a withdrawn claim): what
    would be held or shown although it is behind is then shown item by item.
    """
    decision = TABLE[standing, state][policy]
    if retracted and state != "current":
        return Decision(decision.publish, "items")
    return decision


def policies() -> dict[str, Policy]:
    """Return the policies that this site has changed, by section kind."""
    return {row.section: Policy(row.policy) for row in SectionPolicy.objects.all()}


def policy_of(model: type[Any], section: str, changed: Mapping[str, Policy]) -> Policy:
    """Return the policy of a section of a type; ``changed`` are this site's own (``policies``).

    What readers see as a card inside other pages (a snippet), and the undivided part of a page, is never
    mixed: a policy of ``source`` is one of ``block`` there.
    """
    if not issubclass(model, Page):
        return Policy.BLOCK
    chosen = changed.get(section, DEFAULTS.get(section, Policy.HOLD))
    return Policy.BLOCK if section == UNDIVIDED and chosen == Policy.SOURCE else chosen


DEFAULTS = {UNDIVIDED: Policy.BLOCK, "risks": Policy.SOURCE}
