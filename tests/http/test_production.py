"""What docs/production.md sets: nothing is told to strangers that they need not know."""

import re
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import httpx
import pytest

from lineal.kernel.graph import Graph
from lineal.settings import Settings
from tests.http.serving import app_with, error
from tests.pages import blocks

PAGE = (Path(__file__).parents[2] / "docs" / "production.md").read_text(encoding="utf-8")
FIRST = next(text for language, text in blocks(PAGE) if language == "ini")
SET = dict(re.findall(r"^LINEAL_(\w+)=(\S+)$", FIRST, re.MULTILINE))
POST = {"query": "query cop { __typename }"}


@pytest.fixture
async def api(graph: Graph) -> AsyncIterator[httpx.AsyncClient]:
    given: dict[str, Any] = {name.lower(): value for name, value in SET.items()}
    assert given.keys() <= Settings.model_fields.keys()
    del given["allowed_hosts"]
    async with app_with(graph, **given) as client:
        yield client


async def ask(api: httpx.AsyncClient, query: str) -> Any:
    return (await api.post("/graphql", json={"query": query})).json()


class TestGraphqlCop:
    """The checks of graphql-cop 1.15, by its names for them: https://github.com/dolevf/graphql-cop"""

    async def test_it_answers_at_all(self, api: httpx.AsyncClient) -> None:
        assert await ask(api, POST["query"]) == {"data": {"__typename": "Query"}}

    async def test_alias_overloading(self, api: httpx.AsyncClient) -> None:
        aliases = " ".join(f"alias{i}: __typename" for i in range(101))

        assert "data" not in await ask(api, f"query cop {{ {aliases} }}")

    async def test_array_based_query_batching(self, api: httpx.AsyncClient) -> None:
        answer = (await api.post("/graphql", json=[POST] * 10)).json()

        assert list(answer) == ["errors"]

    async def test_field_duplication(self, api: httpx.AsyncClient) -> None:
        assert "data" not in await ask(api, f"query cop {{ {'__typename ' * 500} }}")

    async def test_directive_overloading(self, api: httpx.AsyncClient) -> None:
        answer = await ask(api, f"query cop {{ __typename {'@aa' * 10} }}")

        assert len(answer["errors"]) < 10

    @pytest.mark.parametrize(
        "query",
        [
            "query cop { __schema { types { name fields { name } } } }",
            "query cop { __schema { types { fields { type { fields { type { name } } } } } } }",
            '{ __type(name: "Model") { name } }',
        ],
    )
    async def test_introspection(self, api: httpx.AsyncClient, query: str) -> None:
        answer = await ask(api, query)

        assert "data" not in answer
        assert "introspection has been disabled" in answer["errors"][0]["message"]

    @pytest.mark.parametrize(
        "query",
        [
            "query cop { __schema { directive } }",
            "{ modelz { nodes { id } } }",
            '{ model(reff: "a/b") { id } }',
            "{ models(orderBy: {field: NAMES}) { nodes { id } } }",
            "{ models { nodes { id } } ... on Modell { id } }",
        ],
    )
    async def test_field_suggestions(self, api: httpx.AsyncClient, query: str) -> None:
        assert "Did you mean" not in str(await ask(api, query))

    async def test_suggestions_for_variables(self, api: httpx.AsyncClient) -> None:
        query = "query ($by: NamedOrder!) { models(orderBy: $by) { nodes { id } } }"
        given = {"query": query, "variables": {"by": {"field": "NAMES"}}}
        answer = (await api.post("/graphql", json=given)).json()

        assert answer["errors"]
        assert "Did you mean" not in str(answer)

    async def test_graphiql(self, api: httpx.AsyncClient) -> None:
        for path in ("/", "/graphql", "/graphiql", "/graphiql-assets/"):
            answer = await api.get(path, headers={"accept": "text/html"})

            assert "graphiql" not in answer.text.lower()

    async def test_get_method_query_support(self, api: httpx.AsyncClient) -> None:
        assert error(await api.get("/graphql", params=POST))[:2] == (403, "PREFLIGHT_REQUIRED")

    async def test_get_based_mutation(self, api: httpx.AsyncClient) -> None:
        answer = await api.get(
            "/graphql",
            params={"query": "mutation cop { __typename }"},
            headers={"graphql-require-preflight": "1"},
        )

        assert answer.status_code == 405

    async def test_post_based_url_encoded_query(self, api: httpx.AsyncClient) -> None:
        assert (await api.post("/graphql", data=POST)).status_code == 415

    async def test_trace_mode_and_unhandled_errors(self, api: httpx.AsyncClient) -> None:
        answer = await ask(api, "qwerty cop { abc }")

        assert answer["errors"][0]["extensions"].keys() == {"code", "requestId"}
