"""The queries that somebody finds who opens GraphiQL for the first time."""

import json
from pathlib import Path
from typing import Any

import httpx
import pytest
from graphql import parse, validate

from lineal.schema import schema

SOURCE = Path(__file__).parents[2] / "web" / "graphiql" / "src"
EXAMPLES = sorted(path.stem for path in SOURCE.glob("*.graphql"))


def query(example: str) -> str:
    return (SOURCE / f"{example}.graphql").read_text(encoding="utf-8")


def variables(example: str) -> str:
    return (SOURCE / f"{example}.json").read_text(encoding="utf-8")


@pytest.mark.parametrize("example", EXAMPLES)
def test_is_valid(example: str) -> None:
    assert validate(schema._schema, parse(query(example))) == []


@pytest.mark.parametrize("example", EXAMPLES)
def test_is_a_tab(example: str) -> None:
    tabs = (SOURCE / "examples.js").read_text(encoding="utf-8")

    assert f"{{ query: {example}, variables: written({example}Variables) }}" in tabs


class TestAnswer:
    async def ask(self, api: httpx.AsyncClient, namespace: str, example: str) -> dict[str, Any]:
        """Returns the data that the example answers when it is asked of the tests' namespace."""
        own = json.loads(variables(example).replace("risk", namespace))
        response = await api.post("/graphql", json={"query": query(example), "variables": own})
        answer = response.json()
        assert "errors" not in answer, answer
        data: dict[str, Any] = answer["data"]
        return data

    async def test_models(self, api: httpx.AsyncClient, namespace: str) -> None:
        found = (await self.ask(api, namespace, "models"))["models"]

        champion = {
            "name": "champion",
            "version": {
                "ref": f"{namespace}/credit-scorer:1",
                "metrics": [{"key": "auc", "value": 0.81}],
            },
        }
        (model,) = (each for each in found["nodes"] if each["ref"].startswith(f"{namespace}/"))
        assert model["aliases"] == [champion]

    async def test_search(self, api: httpx.AsyncClient, namespace: str) -> None:
        found = (await self.ask(api, namespace, "search"))["search"]

        first = found["hits"][0]
        assert first["node"] == {"__typename": "Model", "ref": f"{namespace}/credit-scorer"}
        assert first["highlights"][0]["pieces"][0] == {"text": "credit", "hit": True}
        assert {"value": "Model", "count": 1} in found["facets"]["kinds"]

    async def test_lineage(self, api: httpx.AsyncClient, namespace: str) -> None:
        lineage = (await self.ask(api, namespace, "lineage"))["lineage"]

        assert [(step["distance"], step["node"]["__typename"]) for step in lineage["nodes"]] == [
            (0, "ModelVersion"),
            (1, "Run"),
            (2, "DatasetVersion"),
            (3, "Run"),
            (4, "DatasetVersion"),
        ]
        assert lineage["complete"]
        assert len(lineage["edges"]) == 4

    async def test_impact(self, api: httpx.AsyncClient, namespace: str) -> None:
        impact = (await self.ask(api, namespace, "impact"))["impact"]

        assert impact["environments"] == [{"environment": "production", "count": 1}]
        assert [item["node"] for item in impact["items"]] == [
            {
                "__typename": "Deployment",
                "ref": f"{namespace}/credit-scorer-online",
                "owners": ["team:lending-platform"],
                "environment": "production",
            },
            {
                "__typename": "Application",
                "ref": f"{namespace}/loan-origination",
                "owners": ["team:lending-platform"],
            },
        ]
        way = [node["ref"] for node in impact["items"][0]["explanation"]["nodes"]]
        assert way[0] == f"{namespace}/german-credit#statlog-1994"
        assert way[-1] == f"{namespace}/credit-scorer-online"

    async def test_register_keeps_nothing(self, api: httpx.AsyncClient, namespace: str) -> None:
        first = (await self.ask(api, namespace, "register"))["registerModelVersion"]
        second = (await self.ask(api, namespace, "register"))["registerModelVersion"]

        assert first["modelVersion"]["ref"] == f"{namespace}/credit-scorer:2"
        assert first["modelVersion"]["metrics"] == [{"key": "auc", "value": 0.79}]
        assert first["modelVersion"]["bases"] == [
            {"how": "retrained", "version": {"ref": f"{namespace}/credit-scorer:1"}}
        ]
        assert second == first
