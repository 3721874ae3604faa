"""A registry and its twin in plain Python are told the same, and answer the same."""

import asyncio
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis.stateful import run_state_machine_as_test

from lineal.kernel.engine import Engine
from lineal.kernel.graph import Graph
from tests.asking import Registry
from tests.conftest import Neo4j
from tests.drawn import drawn
from tests.twin.changes import CHANGES
from tests.twin.machine import Machine


@pytest.fixture(scope="module")
def runner() -> Iterator[asyncio.Runner]:
    """A loop of its own: a state machine is not asynchronous."""
    with asyncio.Runner(loop_factory=asyncio.new_event_loop) as made:
        yield made


@pytest.fixture(scope="module")
def own(runner: asyncio.Runner, neo4j: Neo4j, graph: Graph, engine: Engine) -> Iterator[Registry]:
    """The session's registry, which `graph` has migrated, by a driver that belongs to that loop."""

    async def connect() -> Graph:
        return Graph.connect(neo4j.uri, neo4j.user, neo4j.password or None, deadline=60.0)

    connected = runner.run(connect())
    yield Registry(engine, connected, "")
    runner.run(connected.close())


class TestTwin:
    def test_each_change_and_each_refusal(self, runner: asyncio.Runner, own: Registry) -> None:
        machine = Machine(runner, own)
        machine.begin(filled_=True)
        (run,) = machine.twin.of_kind("Run")
        for mutation, given in (*changes(run.id), *REFUSED):
            machine.tell(mutation, given)
            machine.look()

        assert {name for name, answer in machine.met if answer.endswith("Success")} == set(CHANGES)
        assert {answer for _, answer in machine.met if not answer.endswith("Success")} == REFUSALS

    def test_whatever_is_drawn(self, runner: asyncio.Runner, own: Registry) -> None:
        run_state_machine_as_test(
            lambda: Machine(runner, own),  # type: ignore[arg-type]  # it is called
            settings=drawn(8, stateful_step_count=25),
        )


def changes(run: str) -> list[tuple[str, dict[str, Any]]]:
    """Returns changes of what there is in the beginning, at least one by each other mutation."""
    served = {"deployment": "?a/p0", "modelVersion": "?a/m0:2"}
    keyed = {"ref": "?a/d1", "idempotencyKey": "?key"}
    return [
        ("createDataset", {"ref": "?a/d1", "dryRun": True}),
        ("createDataset", keyed),
        ("createDataset", keyed),
        ("updateDataset", {"ref": "?a/d1", "tags": ["blue"], "expectedRevision": 1}),
        ("updateModel", {"ref": "?a/m0", "description": "Some words."}),
        ("updateDeployment", {"ref": "?a/p0", "owners": ["ada"]}),
        ("logRun", {"run": run, "inputs": [{"role": "test", "ref": "?a/d0#1"}]}),
        ("registerModelVersion", {"model": "?a/m0", "runRef": run}),
        ("finishRun", {"run": run, "status": "FINISHED"}),
        ("registerRun", {"namespace": "?b", "name": "r", "kind": "TRAINING", "status": "FAILED"}),
        ("deployModelVersion", {**served, "weight": 0.25}),
        ("rollBackDeployment", {"deployment": "?a/p0"}),
        ("deployModelVersion", {**served, "weight": 0.5}),
        ("endDeployment", served),
        ("endDeployment", {"deployment": "?a/p0"}),
        ("endFeed", {"deployment": "?a/p0", "application": "?a/a0"}),
        ("setAlias", {"model": "?a/m0", "alias": "champion", "version": "?a/m0:2"}),
        ("removeAlias", {"model": "?a/m0", "alias": "champion", "replaces": "?a/m0:2"}),
        ("setAlias", {"model": "?a/m0", "alias": "champion", "version": "?a/m0:3"}),
        ("renameModel", {"model": "?a/m0", "to": "?b/m0"}),
        ("archiveRecord", {"ref": "?a/m0"}),
        ("unarchiveRecord", {"ref": "?b/m0"}),
        ("deleteRecord", {"ref": "?a/d1"}),
        ("createApplication", {"ref": "?a/p0"}),
    ]


# What is refused after that, each for another reason.
REFUSED: list[tuple[str, dict[str, Any]]] = [
    ("createDataset", {"ref": "?a/d0"}),
    ("updateDataset", {"ref": "?a/nothing"}),
    ("updateDataset", {"ref": "?b/m0"}),
    ("updateDataset", {"ref": "?a/d0", "expectedRevision": 77}),
    ("archiveRecord", {"ref": "?a/p0"}),
    ("endDeployment", {"deployment": "?a/p0"}),
    ("removeAlias", {"model": "?b/m0", "alias": "champion", "replaces": "?b/m0:1"}),
    ("deleteRecord", {"ref": "?a/d0"}),
    ("createModel", {"ref": "?a/m0", "idempotencyKey": "?key"}),
]
REFUSALS = {
    *("AlreadyExists", "NotFound", "InvalidInput", "StaleRevision", "AmbiguousRef"),
    *("InvalidState", "AliasMoved", "StillReferredTo", "IdempotencyKeyReused"),
}
