"""Whether the process lives, and whether it can answer."""

import asyncio
from collections.abc import Sequence

import orjson
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import BaseRoute, Route

from lineal.kernel.graph import Graph, GraphError
from lineal.kernel.migrations import Migration, pending

SECONDS = 2.0


class Health:
    """What probes ask: /livez and /readyz."""

    def __init__(self, graph: Graph, migrations: Sequence[Migration] | None = None) -> None:
        self._graph = graph
        self._migrations = migrations

    def routes(self) -> list[BaseRoute]:
        """Returns the routes of both probes."""
        return [Route("/livez", self.live), Route("/readyz", self.ready)]

    async def live(self, request: Request) -> Response:
        """Says that the process lives, whatever else does."""
        return PlainTextResponse("ok\n", headers={"cache-control": "no-store"})

    async def ready(self, request: Request) -> Response:
        """Says whether the graph answers and is as this version of Lineal wants it."""
        reason = await why_not_ready(self._graph, self._migrations)
        answer = {"ready": reason is None} | ({"reason": reason} if reason else {})
        return Response(
            orjson.dumps(answer, option=orjson.OPT_APPEND_NEWLINE),
            503 if reason else 200,
            {"cache-control": "no-store"},
            "application/json",
        )


async def why_not_ready(graph: Graph, migrations: Sequence[Migration] | None = None) -> str | None:
    """Returns one line that says what is missing, within two seconds, or None."""
    try:
        async with asyncio.timeout(SECONDS):
            names = await pending(graph, migrations)
    except TimeoutError:
        return f"The graph database did not answer within {SECONDS:g} s"
    except GraphError as error:
        return str(error)
    return f"Migrations are pending: {', '.join(names)}" if names else None
