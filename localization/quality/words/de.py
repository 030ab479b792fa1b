"""German."""

from localization.quality.lexicon import Lexicon

# Endings of numbers: zweite, zweimal, zweifach, zweier, zweiten, Zweit-.
_END = r"(t(e[nrsm]?|el[ns]?|ens)?|st(e[nrsm]?|el[ns]?)?|mal(ige[nrsm]?)?|fach(e[nrsm]?)?|e[nr]?|erlei)?"

_ONES = ("ein", "zwei", "drei", "vier", "fünf", "sechs", "sieben", "acht", "neun")
_TENS = ("zwanzig", "dreißig", "vierzig", "fünfzig", "sechzig", "siebzig", "achtzig", "neunzig")
# einundzwanzig …: the ones come first, in one word.
_COMPOUNDS = {
    f"{one}und{ten}" + _END: str(10 * (at + 2) + value)
    for at, ten in enumerate(_TENS)
    for value, one in enumerate(_ONES, 1)
}

# zweiwöchig, dreitägig …
_LASTING = {
    "minüt": "minute",
    "stünd": "hour",
    "täg": "day",
    "wöch": "week",
    "monat": "month",
    "jähr": "year",
}

LEXICON = Lexicon(
    code="de",
    numbers={
        r"null": "0",
        r"ein(s|e[nrsm]?|mal(ige[nrsm]?)?|zige[nrsm]?)?|erst(e[nrsm]?|mals|malig)?": "1",
        r"zw(ei|o)" + _END + r"|beide[nrsm]?|doppelt(e[nrsm]?)?|verdoppel\w*|paar": "2",
        r"drei" + _END + r"|dritt(e[nrsm]?|el[ns]?)": "3",
        r"vier" + _END: "4",
        r"fünf" + _END: "5",
        r"sechs" + _END: "6",
        r"sieben" + _END + r"|siebt(e[nrsm]?|el)": "7",
        r"acht" + _END: "8",
        r"neun" + _END: "9",
        r"zehn" + _END: "10",
        r"elf" + _END: "11",
        r"zwölf" + _END + r"|dutzend": "12",
        r"dreizehn" + _END: "13",
        r"vierzehn" + _END: "14",
        r"fünfzehn" + _END: "15",
        r"sechzehn" + _END: "16",
        r"siebzehn" + _END: "17",
        r"achtzehn" + _END: "18",
        r"neunzehn" + _END: "19",
        r"zwanzig" + _END: "20",
        r"dreißig" + _END: "30",
        r"vierzig" + _END: "40",
        r"fünfzig" + _END: "50",
        r"sechzig" + _END: "60",
        r"siebzig" + _END: "70",
        r"achtzig" + _END: "80",
        r"neunzig" + _END: "90",
        r"(ein)?hundert" + _END: "100",
        r"(ein)?tausend" + _END: "1000",
        r"halb(e[nrsm]?)?|hälfte": "0.5",
        r"viertel(stunde)?": "0.25",
        r"anderthalb|eineinhalb": "1.5",
        r"zweieinhalb": "2.5",
        r"dreieinhalb": "3.5",
        r"million(en)?": "1000000",
        **_COMPOUNDS,
    },
    pairs={
        r"einmal": ("1", "time"),
        r"zweimal": ("2", "time"),
        r"dreimal": ("3", "time"),
        r"viermal": ("4", "time"),
        r"viertelstunde": ("0.25", "hour"),
        r"halbstündig\w*": ("0.5", "hour"),
        r"halbjährlich\w*": ("0.5", "year"),
        r"vierteljährlich\w*": ("0.25", "year"),
        **{
            f"{number}{stem}\\w*": (str(value), unit)
            for value, number in enumerate((*_ONES, "zehn", "elf", "zwölf"), 1)
            for stem, unit in _LASTING.items()
        },
    },
    magnitudes={r"tausend|tsd": "1000", r"million(en)?|mio": "1000000", r"milliarden?|mrd": "1000000000"},
    units={
        r"millisekunden?": "ms",
        r"sekunden?|sek": "second",
        r"minuten?|min|minütig\w*": "minute",
        r"stunden?|std|stündig\w*|stündlich\w*": "hour",
        r"(?!mon|diens|donners|frei|sams|sonn)\w*tag(e[ns]?|s)?|täglich\w*|tägig\w*": "day",
        r"\w*wochen?|wöchig\w*|wöchentlich\w*": "week",
        r"monat(e[ns]?|s)?|monatig\w*|monatlich\w*": "month",
        r"jahr(e[ns]?|s)?|jährig\w*|jährlich\w*|lebensjahr(e[ns]?|s)?": "year",
        r"mal": "time",
        r"milligramm": "mg",
        r"mikrogramm": "µg",
        r"gramm": "g",
        r"kilogramm|kilo": "kg",
        r"milliliter": "ml",
        r"litern?": "l",
        r"millimetern?": "mm",
        r"zentimetern?": "cm",
        r"nanometern?": "nm",
        r"mikrometern?": "µm",
        r"metern?": "m",
        r"grad|celsius": "°C",
        r"einheiten|einheit|ie": "IU",
        r"prozent": "%",
        r"watt": "W",
        r"joule": "J",
        r"hertz": "Hz",
    },
    negations=(
        r"\b(nicht|kein(e[nrsm]?)?|nie(mals|mand(e[nm])?)?|ohne|weder|noch nie|nichts"
        r"|nirgend\w*|keinesfalls|keineswegs"
        r"|un(bekannt|wahrscheinlich|angenehm|geeignet|vorhersehbar|nötig|möglich|sicher"
        r"|bedenklich|gefährlich|erwünscht)\w*"
        r"|vermeide\w*|meiden|verzicht\w*|höchstens|maximal|ausschließlich|frei von|verboten"
        r"|untersagt|ausgeschlossen"
        r"|kontraindiziert\w*|abzuraten|abraten|raten)\b|\w+(frei|los)(e[nrsm]?)?\b|\bnicht-"
    ),
    not_negations=r"\b(nicht nur|unerwünschte[nr]? \w+wirkung\w*|groß\w*|los\b)",
    round_the_clock=r"rund um die uhr",
    conjunctions=r"\b(und|oder|sowie)\b",
)
