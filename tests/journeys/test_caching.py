"""Does the cache in front, the real nginx as in docker-compose.yml, give everybody what is theirs?"""

from __future__ import annotations

import gzip
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from threading import Event
from urllib.parse import urlsplit

import brotli
import httpx
import pytest

from cms.demo_content.library import content_id
from cms.places import PROJECT_DIR
from publishing.caching import KEEP, REVALIDATE
from tests.journeys.changed_pages import Changed
from tests.journeys.proxy import proxy
from tests.journeys.red import faults
from tests.journeys.running_site import Site, web_server

pytestmark = pytest.mark.e2e

TREATMENT = f"/api/v1/treatments/{content_id('treatments/mesotherapy')}/"
PAGE = "/en/treatments/mesotherapy/"
STATIC = PROJECT_DIR / "static"
DECODE: dict[str, Callable[[bytes], bytes]] = {"br": brotli.decompress, "gzip": gzip.decompress, "": bytes}
# Seconds in which a recall is complete in our own system (docs/operations.md, “Caches”).
BOUND = KEEP + REVALIDATE + 1

# What REDbot remarks on, and why it stays.
ACCEPTED = {
    # It says in so many words what is meant; that it could be left out is no fault.
    "field-cache-control: Cache-Control: public is probably not necessary.",
    # nginx gives the headers of its copy with a 304. The application does not (see the end of this file).
    "field-content-language: This 304 (Not Modified) response contains headers that should not be sent.",
    # Styles only, in uploaded SVG: default-src and sandbox forbid scripts.
    "field-content-security-policy: Inline scripts are allowed.",
    # That is what the request deserves.
    ": The server didn't understand the request.",
}


@pytest.fixture(scope="module")
def origin(site: Site) -> Iterator[str]:
    """Yield the address of a web server that keeps answers, as in production."""
    with web_server(site, ANSWERS_AT_HAND_MB="32") as address:
        yield address


@pytest.fixture(scope="module")
def front(origin: str, site: Site, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Yield the address of nginx in front of it."""
    with proxy(origin, tmp_path_factory.mktemp("nginx"), STATIC, site.media) as address:
        yield address


def ask(address: str, **headers: str) -> tuple[httpx.Response, bytes]:
    """Return the answer and its bytes as they came; headers are named ``accept_language``."""
    given = {"accept-encoding": "", **{name.replace("_", "-"): value for name, value in headers.items()}}
    with httpx.stream("GET", address, headers=given) as response:
        raw = b"".join(response.iter_raw())
    return response, raw


def test_languages_and_codings_never_cross(front: str, origin: str) -> None:
    """Ask by header for two languages and each coding in turn, several times: most come from the cache."""
    tags: dict[tuple[str, str], str] = {}
    seen = set()
    for _ in range(3):
        for language in ("de", "ar"):
            for coding in ("", "br", "gzip"):
                response, raw = ask(front + TREATMENT, accept_language=language, accept_encoding=coding)
                assert response.headers["content-language"] == language
                assert response.headers.get("content-encoding", "") == coding
                assert f'"language":"{language}"'.encode() in DECODE[coding](raw)
                etag = tags.setdefault((language, coding), response.headers["etag"])
                assert response.headers["etag"] == etag
                assert not etag.startswith("W/")
                seen.add(response.headers["x-cache"])
                again, _raw = ask(
                    front + TREATMENT, accept_language=language, accept_encoding=coding, if_none_match=etag
                )
                assert again.status_code == 304
    assert "HIT" in seen
    assert len(set(tags.values())) == 6
    direct, _raw = ask(origin + TREATMENT, accept_language="ar", accept_encoding="br")
    assert direct.headers["etag"] == tags["ar", "br"]
    head = httpx.head(front + TREATMENT, headers={"accept-language": "ar", "accept-encoding": "br"})
    assert (head.headers["etag"], head.content) == (tags["ar", "br"], b"")


def test_who_is_somebody_gets_nothing_from_the_cache_and_leaves_nothing_in_it(front: str) -> None:
    address = f"{front}{PAGE}?nobody=has-asked-for-this"
    for headers in (
        {"cookie": "sessionid=somebody"},
        {"cookie": "csrftoken=somebody"},
        {"authorization": "Bearer of-somebody"},
    ):
        for _ in range(2):
            response, _raw = ask(address, **headers)
            assert response.headers["x-cache"] == "BYPASS"
            assert "set-cookie" not in response.headers
    stranger, _raw = ask(address)
    assert stranger.headers["x-cache"] == "MISS"
    # A cookie that means nothing to us changes nothing.
    known, _raw = ask(address, cookie="theme=dark")
    assert known.headers["x-cache"] == "HIT"
    for never in ("/admin/login/", "/en/?page=1", "/"):
        kept = {ask(front + never, cookie="sessionid=1")[0].headers.get("x-cache") for _ in range(2)}
        assert kept <= {None, "BYPASS"}


def test_a_recall_is_complete_within_the_seconds_that_we_state(front: str, site: Site) -> None:
    """Recall a page while readers keep asking nginx for it; nobody may be given it after the bound."""
    told = site.get("/api/v1/pages/?locale=en").json()["results"]
    card = next(one for one in told if one["id"] == str(content_id(Changed.CACHING)))
    addresses = [front + card["path"], front + card["api_path"]]
    for address in addresses * 2:
        assert ask(address)[0].status_code == 200
    recalled_at = _recall(site)
    pause = Event()
    gone_at: dict[str, float] = {}
    while len(gone_at) < len(addresses):
        assert time.time() - recalled_at < BOUND, gone_at
        for address in addresses:
            if ask(address)[0].status_code == 410:
                gone_at.setdefault(address, time.time() - recalled_at)
        pause.wait(0.05)
    for address, seconds in gone_at.items():
        sys.stdout.write(f"Recalled: {urlsplit(address).path} was gone after {seconds:.1f} s.\n")
        assert ask(address)[0].status_code == 410


def _recall(site: Site) -> float:
    """Recall the page in a process of its own; return when that was committed."""
    code = (
        "import time; from uuid import UUID; from publishing.recall.act import recall; "
        f"recall(UUID('{content_id(Changed.CACHING)}'), kind='gone', explanations={{'en': 'Not true.'}}); "
        "print('at', time.time())"
    )
    command = [sys.executable, "manage.py", "shell", "--verbosity", "0", "--command", code]
    done = subprocess.run(
        command, cwd=PROJECT_DIR, env=site.environment, capture_output=True, text=True, check=True
    )
    return float(done.stdout.split("at ")[-1])


def test_redbot_finds_no_fault(front: str, origin: str, site: Site) -> None:
    """Through nginx; pages and documents also as the application itself gives them."""
    media = site.media
    picture = next(path for path in media.rglob("*.webp")).relative_to(media)
    style = next(STATIC.rglob("*.css")).relative_to(STATIC)
    behind_nginx = (
        *(PAGE, "/en/", "/en/treatments/", "/en/search/?q=skin", "/en/nothing/", "/en/treatments"),
        *(f"{TREATMENT}?locale=de", TREATMENT, f"{TREATMENT}translations/", "/api/v1/treatments/?locale=de"),
        *("/api/v1/sync/?locale=de", "/api/v1/docs/", "/api/v1/schema/", "/api/v1/treatments/?lang=de"),
        *(f"/api/v1/treatments/{content_id('nothing')}/?locale=de", f"/static/{style}", f"/media/{picture}"),
    )
    addresses = [front + path for path in behind_nginx]
    addresses += [origin + path for path in (PAGE, f"{TREATMENT}?locale=de", "/api/v1/treatments/?locale=de")]
    found = faults(addresses)
    assert {address: remarks - ACCEPTED for address, remarks in found.items() if remarks - ACCEPTED} == {}
    of_nginx = {
        "field-content-language: This 304 (Not Modified) response contains headers that should not be sent."
    }
    assert not any(found[address] & of_nginx for address in addresses[len(behind_nginx) :])
