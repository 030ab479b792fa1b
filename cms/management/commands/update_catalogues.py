"""Bring the gettext catalogues up to date with the sources."""

from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand

from cms.messages import catalogue_path, merged, project_messages


class Command(BaseCommand):
    """Write ``locale/*/LC_MESSAGES/django.po`` anew, with the translations that there are."""

    help = "Collects the texts that visitors see into the catalogue of every language, and compiles them."
    requires_system_checks: list[str] = []

    def handle(self, *args: Any, **options: Any) -> None:
        """Write the catalogues, and say of each how many texts it still lacks."""
        messages = project_messages()
        for code, name in settings.LANGUAGES:
            if code == settings.LANGUAGE_CODE:
                continue  # The sources are in this language.
            path = catalogue_path(settings.LOCALE_PATHS[0], code)
            catalogue = merged(path, code, messages)
            path.parent.mkdir(parents=True, exist_ok=True)
            catalogue.save(str(path))
            missing = len(catalogue.untranslated_entries())
            self.stdout.write(f"{name}: {len(catalogue)} texts, {missing} of them not translated yet.")
        call_command("compile_catalogues", stdout=self.stdout)
