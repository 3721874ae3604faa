"""Which names the server answers to: by another one a page of another site may have come here.

A name that its owner lets point at a loopback address is for a browser an address of the owner's
own, whose pages may ask there whatever they like ("DNS rebinding").
"""

import re
from collections.abc import Collection

from starlette.datastructures import Headers
from starlette.requests import Request
from starlette.types import ASGIApp, Receive, Scope, Send

from lineal.http.refused import answer
from lineal.http.request_id import request_id

# Asked by probes, which know a server by its address alone.
PROBES = ("/livez", "/readyz")

_HOST = re.compile(r"(\[[\da-f:.]+\]|[^:\[\]]+)(?::\d+)?", re.ASCII)


class Hosts:
    """Answers 421 to a request for a name that is not one of the server's; no names: for none."""

    def __init__(self, app: ASGIApp, names: Collection[str]) -> None:
        self._app = app
        self._names = names

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if self._names and scope["type"] == "http" and scope["path"] not in PROBES:
            host = Headers(scope=scope).get("host", "")
            if name_of(host) not in self._names:
                message = f"{host[:100]!r} is not a name of this server (LINEAL_ALLOWED_HOSTS)"
                extensions = {"code": "MISDIRECTED", "requestId": request_id(Request(scope))}
                await answer(421, message, extensions=extensions)(scope, receive, send)
                return
        await self._app(scope, receive, send)


def name_of(host: str) -> str | None:
    """Returns the name in a Host header, without its port; None: there is none."""
    found = _HOST.fullmatch(host.lower())
    return found.group(1) if found else None
