"""How many searches a second does the engine answer?  ``python -m tests.publishing.search.bench``.

Through the function, in one process and on one connection, over rows made for it: 4,000 documents in eight
languages, then as many in one.
"""

from __future__ import annotations

import os
import random
from time import perf_counter
from typing import Any

DOCUMENTS, WORDS, SECONDS = 4_000, 400, 3.0
COMMON, RARE = "skin", "keloid"


def main() -> None:
    """Print searches a second for a common and a rare word, and for suggestions."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "cms.settings.test")
    import django

    django.setup()
    from django.db import connection, transaction
    from django.test.utils import setup_databases, teardown_databases

    from cms import database

    with database.hold():
        made = setup_databases(verbosity=0, interactive=False)
        try:
            for codes in (("ar", "de", "en", "es", "fr", "pl", "tr", "zh-hans"), ("en",)):
                with transaction.atomic():
                    fill(codes)
                    with connection.cursor() as cursor:
                        cursor.execute(
                            "ANALYZE publishing_searchentry, publishing_searchname, publishing_document"
                        )
                    measure(len(codes))
                    transaction.set_rollback(True)
        finally:
            teardown_databases(made, verbosity=0)


def fill(codes: tuple[str, ...]) -> None:
    """Write the documents: each has the common word, one in a hundred the rare one."""
    from publishing.models import Document
    from publishing.search.extraction import Line
    from publishing.search.indexing import write
    from tests.publishing.search.corpus import document_row

    chance = random.Random(1)
    vocabulary = [
        f"{a}{b}{c}" for a in "bdfgklmnprst" for b in ("an", "el", "or", "iv") for c in "bdfgklmnprst"
    ]
    rows = [
        document_row(f"bench{number}", codes[number % len(codes)], f"Treatment {number}")
        for number in range(DOCUMENTS)
    ]
    for number, row in enumerate(Document.objects.bulk_create(rows, batch_size=1000)):
        said: list[Any] = [Line("title", "", row.title), Line("summary", "", f"About {COMMON}")]
        for kind in ("conditions", "process", "risks", "conclusion"):
            words = [*chance.choices(vocabulary, k=WORDS // 4), COMMON]
            said.append(Line("body", kind, " ".join(words)))
        if number // len(codes) % 100 == 0:
            said.append(Line("body", "risks", RARE))
        write(row, said, [])


def measure(languages: int) -> None:
    """Print what one process does in a few seconds."""
    from publishing.search.engine import search
    from publishing.search.suggestions import suggestions

    for query in (COMMON, RARE):
        for limit in (20, 10):
            count = search(query, "en", limit=limit).count
            rate = per_second(lambda query=query, limit=limit: search(query, "en", limit=limit))
            print(
                f"{DOCUMENTS} documents in {languages} languages: {query} finds {count}, "
                f"{limit} shown: {rate:.0f}/s"
            )
    rate = per_second(lambda: suggestions("treatment 12", "en", 10))
    print(f"{DOCUMENTS} documents in {languages} languages: suggestions: {rate:.0f}/s")


def per_second(call: Any) -> float:
    """Return how often a second something can be called."""
    done, start = 0, perf_counter()
    while perf_counter() - start < SECONDS:
        call()
        done += 1
    return done / (perf_counter() - start)


if __name__ == "__main__":
    main()
