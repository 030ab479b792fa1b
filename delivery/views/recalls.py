"""Which recalls concern the holder of a key, and have they taken notice?"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import orjson
from django.http import HttpResponse
from django.utils import timezone
from rest_framework.request import Request
from rest_framework.serializers import BaseSerializer

from delivery.answers import answer
from delivery.caching import etag_of
from delivery.parameters import Parameter
from delivery.partners.notices import Standing, acknowledge, standing_recalls, standings
from delivery.problems import UnknownParameter, UnknownRecall
from delivery.serializers.recalls import RecallEntry, RecallList
from delivery.views.base import ApiView
from localization.languages import language
from publishing.models import Recall
from publishing.moments import iso


class Recalls(ApiView):
    """Return the recalls that stand and concern your key, the newest first, and what is open of each.

    A recall is open in a language until your key comes to the sync feed with a token from after it, or until
    you acknowledge it.
    """

    operation_id = "recalls_list"
    tag = "recalls"
    needs_key = True
    problems = (UnknownParameter,)

    def get_serializer_class(self) -> type[BaseSerializer[Any]]:
        """Return the shape of the list."""
        return RecallList

    def get(self, request: Request) -> HttpResponse:
        """Answer with all of them."""
        self.values(request)
        results = [entry(one) for one in standings(standing_recalls(), self.caller.key)]
        body = orjson.dumps({"count": len(results), "results": results})
        return answer(request._request, body, etag=etag_of(body))


class Acknowledgement(ApiView):
    """Acknowledge a recall: you have removed every copy of the content, in every language.

    Without a body; as often as you like: the first time counts.
    """

    operation_id = "recalls_acknowledge"
    tag = "recalls"
    needs_key = True
    is_conditional = False
    http_method_names = ["post", "options"]
    problems = (UnknownParameter, UnknownRecall)

    @property
    def parameters(self) -> Sequence[Parameter]:
        """Return none."""
        return ()

    def get_serializer_class(self) -> type[BaseSerializer[Any]]:
        """Return the shape of a recall."""
        return RecallEntry

    def post(self, request: Request, recall: int) -> HttpResponse:
        """Record it, and answer with how the recall stands now."""
        self.values(request)
        one = Recall.objects.filter(pk=recall, lifted_at=None)
        for standing in standings(list(one), self.caller.key):
            noticed = acknowledge(standing, timezone.now())
            headers = {"Cache-Control": "no-store"}
            return HttpResponse(
                orjson.dumps(entry(noticed)), content_type="application/json", headers=headers
            )
        raise UnknownRecall(recall=str(recall))


def entry(standing: Standing) -> dict[str, Any]:
    """Return what is told of a recall."""
    recall = standing.recall
    return {
        "recall": recall.pk,
        "id": str(recall.content_id),
        "kind": recall.kind,
        "recalled_at": iso(recall.recalled_at),
        "replaced_by": str(recall.replaced_by) if recall.replaced_by else None,
        "languages": [language(code).tag for code in standing.asked],
        "open": [language(code).tag for code in standing.open],
        "noticed_at": iso(standing.since),
        "acknowledged_at": iso(standing.acknowledged_at),
    }
