"""Which nodes a ref names, where a traversal begins, and what is wrong with a ref."""

from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

import pytest
from neo4j import Driver

from lineal.kernel import queries, refs
from tests.lineage import statements
from tests.lineage.statements import Statement, in_one_map

ID = "0192f000-0000-7000-8000-00000000{:04x}"
MOVED = datetime(2026, 3, 1, tzinfo=UTC)
GRAPH = """
CREATE (:Entity:Namespace {id: $ids[0], nodeKind: 'Namespace', ref: 'refs-risk',
  name: 'refs-risk'})
CREATE (customers:Entity:Dataset {id: $ids[1], nodeKind: 'Dataset', ref: 'refs-risk/customers'})
CREATE (customers)-[:HAS_VERSION]->(first:Entity:LineageNode:DatasetVersion {id: $ids[2],
  nodeKind: 'DatasetVersion', ref: 'refs-risk/customers#2026-01',
  datasetRef: 'refs-risk/customers', digest: 'sha256:aa'})
CREATE (customers)-[:HAS_VERSION]->(:Entity:LineageNode:DatasetVersion {id: $ids[3],
  nodeKind: 'DatasetVersion', ref: 'refs-risk/customers#2026-02',
  datasetRef: 'refs-risk/customers', digest: 'sha256:bb'})
CREATE (:Entity:Dataset {id: $ids[4], nodeKind: 'Dataset', ref: 'refs-risk/planned'})
CREATE (scorer:Entity:Model {id: $ids[5], nodeKind: 'Model', ref: 'refs-risk/scorer'})
CREATE (scorer)-[:HAS_VERSION]->(one:Entity:LineageNode:ModelVersion {id: $ids[6],
  nodeKind: 'ModelVersion', ref: 'refs-risk/scorer:1'})
CREATE (scorer)-[:HAS_VERSION]->(two:Entity:LineageNode:ModelVersion {id: $ids[7],
  nodeKind: 'ModelVersion', ref: 'refs-risk/scorer:2'})
CREATE (scorer)-[:HAS_ALIAS {name: 'champion', since: $moved - duration('P30D'),
  until: $moved}]->(one)
CREATE (scorer)-[:HAS_ALIAS {name: 'champion', since: $moved}]->(two)
CREATE (:Entity:LineageNode:Deployment {id: $ids[8],
  nodeKind: 'Deployment', ref: 'refs-risk/scorer'})
CREATE (first)-[:DERIVED_INTO {since: $moved}]->(:Entity:LineageNode:DatasetVersion {id: $ids[9],
  nodeKind: 'DatasetVersion', ref: 'refs-risk/other#1'})
"""


@pytest.fixture(scope="module", autouse=True)
def named(driver: Driver) -> Iterator[None]:
    """Something of each kind that a ref can name."""
    ids = [ID.format(number) for number in range(10)]
    driver.execute_query(GRAPH, ids=ids, moved=MOVED)
    yield
    driver.execute_query("UNWIND $ids AS id MATCH (n:Entity {id: id}) DETACH DELETE n", ids=ids)


class TestFind:
    @pytest.mark.parametrize(
        ("text", "numbers"),
        [
            (ID.format(6), [6]),
            (ID.format(6).upper(), [6]),
            ("refs-risk", [0]),
            ("refs-risk/customers", [1]),
            ("dataset:refs-risk/customers", [1]),
            ("model:refs-risk/customers", []),
            ("refs-risk/customers#2026-02", [3]),
            ("refs-risk/customers#sha256:aa", [2]),
            ("dataset:refs-risk/customers#2026-02", [3]),
            ("refs-risk/scorer", [5, 8]),
            ("model:refs-risk/scorer", [5]),
            ("deployment:refs-risk/scorer", [8]),
            ("application:refs-risk/scorer", []),
            ("refs-risk/scorer:1", [6]),
            ("model:refs-risk/scorer:1", [6]),
            ("refs-risk/scorer@champion", [7]),
            ("refs-risk/scorer@challenger", []),
            ("refs-risk/scorer:3", []),
            ("refs-risk/customers#2026-03", []),
            ("refs-risk/nobody", []),
            ("refs-nobody", []),
            (ID.format(0xFFFF), []),
        ],
    )
    def test_finds_each_form(self, driver: Driver, text: str, numbers: list[int]) -> None:
        assert found(driver, text) == [ID.format(number) for number in numbers]

    @pytest.mark.parametrize(
        ("day", "numbers"), [(-31, []), (-1, [6]), (0, [7]), (1, [7])], ids=str
    )
    def test_an_alias_means_what_it_pointed_at(
        self, driver: Driver, day: int, numbers: list[int]
    ) -> None:
        moment = datetime.fromtimestamp(MOVED.timestamp() + day * 86400, tz=UTC)

        assert found(driver, "refs-risk/scorer@champion", moment) == [*map(ID.format, numbers)]


class TestStarts:
    @pytest.mark.parametrize(
        ("texts", "numbers"),
        [
            (["refs-risk/customers"], [2, 3]),
            (["refs-risk/customers", "refs-risk/customers#2026-01"], [2, 3]),
            (["model:refs-risk/scorer"], [6, 7]),
            (["refs-risk/scorer@champion", "refs-risk/scorer:2"], [7]),
            (["deployment:refs-risk/scorer"], [8]),
            (["refs-risk/planned"], []),
        ],
    )
    def test_begins_at_what_the_refs_stand_for(
        self, driver: Driver, texts: list[str], numbers: list[int]
    ) -> None:
        answer = statements.lineage(parsed(texts), "BOTH", maxDepth=0).answer(driver)

        assert answer["rows"] == [[0, ID.format(number)] for number in numbers]
        assert answer["problems"] == []

    def test_a_dataset_without_versions_affects_nothing(self, driver: Driver) -> None:
        answer = statements.impact(parsed(["refs-risk/planned"])).answer(driver)

        assert (answer["rows"], answer["totalCount"], answer["counts"]) == ([], 0, [])
        assert (answer["complete"], answer["problems"]) == (True, [])

    @pytest.mark.parametrize(
        ("text", "kinds"),
        [
            ("refs-risk/nobody", []),
            ("refs-risk/scorer", ["Deployment", "Model"]),
            ("refs-risk", ["Namespace"]),
            (ID.format(0), ["Namespace"]),
        ],
    )
    def test_a_ref_that_names_no_start_is_a_problem_and_nothing_is_answered(
        self, driver: Driver, text: str, kinds: list[str]
    ) -> None:
        texts = parsed(["refs-risk/customers", text, text])
        for statement in (
            statements.lineage(texts, "DOWNSTREAM"),
            statements.impact(texts),
            statements.path(parsed(["refs-risk/customers"]), texts),
            statements.path(texts, parsed(["refs-risk/customers"])),
        ):
            answer = statement.answer(driver)
            [problem] = answer["problems"]

            assert (problem["ref"], sorted(problem["kinds"])) == (text, kinds)
            assert not answer.get("rows")
            assert not answer.get("nodes")

    def test_an_edge_that_begins_later_does_not_hold_before(self, driver: Driver) -> None:
        start = parsed(["refs-risk/customers#2026-01"])
        before = datetime(2026, 2, 1, tzinfo=UTC)
        earlier = statements.lineage(start, "DOWNSTREAM", asOf=before).answer(driver)
        now = statements.lineage(start, "DOWNSTREAM").answer(driver)

        assert [id_ for _, id_ in earlier["rows"]] == [ID.format(2)]
        assert [id_ for _, id_ in now["rows"]] == [ID.format(2), ID.format(9)]


def parsed(texts: list[str]) -> list[dict[str, Any]]:
    return [dict(refs.parse(text).parameter()) for text in texts]


def found(driver: Driver, text: str, as_of: datetime | None = None) -> list[str]:
    """Returns the sorted ids of what the ref names."""
    find = queries.query("refs/find").text
    whole = f"WITH $ref AS ref\n{find}\nWITH found.id AS id ORDER BY id\nRETURN collect(id) AS ids"
    parameters = {"ref": refs.parse(text).parameter(), "asOf": as_of}
    ids: list[str] = Statement(in_one_map(whole), parameters).answer(driver)
    return ids
