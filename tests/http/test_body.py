"""Bodies that are too large, by clients that send everything before they read."""

import json
import socket
import time
import urllib.error
import urllib.request
from urllib.parse import urlsplit

import pytest

from lineal.settings import Settings
from tests.client.serving import server

__all__ = ["server"]

LARGEST = Settings().max_body


class TestTooLarge:
    @pytest.mark.parametrize("size", [LARGEST + 1, 5 * LARGEST, 12 * LARGEST])
    def test_is_told_to_who_sends_first(self, server: str, size: int) -> None:
        headers = {"content-type": "application/json", "x-request-id": "mine"}
        request = urllib.request.Request(server, b" " * size, headers)  # noqa: S310

        with pytest.raises(urllib.error.HTTPError) as refused:
            urllib.request.urlopen(request, timeout=60)  # noqa: S310

        with refused.value as answer:
            [error] = json.load(answer)["errors"]
        assert refused.value.code == 413
        assert error["extensions"] == {"code": "TOO_LARGE", "requestId": "mine"}

    def test_is_told_at_once_to_who_waits(self, server: str) -> None:
        head = post(server, LARGEST + 1, "Expect: 100-continue")

        assert head.startswith(b"HTTP/1.1 413 ")

    def test_that_never_comes_is_not_waited_for(self, server: str) -> None:
        began = time.monotonic()
        head = post(server, 1 << 40)

        assert head.startswith(b"HTTP/1.1 413 ")
        assert time.monotonic() - began < 30


def post(server: str, length: int, *headers: str) -> bytes:
    """Returns what is answered to a body of a length, of which nothing is sent."""
    address = urlsplit(server)
    lines = [
        "POST /graphql HTTP/1.1",
        f"Host: {address.netloc}",
        "Content-Type: application/json",
        f"Content-Length: {length}",
        *headers,
    ]
    with socket.create_connection((address.hostname, address.port), timeout=60) as connection:
        connection.sendall("".join(f"{line}\r\n" for line in [*lines, ""]).encode())
        return connection.recv(65_536)
