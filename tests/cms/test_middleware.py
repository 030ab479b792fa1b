"""Do API and public pages stay clear of sessions, redirects and foreign hosts, and does the rest not?"""

import pytest
from django.contrib.auth import get_user_model
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries
from wagtail.models import PageViewRestriction

from publishing.rendering import AT_HAND
from tests import factories

pytestmark = pytest.mark.django_db


def test_a_session_cookie_costs_the_api_no_query(
    client: Client, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    client.force_login(get_user_model().objects.create_superuser("editor"))
    with django_assert_num_queries(0):
        response = client.get("/api/v1/no-such-thing/")
    assert response.status_code == 404
    assert "Cookie" not in response.get("Vary", "")


def test_a_missing_slash_is_never_a_redirect(client: Client) -> None:
    assert client.get("/api/v1/treatments").status_code == 404


def test_a_foreign_host_is_refused_there_too(client: Client) -> None:
    assert client.get("/api/v1/treatments/", headers={"host": "evil.example"}).status_code == 400


def test_answers_say_their_length_and_may_not_be_framed(client: Client) -> None:
    response = client.get("/api/v1/no-such-thing/")
    assert response["Content-Length"] == str(len(response.content))
    assert response["X-Frame-Options"] == "DENY"
    assert response["X-Content-Type-Options"] == "nosniff"


def test_the_admin_keeps_its_session(client: Client) -> None:
    client.force_login(get_user_model().objects.create_superuser("editor"))
    assert client.get("/admin/").status_code == 200


def test_a_page_is_the_same_for_everybody_and_costs_two_queries_at_most(
    client: Client, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    address = factories.treatment().url
    stranger = client.get(address)
    client.force_login(get_user_model().objects.create_superuser("editor"))
    with django_assert_num_queries(1):
        at_hand = client.get(address)
    AT_HAND.forget()
    with django_assert_num_queries(2):
        shared = client.get(address)
    assert stranger.content == at_hand.content == shared.content
    assert shared["Vary"] == "Accept-Encoding"
    assert not shared.cookies


def test_a_page_that_is_unchanged_costs_one_query(
    client: Client, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    address = factories.home().url
    etag = client.get(address)["ETag"]
    with django_assert_num_queries(1):
        response = client.get(address, headers={"if-none-match": etag})
    assert (response.status_code, response.content) == (304, b"")


def test_pages_carry_the_headers_of_the_layers_they_skip(client: Client) -> None:
    response = client.get(factories.home().url)
    assert response["Content-Length"] == str(len(response.content))
    assert response["X-Frame-Options"] == "DENY"
    assert response["X-Content-Type-Options"] == "nosniff"
    assert client.get("/en/", headers={"host": "evil.example"}).status_code == 400


def test_a_page_behind_a_log_in_goes_the_usual_way(client: Client) -> None:
    page = factories.standard_page()
    assert client.get(page.url).status_code == 200
    PageViewRestriction.objects.create(page=page, restriction_type="login")
    asked = client.get(page.url)
    assert asked.status_code == 302
    client.force_login(get_user_model().objects.create_superuser("editor"))
    shown = client.get(page.url)
    assert shown.status_code == 200
    assert shown["Cache-Control"] == "private, no-store"


def test_the_preview_of_a_public_page_shows_the_draft(client: Client) -> None:
    page = factories.standard_page()
    draft = page.get_latest_revision_as_object()
    draft.title = "Only a draft"
    draft.save_revision()
    client.force_login(get_user_model().objects.create_superuser("editor"))
    shown = client.get(reverse("wagtailadmin_pages:view_draft", args=[page.pk]))
    assert "Only a draft" in shown.content.decode()
    assert "no-store" in shown["Cache-Control"]
    assert "Only a draft" not in client.get(page.url).content.decode()
