"""Which public medical professional is a user of the admin?"""

from __future__ import annotations

from typing import Any

from localization.review.signers import Signer
from localization.source import own_live_revision
from people.models import ReviewerAccount


def medical_professional(user: Any) -> Signer | None:
    """Return as whom ``user`` signs: the linked person, if what is public of them says that they may."""
    account = ReviewerAccount.objects.select_related("person").filter(user=user.pk).first()
    revision = own_live_revision(account.person) if account is not None else None
    if account is None or revision is None or not revision.content.get("is_medical"):
        return None
    return Signer(account.person.translation_key, account.person.full_name)
