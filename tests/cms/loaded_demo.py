"""How do tests get a site with the demo? Loading it takes half a minute, so they all share one."""

from __future__ import annotations

import re
from collections.abc import Iterable
from io import StringIO

from django.core.management import call_command

from cms.demo_content.states import states
from tests.remembered import remembered

# What a language needs before it can have the documents that the states are about.
FRAME = ("organisation", "people/*", "categories/*", "pages/home", "pages/treatments", "pages/conditions")
CONCERNED = {entry["document"] for entry in states()}
# What there is to see in no other language. They come first: what an original's change is about must be there
# before it, and a state is brought about as soon as what it concerns is loaded in its language.
IN_PART = {"es": ["treatments/fractional-laser"], "fr": ["treatments/chemical-peel"]}
# Whole in this language, beside English: nearly all states are to be seen in it.
WHOLE = "de"


def load(**options: object) -> str:
    """Run the command and return what it says."""
    said = StringIO()
    call_command("load_demo", stdout=said, **options)
    return said.getvalue()


def load_part(language: str, documents: Iterable[str], **options: object) -> str:
    """Load English, and in a language the frame and some documents; return what the command says."""
    return load(languages=(language,), only=[*FRAME, *documents], **options)


def load_all() -> int:
    """Load what the tests look at; return how many states are new."""
    said = [load_part(language, documents) for language, documents in IN_PART.items()]
    said.append(load(languages=[WHOLE]))
    return sum(int(number) for one in said for number in re.findall(r"states\.yaml\): (\d+) new", one))


@remembered
def demo() -> int:
    """Load it into a site without content, or write what was loaded then; return how many states it has."""
    return load_all()
