"""Anything by its id or its ref."""

from typing import Any

import pytest

from tests.asking import Registry

NODE = """query($id: ID!) { node(id: $id) {
    __typename id ... on Record { ref } ... on Run { name }
    ... on Dataset { kind versions { totalCount } }
    ... on LineageNode { namespace { name } upstream { totalCount } }
} }"""
NODES = """query($ids: [ID!]!) { nodes(ids: $ids) {
    __typename id ... on Record { ref } ... on LineageNode { upstream { totalCount } }
} }"""
UNKNOWN = "01900000-0000-7000-8000-000000000000"


@pytest.fixture
async def ids(registry: Registry) -> dict[str, str]:
    """One of each kind: the id by the type."""
    made = {
        "Dataset": await registry.told(
            "createDataset", "dataset { id }", ref=registry.ref("customers")
        ),
        "DatasetVersion": await registry.told(
            "registerDatasetVersion",
            "datasetVersion { id }",
            dataset=registry.ref("customers"),
            label="1",
        ),
        "Run": await registry.told(
            "registerRun", "run { id }", namespace=registry.namespace, name="train"
        ),
        "Model": await registry.told("createModel", "model { id }", ref=registry.ref("scorer")),
        "ModelVersion": await registry.told(
            "registerModelVersion", "modelVersion { id }", model=registry.ref("scorer")
        ),
        "Deployment": await registry.told(
            "createDeployment",
            "deployment { id }",
            ref=registry.ref("api"),
            environment="production",
        ),
        "Application": await registry.told(
            "createApplication", "application { id }", ref=registry.ref("portal")
        ),
    }
    await registry.told(
        "setAlias",
        "model { id }",
        model=registry.ref("scorer"),
        alias="champion",
        version=registry.ref("scorer:1"),
    )
    return {kind: next(iter(success.values()))["id"] for kind, success in made.items()}


class TestNode:
    async def test_of_each_kind_by_its_id(self, registry: Registry, ids: dict[str, str]) -> None:
        found = {
            kind: (await registry.ask(NODE, id=id_))["node"]["__typename"]
            for kind, id_ in ids.items()
        }

        assert found == {kind: kind for kind in ids}

    @pytest.mark.parametrize(
        ("name", "kind"),
        [
            ("customers", "Dataset"),
            ("dataset:{}/customers", "Dataset"),
            ("customers#1", "DatasetVersion"),
            ("scorer", "Model"),
            ("scorer:1", "ModelVersion"),
            ("scorer@champion", "ModelVersion"),
            ("api", "Deployment"),
            ("application:{}/portal", "Application"),
        ],
    )
    async def test_of_each_kind_by_its_ref(
        self, registry: Registry, ids: dict[str, str], name: str, kind: str
    ) -> None:
        ref = name.format(registry.namespace) if "{}" in name else registry.ref(name)
        data = await registry.ask(NODE, id=ref)

        assert (data["node"]["__typename"], data["node"]["id"]) == (kind, ids[kind])

    async def test_a_namespace_by_its_name(self, registry: Registry) -> None:
        data = await registry.ask(NODE, id=registry.namespace)

        assert data["node"]["__typename"] == "Namespace"

    async def test_an_id_in_capitals(self, registry: Registry, ids: dict[str, str]) -> None:
        data = await registry.ask(NODE, id=ids["Run"].upper())

        assert data["node"]["id"] == ids["Run"]

    @pytest.mark.parametrize("name", ["none", "scorer:2", "scorer@none", "customers#2"])
    async def test_nothing_where_there_is_none(
        self, registry: Registry, ids: dict[str, str], name: str
    ) -> None:
        assert await registry.ask(NODE, id=registry.ref(name)) == {"node": None}

    async def test_nothing_by_an_unknown_id(self, registry: Registry) -> None:
        assert await registry.ask(NODE, id=UNKNOWN) == {"node": None}

    async def test_an_error_where_a_name_is_that_of_several(self, registry: Registry) -> None:
        ref = registry.ref("same")
        await registry.told("createModel", "model { id }", ref=ref)
        await registry.told("createDataset", "dataset { id }", ref=ref)
        (error,) = await registry.errors(NODE, id=ref)
        data = await registry.ask(NODE, id=f"model:{ref}")

        assert error["extensions"]["code"] == "AMBIGUOUS_REF"
        assert "dataset:" in error["message"]
        assert "model:" in error["message"]
        assert data["node"]["__typename"] == "Model"

    @pytest.mark.parametrize("text", ["", "a b", "a/b/c", "a/b:0", "model:a", "x" * 5_000])
    async def test_an_error_where_it_is_no_ref(self, registry: Registry, text: str) -> None:
        assert await registry.code(NODE, id=text) == "INVALID_REF"


class TestNodes:
    async def test_in_the_order_asked(self, registry: Registry, ids: dict[str, str]) -> None:
        asked = [
            ids["Run"],
            registry.ref("none"),
            registry.ref("scorer@champion"),
            UNKNOWN,
            ids["Dataset"],
            ids["Run"],
        ]
        found: list[dict[str, Any] | None] = (await registry.ask(NODES, ids=asked))["nodes"]

        assert [node and node["__typename"] for node in found] == [
            "Run",
            None,
            "ModelVersion",
            None,
            "Dataset",
            "Run",
        ]

    async def test_none_for_none(self, registry: Registry) -> None:
        assert await registry.ask(NODES, ids=[]) == {"nodes": []}

    async def test_an_error_where_a_name_is_that_of_several(
        self, registry: Registry, ids: dict[str, str]
    ) -> None:
        ref = registry.ref("same")
        await registry.told("createModel", "model { id }", ref=ref)
        await registry.told("createDataset", "dataset { id }", ref=ref)
        (error,) = await registry.errors(NODES, ids=[ids["Run"], ref])

        assert error["extensions"]["code"] == "AMBIGUOUS_REF"
        assert ref in error["message"]

    async def test_an_error_with_more_than_a_hundred(self, registry: Registry) -> None:
        data = await registry.ask(NODES, ids=[UNKNOWN] * 100)

        assert data == {"nodes": [None] * 100}
        assert await registry.code(NODES, ids=[UNKNOWN] * 101) == "INVALID_INPUT"

    async def test_an_error_where_one_is_no_ref(self, registry: Registry) -> None:
        assert await registry.code(NODES, ids=[UNKNOWN, "a b"]) == "INVALID_REF"
