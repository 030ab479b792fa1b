"""Are changed words marked, and only those, in any script?"""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from localization.changes.words import marked, tokens


@pytest.mark.parametrize(
    ("old", "new", "before", "after"),
    [
        ("Wait two weeks.", "Wait four weeks.", "Wait <del>two</del> weeks.", "Wait <ins>four</ins> weeks."),
        ("0.5 ml", "0.25 ml", "<del>0.5</del> ml", "<ins>0.25</ins> ml"),
        ("皮肤变红", "皮肤变白", "皮肤变<del>红</del>", "皮肤变<ins>白</ins>"),
        ("It hurts.", "It does not hurt.", "It <del>hurts</del>.", "It <ins>does not hurt</ins>."),
        ("same", "same", "same", "same"),
        ("Writing", "Writing, in short", "Writing", "Writing<ins>, in short</ins>"),
        (
            "One sentence here.",
            "Quite another.",
            "<del>One sentence here.</del>",
            "<ins>Quite another.</ins>",
        ),
        (
            'Ask <a id="a1">us</a>',
            "Ask us",
            "Ask <del>&lt;a id=&quot;a1&quot;&gt;</del>us<del>&lt;/a&gt;</del>",
            "Ask us",
        ),
    ],
)
def test_marks_what_changed(old: str, new: str, before: str, after: str) -> None:
    assert marked(old, new) == (before, after)


@given(st.text(max_size=40))
def test_tokens_lose_nothing(text: str) -> None:
    assert "".join(tokens(text)) == text.replace("\n", " ")


@given(st.text("ab <>&", max_size=20), st.text("ab <>&", max_size=20))
def test_without_its_marks_each_text_is_whole_and_escaped(old: str, new: str) -> None:
    from django.utils.html import escape

    for html, text in zip(marked(old, new), (old, new), strict=True):
        assert re.sub(r"</?(del|ins)>", "", html) == escape(text)
