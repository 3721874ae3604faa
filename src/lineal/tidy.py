"""What a server does by the way: forgets idempotency keys that are too old to be used again."""

import asyncio
import logging

from lineal.kernel import queries
from lineal.kernel.graph import Graph, GraphError, Transaction

log = logging.getLogger(__name__)

HOUR = 3600.0


async def tidy(graph: Graph, every: float = HOUR) -> None:
    """Forgets old keys every so many seconds, until it is cancelled; several servers may do so."""
    while True:
        try:
            while await forget_keys(graph):
                pass
        except GraphError as error:
            log.warning("old idempotency keys are still there: %s", error)
        await asyncio.sleep(every)


async def forget_keys(graph: Graph) -> int:
    """Returns how many keys it forgot; raises GraphError."""

    async def unit(tx: Transaction) -> int:
        return int(await tx.value(queries.query("idempotency/forget_keys").text))

    forgotten, _ = await graph.write(unit)
    return forgotten
