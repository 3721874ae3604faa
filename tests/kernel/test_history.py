"""Histories: every mutation that changes something tells who, when, why, and what it was before."""

import json
from typing import Any

import pytest

from lineal.kernel.events import LONGEST, MOST
from lineal.schema import schema
from tests.asking import Registry
from tests.kernel.test_revisions import given

assert schema._schema.mutation_type is not None
MUTATIONS = schema._schema.mutation_type.fields

HISTORY = """query($id: ID!, $first: Int! = 50, $after: Cursor) { node(id: $id) { ... on Record {
    history(first: $first, after: $after) {
        nodes { id at by action reason made refs fields { field before after } }
        totalCount pageInfo { hasNextPage endCursor }
    }
} } }"""

EVENTS = """
    MATCH (event:Event)
    WHERE any(ref IN event.refs WHERE ref STARTS WITH $namespace)
      OR EXISTS { (event)-[:ABOUT]->(:Entity {namespace: $namespace}) }
    RETURN collect(event {.id, .action, .by, .reason, .refs})
"""


async def history(registry: Registry, ref: str, **paging: Any) -> list[dict[str, Any]]:
    data = await registry.ask(HISTORY, id=ref, **paging)
    return list(data["node"]["history"]["nodes"])


async def events(registry: Registry) -> dict[str, dict[str, Any]]:
    """Returns the events about the namespace, by id."""
    found = await registry.graph.read(EVENTS, {"namespace": registry.namespace})
    return {each["id"]: each for each in found}


def values(change: dict[str, Any]) -> dict[str, tuple[Any, Any]]:
    """Returns what was changed: the value before and the value after, by field."""
    return {
        each["field"]: (_value(each["before"]), _value(each["after"])) for each in change["fields"]
    }


def _value(told: str | None) -> Any:
    return None if told is None else json.loads(told)


class TestEveryMutation:
    @pytest.mark.parametrize("name", MUTATIONS)
    async def test_leaves_one_event_and_none_where_nothing_is_changed(
        self, registry: Registry, name: str
    ) -> None:
        input_ = await given(registry, name)
        if name == "rollBackDeployment":
            version = {"modelVersion": registry.ref("scorer:2")}
            await registry.told("deployModelVersion", "changed", **input_, **version)
        if name == "unarchiveRecord":
            await registry.told("archiveRecord", "__typename", ref=input_["ref"])
        if name == "reportDeployments":
            serving = [{"modelVersion": registry.ref("scorer:1")}]
            place = {"name": "new", "environment": "production", "versions": serving}
            input_["deployments"] = [place]
        before = await events(registry)
        await registry.tell(name, **input_, dryRun=True)
        await registry.tell(name, **input_, expectedRevision=99)
        unchanged = await events(registry)
        await registry.told(name, "__typename", **input_, idempotencyKey=registry.ref("key"))
        await registry.told(name, "__typename", **input_, idempotencyKey=registry.ref("key"))
        new = [each for id_, each in (await events(registry)).items() if id_ not in before]

        assert unchanged == before
        assert [(each["action"], each["by"]) for each in new] == [(name, "ada")]


class TestHistory:
    async def test_of_an_update_has_what_it_was_before(self, registry: Registry) -> None:
        ref = registry.ref("m")
        await registry.told("createModel", "model { id }", ref=ref, tags=["a"])
        await registry.by("grace").told(
            "updateModel",
            "model { id }",
            ref=ref,
            tags=["b"],
            description="New.",
            owners=[],
            setProperties=[{"key": "tier", "number": 1}],
        )
        update, create = await history(registry, ref)

        assert (create["action"], create["by"], create["made"]) == ("createModel", "ada", True)
        assert create["fields"] == []
        assert (update["action"], update["by"], update["made"]) == ("updateModel", "grace", False)
        assert values(update) == {
            "tags": (["a"], ["b"]),
            "description": (None, "New."),
            "property.tier": (None, 1.0),
        }
        assert create["at"] < update["at"]

    async def test_of_an_update_that_changes_nothing_is_as_it_was(self, registry: Registry) -> None:
        ref = registry.ref("m")
        await registry.told("createModel", "model { id }", ref=ref, tags=["a"])
        await registry.told("updateModel", "model { id }", ref=ref, tags=["a"])

        assert [each["action"] for each in await history(registry, ref)] == ["createModel"]

    async def test_of_a_registration_is_one_event_about_all_of_it(self, registry: Registry) -> None:
        data = {"dataset": registry.ref("d"), "createDataset": {}, "label": "1"}
        await registry.told(
            "registerModelVersion",
            "modelVersion { id }",
            model=registry.ref("m"),
            createModel={},
            run={"name": "train", "inputs": [{"datasetVersion": data}]},
            bases=[
                {
                    "modelVersion": {
                        "model": registry.ref("b"),
                        "createModel": {},
                        "digest": f"sha256:{1:064x}",
                    }
                }
            ],
        )
        (version,) = await history(registry, registry.ref("m:1"))
        (base,) = await history(registry, registry.ref("b:1"))
        (dataset,) = await history(registry, registry.ref("d"))

        assert version["id"] == base["id"] == dataset["id"]
        assert {registry.ref(name) for name in ("m", "m:1", "b", "b:1", "d", "d#1")} < {
            *version["refs"]
        }

    async def test_of_a_model_tells_of_its_versions_and_aliases(self, registry: Registry) -> None:
        model = registry.ref("m")
        for _ in range(2):
            await registry.told(
                "registerModelVersion", "modelVersion { id }", model=model, createModel={}
            )
        for number in (1, 2):
            await registry.told(
                "setAlias",
                "model { id }",
                model=model,
                alias="champion",
                version=f"{model}:{number}",
                reason="better",
            )
        moved, set_, second, made = await history(registry, model)
        (left, *_) = await history(registry, f"{model}:1")

        assert [each["reason"] for each in (moved, made)] == ["better", None]
        assert values(moved) == {"alias.champion": (f"{model}:1", f"{model}:2")}
        assert values(set_) == {"alias.champion": (None, f"{model}:1")}
        assert values(second) == {"versions": (None, [f"{model}:2"])}
        assert made["made"]
        assert values(left) == {"alias.champion": (True, None)}

    async def test_of_a_deployment_and_its_version(self, registry: Registry) -> None:
        model, place = registry.ref("m"), registry.ref("api")
        await registry.told(
            "registerModelVersion", "modelVersion { id }", model=model, createModel={}
        )
        await registry.told(
            "createDeployment", "deployment { id }", ref=place, environment="production"
        )
        serving = {"deployment": place, "modelVersion": f"{model}:1"}
        for _ in range(2):
            await registry.told("deployModelVersion", "changed", **serving)
        deployed, _ = await history(registry, place)
        (served, _) = await history(registry, f"{model}:1")

        assert values(deployed)["versions"] == (None, {f"{model}:1": 1.0})
        assert values(served)["servesAt"] == (None, place)
        assert deployed["id"] == served["id"]

    async def test_of_a_run(self, registry: Registry) -> None:
        run = await registry.told(
            "startRun", "run { id }", namespace=registry.namespace, name="train"
        )
        id_ = run["run"]["id"]
        for value in (0.5, 0.75):
            metrics = [{"key": "auc", "value": value}]
            await registry.told("logRun", "run { id }", run=id_, metrics=metrics)
        await registry.told("finishRun", "run { id }", run=id_)
        finished, second, *_ = await history(registry, id_)

        assert values(second) == {"metric.auc": (0.5, 0.75)}
        assert values(finished)["status"] == ("RUNNING", "FINISHED")
        assert values(finished)["endedAt"][0] is None

    async def test_of_long_values_is_shortened_and_says_so(self, registry: Registry) -> None:
        ref = registry.ref("m")
        tags = [f"tag-{i}" for i in range(50)]
        await registry.told("createModel", "model { id }", ref=ref)
        await registry.told(
            "updateModel", "model { id }", ref=ref, description="x" * 5_000, tags=tags
        )
        told = values((await history(registry, ref))[0])

        assert told["description"][1] == "x" * LONGEST + "… (5,000 characters)"
        assert told["tags"][1] == [*tags[:MOST], "… (50 in all)"]

    async def test_of_what_was_there_before_there_were_events(self, registry: Registry) -> None:
        ref = registry.ref("m")
        await registry.told("createModel", "model { id }", ref=ref)
        await registry.told("updateModel", "model { id }", ref=ref, tags=["a"])
        forget = """MATCH (event:Event)-[:ABOUT {made: true}]->(:Entity {ref: $ref})
            DETACH DELETE event"""
        await registry.graph.run(forget, {"ref": ref})
        data = await registry.ask(HISTORY, id=ref)
        update, create = data["node"]["history"]["nodes"]

        assert (update["action"], create["action"]) == ("updateModel", "create")
        assert (create["by"], create["made"], create["refs"]) == ("ada", True, [ref])
        assert data["node"]["history"]["totalCount"] == 2

    async def test_of_what_is_left_tells_what_was_deleted(self, registry: Registry) -> None:
        model = registry.ref("m")
        for _ in range(2):
            await registry.told(
                "registerModelVersion", "modelVersion { id }", model=model, createModel={}
            )
        await registry.told("deleteRecord", "deleted { ref }", ref=f"{model}:1")
        (deleted, *_) = await history(registry, model)

        assert (deleted["action"], deleted["made"]) == ("deleteRecord", False)
        assert values(deleted) == {"versions": ([f"{model}:1"], None)}
        assert deleted["refs"] == [f"{model}:1", model]

    async def test_over_pages(self, registry: Registry) -> None:
        ref = registry.ref("m")
        await registry.told("createModel", "model { id }", ref=ref)
        for i in range(4):
            await registry.told("updateModel", "model { id }", ref=ref, tags=[str(i)])
        found: list[str] = []
        after, more = None, True
        while more:
            page = (await registry.ask(HISTORY, id=ref, first=2, after=after))["node"]["history"]
            found += [each["action"] for each in page["nodes"]]
            after, more = page["pageInfo"]["endCursor"], page["pageInfo"]["hasNextPage"]

        assert found == ["updateModel"] * 4 + ["createModel"]
        assert page["totalCount"] == 5
