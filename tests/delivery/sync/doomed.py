"""A writer that will be killed: it changes a document, says how far it has come, and waits for its end.

Run as a process of its own: ``python doomed.py CONNECTION PRIMARY_KEY open|numbered``. ``numbered``: the
trigger has given the number and holds its lock already; nothing but the commit is missing.
"""

from __future__ import annotations

import sys

import psycopg

_CHANGE = "UPDATE publishing_document SET sequence = NULL, etag = 'lost', body = 'null' WHERE id = %s"


def main(conninfo: str, key: str, until: str) -> None:
    with psycopg.connect(conninfo) as connection:
        connection.execute(_CHANGE, [key])
        if until == "numbered":
            connection.execute("SET CONSTRAINTS ALL IMMEDIATE")
        sys.stdout.write("ready\n")
        sys.stdout.flush()
        sys.stdin.read()


if __name__ == "__main__":
    main(*sys.argv[1:])
