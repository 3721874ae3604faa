"""A deterministic registry of any size, written straight into the graph.

A registry has divisions that share nothing. Each has the same shape, and the first is the same one
in a registry of any number of them: what is asked of it has the same answer, however much there is
beside it. In a division, cells share nothing either. What a cell has follows from its first dataset
version, so that the size of a cell is the reach of an impact.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from random import Random
from typing import Any

from lineal.kernel import queries
from lineal.kernel.graph import Graph, Transaction

BATCH = 2_000
NOW = "datetime('2026-01-02T03:04:05.678901Z')"
NAMESPACES = 20

Row = dict[str, Any]
# A statement, and the rows that it writes.
Batch = tuple[str, list[Row]]


@dataclass(frozen=True, slots=True)
class Cell:
    """How many there are of each kind in a part of a division that shares nothing with others."""

    tables: int
    versions: int
    deployments: int


WIDE = Cell(tables=1_000, versions=1_900, deployments=5_000)
MEDIUM = Cell(tables=100, versions=150, deployments=300)
NARROW = Cell(tables=10, versions=8, deployments=10)
CELLS = [WIDE, *[MEDIUM] * 8, *[NARROW] * 50]


@dataclass(frozen=True, slots=True)
class Scale:
    """How many divisions there are, and how many tables a run reads."""

    divisions: int
    inputs: int


SCALES = {
    "small": Scale(1, inputs=7),
    "tenfold": Scale(10, inputs=7),
    "large": Scale(25, inputs=5),
}


async def fill(graph: Graph, scale: Scale, seed: int = 7) -> None:
    """Writes a registry of this scale into an empty, migrated graph."""
    for number in range(scale.divisions):
        for statement, rows in _Division(number, scale.inputs, seed).batches():
            await _write(graph, statement, rows)


async def _write(graph: Graph, statement: str, rows: list[Row]) -> None:
    for start in range(0, len(rows), BATCH):
        part = {"rows": rows[start : start + BATCH]}

        async def unit(tx: Transaction, part: Row = part) -> None:
            await tx.value(statement, part)

        await graph.write(unit)


class _Division:
    """Makes the rows of a division, each kind from those before it."""

    def __init__(self, number: int, inputs: int, seed: int) -> None:
        self.number = number
        self.inputs = inputs
        self.random = Random(f"{seed}-{number}")
        self.ids = 0
        self.made = 0
        self.namespaces = [f"space-{number}-{i + 1}" for i in range(NAMESPACES)]
        self.tables: list[Row] = []
        self.versions: list[Row] = []
        self.runs: list[Row] = []
        self.deployments: list[Row] = []
        self.edges: dict[str, list[Row]] = {}

    def batches(self) -> Iterator[Batch]:
        """Yields statements with their rows, in an order in which they can be written."""
        named = [self.named(name, name) for name in self.namespaces]
        owned = {"Dataset": self.datasets(), "Model": self.models()}
        for cell in CELLS:
            self.fill(cell, *owned.values())
        self.serve(owned["Model"])
        # Once the models know how many versions they have.
        yield _node("Namespace"), named
        for label, rows in owned.items():
            yield _node(label), rows
        yield _node("LineageNode:DatasetVersion"), self.tables
        yield _node("LineageNode:ModelVersion"), self.versions
        yield _node("LineageNode:Run"), self.runs
        yield _node("LineageNode:Deployment"), self.deployments
        spaces = {each["name"]: each["id"] for each in named}
        for each in (*owned["Dataset"], *owned["Model"], *self.runs, *self.deployments):
            self.link("IN_NAMESPACE", each["id"], spaces[each["namespace"]])
        for type_, rows in self.edges.items():
            yield _edge(type_), rows

    def datasets(self) -> list[Row]:
        count = sum(cell.tables for cell in CELLS) // 10
        return [self.owned("data", i + 1) | {"kind": "TABLE"} for i in range(count)]

    def models(self) -> list[Row]:
        count = sum(cell.versions for cell in CELLS) // 8
        own = {"versionCount": 0, "latestNumber": 0}
        return [
            self.owned("model", i + 1) | own | {"tags": [f"tag-{self.number}-{i // 60}"]}
            for i in range(count)
        ]

    def fill(self, cell: Cell, datasets: list[Row], models: list[Row]) -> None:
        """Makes what is in a cell, all of which follows from its first table."""
        tables: list[Row] = []
        for position in range(cell.tables):
            table = self.table(self.random.choice(datasets))
            if tables:
                self.run("TRANSFORMATION", table, self.read(tables, tables[(position - 1) // 3]))
            tables.append(table)
        versions = [self.version(self.random.choice(models)) for _ in range(cell.versions)]
        for version in versions:
            self.run("TRAINING", version, self.read(tables, self.random.choice(tables)))
        for position in range(cell.deployments):
            self.deployment(versions[position % len(versions)], self.random.choice(versions))
        self.tables += tables
        self.versions += versions

    def read(self, tables: list[Row], always: Row) -> list[Row]:
        """Returns what a run reads: one that must be among it, and others."""
        others = self.random.sample(tables, min(len(tables), self.inputs))
        return [always, *(each for each in others if each is not always)][: self.inputs]

    def run(self, kind: str, output: Row, inputs: list[Row]) -> None:
        id_ = self.id()
        source = {"repository": "https://git.example/models.git", "commit": id_[-7:]}
        self.runs.append(
            {"id": id_, "ref": id_, "name": f"make-{output['ref']}", "kind": kind, "tags": []}
            | {"namespace": output["namespace"], "status": "FINISHED", "revision": 1}
            | source
        )
        for each in inputs:
            self.link("CONSUMED_BY", each["id"], id_, role="train")
        self.link("PRODUCED", id_, output["id"])

    def table(self, dataset: Row) -> Row:
        self.made += 1
        label = f"{self.number}-{self.made}"
        row = {
            "id": self.id(),
            "ref": f"{dataset['ref']}#{label}",
            "datasetRef": dataset["ref"],
            "namespace": dataset["namespace"],
            "label": label,
            "uri": f"abfss://lake.example/{label}",
            "digest": f"sha256:{self.random.getrandbits(256):064x}",
            "rowCount": self.made,
            "tags": [],
            "revision": 1,
        }
        self.link("HAS_VERSION", dataset["id"], row["id"])
        return row

    def version(self, model: Row) -> Row:
        number = model["versionCount"] + 1
        model |= {"versionCount": number, "latestNumber": number}
        row = {
            "id": self.id(),
            "ref": f"{model['ref']}:{number}",
            "modelRef": model["ref"],
            "namespace": model["namespace"],
            "number": number,
            "label": f"1.{number}",
            "digest": f"sha256:{self.random.getrandbits(256):064x}",
            "tags": [],
            "revision": 1,
        }
        self.link("HAS_VERSION", model["id"], row["id"])
        measured = {f"metric.m{i}": self.random.random() for i in range(6)}
        return row | measured | {f"param.p{i}": self.random.randint(1, 99) for i in range(8)}

    def deployment(self, version: Row, before: Row) -> None:
        """Makes a deployment, where a version serves, and another did before."""
        position = len(self.deployments) + 1
        environment = ("production", "staging", "test")[position % 3]
        row = self.owned("service", position) | {"environment": environment, "kind": "ONLINE"}
        self.deployments.append(row)
        self.link("DEPLOYED_AS", version["id"], row["id"], weight=1.0)
        if before is not version:
            self.link("DEPLOYED_AS", before["id"], row["id"], weight=1.0, ended=True)

    def serve(self, models: list[Row]) -> None:
        """Gives each model that has versions a champion."""
        latest = {version["modelRef"]: version["id"] for version in self.versions}
        for model in models:
            if version := latest.get(model["ref"]):
                self.link("HAS_ALIAS", model["id"], version, name="champion")

    def owned(self, kind: str, number: int) -> Row:
        name = f"{kind}-{self.number}-{number}"
        return self.named(f"{self.random.choice(self.namespaces)}/{name}", name)

    def named(self, ref: str, name: str) -> Row:
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

    def link(self, type_: str, from_: str, to: str, **own: Any) -> None:
        row = {"from": from_, "to": to, "ended": False} | own
        self.edges.setdefault(type_, []).append(row)

    def id(self) -> str:
        self.ids += 1
        return f"01900000-{self.number:04x}-7000-8000-{self.ids:012x}"


def _node(labels: str) -> str:
    kind = labels.rpartition(":")[2]
    return (
        f"UNWIND $rows AS row CREATE (n:Entity:{labels}) SET n = row, "
        f"n.nodeKind = '{kind}', n.createdAt = {NOW}, n.createdBy = 'bench', "
        f"n.updatedAt = {NOW}, n.updatedBy = 'bench' WITH n AS node "
        f"{queries.query('search/words').text} RETURN count(node)"
    )


def _edge(type_: str) -> str:
    return (
        "UNWIND $rows AS row MATCH (a:Entity {id: row.from}), (b:Entity {id: row.to}) "
        f"CREATE (a)-[e:{type_} {{since: {NOW}, by: 'bench'}}]->(b) "
        "SET e.role = row.role, e.weight = row.weight, e.name = row.name, "
        f"e.until = CASE WHEN row.ended THEN {NOW} END RETURN count(e)"
    )
