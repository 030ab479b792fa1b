"""Does a test fail for each small mistake in a file? ``make mutants MUTATE="localization/policy.py"``.

The tests are collected and run once; then every mutant gets a forked process, in which the mistake is made in
the loaded module and those tests run that call the changed function, quickest first, until one fails.
"""

from __future__ import annotations

import argparse
import importlib
import os
import signal
import sys
import time
from collections import Counter, defaultdict
from pathlib import Path
from typing import Any

import pytest

from tests.mutation.mutants import Mutant, install, mutants_of

FILES = [
    *(f"localization/{name}.py" for name in ("freshness", "policy", "gate", "digest", "merge")),
    "tests/publishing/test_mix.py",
    *("localization/history.py", "localization/provenance.py", "publishing/mix.py", "publishing/notices.py"),
]
TESTS = [
    "tests/localization/states",
    *(f"tests/localization/test_{name}.py" for name in ("policy", "freshness", "digest", "merge")),
]
SECONDS = 40  # a mutant that takes so much longer than its tests did has made an endless loop


class Mutating:
    """The plugin that runs the tests over and over."""

    def __init__(self, files: list[str]) -> None:
        self.files = files
        self.callers: dict[tuple[str, str], set[str]] = defaultdict(set)
        self.took: dict[str, float] = {}

    def pytest_configure(self) -> None:
        """Make no failing example smaller: it only matters that there is one."""
        from hypothesis import Phase, settings

        phases = [Phase.explicit, Phase.generate]
        settings.register_profile("mutants", derandomize=True, deadline=None, database=None, phases=phases)
        settings.load_profile("mutants")

    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        modules = {file: importlib.import_module(file[:-3].replace("/", ".")) for file in self.files}
        known = {str(Path(file).resolve()): file for file in self.files}
        for item in session.items:
            self._measure(item, known)
        if session.testsfailed:
            return True
        _close_connections()
        for file, module in modules.items():
            counts = self._mutate(session, file, module)
            told = ", ".join(f"{number} {result}" for result, number in counts.items())
            print(f"{file}: {counts.total()} mutants, {told}", flush=True)
        return True

    def _measure(self, item: pytest.Item, known: dict[str, str]) -> None:
        """Run a test unchanged and note which functions it calls."""

        def note(frame: Any, event: str, _arg: Any) -> None:
            file = known.get(frame.f_code.co_filename)
            if event == "call" and file:
                self.callers[file, frame.f_code.co_qualname].add(item.nodeid)

        start = time.perf_counter()
        sys.setprofile(note)
        try:
            _run(item)
        finally:
            sys.setprofile(None)
        self.took[item.nodeid] = time.perf_counter() - start

    def _mutate(self, session: pytest.Session, file: str, module: Any) -> Counter[str]:
        counts: Counter[str] = Counter()
        for mutant in mutants_of(Path(file).read_text()):
            calling = self._calling(file, mutant.function)
            items = [item for item in session.items if item.nodeid in calling]
            items.sort(key=lambda item: self.took[item.nodeid])
            usual = sum(self.took[item.nodeid] for item in items)
            result = _result(session, module, mutant, items, usual) if items else "not run"
            counts[result] += 1
            if result != "killed":
                print(f"{result}: {file}:{mutant.line} {mutant.function}: {mutant.text}", flush=True)
        return counts

    def _calling(self, file: str, function: str) -> set[str]:
        if not function:
            return set(self.took)
        names = [
            name for there, name in self.callers if there == file and name.split(".<locals>")[0] == function
        ]
        return {test for name in names for test in self.callers[file, name]}


def _run(item: pytest.Item) -> None:
    # With the session as the next "item" everything below it is torn down, and the database stays.
    item.config.hook.pytest_runtest_protocol(item=item, nextitem=item.session)


def _close_connections() -> None:
    from django.db import connections

    connections.close_all()


def _result(
    session: pytest.Session, module: Any, mutant: Mutant, items: list[pytest.Item], usual: float
) -> str:
    child = os.fork()
    if child == 0:
        _try(session, module, mutant, items, usual)
    _pid, status = os.waitpid(child, 0)
    return "survived" if status == 0 else "killed"


def _try(
    session: pytest.Session, module: Any, mutant: Mutant, items: list[pytest.Item], usual: float
) -> None:
    """Be the forked process: end with 0 if no test notices."""
    code = 1
    try:
        signal.alarm(int(SECONDS + 3 * usual))
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, 1)
        os.dup2(nowhere, 2)
        install(module, mutant.tree)
        for item in items:
            _run(item)
            if session.testsfailed:
                break
        code = int(bool(session.testsfailed))
    finally:
        os._exit(code)


def main() -> int:
    """Run the mutants of the files that are named, or of all; return pytest's exit status."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("files", nargs="*", default=FILES)
    parser.add_argument("--tests", nargs="*", default=TESTS, help="which tests have to notice")
    chosen = parser.parse_args()
    options = ["-q", "-s", "-p", "no:randomly", "--reuse-db"]
    return int(pytest.main([*options, *chosen.tests], plugins=[Mutating(chosen.files)]))


if __name__ == "__main__":
    sys.exit(main())
