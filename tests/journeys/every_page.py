"""Which pages of the site does every measurement look at, and in which languages?"""

import os
from dataclasses import dataclass
from enum import Enum

from cms.demo_content.library import content_id

# Latin script twice, because German words are long; from right to left; and without spaces between words.
MEASURED = ("en", "de", "ar", "zh-hans")


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of page.

    Attributes:
        path: its address after that of the language.
        status: what is answered.
    """

    path: str
    status: int = 200


class Page(Enum):
    """Every kind of page that a visitor can meet, with an example."""

    HOME = Kind("")
    TREATMENTS = Kind("treatments/")
    FILTERED = Kind("treatments/?downtime=none")
    TREATMENT = Kind("treatments/mesotherapy/")
    CONDITIONS = Kind("conditions/")
    CONDITION = Kind("conditions/melasma/")
    CATEGORY = Kind("categories/injections/")
    PERSON = Kind(f"people/{content_id('people/helena-marlow')}/")
    GLOSSARY = Kind("glossary/")
    SEARCH = Kind("search/?q=mesotherapy")
    NOTHING_FOUND = Kind("search/?q=xyzzyx")
    PLAIN = Kind("about/")
    UNKNOWN_CHOICE = Kind("treatments/?category=nothing-like-it", 400)
    ENQUIRY = Kind(f"enquiry/?about={content_id('treatments/mesotherapy')}")
    THANKS = Kind("enquiry/thanks/")
    COMMENTS = Kind(f"comments/{content_id('treatments/mesotherapy')}/")
    MISSING = Kind("nowhere/", 404)
    GONE = Kind("open-evening/", 410)

    def address(self, language: str) -> str:
        """Return the whole path in a language."""
        return f"/{language}/{self.value.path}"


ALL = [(language, page) for language in MEASURED for page in Page]
_TURN = {page: number for number, page in enumerate(Page)}
# ``MEASURE=some`` is for who waits: each kind in one of the languages, each language with a quarter of them.
SOME = [
    (language, page)
    for number, language in enumerate(MEASURED)
    for page in Page
    if os.environ.get("MEASURE") != "some" or _TURN[page] % len(MEASURED) == number
]


def name_of(language: str, page: Page) -> str:
    """Return what the measurement of a page is called."""
    return f"{language}-{page.name.lower().replace('_', '-')}"
