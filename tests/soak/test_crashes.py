"""Servers and databases that are killed while they are written to: ten rounds of `make soak`."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace

import pytest
from neo4j import Driver

from soak import checks
from soak.invariants import INVARIANTS, broken
from soak.rounds import Round, Soak
from soak.writes import State, Write

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="POSIX signals")

# Each kind of write is in one of these rounds, and each of the three victims in three of them.
SEEDS = range(106, 116)

VERSION = "MATCH (model:Model)-[has:HAS_VERSION]->(version) WITH model, has, version LIMIT 1 "
NOW = "since: datetime(), by: 'a test'"
# Each breaks the invariant of its name.
BREAKS = {
    "what is in a namespace has one edge to it, and its name": (
        "MATCH (:Model)-[edge:IN_NAMESPACE]->() WITH edge LIMIT 1 DELETE edge"
    ),
    "a version belongs to one model or dataset, a column to one version": (
        "MATCH ()-[edge:HAS_VERSION]->(:DatasetVersion) WITH edge LIMIT 1 DELETE edge"
    ),
    "every node has one event that made it": (
        "MATCH (:Run)<-[about:ABOUT {made: true}]-() WITH about LIMIT 1 DELETE about"
    ),
    "every event is about something": (
        "MATCH (event:Event {action: 'createNamespace'}) WITH event LIMIT 1 "
        "MATCH (event)-[about:ABOUT]->() DELETE about"
    ),
    "what an event changed is one revision further": (
        "MATCH (model:Model)<-[:ABOUT {made: false}]-() WITH model LIMIT 1 SET model.revision = 1"
    ),
    "a model counts its versions, from 1 without gaps": f"{VERSION} DETACH DELETE version",
    "a version is called as its model and number say": f"{VERSION} SET version.modelRef = 'other'",
    "a dataset knows its last version": (
        "MATCH (dataset:Dataset)-[:HAS_VERSION]->() WITH dataset LIMIT 1 REMOVE dataset.latestId"
    ),
    "an alias points at one version at a time, always at one": (
        f"{VERSION} UNWIND [1, 2] AS twice "
        f"CREATE (model)-[:HAS_ALIAS {{name: 'two', {NOW}}}]->(version)"
    ),
    "shares of traffic sum to 1, or there are none": (
        f"{VERSION} CREATE (version)-[:DEPLOYED_AS {{weight: 0.9, {NOW}}}]->"
        "(:Deployment {ref: 'a/test'})"
    ),
    "what serves is what is intended, where no platform reports": (
        f"{VERSION} CREATE (version)-[:INTENDED {{weight: 1.0, {NOW}}}]->"
        "(:Deployment {ref: 'a/test'})"
    ),
    "every edge of lineage says since when and by whom": (
        "MATCH ()-[edge:CONSUMED_BY]->() WITH edge LIMIT 1 REMOVE edge.since"
    ),
    "a model version is made by one run, a run in its namespace": (
        "MATCH ()-[edge:PRODUCED]->(:ModelVersion) WITH edge LIMIT 1 DELETE edge"
    ),
    "a series is the sum of its chunks, its last value the metric of its run": (
        "CREATE (:Run {name: 'a test', `metric.a`: 1.0})-[:HAS_SERIES]->"
        "(:MetricSeries {run: 'a test', key: 'a', count: 2, chunks: 1, lastValue: 1.0})"
        "-[:HAS_CHUNK]->(:MetricChunk "
        "{run: 'a test', key: 'a', number: 1, steps: [1], times: [1], values: [1.0]})"
    ),
    "no part without its whole": "CREATE (:MetricChunk {run: 'a test', key: 'a', number: 1})",
    "every node is of a kind, and is found": (
        "MATCH (run:Run) WITH run LIMIT 1 REMOVE run.searchRef"
    ),
    "a key keeps what its mutation made": "CREATE (:IdempotencyKey {key: 'half', payload: 'one'})",
    "the search's index has every node": "CREATE (:Entity {id: 'without a text'})",
    "every index is online": "CREATE INDEX of_a_test FOR (n:Entity) ON (n.ofATest)",
}


@pytest.fixture(scope="module")
def soak(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Soak]:
    with Soak(tmp_path_factory.mktemp("soak"), kinds=1) as opened:
        yield opened


@pytest.fixture(scope="module")
def crashed(soak: Soak) -> Round:
    """The last round: what was written in it is there to be broken."""
    return soak.last or soak.round(SEEDS[-1])


@contextmanager
def undone(driver: Driver, statement: str) -> Iterator[checks.Ask]:
    """Yields what asks after a statement was run, and undoes it."""
    with driver.session() as session, session.begin_transaction() as transaction:
        transaction.run(statement).consume()
        yield lambda text, **values: [row[0] for row in transaction.run(text, values)]
        transaction.rollback()


def registered(crashed: Round) -> Write:
    """Returns the last acknowledged write that registered a version."""
    return [
        write
        for write in checks.in_state(crashed.written, State.ACKNOWLEDGED)
        if write.mutation == "registerModelVersion"
    ][-1]


class TestKill:
    @pytest.mark.parametrize("seed", SEEDS)
    def test_what_was_acknowledged_is_there_and_nothing_is_half(
        self, soak: Soak, seed: int
    ) -> None:
        done = soak.round(seed)

        assert done.problems == [], done


class TestBroken:
    def test_each_invariant_is_shown_to_be_able_to_fail(self) -> None:
        assert set(BREAKS) == set(INVARIANTS)

    @pytest.mark.parametrize("name", BREAKS)
    def test_is_found(self, soak: Soak, crashed: Round, name: str) -> None:
        assert crashed.problems == []
        with soak.driver() as driver, undone(driver, BREAKS[name]) as ask:
            found = broken(ask)

        assert [each for each in found if each.startswith(name)] != []


class TestLost:
    def test_trace_of_a_write_is_missed(self, soak: Soak, crashed: Round) -> None:
        version = registered(crashed).answer["modelVersion"]["id"]
        cut = f"MATCH (:Run)-[edge:PRODUCED]->({{id: '{version}'}}) DELETE edge"
        with soak.asked() as (_, http), soak.driver() as driver, undone(driver, cut) as ask:
            problems = checks.lost(ask, http, crashed.written)

        assert len(problems) == 1
        assert problems[0].startswith("lost: registerModelVersion")

    def test_another_answer_of_graphql_is_seen(self, soak: Soak, crashed: Round) -> None:
        write = registered(crashed)
        told = write.answer["modelVersion"]
        before = replace(write, answer={"modelVersion": told | {"metrics": []}})
        with soak.asked() as (ask, http):
            problems = checks.lost(ask, http, [before])

        assert any("'metrics': []" in each and "there is" in each for each in problems)

    def test_half_of_an_unknown_write_is_seen(self, soak: Soak, crashed: Round) -> None:
        write = replace(registered(crashed), state=State.UNKNOWN)
        cut = f"MATCH (v {{id: '{write.answer['modelVersion']['id']}'}}) REMOVE v.`param.depth`"
        with soak.driver() as driver, undone(driver, cut) as ask:
            problems = checks.half(ask, [write])

        assert len(problems) == 1

    def test_id_of_an_earlier_round_is_missed(self, soak: Soak, crashed: Round) -> None:
        with soak.asked() as (ask, _):
            assert checks.missing(ask, [*registered(crashed).facts, "nobody"]) == [
                "lost since an earlier round: nobody"
            ]


class TestAgain:
    def test_a_write_that_is_done_twice_is_seen(self, soak: Soak, crashed: Round) -> None:
        write = replace(registered(crashed), state=State.UNKNOWN)
        write.given = {**write.given, "idempotencyKey": "another", "onDuplicate": "REFUSE"}
        with soak.asked() as (ask, http):
            problems = checks.resent(ask, http, [write])

        assert len(problems) == 1
        assert "AlreadyExists" in problems[0]
