"""Which languages does this installation speak, and how is each of them named and written?

The list itself lives in one settings file (``cms/settings/languages.py``); this module gives it to
the rest of the code under both of its names: Django's code (``zh-hans``) and the BCP 47 tag
(``zh-Hans``) that readers, browsers and API clients see.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Literal

from babel import Locale
from django.conf import settings
from django.core.signals import setting_changed

Direction = Literal["ltr", "rtl"]


class UnknownLanguage(LookupError):
    """Raised for a language that this installation does not have."""

    def __init__(self, wanted: str) -> None:
        """Remember the ``wanted`` code or tag, as the caller wrote it."""
        super().__init__(f"There is no language “{wanted}” here. Use one of the languages in the settings.")
        self.wanted = wanted


@dataclass(frozen=True, slots=True)
class Language:
    """One language: Django's ``code``, its BCP 47 ``tag``, its own ``name`` and its ``direction``.

    ``formats`` names the CLDR locale that its dates and numbers follow (empty: that of the tag).
    """

    code: str
    tag: str
    name: str
    direction: Direction
    formats: str = ""

    @property
    def cldr(self) -> Locale:
        """Babel's locale for dates and numbers in this language."""
        return Locale.parse(self.formats or self.tag, sep="-")


@cache
def all_languages() -> tuple[Language, ...]:
    """Return every language of the installation, in the order of the setting."""
    return tuple(
        Language(entry.code, entry.tag, entry.own_name, entry.direction, entry.formats)
        for entry in settings.POLYCLINIC_LANGUAGES
    )


@cache
def _by_key() -> dict[str, Language]:
    keyed = {language.code.lower(): language for language in all_languages()}
    keyed.update({language.tag.lower(): language for language in all_languages()})
    return keyed


def language(code_or_tag: str) -> Language:
    """Return the language with this Django code or BCP 47 tag (any case, ``_`` accepted for ``-``).

    Raises:
        UnknownLanguage: when the installation has no such language.
    """
    found = _by_key().get(code_or_tag.replace("_", "-").lower())
    if found is None:
        raise UnknownLanguage(code_or_tag)
    return found


def is_language(code_or_tag: str) -> bool:
    """Say whether ``language`` would find one."""
    return code_or_tag.replace("_", "-").lower() in _by_key()


def default_language() -> Language:
    """Return the language that unmatched readers get (``LANGUAGE_CODE``)."""
    return language(settings.LANGUAGE_CODE)


def language_choices() -> list[tuple[str, str]]:
    """Return (BCP 47 tag, name in the language itself) for a field in which an editor chooses a language."""
    return [(language.tag, language.name) for language in all_languages()]


def position(code: str) -> int:
    """Return the place of a language in the setting's order, for sorting lists of translations."""
    codes: Sequence[str] = [language.code for language in all_languages()]
    return codes.index(code)


def _forget(*, setting: str, **kwargs: object) -> None:
    if setting in {"POLYCLINIC_LANGUAGES", "LANGUAGE_CODE"}:
        all_languages.cache_clear()
        _by_key.cache_clear()


setting_changed.connect(_forget, dispatch_uid="localization.languages")
