"""What does a server do under load, and at what cost?"""

from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import dataclass
from typing import Any

from tests.performance.addresses import Scenario
from tests.performance.servers import CACHED, OURS, Server, database_cpu

CONNECTIONS = 16
# How often everything is asked for before anything is measured. Each worker has a site cache of its own.
ROUNDS_OF_WARMTH = {OURS: 2, CACHED: 6}


@dataclass(frozen=True, slots=True)
class Run:
    """One contender under load for a few seconds; costs are milliseconds of CPU for each request."""

    per_second: float
    p99: float
    cost: float
    database_cost: float


def warm(scenario: Scenario, server: Server) -> None:
    """Ask for everything at least once where it is kept."""
    times = ROUNDS_OF_WARMTH.get(server.contender, 0)
    wanted = max(1, len(scenario.addresses[server.contender]) * times)
    while wanted > 0:
        wanted -= _load(scenario, server, 2)["answers"]


def measure(scenario: Scenario, server: Server, seconds: float) -> Run:
    """Put load on a server for so many seconds.

    Raises:
        RuntimeError: it gives another answer than the scenario is about.
    """
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
