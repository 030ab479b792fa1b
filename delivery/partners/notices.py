"""Which holders of keys have taken notice of a recall, and which have not?

Asked is every key that was valid when the content was recalled, in the languages of its scope in which
readers had it. A key that synchronises is asked in the languages that it synchronises, and answers by coming
with a token from after the recall; any other answers by an acknowledgement, which counts for all languages.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from uuid import UUID

from delivery.partners.models import ApiKey, RecallNotice, SyncPosition
from localization.languages import position
from publishing.models import Document, Recall


@dataclass(frozen=True, slots=True)
class Standing:
    """How it stands between one key and one recall.

    Attributes:
        recall: the recall.
        key: the key, with its partner.
        asked: codes of the languages in which the key is asked, in the site's order.
        noticed: when its feed was read beyond the recall, by language.
        acknowledged_at: when it was acknowledged as a whole.
    """

    recall: Recall
    key: ApiKey
    asked: tuple[str, ...]
    noticed: dict[str, dt.datetime] = field(default_factory=dict)
    acknowledged_at: dt.datetime | None = None

    @property
    def open(self) -> tuple[str, ...]:
        """Return the languages of which no notice was taken yet."""
        if self.acknowledged_at is not None:
            return ()
        return tuple(code for code in self.asked if code not in self.noticed)

    @property
    def since(self) -> dt.datetime | None:
        """Return since when notice has been taken of all of it, ``None`` while something is open."""
        if self.open:
            return None
        ways = [] if self.acknowledged_at is None else [self.acknowledged_at]
        if all(code in self.noticed for code in self.asked):
            ways.append(max(self.noticed[code] for code in self.asked))
        return min(ways)


def standings(recalls: Sequence[Recall], key: int | None = None) -> list[Standing]:
    """Return how it stands with every key that is asked, or with one; recalls in their order.

    Four queries, however many there are.
    """
    keys = ApiKey.objects.select_related("partner").filter(**({} if key is None else {"pk": key}))
    languages = _languages_of({recall.content_id for recall in recalls})
    synced = defaultdict(set)
    for pk, locale in SyncPosition.objects.filter(key__in=keys).values_list("key_id", "locale"):
        synced[pk].add(locale)
    taken: dict[tuple[int, int], dict[str, dt.datetime]] = defaultdict(dict)
    for notice in RecallNotice.objects.filter(recall__in=recalls, key__in=keys):
        taken[notice.recall_id, notice.key_id][notice.locale] = notice.at
    found = []
    everyone = list(keys)
    for recall in recalls:
        types, codes = languages.get(recall.content_id, ("", set()))
        for one in everyone:
            asked = _asked(one, recall, types, codes, synced[one.pk])
            if asked:
                noticed = dict(taken.get((recall.pk, one.pk), {}))
                whole = noticed.pop("", None)
                found.append(Standing(recall, one, asked, noticed, whole))
    return found


def standing_recalls() -> list[Recall]:
    """Return the recalls that stand, the newest first. One query."""
    return list(Recall.objects.filter(lifted_at=None).order_by("-recalled_at", "-pk"))


def acknowledge(standing: Standing, now: dt.datetime) -> Standing:
    """Record that the holder of a key has taken notice of a recall; the first time counts."""
    notice, _made = RecallNotice.objects.get_or_create(
        key=standing.key,
        recall=standing.recall,
        locale="",
        defaults={"how": RecallNotice.How.ACKNOWLEDGED, "at": now},
    )
    return Standing(standing.recall, standing.key, standing.asked, standing.noticed, notice.at)


def _languages_of(contents: set[UUID]) -> dict[UUID, tuple[str, set[str]]]:
    """Return the type and the languages in which each content was ever public."""
    found: dict[UUID, tuple[str, set[str]]] = {}
    rows = Document.objects.filter(content_id__in=contents, sequence__isnull=False)
    for content_id, document_type, locale in rows.values_list("content_id", "type", "locale"):
        found.setdefault(content_id, (document_type, set()))[1].add(locale)
    return found


def _asked(
    key: ApiKey, recall: Recall, document_type: str, codes: set[str], synced: set[str]
) -> tuple[str, ...]:
    then = recall.recalled_at
    ends = [end for end in (key.revoked_at, key.expires_at) if end is not None]
    if key.created_at > then or any(end <= then for end in ends):
        return ()
    if key.types and document_type not in key.types:
        return ()
    open_to = codes & set(key.languages) if key.languages else codes
    return tuple(sorted(open_to & synced or open_to, key=position))
