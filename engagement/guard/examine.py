"""What shall become of a message: is it taken, is it taken apart, or is it sent back?"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from django.http import HttpRequest
from django.utils import timezone

from engagement.guard import limits, wording
from engagement.guard.limits import Allowance
from engagement.guard.origin import is_from_here
from engagement.guard.work import is_done

# Nobody sees this field, and no browser fills it in; programs fill in whatever there is.
TRAP = "website"
SOLUTION = "altcha"
HOUR = 3600


class Refusal(Enum):
    """Why a message is sent back to its writer, who loses nothing."""

    FOREIGN = "foreign"
    TOO_MANY = "too-many"


@dataclass(frozen=True, slots=True)
class Verdict:
    """What was found.

    Attributes:
        refusal: why it is not taken, ``None`` if it is.
        suspicions: what is odd about it: ``trap``, ``no-work``, ``links``, ``writing``; empty for most.
    """

    refusal: Refusal | None = None
    suspicions: tuple[str, ...] = ()

    @property
    def is_spam(self) -> bool:
        """Whether it is surely no message. All else may be a patient's: it is taken, with a mark."""
        return "trap" in self.suspicions


def examine(request: HttpRequest, kind: str, text: str, *codes: str) -> Verdict:
    """Judge a message that was posted; ``text`` is what its writer wrote, ``codes`` the languages to expect.

    Whoever has proved work may send more: 10 an hour from one address, else 3.
    """
    if not is_from_here(request):
        return Verdict(Refusal.FOREIGN)
    worked = is_done(request.POST.get(SOLUTION, ""), timezone.now())
    allowance = Allowance(kind, 10, HOUR) if worked else Allowance(f"{kind}-unproven", 3, HOUR)
    if not limits.take(request, allowance):
        return Verdict(Refusal.TOO_MANY)
    found = ["trap"] if request.POST.get(TRAP) else []
    found += [] if worked else ["no-work"]
    return Verdict(suspicions=(*found, *wording.suspicions(text, *codes)))
