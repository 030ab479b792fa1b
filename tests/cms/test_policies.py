"""Does every part of the site tell browsers what they may do with it, as strictly as can be?"""

from __future__ import annotations

import pytest
from django.contrib.auth import get_user_model
from django.test import Client
from pytest_django import Settings

from tests import factories
from tests.cms.observatory import HALF_A_YEAR, directives, grade, score

pytestmark = pytest.mark.django_db


@pytest.fixture
def strict(settings: Settings, client: Client) -> Client:
    """Return a client of a site behind HTTPS with the settings of production."""
    settings.SECURE_HSTS_SECONDS = 2 * HALF_A_YEAR
    settings.SESSION_COOKIE_SECURE = settings.CSRF_COOKIE_SECURE = True
    settings.SECURE_REFERRER_POLICY = "strict-origin-when-cross-origin"
    return client


def grade_of(client: Client, path: str) -> str:
    """Return the grade of what a path answers."""
    response = client.get(path, secure=True)
    headers = {name.lower(): value for name, value in response.items()}
    return grade(score(headers, response.cookies))


@pytest.mark.parametrize("path", ["/en/", "/en/search/?q=x", "/en/nowhere/", "/", "/robots.txt"])
def test_public_pages_have_the_best_grade(strict: Client, path: str) -> None:
    factories.home()
    assert grade_of(strict, path) == "A+"


@pytest.mark.parametrize("path", ["/api/v1/locales/", "/api/v1/nothing/", "/api/v1/docs/"])
def test_the_api_has_the_best_grade(strict: Client, path: str) -> None:
    assert grade_of(strict, path) == "A+"


@pytest.mark.parametrize("path", ["/admin/login/", "/admin/"])
def test_the_admin_has_a_good_grade(strict: Client, path: str) -> None:
    if path != "/admin/login/":
        strict.force_login(get_user_model().objects.create_superuser("editor"))
    assert grade_of(strict, path) in {"A", "A+"}


@pytest.mark.parametrize(
    "headers",
    [
        {},
        {"content-security-policy": "default-src 'self'"},
        {"content-security-policy": "default-src 'none'; script-src 'self' 'unsafe-inline'"},
    ],
)
def test_the_grade_is_no_good_where_something_is_missing(headers: dict[str, str]) -> None:
    assert grade(score(headers, Client().cookies)) == "worse"


def test_public_pages_run_no_code_but_our_own_files(client: Client) -> None:
    factories.home()
    rules = directives(client.get("/en/")["Content-Security-Policy"])
    assert rules["default-src"] == ["'none'"]
    assert rules["script-src"] == rules["style-src"] == ["'self'"]
    assert rules["frame-ancestors"] == ["'none'"]


def test_only_the_site_itself_frames_the_admin(client: Client) -> None:
    rules = directives(client.get("/admin/login/")["Content-Security-Policy"])
    assert rules["frame-ancestors"] == ["'self'"]
    assert rules["script-src"] == ["'self'"]


@pytest.mark.parametrize("path", ["/media/original_images/picture.svg", "/documents/1/file.html"])
def test_what_was_uploaded_runs_nothing(client: Client, path: str) -> None:
    rules = directives(client.get(path)["Content-Security-Policy"])
    assert rules["default-src"] == ["'none'"]
    assert "sandbox" in rules
    assert "script-src" not in rules


def test_pictures_may_come_from_where_they_are_kept(settings: Settings, client: Client) -> None:
    settings.MEDIA_URL = "https://pictures.example/clinic/"
    factories.home()
    rules = directives(client.get("/en/")["Content-Security-Policy"])
    assert rules["img-src"] == ["'self'", "https://pictures.example"]


def test_an_answer_that_needs_another_policy_keeps_it(client: Client) -> None:
    assert "data:" in client.get("/api/v1/docs/")["Content-Security-Policy"]
    assert client.get("/api/v1/docs/")["Permissions-Policy"].startswith("accelerometer=()")
