"""A real server over real HTTP, in a thread of the tests' process."""

import asyncio
import contextlib
import socket
import threading
from collections.abc import Iterator
from typing import Any

import pytest
import uvicorn

from lineal.app import create_app
from lineal.kernel.graph import Graph
from lineal.settings import Settings
from tests.conftest import Neo4j


class Served(uvicorn.Server):
    """Serves the tests' database; `tester` is the one acting."""

    def __init__(self, neo4j: Neo4j, listener: socket.socket, settings: Settings) -> None:
        self._neo4j = neo4j
        self._listener = listener
        self._settings = settings

    def run_in_thread(self) -> None:
        asyncio.run(self._run())

    async def _run(self) -> None:
        # Its own graph: a driver belongs to the loop that it was made in.
        graph = Graph.connect(
            self._neo4j.uri, self._neo4j.user, self._neo4j.password or None, deadline=60.0
        )
        app = create_app(graph, self._settings)
        super().__init__(uvicorn.Config(app, log_config=None, lifespan="off"))
        await self.serve([self._listener])
        await graph.close()

    @contextlib.contextmanager
    def capture_signals(self) -> Iterator[None]:
        yield


@contextlib.contextmanager
def serving(neo4j: Neo4j, port: int = 0, **settings: Any) -> Iterator[str]:
    """Yields the address of the API; what is sent before it is ready waits in the socket."""
    chosen = Settings(actor="tester", **settings)
    with socket.create_server(("127.0.0.1", port)) as listener:
        served = Served(neo4j, listener, chosen)
        thread = threading.Thread(target=served.run_in_thread, daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{listener.getsockname()[1]}/graphql"
        served.should_exit = True
        thread.join(10)


@pytest.fixture(scope="session")
def server(neo4j: Neo4j, graph: Graph) -> Iterator[str]:
    """The address of a server over the session's database, which is migrated."""
    with serving(neo4j) as url:
        yield url
