"""The application with settings of a test's own, over the session's database."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import httpx

from lineal.app import create_app
from lineal.kernel.graph import Graph
from lineal.settings import Settings


@asynccontextmanager
async def app_with(graph: Graph, **settings: Any) -> AsyncIterator[httpx.AsyncClient]:
    """Yields a client of an application that has these settings."""
    transport = httpx.ASGITransport(create_app(graph, Settings(**settings)))
    async with httpx.AsyncClient(transport=transport, base_url="http://localhost") as client:
        yield client


def error(response: httpx.Response) -> tuple[int, str, str]:
    """Returns the status, the code and the message of the only error."""
    [found] = response.json()["errors"]
    return response.status_code, found["extensions"]["code"], found["message"]
