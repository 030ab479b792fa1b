"""By which parameters does a client choose among the documents of a collection?"""

from __future__ import annotations

import datetime as dt
import re
from uuid import UUID

from django.utils.translation import gettext_lazy as _

from delivery.lists import ORDERINGS
from delivery.parameters import Parameter

_DATE = r"(?:19[7-9]\d|2\d{3})-\d\d-\d\d"
_MOMENT = re.compile(rf"{_DATE}(?:T\d\d:\d\d:\d\d(?:\.\d{{1,6}})?(?:Z|[+-]\d\d:\d\d))?", re.ASCII)
_MONTH = re.compile(r"(?:19[7-9]\d|2\d{3})-\d\d", re.ASCII)


def _moment(text: str) -> dt.datetime:
    """Read a date-time of RFC 3339, or a date: the moment at which it begins in UTC."""
    if not _MOMENT.fullmatch(text):
        raise ValueError("This is no moment.")
    found = dt.datetime.fromisoformat(text)
    return found if found.tzinfo else found.replace(tzinfo=dt.UTC)


def _month(text: str) -> dt.date:
    if not _MONTH.fullmatch(text):
        raise ValueError("This is no month.")
    return dt.date.fromisoformat(f"{text}-01")


def _ordering(text: str) -> str:
    if text not in ORDERINGS:
        raise ValueError("There is no such order.")
    return text


UPDATED_SINCE = Parameter(
    name="updated_since",
    description=(
        "Only documents whose text changed then or later: a date-time of RFC 3339, or a date (UTC). What has "
        "been taken down is not among them."
    ),
    expected=_("a date such as 2026-03-06, or a moment such as 2026-03-06T09:00:00Z"),
    schema={"type": "string", "examples": ["2026-03-06T09:00:00Z"]},
    read=_moment,
)
MONTH = Parameter(
    name="month",
    description="Only documents that were first published in this month (UTC).",
    expected=_("a month such as 2026-03"),
    schema={"type": "string", "pattern": "^[0-9]{4}-[0-9]{2}$", "examples": ["2026-03"]},
    read=_month,
)
ORDERING = Parameter(
    name="ordering",
    description="The order of the entries; with `-` in front of it the other way round.",
    expected=_("title, updated or first_published, with or without a minus in front of it"),
    schema={"type": "string", "enum": list(ORDERINGS), "default": "title"},
    read=_ordering,
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
