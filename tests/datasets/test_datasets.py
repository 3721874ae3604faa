"""Datasets and their versions: told, refused, found, listed."""

import asyncio
from typing import Any

import pytest

from tests.asking import Registry, unique

CREATE = "createDataset"
REGISTER = "registerDatasetVersion"
DIGEST = "sha256:" + "0123456789abcdef" * 4
VERSION = "query($ref: Ref!) { datasetVersion(ref: $ref) { id ref } }"


async def labels(registry: Registry, name: str = "customers") -> list[str]:
    """Returns the labels of a dataset's versions, newest first."""
    data = await registry.ask(
        "query($ref: Ref!) { dataset(ref: $ref) { versions { nodes { label } } } }",
        ref=registry.ref(name),
    )
    return [node["label"] for node in data["dataset"]["versions"]["nodes"]]


class TestCreateDataset:
    async def test_keeps_what_it_was_told(self, registry: Registry) -> None:
        made = await registry.told(
            CREATE,
            """dataset {
                ref name kind description tags owners revision createdBy updatedBy
                namespace { name } latestVersion { ref } versions { totalCount }
            }""",
            ref=registry.ref("customers"),
            kind="FEATURE_VIEW",
            description="All customers.",
            tags=["pii"],
            owners=["ada"],
        )

        assert made["dataset"] == {
            "ref": registry.ref("customers"),
            "name": "customers",
            "kind": "FEATURE_VIEW",
            "description": "All customers.",
            "tags": ["pii"],
            "owners": ["ada"],
            "revision": 1,
            "createdBy": "ada",
            "updatedBy": "ada",
            "namespace": {"name": registry.namespace},
            "latestVersion": None,
            "versions": {"totalCount": 0},
        }

    async def test_is_a_table_unless_told(self, registry: Registry) -> None:
        made = await registry.told(CREATE, "dataset { kind }", ref=registry.ref("customers"))

        assert made == {"dataset": {"kind": "TABLE"}}

    async def test_refused_where_the_name_is_taken(self, registry: Registry) -> None:
        ref = registry.ref("customers")
        await registry.told(CREATE, "dataset { id }", ref=ref)
        refused = await registry.refused(CREATE, ref=ref)

        assert refused == {
            "__typename": "AlreadyExists",
            "code": "ALREADY_EXISTS",
            "path": ["ref"],
            "existing": ref,
        }

    async def test_a_model_of_the_same_name_is_in_nobodys_way(self, registry: Registry) -> None:
        ref = registry.ref("customers")
        await registry.told("createModel", "model { id }", ref=ref)

        assert await registry.told(CREATE, "dataset { ref }", ref=ref) == {"dataset": {"ref": ref}}

    async def test_refused_in_an_unknown_namespace(self, registry: Registry) -> None:
        namespace = unique("none")
        refused = await registry.refused(CREATE, ref=f"{namespace}/customers")

        assert refused == {
            "__typename": "NotFound",
            "code": "NOT_FOUND",
            "path": ["ref"],
            "ref": namespace,
        }

    @pytest.mark.parametrize("ref", ["", "customers", "ns/a#b", "ns/a:1", "ns/a b", "dataset:n/a"])
    async def test_refused_where_the_ref_is_no_name(self, registry: Registry, ref: str) -> None:
        refused = await registry.refused(CREATE, ref=ref)

        assert (refused["code"], refused["path"]) == ("INVALID_INPUT", ["ref"])

    async def test_a_dry_run_changes_nothing(self, registry: Registry) -> None:
        await registry.told(CREATE, "dataset { ref }", ref=registry.ref("customers"), dryRun=True)

        assert await registry.counts() == {"Namespace": 1, "edges": 0}

    async def test_refused_where_the_key_was_used(self, registry: Registry) -> None:
        key = unique("key")
        await registry.told(CREATE, "dataset { id }", ref=registry.ref("a"), idempotencyKey=key)
        refused = await registry.refused(CREATE, ref=registry.ref("b"), idempotencyKey=key)

        assert refused["code"] == "IDEMPOTENCY_KEY_REUSED"

    async def test_made_once_by_twenty_at_once(self, registry: Registry) -> None:
        ref = registry.ref("customers")
        answers = await asyncio.gather(*(registry.tell(CREATE, ref=ref) for _ in range(20)))

        assert sorted(answer["__typename"] for answer in answers) == [
            *["AlreadyExists"] * 19,
            "CreateDatasetSuccess",
        ]


class TestRegisterDatasetVersion:
    @pytest.fixture(autouse=True)
    async def customers(self, registry: Registry) -> str:
        ref = registry.ref("customers")
        await registry.told(CREATE, "dataset { id }", ref=ref)
        return ref

    async def test_keeps_what_it_was_told(self, registry: Registry, customers: str) -> None:
        made = await registry.told(
            REGISTER,
            """datasetVersion {
                ref label description tags uri digest sizeBytes rowCount createdBy
                columns { name type } statistics { key value }
                dataset { ref latestVersion { label } } namespace { name } producedBy { id }
                consumedBy { totalCount }
            }""",
            dataset=customers,
            label="2026-11",
            description="As of November.",
            tags=["monthly"],
            uri="s3://data/customers/2026-11",
            digest=DIGEST,
            sizeBytes=2**53 - 1,
            rowCount=12,
            columns=[{"name": "id", "type": "int"}, {"name": "age", "type": "int"}],
            statistics=[{"key": "mean age", "value": 41.5}, {"key": "complete", "value": True}],
        )

        assert made["datasetVersion"] == {
            "ref": f"{customers}#2026-11",
            "label": "2026-11",
            "description": "As of November.",
            "tags": ["monthly"],
            "uri": "s3://data/customers/2026-11",
            "digest": DIGEST,
            "sizeBytes": 2**53 - 1,
            "rowCount": 12,
            "createdBy": "ada",
            "columns": [{"name": "id", "type": "int"}, {"name": "age", "type": "int"}],
            "statistics": [{"key": "complete", "value": True}, {"key": "mean age", "value": 41.5}],
            "dataset": {"ref": customers, "latestVersion": {"label": "2026-11"}},
            "namespace": {"name": registry.namespace},
            "producedBy": None,
            "consumedBy": {"totalCount": 0},
        }

    async def test_is_called_by_its_digest_without_a_label(
        self, registry: Registry, customers: str
    ) -> None:
        made = await registry.told(
            REGISTER, "datasetVersion { ref }", dataset=customers, digest=DIGEST
        )

        assert made == {"datasetVersion": {"ref": f"{customers}#0123456789ab"}}

    async def test_is_found_by_label_digest_and_id(
        self, registry: Registry, customers: str
    ) -> None:
        digest = "sha512:-_/+abc/+def=="
        made = await registry.told(
            REGISTER, "datasetVersion { id ref }", dataset=customers, digest=digest
        )
        version = made["datasetVersion"]

        assert version["ref"] == f"{customers}#abcdef"
        for ref in (version["ref"], f"{customers}#{digest}", version["id"]):
            assert await registry.ask(VERSION, ref=ref) == made

    async def test_hostile_statistics_survive(self, registry: Registry, customers: str) -> None:
        keys = ["a b`.`c", "stat.x", "$q", "'; MATCH (n) DETACH DELETE n //", "größe 😀", "."]
        statistics = [{"key": key, "value": f"{key}!"} for key in sorted(keys)]
        made = await registry.told(
            REGISTER,
            "datasetVersion { statistics { key value } }",
            dataset=customers,
            label="1",
            statistics=statistics,
        )

        assert made["datasetVersion"]["statistics"] == statistics

    async def test_statistics_keep_their_type(self, registry: Registry, customers: str) -> None:
        values: list[Any] = [1, 1.0, True, "1", -(2**53 - 1), "", 0.1, False]
        made = await registry.told(
            REGISTER,
            "datasetVersion { statistics { key value } }",
            dataset=customers,
            label="1",
            statistics=[{"key": str(i), "value": value} for i, value in enumerate(values)],
        )
        kept = [each["value"] for each in made["datasetVersion"]["statistics"]]

        assert [(type(value), value) for value in kept] == [(type(each), each) for each in values]

    async def test_makes_the_dataset_if_it_may(self, registry: Registry) -> None:
        ref = registry.ref("new")
        made = await registry.told(
            REGISTER,
            "datasetVersion { dataset { ref kind owners revision createdBy } }",
            dataset=ref,
            createDataset={"kind": "STREAM", "owners": ["ada"]},
            label="1",
        )

        assert made["datasetVersion"]["dataset"] == {
            "ref": ref,
            "kind": "STREAM",
            "owners": ["ada"],
            "revision": 2,
            "createdBy": "ada",
        }

    async def test_leaves_a_dataset_as_it_is(self, registry: Registry, customers: str) -> None:
        made = await registry.told(
            REGISTER,
            "datasetVersion { dataset { kind } }",
            dataset=customers,
            createDataset={"kind": "STREAM"},
            label="1",
        )

        assert made["datasetVersion"]["dataset"] == {"kind": "TABLE"}

    async def test_derived_from_others(self, registry: Registry, customers: str) -> None:
        for label in ("1", "2"):
            await registry.told(REGISTER, "datasetVersion { id }", dataset=customers, label=label)
        made = await registry.told(
            REGISTER,
            "datasetVersion { upstream { nodes { distance node { ref } } edges { type } } }",
            dataset=customers,
            label="3",
            derivedFrom=[f"{customers}#1", f"{customers}#2", f"{customers}#1"],
        )
        upstream = made["datasetVersion"]["upstream"]

        assert [(step["distance"], step["node"]["ref"]) for step in upstream["nodes"]] == [
            (0, f"{customers}#3"),
            (1, f"{customers}#1"),
            (1, f"{customers}#2"),
        ]
        assert upstream["edges"] == [{"type": "DERIVED_INTO"}] * 2

    async def test_refused_where_the_digest_is_known(
        self, registry: Registry, customers: str
    ) -> None:
        await registry.told(
            REGISTER, "datasetVersion { id }", dataset=customers, label="1", digest=DIGEST
        )
        refused = await registry.refused(REGISTER, dataset=customers, label="2", digest=DIGEST)

        assert refused == {
            "__typename": "AlreadyExists",
            "code": "ALREADY_EXISTS",
            "path": ["digest"],
            "existing": f"{customers}#1",
        }

    async def test_refused_where_the_label_is_known(
        self, registry: Registry, customers: str
    ) -> None:
        await registry.told(REGISTER, "datasetVersion { id }", dataset=customers, label="1")
        refused = await registry.refused(REGISTER, dataset=customers, label="1", digest=DIGEST)

        assert refused == {
            "__typename": "AlreadyExists",
            "code": "ALREADY_EXISTS",
            "path": ["label"],
            "existing": f"{customers}#1",
        }

    async def test_the_same_digest_in_another_dataset_is_another_version(
        self, registry: Registry, customers: str
    ) -> None:
        await registry.told(REGISTER, "datasetVersion { id }", dataset=customers, digest=DIGEST)
        made = await registry.told(
            REGISTER,
            "datasetVersion { ref }",
            dataset=registry.ref("copy"),
            createDataset={},
            digest=DIGEST,
        )

        assert made == {"datasetVersion": {"ref": registry.ref("copy#0123456789ab")}}

    @pytest.mark.parametrize(
        ("given", "path", "missing"),
        [
            ({"dataset": "{ns}/none"}, ["dataset"], "{ns}/none"),
            ({"dataset": "none/none", "createDataset": {}}, ["dataset"], "none"),
            ({"derivedFrom": ["{ns}/customers#9"]}, ["derivedFrom", "0"], "{ns}/customers#9"),
        ],
        ids=["dataset", "namespace", "source"],
    )
    async def test_refused_where_something_is_missing(
        self,
        registry: Registry,
        customers: str,
        given: dict[str, Any],
        path: list[str],
        missing: str,
    ) -> None:
        filled = {
            key: value.format(ns=registry.namespace)
            if isinstance(value, str)
            else [each.format(ns=registry.namespace) for each in value]
            if isinstance(value, list)
            else value
            for key, value in given.items()
        }
        before = await registry.counts()
        refused = await registry.refused(REGISTER, **{"dataset": customers, "label": "1"} | filled)

        assert refused == {
            "__typename": "NotFound",
            "code": "NOT_FOUND",
            "path": path,
            "ref": missing.format(ns=registry.namespace),
        }
        assert await registry.counts() == before

    async def test_refused_where_a_source_is_no_dataset_version(
        self, registry: Registry, customers: str
    ) -> None:
        refused = await registry.refused(
            REGISTER, dataset=customers, label="1", derivedFrom=[customers]
        )

        assert (refused["code"], refused["path"]) == ("INVALID_INPUT", ["derivedFrom", "0"])

    async def test_refused_where_a_source_is_two(self, registry: Registry, customers: str) -> None:
        ref = await registry.mistake(customers, "sha256:aaaaaaaa")
        refused = await registry.refused(REGISTER, dataset=customers, label="3", derivedFrom=[ref])

        assert refused == {
            "__typename": "AmbiguousRef",
            "code": "AMBIGUOUS_REF",
            "path": ["derivedFrom", "0"],
            "ref": ref,
            "kinds": ["DatasetVersion", "DatasetVersion"],
        }

    @pytest.mark.parametrize(
        ("given", "path"),
        [
            ({"label": None}, []),
            ({"label": "sha256:aaaaaaaa"}, []),
            ({"digest": "sha256:/+/+/+/+", "label": None}, []),
            ({"label": "a b"}, ["label"]),
            ({"label": "x" * 201}, ["label"]),
            ({"digest": "0123456789abcdef"}, ["digest"]),
            ({"digest": "a" * 10_000 + ":0123456789"}, ["digest"]),
            ({"uri": "not a uri"}, ["uri"]),
            ({"uri": "s3://" + "x" * 2_000}, ["uri"]),
            ({"sizeBytes": -1}, ["sizeBytes"]),
            ({"rowCount": -1}, ["rowCount"]),
            ({"columns": [{"name": "", "type": "int"}]}, ["columns", "0", "name"]),
            ({"statistics": [{"key": "", "value": 1}]}, ["statistics", "0", "key"]),
            ({"statistics": [{"key": "a\0b", "value": 1}]}, ["statistics", "0", "key"]),
            ({"statistics": [{"key": "k" * 201, "value": 1}]}, ["statistics", "0", "key"]),
            ({"statistics": [{"key": "a", "value": 1}] * 2}, ["statistics"]),
            ({"createDataset": {"tags": [""]}}, ["createDataset", "tags", "0"]),
            ({"dataset": "no ref"}, ["dataset"]),
            ({"derivedFrom": ["no ref"]}, ["derivedFrom", "0"]),
        ],
        ids=lambda value: str(value)[:40],
    )
    async def test_refused_with_what_is_invalid(
        self, registry: Registry, customers: str, given: dict[str, Any], path: list[str]
    ) -> None:
        told = {"dataset": customers, "label": "1"} | given
        refused = await registry.refused(REGISTER, **told)

        assert refused["code"] == "INVALID_INPUT"
        assert refused["path"][: len(path)] == path

    async def test_a_dry_run_changes_nothing(self, registry: Registry, customers: str) -> None:
        before = await registry.counts()
        made = await registry.told(
            REGISTER,
            "datasetVersion { ref dataset { ref } }",
            dataset=registry.ref("new"),
            createDataset={},
            label="1",
            dryRun=True,
        )

        assert made["datasetVersion"]["ref"] == registry.ref("new#1")
        assert await registry.counts() == before

    async def test_the_same_key_answers_the_same(self, registry: Registry, customers: str) -> None:
        given = {"dataset": customers, "digest": DIGEST, "idempotencyKey": unique("key")}
        first = await registry.told(REGISTER, "datasetVersion { id }", **given)
        second = await registry.told(REGISTER, "datasetVersion { id }", **given)
        refused = await registry.refused(REGISTER, **given | {"label": "1"})

        assert first == second
        assert refused["code"] == "IDEMPOTENCY_KEY_REUSED"

    async def test_registered_once_by_twenty_at_once(
        self, registry: Registry, customers: str
    ) -> None:
        answers = await asyncio.gather(
            *(
                registry.tell(REGISTER, dataset=customers, label=str(i), digest=DIGEST)
                for i in range(20)
            )
        )

        assert sorted(answer["__typename"] for answer in answers) == [
            *["AlreadyExists"] * 19,
            "RegisterDatasetVersionSuccess",
        ]
        assert len(await labels(registry)) == 1

    async def test_twenty_at_once_make_the_dataset_once(self, registry: Registry) -> None:
        answers = await asyncio.gather(
            *(
                registry.told(
                    REGISTER,
                    "datasetVersion { dataset { id } }",
                    dataset=registry.ref("new"),
                    createDataset={},
                    label=str(i),
                )
                for i in range(20)
            )
        )

        assert len({answer["datasetVersion"]["dataset"]["id"] for answer in answers}) == 1
        assert len(await labels(registry, "new")) == 20


class TestDataset:
    async def test_versions_come_newest_first(self, registry: Registry) -> None:
        for label in ("b", "a", "c"):
            await registry.told(
                REGISTER,
                "datasetVersion { id }",
                dataset=registry.ref("customers"),
                createDataset={},
                label=label,
            )

        assert await labels(registry) == ["c", "a", "b"]


class TestDatasetVersion:
    async def test_nothing_by_an_unknown_label(self, registry: Registry) -> None:
        await registry.told(CREATE, "dataset { id }", ref=registry.ref("customers"))
        data = await registry.ask(VERSION, ref=registry.ref("customers#1"))

        assert data == {"datasetVersion": None}

    async def test_names_the_runs_that_read_and_wrote_it(self, registry: Registry) -> None:
        version = {"dataset": registry.ref("a"), "createDataset": {}, "digest": DIGEST}
        for name, ends in (
            ("writer", {"outputs": [{"datasetVersion": version}]}),
            ("writer again", {"outputs": [{"datasetVersion": version}]}),
            ("reader", {"inputs": [{"datasetVersion": version}]}),
            (
                "reader of both",
                {"inputs": [{"datasetVersion": version, "role": role} for role in ("a", "b")]},
            ),
        ):
            await registry.told(
                "registerRun", "run { id }", namespace=registry.namespace, name=name, **ends
            )
        data = await registry.ask(
            """query($ref: Ref!) { datasetVersion(ref: $ref) {
                producedBy { name } consumedBy { nodes { name } totalCount }
            } }""",
            ref=registry.ref("a#0123456789ab"),
        )

        assert data["datasetVersion"] == {
            "producedBy": {"name": "writer"},
            "consumedBy": {
                "nodes": [{"name": "reader of both"}, {"name": "reader"}],
                "totalCount": 2,
            },
        }


class TestDatasets:
    async def test_filtered_by_namespace_tag_and_owner(self, registry: Registry) -> None:
        for name, tags, owners in (
            ("a", ["x"], ["ada"]),
            ("b", ["x", "y"], ["grace"]),
            ("c", [], ["ada", "grace"]),
        ):
            await registry.told(
                CREATE, "dataset { id }", ref=registry.ref(name), tags=tags, owners=owners
            )
        query = """query($where: NamedWhere) {
            datasets(where: $where) { nodes { name } totalCount }
        }"""
        in_it = {"namespace": {"eq": registry.namespace}}
        filters: list[dict[str, Any]] = [
            {},
            {"tag": {"eq": "x"}},
            {"tag": {"in": ["y", "z"]}},
            {"owner": {"eq": "ada"}},
            {"owner": {"eq": "ada"}, "tag": {"eq": "x"}},
            {"tag": {"eq": "x", "in": ["y"]}},
            {"tag": {"in": []}},
        ]
        answers = [await registry.ask(query, where=in_it | where) for where in filters]
        found = [[node["name"] for node in answer["datasets"]["nodes"]] for answer in answers]

        assert found == [["a", "b", "c"], ["a", "b"], ["b"], ["a", "c"], ["a"], [], []]


class TestDatasetVersions:
    async def test_filtered_by_namespace_tag_and_digest(self, registry: Registry) -> None:
        for label, tags, digest in (("1", ["x"], DIGEST), ("2", ["x"], None), ("3", [], None)):
            await registry.told(
                REGISTER,
                "datasetVersion { id }",
                dataset=registry.ref("a"),
                createDataset={},
                label=label,
                tags=tags,
                digest=digest,
            )
        query = """query($where: DatasetVersionWhere) {
            datasetVersions(where: $where) { nodes { label } totalCount }
        }"""
        in_it = {"namespace": {"eq": registry.namespace}}
        tagged = await registry.ask(query, where=in_it | {"tag": {"eq": "x"}})
        same = await registry.ask(query, where=in_it | {"digest": {"eq": DIGEST}})

        assert tagged["datasetVersions"] == {
            "nodes": [{"label": "2"}, {"label": "1"}],
            "totalCount": 2,
        }
        assert same["datasetVersions"] == {"nodes": [{"label": "1"}], "totalCount": 1}
