"""Nobody waits for the answer any more: stop working on it."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response

# What nginx logs for a client that went away; nobody receives it.
CLIENT_CLOSED_REQUEST = 499
# Seconds.
SOON = 0.05


async def gone(request: Request, error: Exception) -> Response:
    """Returns the end of a request that nobody waits for."""
    return Response(status_code=CLIENT_CLOSED_REQUEST)


@asynccontextmanager
async def while_client_waits(request: Request) -> AsyncIterator[None]:
    """Cancels the block when the client goes away, and raises ClientDisconnect then.

    The request's body must have been read. What is soon done is done: nobody is watched for.
    """
    tasks: list[asyncio.Task[None]] = []
    try:
        async with asyncio.timeout(None) as scope:
            loop = asyncio.get_running_loop()
            begin = loop.call_later(
                SOON, lambda: tasks.append(loop.create_task(_watch(request, scope)))
            )
            try:
                yield
            finally:
                begin.cancel()
                for watch in tasks:
                    watch.cancel()
    except TimeoutError:
        if scope.expired():
            raise ClientDisconnect from None
        raise


async def _watch(request: Request, scope: asyncio.Timeout) -> None:
    while (await request.receive())["type"] != "http.disconnect":
        pass
    scope.reschedule(0)
