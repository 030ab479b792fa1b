"""Does everybody get the coding they like best, under a tag that is that coding's own?"""

from __future__ import annotations

import gzip
from collections.abc import Iterator
from typing import Any
from unittest.mock import patch

import brotli
import pytest
from django.test import Client

from publishing import coding
from publishing.coding import COMPRESSED, preferred
from tests import factories


@pytest.fixture(autouse=True)
def _nothing_compressed() -> Iterator[None]:
    COMPRESSED.forget()
    yield
    COMPRESSED.forget()


@pytest.mark.parametrize(
    ("accepted", "given"),
    [
        ("", ""),
        ("gzip", "gzip"),
        ("br", "br"),
        ("gzip, deflate, br, zstd", "br"),
        ("GZIP ; Q=0.5", "gzip"),
        ("br;q=0.5, gzip;q=0.9", "gzip"),
        ("br;q=0, gzip;q=0", ""),
        ("*", "br"),
        ("br;q=0, *", "gzip"),
        ("*;q=0", ""),
        ("gzip;q=0.001", "gzip"),
        ("identity;q=0.5, gzip;q=0.4", ""),
        ("identity;q=0.5, gzip", "gzip"),
        ("identity;q=0, gzip;q=0.1", "gzip"),
        ("deflate, zstd", ""),
        ("gzip;q=much, br;q=nan", ""),
        (",, ;q=1, gzip;x=1;q=0.2,", "gzip"),
    ],
)
def test_the_client_chooses_by_weight(accepted: str, given: str) -> None:
    assert preferred(accepted) == given


def _read(response: Any) -> bytes:
    read = {"br": brotli.decompress, "gzip": gzip.decompress}.get(response.get("Content-Encoding", ""), bytes)
    return read(response.content)


@pytest.mark.django_db
def test_each_coding_of_a_page_has_a_tag_of_its_own_and_is_compressed_once(client: Client) -> None:
    address = factories.standard_page().url
    plain = client.get(address)
    with patch.object(coding, "_compress", wraps=coding._compress) as compress:
        answers = [client.get(address, headers={"accept-encoding": name}) for name in ("br", "gzip") * 2]
    assert compress.call_count == 2
    assert [answer["Content-Encoding"] for answer in answers] == ["br", "gzip"] * 2
    assert all(_read(answer) == plain.content for answer in answers)
    assert len({answer["ETag"] for answer in (plain, *answers)}) == 3
    for answer in (plain, *answers):
        assert not answer["ETag"].startswith("W/")
        assert answer["Vary"] == "Accept-Encoding"
        assert answer["Content-Length"] == str(len(answer.content))


@pytest.mark.django_db
def test_a_copy_in_one_coding_is_no_copy_in_another(client: Client) -> None:
    address = factories.standard_page().url
    tags = {
        name: client.get(address, headers={"accept-encoding": name})["ETag"] for name in ("", "br", "gzip")
    }
    for asked in tags:
        for known, tag in tags.items():
            response = client.get(address, headers={"accept-encoding": asked, "if-none-match": f"W/{tag}"})
            # A plain copy counts whatever the client takes beside it.
            holds = known in (asked, "")
            assert response.status_code == (304 if holds else 200)
            assert response["ETag"] == (tag if holds else tags[asked])
    unchanged = client.get(
        address, headers={"accept-encoding": "br", "if-none-match": ", ".join(tags.values())}
    )
    assert (unchanged.status_code, unchanged.content, unchanged["Vary"]) == (304, b"", "Accept-Encoding")
    assert "Content-Encoding" not in unchanged
    for refusing in ("br, identity;q=0", "br, *;q=0"):
        plain = {"accept-encoding": refusing, "if-none-match": tags[""]}
        assert client.get(address, headers=plain).status_code == 200


@pytest.mark.django_db
def test_all_that_is_public_is_compressed_and_nothing_small_is(client: Client) -> None:
    page = factories.standard_page()
    page.get_parent().specific.save_revision().publish()
    for address in (page.url, "/en/nothing-here/", "/en/search/?q=page", "/api/v1/schema/"):
        response = client.get(address, headers={"accept-encoding": "gzip"})
        assert response["Content-Encoding"] == "gzip", address
        assert _read(response) == client.get(address).content
    small = client.get("/api/v1/search/suggestions/?q=zzz&locale=en", headers={"accept-encoding": "gzip"})
    assert "Content-Encoding" not in small
    assert small["Vary"] == "Accept-Encoding"
