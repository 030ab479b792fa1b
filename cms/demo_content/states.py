"""Which states does the demo show beside “current everywhere”? What demo/states.yaml says, each once."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

import yaml
from django.contrib.auth import get_user_model
from django.db import transaction
from django.utils import timezone

from cms.demo_content.acts import ACTS, Scene
from cms.demo_content.kinds import FOLDER, SOURCE_LANGUAGE, documents, row_of
from cms.demo_content.library import Library, content_id
from cms.demo_content.reading import DemoContentError
from cms.models import Moment, record

# Whoever acts: may write, publish, recall and accept findings in every language.
ACTOR = "editor"


def states() -> list[dict[str, Any]]:
    """Return the entries of demo/states.yaml."""
    found: list[dict[str, Any]] = yaml.safe_load((FOLDER / "states.yaml").read_text(encoding="utf-8"))
    return found


def load_states(languages: Collection[str], wanted: Collection[str], library: Library, *, again: bool) -> int:
    """Bring about the states of the wanted documents in these languages; return how many are new.

    Args:
        languages: codes that are loaded.
        wanted: documents such as ``treatments/microneedling``.
        library: what has been loaded.
        again: also those that were brought about before (the texts have been written again).

    Raises:
        DemoContentError: naming the state that could not be brought about.
    """
    user, new = get_user_model().objects.get(username=ACTOR), 0
    kinds = dict(documents())
    for entry in states():
        document = entry["document"]
        row = row_of(kinds[document].model, content_id(document), SOURCE_LANGUAGE)
        if document not in wanted or entry.get("language", SOURCE_LANGUAGE) not in languages or row is None:
            continue
        if was_brought_about(entry) and not again:
            continue
        new += _bring_about(entry, Scene(entry, kinds[document], row, library, user, again))
    return new


def was_brought_about(entry: dict[str, Any]) -> bool:
    """Say whether an act of demo/states.yaml has been done here."""
    return bool(Moment.objects.filter(name=_name(entry)).exists())


def changed_originals() -> set[str]:
    """Return the documents whose English text here is no longer that of its file, or no longer public.

    A translation that was made for the file no longer fits.
    """
    return {
        entry["document"]
        for entry in states()
        if ("change" in entry or "unpublish" in entry) and was_brought_about(entry)
    }


@transaction.atomic
def _bring_about(entry: dict[str, Any], scene: Scene) -> bool:
    [act] = [act for name, act in ACTS.items() if name in entry]
    try:
        done = act(scene)
    except DemoContentError as reason:
        raise DemoContentError(f"demo/states.yaml, “{entry['name']}”: {reason}") from reason
    if done:
        record(_name(entry), timezone.now())
    return done


def _name(entry: dict[str, Any]) -> str:
    return f"demo state {entry['name']}"
