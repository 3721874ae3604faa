"""Reads a GraphQL request from an HTTP request, or refuses it."""

import asyncio
from collections.abc import AsyncIterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from email.message import Message
from functools import lru_cache
from typing import Any

import orjson
from starlette.requests import ClientDisconnect, Request

from lineal.http.refused import Refused

# Of a body that is too large, how much more is read before it is answered, and for how long.
MOST_DISCARDED = 1 << 26
DISCARD_SECONDS = 5.0
# In so much time a body has arrived, or whoever sends it is not waited for.
ARRIVAL_SECONDS = 30.0


@dataclass(frozen=True, slots=True)
class GraphQLRequest:
    """What the client asks: a document, or that of an id."""

    query: str | None
    document_id: str | None
    variables: dict[str, Any] | None
    operation_name: str | None


async def from_body(request: Request, largest: int) -> GraphQLRequest:
    """Returns what a POST of so many bytes asks; raises Refused with 400, 408, 413 or 415."""
    _refuse_other_types(request)
    try:
        async with asyncio.timeout(ARRIVAL_SECONDS):
            body = await _read(request, largest)
    except TimeoutError:
        message = f"The body did not arrive within {ARRIVAL_SECONDS:g} s"
        raise Refused(408, message, {"connection": "close"}) from None
    try:
        parameters = orjson.loads(body)
    except orjson.JSONDecodeError as error:
        raise _not_json("The body", error) from None
    if isinstance(parameters, list):
        raise Refused(400, "Batches are not answered: send each operation in its own request")
    if not isinstance(parameters, dict):
        raise Refused(400, 'The body must be a JSON object such as {"query": "{ __typename }"}')
    return _checked(parameters)


def from_address(request: Request) -> GraphQLRequest:
    """Returns what the query string of a GET asks, or raises Refused with 400."""
    given = request.query_params
    parameters: dict[str, Any] = {name: given[name] for name in given}
    for name in ("variables", "extensions"):
        if name in given:
            try:
                parameters[name] = orjson.loads(given[name] or b"null")
            except orjson.JSONDecodeError as error:
                raise _not_json(f"The parameter {name}", error) from None
    return _checked(parameters)


def _not_json(what: str, error: orjson.JSONDecodeError) -> Refused:
    """Returns the refusal of what is no JSON, with what stands where it ceases to be."""
    near = error.doc[max(0, error.pos - 40) : error.pos + 10]
    return Refused(400, f"{what} is not JSON: {error}" + (f", at {near!r}" if near else ""))


def _checked(parameters: Mapping[str, Any]) -> GraphQLRequest:
    query, document_id, operation = (
        parameters.get(name) for name in ("query", "documentId", "operationName")
    )
    if not isinstance(document_id, str | None):
        raise Refused(400, "The parameter documentId is not a text")
    if document_id is None and not isinstance(query, str):
        raise Refused(400, "The parameter query is missing, or not a text")
    if document_id is not None and query is not None:
        raise Refused(400, "Give the parameter query or documentId, not both")
    if not isinstance(operation, str | None):
        raise Refused(400, "The parameter operationName is not a text")
    for name in ("variables", "extensions"):
        if not isinstance(parameters.get(name), dict | None):
            raise Refused(400, f"The parameter {name} is not a JSON object")
    # Some clients write an empty name where there is none.
    return GraphQLRequest(query, document_id, parameters.get("variables"), operation or None)


def _refuse_other_types(request: Request) -> None:
    if not _is_json(request.headers.get("content-type", "")):
        raise Refused(415, "Send the request as Content-Type: application/json; charset=utf-8")
    if request.headers.get("content-encoding", "identity") != "identity":
        raise Refused(415, "Send the body as it is, without a Content-Encoding")


@lru_cache(maxsize=100)
def _is_json(content_type: str) -> bool:
    message = Message()
    message["content-type"] = content_type
    charset = message.get_content_charset("utf-8")
    return message.get_content_type() == "application/json" and charset == "utf-8"


async def _read(request: Request, largest: int) -> bytes:
    """Returns the body, or raises Refused with 413 once it is known to be too large."""
    body = bytearray()
    chunks = request.stream()
    known = int(request.headers.get("content-length", 0)) > largest
    while not known and (chunk := await anext(chunks, None)) is not None:
        body += chunk
        known = len(body) > largest
    if known:
        await _discard(request, chunks)
        raise _too_large(largest)
    return bytes(body)


async def _discard(request: Request, chunks: AsyncIterator[bytes]) -> None:
    """Reads on for a while: many clients read no answer before they have sent everything."""
    # This one waits to be told whether to send its body at all.
    if request.headers.get("expect", "").lower() == "100-continue":
        return
    left = MOST_DISCARDED
    with suppress(TimeoutError, ClientDisconnect):
        async with asyncio.timeout(DISCARD_SECONDS):
            async for chunk in chunks:
                left -= len(chunk)
                if left < 0:
                    return


def _too_large(largest: int) -> Refused:
    message = f"The body is larger than {largest:,} bytes (LINEAL_MAX_BODY)"
    return Refused(413, message, {"connection": "close"})
