"""Is what takes a page out of its translation offered to administrators only, and harmless when they use it?

“Stop synchronised translation”, aliases and the synchronisation of a whole language: where they are offered,
and what readers get afterwards. That others are refused at these doors is in ``test_permissions``.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from html import unescape
from typing import Any

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.test import Client
from django.urls import reverse
from wagtail.models import Page
from wagtail_localize.models import LocaleSynchronization, Translation
from wagtail_localize.operations import translate_object

from publishing.models import Document, Status
from tests import factories

pytestmark = pytest.mark.django_db
GERMAN = "Translators (German)"
WORKERS = [GERMAN, "Editors"]


def client_of(group: str = "") -> Client:
    """Return the browser of somebody in a group; without one, of an administrator."""
    user = get_user_model().objects.create_user(group or "admin", is_superuser=not group)
    user.groups.set(Group.objects.filter(name=group))
    client = Client()
    client.force_login(user)
    return client


def edit_url(row: Any) -> str:
    if isinstance(row, Page):
        return reverse("wagtailadmin_pages:edit", args=[row.pk])
    return reverse(row.snippet_viewset.get_url_name("edit"), args=[row.pk])


def links_of(html: str) -> dict[str, Any]:
    """Return the addresses that the translation editor was given."""
    found: dict[str, Any] = json.loads(unescape(html.split('data-props="')[1].split('"')[0]))["links"]
    return found


def public(content: Any, code: str) -> bool:
    return Document.objects.filter(
        content_id=content.translation_key, locale=code, status=Status.LIVE
    ).exists()


@pytest.mark.parametrize("make", [factories.standard_page, factories.category])
@pytest.mark.parametrize("group", WORKERS)
def test_the_translation_editor_does_not_know_how_to_stop_or_to_convert(make: Any, group: str) -> None:
    german = factories.translate(make(), "de")
    html = client_of(group).get(edit_url(german)).content.decode()
    assert "/disable/" not in html
    assert "/convert_to_alias/" not in html
    assert (links_of(html)["stopTranslationUrl"], links_of(html)["convertToAliasUrl"]) == (None, None)
    assert links_of(html)["downloadPofile"]


def test_it_offers_both_to_administrators() -> None:
    german = factories.translate(factories.standard_page(), "de")
    links = links_of(client_of().get(edit_url(german)).content.decode())
    assert links["stopTranslationUrl"].endswith("/disable/")
    assert links["convertToAliasUrl"].endswith("/convert_to_alias/")


@pytest.mark.parametrize("group", WORKERS)
def test_the_menu_of_a_stopped_translation_offers_no_alias(group: str) -> None:
    german = factories.translate(factories.standard_page(), "de")
    Translation.objects.update(enabled=False)
    html = client_of(group).get(edit_url(german)).content.decode()
    assert "localize-restart-translation" in html
    assert "localize-convert-to-alias" not in html
    assert "localize-convert-to-alias" in client_of().get(edit_url(german)).content.decode()


def test_a_copy_is_offered_as_an_alias_to_administrators_only() -> None:
    page = factories.standard_page()
    url = reverse("wagtailadmin_pages:copy", args=[page.pk])
    assert 'name="alias"' not in client_of("Editors").get(url).content.decode()
    assert 'name="alias"' in client_of().get(url).content.decode()


def test_an_editor_still_copies() -> None:
    page = factories.standard_page()
    parent = page.get_parent()
    url = reverse("wagtailadmin_pages:copy", args=[page.pk])
    form = {"new_title": "A copy", "new_slug": "a-copy", "new_parent_page": parent.pk}
    assert client_of("Editors").post(url, form).status_code == 302
    assert Page.objects.child_of(parent).filter(slug="a-copy", alias_of=None).exists()


def test_no_menu_offers_to_synchronise_a_language() -> None:
    client = client_of()
    locale = factories.locale("de")
    html = client.get(reverse("wagtaillocales:edit", args=[locale.pk])).content.decode()
    assert "sync_from" not in html


@pytest.mark.parametrize("client", ["Editors", ""])
def test_only_the_original_is_offered_for_translation(client: str) -> None:
    page, german = factories.standard_page_in("de", key="one")
    factories.locale("fr")
    browser = client_of(client)
    submit = "/localize/submit/page/"
    assert f"{submit}{page.pk}/" in browser.get(edit_url(page)).content.decode()
    assert f"{submit}{german.pk}/" not in browser.get(edit_url(german)).content.decode()
    explorer = [
        browser.get(reverse("wagtailadmin_explore", args=[row.get_parent().pk])).content.decode()
        for row in (page, german)
    ]
    assert f"{submit}{page.pk}/" in explorer[0]
    assert f"{submit}{german.pk}/" not in explorer[1]


def test_only_the_original_snippet_is_offered_for_translation() -> None:
    category = factories.category()
    german = factories.translate(category, "de")
    factories.locale("fr")
    html = client_of("Editors").get(reverse("wagtailsnippets_treatments_category:list")).content.decode()
    assert f"/localize/submit/snippet/treatments/category/{category.pk}/" in html
    assert f"/localize/submit/snippet/treatments/category/{german.pk}/" not in html


def test_a_page_written_in_german_first_is_offered_there() -> None:
    german = factories.standard_page(factories.translate(factories.home(), "de"))
    factories.translate(german, "en")
    factories.locale("fr")
    html = client_of("Editors").get(edit_url(german)).content.decode()
    assert f"/localize/submit/page/{german.pk}/" in html


def test_a_stopped_translation_stays_as_it_was_until_a_person_has_confirmed_more(client: Client) -> None:
    german = factories.translate(factories.standard_page(key="one"), "de")
    translation = Translation.objects.get(source__object_id=german.translation_key)
    admin = client_of()
    admin.post(reverse("wagtail_localize:stop_translation", args=[translation.pk]), {"next": "/admin/"})
    translation.refresh_from_db()
    assert not translation.enabled
    assert public(german, "de")
    german = type(german).objects.get(pk=german.pk)
    german.title = "English by mistake en·one"
    german.save_revision().publish()
    assert "en·one" not in client.get(german.url).content.decode().split("<body")[1].split("languages")[0]
    assert Document.objects.get(content_id=german.translation_key, locale="de").title == "About us de·one"


def test_a_translation_turned_into_an_alias_is_not_public(client: Client) -> None:
    page, german = factories.standard_page_in("de", key="one")
    url = german.url
    assert client.get(url).status_code == 200
    response = client_of().post(reverse("wagtail_localize:convert_to_alias", args=[german.pk]))
    assert response.status_code == 302
    assert Page.objects.get(pk=german.pk).alias_of_id == page.pk
    assert not public(page, "de")
    assert client.get(url).status_code == 410
    page.title = "English for everybody"
    page.save_revision().publish()
    assert client.get(url).status_code == 410


def test_an_alias_that_an_administrator_makes_in_another_language_is_not_public(client: Client) -> None:
    factories.translate(factories.home(), "de")
    page = factories.standard_page(key="one")
    alias = page.copy_for_translation(factories.locale("de"), copy_parents=True, alias=True)
    assert alias.live
    assert not public(page, "de")
    assert client.get(f"/de/{page.slug}/").status_code == 404


def test_parents_that_were_not_translated_stay_out_of_the_language(
    client: Client, run_tasks: Callable[[], None]
) -> None:
    factories.translate(factories.home(), "de")
    treatment = factories.condition()
    translate_object(treatment, [factories.locale("de")])
    run_tasks()
    index = treatment.get_parent().specific
    assert Page.objects.get(translation_key=index.translation_key, locale__language_code="de").alias_of_id
    assert not public(index, "de")
    assert client.get("/de/conditions/").status_code == 404


def test_a_language_that_is_synchronised_by_force_shows_nothing_of_the_other(
    client: Client, run_tasks: Callable[[], None]
) -> None:
    page = factories.standard_page(key="one")
    german = factories.locale("de")
    LocaleSynchronization.objects.create(locale=german, sync_from=page.locale).sync_trees()
    run_tasks()
    assert Page.objects.filter(locale=german, live=True).exists()
    assert not Document.objects.filter(locale="de", status=Status.LIVE).exists()
    assert client.get(f"/de/{page.slug}/").status_code == 404
