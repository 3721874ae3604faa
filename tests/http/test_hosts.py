"""The names that a server answers to."""

import httpx
import pytest

from lineal.http.hosts import name_of
from lineal.kernel.graph import Graph
from lineal.settings import Settings
from tests.http.serving import app_with, error


class TestNameOf:
    @pytest.mark.parametrize(
        ("host", "name"),
        [
            ("localhost", "localhost"),
            ("LocalHost:8000", "localhost"),
            ("[::1]:8000", "[::1]"),
            ("127.0.0.1", "127.0.0.1"),
            ("", None),
            ("localhost:8000:1", None),
            ("[::1", None),
            ("a@localhost:x", None),
        ],
    )
    def test_is_without_the_port(self, host: str, name: str | None) -> None:
        assert name_of(host) == name


class TestHosts:
    @pytest.mark.parametrize("host", ["evil.example", "localhost.evil.example:8000", ""])
    async def test_others_than_the_loopback_are_refused_there(
        self, api: httpx.AsyncClient, host: str
    ) -> None:
        ask = {"query": "{ __typename }"}
        answer = await api.post("/graphql", json=ask, headers={"host": host})

        assert error(answer)[:2] == (421, "MISDIRECTED")
        assert "LINEAL_ALLOWED_HOSTS" in answer.text

    @pytest.mark.parametrize("host", ["localhost:8000", "127.0.0.1", "[::1]:8000"])
    async def test_the_loopback_has_three_names(self, api: httpx.AsyncClient, host: str) -> None:
        assert (await api.get("/livez", headers={"host": host})).status_code == 200
        assert (await api.get("/", headers={"host": host})).status_code == 307

    async def test_those_that_are_set_are_all(self, graph: Graph) -> None:
        names = Settings(allowed_hosts="models.example, Lineal").allowed_hosts  # type: ignore[arg-type]  # as an environment has it
        async with app_with(graph, allowed_hosts=names, host="192.0.2.1") as api:
            found = [
                (await api.get("/", headers={"host": host})).status_code
                for host in ("models.example:443", "lineal", "localhost")
            ]

        assert found == [307, 307, 421]

    async def test_elsewhere_than_on_the_loopback_any_will_do(self, graph: Graph) -> None:
        async with app_with(graph, host="192.0.2.1") as api:
            answer = await api.get("/", headers={"host": "models.example"})

        assert answer.status_code == 307

    async def test_probes_may_use_any(self, api: httpx.AsyncClient) -> None:
        answer = await api.get("/livez", headers={"host": "10.0.0.7:8000"})

        assert answer.status_code == 200
