"""Does `make run` bring the site up, keep it up, and take down all that it started?"""

import json
import os
import signal
import socket
import subprocess
import sys
import threading
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path

import psutil
import psycopg
import pytest
from django.db import connection
from pytest_django import DjangoDbBlocker

from cms import database
from cms.places import PROJECT_DIR
from cms.processes import Started, group_members

# Seconds; a start takes three on an idle machine, and minutes on one that does five other things.
PATIENCE = 300


@pytest.fixture
def migrated_database(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[str]:
    """Yield the address of a copy of the test database, which other processes may fill."""
    with django_db_blocker.unblock():
        parameters = connection.get_connection_params()
        connection.close()
    name = f"serve_{os.getpid()}"
    address = {"host": parameters["host"], "user": parameters["user"], "port": parameters.get("port")}
    with psycopg.connect(**address, dbname="postgres", autocommit=True) as server:
        server.execute(f'CREATE DATABASE {name} TEMPLATE "{parameters["dbname"]}"')
        yield f"postgresql://{database.USER}@/{name}?host={parameters['host']}"
        server.execute(f"DROP DATABASE {name} WITH (FORCE)")


class Site:
    """A site started as `make run` starts it, in a state directory of its own."""

    def __init__(self, state: Path, database_url: str) -> None:
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            self.port = probe.getsockname()[1]
        self.state = state
        self.environment = {
            **os.environ,
            "DJANGO_SETTINGS_MODULE": "cms.settings.development",
            "STATE_DIR": str(state),
            "DATABASE_URL": database_url,
            "PORT": str(self.port),
            "WEB_WORKERS": "1",
            "PYTHONWARNINGS": "default",
        }
        self.start()

    def start(self) -> None:
        self.log = (self.state / "serve.log").open("a+")
        self.process = subprocess.Popen(
            [sys.executable, "manage.py", "serve"],
            cwd=PROJECT_DIR,
            env=self.environment,
            stdout=self.log,
            stderr=self.log,
        )

    def manage(self, command: str) -> str:
        return subprocess.run(
            [sys.executable, "manage.py", command],
            cwd=PROJECT_DIR,
            env=self.environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            check=False,
        ).stdout

    def children(self) -> list[Started]:
        note = self.state / "processes.json"
        return [Started(*entry) for entry in json.loads(note.read_text(encoding="ascii"))]

    def alive(self) -> list[psutil.Process]:
        return [process for child in self.children() for process in group_members(child)]

    def readiness(self) -> int:
        try:
            with urllib.request.urlopen(f"http://localhost:{self.port}/health/ready/", timeout=30) as answer:
                return int(answer.status)
        except urllib.error.HTTPError as answer:
            with answer:
                return answer.code
        except (urllib.error.URLError, ConnectionError, TimeoutError):
            return 0

    def output(self) -> str:
        return (self.state / "serve.log").read_text(encoding="utf-8")


def wait_for(site: Site, what: str, happens: Callable[[], bool]) -> None:
    """Look again and again until something has happened; fail with the site's output if it never does."""
    deadline = time.monotonic() + PATIENCE
    while not happens():
        assert time.monotonic() < deadline, f"Waited in vain for: {what}\n{site.output()}"
        threading.Event().wait(0.2)


@pytest.fixture
def site(tmp_path: Path, migrated_database: str) -> Iterator[Site]:
    site = Site(tmp_path, migrated_database)
    yield site
    site.process.send_signal(signal.SIGINT)
    site.process.wait(PATIENCE)
    site.log.close()


def test_it_says_where_it_is_refuses_a_twin_and_ends_all_with_control_c(site: Site) -> None:
    wait_for(site, "readiness", lambda: site.readiness() == 200)
    wait_for(site, "the announcement", lambda: "Polyclinic is running" in site.output())
    assert f"http://localhost:{site.port}/admin/" in site.output()

    assert "already runs from this directory" in site.manage("serve")
    assert site.readiness() == 200

    children = site.children()
    assert len(children) == 3
    site.process.send_signal(signal.SIGINT)
    assert site.process.wait(PATIENCE) == 0, site.output()
    assert [process for child in children for process in group_members(child)] == []
    assert "Nothing was running." in site.manage("stop")


def test_whatever_is_killed_comes_back(site: Site) -> None:
    wait_for(site, "readiness", lambda: site.readiness() == 200)
    before = {child.pid for child in site.children()}
    for child in site.children():
        psutil.Process(child.pid).kill()
    wait_for(site, "three new processes", lambda: not before & {child.pid for child in site.children()})
    wait_for(site, "readiness", lambda: site.readiness() == 200)


def test_what_a_killed_supervisor_left_is_ended_by_the_next_start_and_by_make_stop(site: Site) -> None:
    wait_for(site, "readiness", lambda: site.readiness() == 200)
    orphans = kill_supervisor(site)
    site.start()
    wait_for(site, "the end of the orphans", lambda: not any(orphan.is_running() for orphan in orphans))
    wait_for(site, "readiness", lambda: site.readiness() == 200)

    orphans = kill_supervisor(site)
    assert "Stopped: site" in site.manage("stop")
    assert not any(orphan.is_running() for orphan in orphans)


def kill_supervisor(site: Site) -> list[psutil.Process]:
    """Kill only the supervisor; return the processes that live on without it."""
    orphans = site.alive()
    site.process.kill()
    site.process.wait()
    site.log.close()
    assert orphans
    assert all(orphan.is_running() for orphan in orphans)
    return orphans
