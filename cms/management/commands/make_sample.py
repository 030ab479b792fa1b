"""How does a large site to measure with come into being? ``manage.py make_sample``."""

from argparse import ArgumentParser
from typing import Any

from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError

from cms import sample
from cms.settings.env import env

USUAL_LANGUAGES = "en,de,ar,zh-hans"


class Command(BaseCommand):
    """Load the demo, then copy one of its treatments. What is there already is left alone."""

    help = "Fills a database of its own with the demo and many copies of one treatment, for `make bench`."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Declare the options."""
        parser.add_argument("--treatments", type=int, default=1000, help="how many copies (default: 1000)")
        parser.add_argument(
            "--languages",
            default=USUAL_LANGUAGES,
            help=f"languages of the copies (default: {USUAL_LANGUAGES})",
        )
        parser.add_argument(
            "--into-this-database",
            action="store_true",
            help="do it although no STATE_DIR sets a database apart for it",
        )

    def handle(
        self, *args: Any, treatments: int, languages: str, into_this_database: bool, **options: Any
    ) -> None:
        """Fill the database, and say how far it is.

        Raises:
            CommandError: the database may be one that somebody works with.
        """
        if not into_this_database and (env.database_url or not env.state_dir):
            raise CommandError(
                "This would fill the database that you work with. Give the sample one of its own, "
                "for example: STATE_DIR=var/bench python manage.py make_sample"
            )
        call_command("load_demo", into_database_url=into_this_database, stdout=self.stdout)
        sample.make_pictures()
        new = sample.insert(treatments, languages.split(","))
        self.stdout.write(f"{new} copies inserted, {treatments - new} were there.")
        keys = sample.not_compiled(treatments)
        for done in sample.compile_each(keys):
            if done % 100 == 0 or done == len(keys):
                self.stdout.write(f"{done} of {len(keys)} compiled.")
