"""Who can read a page behind a log-in, a group or a password, and where does it never appear?"""

from __future__ import annotations

import re
from typing import Any

import pytest
from django.contrib.auth.models import Group
from django.test import Client
from wagtail.models import PageViewRestriction

from publishing.models import Document, Status
from tests import factories

pytestmark = pytest.mark.django_db


def restrict(page: Any, restriction_type: str, **options: Any) -> PageViewRestriction:
    return PageViewRestriction.objects.create(page=page, restriction_type=restriction_type, **options)


@pytest.mark.parametrize("restriction_type", ["login", "groups", "password"])
def test_a_stranger_reads_nothing_of_it(client: Client, restriction_type: str) -> None:
    page = factories.standard_page()
    restrict(page, restriction_type, password="open" if restriction_type == "password" else "")
    response = client.get(page.url)
    assert "About us" not in response.content.decode()
    assert "no-store" in response["Cache-Control"]
    assert response.status_code == (200 if restriction_type == "password" else 302)


def test_what_stands_below_a_restricted_page_is_restricted(client: Client, run_tasks: Any) -> None:
    page = factories.treatment()
    restrict(page.get_parent(), "login")
    run_tasks()
    assert client.get(page.url).status_code == 302
    assert Document.objects.get(content_id=page.translation_key).status == Status.GONE


def test_who_has_logged_in_reads_it_and_no_cache_keeps_it(admin_client: Client) -> None:
    page = factories.standard_page()
    restrict(page, "login")
    response = admin_client.get(page.url)
    assert response.status_code == 200
    assert page.title in response.content.decode()
    assert response["Cache-Control"] == "private, no-store"


def test_a_group_is_asked_for(client: Client, django_user_model: Any) -> None:
    page = factories.standard_page()
    partners = Group.objects.create(name="Partners")
    restrict(page, "groups").groups.add(partners)
    stranger = django_user_model.objects.create_user("stranger")
    partner = django_user_model.objects.create_user("partner")
    partner.groups.add(partners)
    client.force_login(stranger)
    assert client.get(page.url).status_code == 302
    client.force_login(partner)
    assert client.get(page.url).status_code == 200


def test_the_right_password_opens_it(client: Client) -> None:
    page = factories.standard_page()
    restrict(page, "password", password="open sesame")
    form = client.get(page.url).content.decode()
    action = re.search(r'action="([^"]+)"', form)
    assert action is not None
    answer = {"return_url": page.url}
    assert client.post(action[1], {**answer, "password": "wrong"}).status_code == 200
    response = client.post(action[1], {**answer, "password": "open sesame"}, follow=True)
    assert response.status_code == 200
    assert page.title in response.content.decode()


def test_a_restricted_translation_is_listed_nowhere(client: Client) -> None:
    page, german = factories.standard_page_in("de")
    restriction = restrict(german, "login")
    assert german.url not in client.get(page.url).content.decode()
    restriction.delete()
    assert german.url in client.get(page.url).content.decode()
