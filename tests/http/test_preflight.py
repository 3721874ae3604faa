"""A query by GET that a page of another site may have sent."""

import httpx
import pytest

from lineal.http.preflight import HEADERS
from lineal.kernel.graph import Graph
from tests.http.serving import app_with, error

ASK = {"query": "{ __typename }"}


class TestRequire:
    @pytest.mark.parametrize("site", ["cross-site", "same-site"])
    async def test_refuses_pages_of_other_sites(self, api: httpx.AsyncClient, site: str) -> None:
        answer = await api.get("/graphql", params=ASK, headers={"sec-fetch-site": site})

        assert error(answer) == (
            403,
            "PREFLIGHT_REQUIRED",
            "Send a query by POST, or by GET with a header GraphQL-Require-Preflight: 1",
        )

    @pytest.mark.parametrize("site", ["same-origin", "none"])
    async def test_lets_own_pages_ask(self, api: httpx.AsyncClient, site: str) -> None:
        answer = await api.get("/graphql", params=ASK, headers={"sec-fetch-site": site})

        assert answer.json() == {"data": {"__typename": "Query"}}

    @pytest.mark.parametrize("name", HEADERS)
    async def test_a_header_that_no_such_page_can_set_will_do(
        self, graph: Graph, name: str
    ) -> None:
        async with app_with(graph, require_preflight=True) as api:
            without = await api.get("/graphql", params=ASK)
            answer = await api.get("/graphql", params=ASK, headers={name: "1"})

        assert without.status_code == 403
        assert answer.json() == {"data": {"__typename": "Query"}}
