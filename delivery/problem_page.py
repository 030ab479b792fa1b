"""What does the guide say of every problem?  (docs/api/problems.md, written by ``write_openapi``.)"""

from __future__ import annotations

import re

from django.utils import translation

from delivery.problem_members import further_members
from delivery.problems import PROBLEMS, Problem

HEAD = """# Every problem

What each `code` of a problem document means, what to do, and which members it has beside those of every
problem. [errors.md](errors.md) says how to read one. A site shows the same where `type` leads, such as
`/api/v1/docs/#gone`. This page is written by `make openapi` from `delivery/problems.py`.

"""


def problem_page() -> str:
    """Return the page, in English."""
    with translation.override("en"):
        ordered = sorted(PROBLEMS, key=lambda problem: (problem.status, problem.code))
        return HEAD + "\n".join(map(_entry, ordered))


def _entry(problem: type[Problem]) -> str:
    happened = " ".join((problem.__doc__ or "").split())
    said = re.sub(r"%\((\w+)\)s", r"{\1}", str(problem.detail))
    members = "".join(f"- `{name}`: {meaning}\n" for name, meaning in further_members(problem).items())
    told = f"\n{members}" if members else ""
    return f"## `{problem.code}`\n\n{problem.status} · {problem.title}\n\n{happened}\n\n> {said}\n{told}"
