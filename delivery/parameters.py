"""Which query parameters are there, what may they be, and how are they read?

One definition serves both the reading and the OpenAPI description. Whatever is not defined is refused: a
misspelt filter that is ignored would give an answer that nobody asked for.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from django.http import QueryDict
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from delivery.cursors import Cursor
from delivery.problems import InvalidParameter, RepeatedParameter, UnknownLocale, UnknownParameter
from localization.languages import Language, UnknownLanguage, language
from publishing.feed import RETENTION

if TYPE_CHECKING:
    from django.utils.functional import _StrOrPromise

LARGEST_PAGE = 100
USUAL_PAGE = 20
USUAL_SYNC_PAGE = 50

_MEMBER = re.compile(r"[a-z_]{1,40}(?:\.[a-z_-]{1,40})?", re.ASCII)


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


def _fields(text: str) -> tuple[str, ...]:
    names = tuple(dict.fromkeys(text.split(",")))
    if not all(_MEMBER.fullmatch(name) for name in names):
        raise ValueError("These are no names of members.")
    return names


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
FIELDS = Parameter(
    name="fields",
    description=(
        "Only these members of the document, separated by commas; `sections.risks` is one section. What "
        "identifies the document always comes with them, and risks always come with uses: `brought_along` "
        "says so."
    ),
    expected=_("names of members of the document, separated by commas, such as title,sections.risks"),
    schema={"type": "string", "examples": ["title,quick_facts,sections.risks"]},
    read=_fields,
)

PREVIEW = Parameter(
    name="preview",
    description=(
        "The token of a link to a draft: the answer is the latest draft, with `status: draft`, and nobody "
        "may store it. Only `locale` goes with it."
    ),
    expected=_("the token of a link to a draft"),
    schema={"type": "string"},
    read=str,
)


def up_to(largest: int, usual: int) -> Parameter:
    """Return the parameter that says how many entries a page has at most."""

    def read(text: str) -> int:
        number = int(text) if text.isascii() and text.isdigit() and len(text) <= len(str(largest)) else 0
        if not 1 <= number <= largest:
            raise ValueError("The limit is out of its range.")
        return number

    return Parameter(
        name="limit",
        description="How many entries a page has at most.",
        expected=format_lazy(_("a whole number from 1 to {largest}"), largest=largest),
        schema={"type": "integer", "minimum": 1, "maximum": largest, "default": usual},
        read=read,
    )


LIMIT = up_to(LARGEST_PAGE, USUAL_PAGE)
CURSOR = Parameter(
    name="cursor",
    description="Where the page starts. Opaque: follow `links.next` instead of making one.",
    expected=_("a cursor from links.next"),
    schema={"type": "string"},
    read=Cursor.decode,
)
SYNC_LIMIT = replace(LIMIT, schema={**LIMIT.schema, "default": USUAL_SYNC_PAGE})
TOKEN = Parameter(
    name="token",
    description=(
        "Where to go on. Opaque: follow `next_page` and `next_sync` instead of making one. It knows language "
        f"and types, so only `limit` may stand beside it. It holds for {RETENTION.days} days at least."
    ),
    expected=_("a token from next_page or next_sync"),
    schema={"type": "string"},
    read=str,
)


def types_among(served: Sequence[str]) -> Parameter:
    """Return the parameter that selects types of documents."""

    def read_types(text: str) -> tuple[str, ...]:
        wanted = set(text.split(","))
        if not wanted <= set(served):
            raise ValueError("There is no such type.")
        return tuple(sorted(wanted))

    return Parameter(
        name="type",
        description=f"Only these types of documents, separated by commas: {', '.join(served)}.",
        expected=_("types of documents, separated by commas"),
        schema={"type": "string", "examples": [served[-1]]},
        read=read_types,
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
