"""The embedded Neo4j starts, keeps what it is told, and ends with its parent."""

import json
import os
import signal
import stat
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import psutil
import pytest
from neo4j import Driver, GraphDatabase
from neo4j.exceptions import AuthError

from lineal.embedded import DataFolderInUse, Embedded, StartFailed, start
from lineal.embedded.errors import DataFolderUnusable

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="POSIX signals")

HOLDER = Path(__file__).with_name("holder.py")


class Held:
    """A process of its own with an embedded Neo4j, and the means to end it."""

    def __init__(self, data: Path) -> None:
        self.process = subprocess.Popen(
            [sys.executable, str(HOLDER), str(data)], stdout=subprocess.PIPE, start_new_session=True
        )

    def ready(self) -> Embedded:
        assert self.process.stdout is not None
        return Embedded(**json.loads(self.process.stdout.readline()))

    def jvm(self) -> psutil.Process:
        """Returns the child, as soon as there is one."""
        for _ in range(200):
            if children := psutil.Process(self.process.pid).children():
                return children[0]
            time.sleep(0.05)
        raise AssertionError("there is no child")

    def end(self, how: signal.Signals) -> int:
        """Returns the exit code, once the process has ended; it may not hang."""
        os.killpg(self.process.pid, how)
        return self.process.wait(20)


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder in which Neo4j was started once before."""
    folder = tmp_path_factory.mktemp("embedded") / "data"
    with start(folder):
        pass
    return folder


@pytest.fixture(scope="class")
def serving(data: Path) -> Iterator[Embedded]:
    with start(data) as neo4j:
        yield neo4j


@pytest.fixture
def held(data: Path) -> Iterator[Held]:
    holder = Held(data)
    yield holder
    if holder.process.poll() is None:
        holder.end(signal.SIGKILL)
    assert holder.process.stdout is not None
    holder.process.stdout.close()


def connected(neo4j: Embedded) -> Driver:
    return GraphDatabase.driver(neo4j.uri, auth=(neo4j.user, neo4j.password))


def runs(pid: int) -> bool:
    try:
        return bool(psutil.Process(pid).status() != psutil.STATUS_ZOMBIE)
    except psutil.NoSuchProcess:
        return False


def gone(pid: int, within: float) -> bool:
    deadline = time.monotonic() + within
    while runs(pid) and time.monotonic() < deadline:
        time.sleep(0.05)
    return not runs(pid)


class TestStart:
    def test_folder_and_password_are_the_owners_alone(self, serving: Embedded, data: Path) -> None:
        password = data / "neo4j-password"

        assert stat.S_IMODE(data.stat().st_mode) == 0o700
        assert stat.S_IMODE(password.stat().st_mode) == 0o600
        assert password.read_text().strip() == serving.password
        assert serving.password not in repr(serving)

    def test_listens_on_loopback_and_wants_the_password(self, serving: Embedded) -> None:
        with (
            pytest.raises(AuthError),
            GraphDatabase.driver(serving.uri, auth=("neo4j", "neo4j")) as other,
        ):
            other.verify_connectivity()

        assert serving.uri.startswith("bolt://127.0.0.1:")

    def test_second_server_on_the_folder_is_refused(self, serving: Embedded, data: Path) -> None:
        with pytest.raises(DataFolderInUse, match="Another Lineal is serving"), start(data):
            pass

    def test_folder_that_is_a_file(self, tmp_path: Path) -> None:
        (tmp_path / "file").touch()

        with pytest.raises(DataFolderUnusable, match="LINEAL_DATA"), start(tmp_path / "file"):
            pass

    def test_store_that_is_no_store_is_told_in_one_line(self, tmp_path: Path) -> None:
        (tmp_path / "neo4j").touch()

        with pytest.raises(StartFailed) as failed, start(tmp_path):
            pass

        assert "\n" not in str(failed.value)
        assert "LINEAL_NEO4J_URI" in str(failed.value)


class TestEnd:
    @pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGTERM])
    def test_a_signal_ends_everything(self, held: Held, how: signal.Signals) -> None:
        jvm = held.ready().pid

        held.end(how)

        assert gone(jvm, within=10)

    def test_a_killed_parent_leaves_no_jvm(self, held: Held) -> None:
        jvm = held.ready().pid

        held.end(signal.SIGKILL)

        assert gone(jvm, within=10)

    def test_a_parent_killed_during_the_start_leaves_no_jvm(self, held: Held) -> None:
        jvm = held.jvm()
        time.sleep(1)

        held.end(signal.SIGKILL)

        assert gone(jvm.pid, within=10)

    def test_a_killed_server_starts_again_at_once_with_its_data(self, data: Path) -> None:
        held = Held(data)
        with connected(held.ready()) as first:
            first.execute_query("CREATE (:Kept {at: timestamp()})")
        held.end(signal.SIGKILL)

        with start(data) as neo4j, connected(neo4j) as second:
            kept = second.execute_query("MATCH (n:Kept) RETURN count(n) AS n").records[0]["n"]

        assert kept == 1

    def test_a_killed_jvm_starts_again_with_its_data(self, data: Path) -> None:
        held = Held(data)
        ready = held.ready()
        with connected(ready) as first:
            first.execute_query("CREATE (:Survived)")
        os.kill(ready.pid, signal.SIGKILL)
        held.end(signal.SIGTERM)

        with start(data) as neo4j, connected(neo4j) as second:
            records = second.execute_query("MATCH (n:Survived) RETURN count(n) AS n").records

        assert records[0]["n"] == 1


class TestPassword:
    def test_is_kept(self, data: Path) -> None:
        before = (data / "neo4j-password").read_text()

        with start(data):
            pass

        assert (data / "neo4j-password").read_text() == before

    @pytest.mark.parametrize("lost", ["neo4j-password", "neo4j/password-set"])
    def test_is_set_again_when_a_part_is_lost(self, data: Path, lost: str) -> None:
        (data / lost).unlink()

        with start(data) as neo4j, connected(neo4j) as again:
            again.verify_connectivity()
