"""Idempotency keys are kept for more than a day, and not for ever."""

from lineal.kernel.graph import Graph, Transaction
from lineal.tidy import forget_keys
from tests.asking import unique


class TestForgetKeys:
    async def test_only_those_older_than_two_days(self, graph: Graph) -> None:
        old, young = unique("old"), unique("young")

        async def unit(tx: Transaction) -> None:
            await tx.value(
                "UNWIND [[$old, 49], [$young, 47]] AS key "
                "CREATE (k:IdempotencyKey {key: key[0]}) "
                "SET k.createdAt = datetime() - duration({hours: key[1]}) RETURN count(k)",
                {"old": old, "young": young},
            )

        await graph.write(unit)

        while await forget_keys(graph):
            pass

        left = await graph.read(
            "MATCH (k:IdempotencyKey) WHERE k.key IN $keys RETURN collect(k.key)",
            {"keys": [old, young]},
        )
        assert left == [young]
