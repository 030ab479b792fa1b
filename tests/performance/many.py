"""How do reads fare with ten times as many documents? Rows of documents and search, copied in the database.

Compiling 36,000 documents takes hours, and reading does not care how they came about: each copy has an
identity, an address and a number in the feed of its own, and what is said of it elsewhere (dependencies,
names, search) is copied along. There are no editable pages behind them.
"""

from __future__ import annotations

import sys

import psycopg
from psycopg import sql

from cms import database
from cms.database_home import prepare_home, socket_dir
from tests.performance.servers import STATE

# The documents that were really compiled.
COMPILED = "path ~ '/sample-[0-9]+/$'"
# The new identity of a copy, and its address.
IDENTITY = "md5(d.content_id::text || %(copy)s)::uuid"
SLUG = "substring(d.path from 'sample-[0-9]+')"
RENAMED = f"replace(replace({{}}, d.content_id::text, {IDENTITY}::text), {SLUG}, {SLUG} || '-' || %(copy)s)"
OF_A_DOCUMENT = {
    "content_id": IDENTITY,
    "path": RENAMED.format("d.path"),
    "card": RENAMED.format("d.card::text") + "::jsonb",
    "body": "convert_to(" + RENAMED.format("convert_from(d.body, 'UTF8')") + ", 'UTF8')",
    "etag": "md5(d.etag || %(copy)s)",
    "sequence": "NULL",
}
# Tables with rows of a document, and what differs in the copy's.
TABLES = {
    "publishing_document": OF_A_DOCUMENT,
    "publishing_dependency": {"document_id": "c.id"},
    "publishing_searchname": {"document_id": "c.id"},
    "publishing_searchentry": {"document_id": "c.id", "content_id": "c.content_id"},
}
_COPY = """
INSERT INTO {table} ({columns})
SELECT {values} FROM publishing_document d {rows} WHERE d.{compiled}
"""
# The rows `s` of a document, beside its copy `c`.
_ROWS = f"""
  JOIN {{table}} s ON s.document_id = d.id
  JOIN publishing_document c ON c.locale = d.locale AND c.content_id = {IDENTITY}
"""


def multiply(times: int) -> None:
    """Copy the compiled documents of the bench's database until there are ``times`` as many of them."""
    place = str(socket_dir(prepare_home(STATE)))
    with psycopg.connect(host=place, user=database.USER, dbname=database.NAME, autocommit=True) as connection:
        counted = connection.execute(
            f"SELECT count(*) FILTER (WHERE {COMPILED}), count(*) FROM publishing_document"
            " WHERE path LIKE '%/sample-%'"
        ).fetchone()
        compiled, all_of_them = counted or (0, 0)
        for copy in range(all_of_them // compiled, times):
            sys.stdout.write(f"Copy {copy} of {times - 1} …\n")
            sys.stdout.flush()
            with connection.transaction():
                for table, changes in TABLES.items():
                    connection.execute(_statement(connection, table, changes), {"copy": str(copy)})
        connection.execute("VACUUM ANALYZE")


def _statement(connection: psycopg.Connection, table: str, changes: dict[str, str]) -> sql.Composed:
    rows = connection.execute(
        "SELECT column_name FROM information_schema.columns WHERE table_name = %s AND column_name <> 'id'",
        [table],
    )
    names = [str(name) for (name,) in rows]
    source = "d" if table == "publishing_document" else "s"
    return sql.SQL(_COPY).format(
        table=sql.Identifier(table),
        columns=sql.SQL(", ").join(map(sql.Identifier, names)),
        values=sql.SQL(", ").join(sql.SQL(changes.get(name, f'{source}."{name}"')) for name in names),
        rows=sql.SQL("" if source == "d" else _ROWS.format(table=table)),
        compiled=sql.SQL(COMPILED),
    )
