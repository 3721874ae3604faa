"""Models and their versions: registered in one call, all or nothing; numbered without gaps."""

import asyncio
from typing import Any

import pytest

from tests.asking import Registry, filled, unique

CREATE, REGISTER = "createModel", "registerModelVersion"
DIGEST = "sha256:" + "0123456789abcdef" * 4


async def register(registry: Registry, model: str = "scorer", **given: Any) -> str:
    """Returns the ref of a version that it registers."""
    told = {"model": registry.ref(model), "createModel": {}, **given}
    made = await registry.told(REGISTER, "modelVersion { ref }", **told)
    return str(made["modelVersion"]["ref"])


async def start_run(registry: Registry, **given: Any) -> str:
    """Returns the id of a run that it starts."""
    made = await registry.told(
        "startRun", "run { id }", namespace=registry.namespace, name="train", **given
    )
    return str(made["run"]["id"])


class TestCreateModel:
    async def test_keeps_what_it_was_told(self, registry: Registry) -> None:
        made = await registry.told(
            CREATE,
            """model {
                ref name description tags owners revision createdBy updatedBy
                namespace { name } latestVersion { ref } versions { totalCount } aliases { name }
                aliasHistory { totalCount }
            }""",
            ref=registry.ref("scorer"),
            description="Scores.",
            tags=["core"],
            owners=["ada"],
        )

        assert made["model"] == {
            "ref": registry.ref("scorer"),
            "name": "scorer",
            "description": "Scores.",
            "tags": ["core"],
            "owners": ["ada"],
            "revision": 1,
            "createdBy": "ada",
            "updatedBy": "ada",
            "namespace": {"name": registry.namespace},
            "latestVersion": None,
            "versions": {"totalCount": 0},
            "aliases": [],
            "aliasHistory": {"totalCount": 0},
        }

    async def test_refused_where_the_name_is_taken(self, registry: Registry) -> None:
        ref = registry.ref("scorer")
        await registry.told(CREATE, "model { id }", ref=ref)
        refused = await registry.refused(CREATE, ref=ref)

        assert refused == {
            "__typename": "AlreadyExists",
            "code": "ALREADY_EXISTS",
            "path": ["ref"],
            "existing": ref,
        }

    async def test_refused_in_an_unknown_namespace(self, registry: Registry) -> None:
        namespace = unique("none")
        refused = await registry.refused(CREATE, ref=f"{namespace}/scorer")

        assert refused == {
            "__typename": "NotFound",
            "code": "NOT_FOUND",
            "path": ["ref"],
            "ref": namespace,
        }

    @pytest.mark.parametrize("ref", ["", "scorer", "ns/a:1", "ns/a@b", "ns/a b", "model:n/a"])
    async def test_refused_where_the_ref_is_no_name(self, registry: Registry, ref: str) -> None:
        refused = await registry.refused(CREATE, ref=ref)

        assert (refused["code"], refused["path"]) == ("INVALID_INPUT", ["ref"])

    async def test_refused_where_the_key_was_used(self, registry: Registry) -> None:
        key = unique("key")
        await registry.told(CREATE, "model { id }", ref=registry.ref("a"), idempotencyKey=key)
        refused = await registry.refused(CREATE, ref=registry.ref("b"), idempotencyKey=key)

        assert refused["code"] == "IDEMPOTENCY_KEY_REUSED"

    async def test_a_dry_run_changes_nothing(self, registry: Registry) -> None:
        await registry.told(CREATE, "model { ref }", ref=registry.ref("scorer"), dryRun=True)

        assert await registry.counts() == {"Namespace": 1, "edges": 0}

    async def test_made_once_by_twenty_at_once(self, registry: Registry) -> None:
        ref = registry.ref("scorer")
        answers = await asyncio.gather(*(registry.tell(CREATE, ref=ref) for _ in range(20)))

        assert sorted(answer["__typename"] for answer in answers) == [
            *["AlreadyExists"] * 19,
            "CreateModelSuccess",
        ]


class TestRegisterModelVersion:
    async def test_keeps_what_it_was_told(self, registry: Registry) -> None:
        made = await registry.told(
            REGISTER,
            """modelVersion {
                ref number label description tags uri digest sizeBytes framework createdBy
                parameters { key value } metrics { key value }
                run { id } bases { how } aliases { name } derivatives { totalCount }
                deployments { totalCount } namespace { name }
                model { ref owners latestVersion { number } }
            }""",
            model=registry.ref("scorer"),
            createModel={"owners": ["ada"]},
            label="1.0.0",
            description="The first.",
            tags=["core"],
            uri="s3://models/scorer/1",
            digest=DIGEST,
            sizeBytes=2**40,
            framework="scikit-learn",
            parameters=[{"key": "a b`.`c", "value": "x"}, {"key": "depth", "value": 3}],
            metrics=[{"key": "größe", "value": 1}, {"key": "auc", "value": 0.75}],
        )

        assert made["modelVersion"] == {
            "ref": registry.ref("scorer:1"),
            "number": 1,
            "label": "1.0.0",
            "description": "The first.",
            "tags": ["core"],
            "uri": "s3://models/scorer/1",
            "digest": DIGEST,
            "sizeBytes": 2**40,
            "framework": "scikit-learn",
            "createdBy": "ada",
            "parameters": [{"key": "a b`.`c", "value": "x"}, {"key": "depth", "value": 3}],
            "metrics": [{"key": "auc", "value": 0.75}, {"key": "größe", "value": 1.0}],
            "run": None,
            "bases": [],
            "aliases": [],
            "derivatives": {"totalCount": 0},
            "deployments": {"totalCount": 0},
            "namespace": {"name": registry.namespace},
            "model": {
                "ref": registry.ref("scorer"),
                "owners": ["ada"],
                "latestVersion": {"number": 1},
            },
        }

    async def test_a_whole_training_in_one_call(self, registry: Registry) -> None:
        base = await register(registry, "foundation")
        known = await registry.told(
            "registerDatasetVersion",
            "datasetVersion { ref }",
            dataset=registry.ref("labels"),
            createDataset={},
            label="1",
        )
        made = await registry.told(
            REGISTER,
            """modelVersion {
                bases { how version { ref } }
                run {
                    name kind status source { commit } outputs { ref }
                    inputs { role node { ref } } parameters { key value } metrics { key value }
                }
                parameters { key value } metrics { key value }
                upstream { nodes { distance node { ref } } edges { type role } }
            }""",
            model=registry.ref("scorer"),
            createModel={},
            bases=[{"ref": base, "how": "distilled"}],
            run={
                "name": "train",
                "source": {"commit": "abc"},
                "parameters": [{"key": "seed", "value": 7}],
                "metrics": [{"key": "auc", "value": 0.75}],
                "inputs": [
                    {"ref": known["datasetVersion"]["ref"], "role": "labels"},
                    {
                        "datasetVersion": {
                            "dataset": registry.ref("features"),
                            "createDataset": {"kind": "FEATURE_VIEW"},
                            "digest": DIGEST,
                        }
                    },
                ],
            },
        )
        version = made["modelVersion"]

        assert version["bases"] == [{"how": "distilled", "version": {"ref": base}}]
        assert version["run"] == {
            "name": "train",
            "kind": "TRAINING",
            "status": "FINISHED",
            "source": {"commit": "abc"},
            "outputs": [{"ref": registry.ref("scorer:1")}],
            "inputs": [
                {"role": "base", "node": {"ref": base}},
                {"role": "labels", "node": {"ref": registry.ref("labels#1")}},
                {"role": "train", "node": {"ref": registry.ref("features#0123456789ab")}},
            ],
            "parameters": [{"key": "seed", "value": 7}],
            "metrics": [{"key": "auc", "value": 0.75}],
        }
        assert version["parameters"] == [{"key": "seed", "value": 7}]
        assert version["metrics"] == [{"key": "auc", "value": 0.75}]
        assert [step["distance"] for step in version["upstream"]["nodes"]] == [0, 1, 2, 2, 2]

    async def test_own_metrics_and_the_parameters_of_its_run(self, registry: Registry) -> None:
        told = {
            "parameters": [{"key": "seed", "value": 7}],
            "metrics": [{"key": "loss", "value": 0.1}],
        }
        run = await start_run(registry, **told)
        select = "modelVersion { parameters { key value } metrics { key value } }"
        given = {
            "model": registry.ref("scorer"),
            "createModel": {},
            "metrics": [{"key": "auc", "value": 0.75}],
        }
        by_ref = await registry.told(REGISTER, select, **given, runRef=run)
        in_line = await registry.told(REGISTER, select, **given, run={"name": "train", **told})

        assert by_ref == in_line
        assert in_line["modelVersion"] == {
            "parameters": [{"key": "seed", "value": 7}],
            "metrics": [{"key": "auc", "value": 0.75}],
        }

    async def test_made_by_a_run_that_is_there(self, registry: Registry) -> None:
        base, run = await register(registry, "foundation"), await start_run(registry)
        made = await registry.told(
            REGISTER,
            "modelVersion { run { id } bases { how version { ref } } }",
            model=registry.ref("scorer"),
            createModel={},
            runRef=run,
            bases=[{"ref": base}],
        )

        assert made["modelVersion"] == {
            "run": {"id": run},
            "bases": [{"how": "fine-tuned", "version": {"ref": base}}],
        }

    async def test_made_by_a_run_that_has_ended(self, registry: Registry) -> None:
        base = await register(registry, "foundation")
        run = await start_run(registry, inputs=[{"ref": base, "role": "base"}])
        await registry.told("finishRun", "run { id }", run=run)
        made = await registry.told(
            REGISTER,
            "modelVersion { run { status } bases { version { ref } } }",
            model=registry.ref("scorer"),
            createModel={},
            runRef=run,
            bases=[{"ref": base}],
        )

        assert made["modelVersion"] == {
            "run": {"status": "FINISHED"},
            "bases": [{"version": {"ref": base}}],
        }

    async def test_refused_where_a_run_that_has_ended_read_no_such_base(
        self, registry: Registry
    ) -> None:
        base, run = await register(registry, "foundation"), await start_run(registry)
        await registry.told("finishRun", "run { id }", run=run)
        before = await registry.counts()
        refused = await registry.refused(
            REGISTER,
            model=registry.ref("scorer"),
            createModel={},
            runRef=run,
            bases=[{"ref": base}],
        )

        assert refused == {
            "__typename": "InvalidState",
            "code": "INVALID_STATE",
            "path": ["runRef"],
            "ref": run,
            "state": "FINISHED",
        }
        assert await registry.counts() == before

    async def test_made_from_bases_without_a_run(self, registry: Registry) -> None:
        first, second = await register(registry, "a"), await register(registry, "b")
        made = await registry.told(
            REGISTER,
            "modelVersion { run { id } bases { how version { derivatives { nodes { ref } } } } }",
            model=registry.ref("merged"),
            createModel={},
            bases=[{"ref": second, "how": "merged"}, {"ref": first, "how": "merged"}],
        )
        derived = {"derivatives": {"nodes": [{"ref": registry.ref("merged:1")}]}}

        assert made["modelVersion"] == {
            "run": None,
            "bases": [{"how": "merged", "version": derived}, {"how": "merged", "version": derived}],
        }

    async def test_a_base_that_the_run_read_is_one_base(self, registry: Registry) -> None:
        base = await register(registry, "foundation")
        made = await registry.told(
            REGISTER,
            "modelVersion { bases { how version { ref } } }",
            model=registry.ref("scorer"),
            createModel={},
            bases=[{"ref": base}, {"ref": base}],
            run={"name": "train", "inputs": [{"ref": base, "role": "base"}]},
        )

        assert made["modelVersion"]["bases"] == [{"how": "fine-tuned", "version": {"ref": base}}]

    async def test_a_base_is_registered_with_it(self, registry: Registry) -> None:
        base = {"model": registry.ref("foundation"), "createModel": {}, "digest": DIGEST}
        for number in (1, 2):
            made = await registry.told(
                REGISTER,
                "modelVersion { number bases { version { ref digest } } }",
                model=registry.ref("scorer"),
                createModel={},
                bases=[{"modelVersion": base}],
            )

            version = {"ref": registry.ref("foundation:1"), "digest": DIGEST}
            assert made["modelVersion"] == {"number": number, "bases": [{"version": version}]}

    async def test_refused_where_an_inline_base_has_no_model(self, registry: Registry) -> None:
        before = await registry.counts()
        refused = await registry.refused(
            REGISTER,
            model=registry.ref("scorer"),
            createModel={},
            bases=[{"modelVersion": {"model": registry.ref("nothing"), "digest": DIGEST}}],
        )

        assert refused["path"] == ["bases", "0", "modelVersion", "model"]
        assert await registry.counts() == before

    @pytest.mark.parametrize("base", [{}, {"ref": "a/b:1", "modelVersion": {"model": "a/b"}}])
    async def test_refused_where_a_base_is_not_one(
        self, registry: Registry, base: dict[str, Any]
    ) -> None:
        refused = await registry.refused(
            REGISTER, model=registry.ref("scorer"), createModel={}, bases=[base]
        )

        assert refused["path"] == ["bases", "0"]

    async def test_its_model_may_be_named_by_its_id(self, registry: Registry) -> None:
        await register(registry)
        id_ = (
            await registry.ask(
                "query($r: Ref!) { model(ref: $r) { id } }", r=registry.ref("scorer")
            )
        )["model"]["id"]

        for ref in (id_, f"model:{registry.ref('scorer')}"):
            await registry.told(REGISTER, "modelVersion { ref }", model=ref)

        assert await register(registry) == registry.ref("scorer:4")

    async def test_leaves_a_model_as_it_is(self, registry: Registry) -> None:
        await registry.told(CREATE, "model { id }", ref=registry.ref("scorer"), tags=["core"])
        made = await registry.told(
            REGISTER,
            "modelVersion { model { tags } }",
            model=registry.ref("scorer"),
            createModel={"tags": ["other"]},
        )

        assert made["modelVersion"]["model"] == {"tags": ["core"]}

    async def test_refused_where_the_digest_is_known(self, registry: Registry) -> None:
        known = await register(registry, digest=DIGEST)
        before = await registry.counts()
        refused = await registry.refused(
            REGISTER, model=registry.ref("scorer"), digest=DIGEST, run={"name": "train"}
        )

        assert refused == {
            "__typename": "AlreadyExists",
            "code": "ALREADY_EXISTS",
            "path": ["digest"],
            "existing": known,
        }
        assert await registry.counts() == before

    async def test_the_same_digest_in_another_model_is_another_version(
        self, registry: Registry
    ) -> None:
        await register(registry, digest=DIGEST)

        assert await register(registry, "copy", digest=DIGEST) == registry.ref("copy:1")

    async def test_answers_with_the_one_there_is_if_asked_to(self, registry: Registry) -> None:
        known = await register(registry, digest=DIGEST)
        before = await registry.counts()
        again = await register(
            registry, digest=DIGEST, onDuplicate="REUSE", run={"name": "train"}, label="other"
        )

        assert again == known
        assert await registry.counts() == before

    async def test_registers_again_if_asked_to(self, registry: Registry) -> None:
        await register(registry, digest=DIGEST)

        assert await register(registry, digest=DIGEST, onDuplicate="REGISTER") == registry.ref(
            "scorer:2"
        )

    async def test_versions_without_a_digest_are_no_duplicates(self, registry: Registry) -> None:
        await register(registry)

        assert await register(registry) == registry.ref("scorer:2")

    @pytest.mark.parametrize(
        ("given", "path", "missing"),
        [
            ({"createModel": None}, ["model"], "scorer"),
            ({"bases": [{"ref": "?"}]}, ["bases", "0", "ref"], None),
            ({"bases": [{"ref": "?"}], "run": {"name": "train"}}, ["bases", "0", "ref"], None),
            (
                {"run": {"name": "train", "inputs": [{"ref": "?"}]}},
                ["run", "inputs", "0", "ref"],
                None,
            ),
            (
                {"run": {"name": "train", "outputs": [{"ref": "?"}]}},
                ["run", "outputs", "0", "ref"],
                None,
            ),
        ],
        ids=["model", "base", "base of a run", "input", "output"],
    )
    async def test_all_or_nothing(
        self, registry: Registry, given: dict[str, Any], path: list[str], missing: str | None
    ) -> None:
        absent = registry.ref(missing or "none:1")
        if path[1:2] in (["inputs"], ["outputs"]):
            absent = registry.ref("none#1")
        inline = {
            "datasetVersion": {"dataset": registry.ref("new"), "createDataset": {}, "label": "1"}
        }
        told = filled(given, absent)
        if told.get("run"):
            told["run"].setdefault("inputs", []).append(inline)
        before = await registry.counts()
        refused = await registry.refused(
            REGISTER, **{"model": registry.ref("scorer"), "createModel": {}} | told
        )

        assert refused == {
            "__typename": "NotFound",
            "code": "NOT_FOUND",
            "path": path,
            "ref": absent,
        }
        assert await registry.counts() == before

    async def test_refused_in_an_unknown_namespace(self, registry: Registry) -> None:
        namespace = unique("none")
        refused = await registry.refused(REGISTER, model=f"{namespace}/scorer", createModel={})

        assert refused == {
            "__typename": "NotFound",
            "code": "NOT_FOUND",
            "path": ["model"],
            "ref": namespace,
        }

    async def test_refused_where_an_input_has_another_content(self, registry: Registry) -> None:
        given = {"dataset": registry.ref("raw"), "createDataset": {}, "label": "1"}
        await registry.told("registerDatasetVersion", "datasetVersion { id }", **given)
        before = await registry.counts()
        refused = await registry.refused(
            REGISTER,
            model=registry.ref("scorer"),
            createModel={},
            run={"name": "train", "inputs": [{"datasetVersion": given | {"digest": DIGEST}}]},
        )

        assert refused == {
            "__typename": "AlreadyExists",
            "code": "ALREADY_EXISTS",
            "path": ["run", "inputs", "0", "datasetVersion", "label"],
            "existing": registry.ref("raw#1"),
        }
        assert await registry.counts() == before

    async def test_refused_where_a_base_is_no_version(self, registry: Registry) -> None:
        await registry.told(CREATE, "model { id }", ref=registry.ref("scorer"))
        refused = await registry.refused(
            REGISTER, model=registry.ref("scorer"), bases=[{"ref": registry.ref("scorer")}]
        )

        assert (refused["code"], refused["path"]) == ("INVALID_INPUT", ["bases", "0", "ref"])

    async def test_refused_where_an_input_is_two(self, registry: Registry) -> None:
        ref = await registry.mistake(registry.ref("raw"), "sha256:aaaaaaaa")
        refused = await registry.refused(
            REGISTER,
            model=registry.ref("scorer"),
            createModel={},
            run={"name": "train", "inputs": [{"ref": ref}]},
        )

        assert refused == {
            "__typename": "AmbiguousRef",
            "code": "AMBIGUOUS_REF",
            "path": ["run", "inputs", "0", "ref"],
            "ref": ref,
            "kinds": ["DatasetVersion", "DatasetVersion"],
        }

    @pytest.mark.parametrize(
        ("given", "path"),
        [
            ({"model": "scorer"}, ["model"]),
            ({"label": "a b"}, ["label"]),
            ({"digest": "0123456789abcdef"}, ["digest"]),
            ({"uri": "/var/models"}, ["uri"]),
            ({"sizeBytes": -1}, ["sizeBytes"]),
            ({"framework": ""}, ["framework"]),
            ({"framework": "x" * 1_001}, ["framework"]),
            ({"parameters": [{"key": "", "value": 1}]}, ["parameters", "0", "key"]),
            ({"metrics": [{"key": "a\0", "value": 1}]}, ["metrics", "0", "key"]),
            ({"metrics": [{"key": "a", "value": 1}, {"key": "a", "value": 2}]}, ["metrics"]),
            ({"parameters": [{"key": "a", "value": 1}] * 2}, ["parameters"]),
            ({"run": {"name": "train"}, "runRef": "a"}, []),
            ({"run": {"name": ""}}, ["run", "name"]),
            ({"run": {"name": "train", "status": "RUNNING"}}, ["run", "status"]),
            ({"runRef": "a b"}, ["runRef"]),
            ({"bases": [{"ref": "a b"}]}, ["bases", "0", "ref"]),
            ({"bases": [{"ref": "a/b:1", "how": ""}]}, ["bases", "0", "how"]),
            ({"createModel": {"owners": [""]}}, ["createModel", "owners", "0"]),
        ],
        ids=lambda value: str(value)[:40],
    )
    async def test_refused_with_what_is_invalid(
        self, registry: Registry, given: dict[str, Any], path: list[str]
    ) -> None:
        told = {"model": registry.ref("scorer"), "createModel": {}} | given
        refused = await registry.refused(REGISTER, **told)

        assert refused["code"] == "INVALID_INPUT"
        assert refused["path"][: len(path)] == path

    async def test_a_dry_run_tells_the_number_and_changes_nothing(self, registry: Registry) -> None:
        await register(registry)
        before = await registry.counts()
        version = await register(
            registry,
            dryRun=True,
            run={
                "name": "train",
                "inputs": [
                    {
                        "datasetVersion": {
                            "dataset": registry.ref("raw"),
                            "createDataset": {},
                            "label": "1",
                        }
                    }
                ],
            },
        )

        assert version == registry.ref("scorer:2")
        assert await registry.counts() == before
        assert await register(registry) == registry.ref("scorer:2")

    async def test_the_same_key_registers_once(self, registry: Registry) -> None:
        given: dict[str, Any] = {"idempotencyKey": unique("key"), "run": {"name": "train"}}
        answers = await asyncio.gather(*(register(registry, **given) for _ in range(20)))
        refused = await registry.refused(
            REGISTER, model=registry.ref("scorer"), **given | {"run": {"name": "other"}}
        )
        counts = await registry.counts()

        assert set(answers) == {registry.ref("scorer:1")}
        assert (counts["ModelVersion"], counts["Run"]) == (1, 1)
        assert refused["code"] == "IDEMPOTENCY_KEY_REUSED"

    async def test_thirty_at_once_are_numbered_without_gaps(self, registry: Registry) -> None:
        answers = await asyncio.gather(*(register(registry) for _ in range(30)))
        data = await registry.ask(
            """query($ref: Ref!) { model(ref: $ref) {
                latestVersion { number } versions { nodes { number } totalCount }
            } }""",
            ref=registry.ref("scorer"),
        )

        assert sorted(answers) == sorted(registry.ref(f"scorer:{i}") for i in range(1, 31))
        assert data["model"] == {
            "latestVersion": {"number": 30},
            "versions": {
                "nodes": [{"number": number} for number in range(30, 0, -1)],
                "totalCount": 30,
            },
        }

    async def test_numbers_have_no_gap_where_some_are_refused(self, registry: Registry) -> None:
        await register(registry)
        bad = {"bases": [{"ref": registry.ref("none:1")}]}
        await asyncio.gather(
            *(
                registry.tell(REGISTER, model=registry.ref("scorer"), **(bad if i % 2 else {}))
                for i in range(20)
            )
        )

        assert await register(registry) == registry.ref("scorer:12")

    async def test_registered_once_by_twenty_at_once_with_one_digest(
        self, registry: Registry
    ) -> None:
        answers = await asyncio.gather(
            *(
                registry.tell(REGISTER, model=registry.ref("scorer"), createModel={}, digest=DIGEST)
                for _ in range(20)
            )
        )

        assert sorted(answer["__typename"] for answer in answers) == [
            *["AlreadyExists"] * 19,
            "RegisterModelVersionSuccess",
        ]


class TestModel:
    async def test_found_by_name_and_id(self, registry: Registry) -> None:
        made = await registry.told(CREATE, "model { id ref }", ref=registry.ref("scorer"))
        query = "query($ref: Ref!) { model(ref: $ref) { id ref } }"

        assert await registry.ask(query, ref=made["model"]["ref"]) == made
        assert await registry.ask(query, ref=made["model"]["id"]) == made
        assert await registry.ask(query, ref=registry.ref("none")) == {"model": None}


class TestModels:
    async def test_filtered_by_namespace_tag_and_owner(self, registry: Registry) -> None:
        for name, tags, owners in (("a", ["x"], ["ada"]), ("b", ["x"], ["grace"])):
            await registry.told(
                CREATE, "model { id }", ref=registry.ref(name), tags=tags, owners=owners
            )
        query = """query($where: ModelWhere) {
            models(where: $where) { nodes { name } totalCount }
        }"""
        where = {
            "namespace": {"eq": registry.namespace},
            "tag": {"eq": "x"},
            "owner": {"in": ["grace"]},
        }

        assert await registry.ask(query, where=where) == {
            "models": {"nodes": [{"name": "b"}], "totalCount": 1}
        }


class TestModelVersions:
    async def test_filtered(self, registry: Registry) -> None:
        told: list[dict[str, Any]] = [
            {"label": "1.0", "tags": ["x"], "framework": "torch"},
            {"label": "2.0", "tags": ["x"], "digest": DIGEST},
            {},
        ]
        for given in told:
            await register(registry, **given)
        query = """query($where: ModelVersionWhere) {
            modelVersions(where: $where) { nodes { number } totalCount }
        }"""
        filters: list[dict[str, Any]] = [
            {},
            {"tag": {"eq": "x"}},
            {"digest": {"eq": DIGEST}},
            {"label": {"in": ["1.0", "3.0"]}},
            {"framework": {"eq": "torch"}},
        ]
        in_it = {"namespace": {"eq": registry.namespace}}
        answers = [
            (await registry.ask(query, where=in_it | where))["modelVersions"] for where in filters
        ]
        found = [[node["number"] for node in answer["nodes"]] for answer in answers]

        assert found == [[3, 2, 1], [2, 1], [2], [1], [1]]
        assert [answer["totalCount"] for answer in answers] == [len(numbers) for numbers in found]
