"""/livez and /readyz tell the truth."""

from collections.abc import AsyncIterator, Sequence

import httpx
import pytest
from starlette.applications import Starlette

from lineal.http.health import Health, why_not_ready
from lineal.kernel.graph import Graph
from lineal.kernel.migrations import Migration, released
from tests.conftest import Neo4j
from tests.proxy import Proxy


@pytest.fixture
async def proxy(neo4j: Neo4j, graph: Graph) -> AsyncIterator[Proxy]:
    async with Proxy(neo4j.uri) as opened:
        yield opened


@pytest.fixture
async def behind(proxy: Proxy, neo4j: Neo4j) -> AsyncIterator[Graph]:
    connected = Graph.connect(proxy.uri, neo4j.user, neo4j.password or None, deadline=30)
    yield connected
    await connected.close()


async def probe(
    graph: Graph, path: str, migrations: Sequence[Migration] | None = None
) -> httpx.Response:
    app = Starlette(routes=Health(graph, migrations).routes())
    transport = httpx.ASGITransport(app)
    async with httpx.AsyncClient(transport=transport, base_url="http://localhost") as client:
        return await client.get(path)


class TestLive:
    async def test_always(self, proxy: Proxy, behind: Graph) -> None:
        await proxy.vanish()

        response = await probe(behind, "/livez")

        assert (response.status_code, response.text) == (200, "ok\n")


class TestReady:
    async def test_when_the_graph_answers_and_is_migrated(self, behind: Graph) -> None:
        response = await probe(behind, "/readyz")

        assert (response.status_code, response.json()) == (200, {"ready": True})

    async def test_not_without_the_database(self, proxy: Proxy, behind: Graph) -> None:
        await proxy.vanish()

        response = await probe(behind, "/readyz")

        assert response.status_code == 503
        assert response.json() == {
            "ready": False,
            "reason": "The graph database could not be reached",
        }

    async def test_not_while_the_database_hangs(self, proxy: Proxy, behind: Graph) -> None:
        await behind.ping()
        proxy.hang()

        response = await probe(behind, "/readyz")

        assert response.status_code == 503
        assert response.json()["reason"] == "The graph database did not answer within 2 s"

    async def test_not_while_a_migration_is_pending(self, behind: Graph) -> None:
        new = Migration("9000_new", "RETURN 1;")

        response = await probe(behind, "/readyz", [*released(), new])

        assert response.status_code == 503
        assert response.json()["reason"] == "Migrations are pending: 9000_new"

    async def test_not_over_a_graph_that_other_files_migrated(self, behind: Graph) -> None:
        response = await probe(behind, "/readyz", [])

        assert response.status_code == 503
        assert "does not know" in response.json()["reason"]

    async def test_again_once_the_database_answers(self, proxy: Proxy, behind: Graph) -> None:
        await behind.ping()
        proxy.hang()
        assert await why_not_ready(behind)

        proxy.go_on()

        assert await why_not_ready(behind) is None
