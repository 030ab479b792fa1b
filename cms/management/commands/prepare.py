"""Bring catalogues, tables and, where it is wanted, the demo content up to date."""

from typing import Any

from django.core.management import call_command
from django.core.management.base import BaseCommand

from cms import demo


class Command(BaseCommand):
    """What has to happen once before processes of a new version start; doing it again changes nothing."""

    help = "Compiles catalogues, migrates the database and loads the demo content where it is wanted."
    requires_system_checks: list[str] = []

    def handle(self, *args: Any, **options: Any) -> None:
        """Do the steps in order, and say which one is running."""
        call_command("compile_catalogues", stdout=self.stdout)
        self.stdout.write("Migrating the database …")
        call_command("migrate", interactive=False, verbosity=0)
        if demo.is_wanted():
            self.stdout.write("Loading the demo content …")
            demo.load()
