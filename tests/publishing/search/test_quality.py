"""Does search find what a reader of each language means?"""

from __future__ import annotations

import pytest

from tests.publishing.search.corpus import CODES, corpus, score

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("code", CODES)
def test_nine_of_ten_right_answers_are_among_the_first_five(code: str) -> None:
    result = score(code)
    assert result.recall >= 0.9, result.misses
    assert not result.strays


def test_every_language_is_judged_by_enough_texts_and_queries() -> None:
    assert len(CODES) == 8
    for code in CODES:
        data = corpus(code)
        assert len(data["texts"]) >= 60, code
        assert len(data["queries"]) >= 15, code
        assert any(not right for _query, right in data["queries"]), code
        for _query, right in data["queries"]:
            assert set(right) <= set(data["texts"]), code
