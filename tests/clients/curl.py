"""What would curl print? The few options that the guide uses, answered by the site in this process."""

from __future__ import annotations

import argparse
import shlex

import httpx

_OPTIONS = argparse.ArgumentParser(prog="curl", add_help=False, allow_abbrev=False)
_OPTIONS.add_argument("url")
_OPTIONS.add_argument("-i", dest="with_head", action="store_true")
_OPTIONS.add_argument("-s", action="store_true")
_OPTIONS.add_argument("-X", dest="method", default="GET")
_OPTIONS.add_argument("-G", dest="as_query", action="store_true")
_OPTIONS.add_argument("-H", dest="headers", action="append", default=[])
_OPTIONS.add_argument("-d", dest="data", action="append", default=[])
_OPTIONS.add_argument("--data-urlencode", dest="data", action="append")


def curl(client: httpx.Client, line: str) -> httpx.Response:
    """Send what a line ``curl …`` would send; variables are filled in already.

    Fails for an option that it does not know: then the guide uses what nobody has tried.
    """
    command, *arguments = shlex.split(line)
    assert command == "curl", line
    given = _OPTIONS.parse_args(arguments)
    assert given.as_query or not given.data, "The API is read-only: data belong into the address (-G)."
    headers = dict(header.split(": ", 1) for header in given.headers)
    query = dict(pair.split("=", 1) for pair in given.data)
    return client.request(given.method, given.url, headers=headers, params=query or None)
