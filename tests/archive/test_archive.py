"""Archiving: out of the lists, never lost, and nothing that serves."""

from typing import Any

import pytest
from graphql import GraphQLInterfaceType

from lineal.archive.service import KINDS as ARCHIVABLE
from lineal.schema import schema
from tests.asking import Registry, filled, unique

LIST = """query($where: {0}) {{ {1}(where: $where) {{ totalCount nodes {{ ref }} }} }}"""
ARCHIVE, UNARCHIVE = "archiveRecord", "unarchiveRecord"
RECORD = "changed record { ref archivedAt archivedBy archiveReason ... on Revised { revision } }"

# Each kind: what lists it, by which condition, and what it is called in the world that is made.
KINDS = {
    "Dataset": ("datasets", "NamedWhere", "dataset:?/raw"),
    "DatasetVersion": ("datasetVersions", "DatasetVersionWhere", "?/raw#1"),
    "Model": ("models", "ModelWhere", "?/scorer"),
    "ModelVersion": ("modelVersions", "ModelVersionWhere", "?/scorer:2"),
    "Deployment": ("deployments", "DeploymentWhere", "?/api"),
    "Application": ("applications", "ApplicationWhere", "?/portal"),
}
each_kind = pytest.mark.parametrize("kind", KINDS)


@pytest.fixture(autouse=True)
async def world(registry: Registry) -> None:
    """Makes one of each kind, but two model versions; nothing serves yet."""
    tell, ref = registry.told, registry.ref
    dataset = {"dataset": ref("raw"), "createDataset": {}, "label": "1"}
    await tell("registerDatasetVersion", "datasetVersion { id }", **dataset)
    for _ in range(2):
        model = {"model": ref("scorer"), "createModel": {}}
        await tell("registerModelVersion", "modelVersion { id }", **model)
    await tell("createDeployment", "deployment { id }", ref=ref("api"), environment="production")
    await tell("createApplication", "application { id }", ref=ref("portal"))


async def listed(registry: Registry, list_: str, where: str, **given: Any) -> list[str]:
    """Returns the refs of what a list holds of the test's namespace, and that it counts them."""
    asked = {"namespace": {"eq": registry.namespace}, **given}
    page = (await registry.ask(LIST.format(where, list_), where=asked))[list_]
    refs = [node["ref"] for node in page["nodes"]]

    assert page["totalCount"] == len(refs)
    return refs


async def archive(registry: Registry, name: str, **given: Any) -> dict[str, Any]:
    ref = name.replace("?", registry.namespace)
    return await registry.told(ARCHIVE, RECORD, ref=ref, **given)


async def deploy(registry: Registry, number: int, **given: Any) -> dict[str, Any]:
    serving = {"deployment": registry.ref("api"), "modelVersion": registry.ref(f"scorer:{number}")}
    return await registry.tell("deployModelVersion", "changed", **serving, **given)


class TestArchiveRecord:
    def test_takes_every_kind_of_record(self) -> None:
        record = schema._schema.type_map["Record"]
        assert isinstance(record, GraphQLInterfaceType)
        kinds = {each.name for each in schema._schema.get_possible_types(record)}

        assert set(ARCHIVABLE) == kinds

    @each_kind
    async def test_leaves_the_lists_and_says_who_and_why(
        self, registry: Registry, kind: str
    ) -> None:
        list_, where, name = KINDS[kind]
        done = await archive(registry.by("grace"), name, reason="out of use")
        record = done["record"]

        assert done["changed"] is True
        assert record["archivedAt"] is not None
        assert (record["archivedBy"], record["archiveReason"]) == ("grace", "out of use")
        assert record["ref"] not in await listed(registry, list_, where)
        assert await listed(registry, list_, where, archived=True) == [record["ref"]]

    async def test_a_run(self, registry: Registry) -> None:
        run = await registry.told(
            "registerRun", "run { id }", namespace=registry.namespace, name="train"
        )
        await archive(registry, run["run"]["id"])

        assert await listed(registry, "runs", "RunWhere") == []
        assert await listed(registry, "runs", "RunWhere", archived=True) == [run["run"]["id"]]

    @each_kind
    async def test_is_still_there_by_its_ref(self, registry: Registry, kind: str) -> None:
        done = await archive(registry, KINDS[kind][2])
        query = "query($id: ID!) { node(id: $id) { ... on Record { archivedAt } } }"
        found = await registry.ask(query, id=KINDS[kind][2].replace("?", registry.namespace))

        assert found["node"] == {"archivedAt": done["record"]["archivedAt"]}

    async def test_is_still_in_the_lineage(self, registry: Registry) -> None:
        bases = [{"ref": registry.ref("scorer:1")}]
        await registry.told(
            "registerModelVersion", "modelVersion { id }", model=registry.ref("scorer"), bases=bases
        )
        await archive(registry, "?/scorer:3")
        query = """query($of: [Ref!]!) { lineage(of: $of, direction: DOWNSTREAM) {
            nodes { node { ref ... on Record { archivedBy } } }
        } }"""
        found = await registry.ask(query, of=[registry.ref("scorer:1")])

        assert found["lineage"]["nodes"][-1]["node"] == {
            "ref": registry.ref("scorer:3"),
            "archivedBy": "ada",
        }

    async def test_with_a_model_go_its_versions(self, registry: Registry) -> None:
        await archive(registry, "?/scorer")
        versions = [registry.ref("scorer:2"), registry.ref("scorer:1")]

        assert await listed(registry, "modelVersions", "ModelVersionWhere") == []
        assert await listed(registry, "modelVersions", "ModelVersionWhere", archived=True) == (
            versions
        )

    async def test_with_a_dataset_go_its_versions(self, registry: Registry) -> None:
        await archive(registry, "dataset:?/raw")

        assert await listed(registry, "datasetVersions", "DatasetVersionWhere") == []

    async def test_with_a_namespace_goes_all_that_is_in_it(self, registry: Registry) -> None:
        await archive(registry, "?")

        for list_, where, _ in KINDS.values():
            assert await listed(registry, list_, where) == []
            assert await listed(registry, list_, where, archived=True) != []

    async def test_is_left_out_of_its_namespace(self, registry: Registry) -> None:
        for kind in ("Dataset", "Model", "Deployment", "Application"):
            await archive(registry, KINDS[kind][2])
        lists = ("datasets", "models", "deployments", "applications")
        select = " ".join(f"{each} {{ totalCount nodes {{ ref }} }}" for each in lists)
        query = f"query($ref: Ref!) {{ namespace(ref: $ref) {{ {select} }} }}"
        found = await registry.ask(query, ref=registry.namespace)

        assert found["namespace"] == {each: {"totalCount": 0, "nodes": []} for each in lists}

    @pytest.mark.parametrize(
        ("given", "expected"),
        [
            ({"archived": True}, ["scorer:2"]),
            ({"archived": False}, ["scorer:1"]),
            ({"not": {"archived": True}}, ["scorer:1"]),
            ({"or": [{"archived": True}, {"archived": False}]}, ["scorer:2", "scorer:1"]),
            ({"and": [{"archived": True}, {"archived": False}]}, []),
            ({"not": {"label": {"eq": "none"}}}, ["scorer:1"]),
        ],
        ids=str,
    )
    async def test_is_listed_as_a_condition_says(
        self, registry: Registry, given: dict[str, Any], expected: list[str]
    ) -> None:
        await archive(registry, "?/scorer:2")
        found = await listed(registry, "modelVersions", "ModelVersionWhere", **given)

        assert found == [registry.ref(name) for name in expected]

    async def test_again_changes_nothing(self, registry: Registry) -> None:
        first = await archive(registry, "?/scorer", reason="first")
        again = await archive(registry.by("grace"), "?/scorer", reason="again")

        assert again == {**first, "changed": False}

    @pytest.mark.parametrize("name", ["?/scorer:1", "?/scorer", "?/api", "?"])
    async def test_refused_where_it_serves(self, registry: Registry, name: str) -> None:
        await deploy(registry, 1)
        refused = await registry.refused(ARCHIVE, ref=name.replace("?", registry.namespace))

        assert refused == {
            "__typename": "InvalidState",
            "code": "INVALID_STATE",
            "path": ["ref"],
            "ref": registry.ref("api"),
            "state": "SERVING",
        }

    async def test_once_nothing_serves(self, registry: Registry) -> None:
        await deploy(registry, 1)
        await registry.told("endDeployment", "deployment { id }", deployment=registry.ref("api"))
        done = await archive(registry, "?/scorer")

        assert done["changed"] is True

    async def test_refused_where_a_name_is_that_of_several(self, registry: Registry) -> None:
        await registry.told("createDataset", "dataset { id }", ref=registry.ref("scorer"))
        refused = await registry.refused(ARCHIVE, ref=registry.ref("scorer"))

        assert (refused["code"], refused["kinds"]) == ("AMBIGUOUS_REF", ["Dataset", "Model"])

    @pytest.mark.parametrize(
        ("given", "code", "path"),
        [
            ({"ref": "?/none"}, "NOT_FOUND", ["ref"]),
            ({"ref": "a b"}, "INVALID_INPUT", ["ref"]),
            ({"ref": "?/scorer", "reason": " "}, "INVALID_INPUT", ["reason"]),
            ({"ref": "?/scorer", "expectedRevision": 1}, "STALE_REVISION", ["expectedRevision"]),
        ],
        ids=str,
    )
    async def test_refused_with_what_is_wrong(
        self, registry: Registry, given: dict[str, Any], code: str, path: list[str]
    ) -> None:
        ref = given["ref"].replace("?", registry.namespace)
        refused = await registry.refused(ARCHIVE, **given | {"ref": ref})

        assert (refused["code"], refused["path"]) == (code, path)

    async def test_a_dry_run_changes_nothing(self, registry: Registry) -> None:
        dry = await archive(registry, "?/scorer", dryRun=True)

        assert dry["record"]["archivedAt"] is not None
        assert await listed(registry, "models", "ModelWhere") == [registry.ref("scorer")]

    async def test_the_same_key_archives_once(self, registry: Registry) -> None:
        key = unique("key")
        first = await archive(registry, "?/scorer", idempotencyKey=key)
        await registry.told(UNARCHIVE, "changed", ref=registry.ref("scorer"))
        again = await archive(registry, "?/scorer", idempotencyKey=key)

        assert (first["changed"], again["record"]["archivedAt"]) == (True, None)


class TestWhatIsArchived:
    @pytest.mark.parametrize(
        ("archived", "name", "given", "path"),
        [
            ("?/scorer", "registerModelVersion", {"model": "?/scorer"}, "model"),
            (
                "dataset:?/raw",
                "registerDatasetVersion",
                {"dataset": "?/raw", "label": "2"},
                "dataset",
            ),
            (
                "?/scorer",
                "setAlias",
                {"model": "?/scorer", "alias": "champion", "version": "?/scorer:1"},
                "model",
            ),
            (
                "?/scorer:1",
                "setAlias",
                {"model": "?/scorer", "alias": "champion", "version": "?/scorer:1"},
                "version",
            ),
            (
                "?/scorer:1",
                "deployModelVersion",
                {"deployment": "?/api", "modelVersion": "?/scorer:1"},
                "modelVersion",
            ),
            (
                "?/scorer",
                "deployModelVersion",
                {"deployment": "?/api", "modelVersion": "?/scorer:1"},
                "modelVersion",
            ),
            (
                "?/api",
                "deployModelVersion",
                {"deployment": "?/api", "modelVersion": "?/scorer:1"},
                "deployment",
            ),
        ],
    )
    async def test_is_not_used_anew(
        self, registry: Registry, archived: str, name: str, given: dict[str, str], path: str
    ) -> None:
        input_ = {key: value.replace("?", registry.namespace) for key, value in given.items()}
        done = await archive(registry, archived)
        refused = await registry.refused(name, **input_)
        await registry.told(UNARCHIVE, "changed", ref=done["record"]["ref"])

        assert (refused["code"], refused["state"]) == ("INVALID_STATE", "ARCHIVED")
        assert (refused["ref"], refused["path"]) == (done["record"]["ref"], [path])
        assert (await registry.tell(name, **input_))["__typename"].endswith("Success")


VERSION = {"model": "?/scorer", "createModel": {}}
DATA = {"dataset": "?/raw", "createDataset": {}, "label": "9"}
RUN = {"namespace": "?", "name": "train"}
# What comes into a namespace, in every way, and where in the input the refusal points.
NEW: list[tuple[str, dict[str, Any], list[str]]] = [
    ("createDataset", {"ref": "?/new"}, ["ref"]),
    ("createModel", {"ref": "?/new"}, ["ref"]),
    ("createExperiment", {"ref": "?/new"}, ["ref"]),
    ("createDeployment", {"ref": "?/new", "environment": "production"}, ["ref"]),
    ("createApplication", {"ref": "?/new"}, ["ref"]),
    ("registerDatasetVersion", DATA, ["dataset"]),
    ("registerDatasetVersion", {**DATA, "dataset": "?/new"}, ["dataset"]),
    ("registerDatasetVersions", {"items": [DATA]}, ["items", "0", "dataset"]),
    ("registerModelVersion", VERSION, ["model"]),
    ("registerModelVersion", {**VERSION, "model": "?/new"}, ["model"]),
    ("registerModelVersions", {"items": [VERSION]}, ["items", "0", "model"]),
    ("startRun", RUN, ["namespace"]),
    ("registerRun", {**RUN, "experiment": "?/new", "createExperiment": {}}, ["namespace"]),
    ("registerRuns", {"items": [RUN]}, ["items", "0", "namespace"]),
    ("recordEvaluation", {"modelVersion": "?/scorer:1", "suite": "holdout"}, ["modelVersion"]),
    ("renameModel", {"model": "?/scorer", "to": "?/new"}, ["to"]),
    ("setAlias", {"model": "?/scorer", "alias": "a", "version": "?/scorer:1"}, ["model"]),
    ("deployModelVersion", {"deployment": "?/api", "modelVersion": "?/scorer:1"}, ["deployment"]),
    (
        "deployModelVersion",
        {
            "deployment": "?/new",
            "modelVersion": "?/scorer:1",
            "createDeployment": {"environment": "production"},
        },
        ["deployment"],
    ),
    (
        "recordFeed",
        {"deployment": "?/api", "application": "?/new", "createApplication": {}},
        ["application"],
    ),
]


def why(refused: dict[str, Any]) -> dict[str, Any]:
    """Returns the refusal, or that of the only item that is refused."""
    first: dict[str, Any] = refused["refusals"][0] if "refusals" in refused else refused
    return first


class TestNothingNew:
    @pytest.mark.parametrize(("name", "given", "path"), NEW)
    async def test_in_a_namespace(
        self, registry: Registry, name: str, given: dict[str, Any], path: list[str]
    ) -> None:
        asked = filled(given, registry.namespace)
        await archive(registry, "?")
        refused = await registry.refused(name, **asked)
        await registry.told(UNARCHIVE, "changed", ref=registry.namespace)

        assert (why(refused)["code"], why(refused)["path"]) == ("INVALID_STATE", path)
        assert "refusals" in refused or refused["ref"] == registry.namespace
        assert (await registry.tell(name, **asked))["__typename"].endswith("Success")

    async def test_but_what_is_there_already(self, registry: Registry) -> None:
        digest = "sha256:" + "1" * 64
        given = {"model": registry.ref("scorer"), "digest": digest}
        first = await registry.told("registerModelVersion", "modelVersion { id }", **given)
        await archive(registry, "?")
        again = await registry.told(
            "registerModelVersion", "modelVersion { id }", **given, onDuplicate="REUSE"
        )

        assert again == first

    async def test_but_what_a_run_goes_on_to_tell(self, registry: Registry) -> None:
        run = await registry.told("startRun", "run { id }", **filled(RUN, registry.namespace))
        await archive(registry, "?")
        done = await registry.told("finishRun", "run { status }", run=run["run"]["id"])

        assert done["run"]["status"] == "FINISHED"

    async def test_that_a_run_elsewhere_writes(self, registry: Registry) -> None:
        other = unique("ns")
        await registry.told("createNamespace", "namespace { id }", name=other)
        await archive(registry, "?")
        outputs = [{"datasetVersion": filled(DATA, registry.namespace)}]
        refused = await registry.refused(
            "registerRun", namespace=other, name="clean", outputs=outputs
        )

        assert refused["ref"] == registry.namespace
        assert refused["path"] == ["outputs", "0", "datasetVersion", "dataset"]

    @pytest.mark.parametrize("base", [{"model": "?/scorer"}, {"model": "?/new", "createModel": {}}])
    async def test_that_a_version_elsewhere_is_made_from(
        self, registry: Registry, base: dict[str, Any]
    ) -> None:
        other = unique("ns")
        await registry.told("createNamespace", "namespace { id }", name=other)
        await archive(registry, "?")
        refused = await registry.refused(
            "registerModelVersion",
            model=f"{other}/tuned",
            createModel={},
            bases=[
                {
                    "modelVersion": filled(base, registry.namespace)
                    | {"digest": "sha256:" + "2" * 64}
                }
            ],
        )

        assert refused["ref"] == registry.namespace
        assert refused["path"] == ["bases", "0", "modelVersion", "model"]


class TestRuns:
    """What runs belong to: an experiment, or another run."""

    @pytest.fixture(autouse=True)
    async def grouped(self, registry: Registry) -> str:
        """Returns the id of a run in an experiment."""
        given = {**filled(RUN, registry.namespace), "experiment": registry.ref("search")}
        run = await registry.told("startRun", "run { id }", **given, createExperiment={})
        return str(run["run"]["id"])

    async def test_none_into_an_experiment(self, registry: Registry) -> None:
        await archive(registry, "?/search")
        given = {**filled(RUN, registry.namespace), "experiment": registry.ref("search")}
        refused = await registry.refused("startRun", **given)

        assert (refused["code"], refused["path"]) == ("INVALID_STATE", ["experiment"])
        assert (refused["ref"], refused["state"]) == (registry.ref("search"), "ARCHIVED")

    async def test_none_into_a_run(self, registry: Registry, grouped: str) -> None:
        await archive(registry, grouped)
        refused = await registry.refused(
            "registerRun", **filled(RUN, registry.namespace), parent=grouped
        )

        assert (refused["ref"], refused["path"]) == (grouped, ["parent"])

    async def test_none_into_a_run_of_an_experiment(self, registry: Registry, grouped: str) -> None:
        await archive(registry, "?/search")
        items = [{**filled(RUN, registry.namespace), "parent": grouped}]
        refused = await registry.refused("registerRuns", items=items)

        assert refused["refusals"][0]["path"] == ["items", "0", "parent"]
        assert registry.ref("search") in refused["refusals"][0]["message"]

    async def test_with_an_experiment_go_its_runs(self, registry: Registry, grouped: str) -> None:
        query = "query($ref: Ref!) { namespace(ref: $ref) { runs { totalCount nodes { id } } } }"
        await archive(registry, "?/search")
        found = await registry.ask(query, ref=registry.namespace)

        assert await listed(registry, "runs", "RunWhere") == []
        assert await listed(registry, "runs", "RunWhere", archived=True) == [grouped]
        assert found["namespace"]["runs"] == {"totalCount": 0, "nodes": []}


class TestUnarchiveRecord:
    @each_kind
    async def test_is_listed_again(self, registry: Registry, kind: str) -> None:
        list_, where, name = KINDS[kind]
        before = await listed(registry, list_, where)
        archived = await archive(registry, name, reason="out of use")
        ref = name.replace("?", registry.namespace)
        done = await registry.told(UNARCHIVE, RECORD, ref=ref)

        assert done["record"] == {
            **archived["record"],
            "archivedAt": None,
            "archivedBy": None,
            "archiveReason": None,
            "revision": archived["record"]["revision"] + 1,
        }
        assert await listed(registry, list_, where) == before

    async def test_again_changes_nothing(self, registry: Registry) -> None:
        done = await registry.told(UNARCHIVE, RECORD, ref=registry.ref("scorer"))

        assert (done["changed"], done["record"]["revision"]) == (False, 3)

    async def test_refused_where_there_is_none(self, registry: Registry) -> None:
        refused = await registry.refused(UNARCHIVE, ref=registry.ref("none"))

        assert (refused["code"], refused["path"]) == ("NOT_FOUND", ["ref"])
