"""What is no GraphQL request gets an HTTP status, and one sentence that says why."""

from collections.abc import Mapping
from typing import Any

import orjson
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from lineal.http.request_id import HEADER, request_id

# What clients may tell the reasons apart by; NOT_FOUND is a ref that names nothing.
CODES = {
    400: "BAD_REQUEST",
    404: "NO_SUCH_ADDRESS",
    405: "METHOD_NOT_ALLOWED",
    406: "NOT_ACCEPTABLE",
    408: "REQUEST_TIMEOUT",
    413: "TOO_LARGE",
    415: "UNSUPPORTED_MEDIA_TYPE",
}


class Refused(HTTPException):
    """The request is refused before its GraphQL is looked at; by default its status has a code."""

    def __init__(
        self,
        status: int,
        message: str,
        headers: Mapping[str, str] | None = None,
        code: str | None = None,
    ) -> None:
        super().__init__(status, message, headers)
        self.code = code


async def refused(request: Request, error: Exception) -> Response:
    """Returns what Starlette or we refuse a request with."""
    assert isinstance(error, HTTPException)
    own = error.code if isinstance(error, Refused) else None
    code = own or CODES.get(error.status_code, f"HTTP_{error.status_code}")
    extensions = {"code": code, "requestId": request_id(request)}
    return answer(error.status_code, error.detail, extensions=extensions, headers=error.headers)


async def broken(request: Request, error: Exception) -> Response:
    """Returns what a client may know of a bug: the id by which the log tells the rest."""
    own = request_id(request)
    message = "Something went wrong here; the request's id finds it in the log"
    extensions = {"code": "INTERNAL", "requestId": own}
    return answer(500, message, extensions=extensions, headers={HEADER: own})


def answer(
    status: int, message: str, *, headers: Mapping[str, str] | None = None, **more: Any
) -> Response:
    """Returns one error in the form in which GraphQL clients read errors."""
    body = orjson.dumps({"errors": [{"message": message, **more}]})
    return Response(body, status, headers, "application/json")
