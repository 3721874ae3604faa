from collections.abc import Iterator

import pytest

from lineal.client import Client
from tests.client.serving import server

__all__ = ["server"]


@pytest.fixture(scope="module")
def client(server: str) -> Iterator[Client]:
    with Client(server, deadline=120) as opened:
        yield opened
