"""Paging: a walk over all pages is the whole, whatever is added or deleted meanwhile."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any

import pytest

from lineal.kernel.graph import Transaction
from lineal.kernel.paging import place
from lineal.kernel.refusals import InvalidInput
from tests.asking import Registry

PAGE = """(first: $first, after: $after{where}) {{
    nodes {{ name: ref }} edges {{ cursor node {{ name: ref }} }} totalCount
    pageInfo {{ hasNextPage hasPreviousPage startCursor endCursor }}
}}"""
PAGING = "$first: Int! = 2, $after: Cursor"


def listing(field: str, where: str) -> str:
    """Returns the document that pages through what a namespace has, by a root field."""
    page = PAGE.format(where=", where: $where")
    return f"query({PAGING}, $where: {where}) {{ page: {field}{page} }}"


def nested(root: str, field: str) -> str:
    """Returns the document that pages through a field of one node."""
    page = PAGE.format(where="")
    return f"query({PAGING}, $ref: Ref!) {{ {root}(ref: $ref) {{ page: {field}{page} }} }}"


async def dataset(registry: Registry, name: str) -> str:
    made = await registry.told("createDataset", "dataset { ref }", ref=registry.ref(name))
    return str(made["dataset"]["ref"])


async def dataset_version(registry: Registry, name: str) -> str:
    made = await registry.told(
        "registerDatasetVersion",
        "datasetVersion { ref }",
        dataset=registry.ref("all"),
        createDataset={},
        label=name,
    )
    return str(made["datasetVersion"]["ref"])


async def run(registry: Registry, name: str) -> str:
    made = await registry.told(
        "registerRun", "run { ref }", namespace=registry.namespace, name=name
    )
    return str(made["run"]["ref"])


async def model(registry: Registry, name: str) -> str:
    made = await registry.told("createModel", "model { ref }", ref=registry.ref(name))
    return str(made["model"]["ref"])


async def model_version(registry: Registry, name: str) -> str:
    made = await registry.told(
        "registerModelVersion",
        "modelVersion { ref }",
        model=registry.ref("all"),
        createModel={},
        label=name,
    )
    return str(made["modelVersion"]["ref"])


Make = Callable[[Registry, str], Awaitable[str]]

# Each list, what makes another row of it, and whether it comes newest first or by name.
LISTS: dict[str, tuple[str, Make, bool]] = {
    "datasets": (listing("datasets", "NamedWhere"), dataset, False),
    "datasetVersions": (listing("datasetVersions", "DatasetVersionWhere"), dataset_version, True),
    "runs": (listing("runs", "RunWhere"), run, True),
    "models": (listing("models", "ModelWhere"), model, False),
    "modelVersions": (listing("modelVersions", "ModelVersionWhere"), model_version, True),
    "Namespace.datasets": (nested("namespace", "datasets"), dataset, False),
    "Namespace.models": (nested("namespace", "models"), model, False),
    "Namespace.runs": (nested("namespace", "runs"), run, True),
    "Dataset.versions": (nested("dataset", "versions"), dataset_version, True),
    "Model.versions": (nested("model", "versions"), model_version, True),
}
lists = pytest.mark.parametrize("name", LISTS)


async def ask(registry: Registry, name: str, **paging: Any) -> dict[str, Any]:
    """Returns a page."""
    query = LISTS[name][0]
    if "$ref" in query:
        ref = registry.namespace if name.startswith("Namespace") else registry.ref("all")
        data = await registry.ask(query, ref=ref, **paging)
        return dict(next(iter(data.values()))["page"])
    where = {"namespace": {"eq": registry.namespace}}
    return dict((await registry.ask(query, where=where, **paging))["page"])


async def walk(registry: Registry, name: str, first: int) -> list[str]:
    """Returns the refs on all pages."""
    found: list[str] = []
    after, more = None, True
    while more:
        page = await ask(registry, name, first=first, after=after)
        found += [node["name"] for node in page["nodes"]]
        after, more = page["pageInfo"]["endCursor"], page["pageInfo"]["hasNextPage"]
    return found


@lists
class TestPage:
    async def test_a_walk_over_all_pages_is_the_whole(self, registry: Registry, name: str) -> None:
        _, make, newest = LISTS[name]
        made = [await make(registry, f"n{i}") for i in (3, 0, 4, 1, 2)]
        whole = made[::-1] if newest else sorted(made)

        for first in (1, 2, 4, 5, 100):
            assert await walk(registry, name, first) == whole

    async def test_tells_where_it_is(self, registry: Registry, name: str) -> None:
        _, make, _ = LISTS[name]
        for i in range(3):
            await make(registry, f"n{i}")
        head = await ask(registry, name, first=2)
        tail = await ask(registry, name, first=2, after=head["pageInfo"]["endCursor"])

        assert [edge["node"] for edge in head["edges"]] == head["nodes"]
        assert head["pageInfo"] == {
            "hasNextPage": True,
            "hasPreviousPage": False,
            "startCursor": head["edges"][0]["cursor"],
            "endCursor": head["edges"][1]["cursor"],
        }
        assert (len(tail["nodes"]), tail["totalCount"]) == (1, 3)
        assert tail["pageInfo"] == {
            "hasNextPage": False,
            "hasPreviousPage": True,
            "startCursor": tail["edges"][0]["cursor"],
            "endCursor": tail["edges"][0]["cursor"],
        }

    async def test_goes_on_after_what_was_deleted(self, registry: Registry, name: str) -> None:
        _, make, newest = LISTS[name]
        made = [await make(registry, f"n{i}") for i in range(4)]
        whole = made[::-1] if newest else made
        head = await ask(registry, name, first=2)
        await delete(registry, whole[1])
        tail = await ask(registry, name, first=2, after=head["pageInfo"]["endCursor"])

        assert [node["name"] for node in tail["nodes"]] == whole[2:]

    async def test_shows_everything_once_while_others_insert(
        self, registry: Registry, name: str
    ) -> None:
        _, make, _ = LISTS[name]
        before = {await make(registry, f"n{i}") for i in range(10)}
        found, *_ = await asyncio.gather(
            walk(registry, name, 2), *(make(registry, f"m{i}") for i in range(10))
        )

        assert len(found) == len(set(found))
        assert before <= set(found)

    @pytest.mark.parametrize("first", [0, -1, 101, 2**31 - 1])
    async def test_an_error_with_a_size_that_is_none(
        self, registry: Registry, name: str, first: int
    ) -> None:
        variables = {"ref": registry.ref("all")} if "$ref" in LISTS[name][0] else {}

        assert await registry.code(LISTS[name][0], first=first, **variables) == "INVALID_INPUT"

    async def test_an_error_with_the_cursor_of_another_list(
        self, registry: Registry, name: str
    ) -> None:
        _, make, newest = LISTS[name]
        other = "datasets" if newest else "runs"
        await make(registry, "n1")
        await LISTS[other][1](registry, "n2")
        cursor = (await ask(registry, other))["pageInfo"]["endCursor"]
        variables = {"ref": registry.ref("all")} if "$ref" in LISTS[name][0] else {}

        assert await registry.code(LISTS[name][0], after=cursor, **variables) == "INVALID_INPUT"

    async def test_an_error_with_the_cursor_of_other_arguments(
        self, registry: Registry, name: str
    ) -> None:
        query, make, _ = LISTS[name]
        if "$ref" in query:
            other = query.replace("first: $first", "first: $first, orderBy: {field: CREATED}")
        else:
            other = query.replace("where: $where", "where: {and: [$where]}").replace(
                "Where)", "Where!)"
            )
        await make(registry, "n1")
        cursor = (await ask(registry, name))["pageInfo"]["endCursor"]
        given = {"ref": registry.ref("all"), "where": {"namespace": {"eq": registry.namespace}}}

        assert other != query
        (error,) = await registry.errors(other, after=cursor, **given)
        assert error["message"].startswith("after: this cursor is from another list")

    @pytest.mark.parametrize("cursor", ["", "x", "é", "bnVsbA", "WzEsMl0", "WyJpZCIsIDVd"])
    async def test_an_error_with_a_cursor_that_is_none(
        self, registry: Registry, name: str, cursor: str
    ) -> None:
        variables = {"ref": registry.ref("all")} if "$ref" in LISTS[name][0] else {}

        assert await registry.errors(LISTS[name][0], after=cursor, **variables)


class TestCursor:
    async def test_goes_on_where_the_node_is_asked_for_otherwise(self, registry: Registry) -> None:
        for name in ("a", "b"):
            await model_version(registry, name)
        by_ref = """query($ref: Ref!) { model(ref: $ref) { id
            versions(first: 1) { nodes { label } pageInfo { endCursor } } } }"""
        by_id = """query($id: ID!, $after: Cursor) { node(id: $id) { ... on Model {
            versions(first: 1, after: $after) { nodes { label } } } } }"""
        one = (await registry.ask(by_ref, ref=registry.ref("all")))["model"]
        after = one["versions"]["pageInfo"]["endCursor"]
        two = (await registry.ask(by_id, id=one["id"], after=after))["node"]

        assert one["versions"]["nodes"] == [{"label": "b"}]
        assert two["versions"]["nodes"] == [{"label": "a"}]

    async def test_goes_on_where_an_interface_has_the_field(self, registry: Registry) -> None:
        ref = await model_version(registry, "a")
        any_ = """query($ref: ID!) { node(id: $ref) { ... on LineageNode {
            upstream(first: 1) { pageInfo { endCursor } } } } }"""
        one = """query($ref: Ref!, $after: Cursor) { modelVersion(ref: $ref) {
            upstream(first: 1, after: $after) { nodes { distance } } } }"""
        found = (await registry.ask(any_, ref=ref))["node"]["upstream"]["pageInfo"]
        rest = await registry.ask(one, ref=ref, after=found["endCursor"])

        assert rest["modelVersion"]["upstream"]["nodes"] == []


class TestPlace:
    def test_is_the_value_that_a_cursor_holds(self) -> None:
        assert place("ref", None) is None
        assert place("ref", ["ref", "a/b"]) == "a/b"

    def test_is_all_of_them_where_a_list_is_in_the_order_of_several(self) -> None:
        assert place("score", ["score", 0.5, "id"], float, str) == [0.5, "id"]
        assert place("score", ["score", 1, "id"], float, str) == [1, "id"]

    @pytest.mark.parametrize(
        "cursor",
        [["id", "a"], ["ref", 1], ["ref", "a", "b"], ["ref", None], [None, "a"], [["ref"], "a"]],
    )
    def test_of_another_list_is_refused(self, cursor: list[Any]) -> None:
        with pytest.raises(InvalidInput):
            place("ref", cursor)

    @pytest.mark.parametrize(
        "values", [["0.5", "id"], [0.5], [0.5, "id", 1], [True, "id"], [2**64, "id"]]
    )
    def test_with_values_of_other_types_is_refused(self, values: list[Any]) -> None:
        with pytest.raises(InvalidInput):
            place("score", ["score", *values], float, str)


async def delete(registry: Registry, ref: str) -> None:
    """Deletes a node as nothing in Lineal does yet."""

    async def unit(tx: Transaction) -> None:
        await tx.value("MATCH (node:Entity {ref: $ref}) DETACH DELETE node", {"ref": ref})

    await registry.graph.write(unit)
