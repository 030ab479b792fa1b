"""How fast is the site, measured beside what it could be and what it would be without us?  ``make bench``

docs/performance.md says what is measured and how to read the table. Nothing here passes or fails.
"""

from __future__ import annotations

import argparse
import signal
import subprocess
import sys
from collections import defaultdict
from contextlib import ExitStack

from cms import database
from tests.performance import table
from tests.performance.addresses import Scenario, scenarios
from tests.performance.front import nginx
from tests.performance.many import multiply
from tests.performance.measuring import Run, measure, warm
from tests.performance.servers import (
    BARE,
    CACHED,
    FRONT,
    OURS,
    STATE,
    STOCK,
    UNKEPT,
    Contender,
    Server,
    environment,
    partner_key,
    prepare,
    running,
)

HOME = "/en/"


def main() -> None:
    """Prepare the database, measure, print the tables."""
    options = _options()
    # Ended by a signal too, the bench stops the servers that it has started.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(128 + signal.SIGTERM))
    STATE.mkdir(parents=True, exist_ok=True)
    with database.hold(STATE):
        if not options.keep:
            prepare("migrate", "--verbosity", "0")
            prepare("make_sample", "--treatments", str(options.treatments), "--languages", options.languages)
            multiply(options.times)
        _measure_reading(options)
        if not options.reading_only:
            command = [sys.executable, "-m", "tests.performance.publication"]
            subprocess.run(command, env=environment(OURS), check=True)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="make bench", description=__doc__)
    parser.add_argument("--rounds", type=int, default=3, help="interleaved rounds (default: 3)")
    parser.add_argument("--seconds", type=float, default=5, help="seconds of load for each run (default: 5)")
    parser.add_argument("--treatments", type=int, default=1000, help="treatments in the database")
    parser.add_argument("--times", type=int, default=1, help="copy their documents until there are so many")
    parser.add_argument("--languages", default="en,de,ar,zh-hans", help="languages of each of them")
    parser.add_argument("--documents", type=int, default=800, help="different addresses asked for in turn")
    parser.add_argument("--keep", action="store_true", help="measure the database as it was left")
    parser.add_argument("--reading-only", action="store_true", help="do not measure publications")
    return parser.parse_args()


def _measure_reading(options: argparse.Namespace) -> None:
    with ExitStack() as stack:
        servers = {OURS: stack.enter_context(running(OURS, HOME))}
        asked = scenarios(options.documents, servers[OURS], partner_key())
        for contender in (UNKEPT, BARE, STOCK, CACHED):
            probe = next(s.addresses[contender][0] for s in asked if contender in s.addresses)
            servers[contender] = stack.enter_context(running(contender, probe))
        pages = next(s.addresses[FRONT] for s in asked if FRONT in s.addresses)
        servers |= stack.enter_context(nginx(servers[OURS], pages))
        runs = _rounds(asked, servers, options.rounds, options.seconds)
        memory = servers[OURS].memory()
    _say("")
    for line in table.lines(asked, runs):
        _say(line)
    _say(f"\nMemory of the web processes of {OURS.name} after that: {memory:.0f} MB.")


def _rounds(
    asked: list[Scenario], servers: dict[Contender, Server], rounds: int, seconds: float
) -> dict[tuple[str, Contender], list[Run]]:
    pairs = [(scenario, servers[contender]) for scenario in asked for contender in scenario.addresses]
    for scenario, server in pairs:
        _say(f"Warming up: {scenario.name}, {server.contender.name} …")
        warm(scenario, server)
    runs: dict[tuple[str, Contender], list[Run]] = defaultdict(list)
    for number in range(1, rounds + 1):
        _say(f"Round {number} of {rounds} …")
        for scenario, server in pairs:
            runs[scenario.name, server.contender].append(measure(scenario, server, seconds))
    return runs


def _say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
