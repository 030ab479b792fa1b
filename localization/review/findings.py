"""What does the gate find when a review is missing or overdue?

It warns or refuses, by the rule of the section. What somebody has let through by name is a warning.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.utils import timezone
from django.utils.translation import gettext as _

from localization.gate import Finding
from localization.review.models import ReviewOverride
from localization.review.rules import is_reviewed, rules
from localization.review.served import served_of
from localization.review.standing import Digests, Standing, digests_of, section_standing, signatures_of
from localization.sections import section_label

if TYPE_CHECKING:
    from localization.gate import Severity


def review_findings(instance: Any) -> list[Finding]:
    """Return a finding for each section of ``instance`` whose review is missing, void or overdue.

    A revision that has just been written is judged by its digests, so it can be signed as a draft.
    """
    if not is_reviewed(type(instance)):
        return []
    served = served_of(instance).instance
    code, content_id = served.locale.language_code, served.translation_key
    signatures, now, known = signatures_of(content_id), timezone.now(), rules()
    overridden = _overridden(content_id, code)
    found = []
    for kind, digests in digests_of(served).items():
        standing = section_standing(signatures.get((code, kind), []), digests, now)
        if standing.state != "valid":
            let_through = (kind, digests) in overridden
            severity: Severity = "warn" if let_through else known[kind].severity
            found.append(_finding(type(instance), kind, standing, severity))
    return found


def _overridden(content_id: Any, code: str) -> set[tuple[str, Digests]]:
    rows = ReviewOverride.objects.filter(content_id=content_id, locale=code)
    found = rows.values_list("section", "text_digest", "value_digest")
    return {(section, (text, value)) for section, text, value in found}


def _finding(model: type, kind: str, standing: Standing, severity: Severity) -> Finding:
    name = {"section": section_label(model, kind)}
    if standing.state == "overdue":
        return Finding(
            kind,
            "",
            "review_overdue",
            _("The medical review of “%(section)s” is overdue. Ask a medical reviewer to sign it again.")
            % name,
            severity,
        )
    text = (
        _("“%(section)s” has changed since its medical review. Ask a medical reviewer to sign it.")
        if standing.state == "voided"
        else _("“%(section)s” has not been medically reviewed. Ask a medical reviewer to sign it.")
    )
    return Finding(kind, "", "review_missing", text % name, severity)
