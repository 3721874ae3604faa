"""Runs: recorded whole, or started, logged and finished; what has ended never changes."""

import asyncio
from datetime import datetime
from typing import Any

import pytest

from tests.asking import Registry, unique

START, LOG, FINISH, REGISTER = "startRun", "logRun", "finishRun", "registerRun"
RUN = """query($ref: Ref!) { run(ref: $ref) {
    status tags parameters { key value } metrics { key value }
    inputs { role node { ref } } outputs { ref }
} }"""


async def started(registry: Registry, **given: Any) -> str:
    """Returns the id of a run that it starts."""
    told = {"namespace": registry.namespace, "name": "train", **given}
    made = await registry.told(START, "run { id }", **told)
    return str(made["run"]["id"])


async def version(registry: Registry, name: str, **given: Any) -> str:
    """Returns the ref of a dataset version that it registers."""
    made = await registry.told(
        "registerDatasetVersion",
        "datasetVersion { ref }",
        **{"dataset": registry.ref(name), "createDataset": {}, "label": "1", **given},
    )
    return str(made["datasetVersion"]["ref"])


def inline(registry: Registry, name: str, **given: Any) -> dict[str, Any]:
    """Returns an input or output that is to be registered with its run."""
    return {"datasetVersion": {"dataset": registry.ref(name), "createDataset": {}, **given}}


class TestRegisterRun:
    async def test_keeps_what_it_was_told(self, registry: Registry) -> None:
        made = await registry.told(
            REGISTER,
            """run {
                name kind status statusReason description tags startedAt endedAt createdBy
                source { repository commit entryPoint } environment { imageDigest lockDigest }
                parameters { key value } metrics { key value } namespace { name }
            }""",
            namespace=registry.namespace,
            name="nightly",
            kind="EVALUATION",
            status="FAILED",
            statusReason="out of memory",
            description="Every night.",
            tags=["nightly"],
            startedAt="2026-03-01T00:00:00+01:00",
            endedAt="2026-03-01T00:30:00.123456Z",
            source={
                "repository": "https://example.org/credit",
                "commit": "abc",
                "entryPoint": "train:main",
            },
            environment={"imageDigest": "sha256:a", "lockDigest": "sha256:b"},
            parameters=[{"key": "seed", "value": 7}],
            metrics=[{"key": "auc", "value": 0.75}],
        )

        assert made["run"] == {
            "name": "nightly",
            "kind": "EVALUATION",
            "status": "FAILED",
            "statusReason": "out of memory",
            "description": "Every night.",
            "tags": ["nightly"],
            "startedAt": "2026-02-28T23:00:00Z",
            "endedAt": "2026-03-01T00:30:00.123456Z",
            "createdBy": "ada",
            "source": {
                "repository": "https://example.org/credit",
                "commit": "abc",
                "entryPoint": "train:main",
            },
            "environment": {"imageDigest": "sha256:a", "lockDigest": "sha256:b"},
            "parameters": [{"key": "seed", "value": 7}],
            "metrics": [{"key": "auc", "value": 0.75}],
            "namespace": {"name": registry.namespace},
        }

    async def test_keeps_what_it_was_started_with(self, registry: Registry) -> None:
        given = {
            "arguments": ["--depth", "4", "", " a\nb ", "'; DROP"],
            "uncommittedChanges": True,
            "diffDigest": "sha256:0123456789abcdef",
        }
        packages = [
            {"name": "polars", "version": "1.31.0"},
            {"name": "Jinja2", "version": "3.1.6"},
        ]
        made = await registry.told(
            REGISTER,
            """run {
                source { arguments uncommittedChanges diffDigest }
                environment { pythonVersion packages { name version } }
            }""",
            namespace=registry.namespace,
            name="train",
            source=given,
            environment={"pythonVersion": "3.13.2", "packages": packages},
        )

        assert made["run"]["source"] == given
        assert made["run"]["environment"] == {
            "pythonVersion": "3.13.2",
            "packages": packages[::-1],
        }

    @pytest.mark.parametrize("source", [None, {}, {"commit": "abc"}])
    async def test_tells_no_arguments_from_none_recorded(
        self, registry: Registry, source: dict[str, Any] | None
    ) -> None:
        async def arguments(source: dict[str, Any] | None) -> Any:
            made = await registry.told(
                REGISTER,
                "run { source { arguments uncommittedChanges } environment { packages { name } } }",
                namespace=registry.namespace,
                name="train",
                source=source,
            )
            assert made["run"]["environment"] == {"packages": []}
            return made["run"]["source"]

        assert await arguments({"arguments": [], "uncommittedChanges": False}) == {
            "arguments": [],
            "uncommittedChanges": False,
        }
        assert await arguments(source) == {"arguments": None, "uncommittedChanges": None}

    async def test_a_difference_means_uncommitted_changes(self, registry: Registry) -> None:
        digest = "sha256:0123456789abcdef"
        made = await registry.told(
            REGISTER,
            "run { source { uncommittedChanges } }",
            namespace=registry.namespace,
            name="train",
            source={"diffDigest": digest},
        )
        refused = await registry.refused(
            REGISTER,
            namespace=registry.namespace,
            name="train",
            source={"diffDigest": digest, "uncommittedChanges": False},
        )

        assert made["run"]["source"] == {"uncommittedChanges": True}
        assert (refused["code"], refused["path"]) == ("INVALID_INPUT", ["source"])

    @pytest.mark.parametrize(
        ("given", "path"),
        [
            ({"source": {"arguments": ["x"] * 1_001}}, ["source", "arguments"]),
            ({"source": {"arguments": ["x" * 20_001]}}, ["source", "arguments", "0"]),
            ({"source": {"diffDigest": "none"}}, ["source", "diffDigest"]),
            (
                {"environment": {"packages": [{"name": "a", "version": "1"}] * 2}},
                ["environment", "packages"],
            ),
            (
                {"environment": {"packages": [{"name": "a", "version": ""}]}},
                ["environment", "packages", "0", "version"],
            ),
            (
                {
                    "environment": {
                        "packages": [{"name": f"p{i}", "version": "1"} for i in range(2_001)]
                    }
                },
                ["environment", "packages"],
            ),
        ],
    )
    async def test_refuses_what_is_not_well_formed(
        self, registry: Registry, given: dict[str, Any], path: list[str]
    ) -> None:
        refused = await registry.refused(
            REGISTER, namespace=registry.namespace, name="train", **given
        )

        assert (refused["code"], refused["path"]) == ("INVALID_INPUT", path)

    async def test_takes_as_many_packages_as_it_says(self, registry: Registry) -> None:
        packages = [{"name": f"p{i:04}", "version": str(i)} for i in range(2_000)]
        made = await registry.told(
            REGISTER,
            "run { environment { packages { name version } } }",
            namespace=registry.namespace,
            name="train",
            environment={"packages": packages},
        )

        assert made["run"]["environment"]["packages"] == packages

    async def test_is_a_training_that_finished_now_unless_told(self, registry: Registry) -> None:
        made = await registry.told(
            REGISTER,
            "run { ref id kind status startedAt endedAt source { commit } inputs { role } }",
            namespace=registry.namespace,
            name="train",
        )
        run = made["run"]

        assert (run["kind"], run["status"], run["ref"]) == ("TRAINING", "FINISHED", run["id"])
        assert datetime.fromisoformat(run["startedAt"]) <= datetime.fromisoformat(run["endedAt"])
        assert (run["source"], run["inputs"]) == ({"commit": None}, [])

    async def test_parameters_keep_their_type(self, registry: Registry) -> None:
        values: list[Any] = [1, 1.0, True, "1", -(2**53 - 1), 1e300, "", "x" * 20_000, False]
        made = await registry.told(
            REGISTER,
            "run { parameters { key value } }",
            namespace=registry.namespace,
            name="train",
            parameters=[{"key": str(i), "value": value} for i, value in enumerate(values)],
        )
        kept = [each["value"] for each in made["run"]["parameters"]]

        assert [(type(value), value) for value in kept] == [(type(each), each) for each in values]

    async def test_metrics_are_floats(self, registry: Registry) -> None:
        made = await registry.told(
            REGISTER,
            "run { metrics { key value } }",
            namespace=registry.namespace,
            name="train",
            metrics=[{"key": "a", "value": 1}, {"key": "b", "value": -1e-300}],
        )
        kept = [each["value"] for each in made["run"]["metrics"]]

        assert [(type(value), value) for value in kept] == [(float, 1.0), (float, -1e-300)]

    async def test_hostile_keys_survive(self, registry: Registry) -> None:
        keys = sorted(
            [
                "a b`.`c",
                "param.x",
                "metric.",
                "$id",
                "'\"",
                "größe 😀",
                "\\u0060",
                "k" * 200,
            ]
        )
        made = await registry.told(
            REGISTER,
            "run { parameters { key } metrics { key } }",
            namespace=registry.namespace,
            name="train",
            parameters=[{"key": key, "value": 1} for key in keys],
            metrics=[{"key": key, "value": 1} for key in keys],
        )
        kept = {name: [each["key"] for each in made["run"][name]] for name in made["run"]}

        assert kept == {"parameters": keys, "metrics": keys}

    async def test_reads_and_writes_what_is_there(self, registry: Registry) -> None:
        raw, clean = await version(registry, "raw"), await version(registry, "clean")
        model = await registry.told(
            "registerModelVersion",
            "modelVersion { ref }",
            model=registry.ref("scorer"),
            createModel={},
        )
        made = await registry.told(
            REGISTER,
            "run { inputs { role node { ref } } outputs { ref } }",
            namespace=registry.namespace,
            name="clean",
            inputs=[
                {"ref": raw, "role": "validation"},
                {"ref": raw},
                {"ref": raw},
                {"ref": model["modelVersion"]["ref"], "role": "evaluated"},
            ],
            outputs=[{"ref": clean}, {"ref": clean}],
        )

        assert made["run"] == {
            "inputs": [
                {"role": "evaluated", "node": {"ref": registry.ref("scorer:1")}},
                {"role": "train", "node": {"ref": raw}},
                {"role": "validation", "node": {"ref": raw}},
            ],
            "outputs": [{"ref": clean}],
        }

    async def test_registers_what_it_read_and_wrote(self, registry: Registry) -> None:
        made = await registry.told(
            REGISTER,
            "run { inputs { node { ref createdBy } } outputs { ref } }",
            namespace=registry.namespace,
            name="clean",
            inputs=[inline(registry, "raw", label="1")],
            outputs=[inline(registry, "clean", digest="sha256:12345678")],
        )

        assert made["run"] == {
            "inputs": [{"node": {"ref": registry.ref("raw#1"), "createdBy": "ada"}}],
            "outputs": [{"ref": registry.ref("clean#12345678")}],
        }

    async def test_reuses_what_has_the_same_digest_or_only_a_label(
        self, registry: Registry
    ) -> None:
        digest = "sha256:12345678"
        known = await version(registry, "raw", label="known", digest=digest)
        made = await registry.told(
            REGISTER,
            "run { inputs { role node { ref } } }",
            namespace=registry.namespace,
            name="clean",
            inputs=[
                inline(registry, "raw", label="other", digest=digest) | {"role": "by digest"},
                inline(registry, "raw", label="known") | {"role": "by label"},
            ],
        )

        assert made["run"]["inputs"] == [
            {"role": "by digest", "node": {"ref": known}},
            {"role": "by label", "node": {"ref": known}},
        ]

    async def test_registers_once_what_it_names_twice(self, registry: Registry) -> None:
        given = inline(registry, "new", label="1", digest="sha256:12345678")
        again: dict[str, Any] = {"datasetVersion": {"dataset": registry.ref("new"), "label": "1"}}
        made = await registry.told(
            REGISTER,
            "run { inputs { role node { id } } }",
            namespace=registry.namespace,
            name="clean",
            inputs=[given | {"role": "a"}, given | {"role": "b"}, again | {"role": "c"}],
        )

        assert len(made["run"]["inputs"]) == 3
        assert len({each["node"]["id"] for each in made["run"]["inputs"]}) == 1

    async def test_makes_a_dataset_once_for_two_versions(self, registry: Registry) -> None:
        second: dict[str, Any] = {"datasetVersion": {"dataset": registry.ref("new"), "label": "2"}}
        made = await registry.told(
            REGISTER,
            "run { inputs { node { ref } } }",
            namespace=registry.namespace,
            name="clean",
            inputs=[inline(registry, "new", label="1"), second],
        )

        assert [each["node"]["ref"] for each in made["run"]["inputs"]] == [
            registry.ref("new#1"),
            registry.ref("new#2"),
        ]

    async def test_refused_where_a_label_has_another_content(self, registry: Registry) -> None:
        known = await version(registry, "raw", digest="sha256:12345678")
        before = await registry.counts()
        refused = await registry.refused(
            REGISTER,
            namespace=registry.namespace,
            name="clean",
            inputs=[
                inline(registry, "new", label="1"),
                inline(registry, "raw", label="1", digest="sha256:87654321"),
            ],
        )

        assert refused == {
            "__typename": "AlreadyExists",
            "code": "ALREADY_EXISTS",
            "path": ["inputs", "1", "datasetVersion", "label"],
            "existing": known,
        }
        assert await registry.counts() == before

    async def test_refused_where_one_label_is_given_two_contents(self, registry: Registry) -> None:
        refused = await registry.refused(
            REGISTER,
            namespace=registry.namespace,
            name="clean",
            inputs=[inline(registry, "raw", label="1", digest="sha256:12345678")],
            outputs=[inline(registry, "raw", label="1", digest="sha256:87654321")],
        )

        assert (refused["code"], refused["path"]) == (
            "ALREADY_EXISTS",
            ["outputs", "0", "datasetVersion"],
        )

    async def test_refused_in_an_unknown_namespace(self, registry: Registry) -> None:
        namespace = unique("none")
        refused = await registry.refused(REGISTER, namespace=namespace, name="train")

        assert refused == {
            "__typename": "NotFound",
            "code": "NOT_FOUND",
            "path": ["namespace"],
            "ref": namespace,
        }

    async def test_all_or_nothing(self, registry: Registry) -> None:
        before = await registry.counts()
        missing = registry.ref("none#1")
        refused = await registry.refused(
            REGISTER,
            namespace=registry.namespace,
            name="train",
            inputs=[inline(registry, "raw", label="1")],
            outputs=[inline(registry, "clean", label="1"), {"ref": missing}],
        )

        assert refused == {
            "__typename": "NotFound",
            "code": "NOT_FOUND",
            "path": ["outputs", "1", "ref"],
            "ref": missing,
        }
        assert await registry.counts() == before

    async def test_refused_where_an_output_is_a_model_version(self, registry: Registry) -> None:
        model = registry.ref("scorer")
        await registry.told(
            "registerModelVersion", "modelVersion { id }", model=model, createModel={}
        )
        refused = await registry.refused(
            REGISTER, namespace=registry.namespace, name="train", outputs=[{"ref": f"{model}:1"}]
        )

        assert (refused["code"], refused["path"]) == ("INVALID_INPUT", ["outputs", "0", "ref"])

    @pytest.mark.parametrize(
        ("given", "path"),
        [
            ({"name": ""}, ["name"]),
            ({"name": "x" * 1_001}, ["name"]),
            ({"namespace": "a b"}, ["namespace"]),
            ({"status": "RUNNING"}, ["status"]),
            ({"startedAt": "2026-03-02T00:00:00Z", "endedAt": "2026-03-01T00:00:00Z"}, []),
            ({"inputs": [{"ref": "a b"}]}, ["inputs", "0", "ref"]),
            ({"inputs": [{"role": "train"}]}, ["inputs", "0"]),
            ({"inputs": [{"ref": "a/b#1", "role": " "}]}, ["inputs", "0", "role"]),
            (
                {"outputs": [{"ref": "a/b#1", "datasetVersion": {"dataset": "a/b", "label": "1"}}]},
                ["outputs", "0"],
            ),
            (
                {"inputs": [{"datasetVersion": {"dataset": "a", "label": "1"}}]},
                ["inputs", "0", "datasetVersion", "dataset"],
            ),
            ({"inputs": [{"datasetVersion": {"dataset": "a/b"}}]}, ["inputs", "0"]),
            ({"parameters": [{"key": "", "value": 1}]}, ["parameters", "0", "key"]),
            ({"parameters": [{"key": "a\0", "value": 1}]}, ["parameters", "0", "key"]),
            ({"parameters": [{"key": "a", "value": "x" * 20_001}]}, ["parameters", "0", "value"]),
            ({"metrics": [{"key": "k" * 201, "value": 1}]}, ["metrics", "0", "key"]),
            ({"metrics": [{"key": str(i), "value": 1} for i in range(1_001)]}, ["metrics"]),
            ({"metrics": [{"key": "a", "value": 1}, {"key": "a", "value": 2}]}, ["metrics"]),
            ({"parameters": [{"key": "a", "value": 1}] * 2}, ["parameters"]),
            ({"source": {"commit": ""}}, ["source", "commit"]),
        ],
        ids=lambda value: str(value)[:40],
    )
    async def test_refused_with_what_is_invalid(
        self, registry: Registry, given: dict[str, Any], path: list[str]
    ) -> None:
        told = {"namespace": registry.namespace, "name": "train"} | given
        refused = await registry.refused(REGISTER, **told)

        assert refused["code"] == "INVALID_INPUT"
        assert refused["path"][: len(path)] == path

    @pytest.mark.parametrize("value", [float("nan"), float("inf"), 2**53, None, [1], {"a": 1}])
    async def test_an_error_where_a_parameter_is_no_value(
        self, registry: Registry, value: Any
    ) -> None:
        errors = await registry.errors(
            "mutation($input: RegisterRunInput!) { registerRun(input: $input) { __typename } }",
            input={
                "namespace": registry.namespace,
                "name": "train",
                "parameters": [{"key": "a", "value": value}],
            },
        )

        assert "parameters[0].value" in errors[0]["message"]

    async def test_a_dry_run_changes_nothing(self, registry: Registry) -> None:
        before = await registry.counts()
        made = await registry.told(
            REGISTER,
            "run { inputs { node { ref } } }",
            namespace=registry.namespace,
            name="train",
            inputs=[inline(registry, "raw", label="1")],
            dryRun=True,
        )

        assert made["run"]["inputs"] == [{"node": {"ref": registry.ref("raw#1")}}]
        assert await registry.counts() == before

    async def test_the_same_key_records_once(self, registry: Registry) -> None:
        key = unique("key")
        given = {"namespace": registry.namespace, "name": "train", "idempotencyKey": key}
        answers = await asyncio.gather(
            *(registry.told(REGISTER, "run { id }", **given) for _ in range(20))
        )
        refused = await registry.refused(REGISTER, **given | {"name": "another"})

        assert len({answer["run"]["id"] for answer in answers}) == 1
        assert (await registry.counts())["Run"] == 1
        assert refused["code"] == "IDEMPOTENCY_KEY_REUSED"

    async def test_twenty_at_once_share_what_they_make(self, registry: Registry) -> None:
        await asyncio.gather(
            *(
                registry.told(
                    REGISTER,
                    "run { id }",
                    namespace=registry.namespace,
                    name=str(i),
                    inputs=[inline(registry, "raw", digest="sha256:12345678")],
                )
                for i in range(20)
            )
        )
        counts = await registry.counts()

        assert (counts["Run"], counts["Dataset"], counts["DatasetVersion"]) == (20, 1, 1)


class TestStartRun:
    async def test_is_running(self, registry: Registry) -> None:
        made = await registry.told(
            START,
            "run { name status startedAt endedAt inputs { node { ref } } parameters { value } }",
            namespace=registry.namespace,
            name="train",
            startedAt="2026-03-01T00:00:00Z",
            inputs=[inline(registry, "raw", label="1")],
            parameters=[{"key": "seed", "value": 7}],
        )

        assert made["run"] == {
            "name": "train",
            "status": "RUNNING",
            "startedAt": "2026-03-01T00:00:00Z",
            "endedAt": None,
            "inputs": [{"node": {"ref": registry.ref("raw#1")}}],
            "parameters": [{"value": 7}],
        }

    async def test_refused_in_an_unknown_namespace(self, registry: Registry) -> None:
        refused = await registry.refused(START, namespace=unique("none"), name="train")

        assert (refused["code"], refused["path"]) == ("NOT_FOUND", ["namespace"])

    async def test_refused_where_a_label_has_another_content(self, registry: Registry) -> None:
        await version(registry, "raw")
        refused = await registry.refused(
            START,
            namespace=registry.namespace,
            name="train",
            inputs=[inline(registry, "raw", label="1", digest="sha256:87654321")],
        )

        assert refused["code"] == "ALREADY_EXISTS"

    async def test_refused_without_a_name(self, registry: Registry) -> None:
        refused = await registry.refused(START, namespace=registry.namespace, name=" ")

        assert (refused["code"], refused["path"]) == ("INVALID_INPUT", ["name"])

    async def test_refused_where_the_key_was_used(self, registry: Registry) -> None:
        key = unique("key")
        await started(registry, idempotencyKey=key)
        refused = await registry.refused(
            START, namespace=registry.namespace, name="other", idempotencyKey=key
        )

        assert refused["code"] == "IDEMPOTENCY_KEY_REUSED"

    async def test_a_dry_run_changes_nothing(self, registry: Registry) -> None:
        id_ = await started(registry, dryRun=True)

        assert await registry.ask(RUN, ref=id_) == {"run": None}


class TestLogRun:
    async def test_adds_to_what_is_known(self, registry: Registry) -> None:
        id_ = await started(
            registry,
            tags=["a"],
            parameters=[{"key": "seed", "value": 7}, {"key": "depth", "value": 3}],
            inputs=[inline(registry, "raw", label="1")],
        )
        await registry.told(
            LOG,
            "run { id }",
            run=id_,
            tags=["b", "a"],
            parameters=[{"key": "seed", "value": "eight"}],
            metrics=[{"key": "auc", "value": 0.5}],
            inputs=[{"ref": registry.ref("raw#1")}, {"ref": registry.ref("raw#1"), "role": "test"}],
            outputs=[inline(registry, "clean", label="1")],
        )

        assert await registry.ask(RUN, ref=id_) == {
            "run": {
                "status": "RUNNING",
                "tags": ["a", "b"],
                "parameters": [{"key": "depth", "value": 3}, {"key": "seed", "value": "eight"}],
                "metrics": [{"key": "auc", "value": 0.5}],
                "inputs": [
                    {"role": "test", "node": {"ref": registry.ref("raw#1")}},
                    {"role": "train", "node": {"ref": registry.ref("raw#1")}},
                ],
                "outputs": [{"ref": registry.ref("clean#1")}],
            }
        }

    async def test_twenty_at_once_all_count(self, registry: Registry) -> None:
        id_ = await started(registry)
        await asyncio.gather(
            *(
                registry.told(
                    LOG,
                    "run { id }",
                    run=id_,
                    tags=[f"{i:02}"],
                    metrics=[{"key": f"{i:02}", "value": i}],
                    inputs=[inline(registry, "raw", label="1")],
                )
                for i in range(20)
            )
        )
        run = (await registry.ask(RUN, ref=id_))["run"]

        assert sorted(run["tags"]) == [f"{i:02}" for i in range(20)]
        assert [each["value"] for each in run["metrics"]] == list(range(20))
        assert run["inputs"] == [{"role": "train", "node": {"ref": registry.ref("raw#1")}}]

    async def test_counts_up_the_revision(self, registry: Registry) -> None:
        id_ = await started(registry)
        select = "run { revision createdBy updatedBy }"
        made = await registry.by("grace").told(LOG, select, run=id_, expectedRevision=1)

        assert made["run"] == {"revision": 2, "createdBy": "ada", "updatedBy": "grace"}

    async def test_refused_with_a_stale_revision(self, registry: Registry) -> None:
        id_ = await started(registry)
        await registry.told(LOG, "run { id }", run=id_, tags=["a"])
        refused = await registry.refused(LOG, run=id_, tags=["b"], expectedRevision=1)
        run = (await registry.ask(RUN, ref=id_))["run"]

        assert refused == {
            "__typename": "StaleRevision",
            "code": "STALE_REVISION",
            "path": ["expectedRevision"],
            "expected": 1,
            "actual": 2,
        }
        assert run["tags"] == ["a"]

    @pytest.mark.parametrize("status", ["FINISHED", "FAILED", "CANCELLED"])
    async def test_refused_where_it_has_ended(self, registry: Registry, status: str) -> None:
        id_ = await started(registry)
        await registry.told(FINISH, "run { id }", run=id_, status=status)
        before = await registry.ask(RUN, ref=id_)
        refused = await registry.refused(LOG, run=id_, metrics=[{"key": "auc", "value": 1}])

        assert refused == {
            "__typename": "InvalidState",
            "code": "INVALID_STATE",
            "path": ["run"],
            "ref": id_,
            "state": status,
        }
        assert await registry.ask(RUN, ref=id_) == before

    async def test_refused_where_there_is_no_such_run(self, registry: Registry) -> None:
        missing = "01900000-0000-7000-8000-000000000000"
        refused = await registry.refused(LOG, run=missing)

        assert refused == {
            "__typename": "NotFound",
            "code": "NOT_FOUND",
            "path": ["run"],
            "ref": missing,
        }

    async def test_refused_where_it_is_no_run(self, registry: Registry) -> None:
        refused = await registry.refused(LOG, run=registry.namespace)

        assert (refused["code"], refused["path"]) == ("INVALID_INPUT", ["run"])

    async def test_refused_where_a_label_has_another_content(self, registry: Registry) -> None:
        id_ = await started(registry, inputs=[inline(registry, "raw", label="1")])
        refused = await registry.refused(
            LOG,
            run=id_,
            metrics=[{"key": "auc", "value": 1}],
            outputs=[inline(registry, "raw", label="1", digest="sha256:12345678")],
        )
        run = (await registry.ask(RUN, ref=id_))["run"]

        assert refused["code"] == "ALREADY_EXISTS"
        assert (run["metrics"], run["outputs"]) == ([], [])

    async def test_refused_where_the_key_was_used(self, registry: Registry) -> None:
        id_, key = await started(registry), unique("key")
        await registry.told(LOG, "run { id }", run=id_, tags=["a"], idempotencyKey=key)
        refused = await registry.refused(LOG, run=id_, tags=["b"], idempotencyKey=key)

        assert refused["code"] == "IDEMPOTENCY_KEY_REUSED"

    async def test_a_dry_run_changes_nothing(self, registry: Registry) -> None:
        id_ = await started(registry)
        made = await registry.told(LOG, "run { tags }", run=id_, tags=["a"], dryRun=True)
        run = (await registry.ask(RUN, ref=id_))["run"]

        assert (made["run"]["tags"], run["tags"]) == (["a"], [])


class TestFinishRun:
    async def test_ends_it_with_the_last_there_is_to_tell(self, registry: Registry) -> None:
        id_ = await started(registry, startedAt="2026-03-01T00:00:00Z")
        made = await registry.told(
            FINISH,
            "run { status statusReason endedAt metrics { key value } outputs { ref } }",
            run=id_,
            status="CANCELLED",
            statusReason="too slow",
            endedAt="2026-03-01T00:00:01Z",
            metrics=[{"key": "auc", "value": 0.5}],
            outputs=[inline(registry, "clean", label="1")],
        )

        assert made["run"] == {
            "status": "CANCELLED",
            "statusReason": "too slow",
            "endedAt": "2026-03-01T00:00:01Z",
            "metrics": [{"key": "auc", "value": 0.5}],
            "outputs": [{"ref": registry.ref("clean#1")}],
        }

    async def test_ends_now_unless_told(self, registry: Registry) -> None:
        id_ = await started(registry)
        made = await registry.told(FINISH, "run { status startedAt endedAt }", run=id_)

        assert made["run"]["status"] == "FINISHED"
        assert made["run"]["endedAt"] >= made["run"]["startedAt"]

    async def test_a_clock_that_is_ahead_is_in_nobodys_way(self, registry: Registry) -> None:
        id_ = await started(registry, startedAt="2126-03-01T00:00:00Z")
        made = await registry.told(FINISH, "run { endedAt }", run=id_)

        assert made["run"] == {"endedAt": "2126-03-01T00:00:00Z"}

    async def test_refused_with_a_stale_revision(self, registry: Registry) -> None:
        id_ = await started(registry)
        refused = await registry.refused(FINISH, run=id_, expectedRevision=2)
        made = await registry.told(FINISH, "run { revision }", run=id_, expectedRevision=1)

        assert (refused["code"], refused["path"]) == ("STALE_REVISION", ["expectedRevision"])
        assert made["run"] == {"revision": 2}

    async def test_refused_twice(self, registry: Registry) -> None:
        id_ = await started(registry)
        await registry.told(FINISH, "run { id }", run=id_)
        refused = await registry.refused(FINISH, run=id_, status="FAILED")

        assert (refused["code"], refused["state"]) == ("INVALID_STATE", "FINISHED")

    async def test_finished_once_by_twenty_at_once(self, registry: Registry) -> None:
        id_ = await started(registry)
        answers = await asyncio.gather(*(registry.tell(FINISH, run=id_) for _ in range(20)))

        assert sorted(answer["__typename"] for answer in answers) == [
            "FinishRunSuccess",
            *["InvalidState"] * 19,
        ]

    async def test_a_registered_run_has_ended(self, registry: Registry) -> None:
        made = await registry.told(
            REGISTER, "run { id }", namespace=registry.namespace, name="train"
        )
        refused = await registry.refused(FINISH, run=made["run"]["id"])

        assert refused["code"] == "INVALID_STATE"

    @pytest.mark.parametrize(
        ("given", "path"),
        [
            ({"status": "RUNNING"}, ["status"]),
            ({"endedAt": "2026-02-28T23:59:59Z"}, ["endedAt"]),
            ({"statusReason": ""}, ["statusReason"]),
            ({"run": "a b"}, ["run"]),
        ],
        ids=str,
    )
    async def test_refused_with_what_is_invalid(
        self, registry: Registry, given: dict[str, Any], path: list[str]
    ) -> None:
        id_ = await started(registry, startedAt="2026-03-01T00:00:00Z")
        refused = await registry.refused(FINISH, **{"run": id_} | given)

        assert (refused["code"], refused["path"]) == ("INVALID_INPUT", path)

    async def test_refused_where_there_is_no_such_run(self, registry: Registry) -> None:
        refused = await registry.refused(FINISH, run="01900000-0000-7000-8000-000000000000")

        assert (refused["code"], refused["path"]) == ("NOT_FOUND", ["run"])

    async def test_refused_where_a_label_has_another_content(self, registry: Registry) -> None:
        id_ = await started(registry, inputs=[inline(registry, "raw", label="1")])
        refused = await registry.refused(
            FINISH, run=id_, outputs=[inline(registry, "raw", label="1", digest="sha256:12345678")]
        )
        run = (await registry.ask(RUN, ref=id_))["run"]

        assert refused["code"] == "ALREADY_EXISTS"
        assert run["status"] == "RUNNING"

    async def test_the_same_key_answers_the_same(self, registry: Registry) -> None:
        id_, key = await started(registry), unique("key")
        first = await registry.told(FINISH, "run { endedAt }", run=id_, idempotencyKey=key)
        second = await registry.told(FINISH, "run { endedAt }", run=id_, idempotencyKey=key)
        refused = await registry.refused(FINISH, run=id_, status="FAILED", idempotencyKey=key)

        assert first == second
        assert refused["code"] == "IDEMPOTENCY_KEY_REUSED"

    async def test_a_dry_run_changes_nothing(self, registry: Registry) -> None:
        id_ = await started(registry)
        await registry.told(FINISH, "run { id }", run=id_, dryRun=True)

        assert (await registry.ask(RUN, ref=id_))["run"]["status"] == "RUNNING"


class TestRuns:
    async def test_filtered(self, registry: Registry) -> None:
        told: dict[str, dict[str, Any]] = {
            "a": {"tags": ["x"], "kind": "TRAINING", "source": {"commit": "abc"}},
            "b": {"tags": ["x", "y"], "kind": "EVALUATION", "status": "FAILED"},
            "c": {"kind": "SCORING"},
        }
        for name, given in told.items():
            await registry.told(
                REGISTER, "run { id }", namespace=registry.namespace, name=name, **given
            )
        query = "query($where: RunWhere) { runs(where: $where) { nodes { name } totalCount } }"
        filters: list[dict[str, Any]] = [
            {},
            {"tag": {"eq": "x"}},
            {"kind": ["EVALUATION", "SCORING"]},
            {"kind": []},
            {"status": ["FAILED"]},
            {"commit": {"in": ["abc"]}},
        ]
        in_it = {"namespace": {"eq": registry.namespace}}
        answers = [(await registry.ask(query, where=in_it | where))["runs"] for where in filters]
        found = ["".join(node["name"] for node in answer["nodes"]) for answer in answers]

        assert found == ["cba", "ba", "cb", "", "b", "a"]
        assert [answer["totalCount"] for answer in answers] == [len(names) for names in found]


class TestEveryRun:
    @pytest.mark.parametrize("mutation", [REGISTER, START, LOG, FINISH])
    @pytest.mark.parametrize("end", ["inputs", "outputs"])
    async def test_refused_where_a_ref_is_that_of_two(
        self, registry: Registry, mutation: str, end: str
    ) -> None:
        ref = await registry.mistake(registry.ref("raw"), "sha256:aaaaaaaa")
        told = {"namespace": registry.namespace, "name": "train"}
        if mutation in (LOG, FINISH):
            told = {"run": await started(registry)}
        refused = await registry.refused(mutation, **told, **{end: [{"ref": ref}]})

        assert refused == {
            "__typename": "AmbiguousRef",
            "code": "AMBIGUOUS_REF",
            "path": [end, "0", "ref"],
            "ref": ref,
            "kinds": ["DatasetVersion", "DatasetVersion"],
        }
