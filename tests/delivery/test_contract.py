"""Does every address keep what the OpenAPI document says of it, whatever is sent to it?"""

from __future__ import annotations

import os
from typing import Any

import pytest
import schemathesis
from django.core.wsgi import get_wsgi_application
from django.test import Client
from hypothesis import HealthCheck, Phase, settings
from openapi_spec_validator import OpenAPIV31SpecValidator
from schemathesis.hooks import HookContext
from schemathesis.specs.openapi.checks import positive_data_acceptance

from tests.delivery.conftest import CATEGORY, CONDITION, TREATMENT, fixed_id
from tests.delivery.keys import Issue
from tests.delivery.shapes import committed

OPENAPI = "docs/api/openapi.json"
KNOWN = [str(one) for one in (TREATMENT, CONDITION, CATEGORY, fixed_id("person"), fixed_id("page"))]

API = schemathesis.openapi.from_dict(committed(OPENAPI))
API.app = get_wsgi_application()


@API.hook
def map_path_parameters(context: HookContext, path_parameters: dict[str, Any]) -> dict[str, Any]:
    """Ask mostly for what there is: of an id made up at random, nothing is known but that it is not found."""
    given = dict(path_parameters or {})
    if "content_id" in given:
        number = sum(map(ord, str(given["content_id"])))
        given["content_id"] = KNOWN[number % len(KNOWN)] if number % 4 else given["content_id"]
    return given


def test_the_document_is_valid_openapi() -> None:
    assert [error.message for error in OpenAPIV31SpecValidator(committed(OPENAPI)).iter_errors()] == []


@pytest.mark.usefixtures("library")
def test_head_is_answered_everywhere_like_get_without_a_body(client: Client) -> None:
    given = {"content_id": str(TREATMENT), "kind": "risks"}
    query = {"/pages/by-path/": {"path": "/de/"}, "/search/": {"q": "meso"}}
    query["/search/suggestions/"] = query["/search/"]
    addresses = [path for path, operations in committed(OPENAPI)["paths"].items() if "get" in operations]
    assert len(addresses) > 20
    for address in addresses:
        path = "/api/v1" + address.format(**given)
        got, head = (ask(path, query.get(address, {})) for ask in (client.get, client.head))
        assert (head.status_code, head.content) == (got.status_code, b""), path
        assert head.headers == got.headers, path


@pytest.mark.usefixtures("library", "kept_connection")
@API.parametrize()
@settings(
    max_examples=int(os.environ.get("CONTRACT_EXAMPLES", "25")),
    phases=[Phase.explicit, Phase.generate],
    suppress_health_check=list(HealthCheck),
)
def test_every_answer_is_one_that_is_described(case: schemathesis.Case[Any], issued: Issue) -> None:
    # What is open to keys alone is asked for with one, and what is open to all without.
    headers = issued().headers if case.path.startswith("/recalls/") else {}
    # What a cursor or a token may be, no schema can say: they are ours, and opaque.
    # The caller would ask for gzip, and cannot read it.
    headers = {"Accept-Encoding": "identity", **headers}
    case.call_and_validate(headers=headers, excluded_checks=[positive_data_acceptance])
