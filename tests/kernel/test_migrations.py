"""Migrations are applied once, by whoever comes first, and go on after a crash."""

import asyncio
import json
import subprocess
import sys
from collections.abc import AsyncIterator, Sequence
from itertools import chain
from pathlib import Path
from typing import Any

import pytest

from lineal import embedded
from lineal.kernel.engine import Engine
from lineal.kernel.graph import Graph
from lineal.kernel.migrations import (
    Migration,
    MigrationRefused,
    migrate,
    pending,
    released,
    statements,
)
from lineal.schema import schema
from tests.asking import Registry

MIGRATOR = Path(__file__).with_name("migrator.py")

FIRST = Migration(
    "0001_first",
    "CREATE CONSTRAINT first IF NOT EXISTS FOR (n:First) REQUIRE n.id IS UNIQUE;\n"
    # Not what a migration should do: it tells how often it was applied.
    "CREATE (:First {id: randomUUID()});\n",
)
SECOND = Migration("0002_second", "CREATE INDEX second IF NOT EXISTS FOR (n:Second) ON (n.x);\n")
ENDLESS = Migration(
    "0002_second",
    SECOND.text
    + "UNWIND range(1, 100000) AS a UNWIND range(1, 100000) AS b WITH count(*) AS n FINISH;\n",
)


@pytest.fixture(scope="module")
async def empty(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Graph]:
    """A database of its own, that was never migrated."""
    with embedded.start(tmp_path_factory.mktemp("migrations")) as neo4j:
        address = {"uri": neo4j.uri, "user": neo4j.user, "password": neo4j.password}
        graph = Graph.connect(neo4j.uri, neo4j.user, neo4j.password, deadline=30)
        Migrator.address = address
        yield graph
        await graph.close()


@pytest.fixture
async def fresh(empty: Graph) -> Graph:
    await empty.run("MATCH (n) DETACH DELETE n")
    for kind in ("CONSTRAINT", "INDEX"):
        for name in await names(empty, kind):
            await empty.run(f"DROP {kind} {name}")
    return empty


class Migrator:
    """A process of its own that migrates."""

    address: dict[str, str]

    def __init__(self, migrations: Sequence[Migration] = ()) -> None:
        self.process = subprocess.Popen(
            [sys.executable, str(MIGRATOR)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        )
        rows = [(migration.name, migration.text) for migration in migrations]
        assert self.process.stdin is not None
        self.process.stdin.write(json.dumps({"address": self.address, "migrations": rows}).encode())
        self.process.stdin.close()
        self.process.stdin = None

    async def applied(self) -> list[str]:
        out, err = await asyncio.to_thread(self.process.communicate)
        assert self.process.returncode == 0, err.decode()
        return list(json.loads(out))

    def kill(self) -> None:
        self.process.kill()
        self.process.communicate()


async def names(graph: Graph, kind: str) -> list[str]:
    return list(
        await graph.read(
            f"SHOW {kind}ES YIELD name, type WHERE type <> 'LOOKUP' RETURN collect(name)"
            if kind == "INDEX"
            else f"SHOW {kind}S YIELD name RETURN collect(name)"
        )
    )


async def recorded(graph: Graph) -> list[dict[str, Any]]:
    return list(
        await graph.read(
            "MATCH (m:Migration) WITH m ORDER BY m.number "
            "RETURN collect(m {.number, .name, .checksum, .by, at: toString(m.appliedAt)})"
        )
    )


class TestReleased:
    def test_are_numbered_without_gaps(self) -> None:
        numbers = [migration.number for migration in released()]

        assert numbers == list(range(1, len(numbers) + 1))

    @pytest.mark.parametrize("migration", released(), ids=lambda migration: migration.name)
    def test_can_be_applied_again_after_a_crash(self, migration: Migration) -> None:
        for statement in migration.statements:
            again = ("IF NOT EXISTS", "MERGE", "IS NULL", "IS NOT NULL")
            assert any(words in statement for words in again)

    async def test_0002_gives_a_revision_to_runs_that_have_none(self, fresh: Graph) -> None:
        await migrate(fresh, released()[:1])
        await fresh.run(
            "UNWIND [null, 7] AS revision CREATE (:Run {id: randomUUID(), revision: revision, "
            "createdAt: datetime('2026-03-01T00:00:00Z'), createdBy: 'ada'})"
        )
        await migrate(fresh, released()[:2])
        runs = await fresh.read(
            "MATCH (r:Run) WITH r ORDER BY r.revision "
            "RETURN collect([r.revision, toString(r.updatedAt), r.updatedBy])"
        )

        assert runs == [[1, "2026-03-01T00:00:00Z", "ada"], [7, None, None]]

    async def test_0013_writes_the_words_of_what_is_there(self, fresh: Graph) -> None:
        await migrate(fresh, released()[:12])
        await fresh.run(
            "UNWIND range(1, 2500) AS i CREATE (:Entity:Model {id: 'm' + toString(i), "
            "nodeKind: 'Model', name: 'creditScorer' + toString(i), namespace: 'risk', "
            "ref: 'risk/creditScorer' + toString(i), documentationTitles: ['Runbook'], "
            "documentationUrls: ['https://wiki.example/' + toString(i)]})"
        )
        await fresh.run(
            "MATCH (n:Model) SET n.searchName = n.name, n.searchWords = n.name, "
            "n.searchRef = n.ref, n.searchText = []"
        )
        found = """CALL db.index.fulltext.queryNodes('entity_text', 'scorer AND runbook AND wiki')
          YIELD node RETURN count(node)"""
        before = await fresh.read(found)
        await migrate(fresh)

        assert before == 0
        assert await fresh.read(found) == 2500

    async def test_what_was_there_at_0012_is_found_by_a_search(self, fresh: Graph) -> None:
        before = Registry(Engine(schema), fresh, "risk")
        await migrate(fresh, released()[:12])
        await before.told("createNamespace", "namespace { id }", name="risk")
        links = [{"title": "Runbook", "url": "https://wiki.example/oncall"}]
        await before.told(
            "createModel", "model { id }", ref="risk/creditScorer", documentation=links
        )
        await fresh.run(
            "MATCH (n:Entity) WHERE n.nodeKind IS NOT NULL SET n.searchRef = null, "
            "n.searchName = null, n.searchWords = null, n.searchText = null"
        )
        (words, _) = next(m for m in released() if m.name == "0011_search").statements
        await fresh.run(words)
        search = '{ search(text: "scorer oncall") { hits { node { ref } } } }'
        old = await before.ask(search)
        await migrate(fresh)

        assert old == {"search": {"hits": []}}
        assert await before.ask(search) == {
            "search": {"hits": [{"node": {"ref": "risk/creditScorer"}}]}
        }


class TestStatements:
    def test_end_with_a_semicolon_at_the_end_of_a_line(self) -> None:
        text = "CREATE (:A {x: ';'});\n// Why; not.\nCREATE (:B); \n\n// The end.\n"

        assert statements(text) == ["CREATE (:A {x: ';'})", "// Why; not.\nCREATE (:B)"]


class TestChecksum:
    @pytest.mark.parametrize("same", ["A\r\nB;\r\n", "  A\nB;", "A\n\nB;  \n\n"])
    def test_knows_no_line_ends_and_no_space_around_lines(self, same: str) -> None:
        assert Migration("0001_a", same).checksum == Migration("0001_a", "A\nB;\n").checksum

    def test_knows_every_word(self) -> None:
        assert Migration("0001_a", "A\nB;").checksum != Migration("0001_a", "A B;").checksum


class TestMigrate:
    async def test_applies_what_is_pending_in_order_and_records_it(self, fresh: Graph) -> None:
        before = await pending(fresh, [SECOND, FIRST])

        applied = await migrate(fresh, [SECOND, FIRST])

        assert before == applied == ["0001_first", "0002_second"]
        assert await pending(fresh, [FIRST, SECOND]) == []
        assert {"first", "second"} <= set(await names(fresh, "INDEX"))
        first, second = await recorded(fresh)
        assert (first["number"], first["name"]) == (1, "0001_first")
        assert first["checksum"] == FIRST.checksum
        assert first["by"].startswith("lineal ")
        assert first["at"] <= second["at"]

    async def test_applies_only_what_is_new(self, fresh: Graph) -> None:
        await migrate(fresh, [FIRST])

        assert await migrate(fresh, [FIRST, SECOND]) == ["0002_second"]
        assert await migrate(fresh, [FIRST, SECOND]) == []
        assert await fresh.read("MATCH (n:First) RETURN count(n)") == 1

    async def test_leaves_every_index_online(self, fresh: Graph) -> None:
        await migrate(fresh)

        states = "SHOW INDEXES YIELD state RETURN collect(DISTINCT state)"
        assert await fresh.read(states) == ["ONLINE"]

    async def test_five_processes_at_once_apply_it_once(self, fresh: Graph) -> None:
        migrators = [Migrator([FIRST, SECOND]) for _ in range(5)]

        applied = await asyncio.gather(*(migrator.applied() for migrator in migrators))

        assert sorted(chain(*applied)) == ["0001_first", "0002_second"]
        assert await fresh.read("MATCH (n:First) RETURN count(n)") == 1
        assert len(await recorded(fresh)) == 2

    async def test_goes_on_after_a_crash_in_the_middle(self, fresh: Graph) -> None:
        crashed = Migrator([FIRST, ENDLESS])
        while "second" not in await names(fresh, "INDEX"):  # noqa: ASYNC110
            await asyncio.sleep(0.05)
        crashed.kill()
        before = await pending(fresh, [FIRST, SECOND])

        async with asyncio.timeout(15):
            applied = await migrate(fresh, [FIRST, SECOND])

        assert before == applied == ["0002_second"]
        assert await fresh.read("MATCH (n:First) RETURN count(n)") == 1

    async def test_waits_for_the_one_that_migrates(self, fresh: Graph) -> None:
        first = Migrator([FIRST, ENDLESS])
        while "second" not in await names(fresh, "INDEX"):  # noqa: ASYNC110
            await asyncio.sleep(0.05)

        waiting = asyncio.create_task(migrate(fresh, [FIRST, SECOND]))
        await asyncio.sleep(1)
        waited = not waiting.done()
        first.kill()

        assert waited
        assert await waiting == ["0002_second"]

    async def test_refused_where_an_applied_file_was_edited(self, fresh: Graph) -> None:
        await migrate(fresh, [FIRST])
        edited = Migration(FIRST.name, FIRST.text + "CREATE (:Edited);")

        for refused in (migrate, pending):
            with pytest.raises(MigrationRefused, match="0001_first was edited") as error:
                await refused(fresh, [edited, SECOND])
            assert "\n" not in str(error.value)

        assert len(await recorded(fresh)) == 1

    async def test_refused_where_the_graph_is_newer(self, fresh: Graph) -> None:
        await migrate(fresh, [FIRST, SECOND])

        with pytest.raises(MigrationRefused, match=r"0002_second, which Lineal .* does not know"):
            await migrate(fresh, [FIRST])
