"""What have visitors of the demo written? Kept as if it had come, so many days before the load.

Mails are written when a message is received, so none is written here.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Collection
from typing import Any

import yaml
from django.conf import settings
from django.contrib.auth import get_user_model
from django.db import transaction
from django.utils import timezone, translation

from cms.demo_content.kinds import FOLDER, SOURCE_LANGUAGE
from cms.demo_content.library import content_id
from cms.models import Moment, record
from engagement.comments.moderation import DECISIONS, answer, decide
from engagement.enquiries.consent import consent_words
from engagement.models import Comment, Enquiry
from localization.languages import language
from publishing.frame import frame_of
from publishing.models import Document, Status

# Whoever decides about comments.
MODERATOR = "moderator"


def messages() -> dict[str, list[dict[str, Any]]]:
    """Return what demo/messages.yaml says: ``comments`` and ``enquiries``."""
    found: dict[str, list[dict[str, Any]]] = yaml.safe_load(
        (FOLDER / "messages.yaml").read_text(encoding="utf-8")
    )
    return found


def load_messages(languages: Collection[str]) -> int:
    """Keep the messages in English and these languages that were never loaded; return how many are new."""
    written, new = messages(), 0
    kinds: list[tuple[str, Callable[[dict[str, Any], str], None]]] = [
        ("comments", _comment),
        ("enquiries", _enquiry),
    ]
    for kind, keep in kinds:
        for entry in written[kind]:
            name, title = f"demo {kind} {entry['name']}", _title(entry)
            spoken = entry["language"] in {SOURCE_LANGUAGE, *languages}
            if not spoken or title is None or Moment.objects.filter(name=name).exists():
                continue
            with transaction.atomic():
                keep(entry, title)
                record(name, timezone.now())
            new += 1
    return new


def _title(entry: dict[str, Any]) -> str | None:
    """Return the title of the page that a message is about, ``None`` if nobody can have read that page."""
    if "document" not in entry:
        return ""
    rows = Document.objects.filter(content_id=content_id(entry["document"]), locale=entry["language"])
    return rows.filter(status=Status.LIVE).values_list("title", flat=True).first()


def _comment(entry: dict[str, Any], about: str) -> None:
    comment = Comment.objects.create(
        content_id=content_id(entry["document"]),
        locale=entry["language"],
        about=about,
        name=entry["from"],
        text=entry["text"],
        suspicions=entry.get("suspicions", []),
        received_at=_at(entry),
    )
    user = get_user_model().objects.get(username=MODERATOR)
    if entry.get("state") in DECISIONS:
        decide([comment], entry["state"], user)
    if "answer" in entry:
        said = entry["answer"]
        reply = answer(comment, said["text"], said["from"], user)
        thread = Comment.objects.filter(pk__in=(comment.pk, reply.pk))
        thread.update(decided_at=_at(said))
        thread.filter(pk=reply.pk).update(received_at=_at(said))


def _enquiry(entry: dict[str, Any], about: str) -> None:
    code, received = entry["language"], _at(entry)
    assignee = entry.get("assigned_to")
    with translation.override(code):
        consent = consent_words(frame_of(language(code))["organisation"])
    Enquiry.objects.create(
        received_at=received,
        keep_until=received + dt.timedelta(days=settings.ENQUIRY_RETENTION_DAYS),
        content_id=content_id(entry["document"]) if about else None,
        about=about,
        language=code,
        preferred_language=code,
        name=entry["from"],
        message=entry["text"],
        consent=consent,
        assignee=get_user_model().objects.get(username=assignee) if assignee else None,
        **{name: entry.get(name, "") for name in ("email", "phone", "status", "note")},
    )


def _at(entry: dict[str, Any]) -> dt.datetime:
    return timezone.now() - dt.timedelta(days=entry["days_ago"])
