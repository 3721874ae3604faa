"""What a deployment feeds."""

import asyncio
from typing import Any

from tests.deployments.conftest import World

FEEDS = """query($ref: Ref!, $asOf: DateTime) { deployment(ref: $ref) {
    feeds(asOf: $asOf) { totalCount nodes { since until by node { __typename ref } } } } }"""


async def fed(world: World, as_of: str | None = None) -> list[str]:
    """Returns the refs of what the deployment feeds, and the kind in front."""
    data = await world.ask(FEEDS, ref=world.place, asOf=as_of)
    feeds = data["deployment"]["feeds"]
    assert feeds["totalCount"] == len(feeds["nodes"])
    return [f"{each['node']['__typename']} {each['node']['ref']}" for each in feeds["nodes"]]


def portal(world: World) -> str:
    return f"{world.namespace}/portal"


async def feed(world: World, **given: Any) -> dict[str, Any]:
    given = {"deployment": world.place, "application": portal(world), **given}
    return await world.tell("recordFeed", "changed node { ref }", **given)


async def made(world: World) -> None:
    """Makes the deployment, and an application that it feeds."""
    await world.make()
    answer = await feed(world, createApplication={"kind": "service"})
    assert answer["__typename"] == "RecordFeedSuccess"


class TestRecordFeed:
    async def test_an_application(self, world: World) -> None:
        await world.make()
        await world.tell("createApplication", ref=portal(world))
        answer = await feed(world)

        assert answer == {
            "__typename": "RecordFeedSuccess",
            "changed": True,
            "node": {"ref": portal(world)},
        }
        assert await fed(world) == [f"Application {portal(world)}"]

    async def test_makes_the_application(self, world: World) -> None:
        await world.make()
        await feed(world, createApplication={"kind": "report", "owners": ["team:retail"]})
        query = "query($ref: Ref!) { application(ref: $ref) { kind owners } }"
        data = await world.ask(query, ref=portal(world))

        assert data["application"] == {"kind": "report", "owners": ["team:retail"]}

    async def test_a_dataset_version(self, world: World) -> None:
        await world.make()
        scores = await world.scores()
        await feed(world, application=None, datasetVersion=scores)

        assert await fed(world) == [f"DatasetVersion {scores}"]

    async def test_the_same_again_changes_nothing(self, world: World) -> None:
        await made(world)
        answer = await feed(world)

        assert answer["changed"] is False
        assert len(await fed(world)) == 1

    async def test_twenty_at_once_make_one(self, world: World) -> None:
        await world.make()
        answers = await asyncio.gather(
            *(feed(world, createApplication={"kind": "service"}) for _ in range(20))
        )

        assert {answer["__typename"] for answer in answers} == {"RecordFeedSuccess"}
        assert [answer["changed"] for answer in answers].count(True) == 1
        assert len(await fed(world)) == 1

    async def test_counts_up_the_revision_if_it_changes_something(self, world: World) -> None:
        await made(world)
        known = await world.revision()
        await feed(world, expectedRevision=known)

        assert known == 2
        assert await world.revision() == known

    async def test_refused_with_a_stale_revision(self, world: World) -> None:
        await made(world)
        answer = await feed(world, expectedRevision=1)

        assert (answer["__typename"], answer["path"]) == ("StaleRevision", ["expectedRevision"])

    async def test_does_not_change_what_a_roll_back_leads_to(self, world: World) -> None:
        await made(world)
        await world.deploy(1)
        await world.deploy(2)
        await world.tell("endFeed", deployment=world.place, application=portal(world))
        await world.roll_back()

        assert await world.shares() == {1: 1.0}

    async def test_refused_without_consumer(self, world: World) -> None:
        await world.make()
        answer = await feed(world, application=None)

        assert answer["__typename"] == "InvalidInput"

    async def test_refused_with_two(self, world: World) -> None:
        await world.make()
        answer = await feed(world, datasetVersion=await world.scores())

        assert answer["__typename"] == "InvalidInput"

    async def test_refused_with_an_application_to_make_for_a_dataset_version(
        self, world: World
    ) -> None:
        await world.make()
        answer = await feed(
            world, application=None, datasetVersion=await world.scores(), createApplication={}
        )

        assert answer["__typename"] == "InvalidInput"

    async def test_refused_without_application(self, world: World) -> None:
        await world.make()
        answer = await feed(world)

        assert answer["__typename"] == "NotFound"
        assert answer["path"] == ["application"]

    async def test_refused_without_deployment(self, world: World) -> None:
        answer = await feed(world, createApplication={})

        assert answer["__typename"] == "NotFound"
        assert answer["path"] == ["deployment"]

    async def test_dry_run_changes_nothing(self, world: World) -> None:
        await world.make()
        answer = await feed(world, createApplication={}, dryRun=True)

        assert answer["node"] == {"ref": portal(world)}
        assert await fed(world) == []


class TestEndFeed:
    async def test_ends(self, world: World) -> None:
        await made(world)
        answer = await world.tell(
            "endFeed", "node { ref }", deployment=world.place, application=portal(world)
        )

        assert answer["node"] == {"ref": portal(world)}
        assert await fed(world) == []

    async def test_can_begin_again(self, world: World) -> None:
        await made(world)
        await world.tell("endFeed", deployment=world.place, application=portal(world))
        await feed(world)

        assert len(await fed(world)) == 1

    async def test_refused_with_a_stale_revision(self, world: World) -> None:
        await made(world)
        known = await world.revision()
        end = {"deployment": world.place, "application": portal(world)}
        stale = await world.tell("endFeed", **end, expectedRevision=known - 1)
        done = await world.tell("endFeed", "deployment { revision }", **end, expectedRevision=known)

        assert (stale["__typename"], stale["path"]) == ("StaleRevision", ["expectedRevision"])
        assert done["deployment"] == {"revision": known + 1}

    async def test_refused_where_it_is_not_fed(self, world: World) -> None:
        await world.make()
        await world.tell("createApplication", ref=portal(world))
        answer = await world.tell("endFeed", deployment=world.place, application=portal(world))

        assert answer["__typename"] == "InvalidState"
        assert answer["path"] == ["application"]

    async def test_refused_without_consumer(self, world: World) -> None:
        await world.make()
        answer = await world.tell("endFeed", deployment=world.place)

        assert answer["__typename"] == "InvalidInput"

    async def test_dry_run_changes_nothing(self, world: World) -> None:
        await made(world)
        await world.tell("endFeed", deployment=world.place, application=portal(world), dryRun=True)

        assert len(await fed(world)) == 1


class TestFeeds:
    async def test_as_of_a_moment(self, world: World) -> None:
        await made(world)
        since = (await world.ask(FEEDS, ref=world.place))["deployment"]["feeds"]["nodes"][0][
            "since"
        ]
        await world.tell("endFeed", deployment=world.place, application=portal(world))

        assert await fed(world) == []
        assert await fed(world, since) == [f"Application {portal(world)}"]
        assert await fed(world, "2020-01-01T00:00:00Z") == []

    async def test_page_by_page_newest_first(self, world: World) -> None:
        await world.make()
        for name in ("a", "b", "c"):
            await feed(world, application=f"{world.namespace}/{name}", createApplication={})
        query = """query($ref: Ref!, $after: Cursor) { deployment(ref: $ref) {
            feeds(first: 2, after: $after) {
                nodes { node { ref } } pageInfo { hasNextPage endCursor } } } }"""
        first = (await world.ask(query, ref=world.place))["deployment"]["feeds"]
        after = first["pageInfo"]["endCursor"]
        second = (await world.ask(query, ref=world.place, after=after))["deployment"]["feeds"]
        names = [each["node"]["ref"].partition("/")[2] for each in first["nodes"] + second["nodes"]]

        assert names == ["c", "b", "a"]
        assert second["pageInfo"]["hasNextPage"] is False


class TestApplicationDeployments:
    async def test_those_that_feed_it_now(self, world: World) -> None:
        await made(world)
        await world.tell(
            "createDeployment", ref=f"{world.namespace}/batch", environment="production"
        )
        await feed(world, deployment=f"{world.namespace}/batch")
        query = """query($ref: Ref!) { application(ref: $ref) {
            deployments { totalCount nodes { name } } } }"""
        both = await world.ask(query, ref=portal(world))
        await world.tell("endFeed", deployment=world.place, application=portal(world))
        one = await world.ask(query, ref=portal(world))

        assert both["application"]["deployments"] == {
            "totalCount": 2,
            "nodes": [{"name": "api"}, {"name": "batch"}],
        }
        assert one["application"]["deployments"] == {"totalCount": 1, "nodes": [{"name": "batch"}]}
