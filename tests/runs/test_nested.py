"""Runs that are parts of others, and experiments that group them."""

from typing import Any

import pytest

from tests.asking import Registry, unique
from tests.runs.test_runs import FINISH, REGISTER, START, started

LIST = """query($where: RunWhere) { runs(where: $where) { totalCount nodes { id } } }"""


async def listed(registry: Registry, **where: Any) -> list[str]:
    """Returns the ids of the runs of the test's namespace for which this holds, oldest first."""
    where = {"namespace": {"eq": registry.namespace}, **where}
    page = (await registry.ask(LIST, where=where))["runs"]
    assert page["totalCount"] == len(page["nodes"])
    return [node["id"] for node in reversed(page["nodes"])]


class TestParent:
    async def test_has_children_newest_first(self, registry: Registry) -> None:
        search = await started(registry, name="search")
        trials = [await started(registry, name=f"trial-{i}", parent=search) for i in range(3)]
        told = await registry.ask(
            """query($ref: Ref!) { run(ref: $ref) { parent { id }
                children(first: 2) { totalCount nodes { id parent { id } } pageInfo { endCursor } }
            } }""",
            ref=search,
        )
        children = told["run"]["children"]
        rest = await registry.ask(
            """query($ref: Ref!, $after: Cursor) {
                run(ref: $ref) { children(after: $after) { nodes { id } } }
            }""",
            ref=search,
            after=children["pageInfo"]["endCursor"],
        )

        assert told["run"]["parent"] is None
        assert children["totalCount"] == 3
        assert children["nodes"] == [{"id": id_, "parent": {"id": search}} for id_ in trials[:0:-1]]
        assert rest["run"]["children"]["nodes"] == [{"id": trials[0]}]

    async def test_may_have_ended(self, registry: Registry) -> None:
        search = await started(registry)
        await registry.told(FINISH, "run { id }", run=search)
        made = await registry.told(
            REGISTER, "run { parent { id } }", namespace=registry.namespace, name="t", parent=search
        )

        assert made["run"]["parent"] == {"id": search}

    async def test_of_a_run_that_comes_with_its_version(self, registry: Registry) -> None:
        search = await started(registry)
        made = await registry.told(
            "registerModelVersion",
            "modelVersion { run { parent { id } experiment { ref } } }",
            model=registry.ref("scorer"),
            createModel={},
            run={
                "name": "train",
                "parent": search,
                "experiment": registry.ref("search"),
                "createExperiment": {},
            },
        )

        assert made["modelVersion"]["run"] == {
            "parent": {"id": search},
            "experiment": {"ref": registry.ref("search")},
        }

    async def test_refused_of_another_namespace(self, registry: Registry) -> None:
        other = unique("ns")
        await registry.told("createNamespace", "namespace { id }", name=other)
        foreign = await started(registry, namespace=other)
        refused = await registry.refused(
            START, namespace=registry.namespace, name="trial", parent=foreign
        )

        assert (refused["code"], refused["path"]) == ("INVALID_INPUT", ["parent"])

    async def test_refused_where_there_is_none(self, registry: Registry) -> None:
        none = "00000000-0000-7000-8000-000000000000"
        refused = await registry.refused(
            START, namespace=registry.namespace, name="trial", parent=none
        )

        assert (refused["code"], refused["path"]) == ("NOT_FOUND", ["parent"])

    async def test_refused_where_it_is_no_run(self, registry: Registry) -> None:
        refused = await registry.refused(
            START, namespace=registry.namespace, name="trial", parent=registry.namespace
        )

        assert (refused["code"], refused["path"]) == ("INVALID_INPUT", ["parent"])

    async def test_is_no_lineage(self, registry: Registry) -> None:
        search = await started(registry)
        trial = await started(registry, parent=search)
        told = await registry.ask(
            "query($ref: Ref!) { run(ref: $ref) { upstream { totalCount } } }", ref=trial
        )

        assert told["run"]["upstream"]["totalCount"] == 1


class TestExperiment:
    async def test_groups_runs_of_its_namespace(self, registry: Registry) -> None:
        ref = registry.ref("search")
        details = {"description": "Which features?", "owners": ["ada"], "tags": ["credit"]}
        first = await started(registry, experiment=ref, createExperiment=details)
        second = await started(registry, experiment=ref, createExperiment={"owners": ["bob"]})
        await started(registry)
        told = await registry.ask(
            """query($ref: Ref!) { experiment(ref: $ref) {
                ref description owners tags runs { totalCount nodes { id experiment { ref } } }
            } }""",
            ref=ref,
        )

        assert told["experiment"] == details | {
            "ref": ref,
            "runs": {
                "totalCount": 2,
                "nodes": [{"id": id_, "experiment": {"ref": ref}} for id_ in (second, first)],
            },
        }

    async def test_is_that_of_the_parent_unless_told(self, registry: Registry) -> None:
        ref, other = registry.ref("search"), registry.ref("other")
        search = await started(registry, experiment=ref, createExperiment={})
        trial = await started(registry, parent=search)
        apart = await started(registry, parent=search, experiment=other, createExperiment={})

        assert await listed(registry, experiment={"eq": ref}) == [search, trial]
        assert await listed(registry, experiment={"eq": other}) == [apart]

    async def test_is_named_by_its_id_or_kind_too(self, registry: Registry) -> None:
        ref = registry.ref("search")
        made = await registry.told("createExperiment", "experiment { id }", ref=ref)
        runs = [
            await started(registry, experiment=name)
            for name in (ref, f"experiment:{ref}", made["experiment"]["id"])
        ]

        assert await listed(registry, experiment={"eq": ref}) == runs

    async def test_is_listed_by_namespace_and_tag(self, registry: Registry) -> None:
        for name in ("b", "a"):
            await registry.told(
                "createExperiment", "experiment { id }", ref=registry.ref(name), tags=[name]
            )
        told = await registry.ask(
            """query($ref: Ref!, $where: NamedWhere) {
                namespace(ref: $ref) { experiments { totalCount nodes { name } } }
                experiments(where: $where) { totalCount nodes { name namespace { name } } }
            }""",
            ref=registry.namespace,
            where={"namespace": {"eq": registry.namespace}, "tag": {"eq": "a"}},
        )

        assert told["namespace"]["experiments"] == {
            "totalCount": 2,
            "nodes": [{"name": "a"}, {"name": "b"}],
        }
        assert told["experiments"] == {
            "totalCount": 1,
            "nodes": [{"name": "a", "namespace": {"name": registry.namespace}}],
        }

    async def test_is_updated(self, registry: Registry) -> None:
        ref = registry.ref("search")
        await registry.told("createExperiment", "experiment { id }", ref=ref)
        told = {"ref": ref, "owners": ["bob"], "expectedRevision": 1}
        made = await registry.told("updateExperiment", "experiment { owners revision }", **told)
        refused = await registry.refused("updateExperiment", **told | {"owners": []})

        assert made["experiment"] == {"owners": ["bob"], "revision": 2}
        assert refused["code"] == "STALE_REVISION"

    async def test_refused_where_it_is_there(self, registry: Registry) -> None:
        ref = registry.ref("search")
        await registry.told("createExperiment", "experiment { id }", ref=ref)
        refused = await registry.refused("createExperiment", ref=ref)

        assert (refused["code"], refused["existing"]) == ("ALREADY_EXISTS", ref)

    async def test_refused_in_an_unknown_namespace(self, registry: Registry) -> None:
        refused = await registry.refused("createExperiment", ref=f"{unique('none')}/search")

        assert (refused["code"], refused["path"]) == ("NOT_FOUND", ["ref"])

    @pytest.mark.parametrize(
        ("given", "code", "path"),
        [
            ({"experiment": "?/none"}, "NOT_FOUND", ["experiment"]),
            ({"experiment": "other/search"}, "INVALID_INPUT", ["experiment"]),
            ({"experiment": "?"}, "INVALID_INPUT", ["experiment"]),
            ({"experiment": "?/a b"}, "INVALID_INPUT", ["experiment"]),
            ({"createExperiment": {}}, "INVALID_INPUT", ["createExperiment"]),
        ],
        ids=str,
    )
    async def test_refused_for_a_run(
        self, registry: Registry, given: dict[str, Any], code: str, path: list[str]
    ) -> None:
        given = {
            key: value.replace("?", registry.namespace) if isinstance(value, str) else value
            for key, value in given.items()
        }
        before = await registry.counts()
        refused = await registry.refused(START, namespace=registry.namespace, name="train", **given)

        assert (refused["code"], refused["path"]) == (code, path)
        assert await registry.counts() == before

    async def test_a_dry_run_changes_nothing(self, registry: Registry) -> None:
        before = await registry.counts()
        await started(registry, experiment=registry.ref("search"), createExperiment={}, dryRun=True)

        assert await registry.counts() == before


class TestRunWhere:
    async def test_by_what_it_is_a_part_of(self, registry: Registry) -> None:
        search = await started(registry)
        trial = await started(registry, parent=search)

        assert await listed(registry, parent={"eq": search}) == [trial]
        assert await listed(registry, hasParent=True) == [trial]
        assert await listed(registry, hasParent=False) == [search]

    async def test_by_what_it_measured_and_was_told(self, registry: Registry) -> None:
        good, poor, none = [
            await started(
                registry,
                metrics=[{"key": "auc", "value": auc}] if auc else [],
                parameters=[{"key": "depth", "value": depth}],
            )
            for auc, depth in ((0.9, 3), (0.7, "3"), (None, 3))
        ]

        assert await listed(registry, metric=[{"key": "auc", "gte": 0.8}]) == [good]
        assert await listed(registry, metric=[{"key": "auc", "lte": 0.8}]) == [poor]
        assert await listed(registry, parameter=[{"key": "depth", "eq": 3}]) == [good, none]
        assert await listed(registry, **{"not": {"metric": [{"key": "auc"}]}}) == [none]

    async def test_by_status_and_commit(self, registry: Registry) -> None:
        running = await started(registry, source={"commit": "abc"})
        failed = await started(registry, source={"commit": "abc"})
        made = await registry.told(
            FINISH,
            "run { status statusReason }",
            run=failed,
            status="FAILED",
            statusReason="out of memory",
        )

        assert made["run"] == {"status": "FAILED", "statusReason": "out of memory"}
        assert await listed(registry, commit={"eq": "abc"}) == [running, failed]
        assert await listed(registry, commit={"eq": "abc"}, status=["FAILED"]) == [failed]
