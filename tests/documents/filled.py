"""A registry that has something of every type of the schema, told by every mutation."""

from dataclasses import dataclass, field
from typing import Any

from tests.asking import Registry

DIGEST = "sha256:" + "0123456789abcdef" * 4


@dataclass
class Filled:
    """The refs and ids of what is there by kind, and moments between the mutations."""

    registry: Registry
    refs: dict[str, list[str]] = field(default_factory=dict)
    ids: dict[str, list[str]] = field(default_factory=dict)
    moments: list[str] = field(default_factory=list)

    def ref(self, name: str) -> str:
        """Returns the ref of what has this name."""
        return self.registry.ref(name)

    async def done(self, mutation: str, /, **given: Any) -> None:
        """Tells something that must be done."""
        answer = await self.registry.tell(mutation, **given)
        assert answer["__typename"].endswith("Success"), (mutation, answer)

    async def look(self) -> None:
        """Takes note of what is there by now, and of the moment."""
        rows = await self.registry.graph.read(THERE, {"namespace": self.registry.namespace})
        self.refs, self.ids = {}, {}
        for row in rows:
            self.ids.setdefault(row["kind"], []).append(row["id"])
            self.refs.setdefault(row["kind"], []).append(row["ref"])

    async def moment(self) -> None:
        """Takes note of the time, by the database's clock."""
        self.moments.append(await self.registry.graph.read("RETURN toString(datetime())", {}))


THERE = """
    MATCH (node:Entity) WHERE coalesce(node.namespace, node.name) = $namespace
    WITH node ORDER BY node.id
    RETURN collect({id: node.id, kind: node.nodeKind, ref: node.ref})
"""


async def filled(registry: Registry) -> Filled:
    """Returns a registry, filled; a second one beside it would have the same contents."""
    made = Filled(registry)
    await made.moment()
    for chapter in (_data, _models, _moves, _serving, _changes):
        await chapter(made)
        await made.moment()
    await made.look()
    return made


def said(made: Filled, what: str) -> dict[str, Any]:
    """Returns all that can be said of anything."""
    return {
        "description": f"The **{what}** of credit scoring.",
        "tags": ["credit", made.registry.namespace, what],
        "properties": [
            {"key": "costCentre", "text": "C-1"},
            {"key": "priority", "number": 3},
            {"key": "critical", "boolean": True},
            {"key": "reviewed", "time": "2026-03-03T12:00:00Z"},
            {"key": "wiki", "link": "https://wiki.example/credit"},
        ],
        "documentation": [{"title": "Runbook", "url": "https://docs.example/run"}],
    }


def new(**more: Any) -> dict[str, Any]:
    """Returns what can be said anew of anything."""
    return {
        "description": "Told anew.",
        "tags": ["credit", "new"],
        "documentation": [{"title": "Wiki", "url": "https://docs.example/new"}],
        "setProperties": [{"key": "team", "text": "risk"}],
        "removeProperties": ["reviewed"],
        **more,
    }


async def _data(made: Filled) -> None:
    name = made.registry.namespace
    await made.done("createNamespace", name=name, owners=["ada"], **said(made, "namespace"))
    await made.done("updateNamespace", ref=name, **new(owners=["team-risk"]))
    await made.done(
        "createDataset", ref=made.ref("raw"), kind="STREAM", owners=["ada"], **said(made, "raw")
    )
    await made.done("createDataset", ref=made.ref("empty"))
    await made.done("updateDataset", ref=made.ref("raw"), **new(owners=["ada", "bob"]))
    await made.done(
        "registerDatasetVersion",
        dataset=made.ref("raw"),
        label="1",
        uri="s3://credit/raw",
        digest=DIGEST,
        sizeBytes=2**40,
        rowCount=1000,
        columns=[
            {"name": "income", "type": "int", "tags": ["pii"], "description": "a year"},
            {"name": "net income", "type": "float"},
        ],
        statistics=[{"key": "mean", "value": 1.5}, {"key": "note", "value": "good"}],
        **said(made, "version"),
    )
    await made.done("updateDatasetVersion", ref=made.ref("raw#1"), **new())
    await made.done("updateColumn", ref=made.ref("raw#1.income"), **new())
    items = [
        {"dataset": made.ref("clean"), "createDataset": {"owners": ["eve"]}, "label": "a"},
        {
            "dataset": made.ref("clean"),
            "label": "b",
            "derivedFrom": [made.ref("raw#1"), made.ref("clean#a")],
            "columns": [{"name": "income", "type": "int"}],
            "derivedColumns": [
                {"from": [made.ref("raw#1.income")], "to": made.ref("clean#b.income"), "how": "sum"}
            ],
        },
    ]
    await made.done("registerDatasetVersions", items=items)


async def _models(made: Filled) -> None:
    await made.done("createExperiment", ref=made.ref("tuning"), **said(made, "tuning"))
    await made.done("updateExperiment", ref=made.ref("tuning"), **new(owners=["ada"]))
    run = {"name": "sweep", "kind": "TRAINING", "namespace": made.registry.namespace}
    await made.done("startRun", experiment=made.ref("tuning"), **run, **said(made, "run"))
    await made.look()
    (parent,) = made.refs["Run"]
    await made.done("updateRun", ref=parent, **new())
    await made.done("logRun", run=parent, parameters=[{"key": "seed", "value": 7}])
    points = [{"key": "loss", "step": step, "value": 1 / step} for step in range(1, 7)]
    await made.done("logMetrics", run=parent, points=points)
    await made.done("finishRun", run=parent, status="FAILED", statusReason="no memory")
    features = {
        "outputs": [{"datasetVersion": {"dataset": made.ref("clean"), "label": "c"}}],
        "inputs": [{"role": "source", "ref": made.ref("raw#1")}],
    }
    await made.done(
        "registerRun", **run | {"name": "prepare", "kind": "TRANSFORMATION"}, **features
    )
    await made.done("registerRuns", items=[run | {"parent": parent, "name": "one of many"}])
    training = {
        "name": "train",
        "kind": "TRAINING",
        "parent": parent,
        "parameters": [{"key": "seed", "value": 7}, {"key": "solver", "value": "lbfgs"}],
        "metrics": [{"key": "auc", "value": 0.9}, {"key": "loss", "value": 0.25}],
        "inputs": [{"role": "train", "ref": made.ref("clean#b")}],
        "source": {
            "repository": "https://git.example/credit",
            "commit": "0" * 40,
            "entryPoint": "train.py",
            "arguments": ["--fast"],
            "uncommittedChanges": True,
        },
        "environment": {
            "imageDigest": DIGEST,
            "lockDigest": DIGEST,
            "pythonVersion": "3.12",
            "packages": [{"name": "numpy", "version": "2"}],
        },
        "startedAt": "2026-03-03T12:00:00Z",
        "endedAt": "2026-03-03T13:00:00Z",
    }
    model = {"riskTier": "HIGH", "task": "classification", "intendedUse": "loans"}
    await made.done("createModel", ref=made.ref("encoder"), owners=["ada"], **model)
    await made.done("updateModel", ref=made.ref("encoder"), **new(task="encoding"))
    await made.done("registerModelVersion", model=made.ref("encoder"), digest=DIGEST, label="v1")
    version = {
        "model": made.ref("scorer"),
        "createModel": model | said(made, "model"),
        "bases": [{"ref": made.ref("encoder:1")}],
        "features": [made.ref("clean#b.income")],
        "framework": "sklearn",
        "sizeBytes": 2048,
        "uri": "s3://models/scorer",
        "metrics": [{"key": "auc", "value": 0.9}],
        "parameters": [{"key": "seed", "value": 7}],
    }
    teacher = {"role": "teacher", "ref": made.ref("encoder:1")}
    data = {"role": "train", "ref": made.ref("clean#b")}
    taught = training | {"inputs": [data, teacher]}
    await made.done("registerModelVersion", run=taught, **version)
    items = [
        version | {"run": training | {"name": "train 2"}, "label": "second"},
        version
        | {
            "createModel": None,
            "features": [],
            "bases": [],
            "metrics": [{"key": "auc", "value": 0.8}],
        },
    ]
    await made.done("registerModelVersions", items=items)
    await made.done("updateModelVersion", ref=made.ref("scorer:1"), **new())
    await made.done("createModel", ref=made.ref("old-name"))
    await made.done("renameModel", model=made.ref("old-name"), to=made.ref("new"), reason="unclear")


async def _moves(made: Filled) -> None:
    slices = [{"name": "young", "metrics": [{"key": "auc", "value": 0.7}]}]
    for number, auc in ((1, 0.91), (2, 0.92)):
        await made.done(
            "recordEvaluation",
            modelVersion=made.ref(f"scorer:{number}"),
            suite="holdout",
            name="evaluate",
            dataset=made.ref("clean#a"),
            metrics=[{"key": "auc", "value": auc}],
            slices=slices,
        )
    alias = {"model": made.ref("scorer"), "alias": "champion"}
    await made.done("setAlias", version=made.ref("scorer:1"), reason="first", **alias)
    await made.moment()
    await made.done("setAlias", version=made.ref("scorer:2"), reason="better", **alias)
    other = alias | {"alias": "candidate"}
    await made.done("setAlias", version=made.ref("scorer:3"), **other)
    await made.done("removeAlias", reason="no more", **other)


async def _serving(made: Filled) -> None:
    place = {"environment": "production", "kind": "ONLINE", "platform": "kserve"}
    more = {"endpoint": "https://api.example", "image": "scorer:1", "owners": ["ops"]}
    await made.done("createDeployment", ref=made.ref("api"), **place, **more, **said(made, "api"))
    await made.done("updateDeployment", ref=made.ref("api"), **new(image="scorer:2"))
    told = {"deployment": made.ref("api"), "modelVersion": made.ref("scorer:1"), "reason": "go"}
    await made.done("deployModelVersion", **told)
    await made.moment()
    await made.done("deployModelVersion", **told | {"modelVersion": made.ref("scorer:2")})
    await made.done("rollBackDeployment", deployment=made.ref("api"), reason="slow")
    batch = {
        "deployment": made.ref("nightly"),
        "modelVersion": made.ref("encoder:1"),
        "createDeployment": {"environment": "staging", "kind": "BATCH"},
    }
    await made.done("deployModelVersion", **batch)
    await made.done("endDeployment", deployment=made.ref("nightly"), reason="over")
    shop = {"application": made.ref("shop"), "deployment": made.ref("api")}
    await made.done("createApplication", ref=made.ref("shop"), kind="service", **said(made, "shop"))
    await made.done("updateApplication", ref=made.ref("shop"), **new(owners=["web"]))
    await made.done("recordFeed", **shop)
    await made.done("recordFeed", **shop)
    await made.done("recordFeed", deployment=made.ref("api"), datasetVersion=made.ref("clean#c"))
    report = {"application": made.ref("report"), "deployment": made.ref("api")}
    await made.done("recordFeed", createApplication={}, **report)
    await made.done("endFeed", **report)
    await made.done("createModel", ref=made.ref("gone"))
    await made.done("registerModelVersion", model=made.ref("gone"))
    await made.done("archiveRecord", ref=made.ref("gone"), reason="unused")
    shares = {"scorer:2": 0.25, "scorer:3": 0.25, "nobody:1": 0.25, "gone:1": 0.25}
    running = [
        {"modelVersion": made.ref(name), "weight": weight} for name, weight in shares.items()
    ]
    reported = {"name": "edge", "environment": "production", "kind": "EDGE"}
    first = {"modelVersion": made.ref("scorer:2")}
    await made.done(
        "deployModelVersion", **first, deployment=made.ref("shadow"), createDeployment=place
    )
    told = {"namespace": made.registry.namespace, "platform": "kserve"}
    shadow = {"name": "shadow", "environment": "production", "versions": running}
    await made.done(
        "reportDeployments", deployments=[reported | {"versions": [first]}, shadow], **told
    )
    await made.done("reportDeployments", deployments=[shadow], reason="edge is off", **told)


async def _changes(made: Filled) -> None:
    await made.done("createDataset", ref=made.ref("mistake"), **said(made, "mistake"))
    await made.done("deleteRecord", ref=made.ref("mistake"))
    await made.done("createExperiment", ref=made.ref("asleep"))
    await made.done("archiveRecord", ref=made.ref("asleep"))
    await made.done("archiveRecord", ref=made.ref("asleep"))
    await made.done("unarchiveRecord", ref=made.ref("asleep"))
    await made.done("archiveRecord", ref=made.ref("empty"), reason="never used")
    await made.done("createApplication", ref=made.ref("api"))
