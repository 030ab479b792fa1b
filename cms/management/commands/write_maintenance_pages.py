"""Write the pages that the proxy gives while the application is away."""

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from localization.languages import all_languages
from publishing.faults import bare_page


class Command(BaseCommand):
    """Write ``<language>.html`` for every language of the site into a directory."""

    help = "Writes the pages that the proxy gives while the application is away. Reads no database."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: CommandParser) -> None:
        """Take the directory."""
        parser.add_argument("directory", type=Path, help="where to write them; made if it is not there")

    def handle(self, *args: Any, directory: Path, **options: Any) -> None:
        """Write a page for each language."""
        directory.mkdir(parents=True, exist_ok=True)
        for spoken in all_languages():
            page = bare_page("publishing/maintenance.html", spoken)
            (directory / f"{spoken.code}.html").write_text(page, encoding="utf-8")
        self.stdout.write(f"{len(all_languages())} pages written to {directory}.")
