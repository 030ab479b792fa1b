"""What does the OpenAPI document say of webhooks?  (OpenAPI 3.1, ``webhooks``.)"""

from __future__ import annotations

from typing import Any

from drf_spectacular.settings import spectacular_settings
from drf_spectacular.utils import OpenApiResponse, OpenApiWebhook, extend_schema

from delivery.serializers.webhooks import DocumentChanged, EndpointTest

_HEADERS = {
    "webhook-id": "The message; the same at every attempt. What you have accepted once you may ignore.",
    "webhook-timestamp": (
        "When this attempt was made, in seconds since 1970. Refuse what is older than five minutes."
    ),
    "webhook-signature": (
        "`v1,` and the signature in base64; several, separated by spaces, while a secret is replaced."
    ),
}
_ANSWERS = {
    "2XX": OpenApiResponse(description="Accepted: the message does not come again."),
    "410": OpenApiResponse(description="The endpoint is switched off at once."),
    "default": OpenApiResponse(description="Tried again for three days. Redirects are not followed."),
}


def _webhook(name: str, shape: type[Any], summary: str) -> OpenApiWebhook:
    described = extend_schema(
        operation_id=f"{name}_webhook",
        summary=summary,
        description=" ".join((shape.__doc__ or "").split()),
        tags=["webhooks"],
        request=shape,
        responses=_ANSWERS,
    )
    return OpenApiWebhook(name, described)


DOCUMENT_CHANGED = _webhook("documentChanged", DocumentChanged, "A document has changed.")
ENDPOINT_TEST = _webhook("endpointTest", EndpointTest, "The test button of the admin.")


def complete(result: dict[str, Any], generator: Any, **given: Any) -> dict[str, Any]:
    """Add what drf-spectacular 0.30 leaves out of webhooks: shapes of bodies, headers, that no key is sent.

    A hook of ``SPECTACULAR_SETTINGS``: there the shapes are collected before the webhooks are described.
    """
    result["components"] = generator.registry.build(spectacular_settings.APPEND_COMPONENTS)
    parameters = [
        {"in": "header", "name": name, "required": True, "schema": {"type": "string"}, "description": text}
        for name, text in _HEADERS.items()
    ]
    for webhook in result["webhooks"].values():
        webhook["post"]["parameters"] = parameters
        # No credential is sent; the signature is among the headers.
        webhook["post"]["security"] = [{}]
    return result
