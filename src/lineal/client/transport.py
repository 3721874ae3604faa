"""Sends operations over HTTP, and again where that is safe; raises what is no success.

What is sent when is decided by `_exchange`, a generator that knows no HTTP client, so that the
blocking and the asynchronous transport differ only in how they send and sleep.
"""

import asyncio
import os
import random
import threading
import time
from collections.abc import Generator, Mapping
from dataclasses import dataclass
from types import TracebackType
from typing import Any, Self

import httpx
from pydantic_core import to_jsonable_python

from lineal import __version__
from lineal.client.errors import LinealError, Refused, Unreachable, refused

DEFAULT_URL = "http://127.0.0.1:8000/graphql"
BOOKMARKS = "Lineal-Bookmarks"
MOST_BOOKMARKS = 16

ATTEMPTS = 4
FIRST_PAUSE = 0.2

# Was refused before anything was done.
NOT_DONE = "OVERLOADED"
# May be gone by the next attempt.
PASSING_STATUS = {502, 503, 504}
PASSING_CODES = {
    NOT_DONE,
    "GRAPH_UNAVAILABLE",
    "GRAPH_OUT_OF_MEMORY",
    "DEADLINE_EXCEEDED",
    "BOOKMARK_UNKNOWN",
    "CONSTRAINT_VIOLATED",
    "STOPPING",
}

Data = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Attempt:
    """A request to be sent after a pause; it may take so many seconds."""

    pause: float
    body: Data
    headers: dict[str, str]
    seconds: float


Exchange = Generator[Attempt, httpx.Response | httpx.TransportError, Data]


class Talk:
    """What both transports have in common: the address, the deadline, what was written."""

    def __init__(self, url: str | None = None, *, deadline: float = 30.0) -> None:
        self.url = address(url)
        self.deadline = deadline
        self._bookmarks: tuple[str, ...] = ()
        self._lock = threading.Lock()

    def _exchange(self, document: str, variables: Mapping[str, object]) -> Exchange:
        """Yields attempts, is sent what came of them, returns the data or raises LinealError."""
        ends = time.monotonic() + self.deadline
        body = {"query": document, "variables": _plain(variables)}
        safe = document.lstrip().startswith("query") or variables.get("idempotencyKey") is not None
        asked = 0.0
        for attempt in range(1, ATTEMPTS + 1):
            sent = self._bookmarks
            pause = max(_pause(attempt), asked)
            seconds = ends - time.monotonic() - pause
            outcome = yield Attempt(pause, body, _headers(sent), max(seconds, 0.001))
            try:
                return self._read(outcome, sent)
            except LinealError as error:
                not_done = isinstance(outcome, httpx.ConnectError) or error.code == NOT_DONE
                if error.code == "BOOKMARK_UNKNOWN":
                    self._remember(sent, ())
                may_pass = not_done or (safe and _may_pass(outcome, error))
                asked = _asked_pause(outcome)
                is_late = time.monotonic() > ends - max(FIRST_PAUSE, asked)
                if not may_pass or attempt == ATTEMPTS or is_late:
                    raise
        raise AssertionError

    def _read(self, outcome: httpx.Response | httpx.TransportError, sent: tuple[str, ...]) -> Data:
        if isinstance(outcome, httpx.TransportError):
            raise self._unreachable(outcome) from outcome
        if header := outcome.headers.get(BOOKMARKS):
            self._remember(sent, tuple(header.split(",")))
        return _data(outcome)

    def _unreachable(self, error: httpx.TransportError) -> Unreachable:
        if isinstance(error, httpx.ConnectError):
            return Unreachable(f"No Lineal answers at {self.url}: {error}", "UNREACHABLE")
        if isinstance(error, httpx.TimeoutException):
            message = f"{self.url} did not answer within {self.deadline:g} s"
            return Unreachable(message, "DEADLINE_EXCEEDED")
        why = str(error) or type(error).__name__
        return Unreachable(f"The connection to {self.url} broke: {why}", "UNREACHABLE")

    def _remember(self, sent: tuple[str, ...], received: tuple[str, ...]) -> None:
        """A write's bookmarks stand for those that were sent with it; others are kept."""
        with self._lock:
            others = (each for each in self._bookmarks if each not in {*sent, *received})
            self._bookmarks = (*others, *received)[-MOST_BOOKMARKS:]


class Transport(Talk):
    """Sends and waits. May be used by several threads at once."""

    def __init__(self, url: str | None = None, *, deadline: float = 30.0) -> None:
        super().__init__(url, deadline=deadline)
        self._http = httpx.Client()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """Closes the connections."""
        self._http.close()

    def _answer(self, document: str, variables: Mapping[str, object]) -> Data:
        exchange = self._exchange(document, variables)
        attempt = next(exchange)
        while True:
            time.sleep(attempt.pause)
            try:
                attempt = exchange.send(self._send(attempt))
            except StopIteration as end:
                data: Data = end.value
                return data

    def _send(self, attempt: Attempt) -> httpx.Response | httpx.TransportError:
        try:
            return self._http.post(
                self.url, json=attempt.body, headers=attempt.headers, timeout=attempt.seconds
            )
        except httpx.TransportError as error:
            return error

    def _success(self, document: str, variables: Mapping[str, object]) -> Data:
        return _success(self._answer(document, variables))


class AsyncTransport(Talk):
    """Sends and awaits."""

    def __init__(self, url: str | None = None, *, deadline: float = 30.0) -> None:
        super().__init__(url, deadline=deadline)
        self._http = httpx.AsyncClient()

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        await self.close()

    async def close(self) -> None:
        """Closes the connections."""
        await self._http.aclose()

    async def _answer(self, document: str, variables: Mapping[str, object]) -> Data:
        exchange = self._exchange(document, variables)
        attempt = next(exchange)
        while True:
            await asyncio.sleep(attempt.pause)
            try:
                attempt = exchange.send(await self._send(attempt))
            except StopIteration as end:
                data: Data = end.value
                return data

    async def _send(self, attempt: Attempt) -> httpx.Response | httpx.TransportError:
        try:
            return await self._http.post(
                self.url, json=attempt.body, headers=attempt.headers, timeout=attempt.seconds
            )
        except httpx.TransportError as error:
            return error

    async def _success(self, document: str, variables: Mapping[str, object]) -> Data:
        return _success(await self._answer(document, variables))


def address(url: str | None) -> str:
    """Returns where the API is: as given, as LINEAL_URL says, or the server on this machine.

    An address without a path is that of a server, whose API is at `/graphql`.
    Raises LinealError if it is no address.
    """
    given = url or os.environ.get("LINEAL_URL") or DEFAULT_URL
    try:
        parsed = httpx.URL(given)
    except (httpx.InvalidURL, TypeError) as error:
        raise LinealError(f"{given} is no address: {error}", "INVALID_URL") from None
    if parsed.scheme not in ("http", "https") or not parsed.host:
        raise LinealError(f"{given} is no address like {DEFAULT_URL}", "INVALID_URL")
    return str(parsed.copy_with(path="/graphql") if parsed.path in ("", "/") else parsed)


def _pause(attempt: int) -> float:
    """Returns the seconds to wait before an attempt: none, then longer each time, at random."""
    return FIRST_PAUSE * 2 ** (attempt - 2) * random.uniform(0.5, 1) if attempt > 1 else 0.0  # noqa: S311


def _asked_pause(outcome: httpx.Response | httpx.TransportError) -> float:
    """Returns the seconds that a server asks to wait, and a little so that not all come at once."""
    told = outcome.headers.get("retry-after", "") if isinstance(outcome, httpx.Response) else ""
    return int(told) * random.uniform(1, 1.2) if told.isdecimal() else 0.0  # noqa: S311


def _headers(bookmarks: tuple[str, ...]) -> dict[str, str]:
    headers = {
        "accept": "application/graphql-response+json",
        "user-agent": f"lineal-python/{__version__}",
    }
    return headers | ({BOOKMARKS: ",".join(bookmarks)} if bookmarks else {})


def _plain(variables: Mapping[str, object]) -> Data:
    """Returns variables as JSON has them; what is None is absent."""
    given = {name: value for name, value in variables.items() if value is not None}
    plain: Data = to_jsonable_python(given, by_alias=True, exclude_none=True)
    return plain


def _data(response: httpx.Response) -> Data:
    """Returns the data of a response without errors, or raises LinealError."""
    request_id = response.headers.get("x-request-id")
    try:
        answer = response.json()
    except ValueError:
        answer = None
    if not isinstance(answer, dict) or not (answer.get("errors") or answer.get("data")):
        message = f"{response.url} answered {response.status_code}, and no GraphQL"
        raise LinealError(message, "NO_GRAPHQL", request_id)
    if errors := answer.get("errors"):
        raise _error(errors[0], response.status_code, request_id)
    data: Data = answer["data"]
    return data


def _error(error: Data, status: int, request_id: str | None) -> LinealError:
    told = error.get("extensions") or {}
    code = told.get("code")
    message = str(error.get("message"))
    if code in Refused.codes:
        return Refused.codes[code](message, code)
    return LinealError(message, code or f"HTTP_{status}", told.get("requestId") or request_id)


def _may_pass(outcome: httpx.Response | httpx.TransportError, error: LinealError) -> bool:
    if isinstance(outcome, httpx.Response):
        return outcome.status_code in PASSING_STATUS or error.code in PASSING_CODES
    return not isinstance(outcome, httpx.ReadTimeout)


def _success(data: Data) -> Data:
    """Returns the row of a mutation's success, or raises its refusal."""
    (row,) = data.values()
    if not row["__typename"].endswith("Success"):
        raise refused(row)
    success: Data = row
    return success
