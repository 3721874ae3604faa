"""Models that are renamed or moved: what they were called before still means them."""

import asyncio
from typing import Any

import pytest

from tests.asking import Registry, unique

RENAME = "renameModel"


@pytest.fixture
async def scorer(registry: Registry) -> str:
    """The ref of a model with two versions, the second of which is its champion."""
    ref = registry.ref("scorer")
    for _ in range(2):
        told = {"model": ref, "createModel": {}}
        await registry.told("registerModelVersion", "modelVersion { id }", **told)
    moved = {"model": ref, "alias": "champion", "version": f"{ref}:2"}
    await registry.told("setAlias", "model { id }", **moved)
    return ref


async def rename(registry: Registry, model: str, to: str, **given: Any) -> str:
    """Returns the ref that a model has then."""
    made = await registry.told(RENAME, "model { ref }", model=model, to=to, **given)
    return str(made["model"]["ref"])


class TestRenameModel:
    async def test_renames_it_with_its_versions(self, registry: Registry, scorer: str) -> None:
        new = registry.ref("credit-scorer")

        made = await registry.told(
            RENAME,
            """model {
                ref name revision formerRefs { ref by reason }
                versions { totalCount nodes { ref model { ref } } }
                aliases { version { ref } }
            }""",
            model=scorer,
            to=new,
            reason="Clearer.",
        )

        assert made["model"] == {
            "ref": new,
            "name": "credit-scorer",
            "revision": 5,
            "formerRefs": [{"ref": scorer, "by": "ada", "reason": "Clearer."}],
            "versions": {
                "totalCount": 2,
                "nodes": [
                    {"ref": f"{new}:2", "model": {"ref": new}},
                    {"ref": f"{new}:1", "model": {"ref": new}},
                ],
            },
            "aliases": [{"version": {"ref": f"{new}:2"}}],
        }

    @pytest.mark.parametrize(
        ("asked", "called"),
        [(":1", ":1"), ("@champion", ":2"), ("", "")],
    )
    async def test_what_it_was_called_before_means_it(
        self, registry: Registry, scorer: str, asked: str, called: str
    ) -> None:
        new = await rename(registry, scorer, registry.ref("credit-scorer"))

        found = await registry.ask(
            "query($id: ID!) { node(id: $id) { ... on Record { ref } } }", id=scorer + asked
        )

        assert found == {"node": {"ref": new + called}}

    async def test_lineage_begins_at_what_it_was_called(
        self, registry: Registry, scorer: str
    ) -> None:
        new = await rename(registry, scorer, registry.ref("credit-scorer"))

        found = await registry.ask(
            """query($of: [Ref!]!) {
                lineage(of: $of, direction: UPSTREAM) { nodes { node { ref } } }
            }""",
            of=[f"{scorer}@champion"],
        )

        assert found["lineage"]["nodes"] == [{"node": {"ref": f"{new}:2"}}]

    async def test_versions_are_registered_under_either_name(
        self, registry: Registry, scorer: str
    ) -> None:
        new = await rename(registry, scorer, registry.ref("credit-scorer"))

        made = await registry.told(
            "registerModelVersion", "modelVersion { ref }", model=scorer, createModel={}
        )

        assert made["modelVersion"]["ref"] == f"{new}:3"

    async def test_moves_it_to_another_namespace(self, registry: Registry, scorer: str) -> None:
        other = unique("ns")
        await registry.told("createNamespace", "namespace { id }", name=other)
        await rename(registry, scorer, f"{other}/scorer")

        found = await registry.ask(
            """query($there: Ref!, $here: Ref!, $version: Ref!) {
                there: namespace(ref: $there) { models { nodes { ref } } }
                here: namespace(ref: $here) { models { totalCount } }
                modelVersion(ref: $version) { namespace { name } }
            }""",
            there=other,
            here=registry.namespace,
            version=f"{scorer}:1",
        )

        assert found == {
            "there": {"models": {"nodes": [{"ref": f"{other}/scorer"}]}},
            "here": {"models": {"totalCount": 0}},
            "modelVersion": {"namespace": {"name": other}},
        }

    async def test_back_to_what_it_was_called_before(self, registry: Registry, scorer: str) -> None:
        new = await rename(registry, scorer, registry.ref("credit-scorer"))

        made = await registry.told(RENAME, "model { ref formerRefs { ref } }", model=new, to=scorer)

        assert made["model"] == {"ref": scorer, "formerRefs": [{"ref": new}]}

    async def test_changes_nothing_where_it_is_called_so(
        self, registry: Registry, scorer: str
    ) -> None:
        made = await registry.told(
            RENAME, "model { revision formerRefs { ref } }", model=scorer, to=scorer
        )

        assert made["model"] == {"revision": 4, "formerRefs": []}

    async def test_nothing_else_can_be_called_so(self, registry: Registry, scorer: str) -> None:
        new = await rename(registry, scorer, registry.ref("credit-scorer"))

        refused = await registry.refused("createModel", ref=scorer)

        assert (refused["code"], refused["existing"]) == ("ALREADY_EXISTS", new)

    async def test_its_names_are_free_when_it_is_deleted(self, registry: Registry) -> None:
        old, new = registry.ref("old"), registry.ref("new")
        await registry.told("createModel", "model { id }", ref=old)
        await rename(registry, old, new)
        await registry.told("deleteRecord", "deleted { ref }", ref=new)
        await registry.told("createModel", "model { id }", ref=old)

        assert await rename(registry, old, new) == new

    async def test_refused_where_the_name_is_taken(self, registry: Registry, scorer: str) -> None:
        await registry.told("createModel", "model { id }", ref=registry.ref("other"))

        refused = await registry.refused(RENAME, model=scorer, to=registry.ref("other"))

        assert refused == {
            "__typename": "AlreadyExists",
            "code": "ALREADY_EXISTS",
            "path": ["to"],
            "existing": registry.ref("other"),
        }

    async def test_refused_in_an_unknown_namespace(self, registry: Registry, scorer: str) -> None:
        refused = await registry.refused(RENAME, model=scorer, to="nowhere-at-all/scorer")

        assert (refused["code"], refused["path"]) == ("NOT_FOUND", ["to"])

    async def test_refused_with_a_stale_revision(self, registry: Registry, scorer: str) -> None:
        refused = await registry.refused(
            RENAME, model=scorer, to=registry.ref("new"), expectedRevision=1
        )

        assert (refused["code"], refused["actual"]) == ("STALE_REVISION", 4)

    @pytest.mark.parametrize("to", ["scorer", "a/b:1", "a/b@c", "../b", ""])
    async def test_refused_where_that_is_no_name(
        self, registry: Registry, scorer: str, to: str
    ) -> None:
        refused = await registry.refused(RENAME, model=scorer, to=to)

        assert (refused["code"], refused["path"]) == ("INVALID_INPUT", ["to"])

    async def test_a_dry_run_changes_nothing(self, registry: Registry, scorer: str) -> None:
        new = await rename(registry, scorer, registry.ref("new"), dryRun=True)

        found = await registry.ask("query($ref: Ref!) { model(ref: $ref) { ref } }", ref=new)

        assert found == {"model": None}

    async def test_of_ten_at_once_one_gets_the_name(self, registry: Registry) -> None:
        models = [registry.ref(f"model-{number}") for number in range(10)]
        for model in models:
            await registry.told("createModel", "model { id }", ref=model)

        told = await asyncio.gather(
            *(registry.tell(RENAME, model=model, to=registry.ref("wanted")) for model in models)
        )

        assert sorted(each["__typename"] for each in told) == [
            *(["AlreadyExists"] * 9),
            "RenameModelSuccess",
        ]

    async def test_versions_that_are_registered_meanwhile_go_along(
        self, registry: Registry, scorer: str
    ) -> None:
        new = registry.ref("credit-scorer")
        register = {"model": scorer, "createModel": {}}
        await asyncio.gather(
            rename(registry, scorer, new),
            *(
                registry.told("registerModelVersion", "modelVersion { id }", **register)
                for _ in range(10)
            ),
        )

        found = await registry.ask(
            "query($ref: Ref!) { model(ref: $ref) { ref versions { nodes { ref } } } }", ref=scorer
        )

        assert found["model"]["ref"] == new
        refs = {each["ref"] for each in found["model"]["versions"]["nodes"]}
        assert refs == {f"{new}:{number}" for number in range(1, 13)}
