"""What is needed to train a version again, and what of that was never recorded."""

from typing import Any

import pytest

from lineal.kernel.graph import Transaction
from tests.asking import Registry

REGISTER = "registerModelVersion"
DIGEST = "sha256:0123456789abcdef"
WHOLE = """query($ref: Ref!) { modelVersion(ref: $ref) { reproduction {
    run { name } source { repository commit entryPoint arguments uncommittedChanges }
    environment { lockDigest pythonVersion packages { name version } }
    parameters { key value } seeds { key value }
    data { role version { ref uri digest } } models { role version { ref } }
    bases { distance version { ref } } complete missing { code ref }
} } }"""
SHORT = """query($ref: Ref!) { modelVersion(ref: $ref) { reproduction {
    bases { distance version { ref } } complete missing { code message ref }
} } }"""
SOURCE = {
    "repository": "https://git.example/risk.git",
    "commit": "4be1d02",
    "entryPoint": "train.py",
    "arguments": ["--depth", "4"],
    "uncommittedChanges": False,
}
ENVIRONMENT = {"lockDigest": DIGEST, "pythonVersion": "3.13.2"}


async def registered(registry: Registry, name: str = "scorer", **given: Any) -> str:
    """Returns the ref of a version that it registers, with an address and a digest."""
    told = {
        "model": registry.ref(name),
        "createModel": {},
        "uri": "s3://models/1",
        "digest": DIGEST,
        "onDuplicate": "REGISTER",
        **given,
    }
    return str(
        (await registry.told(REGISTER, "modelVersion { ref }", **told))["modelVersion"]["ref"]
    )


def data(registry: Registry, name: str, **given: Any) -> dict[str, Any]:
    version = {"dataset": registry.ref(name), "createDataset": {}, "label": "1", **given}
    return {"datasetVersion": version}


def run(registry: Registry, **given: Any) -> dict[str, Any]:
    """Returns a run of which everything is recorded, but for what is given instead."""
    return {
        "name": "train",
        "source": SOURCE,
        "environment": ENVIRONMENT,
        "parameters": [{"key": "depth", "value": 4}, {"key": "model.random_state", "value": 7}],
        "inputs": [data(registry, "customers", uri="s3://data/1", digest=DIGEST)],
        **given,
    }


async def reproduction(registry: Registry, ref: str, query: str = WHOLE) -> Any:
    return (await registry.ask(query, ref=ref))["modelVersion"]["reproduction"]


async def missing(registry: Registry, ref: str) -> list[tuple[str, str | None]]:
    """Returns codes with refs, in their order; each must say something."""
    found = (await reproduction(registry, ref, SHORT))["missing"]
    assert all(each["message"] for each in found)
    return [(each["code"], each["ref"]) for each in found]


class TestReproduction:
    async def test_of_what_was_recorded_whole(self, registry: Registry) -> None:
        environment = ENVIRONMENT | {"packages": [{"name": "polars", "version": "1.31.0"}]}
        ref = await registered(registry, run=run(registry, environment=environment))

        assert await reproduction(registry, ref) == {
            "run": {"name": "train"},
            "source": SOURCE,
            "environment": environment,
            "parameters": [
                {"key": "depth", "value": 4},
                {"key": "model.random_state", "value": 7},
            ],
            "seeds": [{"key": "model.random_state", "value": 7}],
            "data": [
                {
                    "role": "train",
                    "version": {
                        "ref": registry.ref("customers#1"),
                        "uri": "s3://data/1",
                        "digest": DIGEST,
                    },
                }
            ],
            "models": [],
            "bases": [],
            "complete": True,
            "missing": [],
        }

    async def test_of_a_version_without_a_run(self, registry: Registry) -> None:
        found = await reproduction(registry, await registered(registry))

        assert found["run"] is None
        assert set(found["source"].values()) == {None}
        assert found["environment"] == {"lockDigest": None, "pythonVersion": None, "packages": []}
        assert [each["code"] for each in found["missing"]] == ["RUN", "PARAMETERS"]

    async def test_of_a_run_of_which_nothing_is_known(self, registry: Registry) -> None:
        ref = await registered(registry, run={"name": "train"})

        assert [code for code, _ in await missing(registry, ref)] == [
            *("REPOSITORY", "COMMIT", "ENTRY_POINT", "ARGUMENTS", "LOCK_DIGEST"),
            *("PYTHON_VERSION", "PARAMETERS", "DATA"),
        ]

    @pytest.mark.parametrize(
        ("source", "codes"),
        [
            ({"uncommittedChanges": None}, ["CHANGES_KNOWN"]),
            ({"uncommittedChanges": True}, ["CHANGES"]),
            ({"uncommittedChanges": True, "diffDigest": DIGEST}, ["CHANGES"]),
            ({"arguments": []}, []),
            ({"arguments": ["--token=<redacted>"]}, ["REDACTED_ARGUMENT"]),
        ],
    )
    async def test_tells_what_is_missing_of_the_code(
        self, registry: Registry, source: dict[str, Any], codes: list[str]
    ) -> None:
        ref = await registered(registry, run=run(registry, source=SOURCE | source))

        assert await missing(registry, ref) == [(code, None) for code in codes]

    async def test_an_image_stands_for_all_that_is_in_it(self, registry: Registry) -> None:
        ref = await registered(registry, run=run(registry, environment={"imageDigest": DIGEST}))

        assert await missing(registry, ref) == []

    async def test_no_seed_is_missing(self, registry: Registry) -> None:
        parameters = [{"key": "seeds", "value": 7}]
        ref = await registered(registry, run=run(registry, parameters=parameters))

        assert await missing(registry, ref) == [("SEED", None)]

    async def test_data_without_address_or_digest_is_named(self, registry: Registry) -> None:
        inputs = [
            data(registry, "a", uri="s3://data/a"),
            data(registry, "b", digest=DIGEST),
        ]
        ref = await registered(registry, run=run(registry, inputs=inputs))

        assert await missing(registry, ref) == [
            ("DATA_DIGEST", registry.ref("a#1")),
            ("DATA_URI", registry.ref("b#1")),
        ]

    async def test_models_that_were_read_are_no_data(self, registry: Registry) -> None:
        teacher = await registered(registry, "teacher", digest=None)
        inputs = [*run(registry)["inputs"], {"ref": teacher, "role": "teacher"}]
        ref = await registered(registry, run=run(registry, inputs=inputs))
        found = await reproduction(registry, ref)

        assert [each["role"] for each in found["data"]] == ["train"]
        assert found["models"] == [{"role": "teacher", "version": {"ref": teacher}}]
        assert found["bases"] == []
        assert found["missing"] == [{"code": "MODEL_DIGEST", "ref": teacher}]

    async def test_parameters_that_the_run_was_told_later(self, registry: Registry) -> None:
        started = await registry.told(
            "startRun",
            "run { id }",
            namespace=registry.namespace,
            name="train",
            parameters=[{"key": "depth", "value": 4}],
        )
        id_ = started["run"]["id"]
        own = [{"key": "depth", "value": 5}]
        ref = await registered(registry, runRef=id_, parameters=own)
        await registry.told(
            "logRun", "run { id }", run=id_, parameters=[{"key": "SEED", "value": 7}]
        )
        found = await reproduction(registry, ref)

        assert found["parameters"] == [{"key": "SEED", "value": 7}, *own]
        assert found["seeds"] == [{"key": "SEED", "value": 7}]


class TestBases:
    async def test_are_told_base_by_base(self, registry: Registry) -> None:
        first = await registered(registry, "first", uri=None)
        second = await registered(registry, "second", bases=[{"ref": first}])
        third = await registered(
            registry, run=run(registry), bases=[{"ref": second}, {"ref": first}]
        )
        found = await reproduction(registry, third)

        assert found["bases"] == [
            {"distance": 2, "version": {"ref": first}},
            {"distance": 2, "version": {"ref": second}},
        ]
        assert found["missing"] == [{"code": "MODEL_URI", "ref": first}]
        assert found["models"] == []

    async def test_beyond_the_depth_are_not_all(self, registry: Registry) -> None:
        ref = await registered(registry)
        for _ in range(40):
            ref = await registered(registry, bases=[{"ref": ref}])
        deepest = await reproduction(registry, ref, SHORT)
        too_deep = await reproduction(
            registry, await registered(registry, bases=[{"ref": ref}]), SHORT
        )

        assert (len(deepest["bases"]), deepest["complete"]) == (40, True)
        assert (len(too_deep["bases"]), too_deep["complete"]) == (40, False)
        assert "BASES" in [each["code"] for each in too_deep["missing"]]

    async def test_beyond_the_count_are_not_all(self, registry: Registry) -> None:
        ref = await registered(registry)

        async def based(count: int) -> Any:
            async def unit(tx: Transaction) -> None:
                statement = """
                    MATCH (version:ModelVersion {ref: $ref})
                    UNWIND range(1, $count) AS i
                    CREATE (:Entity:LineageNode:ModelVersion {
                      id: randomUUID(), ref: $ref + '-' + randomUUID(), nodeKind: 'ModelVersion',
                      namespace: $namespace, modelRef: $namespace + '/scorer', number: 1, tags: [],
                      revision: 1, createdAt: datetime(), createdBy: 'test',
                      updatedAt: datetime(), updatedBy: 'test'
                    })-[:DERIVED_INTO {how: 'merged', since: datetime(), by: 'test'}]->(version)
                    RETURN count(*)
                """
                given = {"ref": ref, "count": count, "namespace": registry.namespace}
                assert await tx.value(statement, given) == count

            await registry.graph.write(unit)
            return await reproduction(registry, ref, SHORT)

        whole, cut = await based(200), await based(5_000)

        assert (len(whole["bases"]), whole["complete"]) == (200, True)
        assert (len(cut["bases"]), cut["complete"]) == (200, False)
        assert "BASES" in [each["code"] for each in cut["missing"]]
