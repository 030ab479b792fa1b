"""What does REDbot (https://redbot.org/) find wrong at some addresses?  Runs in REDbot's own environment.

``python examine.py ADDRESS …`` prints a JSON object: a list of remarks for each address. It asks for all of
them at once, for each as REDbot does: with and without compression, conditionally, and for a range.
"""

from __future__ import annotations

import json
import sys
from configparser import ConfigParser
from typing import Any

import thor
from httplint.note import levels
from redbot.resource import HttpResource


def examine(addresses: list[str]) -> dict[str, Any]:
    """Return what REDbot has gathered of each address."""
    parser = ConfigParser()
    parser.read_dict({"redbot": {"enable_local_access": "True"}})
    resources = {address: HttpResource(parser["redbot"]) for address in addresses}
    waiting = set(addresses)

    def done(address: str) -> None:
        waiting.discard(address)
        if not waiting:
            thor.stop()

    for address, resource in resources.items():
        resource.set_request(address)
        resource.on("check_done", lambda address=address: done(address))
        resource.check()
    thor.run()
    return resources


def faults(resource: Any) -> list[str]:
    """Return what is bad or questionable about the answers, in a sentence each."""
    found = [] if resource.response.complete else [f"There is no complete answer: {resource.fetch_error}"]
    for fetched in (resource, *resource.subreqs.values()):
        notes = everything(fetched.response.notes)
        found += [
            f"{note.subject}: {note.summary}" for note in notes if note.level in (levels.BAD, levels.WARN)
        ]
    return sorted(set(found))


def everything(notes: Any) -> list[Any]:
    """Return notes and the notes below them."""
    return [one for note in notes for one in (note, *everything(note.subnotes))]


if __name__ == "__main__":
    json.dump({address: faults(found) for address, found in examine(sys.argv[1:]).items()}, sys.stdout)
