"""How fast is the site, measured beside what it could be and what it would be without us?  ``make bench``

docs/performance.md says what is measured and how to read the table. Nothing here passes or fails.
"""

from __future__ import annotations

import argparse
import json
import signal
import subprocess
import sys
from collections import defaultdict
from contextlib import ExitStack
from dataclasses import dataclass
from statistics import median
from typing import Any

from cms import database
from tests.performance.addresses import Scenario, scenarios
from tests.performance.servers import (
    BARE,
    CACHED,
    OURS,
    STATE,
    STOCK,
    Contender,
    Server,
    database_cpu,
    environment,
    prepare,
    running,
)

CONNECTIONS = 16
HOME = "/en/"


@dataclass(frozen=True, slots=True)
class Run:
    """One contender under load for a few seconds; costs are milliseconds of CPU for each request."""

    per_second: float
    p99: float
    cost: float
    database_cost: float


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
        _measure_reading(options)
        command = [sys.executable, "-m", "tests.performance.publication"]
        subprocess.run(command, env=environment(OURS), check=True)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="make bench", description=__doc__)
    parser.add_argument("--rounds", type=int, default=3, help="interleaved rounds (default: 3)")
    parser.add_argument("--seconds", type=float, default=5, help="seconds of load for each run (default: 5)")
    parser.add_argument("--treatments", type=int, default=1000, help="treatments in the database")
    parser.add_argument("--languages", default="en,de,ar,zh-hans", help="languages of each of them")
    parser.add_argument("--documents", type=int, default=800, help="different addresses asked for in turn")
    parser.add_argument("--keep", action="store_true", help="measure the database as it was left")
    return parser.parse_args()


def _measure_reading(options: argparse.Namespace) -> None:
    with ExitStack() as stack:
        servers = {OURS: stack.enter_context(running(OURS, HOME))}
        asked = scenarios(options.documents, servers[OURS])
        for contender in (BARE, STOCK, CACHED):
            probe = next(s.addresses[contender][0] for s in asked if contender in s.addresses)
            servers[contender] = stack.enter_context(running(contender, probe))
        pairs = [(scenario, servers[contender]) for scenario in asked for contender in scenario.addresses]
        for scenario, server in pairs:
            _say(f"Warming up: {scenario.name}, {server.contender.name} …")
            _warm(scenario, server)
        runs: dict[tuple[str, Contender], list[Run]] = defaultdict(list)
        for number in range(1, options.rounds + 1):
            _say(f"Round {number} of {options.rounds} …")
            for scenario, server in pairs:
                runs[scenario.name, server.contender].append(_run(scenario, server, options.seconds))
    _print(asked, runs)


def _say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def _warm(scenario: Scenario, server: Server) -> None:
    """Ask for everything at least once where it is kept; each worker has a site cache of its own."""
    times = {OURS: 2, CACHED: 6}.get(server.contender, 0)
    wanted = max(1, len(scenario.addresses[server.contender]) * times)
    while wanted > 0:
        wanted -= _load(scenario, server, 2)["answers"]


def _run(scenario: Scenario, server: Server, seconds: float) -> Run:
    server_before, database_before = server.cpu(), database_cpu()
    result = _load(scenario, server, seconds)
    stored = database_cpu() - database_before
    spent = server.cpu() - server_before + stored
    answers = result["answers"]
    return Run(answers / result["seconds"], result["p99"], spent / answers * 1000, stored / answers * 1000)


def _load(scenario: Scenario, server: Server, seconds: float) -> dict[str, Any]:
    command = [sys.executable, "-m", "tests.performance.load", str(server.port), str(seconds)]
    done = subprocess.run(
        [*command, str(CONNECTIONS)],
        input=json.dumps(scenario.requests(server)).encode(),
        stdout=subprocess.PIPE,
        check=True,
    )
    result: dict[str, Any] = json.loads(done.stdout)
    expected = "304" if scenario.etags else "200"
    if set(result["statuses"]) != {expected}:
        raise RuntimeError(f"“{server.contender.name}”, {scenario.name}: answers {result['statuses']}.")
    return result


def _print(asked: list[Scenario], runs: dict[tuple[str, Contender], list[Run]]) -> None:
    """Print the medians; ratios are medians of the ratios within each round."""
    heads = ("to bare", "CPU to bare", "requests/s", "p99 ms", "CPU ms", "of it DB")
    sys.stdout.write(f"\n{'':38}" + "".join(f"{head:>12}" for head in heads) + "\n")
    for scenario in asked:
        sys.stdout.write(f"{scenario.name}\n")
        bare = runs[scenario.name, BARE]
        for contender in scenario.addresses:
            own = runs[scenario.name, contender]
            rounds = list(zip(own, bare, strict=True))
            cells = (
                f"{median(run.per_second / base.per_second for run, base in rounds):.4f}",
                f"{median(base.cost / run.cost for run, base in rounds):.4f}",
                f"{median(run.per_second for run in own):.0f}",
                f"{median(run.p99 for run in own):.1f}",
                f"{median(run.cost for run in own):.3f}",
                f"{median(run.database_cost for run in own):.3f}",
            )
            sys.stdout.write(f"  {contender.name:36}" + "".join(f"{cell:>12}" for cell in cells) + "\n")


if __name__ == "__main__":
    main()
