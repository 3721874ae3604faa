"""`lineal demo`: interrupted, resumed, told again, and asked what it says one can ask."""

import signal
import time
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest
from rich.progress import Progress

from lineal import embedded
from lineal.cli.demo import QUERY
from lineal.client import Client
from lineal.demo.complete import is_complete
from lineal.demo.fill import fill
from lineal.demo.world import NAMESPACES
from tests.client.serving import serving
from tests.conftest import Neo4j
from tests.test_serve import Server, free_port, own

DEMO = ("-m", "lineal", "demo", "--serve")

COUNTS = """query ($of: TextFilter) {
  datasets(where: {namespace: $of}) { totalCount }
  datasetVersions(where: {namespace: $of}) { totalCount }
  runs(where: {namespace: $of}) { totalCount }
  models(where: {namespace: $of}) { totalCount }
  modelVersions(where: {namespace: $of}) { totalCount }
  deployments(where: {namespace: $of}) { totalCount nodes { ref revision } }
  applications(where: {namespace: $of}) { totalCount }
}"""
OURS = ["risk", "collections", *(namespace.name for namespace in NAMESPACES)]


@pytest.fixture(scope="module")
def neo4j(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Neo4j]:
    """A database of its own: other tests fill the session's with the demo."""
    with embedded.start(tmp_path_factory.mktemp("neo4j")) as started:
        yield Neo4j(started.uri, started.user, started.password)


@pytest.fixture(scope="module")
def server(neo4j: Neo4j, demo: Server) -> Iterator[str]:
    """The address of a server over it, which the demo's own has migrated."""
    demo.ready()
    with serving(neo4j) as url:
        yield url


@pytest.fixture(scope="module")
def demo(neo4j: Neo4j, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A server that fills the database as `tester`."""
    folder = tmp_path_factory.mktemp("demo")
    started = Server(*DEMO, **own(neo4j), actor="tester", deadline=60, data=folder)
    yield started
    if started.process.poll() is None:
        started.end(signal.SIGKILL)


@pytest.fixture(scope="module")
def client(server: str) -> Iterator[Client]:
    with Client(server, deadline=120) as opened:
        yield opened


def counts(url: str) -> dict[str, object]:
    asked = {"query": COUNTS, "variables": {"of": {"in": OURS}}}
    answer: dict[str, dict[str, object]] = httpx.post(url, json=asked, timeout=60).json()
    return answer["data"]


class TestRefused:
    def test_no_server_is_one_line(self, tmp_path: Path) -> None:
        url = f"http://127.0.0.1:{free_port()}/graphql"

        said = Server("-m", "lineal", "demo", url=url, data=tmp_path).refused()

        assert said.startswith(f"No Lineal answers at {url}")

    def test_no_scikit_learn_is_one_line(self, tmp_path: Path) -> None:
        without = "import sys; sys.modules['sklearn'] = None; from lineal.cli import main; main()"

        said = Server("-c", without, "demo", data=tmp_path).refused()

        assert 'pip install "lineal[demo]"' in said


class TestDemo:
    """In this order: each test finds what the one before left."""

    def test_a_signal_ends_it_in_the_middle(self, demo: Server, client: Client) -> None:
        deadline = time.monotonic() + 600
        while client.dataset("fraud/claims") is None:
            assert time.monotonic() < deadline
            time.sleep(0.2)

        assert demo.end(signal.SIGTERM) == 0
        assert not is_complete(client)

    def test_is_resumed_then(self, client: Client, tmp_path: Path) -> None:
        fill(client, tmp_path, Progress(disable=True))

        assert is_complete(client)

    def test_twice_the_same(self, client: Client, server: str, tmp_path: Path) -> None:
        once = counts(server)
        fill(client, tmp_path, Progress(disable=True))

        assert counts(server) == once

    def test_is_not_filled_when_it_is_complete(self, neo4j: Neo4j, tmp_path: Path) -> None:
        server = Server(*DEMO, **own(neo4j), data=tmp_path)
        assert server.process.stdout is not None
        said = ""
        while "complete" not in said and (line := server.process.stdout.readline()):
            said += line
        answer = httpx.post(f"{server.url}/graphql", json={"query": QUERY}, timeout=60).json()
        server.end(signal.SIGTERM)

        assert QUERY.splitlines()[1] in said
        assert not (tmp_path / "demo").exists()
        assert "errors" not in answer
        affected = {item["node"]["ref"] for item in answer["data"]["impact"]["items"]}
        assert {"collections/early-contact-batch", "collections/dialler"} <= affected
