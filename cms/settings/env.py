"""Which settings come from the environment? The only file that reads it; docs/operations.md explains each."""

import ipaddress
import os
from collections.abc import Mapping
from dataclasses import dataclass, fields
from string import Formatter
from typing import Self
from urllib.parse import urlsplit
from zoneinfo import available_timezones

LAST_HOUR = 23
LONGEST_DRAFT_LINK = 30 * 24
PARTS_OF_A_DRAFT_LINK = {"collection", "id", "locale", "token"}


class EnvironmentProblem(SystemExit):
    """A variable is missing or unusable. The message says what to set.

    A ``SystemExit``, so that a half-configured process ends with that sentence and no traceback.
    """


@dataclass(frozen=True, slots=True)
class Environment:
    """The environment, read once. The field ``secret_key`` is the variable ``SECRET_KEY``, and so on."""

    secret_key: str = ""
    allowed_hosts: tuple[str, ...] = ()
    public_base_url: str = ""
    database_url: str = ""
    redis_url: str = ""
    email_url: str = ""
    default_from_email: str = ""
    translation_mail_hour: int = 7
    translation_mail_time_zone: str = "UTC"
    state_dir: str = ""
    media_root: str = ""
    static_root: str = ""
    host: str = "127.0.0.1"
    port: int = 8000
    web_workers: int = 2
    answers_at_hand_mb: int = 32
    hsts_seconds: int = 3600
    webhooks_allow_private: bool = False
    api_anonymous: str = "read"
    api_anonymous_per_minute: int = 600
    api_key_per_minute: int = 1200
    api_key_per_day: int = 200_000
    api_cors_origins: tuple[str, ...] = ("*",)
    trusted_proxies: tuple[str, ...] = ()
    recall_reminders: bool = True
    copy_max_seconds: int = 604_800
    enquiry_retention_days: int = 180
    purge_http: tuple[str, ...] = ()
    purge_cloudflare_zone: str = ""
    purge_cloudflare_token: str = ""
    purge_cloudfront_distribution: str = ""
    draft_link_hours: int = 24
    draft_link_address: str = ""
    log_level: str = "INFO"
    load_demo: bool = False
    debug: bool = False

    @classmethod
    def read(cls, variables: Mapping[str, str]) -> Self:
        """Build the object from a mapping such as ``os.environ``.

        Raises:
            EnvironmentProblem: a variable has a value that cannot be understood.
        """
        found: dict[str, object] = {}
        for field in fields(cls):
            text = variables.get(field.name.upper(), "").strip()
            if text:
                found[field.name] = _parse(field.name.upper(), text, field.default)
        environment = cls(**found)  # type: ignore[arg-type]  # each value was parsed by the type of its default
        environment._validate()
        return environment

    def _validate(self) -> None:
        if self.public_base_url and not _is_base_url(self.public_base_url):
            raise EnvironmentProblem(
                f"PUBLIC_BASE_URL is {self.public_base_url!r}. "
                "Set it to scheme and host without a path, for example https://www.example.org."
            )
        if self.database_url and urlsplit(self.database_url).scheme not in {"postgres", "postgresql"}:
            raise EnvironmentProblem(
                "DATABASE_URL does not name a PostgreSQL database. "
                "Set it to an address like postgresql://user:password@host:5432/name."
            )
        for location in self.purge_http:
            if not _is_base_url(location):
                raise EnvironmentProblem(
                    f"PURGE_HTTP names {location!r}. "
                    "Set it to addresses of caches without a path, for example http://varnish:6081."
                )
        if bool(self.purge_cloudflare_zone) != bool(self.purge_cloudflare_token):
            raise EnvironmentProblem(
                "PURGE_CLOUDFLARE_ZONE and PURGE_CLOUDFLARE_TOKEN belong together. Set both or none."
            )
        if not 1 <= self.draft_link_hours <= LONGEST_DRAFT_LINK:
            raise EnvironmentProblem(
                f"DRAFT_LINK_HOURS is {self.draft_link_hours}. Set it to a number of hours from 1 to "
                f"{LONGEST_DRAFT_LINK} (30 days)."
            )
        if self.draft_link_address and not _is_draft_link_address(self.draft_link_address):
            raise EnvironmentProblem(
                f"DRAFT_LINK_ADDRESS is {self.draft_link_address!r}. Set it to an http or https address with "
                "{collection}, {id}, {locale} and {token} where these belong, and no other braces."
            )
        if self.translation_mail_hour > LAST_HOUR:
            raise EnvironmentProblem(
                f"TRANSLATION_MAIL_HOUR is {self.translation_mail_hour}. Set it to an hour from 0 to 23."
            )
        if self.translation_mail_time_zone not in available_timezones():
            raise EnvironmentProblem(
                f"TRANSLATION_MAIL_TIME_ZONE is {self.translation_mail_time_zone!r}. "
                "Set it to the name of a time zone, for example Europe/Berlin."
            )

        if self.api_anonymous not in {"read", "off"}:
            raise EnvironmentProblem(
                f"API_ANONYMOUS is {self.api_anonymous!r}. Set it to read (anybody may read the API) "
                "or off (only with a key)."
            )
        for text in self.trusted_proxies:
            if not _is_network(text):
                raise EnvironmentProblem(
                    f"TRUSTED_PROXIES has {text!r}. Name addresses or networks, for example 10.0.0.0/8."
                )
        for origin in self.api_cors_origins:
            if origin != "*" and not _is_base_url(origin):
                raise EnvironmentProblem(
                    f"API_CORS_ORIGINS has {origin!r}. Name scheme and host of each site without a path, "
                    "for example https://app.example.org, or * for all."
                )

    def require(self, **reasons: str) -> None:
        """Refuse to go on when one of the named fields is empty.

        Args:
            reasons: field name to the sentence that says what to set and why.

        Raises:
            EnvironmentProblem: with the sentences of all fields that are empty.
        """
        missing = [sentence for name, sentence in reasons.items() if not getattr(self, name)]
        if missing:
            raise EnvironmentProblem("\n".join(missing))


def _parse(name: str, text: str, default: object) -> object:
    """Read ``text`` as the type that ``default`` has."""
    if isinstance(default, bool):
        if text.lower() not in {"0", "1", "true", "false", "yes", "no"}:
            raise EnvironmentProblem(f"{name} is {text!r}. Set it to 1 or 0.")
        return text.lower() in {"1", "true", "yes"}
    if isinstance(default, int):
        if not text.isdigit():
            raise EnvironmentProblem(f"{name} is {text!r}. Set it to a whole number.")
        return int(text)
    if isinstance(default, tuple):
        return tuple(part.strip() for part in text.split(",") if part.strip())
    return text


def _is_base_url(text: str) -> bool:
    parts = urlsplit(text)
    return parts.scheme in {"http", "https"} and bool(parts.netloc) and not (parts.path or parts.query)


def _is_network(text: str) -> bool:
    try:
        ipaddress.ip_network(text)
    except ValueError:
        return False
    return True


def _is_draft_link_address(text: str) -> bool:
    try:
        names = {name for _text, name, _spec, _conversion in Formatter().parse(text) if name is not None}
    except ValueError:
        return False
    return text.startswith(("http://", "https://")) and names == PARTS_OF_A_DRAFT_LINK


env = Environment.read(os.environ)
