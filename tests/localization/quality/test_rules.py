"""What does each rule say yes and no to? Examples that nobody had to look up in the gold set."""

from __future__ import annotations

import itertools

import pytest

from localization.quality.check import check, unchecked
from localization.quality.lexicon import LANGUAGES
from localization.quality.strings import Strings
from localization.quality.terms import Term


def rules(source: str, target: str, language: str, section: str = "", *terms: Term) -> set[str]:
    """Return the names of the rules that have something against a translation from English."""
    found = check(Strings(source, target, "en", language, section, terms))
    return {issue.rule for issue in found}


GOOD = [
    ("See one and two.", "Siehe zwei und eins.", "de"),
    ("Wait 2 weeks.", "Warten Sie zwei Wochen.", "de"),
    ("Wait 14 days.", "Warten Sie zwei Wochen.", "de"),
    ("A 2-week break", "Eine zweiwöchige Pause", "de"),
    ("In 1 of 10,000 people", "Bei 1 von 10.000 Menschen", "de"),
    ("About half an hour", "Etwa 30 Minuten", "de"),
    ("Take vitamin B1 for a week.", "Nehmen Sie sieben Tage lang Vitamin B1.", "de"),
    ("From 8:30 a.m. to 4 p.m.", "Von 8.30 bis 16 Uhr", "de"),
    ("On 14 March 2024", "Am 14.03.2024", "de"),
    ("Between 15% and 25%", "Entre el 15 y el 25 %", "es"),
    ("A 90-minute visit", "Una visita de una hora y media", "es"),
    ("After 24 hours", "Po upływie doby", "pl"),
    ("Among 14,500 people", "Wśród 14\u00a0500 osób", "pl"),
    ("About 15 to 20%", "Yaklaşık %15-20", "tr"),
    ("In 2 out of 3 people", "Her 3 kişiden 2'sinde", "tr"),
    ("Wait 2 weeks.", "انتظر أسبوعين.", "ar"),
    ("Between 0.5% and 12%", "ما بين ٠٫٥٪ و١٢٪", "ar"),
    ("For 12 months", "لمدة اثني عشر شهرًا", "ar"),
    ("Among 12,000 people", "在 1.2 万人中", "zh-hans"),
    ("Wait 2 weeks.", "请等两周。", "zh-hans"),
    ("About 15%", "约１５％", "zh-hans"),
    ("In 2 out of 3 people", "三分之二的人", "zh-hans"),
    ("About 0.5 ml", "Environ 0,5 ml", "fr"),
    ("Among 12,000 people", "Parmi 12\u202f000 personnes", "fr"),
]


@pytest.mark.parametrize(("source", "target", "language"), GOOD)
def test_good_translations_pass(source: str, target: str, language: str) -> None:
    assert rules(source, target, language, "risks") == set()


BAD = [
    ("Inject 0.5 ml.", "5 ml spritzen.", "de", "numbers"),
    ("Inject 0.5 ml.", "0.5 ml spritzen.", "de", "decimal_mark"),
    ("Take 20 mg.", "Nehmen Sie 20 g.", "de", "units"),
    ("It contains 20 mg/ml.", "Es enthält 20 mg/g.", "de", "units"),
    ("Wait two weeks.", "Warten Sie zwei Tage.", "de", "units"),
    ("For 3 to 5 days", "5 bis 3 Tage lang", "de", "ranges"),
    ("Up to 10%", "Bis zu 10", "de", "percentages"),
    ("1 in 10,000 people", "1 von 1.000 Menschen", "de", "numbers"),
    ("Wait 2 weeks.", "انتظر يومين.", "ar", "units"),
    ("Between 0.5% and 12%", "ما بين ٠٫٥٪ و١٣٪", "ar", "numbers"),
    ("Among 12,000 people", "在 12 万人中", "zh-hans", "numbers"),
    ("Up to 80%", "80'e kadar", "tr", "percentages"),
    ("Do not rub it.", "Reiben Sie es.", "de", "negation"),
    ("Do not rub it.", "İyice ovun.", "tr", "negation"),
    ('See <a id="a1">risks</a>.', "Siehe Risiken.", "de", "links"),
    ('See <a id="a1">risks</a>.', 'Siehe Risiken <a id="a1"></a>.', "de", "links"),
    ("<b>Stop</b> at once.", "Sofort aufhören.", "de", "bold"),
    ("<i>Stop</i> at once.", "Sofort aufhören.", "de", "italic"),
    ("redness<br/>swelling<br/>pain", "Rötung<br/>Schmerz", "de", "breaks"),
    ("Call {phone}.", "Rufen Sie {telefon} an.", "de", "placeholders"),
    ("Write to a@b.example.", "Schreiben Sie an a@c.example.", "de", "emails"),
    ("See https://a.example/x.", "Siehe https://a.example/y.", "de", "urls"),
    ("The skin may be red.", "The skin may be red.", "de", "untranslated"),
    ("The skin may be red for a few days after the session.", "Rot.", "de", "length"),
    ("See risks.", "انظر \u202bالمخاطر.", "ar", "bidi"),
]


@pytest.mark.parametrize(("source", "target", "language", "rule"), BAD)
def test_faults_are_found_by_their_rule(source: str, target: str, language: str, rule: str) -> None:
    assert rule in rules(source, target, language)


def test_the_section_on_risks_is_stricter() -> None:
    strings = ("Inject 0.5 ml.", "0.5 ml spritzen.", "en", "de")
    assert [issue.severity for issue in check(Strings(*strings, "overview"))] == ["warn"]
    assert [issue.severity for issue in check(Strings(*strings, "risks"))] == ["refuse"]


def test_terms_are_found_in_any_form() -> None:
    required = Term("required", "wrinkle", "Falte")
    assert rules("It smooths wrinkles.", "Es glättet Falten.", "de", "", required) == set()
    assert rules("It smooths wrinkles.", "Es glättet Runzeln.", "de", "", required) == {"term_required"}
    assert rules("It smooths skin.", "Es glättet Haut.", "de", "", required) == set()


def test_a_compound_contains_the_term_and_another_word_does_not() -> None:
    forbidden = Term("forbidden", "", "Filler")
    assert rules("A gel", "Ein Hyaluronfiller", "de", "", forbidden) == {"term_forbidden"}
    assert rules("A gel", "Mit Fillern", "de", "", forbidden) == {"term_forbidden"}
    assert rules("A gel", "Nach der Füllung", "de", "", forbidden) == set()


def test_names_stay_as_they_are() -> None:
    name = Term("untouched", "Restylane")
    assert rules("Restylane is a gel.", "Restylane ist ein Gel.", "de", "", name) == set()
    assert rules("Restylane is a gel.", "瑞蓝是一种凝胶。", "zh-hans", "", name) == {"term_untouched"}


def test_terms_without_a_stemmer_are_compared_as_they_are_or_said_to_be_unchecked() -> None:
    term = Term("required", "wrinkle", "皱纹")
    assert rules("It smooths wrinkles.", "它能抚平细纹。", "zh-hans", "", term) == {"term_required"}
    strings = Strings("wrinkles", "ริ้วรอย", "en", "th", terms=(Term("required", "wrinkle", "x"),))
    assert "term_required" in {rule.name for rule in unchecked(strings)}


def test_an_unknown_language_gets_the_rules_of_all_languages_and_is_told_what_is_not_checked() -> None:
    assert rules('See <a id="a1">5 risks</a>.', "ดูความเสี่ยง", "th") == {"links"}
    missing = {rule.name for rule in unchecked(Strings("", "", "en", "th"))}
    assert {"numbers", "units", "ranges", "percentages", "negation"} <= missing
    assert "links" not in missing


@pytest.mark.parametrize(("one", "other"), list(itertools.permutations((*LANGUAGES, "th", "xx-yy"), 2)))
def test_any_pair_of_languages_can_be_asked_about(one: str, other: str) -> None:
    text = 'Wait <b>2–3</b> days, 0,5 ml, ٣٪, 三天; see <a id="a1">x</a>, 8:30 p.m. {x} a@b.example'
    term = Term("forbidden", "", "word")
    for source, target in itertools.product((text, "", "1", "½ %"), repeat=2):
        check(Strings(source, target, one, other, "risks", (term,)))
