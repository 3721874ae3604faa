"""Several statements as one: in their order, each with its own parameters and answer."""

from typing import Any

import pytest

from lineal.kernel.graph import Graph, Rollback, Transaction, Vanished
from lineal.kernel.together import Part, together
from tests.asking import unique

MAKE = "CREATE (made:Together {name: $name, place: $place}) RETURN made.place AS answer"
PLACES = """MATCH (made:Together {name: $name}) WITH made.place AS place ORDER BY place
RETURN collect(place) AS answer"""


class TestLater:
    async def test_is_done_before_the_next_statement(self, graph: Graph) -> None:
        name = unique("together")

        async def work(tx: Transaction) -> Any:
            for place in (1, 2):
                tx.later(MAKE, {"name": name, "place": place})
            return await tx.value(PLACES, {"name": name})

        value, _ = await graph.write(work)

        assert value == [1, 2]

    async def test_is_done_where_no_statement_follows(self, graph: Graph) -> None:
        name = unique("together")

        async def work(tx: Transaction) -> None:
            tx.later(MAKE, {"name": name, "place": 1})

        await graph.write(work)

        assert await graph.read(PLACES, {"name": name}) == [1]

    async def test_tells_its_answer(self, graph: Graph) -> None:
        answers: list[Any] = []

        async def work(tx: Transaction) -> Any:
            tx.later("RETURN $one AS answer", {"one": 1}, answers.append)
            tx.later("UNWIND $none AS one CREATE (:Together)", {"none": []}, answers.append)
            return await tx.value("RETURN $one AS answer", {"one": 3})

        value, _ = await graph.write(work)

        assert (value, answers) == (3, [1, None])

    async def test_is_undone_with_what_its_answer_raises(self, graph: Graph) -> None:
        name = unique("together")

        def refuse(answer: Any) -> None:
            raise Rollback(answer)

        async def work(tx: Transaction) -> Any:
            tx.later(MAKE, {"name": name, "place": 5}, refuse)
            return await tx.value("RETURN 6 AS answer")

        value, _ = await graph.write(work)

        assert value == 5
        assert await graph.read(PLACES, {"name": name}) == []

    async def test_without_a_record_something_has_vanished(self, graph: Graph) -> None:
        name = unique("together")

        async def work(tx: Transaction) -> None:
            tx.later(MAKE, {"name": name, "place": 1})
            tx.later("MATCH (n:Together {name: $it}) RETURN n.place AS answer", {"it": unique("x")})

        with pytest.raises(Vanished):
            await graph.write(work)
        assert await graph.read(PLACES, {"name": name}) == []


class TestTogether:
    def test_parameters_are_told_apart(self) -> None:
        text, parameters = together(
            [Part("RETURN $a AS answer", {"a": 1}), Part("RETURN $a.b AS answer", {"a": {"b": 2}})]
        )

        assert parameters == {"s0": {"a": 1}, "s1": {"a": {"b": 2}}}
        assert text == (
            "CALL () {\n  RETURN $s0.a AS answer0\n}\n"
            "CALL () {\n  RETURN $s1.a.b AS answer1\n}\n"
            "RETURN [answer0, answer1] AS answer"
        )
