"""Where an original goes, do its translations go, at every door, and is that said before it happens?"""

from __future__ import annotations

import html
import re
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.contrib.auth.models import Group
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Page, PageViewRestriction

from localization.source import is_live
from publishing.models import Document, Status
from tests import factories
from tests.remembered import remembered

pytestmark = pytest.mark.django_db


@pytest.fixture
@remembered
def tree() -> dict[str, Any]:
    """Two plain pages and a page below the first, in English and German."""
    first = factories.standard_page(title="First", slug="first")
    second = factories.standard_page(slug="second")
    for page in (first, second):
        factories.translate(page, "de")
    child = factories.standard_page(first, title="Child", slug="child")
    factories.translate(child, "de")
    return {"first": fresh(first), "second": fresh(second), "child": fresh(child)}


def fresh(page: Any) -> Any:
    return type(page).objects.get(pk=page.pk)


def in_german(page: Any) -> Any:
    return type(page).objects.get(translation_key=page.translation_key, locale__language_code="de")


def told(response: Any) -> str:
    """Return what a confirmation says, without its tags."""
    return " ".join(html.unescape(re.sub(r"<[^>]+>", " ", response.content.decode())).split())


def page_url(name: str, *pages: Any) -> str:
    return reverse(f"wagtailadmin_pages:{name}", args=[page.pk for page in pages])


def bulk_url(action: str, *pages: Any) -> str:
    ticked = "&".join(f"id={page.pk}" for page in pages)
    return reverse("wagtail_bulk_action", args=["wagtailcore", "page", action]) + f"?{ticked}"


def test_unpublishing_says_and_does_it_in_every_language(
    admin_client: Client, client: Client, tree: dict[str, Any]
) -> None:
    url = page_url("unpublish", tree["child"])
    said = told(admin_client.get(url))
    assert "What will happen, in 2 languages" in said
    assert re.search(r"English Child /en/first/child/ Public Taken offline", said)
    assert re.search(r"German \S.* /de/first/child/ Public Taken offline", said)
    assert is_live(fresh(tree["child"]))
    admin_client.post(url)
    assert not is_live(fresh(tree["child"]))
    assert not is_live(in_german(tree["child"]))
    assert client.get("/de/first/child/").status_code == 410


def test_a_translation_goes_alone_and_the_confirmation_says_so(
    admin_client: Client, tree: dict[str, Any]
) -> None:
    url = page_url("unpublish", in_german(tree["child"]))
    said = told(admin_client.get(url))
    assert "the original and the other languages stay as they are" in said
    assert "English Child" not in said
    admin_client.post(url)
    assert is_live(fresh(tree["child"]))
    assert not is_live(in_german(tree["child"]))


def test_unpublishing_an_ancestor_with_all_below_it_takes_every_language_along(
    admin_client: Client, tree: dict[str, Any]
) -> None:
    admin_client.post(page_url("unpublish", tree["first"]), {"include_descendants": "on"})
    for page in (tree["first"], tree["child"]):
        assert not is_live(fresh(page))
        assert not is_live(in_german(page))


def test_a_scheduled_translation_leaves_the_schedule_with_its_original(
    admin_client: Client, tree: dict[str, Any]
) -> None:
    scheduled = factories.translate(tree["second"], "ar", live=False)
    scheduled.latest_revision.approved_go_live_at = timezone.now() + timedelta(days=1)
    scheduled.latest_revision.save()
    url = page_url("unpublish", tree["second"])
    assert "Taken off the schedule" in told(admin_client.get(url))
    admin_client.post(url)
    assert not scheduled.revisions.filter(approved_go_live_at__isnull=False).exists()


@pytest.mark.parametrize("door", ["one", "bulk"])
def test_deleting_says_and_does_it_in_every_language(
    admin_client: Client, client: Client, tree: dict[str, Any], door: str
) -> None:
    first = tree["first"]
    url = page_url("delete", first) if door == "one" else bulk_url("delete", first)
    said = told(admin_client.get(url))
    assert "Deleted, with 1 page below it" in said
    assert "/de/first/" in said
    assert Page.objects.filter(pk=first.pk).exists()
    admin_client.post(url, {"next": reverse("wagtailadmin_home")})
    keys = [first.translation_key, tree["child"].translation_key]
    assert not Page.objects.filter(translation_key__in=keys).exists()
    assert set(Document.objects.filter(content_id__in=keys).values_list("status", "gone_reason")) == {
        (Status.GONE, "deleted")
    }
    assert client.get("/de/first/child/").status_code == 410
    assert Page.find_problems() == ([], [], [], [], [])


def test_a_translation_with_pages_of_its_own_below_it_is_not_deleted(
    admin_client: Client, tree: dict[str, Any]
) -> None:
    german = in_german(tree["first"])
    own = factories.standard_page(german, slug="nur-deutsch")
    url = page_url("delete", tree["first"])
    assert "Taken offline and kept, because pages of its own stand below it" in told(admin_client.get(url))
    admin_client.post(url)
    assert not is_live(fresh(german))
    assert Page.objects.filter(pk=own.pk).exists()


@pytest.mark.parametrize("door", ["one", "bulk", "script"])
def test_moving_takes_the_translations_along(
    admin_client: Client, client: Client, tree: dict[str, Any], run_tasks: Callable[[], None], door: str
) -> None:
    child, second = tree["child"], tree["second"]
    if door == "one":
        url = page_url("move_confirm", child, second)
        said = told(admin_client.get(url))
        assert "Moved to /en/second/child/" in said
        assert "Moved to /de/second/child/" in said
        admin_client.post(url)
    elif door == "bulk":
        url = bulk_url("move", child)
        assert "Moved below the same page in its language" in told(admin_client.get(url))
        admin_client.post(url, {"chooser": second.pk})
    else:
        child.move(second, "last-child")
    run_tasks()
    assert in_german(child).get_parent().pk == in_german(second).pk
    for code in ("en", "de"):
        assert client.get(f"/{code}/second/child/").status_code == 200
        moved = client.get(f"/{code}/first/child/")
        assert (moved.status_code, moved["Location"]) == (301, f"/{code}/second/child/")
    assert Page.find_problems() == ([], [], [], [], [])


def test_moving_an_ancestor_moves_everything_below_it_in_every_language(
    client: Client, admin_client: Client, tree: dict[str, Any], run_tasks: Callable[[], None]
) -> None:
    admin_client.post(page_url("move_confirm", tree["first"], tree["second"]))
    run_tasks()
    for code in ("en", "de"):
        assert client.get(f"/{code}/second/first/child/").status_code == 200
        assert client.get(f"/{code}/first/child/").status_code == 301


def test_where_the_new_parent_is_not_translated_a_translation_stays_and_the_confirmation_says_so(
    admin_client: Client, client: Client, tree: dict[str, Any], run_tasks: Callable[[], None]
) -> None:
    english_only = factories.standard_page(slug="english-only")
    url = page_url("move_confirm", tree["child"], english_only)
    said = told(admin_client.get(url))
    assert "Stays where it is: the new place does not exist in this language" in said
    admin_client.post(url)
    run_tasks()
    assert client.get("/en/english-only/child/").status_code == 200
    assert client.get("/de/first/child/").status_code == 200


def test_where_the_slug_is_taken_a_translation_stays_and_the_confirmation_says_so(
    admin_client: Client, tree: dict[str, Any]
) -> None:
    factories.standard_page(in_german(tree["second"]), slug="child")
    url = page_url("move_confirm", tree["child"], tree["second"])
    assert "another page below the new place has the same slug" in told(admin_client.get(url))
    admin_client.post(url)
    assert in_german(tree["child"]).get_parent().pk == in_german(tree["first"]).pk
    assert fresh(tree["child"]).get_parent().pk == tree["second"].pk


def test_a_translation_that_is_moved_leaves_the_others_where_they_are(
    admin_client: Client, tree: dict[str, Any]
) -> None:
    german = in_german(tree["child"])
    admin_client.post(page_url("move_confirm", german, in_german(tree["second"])))
    assert in_german(tree["child"]).get_parent().pk == in_german(tree["second"]).pk
    assert fresh(tree["child"]).get_parent().pk == tree["first"].pk


def test_privacy_says_and_does_it_in_every_language(
    admin_client: Client, client: Client, tree: dict[str, Any], run_tasks: Callable[[], None]
) -> None:
    url = page_url("set_privacy", tree["first"])
    said = told_by_dialog(admin_client.get(url))
    assert "The same privacy, with 1 page below it" in said
    assert "/de/first/" in said
    partners = Group.objects.create(name="Partners")
    admin_client.post(url, {"restriction_type": "groups", "groups": [partners.pk]})
    run_tasks()
    for code in ("en", "de"):
        for path in ("first/", "first/child/"):
            assert client.get(f"/{code}/{path}").status_code == 302
    german = PageViewRestriction.objects.get(page=in_german(tree["first"]))
    assert list(german.groups.all()) == [partners]
    gone = Document.objects.filter(path__contains="/first/", status=Status.GONE, gone_reason="restricted")
    assert gone.count() == 4


def test_a_changed_and_a_lifted_restriction_reach_the_translations(
    admin_client: Client, client: Client, tree: dict[str, Any]
) -> None:
    url = page_url("set_privacy", tree["first"])
    admin_client.post(url, {"restriction_type": "login"})
    admin_client.post(url, {"restriction_type": "password", "password": "open sesame"})
    german = PageViewRestriction.objects.get(page=in_german(tree["first"]))
    assert (german.restriction_type, german.password) == ("password", "open sesame")
    admin_client.post(url, {"restriction_type": "none"})
    assert not PageViewRestriction.objects.exists()
    for code in ("en", "de"):
        assert client.get(f"/{code}/first/child/").status_code == 200


def test_a_translation_elsewhere_in_the_tree_is_hidden_with_its_original(
    admin_client: Client, client: Client, tree: dict[str, Any]
) -> None:
    german = in_german(tree["child"])
    german.move(in_german(tree["second"]), "last-child")
    admin_client.post(page_url("set_privacy", tree["first"]), {"restriction_type": "login"})
    assert client.get("/de/second/child/").status_code == 410


def told_by_dialog(response: Any) -> str:
    """Return what Wagtail's dialogue shows; it comes as JSON."""
    return " ".join(html.unescape(re.sub(r"<[^>]+>", " ", response.json()["html"])).split())


def test_bulk_unpublishing_says_and_does_it(admin_client: Client, tree: dict[str, Any]) -> None:
    url = bulk_url("unpublish", tree["child"], tree["second"])
    said = told(admin_client.get(url))
    assert said.count("Taken offline") == 4
    admin_client.post(url, {"include_descendants": ""})
    for page in (tree["child"], tree["second"]):
        assert not is_live(in_german(page))


@pytest.mark.parametrize("door", ["delete", "unpublish", "bulk"])
def test_a_snippet_says_and_does_it(admin_client: Client, door: str) -> None:
    person = factories.person()
    german = factories.translate(person, "de")
    if door == "bulk":
        url = reverse("wagtail_bulk_action", args=["people", "person", "delete"]) + f"?id={person.pk}"
    else:
        url = reverse(person.snippet_viewset.get_url_name(door), args=[person.pk])
    said = told(admin_client.get(url))
    assert "What will happen, in 2 languages" in said
    assert "German" in said
    admin_client.post(url)
    assert not is_live(type(german).objects.get(pk=german.pk))
    assert Document.objects.get(content_id=person.translation_key, locale="de").status == Status.GONE


def test_what_readers_never_see_is_deleted_without_a_list(admin_client: Client) -> None:
    source = factories.source()
    response = admin_client.get(reverse(source.snippet_viewset.get_url_name("delete"), args=[source.pk]))
    assert response.status_code == 200
    assert "What will happen" not in told(response)
