"""Namespaces: made once, found by name, listed in order."""

import asyncio
from datetime import UTC, datetime, timedelta

import pytest

from tests.asking import Registry, unique

CREATE = "createNamespace"
NAMESPACE = "query($ref: Ref!) { namespace(ref: $ref) { id name } }"


class TestCreateNamespace:
    async def test_keeps_what_it_was_told(self, registry: Registry) -> None:
        name = unique("risk")
        made = await registry.told(
            CREATE,
            "namespace { ref name description tags owners revision }",
            name=name,
            description="Credit **risk**.",
            tags=["core", "core", "eu"],
            owners=["ada", "team-risk"],
        )

        assert made["namespace"] == {
            "ref": name,
            "name": name,
            "description": "Credit **risk**.",
            "tags": ["core", "eu"],
            "owners": ["ada", "team-risk"],
            "revision": 1,
        }

    async def test_records_who_and_when(self, registry: Registry) -> None:
        before = datetime.now(UTC) - timedelta(seconds=5)
        made = await registry.told(
            CREATE, "namespace { createdBy createdAt updatedBy updatedAt }", name=unique("risk")
        )
        told = made["namespace"]

        assert (told["createdBy"], told["updatedBy"]) == ("ada", "ada")
        assert told["createdAt"] == told["updatedAt"]
        assert before < datetime.fromisoformat(told["createdAt"]) < before + timedelta(minutes=1)

    async def test_refused_where_the_name_is_taken(self, registry: Registry) -> None:
        refused = await registry.refused(CREATE, name=registry.namespace)

        assert refused == {
            "__typename": "AlreadyExists",
            "code": "ALREADY_EXISTS",
            "path": ["name"],
            "existing": registry.namespace,
        }

    async def test_made_once_by_twenty_at_once(self, registry: Registry) -> None:
        name = unique("risk")
        answers = await asyncio.gather(*(registry.tell(CREATE, name=name) for _ in range(20)))

        assert sorted(answer["__typename"] for answer in answers) == [
            *["AlreadyExists"] * 19,
            "CreateNamespaceSuccess",
        ]

    @pytest.mark.parametrize(
        "name",
        ["", " ", "a b", "a/b", "-a", "a.", "a\n", "é", "a" * 129, "a:1", "a#b", "a@b"],
        ids=repr,
    )
    async def test_refused_with_a_name_that_is_none(self, registry: Registry, name: str) -> None:
        refused = await registry.refused(CREATE, name=name)

        assert (refused["code"], refused["path"]) == ("INVALID_INPUT", ["name"])

    async def test_refused_with_a_name_that_reads_as_an_id(self, registry: Registry) -> None:
        refused = await registry.refused(CREATE, name="01900000-0000-7000-8000-000000000000")

        assert (refused["code"], refused["path"]) == ("INVALID_INPUT", ["name"])

    @pytest.mark.parametrize(
        ("given", "path"),
        [
            ({"description": "x" * 20_001}, ["description"]),
            ({"tags": ["fine", ""]}, ["tags", "1"]),
            ({"tags": ["x" * 1_001]}, ["tags", "0"]),
            ({"tags": [str(tag) for tag in range(1_001)]}, ["tags"]),
            ({"owners": ["  "]}, ["owners", "0"]),
            ({"idempotencyKey": ""}, ["idempotencyKey"]),
            ({"idempotencyKey": "x" * 10_000}, ["idempotencyKey"]),
        ],
        ids=lambda value: str(value)[:30],
    )
    async def test_refused_with_what_is_too_long_or_empty(
        self, registry: Registry, given: dict[str, object], path: list[str]
    ) -> None:
        refused = await registry.refused(CREATE, name=unique("risk"), **given)

        assert (refused["code"], refused["path"]) == ("INVALID_INPUT", path)

    async def test_a_dry_run_answers_and_changes_nothing(self, registry: Registry) -> None:
        name = unique("risk")
        made = await registry.told(CREATE, "namespace { name }", name=name, dryRun=True)
        there = await registry.ask(NAMESPACE, ref=name)

        assert made == {"namespace": {"name": name}}
        assert there == {"namespace": None}

    async def test_a_dry_run_is_refused_as_the_real_one_would_be(self, registry: Registry) -> None:
        refused = await registry.refused(CREATE, name=registry.namespace, dryRun=True)

        assert refused["code"] == "ALREADY_EXISTS"


class TestIdempotencyKey:
    async def test_the_same_key_and_input_answer_the_same(self, registry: Registry) -> None:
        given = {"name": unique("risk"), "idempotencyKey": unique("key")}
        first = await registry.told(CREATE, "namespace { id }", **given)
        second = await registry.told(CREATE, "namespace { id }", **given)

        assert first == second

    async def test_the_answer_can_be_selected_anew(self, registry: Registry) -> None:
        given = {"name": unique("risk"), "idempotencyKey": unique("key")}
        await registry.told(CREATE, "namespace { id }", **given)
        second = await registry.told(CREATE, "namespace { name tags }", **given)

        assert second == {"namespace": {"name": given["name"], "tags": []}}

    async def test_refused_with_another_input(self, registry: Registry) -> None:
        key = unique("key")
        await registry.told(CREATE, "namespace { id }", name=unique("risk"), idempotencyKey=key)
        refused = await registry.refused(CREATE, name=unique("risk"), idempotencyKey=key)

        assert refused == {
            "__typename": "IdempotencyKeyReused",
            "code": "IDEMPOTENCY_KEY_REUSED",
            "path": ["idempotencyKey"],
        }

    async def test_refused_with_another_mutation(self, registry: Registry) -> None:
        key = unique("key")
        await registry.told(CREATE, "namespace { id }", name=unique("risk"), idempotencyKey=key)
        refused = await registry.refused(
            "createModel", ref=registry.ref("scorer"), idempotencyKey=key
        )

        assert refused["code"] == "IDEMPOTENCY_KEY_REUSED"

    async def test_twenty_at_once_do_the_work_once(self, registry: Registry) -> None:
        given = {"name": unique("risk"), "idempotencyKey": unique("key")}
        answers = await asyncio.gather(
            *(registry.told(CREATE, "namespace { id }", **given) for _ in range(20))
        )

        assert len({answer["namespace"]["id"] for answer in answers}) == 1

    async def test_a_refusal_does_not_use_the_key_up(self, registry: Registry) -> None:
        key = unique("key")
        await registry.refused(CREATE, name="a b", idempotencyKey=key)
        await registry.refused(CREATE, name=registry.namespace, idempotencyKey=key)
        made = await registry.told(
            CREATE, "namespace { revision }", name=unique("risk"), idempotencyKey=key
        )

        assert made == {"namespace": {"revision": 1}}

    async def test_a_dry_run_does_not_use_the_key_up(self, registry: Registry) -> None:
        given = {"name": unique("risk"), "idempotencyKey": unique("key")}
        await registry.told(CREATE, "namespace { id }", **given, dryRun=True)
        made = await registry.told(CREATE, "namespace { id }", **given)
        there = await registry.ask(NAMESPACE, ref=given["name"])

        assert there["namespace"]["id"] == made["namespace"]["id"]

    async def test_keys_of_others_are_others(self, registry: Registry) -> None:
        other = Registry(registry.engine, registry.graph, registry.namespace, actor="grace")
        key = unique("key")
        await registry.told(CREATE, "namespace { id }", name=unique("risk"), idempotencyKey=key)
        made = await other.told(
            CREATE, "namespace { createdBy }", name=unique("risk"), idempotencyKey=key
        )

        assert made == {"namespace": {"createdBy": "grace"}}


class TestNamespace:
    async def test_found_by_name_and_by_id(self, registry: Registry) -> None:
        by_name = await registry.ask(NAMESPACE, ref=registry.namespace)
        by_id = await registry.ask(NAMESPACE, ref=by_name["namespace"]["id"])

        assert by_name == by_id
        assert by_name["namespace"]["name"] == registry.namespace

    async def test_nothing_by_an_unknown_name(self, registry: Registry) -> None:
        assert await registry.ask(NAMESPACE, ref=unique("none")) == {"namespace": None}

    async def test_an_error_by_what_is_no_ref(self, registry: Registry) -> None:
        assert await registry.code(NAMESPACE, ref="a b") == "INVALID_REF"

    async def test_lists_what_is_in_it(self, registry: Registry) -> None:
        other = unique("other")
        await registry.told(CREATE, "namespace { id }", name=other)
        for namespace in (registry.namespace, other):
            await registry.told("createModel", "model { id }", ref=f"{namespace}/b")
            await registry.told("createModel", "model { id }", ref=f"{namespace}/a")
            await registry.told("createDataset", "dataset { id }", ref=f"{namespace}/d")
            for run in ("first", "second"):
                await registry.told("registerRun", "run { id }", namespace=namespace, name=run)
        data = await registry.ask(
            """query($ref: Ref!) { namespace(ref: $ref) {
                models { nodes { name } totalCount }
                datasets { nodes { name } totalCount }
                runs(first: 1) { nodes { name } totalCount pageInfo { hasNextPage } }
                deployments { nodes { name } totalCount }
                applications { nodes { name } totalCount }
            } }""",
            ref=registry.namespace,
        )

        assert data["namespace"] == {
            "models": {"nodes": [{"name": "a"}, {"name": "b"}], "totalCount": 2},
            "datasets": {"nodes": [{"name": "d"}], "totalCount": 1},
            "runs": {
                "nodes": [{"name": "second"}],
                "totalCount": 2,
                "pageInfo": {"hasNextPage": True},
            },
            "deployments": {"nodes": [], "totalCount": 0},
            "applications": {"nodes": [], "totalCount": 0},
        }


class TestNamespaces:
    async def test_filtered_by_tag_and_owner(self, registry: Registry) -> None:
        tag, names = unique("tag"), sorted(unique("risk") for _ in range(3))
        for name, owner in zip(names, ["ada", "grace", "ada"], strict=True):
            await registry.told(CREATE, "namespace { id }", name=name, tags=[tag], owners=[owner])
        query = """query($where: NamespaceWhere) {
            namespaces(where: $where) { nodes { name } totalCount }
        }"""
        where = {"tag": {"eq": tag}, "owner": {"in": ["ada", "nobody"]}}
        data = await registry.ask(query, where=where)

        assert data["namespaces"] == {
            "nodes": [{"name": names[0]}, {"name": names[2]}],
            "totalCount": 2,
        }
