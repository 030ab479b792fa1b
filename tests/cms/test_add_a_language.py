"""Does a ninth language need no more than docs/how-to/add-a-language.md says?"""

from pathlib import Path

import polib
import pytest
from bs4 import BeautifulSoup
from django.contrib.auth import get_user_model
from django.core.management import call_command
from django.test import Client
from pytest_django import Settings
from wagtail.models import Locale

from cms.messages import catalogue_path
from cms.settings.languages import Language
from publishing.models import Document
from tests import factories

ITALIAN = Language("it", "Italian", "Italiano", "it")
WORDS = {"Skip to the content": "Vai al contenuto", "Main menu": "Menu principale"}


@pytest.fixture
def _italian(settings: Settings, tmp_path: Path) -> None:
    """Take steps 1 and 2: the entry of the settings, and what follows from it; a catalogue."""
    settings.POLYCLINIC_LANGUAGES = (*settings.POLYCLINIC_LANGUAGES, ITALIAN)
    settings.LANGUAGES = [(language.code, language.name) for language in settings.POLYCLINIC_LANGUAGES]
    settings.WAGTAIL_CONTENT_LANGUAGES = settings.LANGUAGES
    settings.LOCALE_PATHS = [tmp_path, *settings.LOCALE_PATHS]
    call_command("update_catalogues")
    path = catalogue_path(tmp_path, "it")
    catalogue = polib.pofile(str(path))
    for text, translated in WORDS.items():
        entry = catalogue.find(text)
        assert entry is not None
        entry.msgstr = translated
    catalogue.save()
    call_command("compile_catalogues")


@pytest.mark.django_db
@pytest.mark.usefixtures("_italian")
def test_a_ninth_language_is_an_entry_a_catalogue_a_locale_and_a_home_page(client: Client) -> None:
    home = factories.home()
    factories.translate(home, "de")
    client.force_login(get_user_model().objects.create_superuser("admin"))
    assert client.post("/admin/locales/new/", {"language_code": "it"}).status_code == 302
    assert Locale.objects.filter(language_code="it").exists()
    client.logout()
    factories.translate(home, "it")
    assert Document.objects.get(content_id=home.translation_key, locale="it").path == "/it/"

    page = BeautifulSoup(client.get("/it/").content, "html.parser")
    assert page.html is not None
    assert (page.html["lang"], page.html["dir"]) == ("it", "ltr")
    assert page.select_one("a.skip").get_text() == WORDS["Skip to the content"]  # type: ignore[union-attr]
    german = BeautifulSoup(client.get("/de/").content, "html.parser")
    assert german.select_one('link[rel="alternate"][hreflang="it"]') is not None
    links = german.select('nav.languages a[hreflang="it"]')
    assert [(link["href"], link.get_text()) for link in links] == [("/it/", "Italiano")]
    assert client.get("/", headers={"Accept-Language": "it"})["Location"] == "/it/"


@pytest.mark.django_db
@pytest.mark.usefixtures("_italian")
def test_the_api_knows_the_ninth_language_and_no_migration_is_needed(client: Client) -> None:
    locales = client.get("/api/v1/locales/").json()
    assert locales["count"] == 9
    assert (locales["results"][-1]["language"], locales["results"][-1]["name"]) == ("it", "Italiano")
    problem = client.get("/api/v1/treatments/", {"locale": "it"})
    assert (problem.status_code, problem["Content-Language"]) == (200, "it")
    call_command("makemigrations", check=True, dry_run=True, verbosity=0)
