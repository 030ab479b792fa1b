"""How do templates write languages, dates, numbers, links and pictures of a document?

A document is the dictionary that the content API delivers too; these tags only turn its
values into HTML. None of them reads the database.
"""

from collections.abc import Iterable, Mapping
from datetime import date, datetime
from itertools import groupby
from typing import Any

from babel import Locale
from babel.dates import format_date
from babel.lists import format_list
from babel.numbers import format_decimal
from django import template
from django.conf import settings
from django.templatetags.static import static
from django.utils.dateparse import parse_date, parse_datetime
from django.utils.html import escape, format_html
from django.utils.safestring import SafeString
from django.utils.timezone import is_aware, localtime
from django.utils.translation import get_language, gettext

from localization.languages import language

register = template.Library()

# Browsers take the first type they know, so the smallest encodings come first.
PICTURE_TYPES = ("image/avif", "image/webp", "image/jpeg", "image/png", "image/gif")


@register.simple_tag
def language_attributes(part: Mapping[str, Any], whole: Mapping[str, Any] | None) -> SafeString:
    """Return ` lang="…" dir="…"` if `part` is in another language than `whole`, else nothing.

    Both are documents, sections, cards or items: dictionaries with the keys `language`
    (BCP 47 tag) and `direction` ("ltr" or "rtl"). An item without `language` is in the
    language of its section. WCAG 2.2, 3.1.2 (language of parts).
    """
    tag = part.get("language") if part else None
    if not tag or (whole and whole.get("language") == tag):
        return SafeString("")
    return format_html(' lang="{}" dir="{}"', tag, part.get("direction") or "auto")


@register.filter
def interface_language(part: Mapping[str, Any] | None, whole: Mapping[str, Any] | None = None) -> str:
    """Return the language code for `{% language %}` inside `part`, e.g. "zh-hans".

    The words of the interface inside a foreign part ("What to do") must be in the language
    that its `lang` attribute announces. A part that names no language is in that of `whole`;
    where neither does, the active language stays.
    """
    tag = (part or {}).get("language") or (whole or {}).get("language") or get_language() or "en"
    return str(tag).lower()


@register.filter
def written_date(value: str | None) -> str:
    """Return an ISO 8601 date or instant as a long date of the active language, "" for None.

    Instants are shown as the day they have in the site's time zone.
    Raises ValueError for text that is no date: documents never hold one.
    """
    if not value:
        return ""
    return format_date(_day(value), format="long", locale=_locale())


@register.simple_tag
def review_line(document: Mapping[str, Any]) -> SafeString:
    """Return who reviewed a document and when, in a sentence without a full stop.

    Names stand in ``<bdi>`` with their own language; the date is that of the oldest signature.
    """
    names = [
        format_html("<bdi{}>{}</bdi>", language_attributes(person, document), person["name"])
        for person in document.get("reviewers", [])
    ]
    reviewed = document["dates"]["last_reviewed"]
    day = format_html('<time datetime="{}">{}</time>', reviewed, written_date(reviewed))
    sentence = escape(gettext("Medically reviewed by %(names)s on %(date)s"))
    return SafeString(sentence % {"names": format_list(names, locale=_locale()), "date": day})


@register.filter
def written_number(value: float | None) -> str:
    """Return a number with the separators and digits of the active language, "" for None."""
    return "" if value is None else format_decimal(value, locale=_locale())


@register.filter
def href(entry: Mapping[str, Any] | None) -> str:
    """Return where a menu entry or a call to action leads: its card's path, its URL, or ""."""
    if not entry:
        return ""
    card = entry.get("link") or {}
    return str(card.get("path") or entry.get("url") or "")


@register.filter
def telephone(number: str) -> str:
    """Return a `tel:` address (RFC 3966) for a number as people write it."""
    return "tel:" + "".join(sign for sign in number if sign.isascii() and sign in "+0123456789")


@register.filter
def telephone_text(number: str) -> SafeString:
    """Return a number to read: isolated and left to right, as digits of a number are in every script."""
    return format_html('<bdi dir="ltr">{}</bdi>', number)


@register.filter
def language_name(tag: str) -> str:
    """Return a language's own name. Raises UnknownLanguage for one that this site does not have."""
    return language(tag).name


@register.simple_tag
def icon(name: str) -> SafeString:
    """Return a decorative icon of static/img/icons.svg; screen readers pass over it."""
    return format_html(
        '<svg class="icon icon-{}" aria-hidden="true" focusable="false"><use href="{}#{}"/></svg>',
        name,
        static("img/icons.svg"),
        name,
    )


@register.inclusion_tag("publishing/parts/picture.html")
def picture(image: Mapping[str, Any], sizes: str, lazy: bool = True) -> dict[str, Any]:
    """Render an image of a document as `<picture>` with one source per encoding.

    `sizes` is the HTML attribute of that name. `lazy` is False for the picture that a
    reader sees first, which should load before anything else.
    """
    renditions = sorted(image.get("renditions") or [], key=_encoding_then_width)
    sets = [(kind, list(group)) for kind, group in groupby(renditions, key=_encoding)]
    plain = sets[-1][1] if sets else []
    return {
        "image": image,
        "sizes": sizes,
        "lazy": lazy,
        "sources": [{"type": kind, "srcset": _srcset(group)} for kind, group in sets[:-1]],
        "srcset": _srcset(plain),
        "largest": plain[-1] if plain else None,
    }


def _encoding(rendition: Mapping[str, Any]) -> str:
    return str(rendition["type"])


def _encoding_then_width(rendition: Mapping[str, Any]) -> tuple[int, str, int]:
    kind = _encoding(rendition)
    rank = PICTURE_TYPES.index(kind) if kind in PICTURE_TYPES else len(PICTURE_TYPES)
    return rank, kind, int(rendition["width"])


def _srcset(renditions: Iterable[Mapping[str, Any]]) -> str:
    return ", ".join(f"{rendition['url']} {rendition['width']}w" for rendition in renditions)


def _day(value: str) -> date:
    instant: datetime | None = parse_datetime(value)
    if instant is not None:
        return (localtime(instant) if is_aware(instant) else instant).date()
    day = parse_date(value)
    if day is None:
        raise ValueError(f"“{value}” is neither an ISO 8601 date nor an instant.")
    return day


def _locale() -> Locale:
    return language(get_language() or settings.LANGUAGE_CODE).cldr
