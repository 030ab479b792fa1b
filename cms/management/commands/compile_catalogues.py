"""Compile the gettext catalogues that have changed."""

from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand

from cms.catalogues import compile_catalogues


class Command(BaseCommand):
    """Compile ``locale/*/LC_MESSAGES/*.po``."""

    help = "Compiles the gettext catalogues that have changed. Needs no msgfmt."
    requires_system_checks: list[str] = []

    def handle(self, *args: Any, **options: Any) -> None:
        """Compile, and say how many catalogues were written."""
        written = [path for directory in settings.LOCALE_PATHS for path in compile_catalogues(directory)]
        self.stdout.write(f"{len(written)} catalogues compiled.")
