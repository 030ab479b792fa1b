"""What stands between a page or snippet and its publication, in the order of its sections?"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from localization.checklist.addresses import field_url
from localization.gate import Finding, gate
from localization.models import AcceptedFinding
from localization.provenance import provenance_of
from localization.quality.check import unchecked
from localization.quality.findings import quality_findings, terms_between
from localization.quality.strings import Strings
from localization.sections import section_label
from localization.source import translation_source


@dataclass(frozen=True, slots=True)
class Item:
    """A finding, and where to put it right."""

    finding: Finding
    url: str

    @property
    def refuses(self) -> bool:
        """Whether nothing can be published because of it."""
        return self.finding.severity == "refuse"


@dataclass(frozen=True, slots=True)
class Group:
    """The findings of one section, under its name in the edit form."""

    id: str
    label: str
    items: list[Item]


def findings_of(instance: Any) -> list[Finding]:
    """Return all findings of what would be published next: the latest revision."""
    revision = instance.get_latest_revision()
    return [] if revision is None else gate(revision)


def grouped(instance: Any, findings: Iterable[Finding]) -> list[Group]:
    """Return the findings by section: first the sections in which something refuses.

    Otherwise in the order of the type's sections; what concerns all of it comes before them.
    """
    model = type(instance)
    kinds = ["", *(section.kind for section in model.SECTIONS)]
    found = list(findings)
    groups = []
    for kind in [*kinds, *dict.fromkeys(f.section for f in found if f.section not in kinds)]:
        own = [
            Item(finding, field_url(instance, finding.field)) for finding in found if finding.section == kind
        ]
        if own:
            own.sort(key=lambda item: not item.refuses)
            label = section_label(model, kind) if kind else _("All of it")
            groups.append(Group(f"section-{kind}", label, own))
    return sorted(groups, key=lambda group: not group.items[0].refuses)


def accepted_of(instance: Any) -> list[AcceptedFinding]:
    """Return the acceptances that are in force: of findings about the texts of the latest revision."""
    source = translation_source(instance.translation_key, instance.locale.language_code)
    revision = instance.get_latest_revision()
    if source is None or revision is None:
        return []
    unconfirmed = {path for row in provenance_of(revision) for path in row.missing}
    found = quality_findings(revision.as_object(), source, unconfirmed, accepted=True)
    current = {(finding.rule, finding.digest) for finding in found}
    rows = AcceptedFinding.objects.filter(
        content_id=instance.translation_key, locale=instance.locale.language_code
    ).select_related("accepted_by")
    return [row for row in rows if (row.rule, row.digest) in current]


def not_judged(instance: Any) -> list[str]:
    """Return the names of the rules that cannot judge the languages of a translation."""
    code = instance.locale.language_code
    source = translation_source(instance.translation_key, code)
    if source is None:
        return []
    spoken = source.locale.language_code
    specimen = Strings("", "", spoken, code, terms=terms_between(spoken, code))
    return [str(rule.label) for rule in unchecked(specimen)]
