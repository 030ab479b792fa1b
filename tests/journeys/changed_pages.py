"""Which journey changes which page of the demo? All share one site, and go in any order."""

from enum import StrEnum, unique


@unique
class Changed(StrEnum):
    """The page that a journey changes, by its name in the demo. No two may name the same: that fails here."""

    ANOTHER_ORIGIN = "treatments/dermal-filler"
    CACHING = "pages/accessibility"
    CATCHING_UP = "pages/how-we-review"
    CHECKING = "pages/privacy"
    EDITING = "treatments/chemical-peel"
    REVIEWING = "conditions/ageing-skin"
    SENT_TO_GERMAN = "treatments/microneedling"
    HALF_TRANSLATED = "treatments/fractional-laser"
    WITHDRAWING = "treatments/platelet-rich-plasma"

    @property
    def slug(self) -> str:
        """Return the last part of its address."""
        return self.rsplit("/", maxsplit=1)[-1]
