"""Which roles does a new installation have, and which rights does each of them bring?"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Literal

from django.apps import apps
from django.conf import settings
from wagtail.models import TranslatableMixin
from wagtail.snippets.models import get_snippet_models

EDITORS = "Editors"
REVIEWERS = "Medical reviewers"
# Wagtail's own group: here it moderates what visitors send in, and neither writes nor publishes pages.
MODERATORS = "Moderators"


@dataclass(frozen=True)
class Right:
    """One permission, like ``wagtailcore.change_page``.

    ``scope`` says what for: the whole ``site``, all ``pages``, or all images and documents (``library``).
    """

    scope: Literal["site", "pages", "library"]
    permission: str


ACCEPT_FINDINGS = Right("site", "localization.accept_finding")
ADMIN = Right("site", "wagtailadmin.access_admin")
# Withdraws content in all languages at once, and lifts that again.
RECALL = Right("site", "publishing.recall")


def translators(code: str) -> str:
    """Return the name of the group that translates into the language ``code``."""
    return f"Translators ({dict(settings.LANGUAGES)[code]})"


def roles() -> dict[str, list[Right]]:
    """Return the rights of every role. Where a translator may change pages depends on their language."""
    everything = get_snippet_models()
    translated = [model for model in everything if issubclass(model, TranslatableMixin)]
    described = {
        EDITORS: [
            ADMIN,
            RECALL,
            Right("site", "wagtail_localize.submit_translation"),
            ACCEPT_FINDINGS,
            *[
                Right("site", f"localization.{action}_termpair")
                for action in ("add", "change", "delete", "view")
            ],
            *_pages("add", "change", "publish", "bulk_delete", "lock", "unlock"),
            *_snippets(everything, ("add", "change", "delete", "view", "publish", "lock", "unlock")),
            *_library("add", "change", "delete", "choose"),
        ],
        # They read drafts, sign them, hold a page, take it offline and recall it, but write nothing.
        REVIEWERS: [
            ADMIN,
            RECALL,
            ACCEPT_FINDINGS,
            Right("site", "localization.sign_review"),
            *_pages("publish", "lock", "unlock"),
            *_snippets(everything, ("view",)),
        ],
        MODERATORS: [ADMIN, *_of_moderators()],
    }
    for code in dict(settings.LANGUAGES):
        described[translators(code)] = [
            ADMIN,
            *_snippets(translated, ("change", "view", "publish")),
            # Whoever may add a file may change and delete their own, and no other.
            *_library("add", "choose"),
        ]
    return described


def _of_moderators() -> Iterable[Right]:
    """Return what the apps themselves say: this one knows none of those that take in messages."""
    return [
        Right("site", permission)
        for config in apps.get_app_configs()
        for permission in getattr(config, "moderators_may", ())
    ]


def _pages(*actions: str) -> Iterable[Right]:
    return [Right("pages", f"wagtailcore.{action}_page") for action in actions]


def _snippets(models: list[Any], actions: Iterable[str]) -> Iterable[Right]:
    return [
        Right("site", f"{model._meta.app_label}.{action}_{model._meta.model_name}")
        for model in models
        for action in actions
    ]


def _library(*actions: str) -> Iterable[Right]:
    return [
        Right("library", f"{app}.{action}_{kind}")
        for app, kind in (("wagtailimages", "image"), ("wagtaildocs", "document"))
        for action in actions
    ]
