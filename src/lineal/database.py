"""The database that the settings name: your own Neo4j, or the embedded one."""

import asyncio
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager, suppress
from dataclasses import dataclass, field

from rich.console import Console

from lineal import embedded
from lineal.kernel.graph import Graph, GraphUnavailable
from lineal.settings import Settings

# A goodbye to a database that hangs is not waited for.
CLOSING_SECONDS = 0.3


@dataclass(frozen=True, slots=True)
class Database:
    """Where a Neo4j listens, and what it wants to hear."""

    uri: str
    user: str
    password: str | None = field(repr=False)
    name: str
    deadline: float
    is_embedded: bool

    @asynccontextmanager
    async def connected(self) -> AsyncIterator[Graph]:
        """Yields a graph, and closes it. Raises GraphUnavailable, naming the address."""
        graph = Graph.connect(self.uri, self.user, self.password, self.name, self.deadline)
        try:
            yield graph
        except GraphUnavailable as error:
            raise GraphUnavailable(f"No Neo4j to use at {self.uri}: {error}") from error
        finally:
            with suppress(TimeoutError):
                await asyncio.wait_for(graph.close(), CLOSING_SECONDS)


@contextmanager
def opened(settings: Settings, on_end: embedded.OnEnd | None = None) -> Iterator[Database]:
    """Yields the database; an embedded one is started before and stopped after.

    Downloads are shown on standard error; `on_end` is told, in a thread, of an embedded one that
    ended by itself. Raises EmbeddedError.
    """
    if settings.neo4j_uri is not None:
        password = settings.neo4j_password
        yield Database(
            settings.neo4j_uri,
            settings.neo4j_user,
            password.get_secret_value() if password else None,
            settings.neo4j_database,
            settings.deadline,
            is_embedded=False,
        )
        return
    with (
        embedded.download_progress(Console(stderr=True)) as advance,
        embedded.start(settings.data, advance, on_end) as neo4j,
    ):
        yield Database(
            neo4j.uri, neo4j.user, neo4j.password, "neo4j", settings.deadline, is_embedded=True
        )
