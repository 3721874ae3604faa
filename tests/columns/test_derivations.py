"""Which columns a run made from which, and which a model version uses: told and refused."""

from typing import Any

import pytest

from tests.asking import Registry

RUN = "run { id columns { from { ref } to { ref } how run { name } } }"
FEATURES = "modelVersion { ref features { ref } }"


def data(registry: Registry, name: str, *columns: str) -> dict[str, Any]:
    """Returns a dataset version that is registered with what reads or writes it."""
    made = {"dataset": registry.ref(name), "createDataset": {}, "label": "1"}
    named = [{"name": column, "type": "int"} for column in columns]
    return {"datasetVersion": made | {"columns": named}}


async def clean(registry: Registry, select: str, *told: dict[str, Any]) -> Any:
    """Registers a run that reads `raw`, with the columns a, b and c, and writes `clean`: x, y."""
    return await registry.told("registerRun", select, **cleaning(registry, *told))


def cleaning(registry: Registry, *told: dict[str, Any]) -> dict[str, Any]:
    """Returns what `clean` tells."""
    return {
        "namespace": registry.namespace,
        "name": "clean",
        "inputs": [data(registry, "raw", "a", "b", "c")],
        "outputs": [data(registry, "clean", "x", "y")],
        "columns": [
            {
                "from": [registry.ref(ref) for ref in each["from"]],
                "to": registry.ref(each["to"]),
                "how": each.get("how"),
            }
            for each in told
        ],
    }


def training(registry: Registry, *features: str) -> dict[str, Any]:
    """Returns what registers a version that was trained on `raw` and uses these columns."""
    return {
        "model": registry.ref("scorer"),
        "createModel": {},
        "run": {"name": "train", "inputs": [data(registry, "raw", "a", "b", "c")]},
        "features": [registry.ref(feature) for feature in features],
    }


class TestDerivations:
    async def test_are_kept_as_told(self, registry: Registry) -> None:
        sums = {"from": ["raw#1.a", "raw#1.b"], "to": "clean#1.x", "how": "a + b"}
        run = (await clean(registry, RUN, sums, {"from": ["raw#1.c"], "to": "clean#1.y"}))["run"]

        assert [
            (each["from"]["ref"], each["to"]["ref"], each["how"], each["run"]["name"])
            for each in run["columns"]
        ] == [
            (registry.ref("raw#1.a"), registry.ref("clean#1.x"), "a + b", "clean"),
            (registry.ref("raw#1.b"), registry.ref("clean#1.x"), "a + b", "clean"),
            (registry.ref("raw#1.c"), registry.ref("clean#1.y"), None, "clean"),
        ]

    async def test_a_column_knows_what_it_is_from(self, registry: Registry) -> None:
        await clean(registry, RUN, {"from": ["raw#1.a"], "to": "clean#1.x"})
        query = "query($ref: Ref!) { column(ref: $ref) { derivedFrom { from { name } } } }"
        column = (await registry.ask(query, ref=registry.ref("clean#1.x")))["column"]

        assert column == {"derivedFrom": [{"from": {"name": "a"}}]}

    async def test_may_be_told_while_it_runs_and_count_once(self, registry: Registry) -> None:
        started = await registry.told(
            "startRun", "run { id }", namespace=registry.namespace, name="clean"
        )
        told = cleaning(registry, {"from": ["raw#1.a"], "to": "clean#1.x"})
        del told["namespace"], told["name"]
        run = {"run": started["run"]["id"]}
        await registry.told("logRun", RUN, **run, **told)
        done = await registry.told("finishRun", RUN, **run, columns=told["columns"] * 2)

        assert len(done["run"]["columns"]) == 1

    @pytest.mark.parametrize(
        ("from_", "to", "path", "code"),
        [
            ("raw#1.z", "clean#1.x", ["columns", "0", "from", "0"], "NOT_FOUND"),
            ("raw#1.a", "clean#1.z", ["columns", "0", "to"], "NOT_FOUND"),
            ("raw#1", "clean#1.x", ["columns", "0", "from", "0"], "INVALID_INPUT"),
            ("raw#1.a", "raw#1.b", ["columns", "0", "to"], "INVALID_INPUT"),
            ("clean#1.y", "clean#1.x", ["columns", "0", "from", "0"], "INVALID_INPUT"),
            ("clean#1.x", "clean#1.x", ["columns", "0", "from", "0"], "INVALID_INPUT"),
        ],
    )
    async def test_refused_but_from_what_was_read_to_what_was_written(
        self, registry: Registry, from_: str, to: str, path: list[str], code: str
    ) -> None:
        told = cleaning(registry, {"from": [from_], "to": to})
        refusal = await registry.refused("registerRun", **told)

        assert (refusal["code"], refusal["path"]) == (code, path)
        assert "Run" not in await registry.counts()

    async def test_refused_in_the_run_of_a_version_with_the_path_to_it(
        self, registry: Registry
    ) -> None:
        told = training(registry)
        told["run"]["columns"] = [{"from": [registry.ref("raw#1.a")], "to": registry.ref("a#1.x")}]
        refusal = await registry.refused("registerModelVersion", **told)

        assert refusal["path"] == ["run", "columns", "0", "to"]

    async def test_refused_from_nothing(self, registry: Registry) -> None:
        told = cleaning(registry, {"from": [], "to": "clean#1.x"})
        refusal = await registry.refused("registerRun", **told)

        assert (refusal["code"], refusal["path"]) == ("INVALID_INPUT", ["columns", "0", "from"])


async def derived(registry: Registry, *told: dict[str, Any], **given: Any) -> dict[str, Any]:
    """Returns the input of a version `clean#1` (x, y) that is derived from `raw#1` (a, b, c)."""
    for name in ("raw", "other"):
        first = data(registry, name, "a", "b", "c")["datasetVersion"]
        await registry.told("registerDatasetVersion", "datasetVersion { id }", **first)
    columns = [
        {"from": [registry.ref(ref) for ref in each["from"]], "to": registry.ref(each["to"])}
        for each in told
    ]
    made = data(registry, "clean", "x", "y")["datasetVersion"]
    return {
        **made,
        "derivedFrom": [registry.ref("raw#1")],
        "derivedColumns": columns,
    } | given


class TestDerivedColumns:
    async def test_are_kept_without_a_run(self, registry: Registry) -> None:
        given = await derived(registry, {"from": ["raw#1.a", "raw#1.b"], "to": "clean#1.x"})
        select = """datasetVersion {
            columns { derivedFrom { from { ref } to { name } run { name } } } }"""
        made = await registry.told("registerDatasetVersion", select, **given)
        x, y = made["datasetVersion"]["columns"]

        assert y == {"derivedFrom": []}
        assert x["derivedFrom"] == [
            {"from": {"ref": registry.ref(f"raw#1.{name}")}, "to": {"name": "x"}, "run": None}
            for name in ("a", "b")
        ]

    async def test_of_many_at_once(self, registry: Registry) -> None:
        given = await derived(registry, {"from": ["raw#1.a"], "to": "clean#1.x"})
        select = "datasetVersions { columns { derivedFrom { from { name } } } }"
        made = await registry.told("registerDatasetVersions", select, items=[given])

        assert made["datasetVersions"][0]["columns"] == [
            {"derivedFrom": [{"from": {"name": "a"}}]},
            {"derivedFrom": []},
        ]

    @pytest.mark.parametrize(
        ("from_", "to", "path", "code"),
        [
            ("raw#1.z", "clean#1.x", ["derivedColumns", "0", "from", "0"], "NOT_FOUND"),
            ("raw#1.a", "clean#1.z", ["derivedColumns", "0", "to"], "NOT_FOUND"),
            ("other#1.a", "clean#1.x", ["derivedColumns", "0", "from", "0"], "INVALID_INPUT"),
            ("clean#1.y", "clean#1.x", ["derivedColumns", "0", "from", "0"], "INVALID_INPUT"),
            ("raw#1.a", "raw#1.b", ["derivedColumns", "0", "to"], "INVALID_INPUT"),
        ],
    )
    async def test_refused_but_from_what_it_is_from_to_its_own(
        self, registry: Registry, from_: str, to: str, path: list[str], code: str
    ) -> None:
        given = await derived(registry, {"from": [from_], "to": to})
        refusal = await registry.refused("registerDatasetVersion", **given)

        assert (refusal["code"], refusal["path"]) == (code, path)

    async def test_refused_where_it_is_from_nothing(self, registry: Registry) -> None:
        told = {"from": ["raw#1.a"], "to": "clean#1.x"}
        given = await derived(registry, told, derivedFrom=[])
        refusal = await registry.refused("registerDatasetVersion", **given)

        assert refusal["path"] == ["derivedColumns", "0", "from", "0"]

    @pytest.mark.parametrize(
        ("start", "expected"),
        [
            ("raw#1.a", {"clean#1.x": True}),
            ("raw#1.b", {}),
            ("other#1.a", {"clean#1": False}),
        ],
    )
    async def test_are_followed(
        self, registry: Registry, start: str, expected: dict[str, bool]
    ) -> None:
        both = [registry.ref("raw#1"), registry.ref("other#1")]
        told = {"from": ["raw#1.a"], "to": "clean#1.x"}
        given = await derived(registry, told, derivedFrom=both)
        await registry.told("registerDatasetVersion", "datasetVersion { id }", **given)
        query = """query($of: [Ref!]!) { lineage(of: $of, direction: DOWNSTREAM) {
            nodes { certain distance node { ref } } } }"""
        nodes = (await registry.ask(query, of=[registry.ref(start)]))["lineage"]["nodes"]
        found = {each["node"]["ref"]: each["certain"] for each in nodes}

        assert {
            ref: certain for ref, certain in found.items() if ref.startswith(registry.ref("clean"))
        } == {registry.ref(ref): certain for ref, certain in expected.items()}


class TestFeatures:
    async def test_are_kept_by_ref(self, registry: Registry) -> None:
        told = training(registry, "raw#1.b", "raw#1.a", "raw#1.b")
        made = (await registry.told("registerModelVersion", FEATURES, **told))["modelVersion"]
        query = "query($ref: Ref!) { column(ref: $ref) { usedBy { nodes { ref } totalCount } } }"
        column = (await registry.ask(query, ref=registry.ref("raw#1.a")))["column"]

        refs = [feature["ref"] for feature in made["features"]]
        assert refs == [registry.ref("raw#1.a"), registry.ref("raw#1.b")]
        assert column["usedBy"] == {"nodes": [{"ref": made["ref"]}], "totalCount": 1}

    async def test_of_a_run_that_is_there(self, registry: Registry) -> None:
        run = (await clean(registry, RUN))["run"]["id"]
        made = await registry.told(
            "registerModelVersion",
            FEATURES,
            model=registry.ref("scorer"),
            createModel={},
            runRef=run,
            features=[registry.ref("raw#1.a")],
        )

        assert len(made["modelVersion"]["features"]) == 1

    @pytest.mark.parametrize(
        ("feature", "path", "code"),
        [
            ("raw#1.z", ["features", "1"], "NOT_FOUND"),
            ("raw#1", ["features", "1"], "INVALID_INPUT"),
            ("clean#1.x", ["features", "1"], "INVALID_INPUT"),
        ],
    )
    async def test_refused_but_of_what_the_run_read(
        self, registry: Registry, feature: str, path: list[str], code: str
    ) -> None:
        await clean(registry, RUN)
        told = training(registry, "raw#1.a", feature)
        refusal = await registry.refused("registerModelVersion", **told)

        assert (refusal["code"], refusal["path"]) == (code, path)
        assert "Model" not in await registry.counts()

    async def test_refused_without_a_run(self, registry: Registry) -> None:
        told = training(registry, "raw#1.a")
        del told["run"]
        refusal = await registry.refused("registerModelVersion", **told)

        assert (refusal["code"], refusal["path"]) == ("INVALID_INPUT", ["features"])
