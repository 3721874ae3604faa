"""`lineal serve`, as a process of its own: how it starts, what stops it, and what it leaves."""

import os
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import httpx
import psutil
import pytest

from lineal.embedded import start
from tests.conftest import Neo4j
from tests.proxy import Proxy

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="POSIX signals")

SERVE = ("-m", "lineal", "serve")
NAMESPACES = {"query": "{ namespaces(first: 1) { nodes { name } } }"}


class Server:
    """A server in a process of its own, with the settings given and no others."""

    def __init__(self, *arguments: str, **settings: object) -> None:
        self.port = int(str(settings.setdefault("port", free_port())))
        # A cold Neo4j on a busy machine takes longer than a user should wait.
        settings.setdefault("deadline", 60)
        kept = {name: value for name, value in os.environ.items() if "LINEAL" not in name}
        given = {f"LINEAL_{name.upper()}": str(value) for name, value in settings.items()}
        self.process = subprocess.Popen(
            [sys.executable, *(arguments or SERVE)],
            env=kept | given,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            start_new_session=True,
        )

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def ready(self) -> str:
        """Returns the first line that it says, which is once it answers."""
        assert self.process.stdout is not None
        line = self.process.stdout.readline()
        assert line, self.process.communicate()[1]
        return line

    def child(self) -> int:
        """Returns the embedded Neo4j's process, as soon as there is one."""
        for _ in range(200):
            if children := psutil.Process(self.process.pid).children():
                return int(children[0].pid)
            time.sleep(0.05)
        raise AssertionError("there is no child")

    def workers(self) -> list[int]:
        """Returns the processes that answer requests."""
        return self._children("spawn_main")

    def databases(self) -> list[int]:
        """Returns the processes of embedded Neo4js."""
        return self._children("lineal.embedded.server")

    def _children(self, word: str) -> list[int]:
        children = psutil.Process(self.process.pid).children()
        return [each.pid for each in children if word in " ".join(each.cmdline())]

    def end(self, how: signal.Signals) -> int:
        """Returns the exit code, once the process has ended; it may not hang."""
        self.process.send_signal(how)
        return self.process.wait(20)

    def refused(self) -> str:
        """Returns the one line that it says before it ends with 1."""
        out, err = self.process.communicate(timeout=60)
        assert self.process.returncode == 1
        assert out == ""
        assert len(err.splitlines()) == 1, err
        return err.strip()


def free_port() -> int:
    with socket.socket() as chosen:
        chosen.bind(("127.0.0.1", 0))
        return int(chosen.getsockname()[1])


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


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder in which Neo4j was started once before."""
    folder = tmp_path_factory.mktemp("serve") / "data"
    with start(folder):
        pass
    return folder


@pytest.fixture
def servers() -> Iterator[list[Server]]:
    """Those that are put in here are ended after the test."""
    started: list[Server] = []
    yield started
    for server in started:
        if server.process.poll() is None:
            server.end(signal.SIGKILL)
        for pipe in (server.process.stdout, server.process.stderr):
            assert pipe is not None
            pipe.close()


@pytest.fixture
async def proxy(neo4j: Neo4j) -> AsyncIterator[Proxy]:
    async with Proxy(neo4j.uri) as opened:
        yield opened


def own(neo4j: Neo4j, uri: str | None = None) -> dict[str, object]:
    """Returns the settings of a server over the tests' database."""
    return {"neo4j_uri": uri or neo4j.uri, "neo4j_password": neo4j.password}


class TestEmbedded:
    def test_says_where_it_answers_once_it_does(self, servers: list[Server], data: Path) -> None:
        server = Server(data=data)
        servers.append(server)

        said = server.ready()
        answer = httpx.post(f"{server.url}/graphql", json=NAMESPACES, timeout=60)
        ready = httpx.get(f"{server.url}/readyz", timeout=60)

        assert f"{server.url}/graphql" in said
        assert answer.json() == {"data": {"namespaces": {"nodes": []}}}
        assert ready.status_code == 200

    @pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGTERM])
    def test_a_signal_ends_everything(
        self, servers: list[Server], data: Path, how: signal.Signals
    ) -> None:
        server = Server(data=data)
        servers.append(server)
        server.ready()
        jvm = server.child()

        assert server.end(how) == 0
        assert server.process.stderr is not None
        assert server.process.stderr.read() == ""
        assert gone(jvm, within=10)

    @pytest.mark.parametrize("after", [0.0, 1.5])
    def test_a_signal_during_the_start_does_too(
        self, servers: list[Server], data: Path, after: float
    ) -> None:
        server = Server(data=data)
        servers.append(server)
        jvm = server.child()
        time.sleep(after)

        assert server.end(signal.SIGTERM) == 0
        assert gone(jvm, within=10)

    def test_a_killed_server_leaves_no_jvm_and_starts_again_with_its_data(
        self, servers: list[Server], data: Path
    ) -> None:
        create = 'mutation { createNamespace(input: {name: "kept"}) { __typename } }'
        first = Server(data=data)
        servers.append(first)
        first.ready()
        httpx.post(f"{first.url}/graphql", json={"query": create}, timeout=60)
        jvm = first.child()

        first.end(signal.SIGKILL)
        second = Server(data=data)
        servers.append(second)
        second.ready()
        answer = httpx.post(f"{second.url}/graphql", json=NAMESPACES, timeout=60)

        assert gone(jvm, within=0)
        assert answer.json()["data"]["namespaces"]["nodes"] == [{"name": "kept"}]

    def test_ends_with_one_line_once_its_database_is_killed(
        self, servers: list[Server], data: Path
    ) -> None:
        first = Server(data=data)
        servers.append(first)
        first.ready()

        os.kill(first.child(), signal.SIGKILL)
        _, said = first.process.communicate(timeout=60)
        second = Server(data=data)
        servers.append(second)
        second.ready()

        assert first.process.returncode == 1
        assert said.startswith("The embedded Neo4j was killed by SIGKILL (log: ")
        assert len(said.splitlines()) == 1

    def test_a_database_killed_during_the_start_is_told_in_one_line(
        self, servers: list[Server], data: Path
    ) -> None:
        server = Server(data=data)
        servers.append(server)
        os.kill(server.child(), signal.SIGKILL)

        assert "its process was killed by SIGKILL" in server.refused()

    def test_a_second_one_on_the_folder_is_refused(self, servers: list[Server], data: Path) -> None:
        with start(data):
            second = Server(data=data)
            servers.append(second)

            assert "Another Lineal is serving" in second.refused()


class TestRefused:
    def test_port_in_use_is_told_before_anything_is_started(
        self, servers: list[Server], tmp_path: Path
    ) -> None:
        with socket.create_server(("127.0.0.1", 0)) as other:
            port = other.getsockname()[1]
            server = Server(port=port, data=tmp_path / "data")
            servers.append(server)
            said = server.refused()

        assert f"port {port}" in said
        assert "LINEAL_PORT" in said
        assert not (tmp_path / "data").exists()

    @pytest.mark.parametrize(
        ("settings", "said"),
        [
            ({"port": 70000}, "LINEAL_PORT=70000: allowed is a whole number from 1 to 65535"),
            ({"prot": 8001}, "LINEAL_PROT is not a setting: did you mean LINEAL_PORT?"),
            ({"host": "no.such.host.invalid"}, "LINEAL_HOST=no.such.host.invalid"),
            ({"neo4j_uri": "bolt://127.0.0.1:1"}, "No Neo4j to use at bolt://127.0.0.1:1"),
        ],
    )
    def test_wrong_settings_are_one_line(
        self, servers: list[Server], settings: dict[str, object], said: str
    ) -> None:
        server = Server(**settings)
        servers.append(server)

        assert said in server.refused()

    def test_wrong_password_is_one_line(self, servers: list[Server], neo4j: Neo4j) -> None:
        server = Server(neo4j_uri=neo4j.uri, neo4j_password="wrong")
        servers.append(server)

        assert "refused Lineal's user or password" in server.refused()


class TestWorkers:
    def test_each_has_a_process_and_the_database_is_started_once(
        self, servers: list[Server], data: Path
    ) -> None:
        server = Server(data=data, workers=2)
        servers.append(server)

        server.ready()
        answers = [httpx.post(f"{server.url}/graphql", json=NAMESPACES, timeout=60) for _ in "1234"]

        assert len(server.workers()) == 2
        assert len(server.databases()) == 1
        assert all("data" in answer.json() for answer in answers)

    @pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGTERM])
    def test_a_signal_ends_everything(
        self, servers: list[Server], data: Path, how: signal.Signals
    ) -> None:
        server = Server(data=data, workers=2)
        servers.append(server)
        server.ready()
        processes = [*server.workers(), *server.databases()]

        assert server.end(how) == 0
        assert server.process.stderr is not None
        assert server.process.stderr.read() == ""
        assert len(processes) == 3
        assert all(gone(pid, within=10) for pid in processes)

    def test_a_killed_server_leaves_none(self, servers: list[Server], data: Path) -> None:
        server = Server(data=data, workers=2)
        servers.append(server)
        server.ready()
        processes = [*server.workers(), *server.databases()]

        server.end(signal.SIGKILL)

        assert len(processes) == 3
        assert all(gone(pid, within=10) for pid in processes)

    def test_a_killed_worker_ends_the_server_in_one_line(
        self, servers: list[Server], neo4j: Neo4j
    ) -> None:
        server = Server(**own(neo4j), workers=2)
        servers.append(server)
        server.ready()
        first, second = server.workers()

        os.kill(first, signal.SIGKILL)

        assert server.process.wait(20) == 1
        assert server.process.stderr is not None
        assert server.process.stderr.read().splitlines() == [
            "A worker ended with -9; the log says why"
        ]
        assert gone(second, within=10)

    def test_no_database_is_one_line(self, servers: list[Server]) -> None:
        server = Server(neo4j_uri="bolt://127.0.0.1:1", workers=2)
        servers.append(server)

        assert "No Neo4j to use at bolt://127.0.0.1:1" in server.refused()


class TestYourOwn:
    def test_two_servers_on_one_database(self, servers: list[Server], neo4j: Neo4j) -> None:
        servers += [Server(**own(neo4j)), Server(**own(neo4j))]

        for server in servers:
            server.ready()

            answer = httpx.post(f"{server.url}/graphql", json=NAMESPACES, timeout=60).json()
            assert "errors" not in answer

    async def test_a_request_that_hangs_does_not_keep_it(
        self, servers: list[Server], neo4j: Neo4j, proxy: Proxy
    ) -> None:
        server = Server(**own(neo4j, proxy.uri), deadline=30)
        servers.append(server)
        async with httpx.AsyncClient(base_url=server.url, timeout=20) as client:
            while not await is_ready(client):
                pass
            proxy.hang()
            threading.Timer(0.5, server.process.send_signal, [signal.SIGTERM]).start()
            response = await client.post("/graphql", json=NAMESPACES)

        assert server.process.wait(10) == 0
        assert server.process.stderr is not None
        assert response.status_code == 503, server.process.stderr.read()
        assert server.process.stderr is not None
        assert "Traceback" not in server.process.stderr.read()

    def test_calls_back_once_it_answers(self, servers: list[Server], neo4j: Neo4j) -> None:
        code = (
            "import httpx; from lineal.serve import serve; from lineal.settings import load\n"
            "ask = lambda url: httpx.post(url, json={'query': '{ __typename }'}).text\n"
            "serve(load(), lambda url: print(ask(url), flush=True))"
        )
        server = Server("-c", code, **own(neo4j))
        servers.append(server)
        assert server.process.stdout is not None

        said = [server.process.stdout.readline() for _ in range(3)]

        assert '{"data":{"__typename":"Query"}}\n' in said


async def is_ready(client: httpx.AsyncClient) -> bool:
    try:
        return (await client.get("/readyz")).status_code == 200
    except httpx.TransportError:
        return False
