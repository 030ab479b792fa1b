"""Do the documents agree with what is live, and does search agree with the documents?

Compiles everything again and reports what differed.
"""

from __future__ import annotations

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand
from django.db import transaction

from publishing.models import Document
from publishing.published_types import published_types
from publishing.refresh import refresh
from publishing.search.indexing import rebuild

Fingerprint = dict[tuple[str, str], tuple[str, str | None, str]]


class Command(BaseCommand):
    """``manage.py reconcile [--dry-run]``: finds what fired no signal, such as ``queryset.update()``."""

    help = "Compile every document again, compare the search with them, and report what differed."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Offer ``--dry-run``."""
        parser.add_argument("--dry-run", action="store_true", help="Report only; change nothing.")

    def handle(self, *args: Any, dry_run: bool = False, **options: Any) -> None:
        """Reconcile; exit with 1 if a dry run found differences."""
        with transaction.atomic():
            before = fingerprint()
            for content_id in content_ids():
                refresh(content_id)
            after = fingerprint()
            unfound = rebuild()
            transaction.set_rollback(dry_run)
        differing = sorted(key for key in before.keys() | after.keys() if before.get(key) != after.get(key))
        for key in differing:
            self.stdout.write(f"differed: {key[0]} in {key[1]}")
        verb = "would be" if dry_run else "were"
        self.stdout.write(f"{len(after)} documents compared; {len(differing)} {verb} corrected.")
        for content_id, locale in unfound:
            self.stdout.write(f"search differed: {content_id} in {locale}")
        self.stdout.write(f"{len(unfound)} entries of the search {verb} corrected.")
        if dry_run and (differing or unfound):
            raise SystemExit(1)


def content_ids() -> list[Any]:
    """Return every content id that has a row or a document."""
    found = set(Document.objects.values_list("content_id", flat=True))
    for model in published_types().values():
        found |= set(model._default_manager.values_list("translation_key", flat=True))
    return sorted(found)


def fingerprint() -> Fingerprint:
    """Return what can differ of each document: status, path and etag, by content id and language."""
    rows = Document.objects.values_list("content_id", "locale", "status", "path", "etag")
    return {
        (str(content_id), locale): (status, path, etag) for content_id, locale, status, path, etag in rows
    }
