"""A node that somebody else is busy with."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from lineal.kernel.graph import Graph, Transaction


@asynccontextmanager
async def locked(graph: Graph, ref: str, deadline: float | None = None) -> AsyncIterator[None]:
    """Keeps a node locked, so that whoever wants to change it waits."""
    held, done = asyncio.Event(), asyncio.Event()

    async def hold(tx: Transaction) -> None:
        await tx.value("MATCH (n:Entity {ref: $ref}) SET n.lock = true RETURN 1", {"ref": ref})
        held.set()
        await done.wait()

    holding = asyncio.ensure_future(graph.write(hold, deadline=deadline))
    await held.wait()
    try:
        yield
    finally:
        done.set()
        await holding
