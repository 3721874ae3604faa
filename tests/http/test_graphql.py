"""GraphQL over HTTP: what the specification's draft asks of a server, and what limits it has."""

import asyncio
from collections.abc import AsyncIterator
from typing import Any
from uuid import uuid4

import httpx
import pytest
from starlette.types import Message

from lineal.app import create_app
from lineal.http.accept import GRAPHQL, JSON
from lineal.kernel.graph import Graph
from lineal.settings import Settings
from tests.conftest import Neo4j
from tests.proxy import Proxy

ASK = {"query": "{ __typename }"}
NAMESPACES = {"query": "{ namespaces(first: 1) { nodes { name } } }"}
CREATE = """
mutation Create($name: String!) {
  createNamespace(input: {name: $name}) { ... on CreateNamespaceSuccess { namespace { name } } }
}
"""


def errors(response: httpx.Response) -> str:
    """Returns the message of the only error."""
    [error] = response.json()["errors"]
    return str(error["message"])


def extensions(response: httpx.Response) -> dict[str, str]:
    """Returns what a program may know of the only error."""
    [error] = response.json()["errors"]
    return dict(error["extensions"])


def media_type(response: httpx.Response) -> str:
    return response.headers["content-type"].partition(";")[0]


class TestPost:
    async def test_answers(self, api: httpx.AsyncClient) -> None:
        response = await api.post("/graphql", json=ASK)

        assert response.status_code == 200
        assert response.json() == {"data": {"__typename": "Query"}}
        assert response.headers["content-type"] == "application/json; charset=utf-8"
        assert response.headers["cache-control"] == "no-store"

    async def test_with_everything_that_a_request_may_have(self, api: httpx.AsyncClient) -> None:
        document = (
            "query A { a: __typename } query B($skip: Boolean!) { b: __typename @skip(if: $skip) }"
        )

        response = await api.post(
            "/graphql",
            json={
                "query": document,
                "operationName": "B",
                "variables": {"skip": False},
                "extensions": {"of": "no concern"},
            },
        )

        assert response.json() == {"data": {"b": "Query"}}

    @pytest.mark.parametrize("name", ["variables", "operationName", "extensions"])
    async def test_null_is_absent(self, api: httpx.AsyncClient, name: str) -> None:
        response = await api.post("/graphql", json=ASK | {name: None})

        assert response.json() == {"data": {"__typename": "Query"}}

    async def test_an_empty_name_of_the_operation_is_absent(self, api: httpx.AsyncClient) -> None:
        response = await api.post("/graphql", json=ASK | {"operationName": ""})

        assert response.json() == {"data": {"__typename": "Query"}}

    @pytest.mark.parametrize(
        ("content", "reason"),
        [
            (b"", "not JSON"),
            (b"{", "not JSON"),
            (b'{"query": "\xff"}', "not JSON"),
            (b"[" * 100_000, "not JSON"),
            (b"7", "must be a JSON object"),
            (b"{}", "query is missing"),
            (b'{"query": {}}', "query is missing, or not a text"),
            (b'{"query": "{a}", "variables": []}', "variables is not a JSON object"),
            (b'{"query": "{a}", "operationName": 7}', "operationName is not a text"),
            (b'{"query": "{a}", "extensions": "x"}', "extensions is not a JSON object"),
            (b'[{"query": "{ __typename }"}]', "Batches are not answered"),
            (b'{"query": "{ a }", "variables": {"auc": NaN}}', '"variables": {"auc": NaN}'),
        ],
    )
    @pytest.mark.parametrize("accept", [GRAPHQL, JSON])
    async def test_malformed_is_a_400(
        self, api: httpx.AsyncClient, content: bytes, reason: str, accept: str
    ) -> None:
        headers = {"content-type": "application/json", "accept": accept}
        response = await api.post("/graphql", content=content, headers=headers)

        assert response.status_code == 400
        assert reason in errors(response)
        assert extensions(response) == {
            "code": "BAD_REQUEST",
            "requestId": response.headers["x-request-id"],
        }

    @pytest.mark.parametrize(
        "content_type",
        ["", "text/plain", "application/x-www-form-urlencoded", "application/json; charset=utf-16"],
    )
    async def test_other_types_are_a_415(self, api: httpx.AsyncClient, content_type: str) -> None:
        response = await api.post(
            "/graphql", content=b'{"query": "{a}"}', headers={"content-type": content_type}
        )

        assert response.status_code == 415
        assert "application/json" in errors(response)

    @pytest.mark.parametrize(
        "content_type",
        [
            "application/json;charset=UTF-8",
            'Application/JSON; charset="utf-8"',
            "application/json; profile=x; charset=utf-8",
        ],
    )
    async def test_utf8_and_more_may_be_said(
        self, api: httpx.AsyncClient, content_type: str
    ) -> None:
        response = await api.post(
            "/graphql",
            content=b'{"query": "{ __typename }"}',
            headers={"content-type": content_type},
        )

        assert response.status_code == 200

    async def test_compressed_is_a_415(self, api: httpx.AsyncClient) -> None:
        response = await api.post("/graphql", json=ASK, headers={"content-encoding": "gzip"})

        assert response.status_code == 415

    @pytest.mark.parametrize("told", [True, False])
    async def test_more_than_four_mebibytes_is_a_413(
        self, api: httpx.AsyncClient, told: bool
    ) -> None:
        body = b'{"query": "{a}"' + b" " * (1 << 22) + b"}"

        async def chunks() -> AsyncIterator[bytes]:
            for start in range(0, len(body), 1 << 16):
                yield body[start : start + (1 << 16)]

        response = await api.post(
            "/graphql",
            content=body if told else chunks(),
            headers={"content-type": "application/json"},
        )

        assert response.status_code == 413
        assert "4,194,304 bytes" in errors(response)
        assert extensions(response) == {
            "code": "TOO_LARGE",
            "requestId": response.headers["x-request-id"],
        }

    async def test_just_four_mebibytes_are_answered(self, api: httpx.AsyncClient) -> None:
        body = b'{"query": "{ __typename }"}'.ljust(1 << 22)

        response = await api.post(
            "/graphql", content=body, headers={"content-type": "application/json"}
        )

        assert response.status_code == 200


class TestGet:
    async def test_answers_queries(self, api: httpx.AsyncClient) -> None:
        response = await api.get(
            "/graphql",
            params={
                "query": "query Q($s: Boolean!) { __typename @skip(if: $s) }",
                "variables": '{"s": false}',
                "operationName": "Q",
            },
        )

        assert response.json() == {"data": {"__typename": "Query"}}

    async def test_refuses_mutations(self, api: httpx.AsyncClient) -> None:
        response = await api.get("/graphql", params={"query": "mutation { __typename }"})

        assert response.status_code == 405
        assert response.headers["allow"] == "POST"

    @pytest.mark.parametrize(
        "params", [{}, {"query": "{a}", "variables": "{"}, {"query": "{a}", "variables": "7"}]
    )
    async def test_malformed_is_a_400(self, api: httpx.AsyncClient, params: dict[str, str]) -> None:
        response = await api.get("/graphql", params=params)

        assert response.status_code == 400

    async def test_shows_a_browser_graphiql(self, api: httpx.AsyncClient) -> None:
        response = await api.get("/graphql", headers={"accept": "text/html,*/*;q=0.8"})

        assert "GraphiQL" in response.text
        assert response.headers["vary"] == "accept"

    async def test_the_root_leads_there(self, api: httpx.AsyncClient) -> None:
        response = await api.get("/")

        assert response.is_redirect
        assert response.next_request is not None
        assert response.next_request.url.path == "/graphql"

    async def test_other_methods_are_a_405(self, api: httpx.AsyncClient) -> None:
        response = await api.put("/graphql", json=ASK)

        assert response.status_code == 405
        assert set(response.headers["allow"].split(", ")) == {"GET", "HEAD", "POST"}


class TestStatus:
    REFUSED = (
        {"query": "{"},
        {"query": "{ nothing }"},
        {"query": "{ __typename }", "operationName": "Other"},
        {"query": "query A { __typename } query B { __typename }"},
        {"query": "query Q($s: Boolean!) { __typename @skip(if: $s) }", "variables": {"s": 7}},
    )

    @pytest.mark.parametrize("asked", REFUSED)
    async def test_refused_documents_are_a_400_for_graphql_clients(
        self, api: httpx.AsyncClient, asked: dict[str, Any]
    ) -> None:
        response = await api.post("/graphql", json=asked, headers={"accept": GRAPHQL})

        assert response.status_code == 400
        assert media_type(response) == GRAPHQL
        assert errors(response)
        assert "data" not in response.json()

    @pytest.mark.parametrize("asked", REFUSED)
    async def test_refused_documents_are_a_200_for_others(
        self, api: httpx.AsyncClient, asked: dict[str, Any]
    ) -> None:
        response = await api.post("/graphql", json=asked, headers={"accept": JSON})

        assert response.status_code == 200
        assert media_type(response) == JSON
        assert errors(response)

    async def test_neither_type_is_a_406(self, api: httpx.AsyncClient) -> None:
        response = await api.post("/graphql", json=ASK, headers={"accept": "text/plain"})

        assert response.status_code == 406
        assert GRAPHQL in errors(response)

    async def test_elsewhere_is_a_404(self, api: httpx.AsyncClient) -> None:
        response = await api.get("/elsewhere")

        assert response.status_code == 404
        assert errors(response) == "Not Found"


class TestRequestId:
    async def test_is_the_callers(self, api: httpx.AsyncClient) -> None:
        response = await api.post("/graphql", json=ASK, headers={"x-request-id": "ci-4711.a:b_c"})

        assert response.headers["x-request-id"] == "ci-4711.a:b_c"

    @pytest.mark.parametrize("given", ["", "two words", "x" * 129, "a\tb", "ä"])
    async def test_is_a_new_one_where_that_is_not_sane(
        self, api: httpx.AsyncClient, given: str
    ) -> None:
        headers = {b"x-request-id": given.encode()}
        response = await api.post("/graphql", json=ASK, headers=headers)

        assert len(response.headers["x-request-id"]) == 36

    @pytest.mark.parametrize("path", ["/", "/livez", "/elsewhere"])
    async def test_is_everywhere(self, api: httpx.AsyncClient, path: str) -> None:
        response = await api.get(path, headers={"x-request-id": "mine"})

        assert response.headers["x-request-id"] == "mine"


class TestBookmarks:
    async def test_a_mutation_answers_them_and_a_query_takes_them(
        self, api: httpx.AsyncClient
    ) -> None:
        name = f"ns-{uuid4().hex}"

        told = await api.post("/graphql", json={"query": CREATE, "variables": {"name": name}})
        bookmarks = told.headers["lineal-bookmarks"]
        asked = await api.post(
            "/graphql",
            json={
                "query": "query($ref: Ref!) { namespace(ref: $ref) { name } }",
                "variables": {"ref": name},
            },
            headers={"lineal-bookmarks": bookmarks},
        )

        assert len(bookmarks) < 200
        assert asked.json() == {"data": {"namespace": {"name": name}}}
        assert "lineal-bookmarks" not in asked.headers

    async def test_what_is_none_is_a_400(self, api: httpx.AsyncClient) -> None:
        headers = {"lineal-bookmarks": "a b"}
        response = await api.post("/graphql", json=ASK, headers=headers)

        assert response.status_code == 400
        assert "Lineal-Bookmarks" in errors(response)

    async def test_of_another_database_are_told(self, api: httpx.AsyncClient) -> None:
        headers = {"lineal-bookmarks": "FB:nonsense"}
        response = await api.post("/graphql", json=NAMESPACES, headers=headers)

        [error] = response.json()["errors"]
        assert error["extensions"]["code"] == "BOOKMARK_UNKNOWN"


class TestOutage:
    @pytest.fixture
    async def proxy(self, neo4j: Neo4j) -> AsyncIterator[Proxy]:
        async with Proxy(neo4j.uri) as opened:
            yield opened

    async def test_is_coded_and_masked_within_the_deadline(
        self, proxy: Proxy, neo4j: Neo4j
    ) -> None:
        # Long enough for a first answer on a busy machine.
        graph = Graph.connect(proxy.uri, neo4j.user, neo4j.password, deadline=10)
        transport = httpx.ASGITransport(create_app(graph, Settings()))
        async with httpx.AsyncClient(transport=transport, base_url="http://localhost") as api:
            well = await api.post("/graphql", json=NAMESPACES)
            proxy.hang()
            hung = await api.post("/graphql", json=NAMESPACES)
            await proxy.vanish()
            gone = await api.post("/graphql", json=NAMESPACES, headers={"x-request-id": "mine"})
        await graph.close()

        assert "errors" not in well.json()
        assert hung.json()["errors"][0]["extensions"]["code"] == "DEADLINE_EXCEEDED"
        assert gone.status_code == 200
        assert gone.json()["data"] is None
        assert gone.json()["errors"][0]["extensions"] == {
            "code": "GRAPH_UNAVAILABLE",
            "requestId": "mine",
        }
        assert str(proxy.port) not in gone.text

    async def test_a_client_that_goes_away_is_not_worked_for(
        self, proxy: Proxy, neo4j: Neo4j
    ) -> None:
        graph = Graph.connect(proxy.uri, neo4j.user, neo4j.password, deadline=30)
        await graph.ping()
        proxy.hang()

        status = await answer_until_gone(create_app(graph, Settings()), NAMESPACES, after=0.2)

        assert status == 499
        await graph.close()


async def answer_until_gone(app: Any, asked: dict[str, Any], after: float) -> int:
    """Returns the status that is sent to a client which hangs up so many seconds after asking."""
    sent: list[Message] = []
    received = 0

    async def receive() -> Message:
        nonlocal received
        received += 1
        if received == 1:
            return {"type": "http.request", "body": httpx.Request("POST", "/", json=asked).content}
        await asyncio.sleep(after)
        return {"type": "http.disconnect"}

    async def send(message: Message) -> None:
        sent.append(message)

    scope = {
        "type": "http",
        "method": "POST",
        "path": "/graphql",
        "raw_path": b"/graphql",
        "query_string": b"",
        "headers": [(b"host", b"localhost"), (b"content-type", b"application/json")],
    }
    await app(scope, receive, send)
    return int(sent[0]["status"])
