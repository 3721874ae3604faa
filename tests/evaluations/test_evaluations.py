"""Evaluations: what runs said about a model version, and versions that are found by it."""

from typing import Any

import pytest

from tests.asking import Registry, filled
from tests.runs.test_runs import REGISTER, started, version

RECORD = "recordEvaluation"
EVALUATIONS = """query($ref: Ref!, $suite: String) { modelVersion(ref: $ref) {
    evaluations(suite: $suite) { totalCount nodes {
        suite dataset { ref } metrics { key value } slices { name metrics { key value } }
        run { id kind status }
    } }
} }"""


def measured(**metrics: float) -> list[dict[str, Any]]:
    return [{"key": key, "value": value} for key, value in metrics.items()]


def part(name: str, **metrics: float) -> dict[str, Any]:
    return {"name": name, "metrics": measured(**metrics)}


async def register(registry: Registry, model: str = "scorer", **given: Any) -> str:
    """Returns the ref of another version."""
    given = {"model": registry.ref(model), "createModel": {}, **given}
    made = await registry.told("registerModelVersion", "modelVersion { ref }", **given)
    return str(made["modelVersion"]["ref"])


async def record(registry: Registry, ref: str, suite: str = "holdout", **given: Any) -> str:
    """Returns the id of the run of an evaluation."""
    made = await registry.told(
        RECORD, "evaluation { run { id } }", modelVersion=ref, suite=suite, **given
    )
    return str(made["evaluation"]["run"]["id"])


async def evaluations(registry: Registry, ref: str, suite: str | None = None) -> Any:
    return (await registry.ask(EVALUATIONS, ref=ref, suite=suite))["modelVersion"]["evaluations"]


class TestRecordEvaluation:
    async def test_is_evidence_of_the_version(self, registry: Registry) -> None:
        ref, data = await register(registry), await version(registry, "customers")
        run = await record(
            registry,
            ref,
            dataset=data,
            metrics=measured(auc=0.9, brier=0.1),
            slices=[part("region=us", auc=0.95), part("region=eu", auc=0.85)],
        )

        assert await evaluations(registry, ref) == {
            "totalCount": 1,
            "nodes": [
                {
                    "suite": "holdout",
                    "dataset": {"ref": data},
                    "metrics": measured(auc=0.9, brier=0.1),
                    "slices": [part("region=eu", auc=0.85), part("region=us", auc=0.95)],
                    "run": {"id": run, "kind": "EVALUATION", "status": "FINISHED"},
                }
            ],
        }

    async def test_is_a_run_that_read_the_version(self, registry: Registry) -> None:
        ref, data = await register(registry), await version(registry, "customers")
        made = await registry.told(
            RECORD,
            """modelVersion { ref } evaluation { run {
                name suite namespace { name } parent { id } tags
                inputs { role node { ref } } slices { name } parameters { key value }
            } }""",
            modelVersion=ref,
            suite="holdout",
            dataset=data,
            name="nightly",
            tags=["ci"],
            parent=(search := await started(registry)),
            parameters=[{"key": "threshold", "value": 0.5}],
        )

        assert made["modelVersion"] == {"ref": ref}
        assert made["evaluation"]["run"] == {
            "name": "nightly",
            "suite": "holdout",
            "namespace": {"name": registry.namespace},
            "parent": {"id": search},
            "tags": ["ci"],
            "inputs": [
                {"role": "evaluated", "node": {"ref": ref}},
                {"role": "test", "node": {"ref": data}},
            ],
            "slices": [],
            "parameters": [{"key": "threshold", "value": 0.5}],
        }

    async def test_leaves_the_metrics_of_the_version(self, registry: Registry) -> None:
        ref = await register(registry, metrics=measured(auc=0.9))
        await record(registry, ref, metrics=measured(auc=0.5))
        told = await registry.ask(
            "query($ref: Ref!) { modelVersion(ref: $ref) { metrics { value } } }", ref=ref
        )

        assert told["modelVersion"]["metrics"] == [{"value": 0.9}]

    async def test_makes_the_version_no_ancestor_of_others(self, registry: Registry) -> None:
        ref, data = await register(registry), await version(registry, "customers")
        run = await record(registry, ref, dataset=data)
        told = await registry.ask(
            """query($ref: Ref!) {
                modelVersion(ref: $ref) { downstream { nodes { node { id } } } bases { how } }
            }""",
            ref=ref,
        )
        nodes = [each["node"]["id"] for each in told["modelVersion"]["downstream"]["nodes"]]

        assert nodes[1:] == [run]
        assert told["modelVersion"]["bases"] == []

    async def test_by_an_alias(self, registry: Registry) -> None:
        ref = await register(registry)
        model = registry.ref("scorer")
        await registry.told("setAlias", "model { id }", model=model, alias="champion", version=ref)
        await record(registry, f"{model}@champion")

        assert (await evaluations(registry, ref))["totalCount"] == 1

    async def test_a_dry_run_changes_nothing(self, registry: Registry) -> None:
        ref = await register(registry)
        before = await registry.counts()
        await record(registry, ref, slices=[part("eu", auc=0.5)], dryRun=True)

        assert await registry.counts() == before

    async def test_the_same_key_records_once(self, registry: Registry) -> None:
        ref = await register(registry)
        runs = {await record(registry, ref, idempotencyKey=f"{ref} holdout") for _ in range(2)}

        assert len(runs) == 1

    @pytest.mark.parametrize(
        ("given", "code", "path"),
        [
            ({"modelVersion": "?/scorer:9"}, "NOT_FOUND", ["modelVersion"]),
            ({"modelVersion": "?/scorer"}, "INVALID_INPUT", ["modelVersion"]),
            ({"dataset": "?/none#1"}, "NOT_FOUND", ["dataset"]),
            ({"dataset": "?/scorer:1"}, "INVALID_INPUT", ["dataset"]),
            ({"suite": " "}, "INVALID_INPUT", ["suite"]),
            ({"slices": [part("a"), part("a")]}, "INVALID_INPUT", ["slices"]),
            ({"slices": [part("")]}, "INVALID_INPUT", ["slices", "0", "name"]),
            ({"slices": [part(str(i)) for i in range(1_001)]}, "INVALID_INPUT", ["slices"]),
            ({"expectedRevision": 3}, "STALE_REVISION", ["expectedRevision"]),
        ],
        ids=lambda value: str(value)[:40],
    )
    async def test_refused(
        self, registry: Registry, given: dict[str, Any], code: str, path: list[str]
    ) -> None:
        told = {"modelVersion": await register(registry), "suite": "holdout"}
        before = await registry.counts()
        refused = await registry.refused(RECORD, **told | filled(given, registry.namespace))

        assert (refused["code"], refused["path"]) == (code, path)
        assert await registry.counts() == before


class TestEvaluations:
    async def test_are_newest_first_and_by_suite(self, registry: Registry) -> None:
        ref = await register(registry)
        suites = ["holdout", "fairness", "holdout"]
        runs = [await record(registry, ref, suite) for suite in suites]
        every = await evaluations(registry, ref)
        some = await evaluations(registry, ref, "holdout")

        assert [each["run"]["id"] for each in every["nodes"]] == runs[::-1]
        assert [each["run"]["id"] for each in some["nodes"]] == [runs[2], runs[0]]
        assert (every["totalCount"], some["totalCount"]) == (3, 2)

    async def test_are_runs_that_were_told_otherwise_too(self, registry: Registry) -> None:
        ref, data = await register(registry), await version(registry, "customers")
        told = {
            "namespace": registry.namespace,
            "name": "evaluate",
            "kind": "EVALUATION",
            "suite": "holdout",
            "inputs": [{"ref": ref, "role": "evaluated"}, {"ref": data, "role": "features"}],
        }
        await registry.told(REGISTER, "run { id }", **told, status="FAILED")
        running = (await registry.told("startRun", "run { id }", **told))["run"]["id"]
        before = await evaluations(registry, ref)
        await registry.told("logRun", "run { id }", run=running, slices=[part("eu", auc=0.5, f1=0)])
        await registry.told(
            "finishRun",
            "run { id }",
            run=running,
            metrics=measured(auc=0.6),
            slices=[part("eu", auc=0.7), part("us", auc=0.8)],
        )
        (only,) = (await evaluations(registry, ref))["nodes"]

        assert before["nodes"] == []
        assert (only["run"]["id"], only["dataset"]["ref"]) == (running, data)
        assert only["metrics"] == measured(auc=0.6)
        assert only["slices"] == [part("eu", auc=0.7, f1=0.0), part("us", auc=0.8)]


class TestModelVersionWhere:
    @pytest.mark.parametrize(
        ("wanted", "numbers"),
        [
            ([{"suite": "holdout"}], [3, 2, 1]),
            ([{"suite": "fairness"}], [2]),
            ([{"suite": "none"}], []),
            ([{}], [3, 2, 1]),
            # Of version 1 the newest evaluation says less than the one before.
            ([{"suite": "holdout", "metric": [{"key": "auc", "gte": 0.8}]}], [2]),
            ([{"suite": "holdout", "metric": [{"key": "auc", "lte": 0.8}]}], [1]),
            ([{"suite": "holdout", "metric": [{"key": "f1"}]}], []),
            ([{"suite": "holdout", "slice": "eu", "metric": [{"key": "auc", "lte": 0.5}]}], [2]),
            ([{"suite": "holdout", "slice": "us"}], []),
            ([{"suite": "holdout", "dataset": {"eq": "?/customers"}}], [3]),
            ([{"suite": "holdout", "dataset": {"eq": "?/others"}}], []),
            ([{"suite": "holdout"}, {"suite": "fairness"}], [2]),
            ([{"created": {"until": "2020-01-01T00:00:00Z"}}], []),
        ],
        ids=str,
    )
    async def test_by_what_the_newest_evaluation_said(
        self, registry: Registry, wanted: list[Any], numbers: list[int]
    ) -> None:
        one, two, three = [await register(registry) for _ in range(3)]
        await register(registry)
        data = await version(registry, "customers")
        await version(registry, "others")
        await record(registry, one, metrics=measured(auc=0.9))
        await record(registry, one, metrics=measured(auc=0.7))
        await record(registry, two, metrics=measured(auc=0.9), slices=[part("eu", auc=0.4)])
        await record(registry, two, "fairness")
        await record(registry, three, dataset=data)
        told = await registry.ask(
            """query($where: ModelVersionWhere) {
                modelVersions(where: $where) { nodes { number } }
            }""",
            where={
                "namespace": {"eq": registry.namespace},
                "evaluation": filled(wanted, registry.namespace),
            },
        )

        assert [each["number"] for each in told["modelVersions"]["nodes"]] == numbers

    async def test_runs_are_found_by_suite(self, registry: Registry) -> None:
        run = await record(registry, await register(registry), "fairness")
        told = await registry.ask(
            "query($where: RunWhere) { runs(where: $where) { nodes { id } } }",
            where={"namespace": {"eq": registry.namespace}, "suite": {"eq": "fairness"}},
        )

        assert told["runs"]["nodes"] == [{"id": run}]


LIST = """query($where: EvaluationWhere, $orderBy: RunOrder, $first: Int! = 50, $after: Cursor) {
    evaluations(where: $where, orderBy: $orderBy, first: $first, after: $after) {
        totalCount nodes { run { id } modelVersions { ref } } pageInfo { endCursor }
    }
}"""


async def listed(registry: Registry, **where: Any) -> list[str]:
    """Returns the runs of the namespace's evaluations for which this holds."""
    asked = {"namespace": {"eq": registry.namespace}, **where}
    found = (await registry.ask(LIST, where=asked))["evaluations"]
    assert found["totalCount"] == len(found["nodes"])
    return [each["run"]["id"] for each in found["nodes"]]


class TestAll:
    async def test_of_all_versions_newest_first(self, registry: Registry) -> None:
        one, two = await register(registry), await register(registry)
        runs = [await record(registry, ref) for ref in (one, two)]
        unfinished = await started(registry, suite="holdout")
        found = await registry.ask(LIST, where={"namespace": {"eq": registry.namespace}})

        assert [each["run"]["id"] for each in found["evaluations"]["nodes"]] == runs[::-1]
        assert [each["modelVersions"] for each in found["evaluations"]["nodes"]] == [
            [{"ref": two}],
            [{"ref": one}],
        ]
        assert unfinished not in runs

    async def test_by_what_they_are_about(self, registry: Registry) -> None:
        one, two = await register(registry), await register(registry)
        other = await register(registry, "other")
        runs = [await record(registry, ref) for ref in (one, two, other)]

        assert await listed(registry, modelVersion={"in": [one, other]}) == [runs[2], runs[0]]
        assert await listed(registry, model={"eq": registry.ref("scorer")}) == [runs[1], runs[0]]

    async def test_by_a_ref_that_moves(self, registry: Registry) -> None:
        one = await register(registry)
        run = await record(registry, one)
        await registry.told(
            "setAlias", "model { id }", model=registry.ref("scorer"), alias="champion", version=one
        )
        champion = registry.ref("scorer@champion")

        assert await listed(registry, modelVersion={"eq": champion}) == [run]

    async def test_by_data_and_suite(self, registry: Registry) -> None:
        ref, data = await register(registry), await version(registry, "customers")
        on = await record(registry, ref, dataset=data)
        without = await record(registry, ref, "stress")

        assert await listed(registry, dataset={"eq": data}) == [on]
        assert await listed(registry, dataset={"eq": registry.ref("customers")}) == [on]
        assert await listed(registry, suite={"eq": "stress"}) == [without]
        assert await listed(registry, **{"not": {"suite": {"eq": "stress"}}}) == [on]

    async def test_by_what_was_measured(self, registry: Registry) -> None:
        ref = await register(registry)
        run = await record(registry, ref, metrics=measured(auc=0.9), slices=[part("eu", auc=0.5)])
        high = {"metric": [{"key": "auc", "gte": 0.8}]}

        assert await listed(registry, **high) == [run]
        assert await listed(registry, **high, slice="eu") == []
        assert await listed(registry, slice="eu") == [run]
        assert await listed(registry, slice="us") == []

    async def test_in_an_order_page_by_page(self, registry: Registry) -> None:
        ref = await register(registry)
        runs = {
            auc: await record(registry, ref, metrics=measured(auc=auc)) for auc in (0.5, 0.9, 0.7)
        }
        order = {"field": "METRIC", "key": "auc", "direction": "DESC"}
        where = {"modelVersion": {"eq": ref}}
        first = await registry.ask(LIST, where=where, orderBy=order, first=2)
        after = first["evaluations"]["pageInfo"]["endCursor"]
        rest = await registry.ask(LIST, where=where, orderBy=order, first=2, after=after)

        assert [each["run"]["id"] for each in first["evaluations"]["nodes"]] == [
            *(runs[0.9], runs[0.7])
        ]
        assert [each["run"]["id"] for each in rest["evaluations"]["nodes"]] == [runs[0.5]]

    async def test_what_is_archived_is_left_out(self, registry: Registry) -> None:
        run = await record(registry, await register(registry))
        await registry.told("archiveRecord", "record { id }", ref=run)

        assert await listed(registry) == []
        assert await listed(registry, archived=True) == [run]

    async def test_what_is_no_ref_is_refused(self, registry: Registry) -> None:
        errors = await registry.errors(LIST, where={"modelVersion": {"eq": "a b"}})

        assert errors[0]["extensions"]["code"] == "INVALID_INPUT"
