"""Is the stylesheet small, the same for both writing directions, and readable for everybody?"""

import re
from pathlib import Path

import pytest
from django.conf import settings

STATIC = Path(settings.BASE_DIR) / "static"
TEXT = (STATIC / "css" / "site.css").read_text(encoding="utf-8")
RULES = re.sub(r"/\*.*?\*/", "", TEXT, flags=re.DOTALL)
DECLARATIONS = re.sub(r"@media[^{]*", "@media", RULES)

FOR_VISITORS = ("comments", "enquiries", "parts")
PHYSICAL = re.compile(
    r"""
    (?:margin|padding|border|inset|scroll-margin|scroll-padding)-(?:left|right|top|bottom)\b
    | (?<![-\w])(?:left|right|top|bottom)\s*:
    | (?<![-\w])(?:min-|max-)?(?:width|height)\s*:
    | border-(?:top|bottom)-(?:left|right)-radius
    | (?:text-align|float|clear)\s*:\s*(?:left|right)
    """,
    re.VERBOSE,
)


def test_the_files_stay_within_their_budget() -> None:
    assert len(TEXT.encode()) < 30_000
    assert (STATIC / "js" / "site.js").stat().st_size < 15_000


def test_only_logical_properties_are_used() -> None:
    assert PHYSICAL.findall(DECLARATIONS) == []


def test_the_check_for_physical_properties_finds_them() -> None:
    assert PHYSICAL.search("a { margin-left: 1px }")
    assert PHYSICAL.search("a { width: 1px }")
    assert not PHYSICAL.search("a { border-width: 1px; max-inline-size: 2px }")


def test_what_the_pages_of_messages_name_has_a_look() -> None:
    """A class that no stylesheet knows is a slip: errors stood there in plain text, and comments bare."""
    known = set(re.findall(r"\.([a-z][\w-]*)", RULES + (STATIC / "css" / "forms.css").read_text("utf-8")))
    folders = [settings.BASE_DIR / "templates" / "engagement" / name for name in FOR_VISITORS]
    texts = [
        path.read_text("utf-8")
        for folder in folders
        for path in folder.glob("*.html")
        if path.name != "edit.html"
    ]
    classes = " ".join(found for text in texts for found in re.findall(r'class="([^"]*)', text))
    named = set(re.sub(r"\{%.*?%\}", " ", classes).split())
    assert "comment-by" in named
    assert named <= known


def test_nothing_is_loaded_from_anywhere() -> None:
    assert "url(" not in RULES
    assert "@import" not in RULES


def test_no_letter_is_spaced_or_capitalised_in_running_text() -> None:
    assert "letter-spacing" not in RULES
    for selector in re.findall(r"([^{}]*)\{[^{}]*text-transform", RULES):
        assert all(part.strip().endswith("::first-letter") for part in selector.split(","))


@pytest.mark.parametrize("script", ["ar", "zh"])
def test_scripts_that_need_it_have_tall_lines_and_no_italics(script: str) -> None:
    block = re.search(rf'\[lang\|="{script}"\][^{{]*\{{([^}}]*)', RULES)
    assert block is not None
    leading = re.search(r"--leading: ([\d.]+)", block[1])
    assert leading is not None
    assert float(leading[1]) >= 1.5
    assert re.search(rf'\[lang\|="{script}"\][^{{]*:is\(em, i, cite\) \{{ font-style: normal', RULES)


@pytest.mark.parametrize(
    "preference",
    ["prefers-color-scheme: dark", "prefers-contrast", "prefers-reduced-motion", "print", "forced-colors"],
)
def test_what_readers_prefer_is_heard(preference: str) -> None:
    assert re.search(rf"@media [^{{]*{preference}", RULES)


def tokens(dark: bool) -> dict[str, str]:
    """Return the colour tokens of one scheme, by name."""
    light, night = re.findall(r":root \{(.*?)\}", RULES, flags=re.DOTALL)[:2]
    found = dict(re.findall(r"--([\w-]+): (#[0-9a-f]{3,6})\b", light))
    return found | dict(re.findall(r"--([\w-]+): (#[0-9a-f]{3,6})\b", night)) if dark else found


def luminance(colour: str) -> float:
    """Return the relative luminance of a colour (WCAG 2.2)."""
    digits = colour[1:] if len(colour) == 7 else "".join(digit * 2 for digit in colour[1:])
    channels = [int(digits[at : at + 2], 16) / 255 for at in (0, 2, 4)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    """Return the contrast ratio of two colours (WCAG 2.2, 1.4.3)."""
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


GROUNDS = ("paper", "surface", "sand", "mint")
PAIRS = [
    *(("ink", ground, 7.0) for ground in (*GROUNDS, "calm-tint", "amber-tint", "red-tint")),
    *(("ink-soft", ground, 4.5) for ground in GROUNDS),
    *(("brand", ground, 4.5) for ground in GROUNDS),
    *(("clay", ground, 4.5) for ground in ("paper", "surface")),
    ("on-brand", "brand", 4.5),
    *((level, f"{level}-tint", 4.5) for level in ("calm", "amber", "red")),
    *((level, "surface", 4.5) for level in ("calm", "amber", "red")),
    *(("edge", ground, 3.0) for ground in ("paper", "surface")),
]


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize(("front", "ground", "least"), PAIRS)
def test_colours_can_be_told_from_their_ground(front: str, ground: str, least: float, dark: bool) -> None:
    colours = tokens(dark)
    assert contrast(colours[front], colours[ground]) >= least
