"""Can an administrator say in which languages a group works, and can nobody widen that by accident?"""

from __future__ import annotations

import pytest
from django.contrib.auth.models import Group
from django.test import Client
from django.urls import reverse
from wagtail.test.utils.form_data import querydict_from_html

from localization.models import GroupLanguage

pytestmark = pytest.mark.django_db


def languages(group: Group) -> set[str]:
    return set(GroupLanguage.objects.filter(group=group).values_list("language", flat=True))


def filled_in(client: Client, url: str) -> dict[str, list[str]]:
    """Return what a browser would send of the form at ``url`` as it stands."""
    html = client.get(url).content.decode()
    query = querydict_from_html(html, form_index=html.count("<form") - 1)  # behind the menu's
    return {name: query.getlist(name) for name in query}


@pytest.fixture
def group() -> Group:
    """A group that works in German."""
    made = Group.objects.create(name="Writers")
    GroupLanguage.objects.create(group=made, language="de")
    return made


def test_what_is_ticked_is_what_the_group_is_limited_to(admin_client: Client, group: Group) -> None:
    url = reverse("wagtailusers_groups:edit", args=[group.pk])
    sent = filled_in(admin_client, url)
    assert sent["limit-languages"] == ["de"]
    admin_client.post(url, {**sent, "limit-languages": ["fr", "tr"]})
    assert languages(group) == {"fr", "tr"}
    admin_client.post(url, {**sent, "limit-languages": []})
    assert languages(group) == set()


def test_a_new_group_can_be_limited_at_once(admin_client: Client) -> None:
    url = reverse("wagtailusers_groups:add")
    admin_client.post(url, {**filled_in(admin_client, url), "name": "New", "limit-languages": ["pl"]})
    assert languages(Group.objects.get(name="New")) == {"pl"}


def test_a_form_without_the_panel_leaves_the_limits(admin_client: Client, group: Group) -> None:
    url = reverse("wagtailusers_groups:edit", args=[group.pk])
    sent = {name: value for name, value in filled_in(admin_client, url).items() if "limit-" not in name}
    admin_client.post(url, {**sent, "name": "Renamed"})
    group.refresh_from_db()
    assert group.name == "Renamed"
    assert languages(group) == {"de"}


def test_a_language_that_is_gone_still_limits(admin_client: Client, group: Group) -> None:
    GroupLanguage.objects.create(group=group, language="xx")
    url = reverse("wagtailusers_groups:edit", args=[group.pk])
    admin_client.post(url, filled_in(admin_client, url))
    assert languages(group) == {"de", "xx"}


def test_an_unknown_language_is_refused(admin_client: Client, group: Group) -> None:
    url = reverse("wagtailusers_groups:edit", args=[group.pk])
    response = admin_client.post(url, {**filled_in(admin_client, url), "limit-languages": ["nonsense"]})
    assert response.status_code == 200
    assert "nonsense is not one of the available choices" in response.content.decode()
    assert languages(group) == {"de"}
