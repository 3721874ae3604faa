"""What serves at a deployment: deploying, ending, rolling back, and the history of it."""

import asyncio
from uuid import uuid4

import pytest

from tests.deployments.conftest import World


class TestDeployModelVersion:
    async def test_serves_alone(self, world: World) -> None:
        await world.make()
        answer = await world.tell(
            "deployModelVersion",
            "changed modelVersion { ref } deployment { ref versions { weight by reason } }",
            deployment=world.place,
            modelVersion=world.version(1),
            reason="first",
        )

        assert answer == {
            "__typename": "DeployModelVersionSuccess",
            "changed": True,
            "modelVersion": {"ref": world.version(1)},
            "deployment": {
                "ref": world.place,
                "versions": [{"weight": 1.0, "by": "ada", "reason": "first"}],
            },
        }

    async def test_replaces_what_serves(self, world: World) -> None:
        await world.make()
        await world.deploy(1)
        await world.deploy(2, reason="better")
        new, old = await world.history()

        assert await world.shares() == {2: 1.0}
        assert (new["version"], new["until"], new["reason"]) == ({"number": 2}, None, "better")
        assert (old["version"], old["until"]) == ({"number": 1}, new["since"])
        assert (old["reason"], old["endedBy"], old["endReason"]) == (None, "ada", "better")

    async def test_shares_the_traffic(self, world: World) -> None:
        await world.make()
        await world.deploy(1)
        await world.deploy(2, weight=0.2)
        await world.deploy(3, weight=0.5)

        assert await world.shares() == {3: 0.5, 1: 0.4, 2: 0.1}

    async def test_gets_everything_where_nothing_serves(self, world: World) -> None:
        await world.make()
        await world.deploy(1, weight=0.2)

        assert await world.shares() == {1: 1.0}

    async def test_changes_the_share_of_one_that_serves(self, world: World) -> None:
        await world.make()
        await world.deploy(1)
        await world.deploy(2, weight=0.1)
        await world.deploy(2, weight=0.5)
        stays = [(each["version"]["number"], each["weight"]) for each in await world.history()]

        assert await world.shares() == {1: 0.5, 2: 0.5}
        assert sorted(stays) == [(1, 0.5), (1, 0.9), (1, 1.0), (2, 0.1), (2, 0.5)]

    async def test_counts_up_the_revision(self, world: World) -> None:
        await world.make()
        before = await world.revision()
        answer = await world.deploy(1)

        assert answer["deployment"] == {"revision": before + 1}

    async def test_the_same_again_changes_nothing(self, world: World) -> None:
        await world.make()
        await world.deploy(1)
        await world.deploy(2, weight=0.3)
        before = await world.revision()
        answer = await world.deploy(2, weight=0.3)

        assert answer["changed"] is False
        assert answer["deployment"] == {"revision": before}
        assert len(await world.history()) == 3

    async def test_takes_an_alias(self, world: World) -> None:
        await world.make()
        await world.alias("champion", 2)
        answer = await world.tell(
            "deployModelVersion",
            "modelVersion { ref }",
            deployment=f"deployment:{world.place}",
            modelVersion=f"{world.namespace}/scorer@champion",
        )

        assert answer["modelVersion"] == {"ref": world.version(2)}

    async def test_makes_the_deployment(self, world: World) -> None:
        details = {"environment": "staging", "kind": "BATCH", "image": "scorer@sha256:1"}
        answer = await world.tell(
            "deployModelVersion",
            "deployment { environment kind image createdBy namespace { name } }",
            deployment=world.place,
            createDeployment=details,
            modelVersion=world.version(1),
        )

        assert answer["deployment"] == {
            **details,
            "createdBy": "ada",
            "namespace": {"name": world.namespace},
        }
        assert await world.shares() == {1: 1.0}

    async def test_changes_nothing_of_a_deployment_that_is_there(self, world: World) -> None:
        await world.make()
        answer = await world.tell(
            "deployModelVersion",
            "deployment { environment }",
            deployment=world.place,
            createDeployment={"environment": "staging"},
            modelVersion=world.version(1),
        )

        assert answer["deployment"] == {"environment": "production"}

    async def test_makes_the_deployment_beside_a_model_of_the_same_name(self, world: World) -> None:
        answer = await world.tell(
            "deployModelVersion",
            "deployment { ref }",
            deployment=f"{world.namespace}/scorer",
            createDeployment={"environment": "staging"},
            modelVersion=world.version(1),
        )

        assert answer["deployment"] == {"ref": f"{world.namespace}/scorer"}

    async def test_refused_without_deployment(self, world: World) -> None:
        answer = await world.deploy(1)

        assert answer["__typename"] == "NotFound"
        assert answer["path"] == ["deployment"]

    async def test_refused_with_the_revision_of_a_deployment_that_is_gone(
        self, world: World
    ) -> None:
        details = {"environment": "staging"}
        answer = await world.deploy(1, createDeployment=details, expectedRevision=3)

        assert answer["__typename"] == "StaleRevision"

    async def test_refused_without_namespace(self, world: World) -> None:
        answer = await world.tell(
            "deployModelVersion",
            deployment=f"{world.namespace}-2/api",
            createDeployment={"environment": "staging"},
            modelVersion=world.version(1),
        )

        assert answer["__typename"] == "NotFound"
        assert answer["message"] == f"There is no namespace {world.namespace}-2"

    async def test_refused_without_version(self, world: World) -> None:
        await world.make()
        answer = await world.deploy(9)

        assert answer["__typename"] == "NotFound"
        assert answer["path"] == ["modelVersion"]

    async def test_refused_for_a_model(self, world: World) -> None:
        await world.make()
        answer = await world.tell(
            "deployModelVersion",
            deployment=world.place,
            modelVersion=f"{world.namespace}/scorer",
        )

        assert answer["__typename"] == "InvalidInput"
        assert answer["path"] == ["modelVersion"]

    @pytest.mark.parametrize("weight", [0.0, -0.5, 1.01])
    async def test_refused_with_a_weight_that_is_no_share(
        self, world: World, weight: float
    ) -> None:
        await world.make()
        answer = await world.deploy(1, weight=weight)

        assert answer["__typename"] == "InvalidInput"
        assert answer["path"] == ["weight"]

    async def test_refused_with_a_stale_revision(self, world: World) -> None:
        await world.make()
        known = await world.revision()
        await world.deploy(1, expectedRevision=known)
        answer = await world.deploy(2, expectedRevision=known)

        assert answer["__typename"] == "StaleRevision"
        assert answer["path"] == ["expectedRevision"]
        assert await world.shares() == {1: 1.0}

    async def test_dry_run_changes_nothing(self, world: World) -> None:
        await world.make()
        await world.deploy(1)
        before = await world.revision()
        answer = await world.deploy(2, dryRun=True)

        assert answer["deployment"] == {"revision": before + 1}
        assert await world.shares() == {1: 1.0}
        assert await world.revision() == before

    async def test_dry_run_makes_no_deployment(self, world: World) -> None:
        await world.deploy(1, createDeployment={"environment": "staging"}, dryRun=True)
        query = "query($ref: Ref!) { deployment(ref: $ref) { ref } }"

        assert await world.ask(query, ref=world.place) == {"deployment": None}

    async def test_the_same_key_works_once(self, world: World) -> None:
        await world.make()
        key = uuid4().hex
        await world.deploy(1, idempotencyKey=key)
        await world.deploy(2)
        answer = await world.deploy(1, idempotencyKey=key)

        assert answer["changed"] is True
        assert await world.shares() == {2: 1.0}

    async def test_the_same_key_with_another_weight_is_refused(self, world: World) -> None:
        await world.make()
        key = uuid4().hex
        await world.deploy(1, idempotencyKey=key)
        answer = await world.deploy(1, idempotencyKey=key, weight=0.5)

        assert answer["__typename"] == "IdempotencyKeyReused"

    async def test_twenty_at_once_leave_one_that_serves_and_an_unbroken_history(
        self, world: World
    ) -> None:
        await world.make()
        before = await world.revision()
        answers = await asyncio.gather(*(world.deploy(1 + turn % 3) for turn in range(20)))
        changes = sum(answer["changed"] for answer in answers)
        newest, *older = await world.history()
        following = [newest, *older[:-1]]

        assert newest["until"] is None
        assert list((await world.shares()).values()) == [1.0]
        assert [stay["until"] for stay in older] == [stay["since"] for stay in following]
        assert len(older) + 1 == changes == await world.revision() - before

    async def test_twenty_at_once_make_one_deployment(self, world: World) -> None:
        details = {"environment": "staging"}
        answers = await asyncio.gather(
            *(world.deploy(1, createDeployment=details) for _ in range(20))
        )

        assert {answer["__typename"] for answer in answers} == {"DeployModelVersionSuccess"}
        assert [answer["changed"] for answer in answers].count(True) == 1

    async def test_follows_what_served_though_the_clock_ran_backwards(self, world: World) -> None:
        await world.make()
        await world.write(
            "MATCH (deployment:Deployment {ref: $ref}) "
            "SET deployment.updatedAt = datetime('2100-01-01T00:00:00Z')",
            ref=world.place,
        )
        await world.deploy(1)
        await world.deploy(2)
        new, old = await world.history()

        assert old["since"] == "2100-01-01T00:00:00.000001Z"
        assert old["until"] == new["since"] == "2100-01-01T00:00:00.000002Z"

    async def test_shares_at_once_still_sum_to_one(self, world: World) -> None:
        await world.make()
        await asyncio.gather(*(world.deploy(1 + turn % 3, weight=0.3) for turn in range(12)))

        assert sum((await world.shares()).values()) == pytest.approx(1)


class TestEndDeployment:
    async def test_all(self, world: World) -> None:
        await world.make()
        await world.deploy(1)
        await world.deploy(2, weight=0.5)
        answer = await world.end(reason="retired")

        assert answer["__typename"] == "EndDeploymentSuccess"
        assert await world.shares() == {}
        assert {each["endReason"] for each in (await world.history())[:2]} == {"retired"}

    async def test_one_leaves_its_traffic_to_the_others(self, world: World) -> None:
        await world.make()
        await world.deploy(1)
        await world.deploy(2, weight=0.5)
        await world.end(modelVersion=world.version(2))

        assert await world.shares() == {1: 1.0}

    async def test_refused_where_nothing_serves(self, world: World) -> None:
        await world.make()
        answer = await world.end()

        assert answer["__typename"] == "InvalidState"
        assert answer["path"] == ["deployment"]

    async def test_refused_for_a_version_that_does_not_serve(self, world: World) -> None:
        await world.make()
        await world.deploy(1)
        answer = await world.end(modelVersion=world.version(2))

        assert answer["__typename"] == "InvalidState"
        assert answer["message"] == f"{world.version(2)} does not serve at {world.place}"
        assert answer["path"] == ["modelVersion"]

    async def test_refused_without_deployment(self, world: World) -> None:
        assert (await world.end())["__typename"] == "NotFound"

    async def test_refused_with_a_stale_revision(self, world: World) -> None:
        await world.make()
        known = await world.revision()
        await world.deploy(1)
        answer = await world.end(expectedRevision=known)

        assert answer["__typename"] == "StaleRevision"
        assert await world.shares() == {1: 1.0}

    async def test_dry_run_changes_nothing(self, world: World) -> None:
        await world.make()
        await world.deploy(1)
        answer = await world.end(dryRun=True)

        assert answer["__typename"] == "EndDeploymentSuccess"
        assert await world.shares() == {1: 1.0}


class TestRollBackDeployment:
    async def test_after_a_replacement(self, world: World) -> None:
        await world.make()
        await world.deploy(1)
        await world.deploy(2)
        answer = await world.roll_back(reason="errors")
        newest = (await world.history())[0]

        assert answer["__typename"] == "RollBackDeploymentSuccess"
        assert await world.shares() == {1: 1.0}
        assert newest["reason"] == "errors"

    async def test_after_a_share(self, world: World) -> None:
        await world.make()
        await world.deploy(1)
        await world.deploy(2, weight=0.4)
        await world.deploy(3, weight=0.1)
        await world.roll_back()

        assert await world.shares() == {1: 0.6, 2: 0.4}

    async def test_after_one_ended(self, world: World) -> None:
        await world.make()
        await world.deploy(1)
        await world.deploy(2, weight=0.4)
        await world.end(modelVersion=world.version(1))
        await world.roll_back()

        assert await world.shares() == {1: 0.6, 2: 0.4}

    async def test_after_all_ended(self, world: World) -> None:
        await world.make()
        await world.deploy(1)
        await world.end()
        await world.roll_back()

        assert await world.shares() == {1: 1.0}

    async def test_twice_leads_to_where_it_began(self, world: World) -> None:
        await world.make()
        await world.deploy(1)
        await world.deploy(2)
        await world.roll_back()
        await world.roll_back()

        assert await world.shares() == {2: 1.0}

    async def test_passes_over_what_changed_nothing(self, world: World) -> None:
        await world.make()
        await world.deploy(1)
        await world.deploy(2)
        await world.deploy(2)
        await world.roll_back()

        assert await world.shares() == {1: 1.0}

    async def test_refused_where_nothing_ever_served(self, world: World) -> None:
        await world.make()
        answer = await world.roll_back()

        assert answer["__typename"] == "InvalidState"
        assert answer["path"] == ["deployment"]

    async def test_refused_where_nothing_served_before(self, world: World) -> None:
        await world.make()
        await world.deploy(1)
        answer = await world.roll_back()

        assert answer["__typename"] == "InvalidState"
        assert await world.shares() == {1: 1.0}

    async def test_refused_without_deployment(self, world: World) -> None:
        assert (await world.roll_back())["__typename"] == "NotFound"

    async def test_refused_with_a_stale_revision(self, world: World) -> None:
        await world.make()
        await world.deploy(1)
        known = await world.revision()
        await world.deploy(2)
        answer = await world.roll_back(expectedRevision=known)

        assert answer["__typename"] == "StaleRevision"
        assert await world.shares() == {2: 1.0}

    async def test_dry_run_changes_nothing(self, world: World) -> None:
        await world.make()
        await world.deploy(1)
        await world.deploy(2)
        await world.roll_back(dryRun=True)

        assert await world.shares() == {2: 1.0}

    async def test_the_same_key_works_once(self, world: World) -> None:
        await world.make()
        await world.deploy(1)
        await world.deploy(2)
        key = uuid4().hex
        await world.roll_back(idempotencyKey=key)
        await world.roll_back(idempotencyKey=key)

        assert await world.shares() == {1: 1.0}


class TestVersions:
    async def test_as_of_a_moment(self, world: World) -> None:
        await world.make()
        await world.deploy(1)
        await world.deploy(2, weight=0.3)
        await world.deploy(3)
        moments = sorted({stay["since"] for stay in await world.history()})

        assert [await world.shares(moment) for moment in moments] == [
            {1: 1.0},
            {1: 0.7, 2: 0.3},
            {3: 1.0},
        ]

    async def test_as_of_a_moment_before_anything_served(self, world: World) -> None:
        await world.make()
        await world.deploy(1)

        assert await world.shares("2020-01-01T00:00:00Z") == {}

    async def test_as_of_a_moment_when_all_had_ended(self, world: World) -> None:
        await world.make()
        await world.deploy(1)
        await world.end()
        ended = (await world.history())[0]["until"]
        await world.deploy(2)

        assert await world.shares(ended) == {}


class TestHistory:
    async def test_page_by_page(self, world: World) -> None:
        await world.make()
        await world.deploy(1)
        await world.deploy(2, weight=0.5)
        await world.deploy(3, weight=0.5)
        query = """query($ref: Ref!, $after: Cursor) { deployment(ref: $ref) {
            servingHistory(first: 2, after: $after) {
                totalCount pageInfo { hasNextPage endCursor }
                nodes { version { number } weight } } } }"""
        after, pages = None, []
        while True:
            data = await world.ask(query, ref=world.place, after=after)
            history = data["deployment"]["servingHistory"]
            pages.append([(each["version"]["number"], each["weight"]) for each in history["nodes"]])
            if not history["pageInfo"]["hasNextPage"]:
                break
            after = history["pageInfo"]["endCursor"]

        assert history["totalCount"] == 6
        assert [len(page) for page in pages] == [2, 2, 2]
        assert [stay for page in pages for stay in page] == [
            (3, 0.5),
            (2, 0.25),
            (1, 0.25),
            (2, 0.5),
            (1, 0.5),
            (1, 1.0),
        ]


class TestModelVersionDeployments:
    async def test_where_it_serves_now(self, world: World) -> None:
        await world.make()
        await world.deploy(1)
        await world.tell(
            "deployModelVersion",
            deployment=f"{world.namespace}/batch",
            createDeployment={"environment": "production", "kind": "BATCH"},
            modelVersion=world.version(1),
        )
        query = """query($ref: Ref!) { modelVersion(ref: $ref) {
            deployments { totalCount nodes { name } } } }"""
        both = await world.ask(query, ref=world.version(1))
        await world.deploy(2)
        one = await world.ask(query, ref=world.version(1))

        assert both["modelVersion"]["deployments"] == {
            "totalCount": 2,
            "nodes": [{"name": "api"}, {"name": "batch"}],
        }
        assert one["modelVersion"]["deployments"] == {"totalCount": 1, "nodes": [{"name": "batch"}]}
