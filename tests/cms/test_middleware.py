"""Does the API stay clear of sessions, redirects and foreign hosts, and does the site not?"""

import pytest
from django.contrib.auth import get_user_model
from django.test import Client
from pytest_django import DjangoAssertNumQueries

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
