"""A synchronous driver to the session's database, and random graphs in it."""

from collections.abc import Iterator

import pytest
from neo4j import Driver, GraphDatabase, NotificationMinimumSeverity

from lineal.kernel.graph import Graph as Database
from tests.conftest import Neo4j
from tests.lineage import graphs
from tests.lineage.oracle import Graph


@pytest.fixture(scope="session")
def driver(neo4j: Neo4j, graph: Database) -> Iterator[Driver]:
    """A driver to the migrated database."""
    assert graph
    off = NotificationMinimumSeverity.OFF
    auth = (neo4j.user, neo4j.password) if neo4j.password else None
    with GraphDatabase.driver(neo4j.uri, auth=auth, notifications_min_severity=off) as connected:
        yield connected


@pytest.fixture(scope="module")
def random_graphs(driver: Driver) -> Iterator[list[Graph]]:
    """Random graphs, all of them in the database at once; they touch nowhere."""
    made = [graphs.random_graph(seed) for seed in range(30)]
    whole = graphs.union(made)
    graphs.load(driver, whole)
    yield made
    graphs.unload(driver, whole)


@pytest.fixture(scope="module")
def layered(driver: Driver) -> Iterator[Graph]:
    """A graph of exponentially many paths, in the database."""
    made = graphs.layered_graph()
    graphs.load(driver, made)
    yield made
    graphs.unload(driver, made)
