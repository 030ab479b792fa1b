"""What does one publication cost?  ``python -m tests.performance.publication``, in the bench's database."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from statistics import median
from typing import Any

import django
from django.db import connection
from django.test.utils import CaptureQueriesContext

TIMES = 6  # an even number: the text that is changed is changed back


def main() -> None:
    """Publish a treatment of eight languages again and again; print the medians."""
    from cms.demo_content.library import content_id
    from treatments.models import TreatmentPage

    rows = TreatmentPage.objects.filter(translation_key=content_id("treatments/mesotherapy"))
    english = rows.get(locale__language_code="en")
    german = rows.get(locale__language_code="de")
    sys.stdout.write(f"\nPublishing one treatment in {rows.count()} languages, median of {TIMES}:\n")
    _report("original, a text changed", lambda turn: _reworded(english, turn))
    _report("original, a number changed", lambda turn: _renumbered(english, turn))
    _report("translation, nothing changed", lambda turn: german.save_revision())


def _reworded(row: Any, turn: int) -> Any:
    row.summary = row.summary + " More." if turn % 2 == 0 else row.summary.removesuffix(" More.")
    return row.save_revision()


def _renumbered(row: Any, turn: int) -> Any:
    row.session_minutes_max += 5 if turn % 2 == 0 else -5
    return row.save_revision()


def _report(what: str, revise: Callable[[int], Any]) -> None:
    spent, queries = [], []
    for turn in range(TIMES):
        revision = revise(turn)
        started = time.perf_counter()
        revision.publish()
        spent.append(time.perf_counter() - started)
        revision = revise(turn + 1)
        with CaptureQueriesContext(connection) as captured:
            revision.publish()
        queries.append(len(captured))
    sys.stdout.write(f"  {what:32} {median(spent) * 1000:6.0f} ms {median(queries):6.0f} queries\n")


if __name__ == "__main__":
    django.setup()
    main()
