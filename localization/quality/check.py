"""What is wrong with a translated string? The rules, in one table."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from localization.quality.rules import literals, negation, numbers, ranges, shape, tags, term_pairs, unit
from localization.quality.strings import Check, Issue, Severity, Strings
from localization.quality.terms import is_checkable

STRICT_SECTIONS = frozenset({"risks"})


def _any_language(strings: Strings) -> bool:
    return True


def _known_languages(strings: Strings) -> bool:
    return strings.lexicons is not None


def _stemmed_languages(strings: Strings) -> bool:
    wanted = any(term.kind != "untouched" for term in strings.terms)
    return not wanted or (is_checkable(strings.source_language) and is_checkable(strings.target_language))


@dataclass(frozen=True, slots=True)
class Rule:
    """One row of the table: how grave, ordinarily and among the risks, and which languages it judges."""

    name: str
    label: str | Promise
    check: Check
    severity: Severity
    in_risks: Severity
    judges: Callable[[Strings], bool] = _any_language


RULES: tuple[Rule, ...] = (
    Rule("links", _("Links"), tags.links, "refuse", "refuse"),
    Rule("bold", _("Bold"), tags.bold, "refuse", "refuse"),
    Rule("italic", _("Italic"), tags.italic, "warn", "refuse"),
    Rule("breaks", _("Lines"), tags.breaks, "refuse", "refuse"),
    Rule("placeholders", _("Placeholders"), literals.placeholders, "refuse", "refuse"),
    Rule("emails", _("E-mail addresses"), literals.emails, "refuse", "refuse"),
    Rule("urls", _("Web addresses"), literals.urls, "refuse", "refuse"),
    Rule("untranslated", _("Untranslated"), shape.untranslated, "refuse", "refuse"),
    Rule("length", _("Length"), shape.length, "warn", "refuse"),
    Rule("bidi", _("Direction marks"), shape.bidi, "refuse", "refuse"),
    Rule("numbers", _("Numbers"), numbers.numbers, "refuse", "refuse", _known_languages),
    Rule("decimal_mark", _("Decimal mark"), numbers.decimal_mark, "warn", "refuse", _known_languages),
    Rule("number_words", _("Numbers in words"), numbers.number_words, "warn", "warn", _known_languages),
    Rule("ranges", _("Ranges"), ranges.ranges, "refuse", "refuse", _known_languages),
    Rule("units", _("Units"), unit.units, "refuse", "refuse", _known_languages),
    Rule("percentages", _("Percentages"), unit.percentages, "refuse", "refuse", _known_languages),
    Rule("list_items", _("Items of a list"), shape.list_items, "warn", "warn", _known_languages),
    Rule("negation", _("Negation"), negation.negation, "warn", "warn", _known_languages),
    Rule("term_required", _("Agreed terms"), term_pairs.required, "warn", "refuse", _stemmed_languages),
    Rule(
        "term_forbidden", _("Forbidden terms"), term_pairs.forbidden, "refuse", "refuse", _stemmed_languages
    ),
    Rule("term_untouched", _("Names not translated"), term_pairs.untouched, "refuse", "refuse"),
)


def check(strings: Strings) -> list[Issue]:
    """Return what the rules say against a translated string; an empty list if nothing.

    Pure: the same strings always give the same issues. A language that a rule cannot judge is passed over;
    see ``unchecked``.
    """
    found = []
    for rule in RULES:
        if rule.judges(strings):
            severity = rule.in_risks if strings.section in STRICT_SECTIONS else rule.severity
            found += [Issue(rule.name, severity, message) for message in rule.check(strings)]
    return found


def unchecked(strings: Strings) -> list[Rule]:
    """Return the rules that cannot judge the languages of ``strings``, so that a screen can say so."""
    return [rule for rule in RULES if not rule.judges(strings)]
