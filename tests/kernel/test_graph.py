"""The driver's one module: deadlines, retries, outages and bookmarks on a real Neo4j."""

import asyncio
import time
from collections.abc import AsyncIterator
from typing import Any
from uuid import uuid4

import pytest

from lineal.kernel.graph import (
    BookmarkUnknown,
    ConstraintViolated,
    DeadlineExceeded,
    Graph,
    GraphBug,
    GraphUnavailable,
    Rollback,
    Transaction,
)
from tests.conftest import Neo4j
from tests.proxy import Proxy

# Counts for minutes; the word finds it among the running transactions.
ENDLESS = "UNWIND range(1, 100000) AS a UNWIND range(1, 100000) AS {word} RETURN count(*)"


@pytest.fixture
async def proxy(neo4j: Neo4j) -> AsyncIterator[Proxy]:
    async with Proxy(neo4j.uri) as opened:
        yield opened


@pytest.fixture
async def behind(proxy: Proxy, neo4j: Neo4j) -> AsyncIterator[Graph]:
    """The graph behind the proxy, within a deadline of one second."""
    connected = at(proxy.uri, neo4j)
    await connected.ping()
    yield connected
    await connected.close()


@pytest.fixture
async def patient(proxy: Proxy, neo4j: Neo4j) -> AsyncIterator[Graph]:
    """The graph behind the proxy, within a deadline that allows for trying again."""
    connected = at(proxy.uri, neo4j, 8)
    await connected.ping()
    yield connected
    await connected.close()


def at(uri: str, neo4j: Neo4j, deadline: float = 1.0) -> Graph:
    return Graph.connect(uri, neo4j.user, neo4j.password or None, deadline=deadline)


def word() -> str:
    return f"w{uuid4().hex}"


async def running(graph: Graph, named: str) -> int:
    return int(
        await graph.read(
            "SHOW TRANSACTIONS YIELD currentQuery AS text "
            "WHERE text CONTAINS $named AND NOT text STARTS WITH 'SHOW' RETURN count(*) AS n",
            {"named": named},
        )
    )


async def stopped(graph: Graph, named: str, within: float) -> bool:
    until = time.monotonic() + within
    while await running(graph, named):
        if time.monotonic() > until:
            return False
        await asyncio.sleep(0.05)
    return True


def making(name: str, **more: Any) -> Any:
    async def work(transaction: Transaction) -> int:
        text = "CREATE (n:GraphTest {name: $name}) SET n += $more RETURN 7 AS seven"
        return int(await transaction.value(text, {"name": name, "more": more}))

    return work


async def count(graph: Graph, name: str) -> int:
    return int(
        await graph.read("MATCH (n:GraphTest {name: $name}) RETURN count(n)", {"name": name})
    )


class TestRead:
    async def test_returns_the_only_value(self, graph: Graph) -> None:
        assert await graph.read("RETURN {a: $a} AS row", {"a": [1, None]}) == {"a": [1, None]}

    async def test_without_a_record_is_none(self, graph: Graph) -> None:
        assert await graph.read("MATCH (n:NoSuchLabel) RETURN n.name") is None

    async def test_cannot_write(self, graph: Graph) -> None:
        name = word()

        with pytest.raises(GraphBug):
            await graph.read("CREATE (n:GraphTest {name: $name}) RETURN 1", {"name": name})

        assert await count(graph, name) == 0

    async def test_a_wrong_statement_is_a_bug_of_ours(self, graph: Graph) -> None:
        with pytest.raises(GraphBug, match="SyntaxError"):
            await graph.read("RETRUN 1")

    async def test_tries_again_after_a_connection_broke(self, proxy: Proxy, patient: Graph) -> None:
        proxy.break_connections()

        assert await patient.read("RETURN 1") == 1
        assert proxy.connections == 2


class TestDeadline:
    async def test_of_a_statement_that_does_not_end(self, neo4j: Neo4j, graph: Graph) -> None:
        impatient, named = at(neo4j.uri, neo4j, 0.5), word()

        with pytest.raises(DeadlineExceeded, match=r"within 0\.5 s"):
            await impatient.read(ENDLESS.format(word=named))

        assert await stopped(graph, named, within=10)
        await impatient.close()

    @pytest.mark.parametrize("writing", [False, True])
    async def test_of_a_database_that_hangs(
        self, proxy: Proxy, behind: Graph, writing: bool
    ) -> None:
        proxy.hang()

        with pytest.raises(DeadlineExceeded, match="within 1 s"):
            await (behind.write(making(word())) if writing else behind.read("RETURN 1"))

    async def test_of_a_new_connection_that_hangs(self, proxy: Proxy, neo4j: Neo4j) -> None:
        proxy.hang()
        fresh = at(proxy.uri, neo4j)

        with pytest.raises((DeadlineExceeded, GraphUnavailable)):
            await fresh.ping()

        await fresh.close()

    async def test_many_at_once_all_hold_it(self, proxy: Proxy, behind: Graph) -> None:
        proxy.hang()

        answers = await asyncio.gather(
            *(behind.read("RETURN 1") for _ in range(150)), return_exceptions=True
        )

        assert {type(answer) for answer in answers} <= {DeadlineExceeded, GraphUnavailable}

    async def test_answers_again_once_the_database_does(self, proxy: Proxy, behind: Graph) -> None:
        proxy.hang()
        with pytest.raises(DeadlineExceeded):
            await behind.ping()

        proxy.go_on()

        assert await behind.read("RETURN 1") == 1

    async def test_a_cancelled_caller_cancels_the_statement(self, graph: Graph) -> None:
        named = word()
        reading = asyncio.create_task(graph.read(ENDLESS.format(word=named)))
        while not await running(graph, named):  # noqa: ASYNC110
            await asyncio.sleep(0.05)

        reading.cancel()

        assert await stopped(graph, named, within=10)
        with pytest.raises(asyncio.CancelledError):
            await reading


class TestOutage:
    @pytest.mark.parametrize("writing", [False, True])
    async def test_database_that_is_gone(self, proxy: Proxy, patient: Graph, writing: bool) -> None:
        await proxy.vanish()

        with pytest.raises(GraphUnavailable, match="could not be reached"):
            await (patient.write(making(word())) if writing else patient.read("RETURN 1"))

    async def test_says_nothing_in_the_log(
        self, proxy: Proxy, patient: Graph, caplog: pytest.LogCaptureFixture
    ) -> None:
        await proxy.vanish()

        with pytest.raises(GraphUnavailable):
            await patient.read("RETURN 1")

        assert caplog.records == []

    async def test_wrong_password(self, neo4j: Neo4j) -> None:
        stranger = Graph.connect(neo4j.uri, neo4j.user, "wrong", deadline=5)

        with pytest.raises(GraphUnavailable, match="refused Lineal's user or password"):
            await stranger.ping()
        await stranger.close()

    async def test_database_of_another_name(self, neo4j: Neo4j) -> None:
        elsewhere = Graph.connect(neo4j.uri, neo4j.user, neo4j.password, "nowhere", deadline=5)

        with pytest.raises(GraphUnavailable, match="no database named nowhere"):
            await elsewhere.ping()
        await elsewhere.close()

    async def test_no_address(self) -> None:
        with pytest.raises(GraphUnavailable, match="no address of a Neo4j"):
            Graph.connect("elsewhere", "neo4j", None)


class TestWrite:
    async def test_returns_the_answer_and_bookmarks(self, graph: Graph) -> None:
        name = word()

        answer, bookmarks = await graph.write(making(name))

        assert answer == 7
        assert len(bookmarks) == 1
        assert await graph.read("MATCH (n:GraphTest {name: $n}) RETURN 1", {"n": name}, bookmarks)

    async def test_an_exception_undoes_it(self, graph: Graph) -> None:
        name = word()

        async def work(transaction: Transaction) -> None:
            await making(name)(transaction)
            raise LookupError

        with pytest.raises(LookupError):
            await graph.write(work)
        assert await count(graph, name) == 0

    async def test_rollback_undoes_it_and_answers(self, graph: Graph) -> None:
        name = word()

        async def work(transaction: Transaction) -> str:
            await making(name)(transaction)
            raise Rollback("no")

        assert await graph.write(work) == ("no", [])
        assert await count(graph, name) == 0

    async def test_is_run_again_after_a_connection_broke(
        self, proxy: Proxy, patient: Graph, graph: Graph
    ) -> None:
        name, runs = word(), 0

        async def work(transaction: Transaction) -> None:
            nonlocal runs
            runs += 1
            if runs == 1:
                proxy.break_connections()
            await making(name)(transaction)

        await patient.write(work)

        assert runs == 2
        assert await count(graph, name) == 1

    async def test_a_cancelled_caller_leaves_nothing(self, graph: Graph) -> None:
        name, inside = word(), asyncio.Event()

        async def work(transaction: Transaction) -> None:
            await making(name)(transaction)
            inside.set()
            await asyncio.sleep(60)

        writing = asyncio.create_task(graph.write(work))
        await inside.wait()
        writing.cancel()
        with pytest.raises(asyncio.CancelledError):
            await writing

        assert await count(graph, name) == 0

    async def test_a_uniqueness_constraint_is_told(self, graph: Graph) -> None:
        async def work(transaction: Transaction) -> None:
            for _ in range(2):
                await transaction.value("CREATE (:MigrationLock {name: $name})", {"name": name})

        name = word()
        with pytest.raises(ConstraintViolated):
            await graph.write(work)


class TestBookmarks:
    async def test_of_another_database_are_told(self, graph: Graph) -> None:
        with pytest.raises(BookmarkUnknown):
            await graph.read("RETURN 1", bookmarks=["FB:nonsense"])


class TestPlan:
    async def test_returns_the_operators(self, graph: Graph) -> None:
        assert "NodeUniqueIndexSeek" in await graph.plan("MATCH (n:Entity {id: 'x'}) RETURN n.id")
