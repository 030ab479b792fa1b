"""What is a reader told about a section that is not current?

In the page's language, and dated; the words are in the catalogues like every other interface text.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from babel.dates import format_date
from django.utils.translation import gettext as _

if TYPE_CHECKING:
    import datetime as dt

    from localization.freshness import State
    from localization.languages import Language


def notice(state: State, since: dt.datetime | None, spoken: Language) -> str | None:
    """Return the notice for a section in this state, or ``None`` when there is nothing to tell."""
    if state == "current":
        return None
    if state == "behind" and since is not None:
        day = format_date(since, "long", locale=spoken.cldr)
        return _(
            "The original of this section was changed on %(date)s. The translation below is the last one "
            "that was checked; it is being updated."
        ) % {"date": day}
    return _("The original of this section has changed. The translation below is being updated.")
