"""Are caches in front told every address that shows what has changed, once it is committed?"""

from __future__ import annotations

from collections.abc import Callable, Collection
from typing import ClassVar
from unittest.mock import patch
from uuid import UUID

import pytest
from django.test import Client
from django_tasks_db.models import DBTaskResult
from pytest_django import Settings
from wagtail.contrib.frontend_cache.backends.base import BaseBackend

from cms.settings.env import Environment, EnvironmentProblem
from cms.settings.frontend_cache import frontend_caches
from delivery.purging import tasks
from delivery.purging.addresses import addresses
from publishing.models import Document, FormerPath
from tests import factories
from tests.delivery.conftest import CATEGORY, TREATMENT

pytestmark = pytest.mark.django_db

SITE = "https://clinic.example"


class Recording(BaseBackend):
    """Notes what it is told, call by call."""

    told: ClassVar[list[list[str]]] = []

    def purge_batch(self, urls: Collection[str]) -> None:
        self.told.append(list(urls))


@pytest.fixture
def told(settings: Settings) -> list[list[str]]:
    """Put a cache in front, and return what it is told."""
    settings.WAGTAILFRONTENDCACHE = {"recording": {"BACKEND": f"{__name__}.Recording"}}
    Recording.told.clear()
    return Recording.told


def test_every_address_that_shows_a_change_is_told_by_the_worker(
    told: list[list[str]], client: Client, run_tasks: Callable[[], None]
) -> None:
    page = factories.standard_page()
    run_tasks()
    was_at, content_id = page.url, page.translation_key
    told.clear()
    page.slug, page.title = "moved", f"{page.title}, changed"
    page.save_revision().publish()
    now_at = type(page).objects.get(pk=page.pk).url
    assert told == []
    with patch.object(tasks, "BATCH", 5):
        run_tasks()
    assert max(map(len, told)) == 5
    all_told = {url for urls in told for url in urls}
    detail = f"{SITE}/api/v1/pages/{content_id}/"
    assert all_told >= {
        *(SITE + was_at, SITE + now_at),
        *(detail, f"{detail}?locale=en", f"{detail}translations/"),
        *(f"{detail}sections/body/", f"{detail}sections/body/?locale=en"),
        f"{SITE}/api/v1/pages/by-path/?path={was_at}",
        f"{SITE}/api/v1/pages/by-path/?path={now_at.replace('/', '%2F')}",
        *(f"{SITE}/api/v1/pages/?locale=en", f"{SITE}/api/v1/pages/?locale=en&limit=20"),
        *(f"{SITE}/api/v1/manifest/", f"{SITE}/api/v1/manifest/?locale=en", f"{SITE}/api/v1/locales/"),
    }
    # What they are told exists, or has moved: no address is misspelt.
    for url in all_told:
        assert client.get(url.removeprefix(SITE)).status_code in (200, 301), url


def test_nothing_is_done_where_there_is_no_cache_in_front(settings: Settings) -> None:
    settings.WAGTAILFRONTENDCACHE = {}
    factories.publish(factories.standard_page())
    assert not DBTaskResult.objects.filter(task_path="delivery.purging.tasks.purge").exists()


@pytest.mark.usefixtures("library")
def test_lists_by_facet_and_the_page_that_lists_it_are_told_too(client: Client) -> None:
    languages = {"zh-hans": [f"category:{CATEGORY}", "something:else"], "de": []}
    found = addresses(TREATMENT, "treatment", languages)
    index = Document.objects.get(type="treatment-index", locale="en")
    assert f"{SITE}/api/v1/treatments/?locale=zh-Hans&category={CATEGORY}" in found
    assert f"{SITE}/api/v1/treatments/?locale=de" in found
    assert not any("something" in url or "locale=de&category" in url for url in found)
    assert f"{SITE}{index.path}" in addresses(TREATMENT, "treatment", {"en": []})
    for url in found:
        assert client.get(url.removeprefix(SITE)).status_code == 200, url


@pytest.mark.usefixtures("library")
def test_a_menu_is_shown_on_every_page_of_its_language() -> None:
    rows = Document.objects.filter(locale="de", path__isnull=False)
    organisation = Document.objects.get(type="organisation", locale="de")
    found = addresses(organisation.content_id, "organisation", {"de": []})
    assert found >= {SITE + str(row.path) for row in rows}
    assert not any("/en/" in url for url in found)


def test_what_was_deleted_is_told_by_its_former_paths() -> None:
    FormerPath.objects.create(path="/en/once/", content_id=TREATMENT, locale="en")
    found = addresses(TREATMENT, "treatment", {"en": []})
    assert {f"{SITE}/en/once/", f"{SITE}/api/v1/pages/by-path/?path=/en/once/"} <= found


@pytest.mark.usefixtures("library")
def test_lists_of_the_sites_own_are_told_what_they_show(client: Client) -> None:
    found = addresses(TREATMENT, "treatment", {"en": [f"category:{CATEGORY}"]})
    slug = Document.objects.get(content_id=CATEGORY, locale="en").card["slug"]
    lists = {f"/{code}/categories/{slug}/" for code in ("en", "de", "zh-hans")}
    assert {SITE + path for path in (*lists, f"/en/feed/{slug}.xml", "/en/feed.xml", "/sitemap.xml")} <= found
    term = factories.glossary_term()
    found = addresses(term.translation_key, "glossary-term", {"en": []})
    page = Document.objects.filter(type="treatment", locale="en").first()
    assert page is not None
    assert {f"{SITE}{page.path}", f"{SITE}/en/glossary/", f"{SITE}/ar/glossary/"} <= found


def test_the_environment_chooses_the_backends() -> None:
    assert frontend_caches() == {}
    found = frontend_caches(("http://one:6081", "http://two:6081"), "zone", "token")
    path, http = "wagtail.contrib.frontend_cache.backends", "delivery.purging.http_cache.HTTPCache"
    assert found == {
        "http-1": {"BACKEND": http, "LOCATION": "http://one:6081"},
        "http-2": {"BACKEND": http, "LOCATION": "http://two:6081"},
        "cloudflare": {"BACKEND": f"{path}.CloudflareBackend", "ZONEID": "zone", "BEARER_TOKEN": "token"},
    }
    with (
        patch("cms.settings.frontend_cache.find_spec", return_value=None),
        pytest.raises(EnvironmentProblem, match="pip install boto3"),
    ):
        frontend_caches(distribution="E1")
    with patch("cms.settings.frontend_cache.find_spec", return_value=object()):
        assert frontend_caches(distribution="E1")["cloudfront"]["DISTRIBUTION_ID"] == "E1"


@pytest.mark.parametrize(
    "variables",
    [
        {"PURGE_HTTP": "http://cache:6081/path"},
        {"PURGE_CLOUDFLARE_ZONE": "z"},
        {"PURGE_CLOUDFLARE_TOKEN": "t"},
    ],
)
def test_settings_that_cannot_be_meant_are_refused(variables: dict[str, str]) -> None:
    with pytest.raises(EnvironmentProblem, match="Set "):
        Environment.read(variables)


def test_backends_are_wagtails(settings: Settings) -> None:
    from wagtail.contrib.frontend_cache.utils import get_backends

    found = get_backends(frontend_caches(("http://one:6081",), "zone", "token"))
    assert [type(backend).__name__ for backend in found.values()] == ["HTTPCache", "CloudflareBackend"]


def test_a_content_that_the_api_does_not_serve_has_no_addresses_there() -> None:
    nobody = UUID(int=0)
    assert addresses(nobody, "navigation", {"en": []}) == {f"{SITE}/en/glossary/"}
