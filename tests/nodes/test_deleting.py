"""What nothing refers to can be deleted; what refers to it is told."""

import asyncio
from typing import Any

import pytest

from tests.asking import Registry, unique
from tests.locking import locked

DELETE = "deleteRecord"
DELETED = "deleted { id kind ref }"
LATEST = """query($ref: Ref!) { model(ref: $ref) {
    revision latestVersion { number } versions { totalCount nodes { number } }
} }"""
REFERRERS = """query($id: ID!, $first: Int!, $after: Cursor) { node(id: $id) { ... on Record {
    referrers(first: $first, after: $after) {
        totalCount nodes { how node { ref } } pageInfo { hasNextPage endCursor }
    }
} } }"""


async def dataset(registry: Registry, label: str = "1", name: str = "d") -> str:
    """Returns the ref of another dataset version."""
    await registry.told(
        "registerDatasetVersion",
        "datasetVersion { id }",
        dataset=registry.ref(name),
        createDataset={},
        label=label,
    )
    return registry.ref(f"{name}#{label}")


async def model(registry: Registry, name: str = "m", **given: Any) -> str:
    """Returns the ref of another model version."""
    made = await registry.told(
        "registerModelVersion",
        "modelVersion { ref }",
        model=registry.ref(name),
        createModel={},
        **given,
    )
    return str(made["modelVersion"]["ref"])


async def run(registry: Registry, **given: Any) -> str:
    """Returns the id of another run."""
    made = await registry.told(
        "registerRun", "run { id }", namespace=registry.namespace, name="train", **given
    )
    return str(made["run"]["id"])


async def delete(registry: Registry, ref: str, **given: Any) -> list[str]:
    """Returns the refs of what went."""
    told = await registry.told(DELETE, DELETED, ref=ref, **given)
    return [each["ref"] for each in told["deleted"]]


async def there(registry: Registry, ref: str) -> bool:
    found = await registry.ask("query($id: ID!) { node(id: $id) { id } }", id=ref)
    return found["node"] is not None


async def kept(registry: Registry, ref: str) -> tuple[int, dict[str, int], list[list[str]]]:
    """Returns the total, the counts and how the referrers refer, for which it is not deleted."""
    refused = await registry.refused(DELETE, ref=ref)
    assert (refused["code"], refused["path"]) == ("STILL_REFERRED_TO", ["ref"])
    assert await there(registry, ref)
    counts = {each["kind"]: each["count"] for each in refused["counts"]}
    return refused["total"], counts, [each["how"] for each in refused["referrers"]]


class TestDeleteRecord:
    async def test_a_model_goes_with_its_versions_and_aliases(self, registry: Registry) -> None:
        one = await model(registry)
        two = await model(registry, bases=[{"ref": one}])
        name = registry.ref("m")
        await registry.told("setAlias", "model { id }", model=name, alias="a", version=one)

        assert await delete(registry, name) == [name, one, two]
        assert await registry.counts() == {"Namespace": 1, "edges": 0}

    async def test_a_dataset_goes_with_its_versions(self, registry: Registry) -> None:
        versions = [await dataset(registry, label) for label in ("1", "2")]

        assert await delete(registry, registry.ref("d")) == [registry.ref("d"), *versions]
        assert await registry.counts() == {"Namespace": 1, "edges": 0}

    async def test_a_dataset_version_goes_with_its_columns(self, registry: Registry) -> None:
        await registry.told(
            "registerDatasetVersion",
            "datasetVersion { id }",
            dataset=registry.ref("d"),
            createDataset={},
            label="1",
            columns=[{"name": "age", "type": "int"}],
        )
        column, version = registry.ref("d#1.age"), registry.ref("d#1")

        assert await kept(registry, column) == (1, {"DatasetVersion": 1}, [["PART_OF"]])
        assert await delete(registry, registry.ref("d"), dryRun=True) == [
            registry.ref("d"),
            version,
            column,
        ]
        assert await delete(registry, version) == [version, column]
        assert (await registry.counts())["edges"] == 1

    async def test_a_run_goes_with_its_series(self, registry: Registry) -> None:
        started = await registry.told(
            "startRun", "run { id }", namespace=registry.namespace, name="train"
        )
        id_ = started["run"]["id"]
        points = [{"key": "loss", "step": step, "value": 1.0} for step in range(3)]
        await registry.told("logMetrics", "run { id }", run=id_, points=points)

        assert await delete(registry, id_) == [id_]
        left = await registry.graph.read(
            "MATCH (n:MetricSeries|MetricChunk {run: $run}) RETURN count(n)", {"run": id_}
        )
        assert left == 0

    @pytest.mark.parametrize(
        ("create", "given"),
        [("createDeployment", {"environment": "test"}), ("createApplication", {})],
    )
    async def test_what_is_only_named(
        self, registry: Registry, create: str, given: dict[str, str]
    ) -> None:
        ref = registry.ref("thing")
        await registry.told(create, "__typename", ref=ref, **given)

        assert await delete(registry, ref) == [ref]
        assert not await there(registry, ref)

    async def test_a_namespace(self, registry: Registry) -> None:
        assert await delete(registry, registry.namespace) == [registry.namespace]
        assert not await there(registry, registry.namespace)

    async def test_what_it_was_made_from_does_not_keep_it(self, registry: Registry) -> None:
        data, base = await dataset(registry), await model(registry, "base")
        train = {"name": "train", "inputs": [{"ref": data}]}
        made = await model(registry, run=train, bases=[{"ref": base}])
        told = await registry.ask(
            "query($ref: Ref!) { modelVersion(ref: $ref) { run { id } } }", ref=made
        )

        assert await delete(registry, made) == [made]
        assert len(await delete(registry, told["modelVersion"]["run"]["id"])) == 1
        assert await delete(registry, data) == [data]
        assert await delete(registry, base) == [base]

    async def test_a_name_can_be_given_again(self, registry: Registry) -> None:
        await model(registry)
        await delete(registry, registry.ref("m"))

        assert await model(registry) == registry.ref("m:1")

    async def test_dry_run_tells_and_keeps(self, registry: Registry) -> None:
        one = await model(registry)

        assert await delete(registry, registry.ref("m"), dryRun=True) == [registry.ref("m"), one]
        assert await there(registry, one)

    async def test_refused_where_nothing_is(self, registry: Registry) -> None:
        refused = await registry.refused(DELETE, ref=registry.ref("nothing"))

        assert (refused["code"], refused["path"]) == ("NOT_FOUND", ["ref"])

    async def test_refused_for_a_name_of_several(self, registry: Registry) -> None:
        await model(registry)
        await dataset(registry, name="m")

        refused = await registry.refused(DELETE, ref=registry.ref("m"))

        assert (refused["code"], refused["kinds"]) == ("AMBIGUOUS_REF", ["Dataset", "Model"])

    async def test_refused_after_a_change(self, registry: Registry) -> None:
        one = await model(registry)
        await registry.told("updateModelVersion", "modelVersion { id }", ref=one, tags=["old"])

        refused = await registry.refused(DELETE, ref=one, expectedRevision=1)

        assert (refused["code"], refused["actual"]) == ("STALE_REVISION", 2)
        assert await delete(registry, one, expectedRevision=2) == [one]


class TestVersions:
    async def test_the_number_is_never_given_again(self, registry: Registry) -> None:
        for _ in range(3):
            await model(registry)
        await delete(registry, registry.ref("m:3"))
        await delete(registry, registry.ref("m:1"))
        before = (await registry.ask(LATEST, ref=registry.ref("m")))["model"]
        made = await model(registry)
        after = (await registry.ask(LATEST, ref=registry.ref("m")))["model"]

        assert before["latestVersion"] == {"number": 2}
        assert before["versions"] == {"totalCount": 1, "nodes": [{"number": 2}]}
        assert made == registry.ref("m:4")
        assert after["latestVersion"] == {"number": 4}
        assert after["versions"]["totalCount"] == 2

    async def test_the_last_one_leaves_a_model_without(self, registry: Registry) -> None:
        await delete(registry, await model(registry))
        found = (await registry.ask(LATEST, ref=registry.ref("m")))["model"]

        assert found["latestVersion"] is None
        assert await model(registry) == registry.ref("m:2")

    async def test_the_latest_of_a_dataset_is_the_one_before(self, registry: Registry) -> None:
        one, two = await dataset(registry, "1"), await dataset(registry, "2")
        await delete(registry, two)
        found = await registry.ask(
            """query($ref: Ref!) { dataset(ref: $ref) {
                latestVersion { ref } versions { totalCount } } }""",
            ref=registry.ref("d"),
        )

        assert found["dataset"] == {"latestVersion": {"ref": one}, "versions": {"totalCount": 1}}

    async def test_counts_up_the_revision_of_what_it_is_a_version_of(
        self, registry: Registry
    ) -> None:
        await delete(registry, await model(registry))
        found = (await registry.ask(LATEST, ref=registry.ref("m")))["model"]

        assert found["revision"] == 3


class TestReferrers:
    async def test_a_run_that_read_it(self, registry: Registry) -> None:
        data = await dataset(registry)
        await run(registry, inputs=[{"ref": data}, {"ref": data, "role": "test"}])

        assert await kept(registry, data) == (1, {"Run": 1}, [["CONSUMED_BY"]])
        assert await kept(registry, registry.ref("d")) == (1, {"Run": 1}, [["CONSUMED_BY"]])

    async def test_what_a_run_made(self, registry: Registry) -> None:
        id_ = await run(registry)
        await model(registry, runRef=id_)

        assert await kept(registry, id_) == (1, {"ModelVersion": 1}, [["PRODUCED"]])

    async def test_what_was_derived_from_it(self, registry: Registry) -> None:
        base = await model(registry)
        await model(registry, "other", bases=[{"ref": base}])

        assert await kept(registry, base) == (1, {"ModelVersion": 1}, [["DERIVED_INTO"]])

    async def test_an_alias_that_ever_pointed_at_it(self, registry: Registry) -> None:
        one, two = await model(registry), await model(registry)
        for version in (one, two):
            await registry.told(
                "setAlias", "model { id }", model=registry.ref("m"), alias="a", version=version
            )

        assert await kept(registry, one) == (1, {"Model": 1}, [["HAS_ALIAS"]])

    async def test_a_deployment_where_it_ever_served(self, registry: Registry) -> None:
        version, place = await model(registry), registry.ref("api")
        await registry.told(
            "deployModelVersion",
            "deployment { id }",
            deployment=place,
            createDeployment={"environment": "test"},
            modelVersion=version,
        )
        await registry.told("endDeployment", "deployment { id }", deployment=place)

        how = [["DEPLOYED_AS", "INTENDED"]]
        assert await kept(registry, version) == (1, {"Deployment": 1}, how)
        assert await kept(registry, place) == (1, {"ModelVersion": 1}, how)

    async def test_what_a_deployment_ever_fed(self, registry: Registry) -> None:
        fed = {"deployment": registry.ref("api"), "application": registry.ref("portal")}
        await registry.told(
            "createDeployment", "deployment { id }", ref=fed["deployment"], environment="test"
        )
        await registry.told("recordFeed", "node { id }", createApplication={}, **fed)
        await registry.told("endFeed", "node { id }", **fed)

        assert await kept(registry, fed["deployment"]) == (1, {"Application": 1}, [["FEEDS"]])
        assert await kept(registry, fed["application"]) == (1, {"Deployment": 1}, [["FEEDS"]])

    async def test_what_is_in_a_namespace(self, registry: Registry) -> None:
        await model(registry)
        await run(registry)

        total, counts, how = await kept(registry, registry.namespace)

        assert (total, counts) == (2, {"Model": 1, "Run": 1})
        assert how == [["IN_NAMESPACE"]] * 2

    async def test_the_parts_of_a_run_and_the_runs_of_an_experiment(
        self, registry: Registry
    ) -> None:
        whole = await run(registry, experiment=registry.ref("e"), createExperiment={})
        part = await run(registry, parent=whole)

        assert await kept(registry, whole) == (1, {"Run": 1}, [["HAS_CHILD"]])
        assert await kept(registry, registry.ref("e")) == (2, {"Run": 2}, [["HAS_RUN"]] * 2)
        assert await delete(registry, part) == [part]
        assert await delete(registry, whole) == [whole]
        assert await delete(registry, registry.ref("e")) == [registry.ref("e")]

    async def test_are_counted_and_paged(self, registry: Registry) -> None:
        data = await dataset(registry)
        runs = [await run(registry, inputs=[{"ref": data}]) for _ in range(22)]

        refused = await registry.refused(DELETE, ref=data)
        first = (await registry.ask(REFERRERS, id=data, first=20))["node"]["referrers"]
        after = first["pageInfo"]["endCursor"]
        rest = await registry.ask(REFERRERS, id=data, first=20, after=after)
        pages = [*first["nodes"], *rest["node"]["referrers"]["nodes"]]

        assert refused["total"] == first["totalCount"] == 22
        assert [each["ref"] for each in refused["referrers"]] == runs[:1:-1]
        assert [each["node"]["ref"] for each in pages] == runs[::-1]
        assert {tuple(each["how"]) for each in pages} == {("CONSUMED_BY",)}
        assert (first["pageInfo"]["hasNextPage"], after is not None) == (True, True)

    async def test_there_are_none_of_what_can_be_deleted(self, registry: Registry) -> None:
        await model(registry, bases=[{"ref": await model(registry, "base")}])

        found = await registry.ask(REFERRERS, id=registry.ref("m"), first=5)

        assert found["node"]["referrers"]["totalCount"] == 0


class TestIdempotencyKey:
    async def test_of_a_deletion_answers_the_same(self, registry: Registry) -> None:
        one = await model(registry)
        key = unique("key")

        assert await delete(registry, one, idempotencyKey=key) == [one]
        assert await delete(registry, one, idempotencyKey=key) == [one]

    async def test_of_what_is_deleted_is_refused(self, registry: Registry) -> None:
        given = {"ref": registry.ref("m"), "idempotencyKey": unique("key")}
        await registry.told("createModel", "model { id }", **given)
        await delete(registry, registry.ref("m"))

        refused = await registry.refused("createModel", **given)

        assert (refused["code"], refused["path"]) == (
            "IDEMPOTENCY_KEY_REUSED",
            ["idempotencyKey"],
        )


class TestRace:
    async def test_who_found_it_before_it_went_is_refused(self, registry: Registry) -> None:
        data = await dataset(registry)
        await dataset(registry, name="slow")
        slow = {"dataset": registry.ref("slow"), "label": "2"}
        given: dict[str, Any] = {"namespace": registry.namespace, "name": "train"}
        given["inputs"] = [{"ref": data}, {"datasetVersion": slow}]

        async with locked(registry.graph, registry.ref("slow")):
            registering = asyncio.ensure_future(registry.tell("registerRun", **given))
            # It has found the data by now, and waits for the other dataset.
            await asyncio.sleep(2)
            await delete(registry, data)
        answer = await registering

        assert (answer["__typename"], answer["ref"]) == ("NotFound", data)
        assert "Run" not in await registry.counts()

    async def test_who_creates_something_in_a_namespace_that_goes(self, registry: Registry) -> None:
        creates = [
            registry.tell("createModel", ref=registry.ref("m")),
            registry.tell("createDataset", ref=registry.ref("d")),
            registry.tell("registerRun", namespace=registry.namespace, name="train"),
        ]
        deletes = registry.tell(DELETE, ref=registry.namespace)
        *created, deleted = await asyncio.gather(*creates, deletes)
        gone = deleted["__typename"] == "DeleteRecordSuccess"

        assert deleted["__typename"] in ("DeleteRecordSuccess", "StillReferredTo")
        assert await there(registry, registry.namespace) is not gone
        for answer in created:
            assert (answer["__typename"] == "NotFound") or not gone

    @pytest.mark.parametrize("turn", range(5))
    async def test_all_of_the_references_or_none(self, registry: Registry, turn: int) -> None:
        version = await model(registry)
        place = {"deployment": registry.ref("api"), "createDeployment": {"environment": "test"}}
        refers = [
            registry.tell(
                "registerRun",
                namespace=registry.namespace,
                name="evaluate",
                inputs=[{"ref": version}],
            ),
            registry.tell("deployModelVersion", modelVersion=version, **place),
            registry.tell("setAlias", model=registry.ref("m"), alias="champion", version=version),
            registry.tell(
                "registerModelVersion",
                model=registry.ref("other"),
                createModel={},
                bases=[{"ref": version}],
            ),
        ]
        refers.insert(turn, registry.tell(DELETE, ref=version))
        answers = [answer["__typename"] for answer in await asyncio.gather(*refers)]
        deleted = answers.pop(turn)

        if deleted == "DeleteRecordSuccess":
            assert answers == ["NotFound"] * 4
            assert not await there(registry, version)
        else:
            total, *_ = await kept(registry, version)
            assert deleted == "StillReferredTo"
            assert total == sum(answer.endswith("Success") for answer in answers)
