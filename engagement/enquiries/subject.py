"""Which page is an enquiry about?"""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from localization.languages import Language
from publishing.models import Document, Status


@dataclass(frozen=True, slots=True)
class Subject:
    """A public page: its content id, title and path."""

    content_id: UUID
    title: str
    path: str


def subject_of(about: str, spoken: Language) -> Subject | None:
    """Return the public page whose content id ``about`` is, in a language; ``None`` if there is none."""
    try:
        content_id = UUID(about)
    except ValueError:
        return None
    found = Document.objects.filter(content_id=content_id, locale=spoken.code, status=Status.LIVE)
    row = found.exclude(path=None).values_list("title", "path").first()
    return None if row is None else Subject(content_id, str(row[0]), str(row[1]))
