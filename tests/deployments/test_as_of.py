"""Deployments as they served at a moment."""

from typing import Any

from tests.deployments.conftest import World

QUERY = """query($where: DeploymentWhere, $asOf: DateTime, $orderBy: NamedOrder) {
    deployments(where: $where, asOf: $asOf, orderBy: $orderBy) {
        totalCount nodes { ref versions(asOf: $asOf) { version { number } weight } }
    }
}"""


async def served(world: World, as_of: str | None, **asked: Any) -> list[tuple[str, list[int]]]:
    """Returns the names of deployments, and the numbers of the versions that served there."""
    where = {"namespace": {"eq": world.namespace}, **asked.pop("where", {})}
    found = (await world.ask(QUERY, where=where, asOf=as_of, **asked))["deployments"]
    assert found["totalCount"] == len(found["nodes"])
    return [
        (
            node["ref"].partition("/")[2],
            [each["version"]["number"] for each in node["versions"]],
        )
        for node in found["nodes"]
    ]


class TestDeploymentsAsOf:
    async def test_only_those_where_something_served(self, world: World) -> None:
        await world.make()
        await world.deploy(1)
        await world.tell("createDeployment", ref=f"{world.namespace}/idle", environment="test")
        (stay,) = await world.history()
        await world.deploy(2)
        await world.end()
        ended = (await world.history())[0]["until"]

        assert await served(world, None) == [("api", []), ("idle", [])]
        assert await served(world, stay["since"]) == [("api", [1])]
        assert await served(world, ended) == []
        assert await served(world, "2020-01-01T00:00:00Z") == []

    async def test_with_a_filter_and_an_order(self, world: World) -> None:
        await world.make()
        await world.deploy(1)
        other = {"deployment": f"{world.namespace}/b", "modelVersion": world.version(2)}
        await world.tell(
            "deployModelVersion", **other, createDeployment={"environment": "production"}
        )
        data = await world.ask(
            "query($ref: Ref!) { deployment(ref: $ref) { versions { since } } }",
            ref=other["deployment"],
        )
        now = data["deployment"]["versions"][0]["since"]
        by_name = {"field": "NAME", "direction": "DESC"}

        assert await served(world, now, orderBy=by_name) == [("b", [2]), ("api", [1])]
        assert await served(world, now, where={"environment": {"eq": "staging"}}) == []
