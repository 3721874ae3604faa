"""What serves in production, now and on a date."""

from typing import Any

from tests.deployments.conftest import World

QUERY = """query(
    $ref: Ref!, $asOf: DateTime, $environment: String! = "production", $after: Cursor
) {
    namespace(ref: $ref) {
        production(asOf: $asOf, environment: $environment, first: 1, after: $after) {
            nodes { deployment { ref } version { ref } weight since }
            pageInfo { hasNextPage endCursor }
            totalCount
        }
    }
}"""


async def asked(world: World, **variables: Any) -> Any:
    data = await world.ask(QUERY, ref=world.namespace, **variables)
    return data["namespace"]["production"]


class TestProduction:
    async def test_nothing_serves(self, world: World) -> None:
        await world.make()

        assert (await asked(world))["totalCount"] == 0

    async def test_now_and_on_a_date(self, world: World) -> None:
        await world.make()
        await world.deploy(1)
        await world.deploy(2)
        new, old = await world.history()
        before = await asked(world, asOf=old["since"])
        after = await asked(world, asOf=new["since"])
        earliest = await asked(world, asOf="2020-01-01T00:00:00Z")

        assert (await asked(world))["nodes"] == after["nodes"]
        assert after["nodes"] == [
            {
                "deployment": {"ref": world.place},
                "version": {"ref": world.version(2)},
                "weight": 1.0,
                "since": new["since"],
            }
        ]
        assert [node["version"] for node in before["nodes"]] == [{"ref": world.version(1)}]
        assert earliest["totalCount"] == 0

    async def test_paged(self, world: World) -> None:
        await world.make()
        await world.deploy(1)
        await world.deploy(2, weight=0.5)
        first = await asked(world)
        info = first["pageInfo"]
        second = await asked(world, after=info["endCursor"])

        assert first["totalCount"] == 2
        assert info["hasNextPage"]
        assert first["nodes"] != second["nodes"]
        assert second["pageInfo"]["hasNextPage"] is False

    async def test_another_environment(self, world: World) -> None:
        await world.make()
        await world.deploy(1)

        assert (await asked(world, environment="staging"))["totalCount"] == 0
