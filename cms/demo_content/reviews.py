"""Which pages of the demo have been reviewed? Signed as on the screen, so many days before the load."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterator
from typing import Any

import yaml
from django.contrib.auth import get_user_model
from django.db import transaction
from django.utils import timezone

from cms.demo_content.accounts import accounts
from cms.demo_content.kinds import FOLDER, SOURCE_LANGUAGE, row_of
from cms.demo_content.library import content_id
from cms.demo_content.reading import DemoContentError
from localization.review.models import ReviewSignature
from localization.review.rules import reviewed_types
from localization.review.signing import SigningRefused, sheet_of, sign
from localization.source import is_live
from people.models import Person, ReviewerAccount


def load_reviews(languages: Collection[str]) -> int:
    """Sign what demo/reviews.yaml names in these languages, unless somebody has signed it; return how many.

    Raises:
        DemoContentError: when a page cannot be signed.
    """
    reviewer, signed = _reviewer(), 0
    for entry in yaml.safe_load((FOLDER / "reviews.yaml").read_text(encoding="utf-8")):
        for row in _rows(entry, languages):
            try:
                _sign(row, entry, reviewer)
            except SigningRefused as reason:
                raise DemoContentError(f"{entry['document']} cannot be signed: {reason}") from reason
            signed += 1
    return signed


def _reviewer() -> Any:
    """Link the reviewer's account to its person, and return the account."""
    entry = next(account for account in accounts() if "signs_as" in account)
    user = get_user_model().objects.get(username=entry["username"])
    person: Any = row_of(Person, content_id(entry["signs_as"]), SOURCE_LANGUAGE)
    ReviewerAccount.objects.get_or_create(user=user, defaults={"person": person})
    return user


def _rows(entry: dict[str, Any], languages: Collection[str]) -> Iterator[Any]:
    """Yield what is public of a document in the wanted languages, and was never signed."""
    key = content_id(entry["document"])
    signed = set(ReviewSignature.objects.filter(content_id=key).values_list("locale", flat=True))
    for model in reviewed_types():
        for row in model.objects.filter(translation_key=key).select_related("locale").order_by("pk"):
            code = row.locale.language_code
            wanted = code in languages and code in entry.get("languages", [code])
            if wanted and code not in signed and is_live(row):
                yield row


@transaction.atomic
def _sign(row: Any, entry: dict[str, Any], reviewer: Any) -> None:
    """Sign the page as it is, or a draft of it with earlier values, which is then put right again."""
    earlier = entry.get("earlier", {})
    now = {name: getattr(row, name) for name in earlier}
    sheet = sheet_of(_draft(row, earlier) if earlier else row.live_revision)
    sign(sheet, sheet.seen, reviewer, timezone.now() - dt.timedelta(days=entry["days_ago"]))
    if earlier:
        _draft(row, now).publish()


def _draft(row: Any, values: dict[str, Any]) -> Any:
    for name, value in values.items():
        setattr(row, name, value)
    return row.save_revision()
