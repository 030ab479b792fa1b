"""How do administrators and operators give out keys, replace and end them?"""

from __future__ import annotations

import re
from io import StringIO

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Permission
from django.core.management import CommandError, call_command
from django.test import Client

from delivery.partners.callers import KEYS
from delivery.partners.models import ApiKey, Partner
from tests.delivery.keys import Issue

pytestmark = pytest.mark.django_db
KEY = re.compile(r"pc_[a-z0-9]{8}_[A-Za-z0-9_-]{43}")
LOCALES = "/api/v1/locales/"


def works(client: Client, text: str) -> bool:
    KEYS.forget()
    return client.get(LOCALES, headers={"Authorization": f"Bearer {text}"}).status_code == 200


def test_a_key_from_its_making_to_its_end_in_the_admin(client: Client) -> None:
    client.force_login(get_user_model().objects.create_superuser("admin", "admin@clinic.example"))
    client.post("/admin/partners/new/", {"name": "Health app", "contact_email": "it@partner.example"})
    partner = Partner.objects.get()
    asked = {"partner": partner.pk, "name": "iOS", "languages": ["ar", "de"], "per_day": "500"}
    refused = client.post("/admin/api_keys/new/", {**asked, "expires_at": "2020-01-01 10:00"})
    assert "This time is over." in refused.content.decode()
    page = client.post("/admin/api_keys/new/", asked, follow=True)
    [text] = set(KEY.findall(page.content.decode()))
    assert "no-store" in page["Cache-Control"]
    key = ApiKey.objects.get()
    assert (key.languages, key.types, key.per_day, key.per_minute) == (["ar", "de"], [], 500, None)
    assert works(client, text)
    edit, secret, revoke = (f"/admin/api_keys/{screen}/{key.pk}/" for screen in ("edit", "secret", "revoke"))
    for address in (edit, secret, "/admin/api_keys/", f"/admin/api_keys/history/{key.pk}/"):
        assert not KEY.search(client.get(address).content.decode()), address
    for days in ("", "-1", "91", "²", "1e1"):
        assert "Give a whole number" in client.post(secret, {"days": days}, follow=True).content.decode()
    [new] = set(KEY.findall(client.post(secret, {"days": "7"}, follow=True).content.decode()))
    assert works(client, new)
    assert works(client, text)
    client.post(secret, {"days": "0"})
    assert not works(client, text)
    assert "in 30 days" in client.get(f"/admin/partners/inspect/{partner.pk}/").content.decode().lower()
    client.post(edit, {**asked, "languages": ["tr"]})
    key.refresh_from_db()
    assert key.languages == ["tr"]
    [last] = set(KEY.findall(client.post(secret, {"days": "0"}, follow=True).content.decode()))
    assert works(client, last)
    assert "Yes, revoke it" in client.get(revoke).content.decode()
    client.post(revoke)
    client.post(revoke)
    assert not works(client, last)
    history = client.get(f"/admin/api_keys/history/{key.pk}/").content.decode()
    assert history.count("Key revoked") == 1
    assert "the former one holds for 7 days" in history


def test_who_has_not_the_rights_finds_every_door_closed(client: Client, issued: Issue) -> None:
    key = issued().row
    user = get_user_model().objects.create_user("staff", "staff@clinic.example")
    user.user_permissions.set(Permission.objects.filter(codename="access_admin"))
    client.force_login(user)
    before = ApiKey.objects.values().get()
    for screen in ("edit", "secret", "revoke", "delete"):
        address = f"/admin/api_keys/{screen}/{key.pk}/"
        assert client.get(address).status_code == 302, screen
        assert client.post(address, {"days": "0"}).status_code == 302, screen
    for address in ("/admin/api_keys/", "/admin/api_keys/new/", "/admin/partners/"):
        assert client.get(address).status_code == 302, address
    assert ApiKey.objects.values().get() == before


def test_an_operator_without_the_admin(client: Client) -> None:
    said = StringIO()
    options = {"email": "it@partner.example", "languages": ["zh-Hans"], "types": ["treatment"]}
    call_command("issue_key", "Health app", stdout=said, **options)
    assert works(client, said.getvalue().strip())
    assert ApiKey.objects.get().languages == ["zh-hans"]
    call_command("issue_key", "Health app", stdout=said, expires="2199-12-31T23:59:00+00:00")
    assert Partner.objects.get().keys.count() == 2
    for wrong, sentence in (
        ({"languages": ["xx"]}, "no language xx"),
        ({"types": ["cure"]}, "no type cure"),
        ({"expires": "tomorrow"}, "a time with its zone"),
    ):
        with pytest.raises(CommandError, match=sentence):
            call_command("issue_key", "Health app", stdout=said, **wrong)
    with pytest.raises(CommandError, match="give --email"):
        call_command("issue_key", "Another", stdout=said)
    assert Partner.objects.count() == 1
