"""Each operation through real HTTP, in turns with its hand-written statement over the same driver.

Ratios are what counts: absolute figures are those of the machine. SCALE=large for a big graph.
"""

import asyncio
import os
import socket
import statistics
import tempfile
import time
from collections.abc import Awaitable, Callable
from pathlib import Path

import httpx
import uvicorn

from bench.graph import SCALES, fill
from bench.operations import Operation, operations
from lineal import embedded
from lineal.app import create_app
from lineal.kernel.graph import Graph
from lineal.kernel.migrations import migrate
from lineal.settings import Settings

ROUNDS = 200
WARM_UP = 30


async def main() -> None:
    """Fills a graph, measures, prints."""
    scale = SCALES[os.environ.get("SCALE", "small")]
    with tempfile.TemporaryDirectory() as folder, embedded.start(Path(folder)) as neo4j:
        graph = Graph.connect(neo4j.uri, neo4j.user, neo4j.password, deadline=300.0)
        await migrate(graph)
        print(f"Writing {scale.nodes} nodes ...", flush=True)
        await fill(graph, scale)
        with socket.socket(proto=socket.IPPROTO_TCP) as listener:
            listener.bind(("127.0.0.1", 0))
            port = listener.getsockname()[1]
            config = uvicorn.Config(
                create_app(graph, Settings()), log_level="error", lifespan="off"
            )
            server = uvicorn.Server(config)
            serving = asyncio.create_task(server.serve([listener]))
            async with httpx.AsyncClient(base_url=f"http://127.0.0.1:{port}", timeout=300) as http:
                for operation in await operations(graph):
                    print(await measure(operation, http, graph), flush=True)
            server.should_exit = True
            await serving
        await graph.close()


async def measure(operation: Operation, http: httpx.AsyncClient, graph: Graph) -> str:
    """Returns a line: p50 of the API and of the statement in milliseconds, and their ratio."""
    payload = {"query": operation.document, "variables": operation.variables}

    async def api() -> None:
        answer = (await http.post("/graphql", json=payload)).json()
        if answer.get("errors") or not answer["data"]:
            raise SystemExit(f"{operation.name}: {answer}")

    async def statement() -> None:
        await graph.read(operation.statement, operation.parameters)

    for _ in range(WARM_UP):
        await api()
        await statement()
    pairs = [(await timed(api), await timed(statement)) for _ in range(ROUNDS)]
    ours, theirs = (statistics.median(each) for each in zip(*pairs, strict=True))
    return f"{operation.name:52} {ours:8.2f} ms {theirs:8.2f} ms {ours / theirs:6.2f}"


async def timed(call: Callable[[], Awaitable[None]]) -> float:
    """Returns how many milliseconds a call takes."""
    started = time.perf_counter()
    await call()
    return (time.perf_counter() - started) * 1000


if __name__ == "__main__":
    asyncio.run(main())
