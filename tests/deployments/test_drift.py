"""What was intended to serve, against what a platform reports."""

from typing import Any

import pytest

from lineal.kernel import queries
from lineal.kernel.graph import Graph
from tests.deployments.conftest import World


async def report(world: World, *versions: tuple[int, float]) -> None:
    """Reports what serves at the deployment that most tests are about."""
    told = [
        {"modelVersion": world.version(number), "weight": weight} for number, weight in versions
    ]
    there = {"name": "api", "environment": "production", "versions": told}
    answer = await world.tell(
        "reportDeployments",
        namespace=world.namespace,
        platform="kserve",
        deployments=[there] if versions else [],
    )
    assert answer["__typename"] == "ReportDeploymentsSuccess"


async def drift(world: World) -> list[tuple[str, int, float | None, float | None]]:
    """Returns the differences: kind, number, what was intended, what was observed."""
    data = await world.ask(
        """query($ref: Ref!) { deployment(ref: $ref) {
            drift { kind version { number } intended observed } } }""",
        ref=world.place,
    )
    return [
        (each["kind"], each["version"]["number"], each["intended"], each["observed"])
        for each in data["deployment"]["drift"]
    ]


async def intended(world: World, as_of: str | None = None) -> dict[int, float]:
    """Returns what was told to serve: weights by the number of the version."""
    data = await world.ask(
        """query($ref: Ref!, $asOf: DateTime) { deployment(ref: $ref) {
            intended(asOf: $asOf) { weight version { number } } } }""",
        ref=world.place,
        asOf=as_of,
    )
    return {each["version"]["number"]: each["weight"] for each in data["deployment"]["intended"]}


async def found(world: World, where: dict[str, Any]) -> int:
    """Returns how many deployments of the test's namespace are found."""
    own = {"namespace": {"eq": world.namespace}}
    data = await world.ask(
        "query($where: DeploymentWhere) { deployments(where: $where) { totalCount } }",
        where={"and": [own, where]},
    )
    return int(data["deployments"]["totalCount"])


class TestDrift:
    async def test_what_was_told_serves_until_something_else_is_reported(
        self, world: World
    ) -> None:
        await world.make()
        await world.deploy(1)

        assert await drift(world) == []
        assert await intended(world) == await world.shares() == {1: 1.0}

    async def test_another_version_serves(self, world: World) -> None:
        await world.make()
        await world.deploy(1)
        await report(world, (2, 1))

        assert await drift(world) == [("MISSING", 1, 1.0, None), ("UNEXPECTED", 2, None, 1.0)]
        assert await world.shares() == {2: 1.0}
        assert await intended(world) == {1: 1.0}

    async def test_another_share(self, world: World) -> None:
        await world.make()
        await world.deploy(1)
        await world.deploy(2, weight=0.1)
        await report(world, (1, 0.7), (2, 0.3))

        assert await drift(world) == [("WEIGHT", 1, 0.9, 0.7), ("WEIGHT", 2, 0.1, 0.3)]

    async def test_less_than_half_a_percent_is_none(self, world: World) -> None:
        await world.make()
        await world.deploy(1)
        await world.deploy(2, weight=1 / 3)
        await report(world, (1, 0.67), (2, 0.33))

        assert await drift(world) == []
        assert await found(world, {"drift": True}) == 0

    async def test_nothing_serves(self, world: World) -> None:
        await world.make()
        await world.deploy(1)
        await report(world, (1, 1))
        await report(world)

        assert await drift(world) == [("MISSING", 1, 1.0, None)]

    async def test_something_serves_where_all_was_ended(self, world: World) -> None:
        await world.make()
        await world.deploy(1)
        await world.end()
        await report(world, (1, 1))

        assert await drift(world) == [("UNEXPECTED", 1, None, 1.0)]

    async def test_none_where_nobody_told_what_should_serve(self, world: World) -> None:
        await report(world, (1, 1))
        await report(world, (2, 1))

        assert await drift(world) == []
        assert await found(world, {"drift": True}) == 0

    async def test_is_over_once_the_platform_follows(self, world: World) -> None:
        await world.make()
        await world.deploy(1)
        await report(world, (1, 1))
        await world.deploy(2)
        await report(world, (1, 1))
        before = await drift(world)
        await report(world, (2, 1))

        assert [kind for kind, *_ in before] == ["UNEXPECTED", "MISSING"]
        assert await drift(world) == []

    async def test_is_over_once_what_serves_is_told(self, world: World) -> None:
        await world.make()
        await world.deploy(1)
        await report(world, (2, 1))
        answer = await world.deploy(2, reason="as it is")
        again = await world.deploy(2)

        assert answer["changed"] is True
        assert again["changed"] is False
        assert await drift(world) == []

    async def test_is_over_once_what_is_missing_is_ended(self, world: World) -> None:
        await world.make()
        await world.deploy(1)
        await world.deploy(2, weight=0.1)
        await report(world, (1, 1))
        answer = await world.end(modelVersion=world.version(2))

        assert answer["__typename"] == "EndDeploymentSuccess"
        assert await drift(world) == []
        assert await world.shares() == await intended(world) == {1: 1.0}

    async def test_all_that_is_missing_can_be_ended(self, world: World) -> None:
        await world.make()
        await world.deploy(1)
        await report(world, (1, 1))
        await report(world)
        await world.end()

        assert await drift(world) == []
        assert (await world.end())["code"] == "INVALID_STATE"

    async def test_rolling_back_is_told_too(self, world: World) -> None:
        await world.make()
        await world.deploy(1)
        await world.deploy(2)
        await report(world, (2, 1))
        await world.roll_back()

        assert await intended(world) == {1: 1.0}

    async def test_what_was_intended_then(self, world: World) -> None:
        await world.make()
        await world.deploy(1)
        (stay,) = await world.history()
        await world.deploy(2)

        assert await intended(world, stay["since"]) == {1: 1.0}
        assert await intended(world) == {2: 1.0}

    async def test_says_who_intended_it_and_why(self, world: World) -> None:
        await world.make()
        await world.deploy(1, reason="better")
        await report(world, (2, 1))
        data = await world.ask(
            """query($ref: Ref!) { deployment(ref: $ref) {
                drift { intendedBy intendedReason intendedSince observedSince } } }""",
            ref=world.place,
        )
        missing, unexpected = data["deployment"]["drift"]

        assert (missing["intendedBy"], missing["intendedReason"]) == ("ada", "better")
        assert missing["intendedSince"] < unexpected["observedSince"]
        assert (missing["observedSince"], unexpected["intendedBy"]) == (None, None)


class TestWhereDrift:
    @pytest.mark.parametrize(
        ("where", "count"),
        [
            ({"drift": True}, 1),
            ({"drift": False}, 1),
            ({"not": {"drift": True}}, 1),
            ({"or": [{"drift": True}, {"environment": {"eq": "staging"}}]}, 2),
            ({"and": [{"drift": True}, {"environment": {"eq": "staging"}}]}, 0),
            ({"drift": None}, 2),
        ],
        ids=str,
    )
    async def test_combined(self, world: World, where: dict[str, Any], count: int) -> None:
        await world.make()
        await world.deploy(1)
        await world.tell("createDeployment", ref=f"{world.namespace}/trial", environment="staging")
        await report(world, (2, 1))

        assert await found(world, where) == count


class TestMigration:
    async def test_what_served_before_was_intended(self, world: World, graph: Graph) -> None:
        await world.make()
        await world.deploy(1)
        await world.write(
            """MATCH ()-[edge:INTENDED]->(d:Deployment {ref: $ref}) DELETE edge
            SET d.intendedAt = null RETURN count(d)""",
            ref=world.place,
        )
        (name,) = [name for name in queries.names() if name.endswith("_intentions")]
        for _ in range(2):
            await graph.run(queries.query(name).text.rstrip(";"))
        await report(world, (2, 1))

        assert await intended(world) == {1: 1.0}
        assert len(await drift(world)) == 2
