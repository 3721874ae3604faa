"""Aliases: at exactly one version at any moment, moved as expected, with their history kept."""

import asyncio
from itertools import pairwise
from typing import Any

import pytest

from tests.asking import Registry, unique

SET, REMOVE = "setAlias", "removeAlias"
HISTORY = """query($ref: Ref!, $name: String) { model(ref: $ref) {
    aliasHistory(name: $name, first: 100) {
        nodes { name since until by reason endedBy endReason version { number } } totalCount
    }
} }"""
AT = """query($ref: Ref!, $model: Ref!, $asOf: DateTime) {
    modelVersion(ref: $ref, asOf: $asOf) { number aliases(asOf: $asOf) { name } }
    model(ref: $model) { aliases(asOf: $asOf) { name version { number } } }
}"""

NOW = """query($model: Ref!) { model(ref: $model) {
    aliases { name version { number } } alias(name: "champion") { version { number } }
} }"""
REF = "query($ref: Ref!) { modelVersion(ref: $ref) { number } }"


@pytest.fixture(autouse=True)
async def versions(registry: Registry) -> None:
    for _ in range(3):
        await registry.told(
            "registerModelVersion",
            "modelVersion { id }",
            model=registry.ref("scorer"),
            createModel={},
        )


def version(registry: Registry, number: int) -> str:
    return registry.ref(f"scorer:{number}")


def aliased(registry: Registry, number: int, **given: Any) -> dict[str, Any]:
    """Returns the input that points `champion` at a version."""
    return {
        "model": registry.ref("scorer"),
        "alias": "champion",
        "version": version(registry, number),
        **given,
    }


async def point(registry: Registry, number: int, **given: Any) -> dict[str, Any]:
    select = "modelVersion { number } previous { number }"
    return await registry.told(SET, select, **aliased(registry, number, **given))


async def champion(registry: Registry, as_of: str | None = None) -> int | None:
    """Returns the number of the version that `champion` points at, however it is asked."""
    ref, model = registry.ref("scorer@champion"), registry.ref("scorer")
    data = await registry.ask(AT, ref=ref, model=model, asOf=as_of)
    numbers = [each["version"]["number"] for each in data["model"]["aliases"]]
    found = data["modelVersion"]

    assert numbers == ([] if found is None else [found["number"]])
    assert found is None or found["aliases"] == [{"name": "champion"}]
    return None if found is None else int(found["number"])


async def history(registry: Registry, name: str | None = None) -> list[dict[str, Any]]:
    """Returns every stay of an alias, newest first."""
    data = await registry.ask(HISTORY, ref=registry.ref("scorer"), name=name)
    stays: list[dict[str, Any]] = data["model"]["aliasHistory"]["nodes"]

    assert data["model"]["aliasHistory"]["totalCount"] == len(stays)
    return stays


class TestSetAlias:
    async def test_points_at_a_version(self, registry: Registry) -> None:
        answer = await point(registry, 2)

        assert answer == {"modelVersion": {"number": 2}, "previous": None}
        assert await champion(registry) == 2

    async def test_moves_and_tells_from_where(self, registry: Registry) -> None:
        await point(registry, 1)
        answer = await point(registry, 2)

        assert answer == {"modelVersion": {"number": 2}, "previous": {"number": 1}}
        assert await champion(registry) == 2

    async def test_keeps_its_history(self, registry: Registry) -> None:
        await point(registry, 1)
        await point(registry, 2, reason="better")
        await point(registry, 1, reason="back")
        newest, middle, oldest = await history(registry)

        assert [each["version"]["number"] for each in (newest, middle, oldest)] == [1, 2, 1]
        assert [each["reason"] for each in (newest, middle, oldest)] == ["back", "better", None]
        assert [each["endReason"] for each in (middle, oldest)] == ["back", "better"]
        assert {each["by"] for each in (newest, middle, oldest)} == {"ada"}
        assert (oldest["until"], middle["until"]) == (middle["since"], newest["since"])
        assert newest["until"] is None

    async def test_can_be_asked_as_of_any_moment(self, registry: Registry) -> None:
        for number in (1, 2, 3):
            await point(registry, number)
        await registry.told(REMOVE, "model { id }", model=registry.ref("scorer"), alias="champion")
        stays = list(reversed(await history(registry)))

        assert await champion(registry) is None
        assert await champion(registry, "2020-01-01T00:00:00Z") is None
        for number, stay in enumerate(stays, start=1):
            assert await champion(registry, stay["since"]) == number
        assert await champion(registry, stays[-1]["until"]) is None

    @pytest.mark.parametrize(("ago", "number"), [("PT0S", 1), ("PT2M", None)])
    async def test_a_reader_that_sees_the_end_of_a_move_only_is_told_where_it_pointed(
        self, registry: Registry, ago: str, number: int | None
    ) -> None:
        await point(registry, 1)
        await registry.graph.run(
            """MATCH (:Model {ref: $ref})-[alias:HAS_ALIAS {name: "champion"}]->()
            SET alias.until = datetime() - duration($ago)""",
            {"ref": registry.ref("scorer"), "ago": ago},
        )
        data = await registry.ask(NOW, model=registry.ref("scorer"))
        told = [each["version"]["number"] for each in data["model"]["aliases"]]
        alias = data["model"]["alias"]

        assert told == ([] if number is None else [number])
        assert (alias and alias["version"]["number"]) == number
        assert await registry.ask(REF, ref=registry.ref("scorer@champion")) == {
            "modelVersion": number and {"number": number}
        }

    async def test_where_it_points_already_changes_nothing(self, registry: Registry) -> None:
        await point(registry, 1)
        before = await history(registry)
        answer = await point(registry, 1, reason="again")

        assert answer == {"modelVersion": {"number": 1}, "previous": {"number": 1}}
        assert await history(registry) == before

    async def test_several_aliases_keep_out_of_each_others_way(self, registry: Registry) -> None:
        await point(registry, 1)
        await registry.told(SET, "model { id }", **aliased(registry, 2) | {"alias": "challenger"})
        await point(registry, 2)
        data = await registry.ask(
            "query($ref: Ref!) { modelVersion(ref: $ref) { aliases { name } } }",
            ref=version(registry, 2),
        )

        assert data["modelVersion"]["aliases"] == [{"name": "challenger"}, {"name": "champion"}]
        assert len(await history(registry, "challenger")) == 1
        assert len(await history(registry, "champion")) == 2
        assert len(await history(registry)) == 3

    async def test_counts_up_the_models_revision(self, registry: Registry) -> None:
        select = "model { revision createdBy updatedBy }"
        made = await registry.by("grace").told(SET, select, **aliased(registry, 1))

        assert made["model"] == {"revision": 5, "createdBy": "ada", "updatedBy": "grace"}

    async def test_moves_from_the_version_that_was_expected(self, registry: Registry) -> None:
        await point(registry, 1)
        await point(registry, 2, replaces=version(registry, 1))

        assert await champion(registry) == 2

    async def test_refused_where_it_points_elsewhere(self, registry: Registry) -> None:
        await point(registry, 2)
        refused = await registry.refused(SET, **aliased(registry, 3, replaces=version(registry, 1)))

        assert refused == {
            "__typename": "AliasMoved",
            "code": "ALIAS_MOVED",
            "path": ["replaces"],
            "expectedVersion": version(registry, 1),
            "actualVersion": version(registry, 2),
        }
        assert await champion(registry) == 2

    async def test_refused_where_the_model_was_changed_meanwhile(self, registry: Registry) -> None:
        await point(registry, 2)
        refused = await registry.refused(SET, **aliased(registry, 3, expectedRevision=1))
        removal = {"model": registry.ref("scorer"), "alias": "champion", "expectedRevision": 1}

        assert refused == {
            "__typename": "StaleRevision",
            "code": "STALE_REVISION",
            "path": ["expectedRevision"],
            "expected": 1,
            "actual": 5,
        }
        assert (await registry.refused(REMOVE, **removal))["code"] == "STALE_REVISION"
        assert await champion(registry) == 2

    async def test_moves_from_the_revision_that_was_expected(self, registry: Registry) -> None:
        await point(registry, 2)
        await registry.told(SET, "model { id }", **aliased(registry, 3, expectedRevision=5))

        assert await champion(registry) == 3

    async def test_refused_where_it_is_expected_and_not_set(self, registry: Registry) -> None:
        refused = await registry.refused(SET, **aliased(registry, 3, replaces=version(registry, 1)))

        assert (refused["code"], refused["actualVersion"]) == ("ALIAS_MOVED", None)

    async def test_refused_where_the_version_is_another_models(self, registry: Registry) -> None:
        await registry.told(
            "registerModelVersion",
            "modelVersion { id }",
            model=registry.ref("other"),
            createModel={},
        )
        given = aliased(registry, 1, version=registry.ref("other:1"))
        refused = await registry.refused(SET, **given)

        assert (refused["code"], refused["path"]) == ("INVALID_INPUT", ["version"])

    @pytest.mark.parametrize(
        ("field", "name"),
        [("model", "none"), ("version", "scorer:4"), ("replaces", "scorer@none")],
    )
    async def test_refused_where_something_is_missing(
        self, registry: Registry, field: str, name: str
    ) -> None:
        refused = await registry.refused(SET, **aliased(registry, 1) | {field: registry.ref(name)})

        assert refused == {
            "__typename": "NotFound",
            "code": "NOT_FOUND",
            "path": [field],
            "ref": registry.ref(name),
        }

    @pytest.mark.parametrize(
        ("given", "path"),
        [
            ({"alias": ""}, ["alias"]),
            ({"alias": "a b"}, ["alias"]),
            ({"alias": "x" * 129}, ["alias"]),
            ({"reason": " "}, ["reason"]),
            ({"reason": "x" * 1_001}, ["reason"]),
            ({"model": "a b"}, ["model"]),
            ({"version": "a b"}, ["version"]),
            ({"replaces": ""}, ["replaces"]),
        ],
        ids=lambda value: str(value)[:30],
    )
    async def test_refused_with_what_is_invalid(
        self, registry: Registry, given: dict[str, Any], path: list[str]
    ) -> None:
        refused = await registry.refused(SET, **aliased(registry, 1) | given)

        assert (refused["code"], refused["path"]) == ("INVALID_INPUT", path)

    async def test_a_dry_run_changes_nothing(self, registry: Registry) -> None:
        await point(registry, 1)
        answer = await point(registry, 2, dryRun=True)

        assert answer == {"modelVersion": {"number": 2}, "previous": {"number": 1}}
        assert await champion(registry) == 1

    async def test_the_same_key_moves_once(self, registry: Registry) -> None:
        key = unique("key")
        first = await point(registry, 1, idempotencyKey=key)
        await point(registry, 2)
        again = await point(registry, 1, idempotencyKey=key)
        refused = await registry.refused(SET, **aliased(registry, 3, idempotencyKey=key))

        assert first == again
        assert await champion(registry) == 2
        assert refused["code"] == "IDEMPOTENCY_KEY_REUSED"

    async def test_thirty_at_once_leave_one_current_and_no_gap(self, registry: Registry) -> None:
        answers = await asyncio.gather(*(point(registry, 1 + i % 3) for i in range(30)))
        stays = await history(registry)
        moved = [each for each in answers if each["previous"] != each["modelVersion"]]

        assert len(stays) == len(moved)
        assert [each["until"] is None for each in stays] == [True] + [False] * (len(stays) - 1)
        assert all(newer["since"] == older["until"] for newer, older in pairwise(stays))
        assert await champion(registry) == stays[0]["version"]["number"]

    async def test_one_of_twenty_who_expect_the_same_wins(self, registry: Registry) -> None:
        await point(registry, 1)
        answers = await asyncio.gather(
            *(
                registry.tell(SET, **aliased(registry, 2, replaces=version(registry, 1)))
                for _ in range(20)
            )
        )

        assert sorted(answer["__typename"] for answer in answers) == [
            *["AliasMoved"] * 19,
            "SetAliasSuccess",
        ]


class TestRemoveAlias:
    async def test_points_nowhere_and_keeps_its_history(self, registry: Registry) -> None:
        await point(registry, 1)
        answer = await registry.told(
            REMOVE,
            "model { aliases { name } } previous { number }",
            model=registry.ref("scorer"),
            alias="champion",
            replaces=version(registry, 1),
            reason="retired",
        )
        (stay,) = await history(registry)

        assert answer == {"model": {"aliases": []}, "previous": {"number": 1}}
        assert await champion(registry) is None
        assert stay["until"] is not None
        assert (stay["endedBy"], stay["endReason"]) == ("ada", "retired")

    async def test_can_be_set_again(self, registry: Registry) -> None:
        await point(registry, 1)
        await registry.told(REMOVE, "model { id }", model=registry.ref("scorer"), alias="champion")
        answer = await point(registry, 1)

        assert answer == {"modelVersion": {"number": 1}, "previous": None}
        assert len(await history(registry)) == 2

    async def test_refused_where_it_is_not_set(self, registry: Registry) -> None:
        refused = await registry.refused(REMOVE, model=registry.ref("scorer"), alias="champion")

        assert refused == {
            "__typename": "NotFound",
            "code": "NOT_FOUND",
            "path": ["alias"],
            "ref": registry.ref("scorer@champion"),
        }

    async def test_refused_where_it_points_elsewhere(self, registry: Registry) -> None:
        await point(registry, 2)
        refused = await registry.refused(
            REMOVE,
            model=registry.ref("scorer"),
            alias="champion",
            replaces=version(registry, 1),
        )

        assert (refused["code"], refused["actualVersion"]) == ("ALIAS_MOVED", version(registry, 2))
        assert await champion(registry) == 2

    async def test_refused_with_what_is_invalid(self, registry: Registry) -> None:
        refused = await registry.refused(REMOVE, model=registry.ref("scorer"), alias="a b")

        assert (refused["code"], refused["path"]) == ("INVALID_INPUT", ["alias"])

    async def test_removed_once_by_ten_at_once(self, registry: Registry) -> None:
        await point(registry, 1)
        answers = await asyncio.gather(
            *(
                registry.tell(REMOVE, model=registry.ref("scorer"), alias="champion")
                for _ in range(10)
            )
        )

        assert sorted(answer["__typename"] for answer in answers) == [
            *["NotFound"] * 9,
            "RemoveAliasSuccess",
        ]

    async def test_the_same_key_removes_once(self, registry: Registry) -> None:
        given = {
            "model": registry.ref("scorer"),
            "alias": "champion",
            "idempotencyKey": unique("key"),
        }
        await point(registry, 1)
        first = await registry.told(REMOVE, "previous { number }", **given)
        await point(registry, 2)
        again = await registry.told(REMOVE, "previous { number }", **given)
        refused = await registry.refused(REMOVE, **given | {"alias": "other"})

        assert first == again
        assert await champion(registry) == 2
        assert refused["code"] == "IDEMPOTENCY_KEY_REUSED"

    async def test_a_dry_run_changes_nothing(self, registry: Registry) -> None:
        await point(registry, 1)
        await registry.told(
            REMOVE, "model { id }", model=registry.ref("scorer"), alias="champion", dryRun=True
        )

        assert await champion(registry) == 1


class TestAliasHistory:
    async def test_walked_page_by_page_is_the_whole(self, registry: Registry) -> None:
        for number in (1, 2, 3, 1, 2):
            await point(registry, number)
        query = """query($ref: Ref!, $after: Cursor) { model(ref: $ref) {
            aliasHistory(first: 2, after: $after) {
                nodes { version { number } } pageInfo { hasNextPage endCursor }
            }
        } }"""
        walked, after, more = [], None, True
        while more:
            data = await registry.ask(query, ref=registry.ref("scorer"), after=after)
            page = data["model"]["aliasHistory"]
            walked += [node["version"]["number"] for node in page["nodes"]]
            after, more = page["pageInfo"]["endCursor"], page["pageInfo"]["hasNextPage"]

        assert walked == [2, 1, 3, 2, 1]
