"""Many who write at once: none is lost, none counts twice.

LINEAL_TEST_ATTEMPTS says how often each writer tries, for `make soak`.
"""

import asyncio
import os
from collections.abc import AsyncIterator
from dataclasses import replace
from typing import Any

import pytest

from lineal.kernel.graph import Graph
from tests.asking import Registry, unique
from tests.conftest import Neo4j

WRITERS = 64
ATTEMPTS = int(os.environ.get("LINEAL_TEST_ATTEMPTS", "4"))
UPDATE, SET, REGISTER = "updateModel", "setAlias", "registerModelVersion"


@pytest.fixture
async def registry(registry: Registry, neo4j: Neo4j) -> AsyncIterator[Registry]:
    """The test's registry, where nobody is sent away for having waited long."""
    patient = Graph.connect(neo4j.uri, neo4j.user, neo4j.password or None, deadline=900.0)
    yield replace(registry, graph=patient)
    await patient.close()


async def model(registry: Registry) -> str:
    ref = registry.ref("scorer")
    await registry.told("createModel", "model { id }", ref=ref)
    return ref


class TestStaleRevisions:
    async def test_as_many_are_accepted_as_the_final_revision_says(
        self, registry: Registry
    ) -> None:
        ref = await model(registry)
        accepted: list[int] = []

        async def write(writer: int) -> None:
            known = 1
            for attempt in range(ATTEMPTS):
                given = {"description": f"{writer} {attempt}", "expectedRevision": known}
                answer = await registry.tell(UPDATE, "model { revision }", ref=ref, **given)
                if "model" in answer:
                    known = answer["model"]["revision"]
                    accepted.append(known)
                else:
                    assert (answer["code"], answer["expected"]) == ("STALE_REVISION", known)
                    known = answer["actual"]

        await asyncio.gather(*(write(writer) for writer in range(WRITERS)))
        now = (await registry.ask(f'{{ model(ref: "{ref}") {{ revision }} }}'))["model"]

        assert ATTEMPTS <= len(accepted) < WRITERS * ATTEMPTS
        assert sorted(accepted) == list(range(2, now["revision"] + 1))


class TestNumbers:
    async def test_of_a_crowds_versions_have_no_gap(self, registry: Registry) -> None:
        ref = await model(registry)

        async def register(writer: int) -> list[int]:
            return [
                (await registry.told(REGISTER, "modelVersion { number }", model=ref))[
                    "modelVersion"
                ]["number"]
                for _ in range(ATTEMPTS)
            ]

        told = await asyncio.gather(*(register(writer) for writer in range(WRITERS)))
        numbers = [number for each in told for number in each]

        assert sorted(numbers) == list(range(1, len(numbers) + 1))
        assert all(each == sorted(each) for each in told)


class TestAliases:
    async def test_has_exactly_one_target_whenever_it_is_asked(self, registry: Registry) -> None:
        ref = await model(registry)
        for _ in range(3):
            await registry.told(REGISTER, "modelVersion { id }", model=ref)
        await registry.told(SET, "previous { id }", model=ref, alias="champion", version=f"{ref}:1")
        query = f"""{{ model(ref: "{ref}") {{ aliases {{ name version {{ number }} }} }}
            modelVersion(ref: "{ref}@champion") {{ number }} }}"""
        moved = asyncio.Event()

        async def move(writer: int) -> None:
            for attempt in range(ATTEMPTS):
                version = f"{ref}:{1 + (writer + attempt) % 3}"
                await registry.told(
                    SET, "previous { id }", model=ref, alias="champion", version=version
                )

        async def watch() -> list[Any]:
            seen = []
            while not moved.is_set():
                seen.append(await registry.ask(query))
            return seen

        watching = [asyncio.create_task(watch()) for _ in range(4)]
        await asyncio.gather(*(move(writer) for writer in range(WRITERS)))
        moved.set()
        seen = [each for some in await asyncio.gather(*watching) for each in some]

        assert len({each["modelVersion"]["number"] for each in seen}) > 1
        assert all(len(each["model"]["aliases"]) == 1 and each["modelVersion"] for each in seen)


class TestIdempotencyKeys:
    async def test_a_hundred_calls_with_one_have_one_effect_and_equal_answers(
        self, registry: Registry
    ) -> None:
        ref = registry.ref("scorer")
        given: dict[str, Any] = {
            "createModel": {"owners": ["ada"]},
            "run": {"name": "train", "metrics": [{"key": "auc", "value": 0.9}]},
            "idempotencyKey": unique("key"),
        }
        select = "modelVersion { id ref createdAt run { id } model { id revision } }"
        answers = await asyncio.gather(
            *(registry.told(REGISTER, select, model=ref, **given) for _ in range(100))
        )
        counts = await registry.counts()

        assert all(each == answers[0] for each in answers)
        assert (counts["Model"], counts["ModelVersion"], counts["Run"]) == (1, 1, 1)
