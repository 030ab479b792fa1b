"""Which units are there, how are they written in symbols, and which are multiples of each other?"""

from __future__ import annotations

import re
from decimal import Decimal

# unit → (dimension, how many of the dimension's base it is). Units of no dimension are only equal to
# themselves.
BASE: dict[str, tuple[str, Decimal]] = {
    "ms": ("time", Decimal("0.001")),
    "second": ("time", Decimal(1)),
    "minute": ("time", Decimal(60)),
    "hour": ("time", Decimal(3600)),
    "day": ("time", Decimal(86400)),
    "week": ("time", Decimal(604800)),
    "month": ("months", Decimal(1)),
    "year": ("months", Decimal(12)),
    "µg": ("mass", Decimal("0.000001")),
    "mg": ("mass", Decimal("0.001")),
    "g": ("mass", Decimal(1)),
    "kg": ("mass", Decimal(1000)),
    "ml": ("volume", Decimal("0.001")),
    "l": ("volume", Decimal(1)),
    "nm": ("length", Decimal("0.000001")),
    "µm": ("length", Decimal("0.001")),
    "mm": ("length", Decimal(1)),
    "cm": ("length", Decimal(10)),
    "m": ("length", Decimal(1000)),
    "%": ("share", Decimal("0.01")),
}
TIMES = frozenset(unit for unit, (dimension, _size) in BASE.items() if dimension in ("time", "months"))

_SYMBOLS = {
    # Arabic writes “milli” as a word of its own.
    r"م[ي]?لل?ي\s?(?:ثانية|ثوان)": "ms",
    r"م[ي]?لل?ي\s?[غج]رام\w*": "mg",
    r"م[ي]?لل?ي\s?لتر\w*": "ml",
    r"م[ي]?لل?ي\s?متر\w*": "mm",
    r"mJ|م[ي]?لل?ي\s?جول": "mJ",
    r"[µμ]g|mcg": "µg",
    r"[µμ]m": "µm",
    r"mg": "mg",
    r"kg": "kg",
    r"g": "g",
    r"m[lL]|cc": "ml",
    r"[lL]": "l",
    r"mm(?![Hh²2])": "mm",
    r"mmHg": "mm",
    r"cm(?![²2])": "cm",
    r"cm[²2]": "cm",
    r"mm[²2]": "mm",
    r"nm": "nm",
    r"°\s?C|℃|°م": "°C",
    r"°\s?F": "°F",
    r"[%٪％]|per cent|por ciento|por cien|pour cent|في المئة|في المائة": "%",
    r"IU|I\.\s?E\.|IE|UI|j\.\s?m\.": "IU",
    r"J": "J",
    r"W": "W",
    r"kHz": "kHz",
    r"MHz": "MHz",
    r"Hz": "Hz",
    r"ms": "ms",
    r"min\.?": "minute",
    r"h": "hour",
    r"s": "second",
    r"G": "gauge",
}
_ONE = "|".join(f"(?P<u{index}>{pattern})" for index, pattern in enumerate(_SYMBOLS))
_UNITS = tuple(_SYMBOLS.values())
_END = r"(?![A-Za-zÀ-ɏ²])"
SYMBOL = re.compile(rf"(?:{_ONE}){_END}|(?P<percent>[%٪％])")


def symbol_at(text: str, position: int) -> tuple[str, int] | None:
    """Return the unit whose symbol stands at ``position``, and where it ends; ``None`` if there is none."""
    found = SYMBOL.match(text, position)
    if found is None:
        return None
    if found["percent"]:
        return "%", found.end()
    name = found.lastgroup or ""
    return _UNITS[int(name[1:])], found.end()


def same_amount(one: tuple[Decimal, str | None], other: tuple[Decimal, str | None]) -> bool:
    """Say whether two quantities are the same amount: 14 days and 2 weeks, a half and 50 %."""
    known_one, known_other = _in_base(*one), _in_base(*other)
    return known_one is not None and known_one == known_other


def _in_base(value: Decimal, unit: str | None) -> tuple[str, Decimal] | None:
    if unit is None:
        return ("share", value)
    if unit not in BASE:
        return None
    dimension, size = BASE[unit]
    return dimension, value * size
