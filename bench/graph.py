"""A deterministic registry of any size, written straight into the graph."""

from collections.abc import Iterator
from dataclasses import dataclass
from random import Random
from typing import Any

from lineal.kernel import queries
from lineal.kernel.graph import Graph, Transaction

BATCH = 2_000
NOW = "datetime.realtime()"


@dataclass(frozen=True, slots=True)
class Scale:
    """How many of each kind there are."""

    models: int
    versions: int
    dataset_versions: int
    deployments: int
    namespaces: int = 20

    @property
    def nodes(self) -> int:
        return (
            self.namespaces
            + self.models
            + 2 * self.versions  # each has a run
            + 2 * self.dataset_versions  # each has a run, in time
            + self.deployments
        )


SCALES = {
    "small": Scale(models=500, versions=4_000, dataset_versions=4_500, deployments=2_000),
    "large": Scale(models=12_000, versions=105_000, dataset_versions=115_000, deployments=50_000),
}


async def fill(graph: Graph, scale: Scale, seed: int = 7) -> None:
    """Writes a registry of this scale into an empty, migrated graph."""
    made = _Maker(scale, Random(seed))
    for statement, rows in made.batches():
        await _write(graph, statement, rows)


async def _write(graph: Graph, statement: str, rows: list[dict[str, Any]]) -> None:
    for start in range(0, len(rows), BATCH):
        part = {"rows": rows[start : start + BATCH]}

        async def unit(tx: Transaction, part: dict[str, Any] = part) -> None:
            await tx.value(statement, part)

        await graph.write(unit)


class _Maker:
    """Makes rows, each kind from the ids of those before it."""

    def __init__(self, scale: Scale, random: Random) -> None:
        self.scale = scale
        self.random = random
        self.number = 0

    def id(self) -> str:
        self.number += 1
        return f"01900000-0000-7000-8000-{self.number:012x}"

    def batches(self) -> Iterator[tuple[str, list[dict[str, Any]]]]:
        """Yields statements with their rows, in an order in which they can be written."""
        namespaces = [f"space-{i}" for i in range(self.scale.namespaces)]
        yield _node("Namespace"), [self.named(name, name) for name in namespaces]
        datasets = [
            self.named(f"{self.random.choice(namespaces)}/data-{i}", f"data-{i}")
            | {"kind": "TABLE"}
            for i in range(max(1, self.scale.dataset_versions // 9))
        ]
        yield _node("Dataset"), datasets
        tables = [
            self.table(self.random.choice(datasets), i) for i in range(self.scale.dataset_versions)
        ]
        yield _node("LineageNode:DatasetVersion"), tables
        yield _edge("HAS_VERSION"), [{"from": t["owner"], "to": t["id"]} for t in tables]
        models = [
            self.named(f"{self.random.choice(namespaces)}/model-{i}", f"model-{i}")
            | {"tags": [f"tag-{i % (self.scale.models // 60 or 1)}"], "versionCount": 0}
            for i in range(self.scale.models)
        ]
        versions = [self.version(self.random.choice(models)) for _ in range(self.scale.versions)]
        yield _node("Model"), models
        yield _node("LineageNode:ModelVersion"), versions
        yield _edge("HAS_VERSION"), [{"from": v["owner"], "to": v["id"]} for v in versions]
        yield from self.runs(tables, versions)
        yield from self.serving(namespaces, versions, models)

    def named(self, ref: str, name: str) -> dict[str, Any]:
        return {
            "id": self.id(),
            "ref": ref,
            "namespace": ref.partition("/")[0],
            "name": name,
            "description": f"About {name}.",
            "tags": [],
            "owners": ["team:a", "team:b"],
            "revision": 1,
        }

    def table(self, dataset: dict[str, Any], number: int) -> dict[str, Any]:
        return {
            "id": self.id(),
            "owner": dataset["id"],
            "ref": f"{dataset['ref']}#{number}",
            "datasetRef": dataset["ref"],
            "namespace": dataset["namespace"],
            "label": str(number),
            "uri": f"abfss://lake.example/{number}",
            "digest": f"sha256:{number:064x}",
            "rowCount": number,
            "tags": [],
            "columnNames": [],
            "columnTypes": [],
        }

    def version(self, model: dict[str, Any]) -> dict[str, Any]:
        model["versionCount"] += 1
        number = model["versionCount"]
        measured = {f"metric.m{i}": self.random.random() for i in range(6)}
        told = {f"param.p{i}": self.random.randint(1, 99) for i in range(8)}
        return (
            {
                "id": self.id(),
                "owner": model["id"],
                "ref": f"{model['ref']}:{number}",
                "modelRef": model["ref"],
                "namespace": model["namespace"],
                "number": number,
                "label": f"1.{number}",
                "digest": f"sha256:{self.random.getrandbits(256):064x}",
                "tags": [],
            }
            | measured
            | told
        )

    def runs(
        self, tables: list[dict[str, Any]], versions: list[dict[str, Any]]
    ) -> Iterator[tuple[str, list[dict[str, Any]]]]:
        """Each run reads four earlier things and writes one: layers of data, then models."""
        made = [*tables, *versions]
        first = len(tables) // 10
        runs, reads, writes = [], [], []
        for position, output in enumerate(made[first:], first):
            run = {"id": self.id(), "name": f"run-{position}", "kind": "TRAINING", "tags": []}
            run |= {"ref": run["id"], "namespace": output["namespace"], "status": "FINISHED"}
            runs.append(run)
            # Near in the order, so that depth grows and impact is of many sizes.
            before = range(max(0, position - 2_000), min(position, len(tables)))
            reads += [
                {"from": made[source]["id"], "to": run["id"], "role": "train"}
                for source in self.random.sample(before, min(4, len(before)))
            ]
            writes.append({"from": run["id"], "to": output["id"]})
        yield _node("LineageNode:Run"), runs
        yield _edge("CONSUMED_BY"), reads
        yield _edge("PRODUCED"), writes

    def serving(
        self,
        namespaces: list[str],
        versions: list[dict[str, Any]],
        models: list[dict[str, Any]],
    ) -> Iterator[tuple[str, list[dict[str, Any]]]]:
        deployments = []
        for i in range(self.scale.deployments):
            ref = f"{self.random.choice(namespaces)}/service-{i}"
            environment = ("production", "staging", "test")[i % 3]
            deployments.append(
                self.named(ref, f"service-{i}") | {"environment": environment, "kind": "ONLINE"}
            )
        yield _node("LineageNode:Deployment"), deployments
        yield (
            _edge("DEPLOYED_AS"),
            [
                {"from": self.random.choice(versions)["id"], "to": each["id"], "weight": 1.0}
                for each in deployments
            ],
        )
        by_model: dict[str, str] = {}
        for version in versions:
            by_model[version["owner"]] = version["id"]
        yield (
            _edge("HAS_ALIAS"),
            [
                {"from": model["id"], "to": by_model[model["id"]], "name": "champion"}
                for model in models
                if model["id"] in by_model
            ],
        )


def _node(labels: str) -> str:
    kind = labels.rpartition(":")[2]
    return (
        f"UNWIND $rows AS row CREATE (n:Entity:{labels}) SET n = row, n.owner = null, "
        f"n.nodeKind = '{kind}', n.createdAt = {NOW}, n.createdBy = 'bench', "
        f"n.updatedAt = {NOW}, n.updatedBy = 'bench' WITH n AS node "
        f"{queries.query('search/words').text} RETURN count(node)"
    )


def _edge(type_: str) -> str:
    return (
        "UNWIND $rows AS row MATCH (a:Entity {id: row.from}), (b:Entity {id: row.to}) "
        f"CREATE (a)-[e:{type_} {{since: {NOW}, by: 'bench'}}]->(b) "
        "SET e.role = row.role, e.weight = row.weight, e.name = row.name RETURN count(e)"
    )
