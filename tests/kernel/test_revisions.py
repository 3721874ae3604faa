"""Every mutation is refused where what it changes has another revision than the caller has read."""

import asyncio
from typing import Any

import pytest

from lineal.schema import schema
from tests.asking import Registry, filled

GRAPHQL = schema._schema
assert GRAPHQL.mutation_type is not None

# What each mutation is given in a namespace `?`, in which there is what `world` makes.
GIVEN: dict[str, dict[str, Any]] = {
    "createNamespace": {"name": "?-new"},
    "updateNamespace": {"ref": "?", "tags": ["new"]},
    "createDataset": {"ref": "?/new"},
    "registerDatasetVersion": {"dataset": "?/raw", "label": "2"},
    "registerDatasetVersions": {"items": [{"dataset": "?/raw", "label": "2"}]},
    "updateDataset": {"ref": "?/raw", "tags": ["new"]},
    "updateColumn": {"ref": "?/raw#1.income", "tags": ["new"]},
    "createExperiment": {"ref": "?/new"},
    "updateExperiment": {"ref": "?/search", "tags": ["new"]},
    "recordEvaluation": {"modelVersion": "?/scorer:1", "suite": "holdout"},
    "startRun": {"namespace": "?", "name": "train"},
    "logRun": {"run": "RUN", "tags": ["new"]},
    "logMetrics": {"run": "RUN", "points": [{"key": "loss", "step": 1, "value": 0.5}]},
    "finishRun": {"run": "RUN"},
    "registerRun": {"namespace": "?", "name": "train"},
    "registerRuns": {"items": [{"namespace": "?", "name": "train"}]},
    "createModel": {"ref": "?/new"},
    "registerModelVersion": {"model": "?/scorer"},
    "registerModelVersions": {"items": [{"model": "?/scorer"}, {"model": "?/scorer"}]},
    "renameModel": {"model": "?/scorer", "to": "?/new"},
    "setAlias": {"model": "?/scorer", "alias": "champion", "version": "?/scorer:1"},
    "removeAlias": {"model": "?/scorer", "alias": "first"},
    "updateModel": {"ref": "?/scorer", "tags": ["new"]},
    "createDeployment": {"ref": "?/new", "environment": "test"},
    "updateDeployment": {"ref": "?/api", "tags": ["new"]},
    "createApplication": {"ref": "?/new"},
    "updateApplication": {"ref": "?/portal", "tags": ["new"]},
    "deployModelVersion": {"deployment": "?/api", "modelVersion": "?/scorer:2"},
    "endDeployment": {"deployment": "?/api"},
    "rollBackDeployment": {"deployment": "?/api"},
    "reportDeployments": {"namespace": "?", "platform": "kserve", "deployments": []},
    "recordFeed": {"deployment": "?/api", "application": "?/other", "createApplication": {}},
    "deleteRecord": {"ref": "?/scorer:2"},
    "updateModelVersion": {"ref": "?/scorer:2", "tags": ["new"]},
    "updateDatasetVersion": {"ref": "?/raw#1", "tags": ["new"]},
    "updateRun": {"ref": "RUN", "tags": ["new"]},
    "archiveRecord": {"ref": "?/scorer:2"},
    "unarchiveRecord": {"ref": "?/scorer:2"},
    "endFeed": {"deployment": "?/api", "application": "?/portal"},
}
# What makes a thing, or is the first report, and so expects the revision 0; it may be told so.
MAKES = [name for name in GIVEN if name.startswith(("create", "start"))]
MAKES += ["registerRun", "registerRuns", "reportDeployments", "recordEvaluation"]

every = pytest.mark.parametrize("name", GRAPHQL.mutation_type.fields)


async def world(registry: Registry) -> str:
    """Makes what mutations change; returns the id of a run."""
    tell, ref = registry.told, registry.ref
    dataset: dict[str, Any] = {"dataset": ref("raw"), "createDataset": {}, "label": "1"}
    dataset["columns"] = [{"name": "income", "type": "float"}]
    await tell("createExperiment", "experiment { id }", ref=ref("search"))
    await tell("registerDatasetVersion", "datasetVersion { id }", **dataset)
    for _ in range(2):
        model = {"model": ref("scorer"), "createModel": {}}
        await tell("registerModelVersion", "modelVersion { id }", **model)
    alias = {"model": ref("scorer"), "alias": "first", "version": ref("scorer:1")}
    await tell("setAlias", "model { id }", **alias)
    serving = {"deployment": ref("api"), "modelVersion": ref("scorer:1")}
    details = {"environment": "production"}
    await tell("deployModelVersion", "changed", **serving, createDeployment=details)
    fed = {"deployment": ref("api"), "application": ref("portal"), "createApplication": {}}
    await tell("recordFeed", "changed", **fed)
    run = await tell("startRun", "run { id }", namespace=registry.namespace, name="running")
    return str(run["run"]["id"])


async def given(registry: Registry, name: str) -> dict[str, Any]:
    """Returns the input of a mutation of the world that it makes."""
    run = await world(registry)
    whole = filled(GIVEN[name], registry.namespace)
    return {key: run if value == "RUN" else value for key, value in whole.items()}


class TestExpectedRevision:
    def test_is_tried_of_every_mutation(self) -> None:
        assert GRAPHQL.mutation_type is not None

        assert set(GIVEN) == set(GRAPHQL.mutation_type.fields)

    @every
    async def test_refused_with_another(self, registry: Registry, name: str) -> None:
        input_ = await given(registry, name)
        before = await registry.counts()
        refused = await registry.refused(name, **input_, expectedRevision=99)

        assert (refused["code"], refused["path"]) == ("STALE_REVISION", ["expectedRevision"])
        assert (refused["expected"], refused["actual"] == 0) == (99, name in MAKES)
        assert await registry.counts() == before

    @every
    async def test_refused_if_it_cannot_be_one(self, registry: Registry, name: str) -> None:
        refused = await registry.tell(name, **await given(registry, name), expectedRevision=-1)

        assert (refused["code"], refused["path"]) == ("INVALID_INPUT", ["expectedRevision"])
        assert "-1" in refused["message"]

    @every
    async def test_done_with_the_one_there_is(self, registry: Registry, name: str) -> None:
        input_ = await given(registry, name)
        refused = await registry.refused(name, **input_, expectedRevision=99)
        done = await registry.tell(name, **input_, expectedRevision=refused["actual"])

        if name == "rollBackDeployment":
            assert done["code"] == "INVALID_STATE"
        else:
            assert done["__typename"].endswith("Success")


class TestZero:
    @pytest.mark.parametrize("name", [name for name in GIVEN if name not in MAKES])
    async def test_refused_where_it_is_there(self, registry: Registry, name: str) -> None:
        refused = await registry.refused(name, **await given(registry, name), expectedRevision=0)

        assert refused["code"] == "STALE_REVISION"
        assert refused["actual"] > 0

    @pytest.mark.parametrize(
        ("name", "input_"),
        [
            ("registerModelVersion", {"model": "?/new", "createModel": {}}),
            ("registerDatasetVersion", {"dataset": "?/new", "createDataset": {}, "label": "1"}),
            (
                "deployModelVersion",
                {
                    "deployment": "?/new",
                    "createDeployment": {"environment": "test"},
                    "modelVersion": "?/scorer:1",
                },
            ),
        ],
    )
    async def test_makes_what_is_not_there_once(
        self, registry: Registry, name: str, input_: dict[str, Any]
    ) -> None:
        await world(registry)
        whole = {**filled(input_, registry.namespace), "expectedRevision": 0}
        made = await registry.tell(name, **whole)
        again = await registry.refused(name, **whole)

        assert made["__typename"].endswith("Success")
        assert (again["code"], again["expected"]) == ("STALE_REVISION", 0)
        assert again["actual"] > 0

    async def test_what_would_be_created_twice_is_named(self, registry: Registry) -> None:
        await world(registry)
        ref = registry.ref("scorer")
        refused = await registry.refused("createModel", ref=ref, expectedRevision=0)

        assert (refused["code"], refused["existing"]) == ("ALREADY_EXISTS", ref)


class TestOfVersions:
    @pytest.mark.parametrize(
        ("name", "kind", "input_"),
        [
            ("registerModelVersion", "model", {"model": "?/scorer"}),
            ("registerDatasetVersion", "dataset", {"dataset": "?/raw"}),
        ],
    )
    async def test_ten_who_read_the_same_register_one(
        self, registry: Registry, name: str, kind: str, input_: dict[str, Any]
    ) -> None:
        await world(registry)
        query = f"query($ref: Ref!) {{ {kind}(ref: $ref) {{ revision updatedBy }} }}"
        whole = filled(input_, registry.namespace)
        labels = [{"label": f"r{i}"} for i in range(10)]
        ref = whole[kind]
        known = (await registry.ask(query, ref=ref))[kind]["revision"]
        answers = await asyncio.gather(
            *(
                registry.by("grace").tell(name, **whole, **label, expectedRevision=known)
                for label in labels
            )
        )
        now = await registry.ask(query, ref=ref)

        assert sorted(answer["__typename"][-7:] for answer in answers) == [
            "Success",
            *["evision"] * 9,
        ]
        assert now[kind] == {"revision": known + 1, "updatedBy": "grace"}
