"""What is said of something named can be said anew, whatever kind it is."""

import asyncio
from typing import Any

import pytest

from tests.asking import Registry, unique

KINDS = {
    "Namespace": {},
    "Dataset": {},
    "Model": {},
    "Deployment": {"environment": "production", "image": "scorer:1"},
    "Application": {"kind": "report"},
}
SELECT = "description tags owners revision updatedBy"
SAID = {"description": "As it was.", "tags": ["old"], "owners": ["ada"]}

each_kind = pytest.mark.parametrize("kind", KINDS)


async def made(registry: Registry, kind: str) -> str:
    """Returns the ref of something of this kind, of which all of SAID is said."""
    ref = registry.ref("thing") if kind != "Namespace" else unique("ns")
    called = {"ref": ref} if kind != "Namespace" else {"name": ref}
    select = f"{kind.lower()} {{ id }}"
    await registry.told(f"create{kind}", select, **called, **KINDS[kind], **SAID)
    return ref


async def update(registry: Registry, kind: str, select: str, /, **given: Any) -> dict[str, Any]:
    """Returns what is selected of what was updated."""
    name = kind.lower()
    answer = await registry.told(f"update{kind}", f"{name} {{ {select} }}", **given)
    told: dict[str, Any] = answer[name]
    return told


class TestUpdate:
    @each_kind
    async def test_what_is_absent_stays_as_it_was(self, registry: Registry, kind: str) -> None:
        ref = await made(registry, kind)
        told = await update(registry.by("grace"), kind, SELECT, ref=ref, owners=["team:b", "eve"])

        assert told == {
            **SAID,
            "owners": ["team:b", "eve"],
            "revision": 2,
            "updatedBy": "grace",
        }

    @each_kind
    async def test_null_takes_away(self, registry: Registry, kind: str) -> None:
        ref = await made(registry, kind)
        told = await update(registry, kind, SELECT, ref=ref, description=None, tags=None, owners=[])

        assert (told["description"], told["tags"], told["owners"]) == (None, [], [])

    @each_kind
    async def test_what_is_so_already_makes_no_revision(
        self, registry: Registry, kind: str
    ) -> None:
        ref = await made(registry, kind)
        same = await update(registry, kind, SELECT, ref=ref, **SAID)
        nothing = await update(registry, kind, SELECT, ref=ref)

        assert same == nothing == {**SAID, "revision": 1, "updatedBy": "ada"}

    async def test_by_its_id(self, registry: Registry) -> None:
        ref = await made(registry, "Model")
        found = await registry.ask("query($ref: Ref!) { model(ref: $ref) { id } }", ref=ref)
        told = await update(registry, "Model", "ref tags", ref=found["model"]["id"], tags=["new"])

        assert told == {"ref": ref, "tags": ["new"]}

    async def test_what_a_deployment_runs_on(self, registry: Registry) -> None:
        ref = await made(registry, "Deployment")
        given = {"platform": "kserve", "endpoint": "https://scoring.example", "image": None}
        told = await update(
            registry, "Deployment", "platform endpoint image environment", ref=ref, **given
        )

        assert told == {**given, "environment": "production"}

    async def test_what_an_application_is(self, registry: Registry) -> None:
        ref = await made(registry, "Application")

        assert await update(registry, "Application", "kind", ref=ref, kind="service") == {
            "kind": "service"
        }

    @each_kind
    async def test_refused_with_a_stale_revision(self, registry: Registry, kind: str) -> None:
        ref = await made(registry, kind)
        await update(registry, kind, "id", ref=ref, tags=["new"], expectedRevision=1)
        refused = await registry.refused(f"update{kind}", ref=ref, tags=[], expectedRevision=1)
        told = await update(registry, kind, "tags revision", ref=ref)

        assert refused == {
            "__typename": "StaleRevision",
            "code": "STALE_REVISION",
            "path": ["expectedRevision"],
            "expected": 1,
            "actual": 2,
        }
        assert told == {"tags": ["new"], "revision": 2}

    async def test_twenty_who_read_the_same_revision_are_one(self, registry: Registry) -> None:
        ref = await made(registry, "Model")
        answers = await asyncio.gather(
            *(
                registry.tell("updateModel", ref=ref, tags=[str(i)], expectedRevision=1)
                for i in range(20)
            )
        )
        told = await update(registry, "Model", "revision", ref=ref)

        assert sorted(answer["__typename"] for answer in answers) == [
            *["StaleRevision"] * 19,
            "UpdateModelSuccess",
        ]
        assert told == {"revision": 2}

    @each_kind
    async def test_refused_where_there_is_none(self, registry: Registry, kind: str) -> None:
        missing = "01900000-0000-7000-8000-000000000000"
        refused = await registry.refused(f"update{kind}", ref=missing, tags=[])

        assert (refused["code"], refused["path"]) == ("NOT_FOUND", ["ref"])

    async def test_refused_where_it_is_another_kind(self, registry: Registry) -> None:
        refused = await registry.refused("updateModel", ref=registry.namespace, tags=[])

        assert (refused["code"], refused["path"]) == ("INVALID_INPUT", ["ref"])

    @pytest.mark.parametrize(
        ("given", "path"),
        [
            ({"description": "x" * 20_001}, ["description"]),
            ({"tags": [""]}, ["tags", "0"]),
            ({"owners": [str(i) for i in range(1_001)]}, ["owners"]),
            ({"ref": "a b"}, ["ref"]),
        ],
        ids=lambda value: str(value)[:30],
    )
    async def test_refused_with_what_is_invalid(
        self, registry: Registry, given: dict[str, Any], path: list[str]
    ) -> None:
        ref = await made(registry, "Model")
        refused = await registry.refused("updateModel", **{"ref": ref} | given)

        assert (refused["code"], refused["path"]) == ("INVALID_INPUT", path)

    @each_kind
    async def test_a_dry_run_changes_nothing(self, registry: Registry, kind: str) -> None:
        ref = await made(registry, kind)
        dry = await update(registry, kind, "tags revision", ref=ref, tags=["new"], dryRun=True)
        told = await update(registry, kind, "tags revision", ref=ref)

        assert dry == {"tags": ["new"], "revision": 2}
        assert told == {"tags": ["old"], "revision": 1}

    async def test_a_key_tells_an_empty_text_from_an_absent_one(self, registry: Registry) -> None:
        ref, key = await made(registry, "Model"), unique("key")
        await update(registry, "Model", "id", ref=ref, idempotencyKey=key)
        refused = await registry.refused("updateModel", ref=ref, description="", idempotencyKey=key)

        assert refused["code"] == "IDEMPOTENCY_KEY_REUSED"
