"""Which query parameters are there, what may they be, and how are they read?

One definition serves both the reading and the OpenAPI description. Whatever is not defined is refused: a
misspelt filter that is ignored would give an answer that nobody asked for.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from delivery.cursors import Cursor, Offset
from delivery.problems import InvalidParameter, RepeatedParameter, UnknownLocale, UnknownParameter
from localization.languages import Language, UnknownLanguage, language
from publishing.published_types import published_types
from publishing.search.indexing import is_searched
from publishing.search.query import LONGEST_QUERY

if TYPE_CHECKING:
    from django.utils.functional import _StrOrPromise

LARGEST_PAGE = 100
USUAL_PAGE = 20


@dataclass(frozen=True, slots=True)
class Parameter:
    """One query parameter.

    Attributes:
        name: as it stands in the address.
        description: for the OpenAPI document, in English.
        expected: what a value must be, to complete the sentence “It must be …”.
        schema: the JSON Schema of a value.
        read: gives the value of a text; raises ``ValueError`` for one that will not do.
        required: whether a request without it is refused.
    """

    name: str
    description: str
    expected: _StrOrPromise
    schema: dict[str, Any]
    read: Callable[[str], Any]
    required: bool = False


def _limit(text: str) -> int:
    number = int(text) if text.isascii() and text.isdigit() and len(text) <= len(str(LARGEST_PAGE)) else 0
    if not 1 <= number <= LARGEST_PAGE:
        raise ValueError("The limit is out of its range.")
    return number


LOCALE = Parameter(
    name="locale",
    description=(
        "The language of the answer, as a BCP 47 tag in any case (`ar`, `zh-Hans`). Without it, the language "
        "is negotiated by `Accept-Language`."
    ),
    expected=_("the tag of a language"),
    schema={"type": "string", "examples": ["ar"]},
    read=language,
)


def _require(text: str) -> frozenset[str]:
    wanted = frozenset(text.split(","))
    if not wanted <= {"current", "reviewed"}:
        raise ValueError("There is no such requirement.")
    return wanted


def _max_behind(text: str) -> dt.timedelta:
    matched = re.fullmatch(r"(\d{1,4})([dh])", text, re.ASCII)
    if matched is None:
        raise ValueError("This is no number of days or hours.")
    number = int(matched[1])
    return dt.timedelta(days=number) if matched[2] == "d" else dt.timedelta(hours=number)


def _fallback(text: str) -> tuple[Language, ...]:
    return tuple(map(language, text.split(",")))


REQUIRE = Parameter(
    name="require",
    description=(
        "What every section must be: `current` (it says what the original says), `reviewed` (medically, and "
        "no review is overdue), or both, separated by a comma."
    ),
    expected=_("current, reviewed, or both separated by a comma"),
    schema={"type": "string", "examples": ["current,reviewed"]},
    read=_require,
)
MAX_BEHIND = Parameter(
    name="max_behind",
    description=(
        "For how long the original of a section may be ahead, in days or hours (`14d`, `36h`): up to that, "
        "but not as long as that."
    ),
    expected=_("a number of days or hours, such as 14d or 36h"),
    schema={"type": "string", "pattern": "^[0-9]{1,4}[dh]$", "examples": ["14d"]},
    read=_max_behind,
)
FALLBACK = Parameter(
    name="fallback",
    description=(
        "Languages to be given instead, the best first, separated by commas: whole documents, never mixed. "
        "Without it no other language is given."
    ),
    expected=_("tags of languages, separated by commas"),
    schema={"type": "string", "examples": ["en,fr"]},
    read=_fallback,
)
LIMIT = Parameter(
    name="limit",
    description="How many entries a page has at most.",
    expected=_("a whole number from 1 to 100"),
    schema={"type": "integer", "minimum": 1, "maximum": LARGEST_PAGE, "default": USUAL_PAGE},
    read=_limit,
)
CURSOR = Parameter(
    name="cursor",
    description="Where the page starts. Opaque: follow `links.next` instead of making one.",
    expected=_("a cursor from links.next"),
    schema={"type": "string"},
    read=Cursor.decode,
)


def _query(text: str) -> str:
    if not 1 <= len(text.strip()) <= LONGEST_QUERY or "\x00" in text:
        raise ValueError("This is no query.")
    return text.strip()


def _type(text: str) -> str:
    if text not in published_types() or not is_searched(text):
        raise ValueError("There is no such type.")
    return text


QUERY = Parameter(
    name="q",
    description=(
        "What is sought, as a reader types it: words in any form, with or without accents. All of them must "
        "be found; words such as “the” or “how” are left out as long as others remain."
    ),
    expected=_("a text of 1 to 200 characters"),
    schema={"type": "string", "minLength": 1, "maxLength": LONGEST_QUERY, "examples": ["mesotherapy"]},
    read=_query,
    required=True,
)
TYPE = Parameter(
    name="type",
    description="Only documents of this type, such as `treatment`.",
    expected=_("a type of document"),
    schema={"type": "string", "examples": ["treatment"]},
    read=_type,
)
PLACE = Parameter(
    name="cursor",
    description="Where the page starts. Opaque: follow `links.next` instead of making one.",
    expected=_("a cursor from links.next"),
    schema={"type": "string"},
    read=Offset.decode,
)


def filter_by(name: str) -> Parameter:
    """Return the parameter that selects documents linked to the content of a given id."""
    return Parameter(
        name=name,
        description=f"Only documents that are linked to the {name} with this id.",
        expected=_("an id (a UUID)"),
        schema={"type": "string", "format": "uuid"},
        read=UUID,
    )


def read(query: QueryDict, parameters: Sequence[Parameter]) -> dict[str, Any]:
    """Return the values that are given, by name.

    Raises:
        UnknownParameter, RepeatedParameter, InvalidParameter, UnknownLocale: the request is to be refused.
    """
    known = {parameter.name: parameter for parameter in parameters}
    values: dict[str, Any] = {}
    for name, texts in query.lists():
        if name not in known:
            raise UnknownParameter(parameter=name, allowed=", ".join(known) or "–")
        if len(texts) != 1:
            raise RepeatedParameter(parameter=name)
        values[name] = _read_one(known[name], texts[0])
    for name, parameter in known.items():
        if parameter.required and name not in values:
            raise InvalidParameter(parameter=name, value="", expected=parameter.expected)
    return values


def _read_one(parameter: Parameter, text: str) -> Any:
    try:
        return parameter.read(text)
    except UnknownLanguage as error:
        raise UnknownLocale(requested=error.wanted, parameter=parameter.name) from error
    except ValueError as error:
        raise InvalidParameter(parameter=parameter.name, value=text, expected=parameter.expected) from error
