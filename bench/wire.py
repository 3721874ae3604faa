"""GraphQL over one HTTP connection, with as little work as can be: it is not what is measured."""

import asyncio
from collections.abc import Mapping
from typing import Any, Self, cast
from urllib.parse import urlsplit

import httptools
import orjson


class Wrong(Exception):
    """The answer is not what was asked for; `status` is that of HTTP, if one came."""

    def __init__(self, message: str, status: int | None = None) -> None:
        super().__init__(message)
        self.status = status


class Connection(asyncio.Protocol):
    """A connection that is kept; one request at a time."""

    def __init__(self, host: str, path: str) -> None:
        self._head = (
            f"POST {path} HTTP/1.1\r\nhost: {host}\r\naccept: application/json\r\n"
            "content-type: application/json\r\ncontent-length: "
        ).encode()
        self._body = bytearray()
        self._answer: asyncio.Future[tuple[int, bytes]] | None = None

    @classmethod
    async def open(cls, url: str) -> Self:
        """Returns a connection to the API at an address."""
        parts = urlsplit(url)
        assert parts.hostname is not None
        assert parts.port is not None
        loop = asyncio.get_running_loop()
        connection = cls(parts.netloc, parts.path or "/")
        await loop.create_connection(lambda: connection, parts.hostname, parts.port)
        return connection

    async def ask(self, document: str, variables: Mapping[str, Any]) -> dict[str, Any]:
        """Returns the data of the answer, or raises Wrong."""
        body = orjson.dumps({"query": document, "variables": variables})
        self._answer = asyncio.get_running_loop().create_future()
        self._parser = httptools.HttpResponseParser(self)
        self._transport.write(b"%b%d\r\n\r\n%b" % (self._head, len(body), body))
        status, text = await self._answer
        answer = orjson.loads(text) if status == 200 else {}
        if status != 200 or "errors" in answer:
            raise Wrong(f"{status}: {text[:2000].decode()}", status)
        data: dict[str, Any] = answer["data"]
        return data

    @property
    def is_open(self) -> bool:
        """Whether neither side has closed it."""
        return not self._transport.is_closing()

    def close(self) -> None:
        """Closes it."""
        self._transport.close()

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        # uvloop's is one without saying so.
        self._transport = cast("asyncio.Transport", transport)

    def connection_lost(self, error: Exception | None) -> None:
        if self._answer is not None and not self._answer.done():
            self._answer.set_exception(Wrong(f"The connection was closed: {error}"))

    def data_received(self, data: bytes) -> None:
        self._parser.feed_data(data)

    def on_body(self, part: bytes) -> None:
        self._body += part

    def on_message_complete(self) -> None:
        body = bytes(self._body)
        self._body.clear()
        if self._answer is not None and not self._answer.done():
            self._answer.set_result((self._parser.get_status_code(), body))
