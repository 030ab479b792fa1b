"""Has every amount the right plural form in every language? The tables are written by hand.

Arabic has six forms, Polish three for whole numbers; 11 and 21 differ from 1, and 100 from both.
"""

import pytest
from django.utils import translation

from treatments.amounts import Unit, amount_display, days, minutes, months, sessions, weeks

NUMBERS = (0, 1, 2, 3, 5, 11, 21, 100)
UNITS: dict[str, Unit] = {
    "sessions": sessions,
    "minutes": minutes,
    "days": days,
    "weeks": weeks,
    "months": months,
}
EXACTLY = {
    "en": {
        "sessions": "0 sessions, 1 session, 2 sessions, 3 sessions, 5 sessions, 11 sessions, 21 sessions, "
        "100 sessions",
        "minutes": "0 minutes, 1 minute, 2 minutes, 3 minutes, 5 minutes, 11 minutes, 21 minutes, "
        "100 minutes",
        "days": "0 days, 1 day, 2 days, 3 days, 5 days, 11 days, 21 days, 100 days",
        "weeks": "0 weeks, 1 week, 2 weeks, 3 weeks, 5 weeks, 11 weeks, 21 weeks, 100 weeks",
        "months": "0 months, 1 month, 2 months, 3 months, 5 months, 11 months, 21 months, 100 months",
    },
    "de": {
        "sessions": "0 Sitzungen, 1 Sitzung, 2 Sitzungen, 3 Sitzungen, 5 Sitzungen, 11 Sitzungen, "
        "21 Sitzungen, 100 Sitzungen",
        "minutes": "0 Minuten, 1 Minute, 2 Minuten, 3 Minuten, 5 Minuten, 11 Minuten, 21 Minuten, "
        "100 Minuten",
        "days": "0 Tage, 1 Tag, 2 Tage, 3 Tage, 5 Tage, 11 Tage, 21 Tage, 100 Tage",
        "weeks": "0 Wochen, 1 Woche, 2 Wochen, 3 Wochen, 5 Wochen, 11 Wochen, 21 Wochen, 100 Wochen",
        "months": "0 Monate, 1 Monat, 2 Monate, 3 Monate, 5 Monate, 11 Monate, 21 Monate, 100 Monate",
    },
    "es": {
        "sessions": "0 sesiones, 1 sesión, 2 sesiones, 3 sesiones, 5 sesiones, 11 sesiones, 21 sesiones, "
        "100 sesiones",
        "minutes": "0 minutos, 1 minuto, 2 minutos, 3 minutos, 5 minutos, 11 minutos, 21 minutos, "
        "100 minutos",
        "days": "0 días, 1 día, 2 días, 3 días, 5 días, 11 días, 21 días, 100 días",
        "weeks": "0 semanas, 1 semana, 2 semanas, 3 semanas, 5 semanas, 11 semanas, 21 semanas, 100 semanas",
        "months": "0 meses, 1 mes, 2 meses, 3 meses, 5 meses, 11 meses, 21 meses, 100 meses",
    },
    # Nought is singular in French.
    "fr": {
        "sessions": "0 séance, 1 séance, 2 séances, 3 séances, 5 séances, 11 séances, 21 séances, "
        "100 séances",
        "minutes": "0 minute, 1 minute, 2 minutes, 3 minutes, 5 minutes, 11 minutes, 21 minutes, 100 minutes",
        "days": "0 jour, 1 jour, 2 jours, 3 jours, 5 jours, 11 jours, 21 jours, 100 jours",
        "weeks": "0 semaine, 1 semaine, 2 semaines, 3 semaines, 5 semaines, 11 semaines, 21 semaines, "
        "100 semaines",
        "months": "0 mois, 1 mois, 2 mois, 3 mois, 5 mois, 11 mois, 21 mois, 100 mois",
    },
    "pl": {
        "sessions": "0 zabiegów, 1 zabieg, 2 zabiegi, 3 zabiegi, 5 zabiegów, 11 zabiegów, 21 zabiegów, "
        "100 zabiegów",
        "minutes": "0 minut, 1 minuta, 2 minuty, 3 minuty, 5 minut, 11 minut, 21 minut, 100 minut",
        "days": "0 dni, 1 dzień, 2 dni, 3 dni, 5 dni, 11 dni, 21 dni, 100 dni",
        "weeks": "0 tygodni, 1 tydzień, 2 tygodnie, 3 tygodnie, 5 tygodni, 11 tygodni, 21 tygodni, "
        "100 tygodni",
        "months": "0 miesięcy, 1 miesiąc, 2 miesiące, 3 miesiące, 5 miesięcy, 11 miesięcy, 21 miesięcy, "
        "100 miesięcy",
    },
    "ar": {
        "sessions": "0 جلسة, جلسة واحدة, جلستان, 3 جلسات, 5 جلسات, 11 جلسة, 21 جلسة, 100 جلسة",
        "minutes": "0 دقيقة, دقيقة واحدة, دقيقتان, 3 دقائق, 5 دقائق, 11 دقيقة, 21 دقيقة, 100 دقيقة",
        "days": "0 يوم, يوم واحد, يومان, 3 أيام, 5 أيام, 11 يومًا, 21 يومًا, 100 يوم",
        "weeks": "0 أسبوع, أسبوع واحد, أسبوعان, 3 أسابيع, 5 أسابيع, 11 أسبوعًا, 21 أسبوعًا, 100 أسبوع",
        "months": "0 شهر, شهر واحد, شهران, 3 أشهر, 5 أشهر, 11 شهرًا, 21 شهرًا, 100 شهر",
    },
    "zh-hans": {
        "sessions": "0次, 1次, 2次, 3次, 5次, 11次, 21次, 100次",
        "minutes": "0分钟, 1分钟, 2分钟, 3分钟, 5分钟, 11分钟, 21分钟, 100分钟",
        "days": "0天, 1天, 2天, 3天, 5天, 11天, 21天, 100天",
        "weeks": "0周, 1周, 2周, 3周, 5周, 11周, 21周, 100周",
        "months": "0个月, 1个月, 2个月, 3个月, 5个月, 11个月, 21个月, 100个月",
    },
    "tr": {
        "sessions": "0 seans, 1 seans, 2 seans, 3 seans, 5 seans, 11 seans, 21 seans, 100 seans",
        "minutes": "0 dakika, 1 dakika, 2 dakika, 3 dakika, 5 dakika, 11 dakika, 21 dakika, 100 dakika",
        "days": "0 gün, 1 gün, 2 gün, 3 gün, 5 gün, 11 gün, 21 gün, 100 gün",
        "weeks": "0 hafta, 1 hafta, 2 hafta, 3 hafta, 5 hafta, 11 hafta, 21 hafta, 100 hafta",
        "months": "0 ay, 1 ay, 2 ay, 3 ay, 5 ay, 11 ay, 21 ay, 100 ay",
    },
}


@pytest.mark.parametrize("unit", UNITS)
@pytest.mark.parametrize("code", EXACTLY)
def test_each_number_has_its_plural_form(code: str, unit: str) -> None:
    with translation.override(code):
        said = ", ".join(amount_display(number, number, UNITS[unit]) for number in NUMBERS)
    assert said.replace("\u00a0", " ") == EXACTLY[code][unit]


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ("de", "3 bis 6 Sitzungen | mindestens 1 Tag | bis zu 2 Tage | nicht bekannt"),
        ("es", "de 3 a 6 sesiones | al menos 1 día | hasta 2 días | no se sabe"),
        ("fr", "de 3 à 6 séances | au moins 1 jour | jusqu’à 2 jours | non connu"),
        ("pl", "od 3 do 6 zabiegów | co najmniej 1 dzień | do 2 dni | nie wiadomo"),
        ("ar", "من 3 إلى 6 جلسات | يوم واحد على الأقل | حتى يومين | غير معروف"),
        ("zh-hans", "3至6次 | 至少1天 | 不超过2天 | 未知"),
        ("tr", "3 ila 6 seans | en az 1 gün | en fazla 2 gün | bilinmiyor"),
    ],
)
def test_spans_and_open_ends_are_said_in_the_words_of_the_content(code: str, expected: str) -> None:
    with translation.override(code):
        said = [
            amount_display(3, 6, sessions),
            amount_display(1, None, days),
            amount_display(None, 2, days),
            amount_display(None, None, days),
        ]
    assert " | ".join(said).replace("\u00a0", " ") == expected


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        # After “do” the noun is in the genitive, whatever the number.
        ("pl", ["do 1 minuty", "do 2 minut", "do 5 minut", "do 21 minut", "do 100 minut"]),
        ("ar", ["حتى دقيقة واحدة", "حتى دقيقتين", "حتى 5 دقائق", "حتى 21 دقيقة", "حتى 100 دقيقة"]),
    ],
)
def test_a_preposition_governs_its_case(code: str, expected: list[str]) -> None:
    with translation.override(code):
        assert [amount_display(None, number, minutes) for number in (1, 2, 5, 21, 100)] == expected
