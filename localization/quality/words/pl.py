"""Polish."""

from localization.quality.lexicon import Lexicon

# dwutygodniowy, trzydniowy …
_MANY = ("dwu", "trzy", "cztero", "pięcio", "sześcio", "siedmio", "ośmio", "dziewięcio", "dziesięcio")
_LASTING = {
    "minutow": "minute",
    "godzinn": "hour",
    "dniow": "day",
    "tygodniow": "week",
    "miesięczn": "month",
    "letni": "year",
}

LEXICON = Lexicon(
    code="pl",
    numbers={
        r"zer(o|a)": "0",
        r"jed(en|na|no|nego|nej|nemu|nym|ną|ni|nokrotn\w*|norazow\w*)|pierwsz\w+|raz": "1",
        r"dw(a|ie|óch|u|oma|iema|ukrotn\w*|óm|oje|ojga)|drug\w+|ob(a|ie|u|ydwa|oje)|podw\w+|para": "2",
        r"trz(y|ech|em|ema|ykrotn\w*)|troje|trze(ci|cia|cie|ciego|ciej|cią|cim)": "3",
        r"czter(y|ech|em|ema)|czworo|czwart\w+|czterokrotn\w*": "4",
        r"pię(ć|ciu|cioma|ciokrotn\w*)|pięcioro|piąt\w+": "5",
        r"sze(ść|ściu|ścioma|ściokrotn\w*)|szóst\w+": "6",
        r"sied(em|miu|mioma)|siódm\w+": "7",
        r"os(iem|miu|mioma)|ósm\w+": "8",
        r"dziewię(ć|ciu|cioma)|dziewiąt\w+": "9",
        r"dziesię(ć|ciu|cioma|ciokrotn\w*)|dziesiąt\w+": "10",
        r"jedena(ście|stu|st\w+)": "11",
        r"dwana(ście|stu)|dwunast\w+|tuzin": "12",
        r"trzyna(ście|stu|st\w+)": "13",
        r"czterna(ście|stu|st\w+)": "14",
        r"piętna(ście|stu|st\w+)": "15",
        r"szesna(ście|stu|st\w+)": "16",
        r"siedemna(ście|stu|st\w+)": "17",
        r"osiemna(ście|stu|st\w+)": "18",
        r"dziewiętna(ście|stu|st\w+)": "19",
        r"dwadzieścia|dwudziest\w*": "20",
        r"trzydzie(ści|stu|st\w+)": "30",
        r"czterdzie(ści|stu|st\w+)": "40",
        **{
            rf"{ones}dziesią(t|ciu|t\w+)": str(10 * value)
            for value, ones in enumerate(("pięć", "sześć", "siedem", "osiem", "dziewięć"), 5)
        },
        r"sto|stu|setn\w+": "100",
        r"tysią(c|ca|ce)|tysięcy": "1000",
        r"milion\w*": "1000000",
        r"pół|połow\w+": "0.5",
        r"półtor(a|ej|agodzinn\w*)": "1.5",
        r"ćwierć|kwadrans\w*": "0.25",
    },
    pairs={
        r"dob(a|ę|y|ie|ą)": ("1", "day"),
        r"raz": ("1", "time"),
        r"dwukrotn\w*": ("2", "time"),
        r"trzykrotn\w*": ("3", "time"),
        r"półroczn\w*": ("0.5", "year"),
        r"kwartaln\w*": ("0.25", "year"),
        **{
            f"{number}{stem}\\w*": (str(value), unit)
            for value, number in enumerate(_MANY, 2)
            for stem, unit in _LASTING.items()
        },
        r"półgodzin\w*": ("0.5", "hour"),
        r"kwadrans\w*": ("0.25", "hour"),
    },
    magnitudes={
        r"tys|tysi(ąc|ące|ęcy)": "1000",
        r"mln|milion\w*": "1000000",
        r"mld|miliard\w*": "1000000000",
    },
    units={
        r"milisekund\w*": "ms",
        r"sekund\w*|sek": "second",
        r"minut\w*|min": "minute",
        r"godzin\w*|godz": "hour",
        r"dni(ach|a|u|om|owy\w*)?|dzień|dziennie|codzienn\w*|dob(a|ę|y|ie|ą|ow\w+)": "day",
        r"tydzie(ń|ni)|tygodn\w*": "week",
        r"miesi(ąc|ąca|ące|ęcy|ącach|ącu|ęczn\w*)": "month",
        r"rok(u|iem)?|lat(a|ach|om)?|latami|rocznie|roczn\w*|letni\w*": "year",
        r"razy|raz|krotnie": "time",
        r"miligram\w*": "mg",
        r"mikrogram\w*": "µg",
        r"gram(y|ów|a|ach)?": "g",
        r"kilogram\w*|kilo": "kg",
        r"mililitr\w*": "ml",
        r"litr\w*": "l",
        r"milimetr\w*": "mm",
        r"centymetr\w*": "cm",
        r"nanometr\w*": "nm",
        r"mikrometr\w*": "µm",
        r"metr(y|ów|a|ach|ze)?": "m",
        r"stop(ni|nie|ień|niach)|celsjusza": "°C",
        r"jednost\w+": "IU",
        r"procent\w*|proc": "%",
        r"wat(y|ów|a)?": "W",
        r"dżul\w*": "J",
        r"herc\w*": "Hz",
    },
    half_more=r"i pół",
    negations=(
        r"\b(nie|nigdy|bez|żad(en|n\w+)|nikt|nikogo|nikomu|nic|niczego|ani"
        r"|mało prawdopodobn\w*|unika\w*|wyklucz\w*|zakaz\w*"
        r"|przeciwwskaz\w*|zabroni\w*|wyłącznie|maksymalnie|najwyżej|brak\w*|powstrzym\w*"
        r"|zrezygn\w*|chyba że)\b"
        r"|\bnie(znan|prawdopodobn|przyjemn|odpowiedni|wskazan|możliw|bezpieczn|potrzebn"
        r"|konieczn|przewidyw|zalecan|szkodliw)\w*"
    ),
    not_negations=r"\b(nie tylko|niepożądan\w*)\b",
    round_the_clock=r"całodobow\w*|całą dobę|przez cały tydzień",
    conjunctions=r"\b(i|oraz|lub|albo|ani|bądź)\b",
)
