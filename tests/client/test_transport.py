"""What is sent, what is sent again, and what is raised when there is no proper answer."""

import contextlib
import json
import threading
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import pytest

from lineal.client import AsyncClient, Client, LinealError, Unreachable
from lineal.client.transport import address
from tests.test_serve import free_port

NONE = {"data": {"model": None}}
UNAVAILABLE = {
    "errors": [
        {
            "message": "The graph does not answer",
            "extensions": {"code": "GRAPH_UNAVAILABLE", "requestId": "r-1"},
        }
    ],
    "data": {"model": None},
}
OVERLOADED = {"errors": [{"message": "too much", "extensions": {"code": "OVERLOADED"}}]}
MADE = {
    "data": {
        "createNamespace": {
            "__typename": "CreateNamespaceSuccess",
            "namespace": {
                "id": "1",
                "ref": "risk",
                "name": "risk",
                "description": None,
                "tags": [],
                "owners": [],
                "properties": [],
                "documentation": [],
                "revision": 1,
                "createdAt": "2026-11-01T00:00:00Z",
                "createdBy": "ada",
                "archivedAt": None,
                "archivedBy": None,
                "archiveReason": None,
                "updatedAt": "2026-11-01T00:00:00Z",
                "updatedBy": "ada",
            },
        }
    }
}


class Scripted(ThreadingHTTPServer):
    """Answers what it is told to, the last answer again and again, and keeps what was sent."""

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.answers: list[tuple[int, Any, dict[str, str]]] = []
        self.bodies: list[Any] = []
        self.headers: list[dict[str, str]] = []

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server_port}/graphql"

    def answer(self, answer: Any, status: int = 200, **headers: str) -> None:
        self.answers.append((status, answer, headers))


class Handler(BaseHTTPRequestHandler):
    def do_POST(self) -> None:
        assert isinstance(self.server, Scripted)
        length = int(self.headers["content-length"])
        self.server.bodies.append(json.loads(self.rfile.read(length)))
        self.server.headers.append({name.lower(): value for name, value in self.headers.items()})
        answers = self.server.answers
        status, answer, headers = answers.pop(0) if len(answers) > 1 else answers[0]
        if answer == "hang":
            time.sleep(2)
        if answer == "break":
            self.connection.close()
            return
        body = answer.encode() if isinstance(answer, str) else json.dumps(answer).encode()
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        self.send_header("content-length", str(len(body)))
        with contextlib.suppress(OSError):  # The client did not wait.
            self.end_headers()
            self.wfile.write(body)

    def log_message(self, *_: Any) -> None:
        """Says nothing."""


@pytest.fixture
def scripted() -> Iterator[Scripted]:
    server = Scripted()
    thread = threading.Thread(target=server.serve_forever, args=[0.02], daemon=True)
    thread.start()
    yield server
    server.shutdown()
    server.server_close()


@pytest.fixture
def client(scripted: Scripted) -> Iterator[Client]:
    with Client(scripted.url) as opened:
        yield opened


class TestAgain:
    @pytest.mark.parametrize("first", [UNAVAILABLE, "break"])
    def test_a_query(self, scripted: Scripted, client: Client, first: Any) -> None:
        scripted.answer(first)
        scripted.answer(NONE)

        assert client.model("risk/scorer") is None
        assert len(scripted.bodies) == 2

    async def test_a_query_of_the_other_client(self, scripted: Scripted) -> None:
        scripted.answer({"errors": [{"message": "stopping"}]}, 503)
        scripted.answer(NONE)
        async with AsyncClient(scripted.url) as client:
            assert await client.model("risk/scorer") is None

        assert len(scripted.bodies) == 2

    def test_a_mutation_with_a_key(self, scripted: Scripted, client: Client) -> None:
        scripted.answer("break")
        scripted.answer(MADE)

        assert client.create_namespace("risk", idempotency_key="job-7").name == "risk"
        assert len(scripted.bodies) == 2

    def test_no_mutation_without_one(self, scripted: Scripted, client: Client) -> None:
        scripted.answer("break")
        scripted.answer(MADE)
        with pytest.raises(Unreachable):
            client.create_namespace("risk")

        assert len(scripted.bodies) == 1

    def test_what_there_was_no_room_for(self, scripted: Scripted, client: Client) -> None:
        scripted.answer(OVERLOADED, 503, Retry_After="1")
        scripted.answer(MADE)

        assert client.create_namespace("risk").name == "risk"
        assert len(scripted.bodies) == 2

    def test_not_before_the_server_wants_it(self, scripted: Scripted) -> None:
        scripted.answer(OVERLOADED, 503, Retry_After="3600")
        with Client(scripted.url) as client, pytest.raises(LinealError, match="too much"):
            client.model("risk/scorer")

        assert len(scripted.bodies) == 1

    def test_not_for_ever(self, scripted: Scripted, client: Client) -> None:
        scripted.answer(UNAVAILABLE)
        with pytest.raises(LinealError) as caught:
            client.model("risk/scorer")

        assert (caught.value.code, caught.value.request_id) == ("GRAPH_UNAVAILABLE", "r-1")
        assert "r-1" in str(caught.value)
        assert 2 < len(scripted.bodies) < 6


class TestSent:
    def test_the_bookmarks_of_its_writes(self, scripted: Scripted, client: Client) -> None:
        scripted.answer(MADE, Lineal_Bookmarks="FB:one")
        scripted.answer(NONE)
        client.create_namespace("risk")
        client.model("risk/scorer")
        first, second = scripted.headers

        assert "lineal-bookmarks" not in first
        assert second["lineal-bookmarks"] == "FB:one"

    def test_nothing_for_what_is_absent(self, scripted: Scripted, client: Client) -> None:
        scripted.answer(MADE)
        client.create_namespace("risk", tags=["a"])

        assert scripted.bodies[0]["variables"] == {"name": "risk", "tags": ["a"]}


class TestNoAnswer:
    def test_nobody_listens(self) -> None:
        url = f"http://127.0.0.1:{free_port()}/graphql"
        with Client(url) as client, pytest.raises(Unreachable) as caught:
            client.models()

        assert str(caught.value).startswith(f"No Lineal answers at {url}")
        assert "\n" not in str(caught.value)

    def test_too_late(self, scripted: Scripted) -> None:
        scripted.answer("hang")
        with Client(scripted.url, deadline=0.3) as client, pytest.raises(Unreachable) as caught:
            client.models()

        assert caught.value.code == "DEADLINE_EXCEEDED"
        assert "0.3 s" in str(caught.value)

    def test_something_else(self, scripted: Scripted, client: Client) -> None:
        scripted.answer("<html>Welcome</html>", 404)
        with pytest.raises(LinealError) as caught:
            client.models()

        assert caught.value.code == "NO_GRAPHQL"
        assert "404" in str(caught.value)


class TestAddress:
    def test_the_argument_then_the_setting_then_this_machine(
        self, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.delenv("LINEAL_URL", raising=False)
        assert address(None) == "http://127.0.0.1:8000/graphql"
        monkeypatch.setenv("LINEAL_URL", "https://registry.example/api/graphql")
        assert address(None) == "https://registry.example/api/graphql"
        assert address("http://other.example:8000") == "http://other.example:8000/graphql"

    @pytest.mark.parametrize("url", ["registry.example", "ftp://registry.example", "http://"])
    def test_no_address(self, url: str) -> None:
        with pytest.raises(LinealError, match="no address"):
            address(url)
