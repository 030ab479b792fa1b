"""How does an operator give a partner a key without the admin?  ``manage.py issue_key``."""

from __future__ import annotations

from argparse import ArgumentParser
from typing import Any

from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError
from django.core.validators import validate_email
from django.db import transaction
from django.utils.dateparse import parse_datetime

from delivery.collections import served_types
from delivery.partners.models import ApiKey, Partner
from delivery.partners.secrets import issue
from localization.languages import UnknownLanguage, language


class Command(BaseCommand):
    """Prints the key, once."""

    help = "Issue a key to the content API and print it. It cannot be shown again."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Declare the options."""
        parser.add_argument("partner", help="name of the partner; one that is new is made")
        parser.add_argument("--name", default="API", help="what the key is for (default: %(default)s)")
        parser.add_argument("--email", default="", help="contact of a new partner, reminded of recalls")
        parser.add_argument("--languages", nargs="*", default=[], metavar="TAG", help="default: all")
        parser.add_argument("--types", nargs="*", default=[], metavar="TYPE", help="default: all")
        parser.add_argument("--drafts", action="store_true", help="it may open links to drafts")
        parser.add_argument("--expires", default="", metavar="TIME", help="such as 2027-12-31T23:59:00+00:00")

    @transaction.atomic
    def handle(self, *args: Any, **options: Any) -> None:
        """Make the key, or say in a sentence what is wrong."""
        partner = self._partner(options["partner"], options["email"])
        unknown = set(options["types"]) - set(served_types())
        if unknown:
            raise CommandError(
                f"There is no type {sorted(unknown)[0]}. There are: {', '.join(served_types())}."
            )
        try:
            codes = [language(tag).code for tag in options["languages"]]
        except UnknownLanguage as error:
            raise CommandError(f"The site has no language {error.wanted}.") from error
        expires = parse_datetime(options["expires"]) if options["expires"] else None
        if options["expires"] and (expires is None or expires.tzinfo is None):
            raise CommandError("--expires must be a time with its zone, such as 2027-12-31T23:59:00+00:00.")
        key = ApiKey(
            partner=partner,
            name=options["name"],
            languages=codes,
            types=sorted(options["types"]),
            drafts=options["drafts"],
            expires_at=expires,
        )
        text = issue(key)
        key.save()
        self.stdout.write(text)

    def _partner(self, name: str, email: str) -> Partner:
        found = Partner.objects.filter(name=name).first()
        if found is not None:
            return found
        try:
            validate_email(email)
        except ValidationError as error:
            raise CommandError(f"The partner {name} is new: give --email, who is written to.") from error
        return Partner.objects.create(name=name, contact_email=email)
