"""One real Neo4j for the whole session."""

import os
from collections.abc import AsyncIterator, Iterator
from dataclasses import dataclass
from pathlib import Path

import httpx
import pytest

from lineal import embedded
from lineal.kernel.engine import Engine
from lineal.kernel.graph import Graph
from lineal.kernel.migrations import migrate
from lineal.settings import Settings
from soak.server import SHORT_LIVED
from tests.asking import Registry, unique

# A test's database lives for minutes: the JVM's second compiler costs more than it gives.
os.environ.setdefault("JAVA_TOOL_OPTIONS", SHORT_LIVED)
# It grows from nothing: else what was planned would be planned again and again.
SETTINGS = {"dbms.cypher.min_replan_interval": "1h"}


@dataclass(frozen=True)
class Neo4j:
    """Where the tests' database is; its contents are theirs to destroy."""

    uri: str
    user: str
    password: str


@pytest.fixture(scope="session")
def neo4j(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Neo4j]:
    """An embedded Neo4j in a folder of its own, or the one that LINEAL_TEST_NEO4J_URI names.

    LINEAL_TEST_NEO4J_LOCK names the jars of another version.
    """
    if uri := os.environ.get("LINEAL_TEST_NEO4J_URI"):
        yield Neo4j(uri, "neo4j", os.environ.get("LINEAL_TEST_NEO4J_PASSWORD", ""))
        return
    lock = os.environ.get("LINEAL_TEST_NEO4J_LOCK")
    folder = tmp_path_factory.mktemp("neo4j")
    with embedded.start(folder, lock=Path(lock) if lock else None, settings=SETTINGS) as started:
        yield Neo4j(started.uri, started.user, started.password)


@pytest.fixture(scope="session")
async def graph(neo4j: Neo4j) -> AsyncIterator[Graph]:
    """The session's database, migrated. It is shared: name what you make so that it is yours."""
    connected = Graph.connect(neo4j.uri, neo4j.user, neo4j.password or None, deadline=30.0)
    await migrate(connected)
    yield connected
    await connected.close()


@pytest.fixture(scope="session")
async def api(graph: Graph) -> AsyncIterator[httpx.AsyncClient]:
    """A client of the whole application over the session's database; `tester` is the one acting."""
    from lineal.app import create_app

    transport = httpx.ASGITransport(create_app(graph, Settings(actor="tester")))
    async with httpx.AsyncClient(transport=transport, base_url="http://localhost") as client:
        yield client


@pytest.fixture(scope="session")
def engine() -> Engine:
    """The whole schema, ready to answer."""
    from lineal.schema import schema

    return Engine(schema)


@pytest.fixture
async def registry(engine: Engine, graph: Graph) -> Registry:
    """The session's registry, and a namespace of the test's own in it; `ada` is the one acting."""
    made = Registry(engine, graph, unique("ns"))
    await made.told("createNamespace", "namespace { id }", name=made.namespace)
    return made
