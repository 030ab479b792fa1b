"""In which month was something published, and how is that written?"""

from __future__ import annotations

import datetime as dt

from babel.dates import format_skeleton
from django.conf import settings
from django.utils.timezone import localtime
from django.utils.translation import get_language

from localization.languages import language

# As a facet and in addresses: 2026-11.
MONTH = r"\d{4}-(?:0[1-9]|1[0-2])"


def month_of(moment: dt.datetime) -> str:
    """Return the month of a moment in the site's time zone, as ``2026-11``."""
    return f"{localtime(moment):%Y-%m}"


def written_month(month: str) -> str:
    """Return ``2026-11`` as the active language writes a month of a year by itself (CLDR, ``yMMMM``).

    The months of year 0, which there are none of, are left as they are.
    """
    year, number = map(int, month.split("-"))
    if year == 0:
        return month
    cldr = language(get_language() or settings.LANGUAGE_CODE).cldr
    return format_skeleton("yMMMM", dt.date(year, number, 1), locale=cldr)
