"""A database that takes no writes, has no room, no memory, or is killed as it makes its schema."""

import asyncio
import os
import resource
import signal
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from lineal import embedded
from lineal.kernel.engine import Engine
from lineal.kernel.graph import Graph, GraphUnavailable, OutOfMemory
from lineal.kernel.migrations import migrate
from tests.asking import Registry

EVERYTHING = "{ namespaces(first: 100) { nodes { name } } }"
CREATE = """mutation ($name: String!) {
  createNamespace(input: {name: $name}) { __typename }
}"""
ROOM = 4096
"""Bytes: less than the files have already that Neo4j writes to."""

MODELS = """UNWIND range(1, 300000) AS number
CALL (number) { CREATE (:Model {ref: toString(number)}) } IN TRANSACTIONS OF 50000 ROWS"""
CONSTRAINT = "CREATE CONSTRAINT model_ref FOR (n:Model) REQUIRE n.ref IS UNIQUE"
OWNERS = """SHOW INDEXES YIELD name, owningConstraint WHERE name = "model_ref"
RETURN collect(coalesce(owningConstraint, "none")) AS answer"""


@asynccontextmanager
async def opened(
    data: Path, engine: Engine, settings: Mapping[str, str] | None = None
) -> AsyncIterator[tuple[Registry, int]]:
    """Yields a registry over a database of its own, and the process of that."""
    with embedded.start(data, settings=settings) as neo4j:
        graph = Graph.connect(neo4j.uri, neo4j.user, neo4j.password, deadline=30)
        yield Registry(engine, graph, "ns"), neo4j.pid
        await graph.close()


async def names(registry: Registry) -> list[str]:
    """Returns the names of all namespaces."""
    found = await registry.ask(EVERYTHING)
    return [each["name"] for each in found["namespaces"]["nodes"]]


@pytest.fixture
async def filled(tmp_path: Path, engine: Engine) -> Path:
    """A data folder with one namespace in it."""
    async with opened(tmp_path, engine) as (registry, _):
        await migrate(registry.graph)
        await registry.ask(CREATE, name="before")
    return tmp_path


class TestReadOnly:
    async def test_is_read_and_says_that_it_takes_no_writes(
        self, filled: Path, engine: Engine
    ) -> None:
        async with opened(filled, engine, {"server.databases.read_only": "neo4j"}) as (registry, _):
            assert await names(registry) == ["before"]
            assert await registry.code(CREATE, name="now") == "GRAPH_READ_ONLY"


class TestDiskFull:
    async def test_nothing_acknowledged_is_lost(self, filled: Path, engine: Engine) -> None:
        async with opened(filled, engine) as (registry, pid):
            # A file that may not grow fails a write as a full disk does.
            resource.prlimit(pid, resource.RLIMIT_FSIZE, (ROOM, ROOM))

            assert await registry.code(CREATE, name="refused") == "GRAPH_UNAVAILABLE"

        async with opened(filled, engine) as (registry, _):
            await registry.ask(CREATE, name="after")

            assert set(await names(registry)) - {"refused"} == {"before", "after"}


class TestOutOfMemory:
    async def test_says_so_and_answers_what_is_less(self, filled: Path, engine: Engine) -> None:
        async with opened(filled, engine, {"db.memory.transaction.max": "8m"}) as (registry, _):
            with pytest.raises(OutOfMemory, match="ask for less"):
                await registry.graph.read("UNWIND range(1, 1000000) AS n RETURN collect(n) AS all")

            assert await names(registry) == ["before"]


class TestKilledAsItMakesAConstraint:
    async def test_the_next_start_migrates(self, tmp_path: Path, engine: Engine) -> None:
        async with opened(tmp_path, engine) as (registry, pid):
            await registry.graph.run(MODELS)
            making = asyncio.create_task(registry.graph.run(CONSTRAINT))
            while not await registry.graph.read(OWNERS):
                pass
            os.kill(pid, signal.SIGKILL)
            with pytest.raises(GraphUnavailable):
                await making

        async with opened(tmp_path, engine) as (registry, _):
            assert await registry.graph.read(OWNERS) == ["none"]

            await migrate(registry.graph)

            assert await registry.graph.read(OWNERS) == ["model_ref"]
