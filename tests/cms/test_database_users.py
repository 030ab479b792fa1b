"""Does the embedded PostgreSQL work for root, for a plain user, and for a second user of the machine?"""

import os
import pwd
import stat
import tempfile
import traceback
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from cms import database, database_home
from cms.database_home import prepare_home, programs
from cms.places import PROJECT_DIR, state_dir
from tests.cms.embedded import ask, install_linked, runs, state_directory


@pytest.fixture
def state() -> Iterator[Path]:
    with state_directory() as directory:
        yield directory


@pytest.fixture
def programs_for_all(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Install PostgreSQL where every user can reach it: the environment may lie where only its owner can."""
    with tempfile.TemporaryDirectory(prefix="polyclinic test ") as name:
        place = Path(name)
        place.chmod(0o755)
        binaries = install_linked(place)
        monkeypatch.setattr(database_home, "_wheel_binaries", lambda: binaries)
        yield


def another_user() -> pwd.struct_passwd:
    """Return a plain user for the second part of a test: a system account for root, else ourselves."""
    return pwd.getpwnam("daemon") if os.geteuid() == 0 else pwd.getpwuid(os.geteuid())


def run_as(account: pwd.struct_passwd, action: Callable[[], None]) -> None:
    """Do something in a child process of another user; the test fails if that fails.

    Forked, not started anew: the interpreter itself may lie where only its owner can read.
    """
    child = os.fork()
    if child == 0:
        code = 1
        try:
            if os.geteuid() == 0:
                os.setgroups([])
                os.setgid(account.pw_gid)
                os.setuid(account.pw_uid)
            action()
            code = 0
        except BaseException:
            traceback.print_exc()
        finally:
            os._exit(code)
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0


def test_the_server_never_runs_as_root(state: Path) -> None:
    with database.hold(state):
        server = database.postmaster(prepare_home(state))
        assert server is not None
        assert server.uids().effective != 0


@pytest.mark.usefixtures("programs_for_all")
def test_a_plain_user_can_run_it(state: Path) -> None:
    account = another_user()
    os.chown(state, account.pw_uid, account.pw_gid)

    def use() -> None:
        with database.hold(state):
            assert ask(state, "SELECT 1") == 1
        assert not runs(state)

    run_as(account, use)


@pytest.mark.usefixtures("programs_for_all")
def test_a_second_user_has_a_server_of_their_own(state: Path) -> None:
    account = another_user()
    with state_directory() as theirs, database.hold(state):
        os.chown(theirs, account.pw_uid, account.pw_gid)
        ask(state, "CREATE TABLE mine ()")

        def use() -> None:
            with database.hold(theirs):
                assert ask(theirs, "SELECT to_regclass('mine')") is None

        run_as(account, use)
        assert ask(state, "SELECT to_regclass('mine')::text") == "mine"


def test_somebody_elses_checkout_is_not_written_to(
    state: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    owner = PROJECT_DIR.stat().st_uid
    monkeypatch.setattr(os, "geteuid", lambda: owner)
    assert state_dir() == PROJECT_DIR / "var"
    monkeypatch.setattr(os, "geteuid", lambda: owner + 1)
    assert state_dir().is_relative_to(tmp_path)


def test_a_place_that_the_servers_user_cannot_reach_is_left_as_it_is(state: Path) -> None:
    closed = state.parent
    closed.chmod(0o700)
    with database.hold(state):
        assert ask(state, "SELECT 1") == 1
        # Root's server moves out; a plain user's has no need to.
        assert prepare_home(state).directory.is_relative_to(closed) is (os.geteuid() != 0)
    assert stat.S_IMODE(closed.stat().st_mode) == 0o700


def test_programs_that_the_servers_user_cannot_reach_are_copied(
    state: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    tmp_path.chmod(0o700)
    binaries = install_linked(tmp_path / "site-packages")
    monkeypatch.setattr(database_home, "_wheel_binaries", lambda: binaries)
    with database.hold(state):
        assert ask(state, "SELECT 1") == 1
        home = prepare_home(state)
        assert programs(home).is_relative_to(home.directory) is (os.geteuid() == 0)
