"""Filters by ref: each takes every form of what it asks for, and finds what that names now."""

import json
from dataclasses import dataclass
from typing import Any

import pytest

from lineal.kernel.engine import Engine
from lineal.kernel.graph import Graph
from tests.asking import Registry, unique

DIGEST = "sha256:9c56cc51b374c3ba189210d5b6d4bf57790d351c96c47c02190ecf1e430635ab"
QUERY = """query($where: {0}Where) {{
    {1}(where: $where, first: 1) {{ totalCount nodes {{ ref }} pageInfo {{ hasNextPage }} }}
}}"""
MODEL_VERSIONS = ("ModelVersion", "modelVersions")
DATASET_VERSIONS = ("DatasetVersion", "datasetVersions")
COLUMNS = ("Column", "columns")
RUNS = ("Run", "runs")


@dataclass(frozen=True)
class World:
    """Versions 1 and 2 of a renamed model, 2 made from 1; a dataset that its run read."""

    registry: Registry
    ids: dict[str, str]

    def told(self, given: dict[str, Any]) -> dict[str, Any]:
        """Returns a filter with `?` for the namespace and `<x>` for the id of x."""
        text = json.dumps(given).replace("?", self.registry.namespace)
        for name, id_ in self.ids.items():
            text = text.replace(f"<{name}>", id_)
        told: dict[str, Any] = json.loads(text)
        return told

    def ref(self, form: str) -> str:
        """Returns a ref in the same way."""
        return str(self.told({"ref": form})["ref"])

    async def listed(self, kind: str, field: str, where: dict[str, Any]) -> dict[str, Any]:
        """Returns a page of one row of what is in the namespace."""
        asked = {"namespace": {"eq": self.registry.namespace}, **self.told(where)}
        answer: dict[str, Any] = await self.registry.ask(QUERY.format(kind, field), where=asked)
        page: dict[str, Any] = answer[field]
        return page


@pytest.fixture(scope="module")
async def world(engine: Engine, graph: Graph) -> World:
    registry = Registry(engine, graph, unique("ns"))
    tell, ref = registry.told, registry.ref
    await tell("createNamespace", "namespace { id }", name=registry.namespace)
    data = await tell(
        "registerDatasetVersion",
        "datasetVersion { id dataset { id } columns { id } }",
        dataset=ref("raw"),
        createDataset={},
        label="1",
        digest=DIGEST,
        columns=[{"name": "income", "type": "int"}],
    )
    # Another of the same name, and another version: neither is meant.
    await tell("createModel", "model { id }", ref=ref("raw"))
    other = [{"name": "age", "type": "int"}]
    await tell(
        "registerDatasetVersion",
        "datasetVersion { id }",
        dataset=ref("raw"),
        label="2",
        columns=other,
    )
    above = await tell(
        "startRun",
        "run { id experiment { id } }",
        namespace=registry.namespace,
        name="search",
        experiment=ref("search"),
        createExperiment={},
    )
    await tell(
        "startRun",
        "run { id }",
        namespace=registry.namespace,
        name="trial",
        parent=above["run"]["id"],
    )
    first = await tell(
        "registerModelVersion",
        "modelVersion { id model { id } }",
        model=ref("old"),
        createModel={},
        run={"name": "train", "inputs": [{"ref": ref("raw#1")}]},
    )
    await tell(
        "registerModelVersion",
        "modelVersion { id }",
        model=ref("old"),
        bases=[{"ref": ref("old:1")}],
    )
    version = {"modelVersion": ref("old:2"), "suite": "holdout", "dataset": ref("raw#1")}
    await tell("recordEvaluation", "modelVersion { id }", **version)
    alias = {"model": ref("old"), "alias": "champion", "version": ref("old:1")}
    await tell("setAlias", "model { id }", **alias)
    await tell("renameModel", "model { id }", model=ref("old"), to=ref("new"))
    await tell("createDeployment", "deployment { id }", ref=ref("place"), environment="test")
    await tell("createApplication", "application { id }", ref=ref("teller"))
    return World(
        registry,
        {
            "model": first["modelVersion"]["model"]["id"],
            "version": first["modelVersion"]["id"],
            "dataset": data["datasetVersion"]["dataset"]["id"],
            "data": data["datasetVersion"]["id"],
            "experiment": above["run"]["experiment"]["id"],
            "run": above["run"]["id"],
        },
    )


DATASET = ["?/raw", "dataset:?/raw", "<dataset>"]
DATA = ["?/raw#1", f"?/raw#{DIGEST}", "<data>"]
VERSION = ["?/new:1", "?/new@champion", "?/old:1", "?/old@champion", "<version>"]
# Each filter, the forms that it takes, and the ref or the number of what it finds.
FORMS: list[tuple[tuple[str, str], str, list[str], str]] = [
    (MODEL_VERSIONS, "model", ["?/new", "model:?/new", "?/old", "model:?/old", "<model>"], "2"),
    (MODEL_VERSIONS, "base", VERSION, "?/new:2"),
    (MODEL_VERSIONS, "dataset", [*DATASET, *DATA], "?/new:1"),
    (MODEL_VERSIONS, "evaluation.dataset", [*DATASET, *DATA], "?/new:2"),
    (DATASET_VERSIONS, "dataset", DATASET, "2"),
    (COLUMNS, "dataset", DATA, "?/raw#1.income"),
    (COLUMNS, "dataset", DATASET, "2"),
    (RUNS, "experiment", ["?/search", "experiment:?/search", "<experiment>"], "2"),
    (RUNS, "parent", ["<run>"], "1"),
]
CASES = [
    pytest.param(kind, field, form, found, id=f"{kind[1]}.{field}={form}")
    for kind, field, forms, found in FORMS
    for form in forms
]
FIELDS = pytest.mark.parametrize(
    ("kind", "field"), sorted({(kind, field) for kind, field, _, _ in FORMS})
)


def where(field: str, **asked: Any) -> dict[str, Any]:
    outer, _, inner = field.rpartition(".")
    return {outer: [{inner: asked}]} if outer else {inner: asked}


class TestRefFilter:
    @pytest.mark.parametrize(("kind", "field", "form", "found"), CASES)
    async def test_takes_every_form(
        self, world: World, kind: tuple[str, str], field: str, form: str, found: str
    ) -> None:
        for asked in ({"eq": form}, {"in": [form, form]}):
            page = await world.listed(*kind, where(field, **asked))

            assert page["totalCount"] == (int(found) if found.isdigit() else 1)
            if not found.isdigit():
                assert [node["ref"] for node in page["nodes"]] == [world.ref(found)]

    @FIELDS
    async def test_none_of_none_lets_nothing_through(
        self, world: World, kind: tuple[str, str], field: str
    ) -> None:
        page = await world.listed(*kind, where(field, **{"in": []}))

        assert (page["totalCount"], page["nodes"]) == (0, [])

    @FIELDS
    @pytest.mark.parametrize(
        "ref", ["?/none", "01900000-0000-7000-8000-000000000000", "?/new@none", "?/raw#none"]
    )
    async def test_what_names_nothing_is_an_error(
        self, world: World, kind: tuple[str, str], field: str, ref: str
    ) -> None:
        known = next(forms[0] for of, name, forms, _ in FORMS if (of, name) == (kind, field))
        for asked in ({"eq": ref}, {"in": [known, ref]}):
            told = world.told({"not": where(field, **asked)})
            (error,) = await world.registry.errors(QUERY.format(*kind), where=told)

            assert error["extensions"]["code"] == "NOT_FOUND"
            assert error["message"].startswith("There is no ")
            assert error["message"].endswith(f" {world.ref(ref)}")

    @FIELDS
    async def test_nor_is_what_is_of_another_kind(
        self, world: World, kind: tuple[str, str], field: str
    ) -> None:
        told = world.told(where(field, eq="?"))
        (error,) = await world.registry.errors(QUERY.format(*kind), where=told)

        assert error["extensions"]["code"] == "INVALID_INPUT"
        assert error["message"].startswith(f"{world.registry.namespace} is a namespace, not a ")

    @FIELDS
    async def test_what_is_no_ref_is_refused(
        self, world: World, kind: tuple[str, str], field: str
    ) -> None:
        query = QUERY.format(*kind)
        (error,) = await world.registry.errors(query, where={"not": where(field, eq="a b")})

        assert error["extensions"]["code"] == "INVALID_INPUT"
        assert error["message"].startswith(f"where.{field}: 'a b' is no ref.")


class TestAnyOf:
    @pytest.mark.parametrize(
        ("given", "found"),
        [
            ({"not": {"base": {"eq": "?/old:1"}}}, ["?/new:1"]),
            ({"or": [{"base": {"eq": "<version>"}}, {"dataset": {"eq": "<data>"}}]}, ["2", "1"]),
            ({"and": [{"model": {"eq": "?/old"}}, {"base": {"eq": "?/new:2"}}]}, []),
            ({"model": {"eq": "?/old"}, "not": {"dataset": {"eq": "<dataset>"}}}, ["?/new:2"]),
            ({"not": {"model": {"eq": "?/raw"}}}, ["2", "1"]),
        ],
        ids=str,
    )
    async def test_refs_in_any_combination(
        self, world: World, given: dict[str, Any], found: list[str]
    ) -> None:
        page = await world.listed(*MODEL_VERSIONS, given)

        assert page["totalCount"] == len(found)
        assert page["pageInfo"]["hasNextPage"] == (len(found) > 1)

    async def test_an_id_in_capitals(self, world: World) -> None:
        asked = {"model": {"eq": world.ids["model"].upper()}}

        assert (await world.listed(*MODEL_VERSIONS, asked))["totalCount"] == 2

    async def test_pages_go_on(self, world: World) -> None:
        query = """query($where: ModelVersionWhere, $after: Cursor, $by: ModelVersionOrder) {
            modelVersions(where: $where, after: $after, first: 1, orderBy: $by) {
                nodes { number } pageInfo { endCursor hasNextPage }
            }
        }"""
        asked = {"model": {"eq": world.registry.ref("old")}}
        for by, numbers in ((None, [2, 1]), ({"field": "NUMBER"}, [1, 2])):
            one = (await world.registry.ask(query, where=asked, by=by))["modelVersions"]
            after = one["pageInfo"]["endCursor"]
            two = (await world.registry.ask(query, where=asked, by=by, after=after))[
                "modelVersions"
            ]

            assert [page["nodes"][0]["number"] for page in (one, two)] == numbers
            assert not two["pageInfo"]["hasNextPage"]


class TestImpact:
    @pytest.mark.parametrize("form", [*DATASET, *DATA])
    async def test_columns_of_a_dataset(self, world: World, form: str) -> None:
        query = """query($columns: ColumnWhere, $at: DateTime) {
            impact(columns: $columns, asOf: $at) { counts { kind count } }
        }"""
        asked = {"columns": {"dataset": {"eq": world.ref(form)}}}
        now = (await world.registry.ask(query, **asked))["impact"]["counts"]
        early = await world.registry.ask(query, **asked, at="2020-01-01T00:00:00Z")

        assert {"kind": "MODEL_VERSION", "count": 2} in now
        assert {each["kind"] for each in early["impact"]["counts"]} == {"COLUMN"}

    async def test_what_is_no_ref_is_refused(self, world: World) -> None:
        query = """{ impact(columns: {dataset: {eq: "a b"}}) { totalCount } }"""
        (error,) = await world.registry.errors(query)

        assert error["message"].startswith("columns.dataset: 'a b' is no ref.")


# Each root field of one node, what it takes, and what is something else.
ONES = {
    "namespace": ("?", "?/raw#1"),
    "dataset": ("dataset:?/raw", "?/new"),
    "datasetVersion": ("?/raw#1", "dataset:?/raw"),
    "run": ("<run>", "<model>"),
    "experiment": ("?/search", "?/new"),
    "model": ("?/new", "?/new:1"),
    "modelVersion": ("?/new:1", "?/new"),
    "column": ("?/raw#1.income", "?/raw#1"),
    "deployment": ("?/place", "?/new"),
    "application": ("?/teller", "?/new"),
}


class TestOne:
    def test_of_every_kind_is_tried(self, engine: Engine) -> None:
        root = engine.graphql.query_type
        assert root is not None

        assert ONES.keys() == {name for name, field in root.fields.items() if "ref" in field.args}

    @pytest.mark.parametrize("field", ONES)
    async def test_of_another_kind_is_an_error_that_names_both(
        self, world: World, field: str
    ) -> None:
        query = f"query($ref: Ref!) {{ {field}(ref: $ref) {{ id }} }}"
        known, other = map(world.ref, ONES[field])
        (error,) = await world.registry.errors(query, ref=other)

        assert error["extensions"]["code"] == "INVALID_INPUT"
        assert error["message"].startswith(f"{other} is a ")
        assert (await world.registry.ask(query, ref=known))[field]["id"]

    @pytest.mark.parametrize("field", ONES)
    async def test_that_is_unknown_is_nothing(self, world: World, field: str) -> None:
        query = f"query($ref: Ref!) {{ {field}(ref: $ref) {{ id }} }}"
        ref = "01900000-0000-7000-8000-000000000000"

        assert await world.registry.ask(query, ref=ref) == {field: None}
