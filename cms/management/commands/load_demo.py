"""How does the demo content get into a site? ``manage.py load_demo``."""

from __future__ import annotations

import fnmatch
import logging
from argparse import ArgumentParser
from collections.abc import Callable, Collection
from functools import partial
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from wagtail.models import Locale

from cms.demo_content.accounts import accounts, load_accounts
from cms.demo_content.english import open_site, place_pages, require_free_site, write
from cms.demo_content.kinds import SOURCE_LANGUAGE, Kind, documents, path_of
from cms.demo_content.library import Library, content_id
from cms.demo_content.material import load_pictures, load_sources
from cms.demo_content.messages import load_messages
from cms.demo_content.reading import DemoContentError
from cms.demo_content.reviews import load_reviews
from cms.demo_content.states import changed_originals, load_states
from cms.demo_content.translated import translate
from cms.settings.env import env
from localization.languages import all_languages
from publishing.models import Recall


class Command(BaseCommand):
    """Load the demo content. What is there already is left alone, with every edit that was made to it."""

    help = "Load the demo content, its translations and its accounts. What is there already is left alone."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Declare the options."""
        parser.add_argument(
            "--reset", action="store_true", help="write the demo texts again, over the edits made to them"
        )
        parser.add_argument(
            "--into-database-url",
            action="store_true",
            help="load it although the database is given by DATABASE_URL (LOAD_DEMO=1 says the same)",
        )
        parser.add_argument(
            "--languages",
            nargs="*",
            metavar="CODE",
            default=[language.code for language in all_languages()],
            help="load only these translations, for example: de ar (default: all)",
        )
        parser.add_argument(
            "--only",
            nargs="+",
            metavar="PATTERN",
            default=["*"],
            help="translate only these documents, for example: pages/* treatments/mesotherapy (default: all)",
        )

    def handle(self, *args: Any, **options: Any) -> None:
        """Load everything that is asked for, or say in a sentence what stopped the load."""
        if env.database_url and not (options["into_database_url"] or env.load_demo):
            raise CommandError(
                "The database is given by DATABASE_URL, and the demo brings accounts whose passwords "
                "everybody knows. If that is what you want, add --into-database-url."
            )
        # Wagtail reports every revision; here only what the command itself says is of interest.
        reports = logging.getLogger("wagtail")
        level = reports.level
        reports.setLevel(logging.WARNING)
        try:
            self._load(options["languages"], options["only"], again=options["reset"])
        except DemoContentError as reason:
            raise CommandError(str(reason)) from reason
        finally:
            reports.setLevel(level)

    def _load(self, languages: Collection[str], patterns: Collection[str], *, again: bool) -> None:
        require_free_site()
        for language in all_languages():
            Locale.objects.get_or_create(language_code=language.code)
        user, library = load_accounts(), Library()
        for account in accounts():
            self.stdout.write(f"{account['role']}: {account['username']} / {account['password']}")
        self.stdout.write(f"Pictures: {load_pictures(library)} new. Sources: {load_sources(library)} new.")
        place_pages(library)
        open_site(library)
        recalled = set(Recall.objects.filter(lifted_at__isnull=True).values_list("content_id", flat=True))
        everything = [document for document, _kind in documents() if content_id(document) not in recalled]
        wanted = {document for pattern in patterns for document in fnmatch.filter(everything, pattern)}
        # English is always whole: its pages link to each other.
        self._each(SOURCE_LANGUAGE, everything, partial(write, library=library, user=user, again=again))
        # The translations in the files were made for the English text of the files.
        fitting = wanted if again else wanted - changed_originals()
        for code in (language.code for language in all_languages()):
            if code in languages and code != SOURCE_LANGUAGE:
                step = partial(translate, code=code, library=library, user=user, again=again)
                self._each(code, fitting, step)
        # Writing everything again undoes the states of all English texts.
        concerned = set(everything) if again else wanted
        new = load_states({SOURCE_LANGUAGE, *languages}, concerned, library, again=again)
        self.stdout.write(f"States to look at (demo/states.yaml): {new} new.")
        self.stdout.write(f"Reviews: {load_reviews({SOURCE_LANGUAGE, *languages})} new.")
        self.stdout.write(f"Messages of visitors (demo/messages.yaml): {load_messages(languages)} new.")

    def _each(self, code: str, wanted: Collection[str], step: Callable[[str, Kind], bool]) -> None:
        """Take a step for every wanted document that has a file in the language, and report."""
        found = [
            (document, kind)
            for document, kind in documents()
            if document in wanted and path_of(document, code).exists()
        ]
        self.stdout.write(f"{code}: {len(found)} documents …")
        new = there = 0
        for document, kind in found:
            try:
                changed = step(document, kind)
            except DemoContentError as reason:
                raise DemoContentError(f"{path_of(document, code)}:\n{reason}") from reason
            new, there = new + changed, there + (not changed)
        self.stdout.write(f"{code}: {new} loaded, {there} left alone.")
