"""What became of each publication that was asked for during this request?

Stock Wagtail reports success at every door, whatever happened behind it (“1 page has been published” after a
refusal: wagtail-localize-traps, section 20). The wall writes its verdicts here, and
``publishing.middleware`` tells them to the person who asked.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from localization.gate import Finding


@dataclass(frozen=True, slots=True)
class Verdict:
    """One publication that was asked for: of what, and what stood against it (empty: it was published)."""

    title: str
    language: str
    findings: tuple[Finding, ...] = ()
    edit_url: str = ""
    checklist_url: str = ""


@dataclass(slots=True)
class Verdicts:
    """The verdicts of one request, in order."""

    published: list[Verdict] = field(default_factory=list)
    refused: list[Verdict] = field(default_factory=list)


_current: ContextVar[Verdicts | None] = ContextVar("publishing.verdicts", default=None)


@contextmanager
def gathering() -> Iterator[Verdicts]:
    """Gather the verdicts that fall inside the block."""
    verdicts = Verdicts()
    token = _current.set(verdicts)
    try:
        yield verdicts
    finally:
        _current.reset(token)


def tell(verdict: Verdict) -> None:
    """Note a verdict for whoever is gathering (nobody is, in a command)."""
    verdicts = _current.get()
    if verdicts is not None:
        (verdicts.refused if verdict.findings else verdicts.published).append(verdict)
