"""What do the quality checks say about a translation that is about to be published?

Every text of it is checked against the source text that it was made from: the one whose confirmed
translation it is, not the one that the source has by now (that it is behind is another matter). One query
for the translators' texts and one for the term pairs, whatever the page; one more for accepted findings
when there is a finding.
"""

from __future__ import annotations

import hashlib
from collections.abc import Collection
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, cast

from django.utils.text import Truncator
from django.utils.translation import gettext as _

from localization.models import AcceptedFinding, TermPair
from localization.provenance import confirmed_strings, label, without_link_numbers
from localization.quality.check import check
from localization.quality.strings import Issue, Strings
from localization.quality.terms import Term
from localization.quality.text import parse
from localization.sections import section_of
from localization.segments import same_text, segments_of

if TYPE_CHECKING:
    from localization.gate import Finding
    from localization.quality.terms import Kind


@dataclass(frozen=True, slots=True)
class Made:
    """A text of a translation at a content path, and the source text that it was made from."""

    path: str
    source: str
    target: str

    @property
    def digest(self) -> str:
        """The digest of both texts: what an accepted finding is bound to."""
        return hashlib.sha256(f"{self.source}\0{self.target}".encode()).hexdigest()


def quality_findings(
    instance: Any, source: Any, unconfirmed: Collection[str] = (), *, accepted: bool = False
) -> list[Finding]:
    """Return what the checks find in ``instance``, an object made from a revision of a translation.

    Args:
        instance: the translation.
        source: its TranslationSource.
        unconfirmed: the labels of texts that nobody has confirmed; they are not judged.
        accepted: return those that a person has accepted as well.
    """
    language, source_language = instance.locale.language_code, source.locale.language_code
    terms = terms_between(source_language, language)
    found = [
        _finding(made, section, issues)
        for made in texts_made(instance, source, unconfirmed)
        if (section := _section(instance, made.path)) is not None
        for issues in _by_rule(
            check(Strings(made.source, made.target, source_language, language, section, terms))
        )
    ]
    if accepted or not found:
        return found
    known = accepted_findings(instance)
    return [finding for finding in found if (finding.rule, finding.digest) not in known]


def texts_made(instance: Any, source: Any, unconfirmed: Collection[str]) -> list[Made]:
    """Return the translated texts of ``instance`` with what they were made from, each once.

    A text that was entered over since (an old revision from the history) is compared with the text that the
    source has at its place, unless it is ``unconfirmed`` (a label of its provenance): then it is no
    translation yet.
    """
    entered = _entered(instance)
    found: dict[Made, None] = {}
    overwritten = []
    for path, texts in segments_of(instance).texts.items():
        for at, text in enumerate(texts):
            made = entered.get((path, without_link_numbers(same_text(text))))
            if made is not None:
                found[made] = None
            elif label(path, at) not in unconfirmed:
                overwritten.append((path, at, same_text(text)))
    originals = segments_of(source.as_instance()).texts if overwritten else {}
    for path, at, text in overwritten:
        if at < len(originals.get(path, [])):
            found[Made(path, same_text(originals[path][at]), text)] = None
    return list(found)


def _entered(instance: Any) -> dict[tuple[str, str], Made]:
    """Return what translators entered, by path and text; of two sources with one text, the latest."""
    confirmed = confirmed_strings(instance.translation_key, instance.locale.language_code)
    return {
        (path, without_link_numbers(target)): Made(path, source, target)
        for (path, source), (target, _origin) in confirmed.items()
    }


def terms_between(source_language: str, language: str) -> tuple[Term, ...]:
    """Return the term pairs of two languages."""
    rows = TermPair.objects.filter(source_language=source_language, target_language=language)
    return tuple(
        Term(cast("Kind", kind), source, target)
        for kind, source, target in rows.values_list("kind", "source", "target")
    )


def accepted_findings(instance: Any) -> set[tuple[str, str]]:
    """Return rule and digest of each finding that was accepted for this content in this language."""
    rows = AcceptedFinding.objects.filter(
        content_id=instance.translation_key, locale=instance.locale.language_code
    )
    return set(rows.values_list("rule", "digest"))


def _section(instance: Any, path: str) -> str | None:
    section = section_of(type(instance), path)
    return section.kind if section else None


def _by_rule(issues: list[Issue]) -> list[list[Issue]]:
    grouped: dict[str, list[Issue]] = {}
    for issue in issues:
        grouped.setdefault(issue.rule, []).append(issue)
    return list(grouped.values())


def _finding(made: Made, section: str, issues: list[Issue]) -> Finding:
    from localization.gate import Finding

    message = _("“%(text)s”: %(faults)s") % {
        "text": Truncator(parse(made.target).plain).chars(60),
        "faults": " ".join(issue.message for issue in issues),
    }
    return Finding(section, made.path, issues[0].rule, message, issues[0].severity, made.digest)
