"""A server that stops does not wait for long; those who still wait for an answer are told."""

import asyncio

from starlette.requests import Request
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from lineal.http.refused import answer
from lineal.http.request_id import request_id


class Stopping:
    """Answers 503 to a request that is cancelled, which happens only when the server stops."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        started = False

        async def note(message: Message) -> None:
            nonlocal started
            started = True
            await send(message)

        try:
            await self._app(scope, receive, note)
        except asyncio.CancelledError:
            if started:
                raise
            again = "The server is stopping: send the request again in a moment"
            extensions = {"code": "STOPPING", "requestId": request_id(Request(scope))}
            told = answer(503, again, extensions=extensions, headers={"retry-after": "1"})
            await told(scope, receive, send)
