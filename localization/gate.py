"""May this revision be published, and if not, what has to be done first?

One function for every door. It never raises and never writes: the wall (``publishing.wall``) acts on it,
the store asks it again for whatever came in by another way, and the admin shows what it finds.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any, Literal

from django.utils.text import Truncator
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from localization.editions import editions_of
from localization.freshness import decision_of
from localization.policy import policies
from localization.provenance import inherited, provenance_of
from localization.quality.findings import quality_findings
from localization.sections import Sectioned, section_label
from localization.source import is_source, siblings, translation_source

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from wagtail.models import Revision

    from localization.editions import Edition
    from localization.models import Policy, RevisionProvenance

Severity = Literal["refuse", "warn"]

# The rule that a policy of “block” adds: it stands against publishing again, not against what is live.
BEHIND = "behind"


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that stands against publishing.

    ``section`` and ``field`` (a content path) say where, ``rule`` is a stable identifier, ``message`` a
    sentence that says what to do. ``digest`` names the texts it is about, where a person may accept it for
    exactly these texts (``localization.quality.acceptance``).
    """

    section: str
    field: str
    rule: str
    message: str
    severity: Severity = "refuse"
    digest: str = ""

    def as_dict(self) -> dict[str, str]:
        """Return plain data for a log or a JSON column."""
        return asdict(self)


def gate(revision: Revision) -> list[Finding]:
    """Return everything that stands against publishing ``revision``; an empty list lets it through."""
    instance: Any = revision.as_object()
    if not isinstance(instance, Sectioned):
        return []
    found, held = list(instance.findings()), set[str]()
    if is_source(instance):
        found += [_missing(row, type(instance)) for row in inherited(revision) if row.missing]
    else:
        added, held = _translation_findings(revision, instance)
        found += added
    # The reviews' own module needs Finding.
    from localization.review.findings import review_findings

    # Of a section that is held, readers get nothing of this revision that anybody could sign.
    return found + [review for review in review_findings(instance) if review.section not in held]


def refuses(findings: Iterable[Finding]) -> bool:
    """Say whether any of the findings is a reason not to publish."""
    return bool(reasons(findings))


def reasons(findings: Iterable[Finding]) -> list[Finding]:
    """Return the findings for which something is refused, without those that only warn."""
    return [finding for finding in findings if finding.severity == "refuse"]


def _translation_findings(revision: Revision, instance: Any) -> tuple[list[Finding], set[str]]:
    """Return what stands against a translation, and the sections of which readers keep an earlier text."""
    source = translation_source(instance.translation_key, instance.locale.language_code)
    if source is None:
        message = _(
            "Nobody can tell what this was translated from. Send the original to translation and translate "
            "it there."
        )
        return [Finding("", "", "no_source", message)], set()
    edition = editions_of(siblings(instance))[instance.locale.language_code]
    rows = provenance_of(revision)
    if edition.source.live is None:
        unpublished = Finding(
            "", "", "source_not_live", _("The original is not published. Publish it first.")
        )
        return [unpublished, *(_missing(row, type(instance)) for row in rows if row.missing)], set()
    changed = policies()
    found = [finding for row in rows for finding in section_findings(edition, row, changed)]
    found += quality_findings(instance, source, {path for row in rows for path in row.missing})
    incomplete = [row for row in rows if row.missing]
    return found, {row.section for row in incomplete if decision_of(edition, row, changed).shown == "held"}


def section_findings(
    edition: Edition, row: RevisionProvenance, changed: Mapping[str, Policy]
) -> Iterator[Finding]:
    """Give what stands against publishing one section of a translation whose original is live."""
    model, publish = type(edition.row), decision_of(edition, row, changed).publish
    if row.missing:
        yield _missing(row, model) if not publish else _incomplete(row, model)
    elif not publish:
        message = _(
            "The original of the section “%(section)s” has changed since it was translated. Translate the "
            "change, then publish again."
        ) % {"section": section_label(model, row.section)}
        yield Finding(row.section, "", BEHIND, message)


def _incomplete(row: RevisionProvenance, model: type) -> Finding:
    count = len(row.missing)
    message = ngettext(
        "%(count)d text of the section “%(section)s” is not translated and confirmed by a person. Readers "
        "do not get it in this language.",
        "%(count)d texts of the section “%(section)s” are not translated and confirmed by a person. Readers "
        "do not get them in this language.",
        count,
    ) % {"count": count, "section": section_label(model, row.section)}
    return Finding(row.section, row.missing[0], "not_translated", message, "warn")


def _missing(row: RevisionProvenance, model: type) -> Finding:
    count = len(row.missing)
    message = ngettext(
        "%(count)d text of the section “%(section)s” is not translated and confirmed by a person. "
        "Translate it, then publish again.",
        "%(count)d texts of the section “%(section)s” are not translated and confirmed by a person. "
        "Translate them, then publish again.",
        count,
    ) % {"count": count, "section": section_label(model, row.section)}
    return Finding(row.section, row.missing[0], "not_translated", Truncator(message).chars(300))
