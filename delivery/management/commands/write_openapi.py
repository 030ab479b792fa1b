"""How do the committed descriptions of the API follow the code?  ``manage.py write_openapi``."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand

from delivery.published_files import described_files


class Command(BaseCommand):
    """Writes the files that differ."""

    help = "Write OpenAPI document, JSON Schemas and TypeScript types from the code."
    requires_system_checks: list[str] = []

    def handle(self, *args: Any, **options: Any) -> None:
        """Write, and name what was written."""
        for path, text in described_files().items():
            place = settings.BASE_DIR / path
            if not place.exists() or place.read_text(encoding="utf-8") != text:
                place.parent.mkdir(parents=True, exist_ok=True)
                place.write_text(text, encoding="utf-8")
                self.stdout.write(f"Wrote {path}.")
