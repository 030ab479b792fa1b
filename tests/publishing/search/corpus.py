"""What do the judged texts and queries of a language hold, and how well does search answer them?

The texts were written first and the queries judged by their sense, before anything was tuned. They are
written at the engine's door, as rows; nothing is published.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any
from uuid import NAMESPACE_URL, UUID, uuid5

import orjson
import yaml
from django.utils import timezone

from publishing.models import Document, Status
from publishing.search.engine import search
from publishing.search.extraction import Line
from publishing.search.indexing import write

FIXTURES = Path(__file__).parent / "fixtures"
CODES = tuple(sorted(file.stem for file in FIXTURES.glob("*.yaml")))
BEST = 5


@dataclass(frozen=True, slots=True)
class Score:
    """How a language does: the mean recall among the best five, the mean reciprocal rank, and what missed.

    ``strays`` are queries without a right answer that found something.
    """

    recall: float
    reciprocal_rank: float
    misses: list[tuple[str, list[str], list[str]]]
    strays: list[tuple[str, list[str]]]


@cache
def corpus(code: str) -> dict[str, Any]:
    """Return ``{"texts": {name: [title, other names, text]}, "queries": [[query, right names], …]}``."""
    data: dict[str, Any] = yaml.safe_load((FIXTURES / f"{code}.yaml").read_text())
    return data


def document_row(name: str, code: str, title: str, text: str = "", **values: Any) -> Document:
    """Return an unsaved live document as the store would write it, with as little as search needs."""
    content_id = uuid5(NAMESPACE_URL, name)
    now = timezone.now()
    given = {
        "content_id": content_id,
        "locale": code,
        "type": "treatment",
        "status": Status.LIVE,
        "title": title,
        "card": {
            "id": str(content_id),
            "type": "treatment",
            "title": title,
            "summary": text,
            "path": f"/{code}/{name}/",
            "api_path": f"/api/v1/treatments/{content_id}/?locale={code}",
        },
        "body": b"{}",
        "etag": name[:64],
        "content_digest": name[:64],
        "first_published_at": now,
        "updated_at": now,
        "sequence": int(uuid5(content_id, code)) % 2**62,
    }
    return Document(**{**given, **values})


def load(code: str) -> dict[UUID, str]:
    """Write the texts of a language into search; return their names by content id."""
    texts = corpus(code)["texts"]
    rows = [document_row(name, code, title, text) for name, (title, _names, text) in texts.items()]
    for row, (title, names, text) in zip(Document.objects.bulk_create(rows), texts.values(), strict=True):
        others = [Line("names", "", name) for name in names]
        write(row, [Line("title", "", title), *others, Line("summary", "", text)], names)
    return {row.content_id: name for row, name in zip(rows, texts, strict=True)}


def score(code: str) -> Score:
    """Load a language and judge its answers."""
    names = load(code)
    recalls, ranks, misses, strays = [], [], [], []
    for query, right in corpus(code)["queries"]:
        hits = search(query, code, limit=BEST).hits
        found = [names[UUID(orjson.loads(hit.card)["id"])] for hit in hits]
        if not right:
            strays += [(query, found)] if found else []
            continue
        recalls.append(len(set(right) & set(found)) / min(len(right), BEST))
        ranks.append(next((1 / place for place, name in enumerate(found, 1) if name in right), 0.0))
        if recalls[-1] < 1:
            misses.append((query, right, found))
    return Score(sum(recalls) / len(recalls), sum(ranks) / len(ranks), misses, strays)
