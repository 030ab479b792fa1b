"""Who recalls something in the admin, what does the screen say before, and what is on record after?"""

from __future__ import annotations

import html
import re
from typing import Any

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.contrib.messages import get_messages
from django.test import Client
from django.urls import reverse
from wagtail.log_actions import registry

from localization.source import is_live
from publishing.models import Document, Recall, Status
from tests import factories

pytestmark = pytest.mark.django_db

SENTENCE = "One of the numbers was wrong."


def client_in(*groups: str) -> Client:
    """Return a browser in which somebody of these groups is logged in."""
    user = get_user_model().objects.create_user("-".join(groups))
    user.groups.set(Group.objects.filter(name__in=groups))
    client = Client()
    client.force_login(user)
    return client


def screen(instance: Any) -> str:
    return reverse("publishing_recall", args=[instance.translation_key])


def told(response: Any) -> str:
    return " ".join(html.unescape(re.sub(r"<[^>]+>", " ", response.content.decode())).split())


def form(**given: Any) -> dict[str, Any]:
    return {"kind": "withdrawn", "explanation-en": SENTENCE, "replacement": "", **given}


@pytest.fixture
def page() -> Any:
    """A treatment in English and German."""
    made, *_ = factories.treatment_in("de")
    return made


@pytest.mark.parametrize("group", ["Editors", "Medical reviewers"])
def test_editors_and_reviewers_recall_and_lift(group: str, page: Any) -> None:
    client = client_in(group)
    said = told(client.get(screen(page)))
    assert "What will happen, in 2 languages" in said
    assert f"{page.url} Public Recalled" in said
    assert f"{page.url.replace('/en/', '/de/')} Public Recalled" in said
    assert not Recall.objects.exists()
    client.post(screen(page), form(**{"explanation-de": "Eine Zahl war falsch."}))
    assert {row.status for row in Document.objects.filter(content_id=page.translation_key)} == {
        Status.WITHDRAWN
    }
    said = told(client.get(screen(page)))
    assert SENTENCE in said
    assert "Yes, lift the recall" in said
    client.post(screen(page), {"reason": "The number is right now."})
    recall = Recall.objects.get()
    assert (recall.is_active, recall.lift_reason) == (False, "The number is right now.")
    actions = [entry.action for entry in registry.get_logs_for_instance(page)]
    assert actions[:2] == ["publishing.lift", "publishing.recall"]
    logged = registry.get_logs_for_instance(page)[1]
    assert SENTENCE in logged.message
    assert logged.user == recall.recalled_by


@pytest.mark.parametrize("groups", [("Translators (German)",), ("Moderators",)])
def test_who_may_not_is_turned_away_and_is_offered_nothing(groups: tuple[str, ...], page: Any) -> None:
    client = client_in(*groups)
    by_script = {"x-requested-with": "XMLHttpRequest"}
    for method in (client.get, client.post):
        assert method(screen(page), headers=by_script).status_code == 403
    assert client.get(reverse("publishing_recalls"), headers=by_script).status_code == 403
    assert client.post(screen(page), form()).status_code == 302
    assert not Recall.objects.exists()
    editing = client.get(reverse("wagtailadmin_explore", args=[page.get_parent().pk]))
    assert screen(page) not in editing.content.decode()


def test_a_right_in_one_language_is_no_right_to_recall(page: Any) -> None:
    from django.contrib.auth.models import Permission

    german = Group.objects.get(name="Translators (German)")
    german.permissions.add(Permission.objects.get(codename="recall"))
    client = client_in("Translators (German)")
    response = client.post(screen(page), form(), headers={"x-requested-with": "XMLHttpRequest"})
    assert response.status_code == 403


def test_the_menus_of_pages_and_snippets_lead_to_it(page: Any) -> None:
    client = client_in("Editors")
    term = factories.glossary_term()
    doors = {
        reverse("wagtailadmin_pages:edit", args=[page.pk]): screen(page),
        reverse("wagtailadmin_explore", args=[page.get_parent().pk]): screen(page),
        reverse(term.snippet_viewset.get_url_name("edit"), args=[term.pk]): screen(term),
        reverse(term.snippet_viewset.get_url_name("list")): screen(term),
        reverse("wagtailadmin_reports:locked_pages"): reverse("publishing_recalls"),
    }
    for door, leads_to in doors.items():
        # Wagtail's main menu is data, all other menus are links.
        assert f'"{leads_to}"' in client.get(door).content.decode(), door


def test_without_an_explanation_in_the_source_language_nothing_happens(page: Any) -> None:
    response = client_in("Editors").post(
        screen(page), form(**{"explanation-en": " ", "explanation-de": "Nur auf Deutsch."})
    )
    assert response.status_code == 200
    assert "This field is required." in told(response)
    assert is_live(type(page).objects.get(pk=page.pk))


def test_the_replacement_is_another_page_that_is_not_recalled(page: Any) -> None:
    client = client_in("Editors")
    other = factories.treatment(page.get_parent())
    assert "Choose another page" in told(client.post(screen(page), form(replacement=page.pk)))
    client.post(screen(other), form())
    assert "That page is recalled too" in told(client.post(screen(page), form(replacement=other.pk)))
    good = factories.treatment(page.get_parent())
    client.post(screen(page), form(kind="gone", replacement=good.pk))
    document = Document.objects.get(content_id=page.translation_key, locale="de")
    assert (document.gone_reason, document.replaced_by) == ("recalled", good.translation_key)


def test_publishing_in_the_editor_is_refused_with_the_reason(page: Any, admin_client: Client) -> None:
    admin_client.post(screen(page), form())
    german = type(page).objects.get(translation_key=page.translation_key, locale__language_code="de")
    url = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "publish"])
    response = admin_client.post(f"{url}?id={page.pk}&id={german.pk}", {"include_descendants": ""})
    messages = [str(one) for one in get_messages(response.wsgi_request) if one.level_tag == "error"]
    assert len(messages) == 2
    assert all("was recalled in every language" in message for message in messages)


def test_a_snippet_is_recalled_too_and_pages_drop_it(page: Any, run_tasks: Any) -> None:
    client = client_in("Editors")
    person = factories.person()
    page.authors = page.authors.stream_block.to_python([factories.marker().block("person", person.pk)])
    factories.publish(page)
    run_tasks()
    reader = Client()
    assert person.name in reader.get(page.url).content.decode()
    client.post(screen(person), form())
    run_tasks()
    assert person.name not in reader.get(page.url).content.decode()
    assert Document.objects.get(content_id=person.translation_key).status == Status.WITHDRAWN


def test_the_report_lists_recalls_even_of_what_was_deleted(page: Any) -> None:
    client = client_in("Editors")
    client.post(screen(page), form())
    type(page).objects.get(pk=page.pk).delete()
    said = told(client.get(reverse("publishing_recalls")))
    assert page.title in said
    assert client.get(screen(page)).status_code == 200
    exported = client.get(reverse("publishing_recalls"), {"export": "csv"})
    assert page.title.encode() in exported.getvalue()


def test_the_second_of_two_hears_how_it_stands(page: Any) -> None:
    client = client_in("Editors")
    client.post(screen(page), form())
    # A form that was opened before the other's act arrives: it is read as what the state now calls for.
    response = client.post(screen(page), form())
    assert response.status_code == 200
    assert Recall.objects.count() == 1
    assert (
        client.get(reverse("publishing_recall", args=["00000000-0000-4000-8000-000000000000"])).status_code
        == 404
    )
