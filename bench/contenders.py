"""Who is measured: each answers an operation on a connection of its own."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any, Protocol

from neo4j import AsyncDriver, AsyncGraphDatabase, AsyncManagedTransaction, AsyncSession

from bench.operations import Operation
from bench.servers import Process
from bench.wire import Connection
from lineal.embedded import Embedded

LINEAL, STATEMENT, APOLLO = "Lineal", "statement", "@neo4j/graphql"
BARE = "statement over HTTP"


class Contender(Protocol):
    """Somebody who answers."""

    name: str
    process: Process

    async def ask(self, place: int, operation: Operation) -> Any:
        """Returns the answer, by the connection of this place; one question at a time."""


class Api:
    """An API over HTTP; its connections are opened when they are first used, and kept."""

    def __init__(self, name: str, process: Process, url: str) -> None:
        self.name = name
        self.process = process
        self._url = url
        self._connections: dict[int, Connection] = {}

    async def ask(self, place: int, operation: Operation) -> Any:
        connection = self._connections.get(place)
        if connection is None or not connection.is_open:
            connection = self._connections[place] = await Connection.open(self._url)
        data = await connection.ask(self._document(operation), operation.variables())
        (answer,) = data.values()
        return answer

    def _document(self, operation: Operation) -> str:
        if self.name == BARE:
            return f"{'write' if operation.writes else 'read'} {operation.statement}"
        return operation.apollo if self.name == APOLLO else operation.lineal

    def close(self) -> None:
        for connection in self._connections.values():
            connection.close()


class ByHand:
    """The statement, in this process, over the driver that the server of Lineal uses too."""

    name = STATEMENT

    def __init__(self, driver: AsyncDriver) -> None:
        self.process = Process()
        self._driver = driver

    async def ask(self, place: int, operation: Operation) -> Any:
        variables = dict(operation.variables())
        return await self.run(operation.statement, variables, writes=operation.writes)

    async def run(self, statement: str, variables: dict[str, Any], *, writes: bool) -> Any:
        """Returns the only value of the only record."""
        if writes:
            async with self._driver.session(database="neo4j", fetch_size=-1) as session:
                return await session.execute_write(_run, statement, variables)
        async with self._driver.session(
            database="neo4j", default_access_mode="READ", fetch_size=-1
        ) as session:
            return await _run(session, statement, variables)


@asynccontextmanager
async def by_hand(neo4j: Embedded) -> AsyncIterator[ByHand]:
    """Yields who runs the statements."""
    auth = (neo4j.user, neo4j.password)
    async with AsyncGraphDatabase.driver(neo4j.uri, auth=auth) as driver:
        yield ByHand(driver)


async def _run(
    runner: AsyncSession | AsyncManagedTransaction, statement: str, variables: dict[str, Any]
) -> Any:
    result = await runner.run(statement, variables)
    record = await result.single(strict=True)
    return record[0]
