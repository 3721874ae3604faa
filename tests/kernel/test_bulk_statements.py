"""Many items take as many statements as few: what is asked and written is, of all at once."""

import asyncio
from typing import Any

import pytest

from lineal.kernel.graph import Transaction
from tests.asking import Registry


def digest(number: int) -> str:
    return f"sha256:{number:064x}"


def dataset(registry: Registry, i: int) -> dict[str, Any]:
    before = [registry.ref(f"d{(i - 1) % 2}#l{i - 1}")] if i else []
    columns = [{"name": "income", "type": "float"}]
    made: dict[str, Any] = {"dataset": registry.ref(f"d{i % 2}"), "createDataset": {}}
    return {**made, "label": f"l{i}", "columns": columns, "derivedFrom": before}


def run(registry: Registry, i: int) -> dict[str, Any]:
    raw, clean = (
        {
            "dataset": registry.ref(name),
            "createDataset": {},
            "label": f"l{i}",
            "columns": [{"name": "income", "type": "float"}],
        }
        for name in ("raw", "clean")
    )
    ref = "#l{}.income".format
    return {
        "name": f"r{i}",
        "experiment": registry.ref(f"e{i % 2}"),
        "createExperiment": {},
        "slices": [{"name": "eu", "metrics": [{"key": "auc", "value": 0.5}]}],
        "inputs": [{"datasetVersion": raw}, {"ref": registry.ref("there#1"), "role": "test"}],
        "outputs": [{"datasetVersion": clean}],
        "columns": [{"from": [registry.ref(f"raw{ref(i)}")], "to": registry.ref(f"clean{ref(i)}")}],
    }


def alone(registry: Registry, i: int) -> dict[str, Any]:
    return run(registry, i) | {"namespace": registry.namespace}


def version(registry: Registry, i: int) -> dict[str, Any]:
    base = {"model": registry.ref("base"), "createModel": {}, "digest": digest(i)}
    before = [{"ref": registry.ref(f"m{(i - 1) % 2}:{(i - 1) // 2 + 1}")}] if i else []
    return {
        "model": registry.ref(f"m{i % 2}"),
        "createModel": {},
        "digest": digest(i),
        "run": run(registry, i),
        "bases": [{"modelVersion": base}, *before],
        "features": [registry.ref(f"raw#l{i}.income")],
    }


MANY = {
    "registerDatasetVersions": dataset,
    "registerRuns": alone,
    "registerModelVersions": version,
}


async def asked(registry: Registry, monkeypatch: pytest.MonkeyPatch, name: str, many: int) -> int:
    """Returns how many statements it takes to register so many."""
    there = {"dataset": registry.ref("there"), "createDataset": {}, "label": "1"}
    await registry.told("registerDatasetVersion", "datasetVersion { id }", **there)
    statements: list[str] = []
    value, later = Transaction.value, Transaction.later

    def heard_later(tx: Transaction, statement: str, *rest: Any) -> None:
        statements.append(statement)
        later(tx, statement, *rest)

    async def heard(tx: Transaction, statement: str, parameters: Any = None) -> Any:
        statements.append(statement)
        return await value(tx, statement, parameters)

    with monkeypatch.context() as patched:
        patched.setattr(Transaction, "value", heard)
        patched.setattr(Transaction, "later", heard_later)
        items = [MANY[name](registry, i) for i in range(many)]
        await registry.told(name, "__typename", items=items)
    return len(statements)


class TestStatements:
    @pytest.mark.parametrize("name", MANY)
    async def test_as_many_for_thirty_as_for_three(
        self, registry: Registry, monkeypatch: pytest.MonkeyPatch, name: str
    ) -> None:
        other = Registry(registry.engine, registry.graph, f"{registry.namespace}-other")
        await registry.told("createNamespace", "namespace { id }", name=other.namespace)
        few = await asked(registry, monkeypatch, name, 3)

        assert few == await asked(other, monkeypatch, name, 30)

    async def test_all_is_made_of_what_was_told(self, registry: Registry) -> None:
        there = {"dataset": registry.ref("there"), "createDataset": {}, "label": "1"}
        await registry.told("registerDatasetVersion", "datasetVersion { id }", **there)
        select = """modelVersions {
            ref features { ref } bases { version { ref } }
            run {
                experiment { ref } slices { name } columns { to { ref } }
                inputs { node { ref } role } outputs { ref }
            }
        }"""
        items = [version(registry, i) for i in range(4)]
        made = await registry.told("registerModelVersions", select, items=items)
        last = made["modelVersions"][-1]

        read = {each["role"] + " " + each["node"]["ref"] for each in last["run"].pop("inputs")}
        wrote = {each["ref"] for each in last["run"].pop("outputs")}

        assert last == {
            "ref": registry.ref("m1:2"),
            "features": [{"ref": registry.ref("raw#l3.income")}],
            "bases": [
                {"version": {"ref": registry.ref("base:4")}},
                {"version": {"ref": registry.ref("m0:2")}},
            ],
            "run": {
                "experiment": {"ref": registry.ref("e1")},
                "slices": [{"name": "eu"}],
                "columns": [{"to": {"ref": registry.ref("clean#l3.income")}}],
            },
        }
        bases = {f"base {registry.ref(ref)}" for ref in ("base:4", "m0:2")}
        assert read == {
            f"train {registry.ref('raw#l3')}",
            f"test {registry.ref('there#1')}",
            *bases,
        }
        assert wrote == {registry.ref("clean#l3"), registry.ref("m1:2")}


class TestEarlierAndLater:
    """What an item refers to is there, or is made by one before it; not by one after it."""

    async def test_a_later_dataset_version_does_not_count(self, registry: Registry) -> None:
        first, second = dataset(registry, 0), dataset(registry, 1)
        refused = await registry.refused("registerDatasetVersions", items=[second, first])

        assert [(each["index"], each["code"], each["path"]) for each in refused["refusals"]] == [
            (0, "NOT_FOUND", ["items", "0", "derivedFrom", "0"])
        ]

    async def test_a_later_model_version_does_not_count(self, registry: Registry) -> None:
        model = {"model": registry.ref("m"), "createModel": {}}
        items = [{**model, "bases": [{"ref": registry.ref("m:1")}]}, model]
        refused = await registry.refused("registerModelVersions", items=items)

        assert [(each["index"], each["path"]) for each in refused["refusals"]] == [
            (0, ["items", "0", "bases", "0", "ref"])
        ]

    async def test_a_later_model_does_not_count(self, registry: Registry) -> None:
        model = {"model": registry.ref("m")}
        refused = await registry.refused(
            "registerModelVersions", items=[model, {**model, "createModel": {}}, model]
        )

        assert [(each["index"], each["code"]) for each in refused["refusals"]] == [(0, "NOT_FOUND")]

    async def test_an_earlier_one_by_its_digest(self, registry: Registry) -> None:
        first = dataset(registry, 0) | {"digest": digest(7)}
        second = {"dataset": registry.ref("d1"), "createDataset": {}, "label": "l1"}
        derived = second | {"derivedFrom": [registry.ref(f"d0#{digest(7)}")]}
        made = await registry.told(
            "registerDatasetVersions",
            "datasetVersions { upstream(maxDepth: 1) { nodes { node { ref } } } }",
            items=[first, derived],
        )

        read = made["datasetVersions"][1]["upstream"]["nodes"]

        assert {"node": {"ref": registry.ref("d0#l0")}} in read

    async def test_an_earlier_version_by_a_former_ref_of_its_model(
        self, registry: Registry
    ) -> None:
        old, new = registry.ref("old"), registry.ref("new")
        await registry.told("createModel", "model { id }", ref=old)
        await registry.told("renameModel", "model { id }", model=old, to=new)
        items = [{"model": new}, {"model": old, "bases": [{"ref": f"{old}:1"}]}]
        made = await registry.told(
            "registerModelVersions", "modelVersions { ref bases { version { ref } } }", items=items
        )

        assert made["modelVersions"] == [
            {"ref": f"{new}:1", "bases": []},
            {"ref": f"{new}:2", "bases": [{"version": {"ref": f"{new}:1"}}]},
        ]

    async def test_a_digest_that_an_earlier_one_has(self, registry: Registry) -> None:
        item = dataset(registry, 0) | {"digest": digest(1)}
        refused = await registry.refused(
            "registerDatasetVersions", items=[item, {**item, "label": "other"}]
        )

        assert [(each["index"], each["path"]) for each in refused["refusals"]] == [
            (1, ["items", "1", "digest"])
        ]

    async def test_only_the_later_of_two_that_make_each_other(self, registry: Registry) -> None:
        data = [{"dataset": registry.ref("d"), "createDataset": {}, "label": x} for x in "ab"]
        await registry.told("registerDatasetVersions", "datasetVersions { id }", items=data)
        a, b = ({"ref": registry.ref(f"d#{x}")} for x in "ab")
        runs = [
            {"namespace": registry.namespace, "name": "r", "inputs": [read], "outputs": [wrote]}
            for read, wrote in ((a, b), (b, a))
        ]
        refused = await registry.refused("registerRuns", items=runs)

        assert [(each["index"], each["path"]) for each in refused["refusals"]] == [
            (1, ["items", "1", "outputs"])
        ]

    async def test_every_kind_of_refusal_is_told_of_its_item(self, registry: Registry) -> None:
        fine, odd, ended = (version(registry, i) for i in range(3))
        there = {"dataset": registry.ref("there"), "createDataset": {}, "label": "1"}
        await registry.told("registerDatasetVersion", "datasetVersion { id }", **there)
        odd["features"] = [registry.ref("clean#l1.income")]
        ended["run"]["status"] = "RUNNING"
        missing = {"model": registry.ref("nothing")}
        refused = await registry.refused("registerModelVersions", items=[fine, odd, ended, missing])

        assert [(each["index"], each["code"], each["path"]) for each in refused["refusals"]] == [
            (1, "INVALID_INPUT", ["items", "1", "features", "0"]),
            (2, "INVALID_INPUT", ["items", "2", "run", "status"]),
            (3, "NOT_FOUND", ["items", "3", "model"]),
        ]


class TestOneRunOfSeveral:
    async def test_what_two_items_tell_of_it_is_recorded_once(self, registry: Registry) -> None:
        model = {"model": registry.ref("m"), "createModel": {}}
        started = await registry.told(
            "startRun", "run { id }", namespace=registry.namespace, name="train"
        )
        made = {"runRef": started["run"]["id"], "bases": [{"ref": registry.ref("m:1")}]}
        items = [model, {**model, **made}, {**model, **made}]
        select = "modelVersions { run { inputs { role node { ref } } } }"
        told = await registry.told("registerModelVersions", select, items=items)
        base = {"role": "base", "node": {"ref": registry.ref("m:1")}}

        assert [each["run"] for each in told["modelVersions"]] == [
            None,
            {"inputs": [base]},
            {"inputs": [base]},
        ]

    async def test_one_that_has_ended_is_refused_of_each(self, registry: Registry) -> None:
        model = {"model": registry.ref("m"), "createModel": {}}
        ended = await registry.told(
            "registerRun", "run { id }", namespace=registry.namespace, name="train"
        )
        made = {"runRef": ended["run"]["id"], "bases": [{"ref": registry.ref("m:1")}]}
        items = [model, {**model, **made}, {**model, "runRef": ended["run"]["id"]}]
        refused = await registry.refused("registerModelVersions", items=items)

        assert [(each["index"], each["code"], each["path"]) for each in refused["refusals"]] == [
            (1, "INVALID_STATE", ["items", "1", "runRef"])
        ]


class TestAtOnce:
    async def test_numbers_have_no_gaps_and_no_doubles(self, registry: Registry) -> None:
        models = [{"model": registry.ref(f"m{i}"), "createModel": {}} for i in range(4)]
        orders = [models * 5, models[::-1] * 5] * 3
        made = await asyncio.gather(
            *(
                registry.told("registerModelVersions", "modelVersions { ref }", items=items)
                for items in orders
            )
        )

        assert sorted(each["ref"] for call in made for each in call["modelVersions"]) == sorted(
            registry.ref(f"m{i}:{number}") for i in range(4) for number in range(1, 31)
        )
