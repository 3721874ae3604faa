"""A registry to measure: an embedded Neo4j of its own, filled."""

import hashlib
import platform
import shutil
import tempfile
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path

import psutil

from bench import graph as generator
from bench.graph import SCALES, fill
from bench.servers import DEADLINE, Process
from lineal import embedded
from lineal.embedded import Embedded
from lineal.kernel.graph import Graph
from lineal.kernel.migrations import migrate

# What another generator made is another registry.
GENERATOR = hashlib.sha256(Path(generator.__file__).read_bytes()).hexdigest()[:8]

VERSION = """CALL dbms.components() YIELD name, versions WHERE name = 'Neo4j Kernel'
RETURN versions[0]"""


@dataclass(frozen=True, slots=True)
class Filled:
    """A registry, where it is, and how much is in it."""

    neo4j: Embedded
    graph: Graph
    process: Process
    nodes: int
    edges: int
    version: str


@asynccontextmanager
async def filled(scale: str, kept: Path | None) -> AsyncIterator[Filled]:
    """Yields a registry of a scale, which is gone afterwards; `kept` has those filled before."""
    with tempfile.TemporaryDirectory() as folder:
        data = Path(folder) / "data"
        await _fill(data, scale, kept)
        async with _opened(data) as (neo4j, graph):
            nodes = int(await graph.read("MATCH (n) RETURN count(n)"))
            edges = int(await graph.read("MATCH ()-[e]->() RETURN count(e)"))
            version = str(await graph.read(VERSION))
            yield Filled(neo4j, graph, Process(neo4j.pid), nodes, edges, version)


async def _fill(data: Path, scale: str, kept: Path | None) -> None:
    """Makes a data folder with a registry of a scale, or copies the one that was kept."""
    same = kept and kept / f"{scale}-{GENERATOR}"
    if same and same.exists():
        shutil.copytree(same, data)
        return
    print(f"Filling a registry ({scale}) ...", flush=True)
    async with _opened(data) as (_, graph):
        await migrate(graph)
        await fill(graph, SCALES[scale])
    if same:
        shutil.copytree(data, same)


@asynccontextmanager
async def _opened(data: Path) -> AsyncIterator[tuple[Embedded, Graph]]:
    with embedded.start(data) as neo4j:
        graph = Graph.connect(neo4j.uri, neo4j.user, neo4j.password, deadline=DEADLINE)
        yield neo4j, graph
        await graph.close()


def conditions(registry: Filled) -> str:
    """Returns on what it was measured."""
    drivers, memory = version("neo4j"), psutil.virtual_memory().total / 1e9
    return (
        f"{_processor()}, {psutil.cpu_count()} cores, {memory:.0f} GB, "
        f"{platform.system()}; Python {platform.python_version()}, Neo4j {registry.version} "
        f"(embedded), driver {drivers}; {registry.nodes:,} nodes and {registry.edges:,} edges."
    )


def _processor() -> str:
    """Returns the name of the processor, where the system tells it."""
    try:
        lines = Path("/proc/cpuinfo").read_text().splitlines()
    except OSError:
        return platform.processor() or platform.machine()
    names = [line.partition(":")[2].strip() for line in lines if line.startswith("model name")]
    return names[0] if names else platform.machine()
