"""Many of one kind in one call: all of them, or none, and every refusal is told."""

from typing import Any

import pytest

from tests.asking import Registry

DATASETS, RUNS, VERSIONS = (
    "registerDatasetVersions",
    "registerRuns",
    "registerModelVersions",
)


def states(registry: Registry, *labels: str) -> list[dict[str, Any]]:
    dataset = {"dataset": registry.ref("d"), "createDataset": {}}
    return [{**dataset, "label": label} for label in labels]


class TestAllOfThem:
    async def test_dataset_versions_in_their_order(self, registry: Registry) -> None:
        labels = [f"l{i}" for i in range(50)]
        made = await registry.told(
            DATASETS, "datasetVersions { label }", items=states(registry, *labels)
        )
        data = await registry.ask(
            "query($ref: Ref!) { dataset(ref: $ref) { latestVersion { label } revision } }",
            ref=registry.ref("d"),
        )

        assert [each["label"] for each in made["datasetVersions"]] == labels
        assert data["dataset"]["latestVersion"] == {"label": "l49"}

    async def test_runs_that_share_what_they_read(self, registry: Registry) -> None:
        (raw,) = states(registry, "raw")
        items = [
            {
                "namespace": registry.namespace,
                "name": f"r{i}",
                "parameters": [{"key": "seed", "value": i}],
                "inputs": [{"datasetVersion": raw}],
            }
            for i in range(10)
        ]
        select = "runs { name parameters { value } inputs { node { ref } } }"
        made = await registry.told(RUNS, select, items=items)

        assert [each["name"] for each in made["runs"]] == [f"r{i}" for i in range(10)]
        assert [each["parameters"][0]["value"] for each in made["runs"]] == list(range(10))
        assert {each["inputs"][0]["node"]["ref"] for each in made["runs"]} == {
            registry.ref("d#raw")
        }

    async def test_versions_are_numbered_in_their_order(self, registry: Registry) -> None:
        (raw,) = states(registry, "raw")
        items = [
            {
                "model": registry.ref(f"m{i % 2}"),
                "createModel": {},
                "label": f"v{i}",
                "run": {"name": "train", "inputs": [{"datasetVersion": raw}] if i % 3 else []},
                "metrics": [{"key": "auc", "value": i / 100}],
            }
            for i in range(20)
        ]
        made = await registry.told(VERSIONS, "modelVersions { ref label }", items=items)

        assert [(each["ref"], each["label"]) for each in made["modelVersions"]] == [
            (registry.ref(f"m{i % 2}:{i // 2 + 1}"), f"v{i}") for i in range(20)
        ]

    async def test_one_may_refer_to_those_before_it(self, registry: Registry) -> None:
        first, second = states(registry, "1", "2")
        derived = {**second, "derivedFrom": [registry.ref("d#1")]}
        await registry.told(DATASETS, "datasetVersions { id }", items=[first, derived])
        model = {"model": registry.ref("m"), "createModel": {}}
        items = [model, {**model, "bases": [{"ref": registry.ref("m:1")}]}]
        made = await registry.told(
            VERSIONS, "modelVersions { number bases { version { number } } }", items=items
        )

        assert made["modelVersions"] == [
            {"number": 1, "bases": []},
            {"number": 2, "bases": [{"version": {"number": 1}}]},
        ]

    async def test_what_has_a_digest_twice_is_reused(self, registry: Registry) -> None:
        version = {
            "model": registry.ref("m"),
            "createModel": {},
            "digest": "sha256:" + "ab" * 32,
            "onDuplicate": "REUSE",
        }
        made = await registry.told(VERSIONS, "modelVersions { number }", items=[version] * 3)

        assert made["modelVersions"] == [{"number": 1}] * 3

    async def test_none_at_all(self, registry: Registry) -> None:
        assert await registry.told(RUNS, "runs { id }", items=[]) == {"runs": []}

    async def test_sent_again_with_its_key_answers_the_same(self, registry: Registry) -> None:
        items = [{"namespace": registry.namespace, "name": "r"}] * 3
        key = f"{registry.namespace} bulk"
        first = await registry.told(RUNS, "runs { id }", items=items, idempotencyKey=key)

        assert await registry.told(RUNS, "runs { id }", items=items, idempotencyKey=key) == first
        assert len({each["id"] for each in first["runs"]}) == 3

    async def test_a_dry_run_changes_nothing(self, registry: Registry) -> None:
        before = await registry.counts()
        await registry.told(
            DATASETS, "datasetVersions { id }", items=states(registry, "1"), dryRun=True
        )

        assert await registry.counts() == before


class TestNoneOfThem:
    async def test_every_refusal_is_told(self, registry: Registry) -> None:
        await registry.told(DATASETS, "datasetVersions { id }", items=states(registry, "old"))
        before = await registry.counts()
        new, old, wrong, odd = states(registry, "new", "old", "wrong", "odd")
        items = [
            new,
            old,
            {**wrong, "dataset": "nowhere-at-all/d"},
            {**odd, "digest": "no digest"},
        ]
        refused = await registry.refused(DATASETS, items=items)

        assert refused["code"] == "ITEMS_REFUSED"
        assert [(each["index"], each["code"], each["path"]) for each in refused["refusals"]] == [
            (1, "ALREADY_EXISTS", ["items", "1", "label"]),
            (2, "NOT_FOUND", ["items", "2", "dataset"]),
            (3, "INVALID_INPUT", ["items", "3", "digest"]),
        ]
        assert await registry.counts() == before

    async def test_the_same_label_twice(self, registry: Registry) -> None:
        refused = await registry.refused(DATASETS, items=states(registry, "1", "1"))

        assert [each["index"] for each in refused["refusals"]] == [1]

    @pytest.mark.parametrize("name", [DATASETS, RUNS, VERSIONS])
    async def test_more_than_a_thousand(self, registry: Registry, name: str) -> None:
        one = {
            DATASETS: {"dataset": registry.ref("d"), "label": "1"},
            RUNS: {"namespace": registry.namespace, "name": "r"},
            VERSIONS: {"model": registry.ref("m")},
        }
        refused = await registry.refused(name, items=[one[name]] * 1001)

        assert (refused["code"], refused["path"]) == ("INVALID_INPUT", ["items"])

    async def test_the_revision_is_that_before_the_first(self, registry: Registry) -> None:
        items = [{"model": registry.ref("m"), "createModel": {}}] * 2
        made = await registry.tell(VERSIONS, items=items, expectedRevision=0)
        refused = await registry.refused(VERSIONS, items=items, expectedRevision=0)

        assert made["__typename"] == "RegisterModelVersionsSuccess"
        assert (refused["code"], refused["path"]) == ("STALE_REVISION", ["expectedRevision"])
