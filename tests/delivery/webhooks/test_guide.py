"""Does the guide for receivers work as it stands?"""

from __future__ import annotations

import json
import re
from typing import Any

import pytest
from django.conf import settings

from delivery.webhooks.kinds import TEST, Kind
from delivery.webhooks.secrets import secret_of
from tests.delivery.shapes import committed, faults
from tests.delivery.sync import door
from tests.delivery.sync.app import content_ids
from tests.delivery.webhooks.conftest import Endpoint, Watch
from tests.delivery.webhooks.receiver import Receiver

GUIDE = (settings.BASE_DIR / "docs" / "api" / "webhooks.md").read_text(encoding="utf-8")


def block(language: str) -> str:
    (found,) = re.findall(rf"```{language}\n(.*?)```", GUIDE, re.DOTALL)
    return str(found)


def test_its_message_and_its_names_are_those_of_the_api() -> None:
    openapi = committed("docs/api/openapi.json")
    schema = {"$ref": "#/components/schemas/DocumentChanged", "components": openapi["components"]}
    assert faults(schema, json.loads(block("json"))) == []
    assert set(re.findall(r"^\| `([a-z]+\.[a-z]+)` \|", GUIDE, re.MULTILINE)) == {TEST, *Kind.values}


@pytest.mark.django_db
def test_its_receiver_in_python_takes_what_is_ours_and_nothing_else(
    endpoint: Endpoint, receiver: Receiver, watch: Watch, commit: Any, capsys: pytest.CaptureFixture[str]
) -> None:
    namespace: dict[str, Any] = {}
    exec(block("python"), namespace)
    receive = namespace["receive"]
    partner = endpoint()
    door.publish(content_ids(1)[0], "ar", "First")
    commit()
    watch.tick()
    headers, body, _status = receiver.requests[0]
    assert receive(secret_of(partner.salt), body, headers) == 204
    assert "document.published https://clinic.example/api/v1/" in capsys.readouterr().out
    assert receive(secret_of("another"), body, headers) == 401
    assert receive(secret_of(partner.salt), body + b" ", headers) == 401
