"""How does a signature come to be? The one way for the screen, the demo content and any script."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.log_actions import log
from wagtail.models import Revision

from localization.permissions.languages import languages_for
from localization.provenance import provenance_of
from localization.review.models import ReviewOverride, ReviewSignature
from localization.review.rules import due_after, rules
from localization.review.served import Served, served_of
from localization.review.signals import review_changed
from localization.review.signers import Signer, signer_of
from localization.review.snapshot import Snapshot, is_wording_only, snapshots_of
from localization.sections import section_label

SIGN, OVERRIDE = "localization.sign_review", "localization.override_review"


class SigningRefused(Exception):
    """Raised when something cannot be signed; its text is a sentence for the person who asked."""


def may(user: Any, permission: str, code: str) -> bool:
    """Say whether ``user`` has ``SIGN`` or ``OVERRIDE`` in the language ``code``."""
    codes = languages_for(user, permission)
    return codes is None or code in codes


@dataclass(slots=True)
class Sheet:
    """A revision as it lies before a reviewer."""

    revision: Revision
    served: Served
    snapshots: dict[str, Snapshot]
    unfinished: frozenset[str]

    @property
    def instance(self) -> Any:
        """The object as readers would get it."""
        return self.served.instance

    @property
    def code(self) -> str:
        """The code of its language."""
        return str(self.instance.locale.language_code)

    @property
    def seen(self) -> dict[str, str]:
        """What a form sends back of each section."""
        return {kind: snapshot.seen for kind, snapshot in self.snapshots.items()}


def sheet_of(revision: Revision) -> Sheet:
    """Return what there is to sign of a revision; ``unfinished`` are sections that lack a translation."""
    served = served_of(revision.as_object())
    rows = [] if served.is_source else provenance_of(revision)
    known = {row.section for row in rows if not row.missing}
    kinds = {section.kind for section in type(served.instance).SECTIONS}
    unfinished = frozenset() if served.is_source else frozenset(kinds - known)
    return Sheet(revision, served, snapshots_of(served), unfinished)


def sign(sheet: Sheet, seen: Mapping[str, str], user: Any, at: dt.datetime | None = None) -> None:
    """Sign sections of a revision.

    Args:
        sheet: the revision as it is now.
        seen: what the reviewer had on the screen: ``Sheet.seen`` of the sections that are signed.
        user: the reviewer, who must be linked to a public medical professional.
        at: when it was signed, if not now (the demo content).

    Raises:
        SigningRefused: when the user may not, a section has changed meanwhile or is not fully translated.
    """
    signer = _allowed(sheet, user)
    signed_at, known = at or timezone.now(), rules()
    rows = [
        ReviewSignature(
            **_what(sheet, snapshot),
            source_digest=snapshot.source_digest,
            content={**snapshot.content(), "signer": signer.name},
            reviewer=user,
            person=signer.person,
            signed_at=signed_at,
            due_at=due_after(signed_at, known[snapshot.section.kind].months),
        )
        for snapshot in _chosen(sheet, seen)
    ]
    with transaction.atomic():
        ReviewSignature.objects.bulk_create(rows)
        _tell(sheet, "localization.review.sign", user, seen, name=signer.name)


def carry_over(sheet: Sheet, seen: Mapping[str, str], user: Any) -> None:
    """Let the latest signature of each section stand for what only the wording of has changed since.

    Date, due date, reviewer and person stay those of the signature; ``user`` is on record.

    Raises:
        SigningRefused: as ``sign`` does, and when more than the wording has changed or the review is overdue.
    """
    signer = _allowed(sheet, user)
    rows = []
    for snapshot in _chosen(sheet, seen):
        earlier = latest_signature(sheet, snapshot.section.kind)
        if earlier is None or not can_carry_over(earlier, snapshot):
            raise SigningRefused(
                _(
                    "More than the wording of “%(section)s” has changed, or its review is overdue. "
                    "Sign it anew."
                )
                % {"section": section_label(type(sheet.instance), snapshot.section.kind)}
            )
        kept = ("reviewer", "person", "signed_at", "due_at")
        rows.append(
            ReviewSignature(
                **_what(sheet, snapshot),
                source_digest=snapshot.source_digest,
                content={**snapshot.content(), "signer": earlier.content["signer"]},
                **{name: getattr(earlier, name) for name in kept},
                carried_from=earlier,
                carried_by=user,
            )
        )
    with transaction.atomic():
        ReviewSignature.objects.bulk_create(rows)
        _tell(sheet, "localization.review.carry_over", user, seen, name=signer.name)


def override(sheet: Sheet, seen: Mapping[str, str], user: Any, reason: str) -> None:
    """Let sections be published although nobody has signed them.

    Raises:
        SigningRefused: when the user may not, gives no reason, or a section has changed meanwhile.
    """
    if not may(user, OVERRIDE, sheet.code):
        raise SigningRefused(_("You may not let this be published without a review."))
    if not reason.strip():
        raise SigningRefused(_("Say why this has to be published before it is reviewed."))
    with transaction.atomic():
        ReviewOverride.objects.bulk_create(
            ReviewOverride(**_what(sheet, snapshot), reason=reason.strip(), user=user)
            for snapshot in _chosen(sheet, seen, finished=False)
        )
        _tell(sheet, "localization.review.override", user, seen, reason=reason.strip())


def latest_signature(sheet: Sheet, kind: str) -> ReviewSignature | None:
    """Return the last signature of a section in this language, whatever it was that was signed."""
    rows = ReviewSignature.objects.filter(
        content_id=sheet.instance.translation_key, locale=sheet.code, section=kind
    )
    return rows.order_by("-id").first()


def can_carry_over(earlier: ReviewSignature, snapshot: Snapshot) -> bool:
    """Say whether an earlier signature may be carried over to what is there now."""
    moved = (earlier.text_digest, earlier.value_digest) != (snapshot.text_digest, snapshot.value_digest)
    return moved and timezone.now() < earlier.due_at and is_wording_only(earlier.content, snapshot)


def _allowed(sheet: Sheet, user: Any) -> Signer:
    if not may(user, SIGN, sheet.code):
        raise SigningRefused(_("You may not review in this language."))
    signer = signer_of(user)
    if signer is None:
        raise SigningRefused(
            _(
                "Your account is not linked to a medical professional whom readers can see. Ask an "
                "administrator to link it (menu “Settings”, “Reviewer accounts”)."
            )
        )
    return signer


def _chosen(sheet: Sheet, seen: Mapping[str, str], *, finished: bool = True) -> list[Snapshot]:
    """Return the snapshots of the sections in ``seen``, if they are still what was seen."""
    chosen = [snapshot for kind, snapshot in sheet.snapshots.items() if kind in seen]
    model = type(sheet.instance)
    if not chosen:
        raise SigningRefused(_("Choose at least one section."))
    for snapshot in chosen:
        name = {"section": section_label(model, snapshot.section.kind)}
        if seen[snapshot.section.kind] != snapshot.seen:
            raise SigningRefused(
                _("“%(section)s” has been changed since you opened it. Read it again, then sign.") % name
            )
        if finished and snapshot.section.kind in sheet.unfinished:
            raise SigningRefused(_("“%(section)s” is not fully translated yet.") % name)
    return chosen


def _what(sheet: Sheet, snapshot: Snapshot) -> dict[str, Any]:
    return {
        "content_id": sheet.instance.translation_key,
        "locale": sheet.code,
        "section": snapshot.section.kind,
        "text_digest": snapshot.text_digest,
        "value_digest": snapshot.value_digest,
        "revision": sheet.revision,
    }


def _tell(sheet: Sheet, action: str, user: Any, kinds: Iterable[str], **data: str) -> None:
    """Write the act to the audit log, and let what readers see follow."""
    sections = [kind for kind in sheet.snapshots if kind in set(kinds)]
    log(
        instance=sheet.instance,
        action=action,
        user=user,
        revision=sheet.revision,
        data={"sections": sections, "language": sheet.code, **data},
    )
    review_changed.send(
        sender=type(sheet.instance), content_id=sheet.instance.translation_key, locale=sheet.code
    )
