"""What the example queries ask for in a namespace of the tests' own, a server, and a browser."""

import asyncio
import contextlib
import os
import platform
import shutil
import socket
import sys
from collections.abc import AsyncIterator, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from uuid import uuid4

import httpx
import pytest
import uvicorn
from playwright.async_api import Browser, Page, async_playwright

from lineal import graphiql
from lineal.app import create_app
from lineal.kernel.graph import Graph
from lineal.settings import Settings

TELL = Path(__file__).with_name("tell.graphql").read_text(encoding="utf-8")
UNPACKED = Path(__file__).parents[1] / "browser" / "node_modules" / ".chromium"
SYSTEM = ("chromium", "chromium-browser", "google-chrome")

# No name is looked up, so nothing but the server can be reached.
ARGUMENTS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
)
MILLISECONDS = 60_000


@pytest.fixture(scope="session")
async def namespace(api: httpx.AsyncClient) -> str:
    """A namespace that has what the examples find in `risk`, which `lineal demo` fills."""
    name = f"graphiql-{uuid4().hex[:8]}"
    response = await api.post("/graphql", json={"query": TELL.replace("risk", name)})
    answer = response.json()
    assert "errors" not in answer, answer
    assert all(told["__typename"].endswith("Success") for told in answer["data"].values()), answer
    return name


class _Server(uvicorn.Server):
    """Leaves the signals to pytest."""

    @contextlib.contextmanager
    def capture_signals(self) -> Iterator[None]:
        yield


@pytest.fixture(scope="session")
async def url(graph: Graph) -> AsyncIterator[str]:
    """The address of a server over the session's database."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        app = create_app(graph, Settings(actor="tester"))
        server = _Server(uvicorn.Config(app, lifespan="off", log_level="warning"))
        serving = asyncio.create_task(server.serve([listener]))
        yield f"http://127.0.0.1:{listener.getsockname()[1]}"
        server.should_exit = True
        await serving


@dataclass(frozen=True, slots=True)
class Program:
    """A browser that can be started, and what its environment needs."""

    path: str
    environment: dict[str, str] = field(default_factory=dict)


def program() -> Program:
    """Returns the unpacked Chromium, or one of the system's; fails or skips where there is none."""
    if (UNPACKED / "chromium").exists():
        environment = {
            "FONTCONFIG_FILE": str(UNPACKED / "fonts.conf"),
            "LD_LIBRARY_PATH": str(UNPACKED / "lib"),
        }
        return Program(str(UNPACKED / "chromium"), environment)
    for name in SYSTEM:
        if found := shutil.which(name):
            return Program(found)
    if sys.platform == "linux" and platform.machine() == "x86_64":
        pytest.fail("There is no browser to test the page with: make browser")
    pytest.skip("The packaged Chromium is for x86-64 Linux, and there is no other on the path")


@pytest.fixture(scope="session")
async def browser() -> AsyncIterator[Browser]:
    chromium = program()
    async with async_playwright() as playwright:
        started = await playwright.chromium.launch(
            executable_path=chromium.path,
            args=ARGUMENTS,
            env={**os.environ, **chromium.environment},
            timeout=MILLISECONDS,
        )
        yield started
        await started.close()


@dataclass(frozen=True, slots=True)
class Visit:
    """A page in a browser that was never there before, and what it says and asks for."""

    page: Page
    url: str
    console: list[str] = field(default_factory=list)
    requests: list[str] = field(default_factory=list)

    def listen(self) -> None:
        self.page.on("console", lambda message: self.console.append(message.text))
        self.page.on("pageerror", lambda error: self.console.append(str(error)))
        self.page.context.on("request", lambda request: self.requests.append(request.url))

    async def open(self, **parameters: str) -> Page:
        """Returns the page once it can be used; `query` and `variables` are what a link holds."""
        await self.page.goto(str(httpx.URL(f"{self.url}/graphql", params=parameters)))
        await self.page.locator(".graphiql-query-editor .view-line").first.wait_for()
        return self.page


@pytest.fixture
async def visit(browser: Browser, url: str) -> AsyncIterator[Visit]:
    assert graphiql.PAGE.exists(), "The page was not built: make graphiql"
    context = await browser.new_context(locale="en")
    context.set_default_timeout(MILLISECONDS)
    begun = Visit(await context.new_page(), url)
    begun.listen()
    yield begun
    await context.close()
