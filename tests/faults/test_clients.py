"""Clients that are slow, idle or gone cost the others nothing."""

import asyncio
import json
import resource
from collections.abc import AsyncIterator, Iterator
from contextlib import AsyncExitStack, asynccontextmanager

import pytest

from lineal.kernel.graph import Graph
from tests.asking import Registry
from tests.conftest import Neo4j
from tests.locking import locked
from tests.test_serve import Server

IDLE = 10_000
# For what else a process has open.
SPARE = 300
QUERY = b'{"query": "{ namespaces(first: 1) { totalCount } }"}'
CHANGE = """mutation ($ref: Ref!) {
  updateNamespace(input: {ref: $ref, description: "slowly"}) { __typename }
}"""
WAITING = """SHOW TRANSACTIONS YIELD status WHERE status STARTS WITH "Blocked"
RETURN count(*) AS answer"""
# Seconds; the server's own deadline is a minute, and would end a statement as well.
SOON = 30
HEAD = (
    b"POST /graphql HTTP/1.1\r\nhost: localhost\r\ncontent-type: application/json\r\n"
    b"content-length: %d\r\n\r\n"
)


@pytest.fixture
def connections() -> Iterator[int]:
    """How many connections this process can have, which the server inherits."""
    before, most = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (most, most))
    yield IDLE if most == resource.RLIM_INFINITY else min(IDLE, most - SPARE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (before, most))


@pytest.fixture
async def port(connections: int, graph: Graph, neo4j: Neo4j) -> AsyncIterator[int]:
    """That of a server over the session's database, in a process of its own."""
    server = Server(neo4j_uri=neo4j.uri, neo4j_password=neo4j.password)
    await asyncio.to_thread(server.ready)
    yield server.port
    server.process.terminate()
    await asyncio.to_thread(server.process.wait, 20)


@asynccontextmanager
async def connected(port: int) -> AsyncIterator[tuple[asyncio.StreamReader, asyncio.StreamWriter]]:
    """Yields a connection."""
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    yield reader, writer
    writer.close()


async def answer(reader: asyncio.StreamReader) -> tuple[int, bytes]:
    """Returns the status and the body of an answer."""
    head = (await reader.readuntil(b"\r\n\r\n")).lower()
    length = head.partition(b"content-length: ")[2].partition(b"\r\n")[0]
    return int(head.split()[1]), await reader.readexactly(int(length))


async def asked(port: int) -> tuple[int, bytes]:
    """Returns the answer to a query on a connection of its own."""
    async with connected(port) as (reader, writer):
        writer.write(HEAD % len(QUERY) + QUERY)
        return await answer(reader)


class TestIdle:
    async def test_many_connections_do_not_keep_others_from_being_answered(
        self, port: int, connections: int
    ) -> None:
        async with AsyncExitStack() as stack:
            for _ in range(connections):
                await stack.enter_async_context(connected(port))
            status, body = await asked(port)

        assert status == 200
        assert b"errors" not in body


class TestSlow:
    async def test_a_body_that_does_not_arrive_is_not_waited_for(self, port: int) -> None:
        async with connected(port) as (reader, writer):
            writer.write(HEAD % len(QUERY) + QUERY[:10])
            status, body = await answer(reader)

            assert status == 408
            assert b'"REQUEST_TIMEOUT"' in body
            assert await reader.read() == b""


class TestGone:
    async def test_the_statement_of_a_client_that_hangs_up_is_ended(
        self, port: int, registry: Registry
    ) -> None:
        graph, variables = registry.graph, {"ref": registry.namespace}
        body = json.dumps({"query": CHANGE, "variables": variables}).encode()
        async with locked(graph, registry.namespace, deadline=4 * SOON):
            async with connected(port) as (_, writer):
                writer.write(HEAD % len(body) + body)
                await until(graph, waiting=1)
            await until(graph, waiting=0)


async def until(graph: Graph, waiting: int) -> None:
    """Returns when so many transactions wait for the lock of another."""
    async with asyncio.timeout(SOON):
        while await graph.read(WAITING) != waiting:
            pass
