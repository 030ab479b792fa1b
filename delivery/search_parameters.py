"""What does a client say about what it seeks?"""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from delivery.cursors import Offset
from delivery.parameters import Parameter
from publishing.published_types import published_types
from publishing.search.indexing import is_searched
from publishing.search.query import LONGEST_QUERY


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
