"""Which deployments were trained on personal data, in one query."""

from typing import Any

import pytest

from tests.asking import Registry
from tests.columns.test_derivations import data

QUERY = """query($of: [Ref!], $columns: ColumnWhere, $first: Int! = 100) {
    impact(of: $of, columns: $columns, first: $first) {
        items { certain distance node { ref } explanation { nodes { ref } edges { type } } }
        columnCount totalCount complete truncatedBy
    }
}"""
PERSONAL = {"tag": {"eq": "personal-data"}}


async def tell(registry: Registry) -> None:
    """Registers raw: a, b -> clean: x (from a), y (from b), and models that say or do not.

    `told` uses x, `other` uses y, `silent` read clean and says nothing; each is deployed.
    """
    ref = registry.ref
    await registry.told(
        "registerRun",
        "run { id }",
        namespace=registry.namespace,
        name="clean",
        inputs=[data(registry, "raw", "a", "b")],
        outputs=[data(registry, "clean", "x", "y")],
        columns=[
            {"from": [ref("raw#1.a")], "to": ref("clean#1.x")},
            {"from": [ref("raw#1.b")], "to": ref("clean#1.y")},
        ],
    )
    await registry.told("updateColumn", "column { id }", ref=ref("raw#1.a"), tags=["personal-data"])
    for name, features in (("told", ["clean#1.x"]), ("other", ["clean#1.y"]), ("silent", [])):
        await registry.told(
            "registerModelVersion",
            "modelVersion { id }",
            model=ref(f"{name}-model"),
            createModel={},
            run={"name": "train", "inputs": [{"ref": ref("clean#1")}]},
            features=[ref(feature) for feature in features],
        )
        await registry.told(
            "deployModelVersion",
            "deployment { id }",
            deployment=ref(name),
            createDeployment={"environment": "production"},
            modelVersion=ref(f"{name}-model:1"),
        )


async def impact(registry: Registry, **asked: Any) -> Any:
    """Returns the impact of columns of the test's namespace, or of refs."""
    if "columns" in asked:
        in_it = {"namespace": {"eq": registry.namespace}}
        asked["columns"] = {"and": [in_it, asked["columns"]]}
    return (await registry.ask(QUERY, **asked))["impact"]


class TestPersonalData:
    async def test_is_followed_through_columns_to_deployments(self, registry: Registry) -> None:
        await tell(registry)
        found = await impact(registry, columns=PERSONAL)
        told, silent = found["items"]

        assert (told["node"]["ref"], told["certain"]) == (registry.ref("told"), True)
        assert [step["ref"] for step in told["explanation"]["nodes"]] == [
            registry.ref(ref) for ref in ("raw#1.a", "clean#1.x", "told-model:1", "told")
        ]
        assert [edge["type"] for edge in told["explanation"]["edges"]] == [
            *("DERIVED_INTO", "USED_BY", "DEPLOYED_AS")
        ]
        assert (silent["node"]["ref"], silent["certain"]) == (registry.ref("silent"), False)
        assert [edge["type"] for edge in silent["explanation"]["edges"]] == [
            *("DERIVED_INTO", "PART_OF", "CONSUMED_BY", "PRODUCED", "DEPLOYED_AS")
        ]
        assert (found["totalCount"], found["complete"]) == (2, True)

    async def test_is_the_same_by_ref(self, registry: Registry) -> None:
        await tell(registry)

        by_ref = await impact(registry, of=[registry.ref("raw#1.a")])
        assert by_ref | {"columnCount": 1} == await impact(registry, columns=PERSONAL)

    async def test_may_be_asked_beside_refs(self, registry: Registry) -> None:
        await tell(registry)
        found = await impact(registry, of=[registry.ref("clean#1.y")], columns=PERSONAL)

        assert {item["node"]["ref"] for item in found["items"]} == {
            registry.ref(name) for name in ("told", "other", "silent")
        }

    async def test_that_nothing_has_affects_nothing(self, registry: Registry) -> None:
        await tell(registry)
        found = await impact(registry, columns={"tag": {"eq": "nothing"}})

        assert (found["items"], found["totalCount"], found["complete"]) == ([], 0, True)
        assert found["columnCount"] == 0

    async def test_is_found_where_it_is_archived(self, registry: Registry) -> None:
        await tell(registry)
        before = await impact(registry, columns=PERSONAL)
        await registry.told("archiveRecord", "record { id }", ref=registry.ref("raw"))

        assert await impact(registry, columns=PERSONAL) == before
        said = await impact(registry, columns=PERSONAL | {"archived": False})
        assert said["columnCount"] == 0

    async def test_says_at_how_many_columns_it_started(self, registry: Registry) -> None:
        await tell(registry)
        asked = {"columns": {"dataset": {"eq": registry.ref("raw")}}}

        assert (await impact(registry, **asked))["columnCount"] == 2
        assert (await impact(registry, **asked, of=[registry.ref("clean#1.y")]))["columnCount"] == 2
        assert (await impact(registry, of=[registry.ref("raw#1")]))["columnCount"] is None

    async def test_the_dataset_version_as_a_whole_affects_all(self, registry: Registry) -> None:
        await tell(registry)
        found = await impact(registry, of=[registry.ref("raw#1")])

        assert [item["certain"] for item in found["items"]] == [True] * 3

    @pytest.mark.parametrize("arguments", ["", "(of: [])"])
    async def test_of_nothing_is_refused(self, registry: Registry, arguments: str) -> None:
        assert await registry.code(f"{{ impact{arguments} {{ complete }} }}") == "INVALID_INPUT"


class TestLineage:
    async def test_upstream_shows_columns_where_they_are_asked_for(
        self, registry: Registry
    ) -> None:
        await tell(registry)
        query = """query($of: [Ref!]!, $kinds: [LineageKind!]) {
            lineage(of: $of, kinds: $kinds) { nodes { certain node { ref __typename } } }
        }"""
        of = [registry.ref("told-model:1")]
        default = (await registry.ask(query, of=of))["lineage"]["nodes"]
        asked = (await registry.ask(query, of=of, kinds=["COLUMN"]))["lineage"]["nodes"]

        assert "Column" not in {step["node"]["__typename"] for step in default}
        assert [step["node"]["ref"] for step in asked] == [
            registry.ref("clean#1.x"),
            registry.ref("raw#1.a"),
        ]

    async def test_downstream_of_a_column_by_itself(self, registry: Registry) -> None:
        await tell(registry)
        query = """query($ref: Ref!) { column(ref: $ref) {
            downstream(kinds: [MODEL_VERSION]) { nodes { certain node { ref } } totalCount }
        } }"""
        found = (await registry.ask(query, ref=registry.ref("raw#1.a")))["column"]["downstream"]

        assert found == {
            "nodes": [
                {"certain": True, "node": {"ref": registry.ref("told-model:1")}},
                {"certain": False, "node": {"ref": registry.ref("silent-model:1")}},
            ],
            "totalCount": 2,
        }


PATH = """query($from: Ref!, $to: Ref!, $depth: Int! = 20) {
    path(from: $from, to: $to, maxDepth: $depth) { certain length nodes { ref } edges { type } }
}"""


async def path(registry: Registry, from_: str, to: str, **asked: Any) -> Any:
    """Returns the path between two refs of the test's namespace, its nodes by their names."""
    ends = {"from": registry.ref(from_), "to": registry.ref(to)}
    found = (await registry.ask(PATH, **ends, **asked))["path"]
    if found:
        refs = [node["ref"].partition("/")[2] for node in found["nodes"]]
        # A run has no name that is its own.
        found["nodes"] = [ref or "run" for ref in refs]
        found["edges"] = [edge["type"] for edge in found["edges"]]
    return found


async def untold(registry: Registry) -> None:
    """Registers raw: a, b -> clean: x (from a), y; then final: z from clean, without a word."""
    await tell(registry)
    await registry.told(
        "registerRun",
        "run { id }",
        namespace=registry.namespace,
        name="join",
        inputs=[{"ref": registry.ref("clean#1")}],
        outputs=[data(registry, "final", "z")],
    )


class TestPerhaps:
    """Paths that were not told of columns."""

    @pytest.mark.parametrize(
        ("from_", "to", "nodes"),
        [
            (
                "raw#1.a",
                "final#1.z",
                ["raw#1.a", "clean#1.x", "clean#1", "run", "final#1", "final#1.z"],
            ),
            ("clean#1.y", "final#1.z", ["clean#1.y", "clean#1", "run", "final#1", "final#1.z"]),
            ("raw#1.a", "final#1", ["raw#1.a", "clean#1.x", "clean#1", "run", "final#1"]),
            ("clean#1", "final#1.z", ["clean#1", "run", "final#1", "final#1.z"]),
            ("raw#1", "final#1.z", ["raw#1", "run", "clean#1", "run", "final#1", "final#1.z"]),
            ("clean#1.x", "clean#1", ["clean#1.x", "clean#1"]),
            ("final#1", "final#1.z", ["final#1", "final#1.z"]),
            (
                "raw#1.a",
                "silent",
                ["raw#1.a", "clean#1.x", "clean#1", "run", "silent-model:1", "silent"],
            ),
        ],
    )
    async def test_leads_through_what_was_used_as_a_whole(
        self, registry: Registry, from_: str, to: str, nodes: list[str]
    ) -> None:
        await untold(registry)
        found = await path(registry, from_, to)

        assert (found["nodes"], found["certain"]) == (nodes, False)
        assert found["length"] == len(found["edges"]) == len(nodes) - 1

    async def test_ends_at_a_column_of_what_was_written(self, registry: Registry) -> None:
        await untold(registry)
        found = await path(registry, "clean#1.x", "final#1.z")

        assert found["edges"] == ["PART_OF", "CONSUMED_BY", "PRODUCED", "PART_OF"]

    async def test_goes_on_through_columns_that_were_told(self, registry: Registry) -> None:
        await untold(registry)
        await registry.told(
            "registerRun",
            "run { id }",
            namespace=registry.namespace,
            name="last",
            inputs=[{"ref": registry.ref("final#1")}],
            outputs=[data(registry, "last", "w")],
            columns=[{"from": [registry.ref("final#1.z")], "to": registry.ref("last#1.w")}],
        )
        found = await path(registry, "raw#1.a", "last#1.w")

        assert found["nodes"][-3:] == ["final#1", "final#1.z", "last#1.w"]
        assert found["edges"][-2:] == ["PART_OF", "DERIVED_INTO"]
        assert (found["length"], found["certain"]) == (6, False)

    @pytest.mark.parametrize(
        ("from_", "to"),
        [
            ("raw#1.a", "clean#1.y"),  # It was told that this was made from b.
            ("raw#1.b", "told"),
            ("raw#1", "clean#1.x"),
            ("final#1.z", "clean#1.x"),
            ("clean#1.x", "clean#1.y"),
        ],
    )
    async def test_not_where_something_else_was_told(
        self, registry: Registry, from_: str, to: str
    ) -> None:
        await untold(registry)

        assert await path(registry, from_, to) is None

    async def test_only_if_none_was_told(self, registry: Registry) -> None:
        await untold(registry)
        found = await path(registry, "raw#1.a", "told")

        assert (found["certain"], found["length"]) == (True, 3)

    async def test_not_deeper_than_asked(self, registry: Registry) -> None:
        await untold(registry)

        assert await path(registry, "raw#1.a", "final#1.z", depth=4) is None
        assert (await path(registry, "raw#1.a", "final#1.z", depth=5))["length"] == 5


class TestPath:
    async def test_leads_through_columns(self, registry: Registry) -> None:
        await tell(registry)
        query = "query($from: Ref!, $to: Ref!) { path(from: $from, to: $to) { nodes { ref } } }"
        ends = {"from": registry.ref("raw#1.a"), "to": registry.ref("told")}
        path = (await registry.ask(query, **ends))["path"]

        assert [step["ref"] for step in path["nodes"]] == [
            registry.ref(ref) for ref in ("raw#1.a", "clean#1.x", "told-model:1", "told")
        ]
