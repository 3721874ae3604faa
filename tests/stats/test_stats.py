"""Stats, over the real graph."""

from typing import Any

import pytest

from lineal.kernel.graph import Transaction
from tests.asking import Registry, unique
from tests.kernel.planned import plan


async def stats(registry: Registry, select: str, **given: Any) -> Any:
    query = f"query ($namespace: String) {{ stats(namespace: $namespace) {{ {select} }} }}"
    return (await registry.ask(query, **({"namespace": registry.namespace} | given)))["stats"]


def by(rows: list[dict[str, Any]], name: str) -> dict[str, int]:
    """Returns counts that are not nothing, by what is counted."""
    return {row[name]: row["count"] for row in rows if row["count"]}


async def model(registry: Registry, name: str, **said: Any) -> None:
    await registry.told("createModel", "model { id }", ref=registry.ref(name), **said)


async def version(registry: Registry, name: str) -> None:
    await registry.told(
        "registerModelVersion", "modelVersion { id }", model=registry.ref(name), createModel={}
    )


class TestKinds:
    async def test_of_a_namespace(self, registry: Registry) -> None:
        for name in ("scorer", "scorer", "churn"):
            await version(registry, name)
        await registry.told(
            "registerDatasetVersion",
            "datasetVersion { id }",
            dataset=registry.ref("raw"),
            createDataset={},
            label="1",
            columns=[{"name": "a", "type": "int"}],
        )
        found = await stats(registry, "namespace kinds { kind count }")

        assert found["namespace"] == registry.namespace
        assert by(found["kinds"], "kind") == {
            "NAMESPACE": 1,
            "MODEL": 2,
            "MODEL_VERSION": 3,
            "DATASET": 1,
            "DATASET_VERSION": 1,
            "COLUMN": 1,
        }

    async def test_of_all_is_at_least_that(self, registry: Registry) -> None:
        before = await stats(registry, "kinds { kind count }", namespace=None)
        await model(registry, "scorer")
        after = await stats(registry, "kinds { kind count }", namespace=None)

        assert by(after["kinds"], "kind")["MODEL"] > by(before["kinds"], "kind").get("MODEL", 0)

    async def test_of_a_namespace_that_begins_like_another(self, registry: Registry) -> None:
        longer = f"{registry.namespace}-2"
        await registry.told("createNamespace", "namespace { id }", name=longer)
        await registry.told(
            "registerModelVersion", "modelVersion { id }", model=f"{longer}/m", createModel={}
        )
        found = await stats(registry, "kinds { kind count } ages { kind count }")

        assert by(found["kinds"], "kind") == {"NAMESPACE": 1}
        assert by(found["ages"], "kind") == {}

    async def test_of_no_such_namespace_is_nothing(self, registry: Registry) -> None:
        assert await stats(registry, "namespace", namespace=unique("none")) is None


class TestRuns:
    async def test_by_status(self, registry: Registry) -> None:
        given = {"namespace": registry.namespace, "name": "train"}
        await registry.told("startRun", "run { id }", **given)
        for status in ("FINISHED", "FAILED", "FAILED"):
            await registry.told("registerRun", "run { id }", status=status, **given)
        found = await stats(registry, "runs { status count }")

        assert found["runs"] == [
            {"status": "RUNNING", "count": 1},
            {"status": "FINISHED", "count": 1},
            {"status": "FAILED", "count": 2},
            {"status": "CANCELLED", "count": 0},
        ]


class TestServing:
    async def test_environments_and_aliases(self, registry: Registry) -> None:
        await version(registry, "scorer")
        await version(registry, "churn")
        for name in ("api", "old"):
            await registry.told(
                "deployModelVersion",
                "deployment { id }",
                deployment=registry.ref(name),
                createDeployment={"environment": "production"},
                modelVersion=registry.ref("scorer:1"),
            )
        await registry.told("endDeployment", "deployment { id }", deployment=registry.ref("old"))
        for name, alias in (("scorer", "champion"), ("churn", "champion"), ("churn", "trial")):
            await registry.told(
                "setAlias",
                "model { id }",
                model=registry.ref(name),
                alias=alias,
                version=registry.ref(f"{name}:1"),
            )
        await registry.told(
            "removeAlias", "model { id }", model=registry.ref("churn"), alias="champion"
        )
        found = await stats(
            registry, "environments { environment count serving } aliases { alias count }"
        )

        assert found["environments"] == [{"environment": "production", "count": 2, "serving": 1}]
        assert found["aliases"] == [
            {"alias": "champion", "count": 1},
            {"alias": "trial", "count": 1},
        ]


class TestAges:
    async def test_of_versions_in_bands(self, registry: Registry) -> None:
        days = {1: "P1D", 2: "P8D", 3: "P40D", 4: "P100D", 5: "P400D", 6: "P401D"}
        for _ in days:
            await version(registry, "scorer")
        aged = "MATCH (v:ModelVersion {ref: $ref}) SET v.createdAt = datetime() - duration($age)"

        async def age(tx: Transaction) -> None:
            for number, duration in days.items():
                ref = registry.ref(f"scorer:{number}")
                await tx.value(aged, {"ref": ref, "age": duration})

        await registry.graph.write(age)
        found = await stats(registry, "ages { kind age count }")

        bands = (("WEEK", 1), ("MONTH", 1), ("QUARTER", 1), ("YEAR", 1), ("OLDER", 2))
        assert found["ages"] == [
            {"kind": "MODEL_VERSION", "age": band, "count": count} for band, count in bands
        ]


class TestMissing:
    async def test_owners_and_documentation(self, registry: Registry) -> None:
        link = [{"key": "wiki", "link": "https://wiki.example"}]
        await model(registry, "nothing")
        await model(registry, "owned", owners=["ada"], description=" ")
        await model(registry, "described", description="What it is.")
        await model(registry, "linked", properties=link)
        found = await stats(
            registry, "withoutOwner { kind count } withoutDocumentation { kind count }"
        )

        assert by(found["withoutOwner"], "kind") == {"MODEL": 3, "NAMESPACE": 1}
        assert by(found["withoutDocumentation"], "kind") == {"MODEL": 2, "NAMESPACE": 1}

    async def test_nothing_of_what_is_archived(self, registry: Registry) -> None:
        await model(registry, "old")
        archived = "MATCH (m:Model {ref: $ref}) SET m.archivedAt = datetime()"
        await registry.graph.run(archived, {"ref": registry.ref("old")})
        found = await stats(registry, "withoutOwner { kind count } archived { kind count }")

        assert by(found["withoutOwner"], "kind") == {"NAMESPACE": 1}
        assert by(found["archived"], "kind") == {"MODEL": 1}


class TestStatement:
    @pytest.mark.parametrize("field", ["kinds { count }", "runs { count }"])
    async def test_scans_nothing(self, registry: Registry, field: str) -> None:
        text = plan(f'{{ stats(namespace: "a") {{ {field} }} }}').statement.text

        assert not [each for each in await registry.graph.plan(text) if "LabelScan" in each]

    def test_counts_what_is_selected(self) -> None:
        text = plan("{ stats { runs { count } } }").statement.text

        assert ":Run" in text
        assert ":Model" not in text
