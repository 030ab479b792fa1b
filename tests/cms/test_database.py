"""Does the embedded PostgreSQL start from any place, and stop with the last who needs it?"""

import os
import stat
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import psutil
import pytest

from cms import database, database_home
from cms.database_home import EmbeddedDatabaseError, prepare_home, socket_dir
from tests.cms.embedded import (
    ask,
    install_linked,
    kill,
    let_go,
    runs,
    start_holder,
    state_directory,
    wait_until_up,
)


@pytest.fixture
def state() -> Iterator[Path]:
    with state_directory() as directory:
        yield directory


def test_a_path_with_spaces_and_120_characters(monkeypatch: pytest.MonkeyPatch) -> None:
    with state_directory(length=120) as state:
        assert len(str(state)) >= 120
        binaries = install_linked(state / "installed here")
        monkeypatch.setattr(database_home, "_wheel_binaries", lambda: binaries)
        with database.hold(state):
            assert str(ask(state, "SHOW server_version")).startswith(database_home.MAJOR_VERSION)


def test_the_server_listens_on_a_private_socket_only(state: Path) -> None:
    with database.hold(state):
        directory = socket_dir(prepare_home(state))
        assert stat.S_IMODE(directory.stat().st_mode) == 0o700
        assert ask(state, "SHOW listen_addresses") == ""


def test_texts_sort_and_fold_the_same_on_every_machine(state: Path) -> None:
    with database.hold(state):
        assert ask(state, "SELECT lower('ÄŁЖ')") == "äłж"
        assert ask(state, "SELECT datcollate || datlocale FROM pg_database WHERE datname = 'polyclinic'") == (
            "CC.UTF-8"
        )


def test_it_stops_with_its_only_holder_and_keeps_the_data(state: Path) -> None:
    with database.hold(state):
        ask(state, "CREATE TABLE kept AS SELECT 42 AS answer")
    assert not runs(state)
    with database.hold(state):
        assert ask(state, "SELECT answer FROM kept") == 42


def test_run_and_test_at_once_share_it_and_the_last_one_stops_it(state: Path) -> None:
    first, second = start_holder(state), start_holder(state)
    wait_until_up(first)
    wait_until_up(second)
    let_go(first)
    assert ask(state, "SELECT 1") == 1
    let_go(second)
    assert not runs(state)


def test_stop_stops_it_whoever_holds_it(state: Path) -> None:
    holder = start_holder(state)
    wait_until_up(holder)
    assert database.stop(state) is True
    assert not runs(state)
    assert database.stop(state) is False
    let_go(holder)


def test_a_killed_holder_keeps_nobody_from_stopping_it(state: Path) -> None:
    holder = start_holder(state)
    wait_until_up(holder)
    kill(holder)
    with database.hold(state):
        assert ask(state, "SELECT 1") == 1
    assert not runs(state)


def test_a_killed_server_comes_back_under_the_same_address(state: Path) -> None:
    with database.hold(state):
        ask(state, "CREATE TABLE kept AS SELECT 42 AS answer")
        address = socket_dir(prepare_home(state))
        server = database.postmaster(prepare_home(state))
        assert server is not None
        server.kill()
        server.wait()
        database.revive(state)
        assert socket_dir(prepare_home(state)) == address
        assert ask(state, "SELECT answer FROM kept") == 42


@pytest.mark.parametrize("title", ["checkpointer", "background writer", "walwriter"])
def test_killing_a_part_of_the_server_is_survived(state: Path, title: str) -> None:
    with database.hold(state):
        server = database.postmaster(prepare_home(state))
        assert server is not None
        part = next(child for child in server.children() if title in " ".join(child.cmdline()))
        part.kill()
        psutil.wait_procs([part], timeout=10)
        with database.hold(state):
            assert ask(state, "SELECT 1") == 1


def test_a_pid_file_whose_number_belongs_to_another_program_now(state: Path) -> None:
    with database.hold(state):
        home = prepare_home(state)
        pid_file = (home.data / "postmaster.pid").read_text(encoding="utf-8").split("\n", 1)
    # This very process is alive and is no database server.
    stale = home.data / "postmaster.pid"
    stale.write_text(f"{os.getpid()}\n{pid_file[1]}", encoding="utf-8")
    home.hand_over(stale)
    with database.hold(state):
        assert ask(state, "SELECT 1") == 1


def test_a_start_that_was_killed_while_it_made_the_data_directory(state: Path) -> None:
    home = prepare_home(state)
    half_made = home.directory / "data.draft"
    half_made.mkdir()
    (half_made / "PG_VERSION").write_text("18\n", encoding="ascii")
    home.hand_over(half_made)
    with database.hold(state):
        assert ask(state, "SELECT 1") == 1


def test_a_directory_put_in_place_of_the_socket_is_not_used(state: Path, tmp_path: Path) -> None:
    home = prepare_home(state)
    trap = tmp_path / "trap"
    trap.mkdir(mode=0o755)
    (home.directory / "socket_dir").write_text(str(trap), encoding="utf-8")
    with database.hold(state):
        assert socket_dir(home) != trap
        assert ask(state, "SELECT 1") == 1


def test_data_of_another_version_is_refused_with_advice(state: Path) -> None:
    home = prepare_home(state)
    home.data.mkdir()
    (home.data / "PG_VERSION").write_text("16\n", encoding="ascii")
    with pytest.raises(EmbeddedDatabaseError, match=r"written by PostgreSQL 16.*Move the directory away"):
        database.ensure_running(home)


def test_processes_that_start_at_once_agree_on_the_address(state: Path) -> None:
    home = prepare_home(state)
    with ThreadPoolExecutor(8) as pool:
        assert len(set(pool.map(lambda _: socket_dir(home), range(8)))) == 1
