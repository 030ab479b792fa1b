"""Does the load generator take an answer for complete when it is, and not before?"""

import pytest

from tests.performance.load import is_last, status_of

WHOLE = b"HTTP/1.1 200 OK\r\ncontent-type: text/plain\r\ncontent-length: 5\r\n\r\nhello"


@pytest.mark.parametrize("missing", [1, 5, 6, len(WHOLE)])
def test_an_answer_of_which_something_is_missing_has_no_status_yet(missing: int) -> None:
    assert status_of(WHOLE[:-missing]) is None


def test_a_whole_answer_has_its_status() -> None:
    assert status_of(WHOLE) == 200


def test_an_answer_without_a_body_is_whole_at_its_empty_line() -> None:
    assert status_of(b"HTTP/1.1 304 Not Modified\r\netag: x\r\n\r\n") == 304


def test_the_names_of_headers_are_read_in_any_case_and_a_last_answer_is_noticed() -> None:
    by_nginx = WHOLE.replace(b"content-length", b"Content-Length")
    assert status_of(by_nginx) == 200
    assert status_of(by_nginx[:-1]) is None
    assert not is_last(by_nginx)
    assert is_last(by_nginx.replace(b"\r\n\r\n", b"\r\nConnection: close\r\n\r\n"))
