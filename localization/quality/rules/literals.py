"""Are placeholders, e-mail addresses and web addresses the same as in the source, letter by letter?"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from django.utils.translation import gettext as _

from localization.quality.strings import Strings


def placeholders(strings: Strings) -> Iterator[str]:
    """Each placeholder is there as often as in the source."""
    for missing in _difference(strings.source.placeholders, strings.target.placeholders):
        yield _("The placeholder %(text)s is missing. Write it exactly as in the source.") % {"text": missing}
    for surplus in _difference(strings.target.placeholders, strings.source.placeholders):
        yield _("The placeholder %(text)s is not in the source. Remove or correct it.") % {"text": surplus}


def emails(strings: Strings) -> Iterator[str]:
    """Each e-mail address is there."""
    yield from _addresses(strings.source.emails, strings.target.emails)


def urls(strings: Strings) -> Iterator[str]:
    """Each web address is there; one of another language is a matter for a link."""
    yield from _addresses(strings.source.urls, strings.target.urls)


def _addresses(wanted: tuple[str, ...], there: tuple[str, ...]) -> Iterator[str]:
    for missing in _difference(wanted, there):
        yield _("The address %(text)s of the source is missing or changed. Write it as in the source.") % {
            "text": missing
        }
    for surplus in set(there) - set(wanted):
        yield _("The address %(text)s is not in the source. Remove or correct it.") % {"text": surplus}


def _difference(one: tuple[str, ...], other: tuple[str, ...]) -> list[str]:
    return list((Counter(one) - Counter(other)).elements())
