"""What can be done with webhooks in the admin, and by whom?"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Permission
from django.test import Client
from pytest_django import Settings
from standardwebhooks import Webhook

from delivery.webhooks.models import WebhookDelivery, WebhookEndpoint
from delivery.webhooks.secrets import secret_of
from tests.delivery.webhooks.receiver import Receiver

pytestmark = pytest.mark.django_db

ADD = "/admin/webhook_endpoints/new/"
SECRET = re.compile(r"whsec_[A-Za-z0-9+/=]+")


def log_in(client: Client, *permissions: str) -> None:
    """Log somebody in who may use the admin, and these things; an administrator without any."""
    users = get_user_model().objects
    if not permissions:
        client.force_login(users.create_superuser("admin", "admin@clinic.example"))
        return
    user = users.create_user("staff", "staff@clinic.example")
    user.user_permissions.set(Permission.objects.filter(codename__in=["access_admin", *permissions]))
    client.force_login(user)


def answers(receiver: Receiver, **others: Any) -> dict[str, Any]:
    given = {"name": "Partner", "url": receiver.url, "contact_email": "it@partner.example", "is_active": "on"}
    return {**given, "languages": ["ar"], "events": ["document.recalled"], **others}


def test_an_endpoint_from_its_making_to_the_answer_to_a_test(
    client: Client, receiver: Receiver, run_tasks: Callable[[], None]
) -> None:
    log_in(client)
    page = client.post(ADD, answers(receiver), follow=True)
    (shown,) = set(SECRET.findall(page.content.decode()))
    assert "no-store" in page["Cache-Control"]
    endpoint = WebhookEndpoint.objects.get()
    assert (endpoint.languages, endpoint.types, endpoint.events) == (["ar"], [], ["document.recalled"])
    assert shown == secret_of(endpoint.salt)
    screens = (
        f"/admin/webhook_endpoints/edit/{endpoint.pk}/",
        f"/admin/webhook_endpoints/secret/{endpoint.pk}/",
    )
    for address in (
        *screens,
        "/admin/webhook_endpoints/",
        f"/admin/webhook_endpoints/history/{endpoint.pk}/",
    ):
        assert not SECRET.search(client.get(address).content.decode())
    (renewed,) = set(SECRET.findall(client.post(screens[1], follow=True).content.decode()))
    assert renewed != shown
    sent = client.post(f"/admin/webhook_endpoints/test/{endpoint.pk}/", follow=True)
    assert "Nothing was sent yet." in sent.content.decode()
    receiver.said = b"<script>alert(1)</script>"
    run_tasks()
    headers, body, _status = receiver.requests[0]
    for secret in (shown, renewed):
        assert Webhook(secret).verify(body, headers)["type"] == "endpoint.test"
    delivery = WebhookDelivery.objects.get()
    log = client.get(f"/admin/webhook_deliveries/inspect/{delivery.pk}/").content.decode()
    assert "&lt;script&gt;alert(1)" in log
    listing = client.get("/admin/webhook_deliveries/", {"endpoint": str(endpoint.pk), "state": "delivered"})
    assert "endpoint.test" in listing.content.decode()
    client.post(f"/admin/webhook_deliveries/again/{delivery.pk}/")
    run_tasks()
    assert len(receiver.requests) == 2
    assert (
        "Secret replaced" in client.get(f"/admin/webhook_endpoints/history/{endpoint.pk}/").content.decode()
    )
    # Switched on again, it starts with a clean slate.
    WebhookEndpoint.objects.update(is_active=False, failures=7)
    client.post(f"/admin/webhook_deliveries/again/{delivery.pk}/")
    client.post(screens[0], answers(receiver))
    endpoint.refresh_from_db()
    assert (endpoint.is_active, endpoint.failures) == (True, 0)


@pytest.mark.parametrize(
    "url", ["https://127.0.0.1/", "https://[::1]/", "http://a.example/", "https://a:b@c.example/"]
)
def test_an_address_that_is_never_sent_to_is_refused_in_the_form(
    client: Client, receiver: Receiver, settings: Settings, url: str
) -> None:
    settings.WEBHOOKS_ALLOW_PRIVATE = False
    log_in(client)
    assert client.post(ADD, answers(receiver, url=url)).status_code == 200
    assert not WebhookEndpoint.objects.exists()


def test_who_has_not_the_rights_finds_every_door_closed(client: Client, receiver: Receiver) -> None:
    endpoint = WebhookEndpoint.objects.create(name="A", url=receiver.url, contact_email="a@a.example")
    log_in(client, "view_webhookendpoint", "view_webhookdelivery", "change_page")
    assert client.get("/admin/webhook_deliveries/").status_code == 200
    for address in (
        ADD,
        f"/admin/webhook_endpoints/edit/{endpoint.pk}/",
        f"/admin/webhook_endpoints/secret/{endpoint.pk}/",
        f"/admin/webhook_endpoints/test/{endpoint.pk}/",
        f"/admin/webhook_endpoints/delete/{endpoint.pk}/",
        "/admin/webhook_deliveries/new/",
        "/admin/webhook_deliveries/again/1/",
    ):
        client.post(address, answers(receiver))
    assert list(WebhookEndpoint.objects.values_list("salt", flat=True)) == [endpoint.salt]
    assert not WebhookDelivery.objects.exists()
