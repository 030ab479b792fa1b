"""Which changes are announced, to whom, and with which words?"""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any
from uuid import UUID, uuid4

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from standardwebhooks import Webhook, WebhookVerificationError

from delivery.webhooks.models import WebhookEvent
from delivery.webhooks.secrets import OVERLAP, rotate, secret_of
from publishing.models import Document
from publishing.recall.act import lift, recall
from publishing.refresh import refresh
from tests import factories
from tests.delivery.shapes import committed, faults
from tests.delivery.sync import door
from tests.delivery.sync.app import content_ids
from tests.delivery.webhooks.conftest import Endpoint, Watch
from tests.delivery.webhooks.receiver import Receiver

pytestmark = pytest.mark.django_db

Commit = Callable[[], None]


def events() -> list[tuple[str, UUID | None, str]]:
    """Return what was noted, in order, and forget it."""
    found = list(WebhookEvent.objects.order_by("pk").values_list("kind", "content_id", "locale"))
    WebhookEvent.objects.all().delete()
    return found


def test_each_way_of_leaving_is_announced_once_for_a_transaction(endpoint: Endpoint, commit: Commit) -> None:
    endpoint()
    page = factories.standard_page()
    commit()
    key = page.translation_key
    assert ("document.published", key, "en") in events()
    # Nothing that readers get has changed.
    factories.publish(page)
    refresh(key)
    commit()
    assert events() == []
    page.unpublish()
    commit()
    assert events() == [("document.unpublished", key, "en")]
    # Published, unpublished and recalled in one transaction: only what is true at its end is announced.
    factories.publish(page)
    recall(key, kind="withdrawn", explanations={"en": "One of the numbers was wrong."})
    commit()
    assert events() == [("document.withdrawn", key, "en")]
    lift(key, reason="It is right now.")
    factories.publish(page)
    commit()
    assert events() == [("document.published", key, "en")]
    recall(key, kind="gone", explanations={"en": "One of the numbers was wrong."})
    commit()
    assert events() == [("document.recalled", key, "en")]


def test_an_announcement_costs_the_publication_no_statement(endpoint: Endpoint, commit: Commit) -> None:
    page = factories.standard_page()
    counts = []
    for listening in (False, True):
        if listening:
            for number in range(5):
                endpoint(name=str(number))
        Document.objects.filter(content_id=page.translation_key).update(etag="", content_digest="")
        with CaptureQueriesContext(connection) as captured:
            assert refresh(page.translation_key)["en"].written
        commit()
        counts.append(len(captured))
        assert bool(events()) is listening
    assert counts[0] == counts[1]


def test_a_change_that_is_rolled_back_is_not_announced(endpoint: Endpoint, commit: Commit) -> None:
    from django.db import transaction

    endpoint()
    with transaction.atomic():
        door.publish(uuid4(), "ar", "First")
        commit()
        transaction.set_rollback(True)
    assert events() == []


def test_whose_path_is_taken_over_is_announced_when_its_document_changes(
    endpoint: Endpoint, commit: Commit
) -> None:
    first, second = content_ids(2)
    door.publish(first, "ar", "First")
    commit()
    endpoint()
    Document.objects.filter(content_id=first).update(path=door.path_of(second, "ar"))
    door.publish(second, "ar", "Second")
    commit()
    assert events() == [("document.published", second, "ar")]


def test_an_endpoint_hears_of_what_it_asked_for(
    endpoint: Endpoint, receiver: Receiver, watch: Watch, commit: Commit
) -> None:
    condition, treatment = sorted(content_ids(2), key=door.type_of)
    assert [door.type_of(one) for one in (condition, treatment)] == ["condition", "treatment"]
    wishes: tuple[dict[str, Any], ...] = (
        {"languages": ["ar"]},
        {"types": ["treatment"], "languages": ["de"]},
        {"events": ["document.unpublished"]},
        {"languages": ["tr"]},
        {"is_active": False},
    )
    made = [
        endpoint(name=f"{number}", url=f"{receiver.url}{number}", **wish)
        for number, wish in enumerate(wishes)
    ]
    for code in ("ar", "de"):
        door.publish(condition, code, "First")
        door.publish(treatment, code, "First")
    commit()
    door.take_down(condition, "ar")
    commit()
    later = endpoint(name="later", url=f"{receiver.url}later")
    watch.tick()
    heard = {
        one.name: sorted(
            (delivery.event.kind, delivery.event.locale, delivery.event.content_id)
            for delivery in one.deliveries.select_related("event")
        )
        for one in (*made, later)
    }
    published, gone = "document.published", "document.unpublished"
    in_arabic = sorted([(published, "ar", condition), (published, "ar", treatment)])
    assert heard == {
        "0": [*in_arabic, (gone, "ar", condition)],
        "1": [(published, "de", treatment)],
        "2": [(gone, "ar", condition)],
        "3": [],
        "4": [],
        "later": [],
    }
    assert len(receiver.taken()) == 5
    assert watch.tick() == 0


def test_a_message_names_the_document_and_is_signed_by_the_standard(
    endpoint: Endpoint, receiver: Receiver, watch: Watch, commit: Commit
) -> None:
    partner = endpoint()
    content_id = content_ids(1)[0]
    door.publish(content_id, "zh-hans", "秘密的标题")
    commit()
    old = secret_of(partner.salt)
    rotate(partner, watch())
    watch.tick()
    headers, body, _status = receiver.requests[0]
    message = json.loads(body)
    document, event = Document.objects.get(), WebhookEvent.objects.get()
    assert message == {
        "type": "document.published",
        "timestamp": event.at.strftime("%Y-%m-%dT%H:%M:%SZ"),
        "data": {
            "id": str(content_id),
            "type": door.type_of(content_id),
            "language": "zh-Hans",
            "sequence": document.sequence,
            "url": f"https://clinic.example/api/v1/{door.type_of(content_id)}s/{content_id}/?locale=zh-Hans",
        },
    }
    openapi = committed("docs/api/openapi.json")
    assert set(openapi["webhooks"]) == {"documentChanged", "endpointTest"}
    schema = {"$ref": "#/components/schemas/DocumentChanged", "components": openapi["components"]}
    assert faults(schema, message) == []
    # Both secrets hold until the old one ends.
    for secret in (old, secret_of(partner.salt)):
        assert Webhook(secret).verify(body, headers) == message
    with pytest.raises(WebhookVerificationError):
        Webhook(secret_of("another")).verify(body, headers)
    with pytest.raises(WebhookVerificationError):
        Webhook(old).verify(body.replace(b"published", b"withdrawn"), headers)
    watch.move(days=OVERLAP.days)
    door.publish(content_id, "zh-hans", "Second")
    commit()
    watch.tick()
    assert [len(headers["webhook-signature"].split()) for headers, *_rest in receiver.requests] == [2, 1]
