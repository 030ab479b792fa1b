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

from localization.provenance import inherited, provenance_of
from localization.quality.findings import quality_findings
from localization.sections import Sectioned, section_label
from localization.source import is_source, is_source_live, translation_source

if TYPE_CHECKING:
    from collections.abc import Iterable

    from wagtail.models import Revision

    from localization.models import RevisionProvenance

Severity = Literal["refuse", "warn"]


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
    found = list(instance.findings())
    if is_source(instance):
        found += [_missing(row, type(instance)) for row in inherited(revision) if row.missing]
    else:
        found += _translation_findings(revision, instance)
    return found


def refuses(findings: Iterable[Finding]) -> bool:
    """Say whether any of the findings is a reason not to publish."""
    return any(finding.severity == "refuse" for finding in findings)


def _translation_findings(revision: Revision, instance: Any) -> list[Finding]:
    source = translation_source(instance.translation_key, instance.locale.language_code)
    if source is None:
        return [
            Finding(
                "",
                "",
                "no_source",
                _(
                    "Nobody can tell what this was translated from. Send the original to translation and "
                    "translate it there."
                ),
            )
        ]
    found = []
    if not is_source_live(instance):
        found.append(
            Finding("", "", "source_not_live", _("The original is not published. Publish it first."))
        )
    rows = provenance_of(revision)
    found += [_missing(row, type(instance)) for row in rows if row.missing]
    return found + quality_findings(instance, source, {path for row in rows for path in row.missing})


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
