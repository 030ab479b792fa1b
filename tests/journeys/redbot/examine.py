"""What does REDbot (https://redbot.org/) find wrong at an address?  Runs in REDbot's own environment.

``python examine.py ADDRESS NAME=VALUE …`` prints it as a JSON list; the names are those of request headers.
"""

from __future__ import annotations

import json
import sys
from configparser import ConfigParser
from typing import Any

import thor
from httplint.note import levels
from redbot.resource import HttpResource


def examine(address: str, headers: list[tuple[str, str]]) -> Any:
    """Ask as REDbot does: with and without compression, conditionally, and for a range."""
    parser = ConfigParser()
    parser.read_dict({"redbot": {"enable_local_access": "True"}})
    resource = HttpResource(parser["redbot"])
    resource.set_request(address, headers=headers)
    resource.on("check_done", thor.stop)
    resource.check()
    thor.run()
    return resource


def faults(resource: Any) -> list[str]:
    """Return what is bad or questionable about the answers, in a sentence each."""
    found = [] if resource.response.complete else [f"There is no complete answer: {resource.fetch_error}"]
    for fetched in (resource, *resource.subreqs.values()):
        notes = everything(fetched.response.notes)
        found += [f"{note.subject}: {note.summary}" for note in notes if note.level in (levels.BAD, levels.WARN)]
    return sorted(set(found))


def everything(notes: Any) -> list[Any]:
    """Return notes and the notes below them."""
    return [one for note in notes for one in (note, *everything(note.subnotes))]


if __name__ == "__main__":
    asked = [(name, value) for name, _, value in (given.partition("=") for given in sys.argv[2:])]
    json.dump(faults(examine(sys.argv[1], asked)), sys.stdout)
