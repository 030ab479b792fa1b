"""By which words does the mutation script know the numbers, ranges and units of a language?

They are its own, not the checker's.
"""

D = "[0-9٠-٩０-９]"
N = rf"{D}+(?:[.,٫٬]{D}+)?"
GAP = "[ \u00a0\u202f-]?"
DECIMAL = {"de": ",", "es": ",", "pl": ",", "tr": ",", "ar": ".", "zh-hans": "."}


def _range(*joints: str) -> str:
    joined = "|".join(joints)
    joint = rf"(?:[ \u00a0]?(?:–|-|—|～|~)[ \u00a0]?|\s(?:{joined})\s?)"
    return rf"(?<![{{\w.,:/-])(?P<low>{N}){joint}(?P<high>{N})(?![\w:.,]*{D})"


RANGES = {
    "de": _range("bis"),
    "es": _range("a"),
    "pl": _range("do"),
    "tr": _range("ila", "ile"),
    "ar": _range("إلى"),
    "zh-hans": _range("至", "到"),
}

_HAN = "[一二两三四五六七八九十半]"


def _after(number: str, *swaps: tuple[str, str]) -> list[tuple[str, str]]:
    return [(rf"(?<![A-Za-z])(?:{number}){GAP}({unit})(?![^\W\d_])", new) for unit, new in swaps]


_DE = rf"{D}|zwei|drei|vier|fünf|sechs|einer|eine"
_ES = rf"{D}|dos|tres|cuatro|cinco|seis|una|un"
_PL = rf"{D}|dwa|dwie|trzy|cztery|pięć|sześć|dwóch|trzech"
_TR = rf"{D}|iki|üç|dört|beş|altı|on|bir"
_AR = rf"{D}|ثلاثة|أربعة|خمسة|ستة|سبعة|خمس|ثلاث"

SWAPS: dict[str, dict[str, list[tuple[str, str]]]] = {
    "units": {
        "": [
            (rf"{D}{GAP}(mg)(?![A-Za-z/])", "g"),
            (rf"{D}{GAP}(mg)(?=/)", "g"),
            (rf"{D}{GAP}(g)(?![A-Za-z/])", "mg"),
            (rf"{D}{GAP}(mm)(?![A-Za-z²])", "cm"),
            (rf"{D}{GAP}(cm)(?![A-Za-z²])", "mm"),
            (rf"{D}{GAP}(nm)(?![A-Za-z])", "µm"),
            (rf"{D}{GAP}(µg)(?![A-Za-z])", "mg"),
            (rf"{D}{GAP}(ml)(?![A-Za-z/])", "l"),
            (rf"{D}{GAP}(Hz)(?![A-Za-z])", "kHz"),
            (rf"{D}{GAP}(°C)(?![A-Za-z])", "%"),
        ],
        "de": _after(
            _DE,
            ("Sekunden", "Minuten"),
            ("Minuten", "Stunden"),
            ("Stunden", "Tage"),
            ("Stunde", "Woche"),
            ("Tagen", "Wochen"),
            ("Tage", "Wochen"),
            ("Wochen", "Tage"),
            ("Woche", "Stunde"),
            ("Monaten", "Wochen"),
            ("Monate", "Wochen"),
            ("Jahren", "Monaten"),
            ("Jahre", "Monate"),
        ),
        "es": _after(
            _ES,
            ("segundos", "minutos"),
            ("minutos", "horas"),
            ("horas", "días"),
            ("días", "semanas"),
            ("semanas", "días"),
            ("semana", "hora"),
            ("meses", "semanas"),
            ("años", "meses"),
            ("unidades", "mililitros"),
        ),
        "pl": _after(
            _PL,
            ("sekund", "minut"),
            ("minut", "godzin"),
            ("godzin", "dni"),
            ("godziny", "dni"),
            ("dniach", "tygodniach"),
            ("dni", "tygodni"),
            ("tygodniach", "dniach"),
            ("tygodnie", "dni"),
            ("tygodni", "dni"),
            ("miesiącach", "tygodniach"),
            ("miesięcy", "tygodni"),
            ("miesiące", "tygodnie"),
            ("lat", "miesięcy"),
            ("litra", "mililitra"),
            ("jednostek", "mililitrów"),
        ),
        "tr": _after(
            _TR,
            ("saniye", "dakika"),
            ("dakika", "saat"),
            ("saat(?! [0-9])", "gün"),
            ("gün", "hafta"),
            ("hafta", "gün"),
            ("ay", "hafta"),
            ("yıl", "ay"),
            ("ünite", "mililitre"),
        ),
        "ar": [
            *_after(
                _AR,
                ("ثانية", "دقيقة"),
                ("ثوانٍ", "دقائق"),
                ("دقيقة", "ساعة"),
                ("دقائق", "ساعات"),
                ("ساعة", "يومًا"),
                ("ساعات", "أيام"),
                ("يومًا", "أسبوعًا"),
                ("أيام", "أسابيع"),
                ("أسابيع", "أيام"),
                ("أشهر", "أسابيع"),
                ("شهرًا", "أسبوعًا"),
                ("سنوات", "أشهر"),
                ("عامًا", "شهرًا"),
                ("ملغ", "غ"),
                ("مل", "لتر"),
                ("ملم", "سم"),
                ("مم", "سم"),
                ("سم", "ملم"),
                ("نانومتر", "ميكرومتر"),
                ("وحدة", "مل"),
            ),
            (r"(أسبوعين)(?!\w)", "يومين"),
            (r"(يومين)(?!\w)", "أسبوعين"),
            (r"(ساعتين)(?!\w)", "يومين"),
            (r"(شهرين)(?!\w)", "أسبوعين"),
            (r"(عامين)(?!\w)", "شهرين"),
        ],
        "zh-hans": [
            (rf"(?:{D}|{_HAN}) ?({unit}){tail}", new)
            for unit, tail, new in (
                ("秒", "", "分钟"),
                ("分钟", "", "小时"),
                ("小时", "", "天"),
                ("天", "", "周"),
                ("周", "(?![岁一二三四五六日])", "天"),
                ("个月", "", "周"),
                ("年", "(?! ?[0-9])", "个月"),
                ("岁", "", "个月"),
                ("毫克", "", "克"),
                ("微克", "", "毫克"),
                ("毫升", "", "升"),
                ("毫米", "", "厘米"),
                ("厘米", "", "毫米"),
                ("纳米", "", "微米"),
                ("单位", "", "毫升"),
            )
        ],
    },
    "mg-ml": {
        "": [(rf"{D}{GAP}(mg)(?![A-Za-z])", "ml"), (rf"{D}{GAP}(m[lL])(?![A-Za-z])", "mg")],
        "ar": [(rf"{D} ?(ملغ)(?!\w)", "مل"), (rf"{D} ?(مل)(?!\w)", "ملغ")],
        "zh-hans": [(rf"{D} ?(毫克)", "毫升"), (rf"{D} ?(毫升)", "毫克")],
    },
}
