"""Does a digest move with every change of wording, and with nothing else?"""

from __future__ import annotations

import html
import json
import unicodedata
from pathlib import Path
from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from localization.digest import digest_of, item_digests
from localization.segments import Segments, same_text

# Without "&", ";" and "<": what looks like an entity or a tag is one (docs/freshness.md, rule 2).
TEXT = st.text(st.characters(exclude_categories=["C"], exclude_characters="&;<>"), max_size=20)
PATHS = st.sampled_from(["title", "risks.1.name", "risks.1.detail", "risks.2.name", "faqs.3.answer"])
FOUND = st.dictionaries(PATHS, st.lists(TEXT, min_size=1, max_size=3))
SPACES = st.sampled_from([" ", "\n", "\t ", "\u00a0", "  "])


def digest(texts: dict[str, list[str]], references: dict[str, list[str]] | None = None) -> str:
    return digest_of(Segments(texts=texts, references=references or {}))


def test_the_form_that_is_hashed_stays_the_same() -> None:
    # A changed vector puts every translation of every installation behind: then VERSION has to move.
    texts = {"risks.b.name": ["Bluterguss"], "risks.a.name": ["Ro\u0308tung  &amp; <b>Schmerz</b>\n"]}
    assert digest(texts, {"risks.a.sources": ["7", "12"]}) == (
        "1:4789b7346b0fdcf73846c5e4db2ce9c1cbdcb1d7558599c7348bb6c6919cee81"
    )


VECTORS = json.loads((Path(__file__).parent / "vectors" / "text_digest.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize("vector", VECTORS["digests"], ids=lambda vector: vector["what"])
def test_digest_vectors(vector: dict[str, Any]) -> None:
    segments = Segments(vector["texts"], vector["references"], vector.get("types", {}))
    assert digest_of(segments) == vector["digest"]
    assert item_digests(segments) == vector["items"]


@pytest.mark.parametrize("vector", VECTORS["same_text"], ids=lambda vector: vector["what"])
def test_normalisation_vectors(vector: dict[str, Any]) -> None:
    assert same_text(vector["given"]) == vector["normalised"]


BLOCK, COPY = "11111111-1111-4111-8111-111111111111", "22222222-2222-4222-8222-222222222222"


@given(st.dictionaries(st.sampled_from(["name", "points." + BLOCK, "detail"]), st.lists(TEXT, min_size=1)))
def test_a_copied_item_has_the_digest_of_its_original(texts: dict[str, list[str]]) -> None:
    original = {f"risks.{BLOCK}.{place}": found for place, found in texts.items()}
    copied = {path.replace(BLOCK, COPY): found for path, found in original.items()}
    digests = item_digests(Segments(texts={**original, **copied}, references={}))
    assert len(set(digests.values())) == min(1, len(texts))


@given(FOUND, FOUND, st.randoms(use_true_random=False))
def test_the_order_in_which_paths_are_found_does_not_matter(
    texts: dict[str, list[str]], references: dict[str, list[str]], random: Any
) -> None:
    shuffled = [list(found.items()) for found in (texts, references)]
    for found in shuffled:
        random.shuffle(found)
    references = {path: random.sample(values, len(values)) for path, values in references.items()}
    assert digest(dict(shuffled[0]), references) == digest(texts, dict(shuffled[1]))


@given(FOUND, st.data())
def test_each_text_counts(texts: dict[str, list[str]], data: Any) -> None:
    assume(texts)
    path = data.draw(st.sampled_from(sorted(texts)))
    index = data.draw(st.integers(0, len(texts[path]) - 1))
    other = data.draw(TEXT)
    assume(same_text(other) != same_text(texts[path][index]))
    changed = {**texts, path: [*texts[path][:index], other, *texts[path][index + 1 :]]}
    assert digest(changed) != digest(texts)


@given(FOUND, PATHS, TEXT)
def test_a_text_more_or_elsewhere_counts(texts: dict[str, list[str]], path: str, text: str) -> None:
    more = {**texts, path: [*texts.get(path, []), text]}
    assert digest(more) != digest(texts)
    assert digest(texts, {path: [text]}) not in (digest(texts), digest(more))


@given(st.lists(TEXT.map(str.strip).filter(bool), min_size=1, max_size=4), SPACES, SPACES, SPACES)
def test_white_space_and_composition_do_not_count(
    words: list[str], left: str, middle: str, right: str
) -> None:
    plain = {"title": [" ".join(words)]}
    spaced = left + middle.join(html.escape(word) for word in words) + right
    assert digest({"title": [unicodedata.normalize("NFD", spaced)]}) == digest(plain)


@given(TEXT, TEXT)
def test_a_lost_bold_or_link_counts(before: str, word: str) -> None:
    assume(word.strip())
    tagged = f"{before}<b>{word}</b>"
    assert (
        len({digest({"a": [text]}) for text in (tagged, f"{before}{word}", tagged.replace("b>", "i>"))}) == 3
    )
