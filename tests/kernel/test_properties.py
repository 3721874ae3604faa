"""Properties of one's own: on everything named, with their type, to be filtered on."""

from typing import Any

import pytest

from tests.asking import Registry, unique
from tests.kernel.test_updates import KINDS, each_kind, update

GIVEN: list[dict[str, Any]] = [
    {"key": "costCentre", "text": "4711"},
    {"key": "go.live", "time": "2026-03-01T01:00:00+01:00"},
    {"key": "pii", "boolean": False},
    {"key": "risk", "number": 2},
    {"key": "runbook", "link": "https://docs.example/runbook"},
]
STORED: list[dict[str, Any]] = [
    {"key": "costCentre", "type": "TEXT", "value": "4711"},
    {"key": "go.live", "type": "TIME", "value": "2026-03-01T00:00:00Z"},
    {"key": "pii", "type": "BOOLEAN", "value": False},
    {"key": "risk", "type": "NUMBER", "value": 2.0},
    {"key": "runbook", "type": "LINK", "value": "https://docs.example/runbook"},
]
TOO_MANY = [{"key": str(number), "number": number} for number in range(101)]
SELECT = "properties { key type value } revision"
FIELDS = {kind: f"{kind.lower()}s" for kind in KINDS}


async def made(registry: Registry, kind: str, *properties: dict[str, Any]) -> str:
    """Returns the ref of something of this kind that has these properties."""
    ref = registry.ref(unique("thing")) if kind != "Namespace" else unique("ns")
    called = {"ref": ref} if kind != "Namespace" else {"name": ref}
    given = {**called, **KINDS[kind], "properties": list(properties)}
    await registry.told(f"create{kind}", f"{kind.lower()} {{ id }}", **given)
    return ref


class TestProperties:
    @each_kind
    async def test_come_back_by_key_with_their_types(self, registry: Registry, kind: str) -> None:
        ref = await made(registry, kind, *reversed(GIVEN))

        assert (await update(registry, kind, SELECT, ref=ref))["properties"] == STORED

    async def test_of_what_is_made_with_its_first_version(self, registry: Registry) -> None:
        made = await registry.told(
            "registerModelVersion",
            "modelVersion { model { properties { key value } } }",
            model=registry.ref("scorer"),
            createModel={"properties": GIVEN[:1]},
        )

        assert made["modelVersion"]["model"] == {
            "properties": [{"key": "costCentre", "value": "4711"}]
        }

    @each_kind
    async def test_are_set_and_removed_one_by_one(self, registry: Registry, kind: str) -> None:
        ref = await made(registry, kind, *GIVEN)
        told = await update(
            registry,
            kind,
            SELECT,
            ref=ref,
            setProperties=[{"key": "risk", "text": "high"}, {"key": "runbook", "number": 7}],
            removeProperties=["pii", "go.live", "unknown"],
        )

        assert told == {
            "properties": [
                STORED[0],
                {"key": "risk", "type": "TEXT", "value": "high"},
                {"key": "runbook", "type": "NUMBER", "value": 7.0},
            ],
            "revision": 2,
        }

    async def test_what_is_so_already_makes_no_revision(self, registry: Registry) -> None:
        ref = await made(registry, "Model", *GIVEN)
        told = await update(registry, "Model", SELECT, ref=ref, setProperties=GIVEN)

        assert told == {"properties": STORED, "revision": 1}

    @pytest.mark.parametrize("key", ["a b", "ü`'\"$", "link.x", "property.", "x" * 200])
    async def test_hostile_keys_survive(self, registry: Registry, key: str) -> None:
        ref = await made(registry, "Model", {"key": key, "text": "t"})
        told = await update(registry, "Model", SELECT, ref=ref)
        gone = await update(registry, "Model", SELECT, ref=ref, removeProperties=[key])

        assert told["properties"] == [{"key": key, "type": "TEXT", "value": "t"}]
        assert gone["properties"] == []

    @pytest.mark.parametrize(
        ("given", "path"),
        [
            ({"setProperties": [{"key": "x"}]}, ["setProperties", "0"]),
            ({"setProperties": [{"key": "x", "text": "", "number": 1}]}, ["setProperties", "0"]),
            ({"setProperties": [{"key": "", "text": "a"}]}, ["setProperties", "0", "key"]),
            ({"setProperties": [{"key": "x", "link": "docs"}]}, ["setProperties", "0", "link"]),
            ({"setProperties": [{"key": "x", "text": "a"}] * 2}, ["setProperties"]),
            *(
                (
                    {"setProperties": [{"key": "x", "link": f"{scheme}:alert(1)"}]},
                    ["setProperties", "0", "link"],
                )
                for scheme in ("javascript", "JavaScript", "vbscript", "data")
            ),
            ({"setProperties": TOO_MANY}, ["setProperties"]),
            (
                {"setProperties": [{"key": "x", "text": "a"}], "removeProperties": ["x"]},
                ["removeProperties"],
            ),
            ({"removeProperties": [""]}, ["removeProperties", "0"]),
        ],
        ids=lambda value: str(value)[:60],
    )  # fmt: skip
    async def test_refused_with_what_is_invalid(
        self, registry: Registry, given: dict[str, Any], path: list[str]
    ) -> None:
        ref = await made(registry, "Model", *GIVEN)
        refused = await registry.refused("updateModel", ref=ref, **given)

        assert (refused["code"], refused["path"]) == ("INVALID_INPUT", path)
        assert (await update(registry, "Model", SELECT, ref=ref))["properties"] == STORED


class TestFilter:
    @pytest.mark.parametrize(
        ("asked", "found"),
        [
            ([{"key": "n"}], "ab"),
            ([{"key": "n", "eq": 1}], "a"),
            ([{"key": "n", "in": [1, "x", 3]}], "a"),
            ([{"key": "n", "eq": 1, "in": [2]}], ""),
            ([{"key": "n", "gte": 1, "lte": 1.5}], "a"),
            ([{"key": "n", "gte": "0"}], ""),
            ([{"key": "t", "gte": "m"}], "b"),
            ([{"key": "t", "eq": True}], ""),
            ([{"key": "on", "eq": False}], "a"),
            ([{"key": "at", "since": "2026-02-01T00:00:00Z"}], "b"),
            ([{"key": "at", "until": "2026-02-01T00:00:00Z"}], "a"),
            ([{"key": "at", "since": "2026-01-01T00:00:00Z", "until": "2026-01-01T00:00:00Z"}], ""),
            ([{"key": "n", "since": "2026-02-01T00:00:00Z"}], ""),
            ([{"key": "doc", "eq": "https://a.example"}], "a"),
            ([{"key": "n", "eq": 2}, {"key": "t", "eq": "z"}], "b"),
            ([{"key": "n", "eq": 2}, {"key": "t", "eq": "a"}], ""),
            ([{"key": "none"}], ""),
            ([], "abc"),
        ],
        ids=str,
    )  # fmt: skip
    async def test_lets_through_what_holds(
        self, registry: Registry, asked: list[dict[str, Any]], found: str
    ) -> None:
        for name, number, text, on, at in (
            ("a", 1, "a", False, "2026-01-01T00:00:00Z"),
            ("b", 2, "z", True, "2026-03-01T00:00:00Z"),
        ):
            properties = [
                *({"key": "n", "number": number}, {"key": "t", "text": text}),
                *({"key": "on", "boolean": on}, {"key": "at", "time": at}),
                {"key": "doc", "link": f"https://{name}.example"},
            ]
            ref = registry.ref(name)
            await registry.told("createModel", "model { id }", ref=ref, properties=properties)
        await registry.told("createModel", "model { id }", ref=registry.ref("c"))
        data = await registry.ask(
            "query($where: ModelWhere) { models(where: $where) { totalCount nodes { name } } }",
            where={"namespace": {"eq": registry.namespace}, "property": asked},
        )

        assert "".join(node["name"] for node in data["models"]["nodes"]) == found
        assert data["models"]["totalCount"] == len(found)

    @each_kind
    async def test_of_every_kind(self, registry: Registry, kind: str) -> None:
        mark = unique("mark")
        ref = await made(registry, kind, {"key": "mark", "text": mark})
        where = f'{{ property: [{{ key: "mark", eq: "{mark}" }}] }}'
        field = FIELDS[kind]
        data = await registry.ask(f"{{ {field}(where: {where}) {{ nodes {{ ref }} }} }}")

        assert data[field]["nodes"] == [{"ref": ref}]
