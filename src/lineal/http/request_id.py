"""Every request has an id, its caller's or a new one, which its answer and the log tell."""

import re

from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import Request
from starlette.types import ASGIApp, Message, Receive, Scope, Send
from uuid_utils import uuid7

HEADER = "X-Request-Id"

_SANE = re.compile(r"[A-Za-z0-9._:-]{1,128}")


class RequestIds:
    """Gives each request its id, and tells it in the answer's X-Request-Id."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        own = _own(Headers(scope=scope).get(HEADER))
        scope.setdefault("state", {})["request_id"] = own

        async def tell(message: Message) -> None:
            if message["type"] == "http.response.start":
                MutableHeaders(scope=message)[HEADER] = own
            await send(message)

        await self._app(scope, receive, tell)


def request_id(request: Request) -> str:
    """Returns the id of a request."""
    return str(request.state.request_id)


def _own(given: str | None) -> str:
    return given if given and _SANE.fullmatch(given) else str(uuid7())
