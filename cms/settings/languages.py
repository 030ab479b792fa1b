"""Which languages does the site have? The one list; everything else is derived from it."""

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class Language:
    """One language of the site.

    Attributes:
        code: Django's and Wagtail's language code, also the first part of every path in this language.
        name: the English name, for the admin.
        own_name: the name in the language itself, for the language switcher.
        tag: the BCP 47 tag for ``lang``, ``hreflang`` and ``Content-Language``.
        direction: the writing direction, for ``dir``.
        formats: the CLDR locale that dates and numbers follow, where the tag alone means another country's.
    """

    code: str
    name: str
    own_name: str
    tag: str
    direction: Literal["ltr", "rtl"] = "ltr"
    formats: str = ""


POLYCLINIC_LANGUAGES: tuple[Language, ...] = (
    Language("en", "English", "English", "en", formats="en-GB"),
    Language("de", "German", "Deutsch", "de"),
    Language("es", "Spanish", "Español", "es"),
    Language("fr", "French", "Français", "fr"),
    Language("pl", "Polish", "Polski", "pl"),
    Language("ar", "Arabic", "العربية", "ar", "rtl"),
    Language("zh-hans", "Simplified Chinese", "简体中文", "zh-Hans"),
    Language("tr", "Turkish", "Türkçe", "tr"),
)

LANGUAGE_CODE = "en"
LANGUAGES = [(language.code, language.name) for language in POLYCLINIC_LANGUAGES]
WAGTAIL_CONTENT_LANGUAGES = LANGUAGES
# Editors may use the admin in any language of the site.
WAGTAILADMIN_PERMITTED_LANGUAGES = LANGUAGES
