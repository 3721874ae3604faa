"""What a model is for, and how risky its use is."""

from typing import Any

import pytest

from tests.asking import Registry

FACTS = {"task": "credit-scoring", "riskTier": "HIGH", "intendedUse": "Decide on *small* loans."}
SELECT = "model { task riskTier intendedUse }"
LIST = "query($where: ModelWhere) { models(where: $where) { totalCount nodes { name } } }"


async def listed(registry: Registry, **given: Any) -> list[str]:
    where = {"namespace": {"eq": registry.namespace}, **given}
    page = (await registry.ask(LIST, where=where))["models"]
    names = [node["name"] for node in page["nodes"]]

    assert page["totalCount"] == len(names)
    return names


class TestFacts:
    async def test_are_told_when_it_is_made(self, registry: Registry) -> None:
        made = await registry.told("createModel", SELECT, ref=registry.ref("scorer"), **FACTS)

        assert made["model"] == FACTS

    async def test_are_told_with_its_first_version(self, registry: Registry) -> None:
        model = registry.ref("scorer")
        made = await registry.told(
            "registerModelVersion",
            f"modelVersion {{ {SELECT} }}",
            model=model,
            createModel=FACTS,
        )

        assert made["modelVersion"]["model"] == FACTS

    async def test_are_said_anew_one_by_one(self, registry: Registry) -> None:
        ref = registry.ref("scorer")
        await registry.told("createModel", SELECT, ref=ref, **FACTS)
        limited = await registry.told("updateModel", SELECT, ref=ref, riskTier="LIMITED")
        unknown = await registry.told("updateModel", SELECT, ref=ref, riskTier=None, task=None)

        assert limited["model"] == {**FACTS, "riskTier": "LIMITED"}
        assert unknown["model"] == {**FACTS, "riskTier": None, "task": None}

    async def test_are_what_models_are_listed_by(self, registry: Registry) -> None:
        for name, tier in (("a", "HIGH"), ("b", "LIMITED"), ("c", None)):
            ref = registry.ref(name)
            await registry.told("createModel", SELECT, ref=ref, task=f"task-{name}", riskTier=tier)

        assert await listed(registry, riskTier=["HIGH", "UNACCEPTABLE"]) == ["a"]
        assert await listed(registry, task={"in": ["task-b", "task-c"]}) == ["b", "c"]
        assert await listed(registry, **{"not": {"riskTier": ["HIGH"]}}) == ["b", "c"]
        assert await listed(registry, riskTier=["LIMITED"], task={"eq": "task-a"}) == []

    @pytest.mark.parametrize(
        ("given", "path"),
        [({"task": "two words"}, ["task"]), ({"intendedUse": "x" * 20_001}, ["intendedUse"])],
        ids=lambda value: str(value)[:20],
    )
    async def test_refused_with_what_is_invalid(
        self, registry: Registry, given: dict[str, str], path: list[str]
    ) -> None:
        refused = await registry.refused("createModel", ref=registry.ref("scorer"), **given)

        assert (refused["code"], refused["path"]) == ("INVALID_INPUT", path)
