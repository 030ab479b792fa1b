"""What does the site know about one person, and how is it erased?  ``manage.py data_subject``."""

from __future__ import annotations

from typing import Any

import orjson
from django.core.management.base import BaseCommand, CommandParser

from engagement.subjects import erase, export


class Command(BaseCommand):
    """Answers a data-subject request."""

    help = "Print as JSON, or erase, every message that came with an e-mail address or phone number."

    def add_arguments(self, parser: CommandParser) -> None:
        """Say what is wanted, and of whom."""
        parser.add_argument("action", choices=["export", "delete"])
        parser.add_argument("who", help="an e-mail address or a phone number")

    def handle(self, *, action: str, who: str, **options: Any) -> None:
        """Do it."""
        if action == "export":
            self.stdout.write(orjson.dumps(export(who), option=orjson.OPT_INDENT_2).decode())
        else:
            self.stdout.write(f"{erase(who)} messages were erased.")
