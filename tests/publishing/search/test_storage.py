"""Does a search of a common word read the index and the rows, and nothing that lies outside them?"""

import pytest
from django.db import connection

from publishing.models import Document
from tests import factories

pytestmark = pytest.mark.django_db
COPIES = 300
# The document of a page, again and again; all hold the same words, and far more of them than fit into a row.
DOCUMENTS = """
INSERT INTO publishing_document
       (content_id, locale, type, status, gone_reason, title, card, etag, content_digest, facets, states,
        is_source, schema_version, first_published_at, updated_at, changed_at, review_state)
SELECT gen_random_uuid(), locale, type, status, gone_reason, title, card, etag, content_digest, facets,
       states, is_source, schema_version, first_published_at, updated_at, changed_at, review_state
  FROM publishing_document, generate_series(1, %s) WHERE id = %s RETURNING id
"""
ENTRIES = """
INSERT INTO publishing_searchentry
       (document_id, locale, type, title, content_id, heads, keys, words, text, parts, places, digest)
SELECT new.id, e.locale, e.type, e.title, gen_random_uuid(),
       (SELECT array_to_tsvector(array_agg('h' || n)) FROM generate_series(1, 250) AS n), e.keys,
       e.words || (SELECT array_to_tsvector(array_agg(md5(n::text))) FROM generate_series(1, 1000) AS n),
       e.text, e.parts, e.places, e.digest
  FROM publishing_searchentry e, unnest(%s::bigint[]) AS new(id) WHERE e.document_id = %s
"""


def test_the_planner_takes_the_index_and_what_ranks_lies_in_the_row() -> None:
    page = factories.standard_page()
    document = Document.objects.get(content_id=page.translation_key)
    with connection.cursor() as cursor:
        cursor.execute(DOCUMENTS, [COPIES, document.pk])
        cursor.execute(ENTRIES, [[pk for (pk,) in cursor.fetchall()], document.pk])
        cursor.execute("ANALYZE publishing_searchentry")
        cursor.execute("SELECT word FROM ts_stat('SELECT words FROM publishing_searchentry') LIMIT 1")
        (word,) = cursor.fetchone()
        cursor.execute(
            "EXPLAIN SELECT 1 FROM publishing_searchentry WHERE words @@ quote_literal(%s)::tsquery", [word]
        )
        plan = "\n".join(line for (line,) in cursor.fetchall())
        assert "Bitmap Index Scan on search_words" in plan, plan
        cursor.execute(
            "SELECT count(pg_column_toast_chunk_id(words)), count(pg_column_toast_chunk_id(heads))"
            "  FROM publishing_searchentry"
        )
        assert cursor.fetchone() == (COPIES, 0)
