"""What is a reader told about a section that is not current?

In the page's language, and dated; the words are in the catalogues like every other interface text.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from babel import Locale
from babel.dates import format_date
from django.utils.translation import gettext as _

if TYPE_CHECKING:
    import datetime as dt

    from localization.freshness import State
    from localization.languages import Language


def notice(
    state: State,
    since: dt.datetime | None,
    spoken: Language,
    written: Language | None = None,
    foreign: Literal["none", "some", "all"] = "none",
) -> str | None:
    """Return the notice for a section, or ``None`` when there is nothing to tell.

    Args:
        state: how the section stands.
        since: since when it is behind, if it is.
        spoken: the reader's language.
        written: the language of the original.
        foreign: how much of the section is shown in the original's language.
    """
    if foreign != "none" and written is not None:
        # Without the country: the language is what matters to a reader.
        name = Locale(written.cldr.language, script=written.cldr.script).get_display_name(spoken.cldr)
        return _in_original(foreign, {"language": name or written.name})
    if state == "current":
        return None
    if state == "behind" and since is not None:
        day = format_date(since, "long", locale=spoken.cldr)
        return _(
            "The original of this section was changed on %(date)s. The translation below is the last one "
            "that was checked; it is being updated."
        ) % {"date": day}
    return _("The original of this section has changed. The translation below is being updated.")


def _in_original(foreign: Literal["some", "all"], names: dict[str, str]) -> str:
    if foreign == "all":
        return (
            _("This section is shown in its original language (%(language)s). Its translation is not ready.")
            % names
        )
    return (
        _(
            "What is new or was changed in this section is shown in its original language (%(language)s) "
            "until it has been translated."
        )
        % names
    )
