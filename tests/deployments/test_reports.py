"""Platforms report all that they run; the registry shows that, and says what is different."""

from typing import Any

import pytest

from tests.deployments.conftest import World

SELECT = """revision
    began { ref } changed { ref } ended { ref } unchanged { ref }
    unknown { path deployment modelVersion }
    archived { path deployment modelVersion archived }"""
KINDS = ("began", "changed", "ended", "unchanged")


def running(world: World, name: str, *versions: tuple[int, float], **more: Any) -> dict[str, Any]:
    """Returns a deployment as a platform reports it."""
    told = [
        {"modelVersion": world.version(number), "weight": weight} for number, weight in versions
    ]
    return {"name": name, "environment": "production", "versions": told, **more}


async def report(world: World, *deployments: dict[str, Any], **given: Any) -> dict[str, Any]:
    """Returns what a report answers, deployments by their names."""
    answer = await world.tell(
        "reportDeployments",
        SELECT,
        **{
            "namespace": world.namespace,
            "platform": "kserve",
            "deployments": deployments,
            **given,
        },
    )
    for kind in set(KINDS) & set(answer):
        answer[kind] = [each["ref"].partition("/")[2] for each in answer[kind]]
    return answer


def done(**told: Any) -> dict[str, Any]:
    """Returns the answer to a report, of which only this is to be told."""
    nothing: dict[str, Any] = {kind: [] for kind in (*KINDS, "unknown", "archived")}
    return {"__typename": "ReportDeploymentsSuccess", "revision": 1, **nothing, **told}


class TestReportDeployments:
    async def test_what_is_new_begins(self, world: World) -> None:
        told = running(world, "api", (1, 0.9), (2, 0.1), image="scorer:1", endpoint="https://x")
        answer = await report(world, told)
        data = await world.ask(
            """query($ref: Ref!) { deployment(ref: $ref) {
                environment kind platform endpoint image createdBy revision } }""",
            ref=world.place,
        )

        assert answer == done(began=["api"])
        assert await world.shares() == {1: 0.9, 2: 0.1}
        assert data["deployment"] == {
            "environment": "production",
            "kind": "ONLINE",
            "platform": "kserve",
            "endpoint": "https://x",
            "image": "scorer:1",
            "createdBy": "ada",
            "revision": 2,
        }

    async def test_the_same_again_changes_nothing(self, world: World) -> None:
        told = running(world, "api", (1, 1 / 3), (2, 1 / 3), (3, 1 / 3))
        await report(world, told)
        before = await world.history()

        assert await report(world, told) == done(revision=2, unchanged=["api"])
        assert await world.history() == before

    async def test_a_share_that_was_deployed_is_the_same_when_rounded(self, world: World) -> None:
        await world.make()
        await world.deploy(1)
        await world.deploy(2, weight=1 / 3)
        await report(world, running(world, "api", (1, 0.666667), (2, 0.333333)))
        answer = await report(world, running(world, "api", (1, 0.666666999999), (2, 0.333333)))

        assert answer == done(revision=2, unchanged=["api"])

    async def test_what_is_missing_ends(self, world: World) -> None:
        await report(world, running(world, "api", (1, 1)), running(world, "other", (2, 1)))
        answer = await report(world, running(world, "other", (2, 1)), reason="hourly")
        (stay,) = await world.history()

        assert answer == done(revision=2, ended=["api"], unchanged=["other"])
        assert await world.shares() == {}
        assert (stay["endedBy"], stay["endReason"]) == ("ada", "hourly")

    async def test_what_has_ended_ends_once(self, world: World) -> None:
        await report(world, running(world, "api", (1, 1)))
        await report(world)

        assert await report(world) == done(revision=3)

    async def test_an_empty_one_ends_everything_of_the_platform(self, world: World) -> None:
        await world.make()
        await world.deploy(1)
        await report(world, running(world, "a", (1, 1)), running(world, "b", (1, 1)))
        await report(world, running(world, "c", (1, 1)), platform="sagemaker")

        assert await report(world) == done(revision=2, ended=["a", "b"])
        assert await world.shares() == {1: 1.0}

    async def test_what_serves_otherwise_changes(self, world: World) -> None:
        await report(world, running(world, "api", (1, 1)))
        answer = await report(world, running(world, "api", (2, 1)))
        new, old = await world.history()

        assert answer == done(revision=2, changed=["api"])
        assert (new["version"], old["until"]) == ({"number": 2}, new["since"])

    async def test_begins_again_where_nothing_served(self, world: World) -> None:
        await report(world, running(world, "api", (1, 1)))
        await report(world)

        assert await report(world, running(world, "api", (1, 1))) == done(revision=3, began=["api"])

    @pytest.mark.parametrize(
        "fact",
        [
            {"environment": "staging"},
            {"kind": "BATCH"},
            {"image": "scorer:2"},
            {"endpoint": "https://y"},
        ],
        ids=lambda fact: next(iter(fact)),
    )
    async def test_what_it_is_changes(self, world: World, fact: dict[str, str]) -> None:
        await report(world, running(world, "api", (1, 1), image="scorer:1", endpoint="https://x"))
        answer = await report(world, running(world, "api", (1, 1), **fact))
        data = await world.ask(
            f"query($ref: Ref!) {{ deployment(ref: $ref) {{ {next(iter(fact))} }} }}",
            ref=world.place,
        )

        assert answer == done(revision=2, changed=["api"])
        assert data["deployment"] == fact

    async def test_what_is_absent_stays_as_it_was(self, world: World) -> None:
        await report(world, running(world, "api", (1, 1), image="scorer:1", kind="EDGE"))

        assert await report(world, running(world, "api", (1, 1))) == done(
            revision=2, unchanged=["api"]
        )

    async def test_one_without_a_platform_becomes_the_platforms(self, world: World) -> None:
        await world.make()
        await world.deploy(1)

        assert await report(world, running(world, "api", (1, 1))) == done(changed=["api"])
        assert await report(world) == done(revision=2, ended=["api"])

    async def test_one_of_another_platform_is_in_the_way(self, world: World) -> None:
        await report(world, running(world, "api", (1, 1)))
        told = [running(world, "new", (1, 1)), running(world, "api", (1, 1))]
        answer = await report(world, *told, platform="sagemaker")

        assert answer["code"] == "INVALID_INPUT"
        assert answer["path"] == ["deployments", "1", "name"]
        assert "kserve" in answer["message"]

    async def test_an_unknown_version_is_told_and_its_deployment_left_alone(
        self, world: World
    ) -> None:
        await report(world, running(world, "api", (1, 1)), running(world, "b", (1, 1)))
        answer = await report(
            world,
            running(world, "api", (2, 0.5), (99, 0.5)),
            running(world, "b", (2, 1)),
            {
                "name": "c",
                "environment": "production",
                "versions": [{"modelVersion": "docker.io/what:latest"}],
            },
        )

        assert answer == done(
            revision=2,
            changed=["b"],
            unknown=[
                {
                    "path": ["deployments", "0", "versions", "1", "modelVersion"],
                    "deployment": "api",
                    "modelVersion": world.version(99),
                },
                {
                    "path": ["deployments", "2", "versions", "0", "modelVersion"],
                    "deployment": "c",
                    "modelVersion": "docker.io/what:latest",
                },
            ],
        )
        assert await world.shares() == {1: 1.0}

    @pytest.mark.parametrize("of", ["version", "model", "namespace"])
    async def test_what_is_archived_is_shown_and_told(self, world: World, of: str) -> None:
        version = world.version(2)
        model = version.partition(":")[0]
        archived = {"version": version, "model": model, "namespace": world.namespace}[of]
        assert "code" not in await world.tell("archiveRecord", "changed", ref=archived)
        answer = await report(world, running(world, "api", (2, 1)))
        again = await report(world, running(world, "api", (2, 1)))

        told = {
            "path": ["deployments", "0", "versions", "0", "modelVersion"],
            "deployment": "api",
            "modelVersion": version,
            "archived": archived,
        }
        assert answer == done(began=["api"], archived=[told])
        assert again == done(revision=2, unchanged=["api"], archived=[told])
        assert await world.shares() == {2: 1.0}

    async def test_a_dry_run_tells_and_changes_nothing(self, world: World) -> None:
        answer = await report(world, running(world, "api", (1, 1)), dryRun=True)
        again = await report(world, running(world, "api", (1, 1)), dryRun=True)

        assert answer == again == done(began=["api"])

    async def test_sent_again_with_its_key_answers_the_same(self, world: World) -> None:
        told = running(world, "api", (1, 1), (99, 1e-9))
        first = await report(world, told, idempotencyKey=f"{world.namespace} 1")

        assert await report(world, told, idempotencyKey=f"{world.namespace} 1") == first
        assert first["unknown"][0]["deployment"] == "api"

    async def test_takes_a_thousand_at_once(self, world: World) -> None:
        told = [running(world, f"d-{i}", (1, 0.5), (2, 0.5)) for i in range(1000)]
        answer = await report(world, *told)

        assert len(answer["began"]) == 1000


class TestRevision:
    async def test_one_that_is_older_is_refused(self, world: World) -> None:
        await report(world, expectedRevision=0)
        await report(world, expectedRevision=1)
        answer = await report(world, running(world, "api", (1, 1)), expectedRevision=1)

        assert (answer["code"], answer["path"]) == ("STALE_REVISION", ["expectedRevision"])

    async def test_is_that_of_one_platform_in_one_namespace(self, world: World) -> None:
        await report(world)

        assert (await report(world, platform="sagemaker"))["revision"] == 1


class TestBadReport:
    async def test_of_no_namespace(self, world: World) -> None:
        answer = await report(world, namespace="nowhere-at-all")

        assert (answer["code"], answer["path"]) == ("NOT_FOUND", ["namespace"])

    @pytest.mark.parametrize("weights", [(0.5, 0.4), (0.9, 0.2), (1, 1)])
    async def test_whose_weights_do_not_sum_to_1(
        self, world: World, weights: tuple[float, float]
    ) -> None:
        answer = await report(world, running(world, "api", (1, weights[0]), (2, weights[1])))

        assert (answer["code"], answer["path"]) == (
            "INVALID_INPUT",
            ["deployments", "0", "versions"],
        )

    async def test_with_one_version_twice(self, world: World) -> None:
        await world.alias("champion", 1)
        told = running(world, "api", (1, 0.5))
        champion = {"modelVersion": f"{world.namespace}/scorer@champion", "weight": 0.5}
        answer = await report(world, {**told, "versions": [*told["versions"], champion]})

        assert answer["path"] == ["deployments", "0", "versions", "1", "modelVersion"]

    async def test_with_one_name_twice(self, world: World) -> None:
        answer = await report(world, running(world, "a", (1, 1)), running(world, "a", (2, 1)))

        assert answer["path"] == ["deployments", "1", "name"]

    async def test_with_another_kind_of_thing(self, world: World) -> None:
        told = {"modelVersion": f"{world.namespace}/scorer"}
        answer = await report(world, {**running(world, "api"), "versions": [told]})

        assert answer["code"] == "INVALID_INPUT"
        assert "is a model, not a model version" in answer["message"]

    @pytest.mark.parametrize(
        ("wrong", "path"),
        [
            ({"name": "a/b"}, "name"),
            ({"environment": " "}, "environment"),
            ({"versions": []}, "versions"),
        ],
        ids=["name", "environment", "versions"],
    )
    async def test_with_a_deployment_that_is_wrong(
        self, world: World, wrong: dict[str, Any], path: str
    ) -> None:
        answer = await report(world, {**running(world, "api", (1, 1)), **wrong})

        assert (answer["code"], answer["path"]) == ("INVALID_INPUT", ["deployments", "0", path])

    async def test_of_more_than_a_thousand(self, world: World) -> None:
        answer = await report(world, *(running(world, f"d-{i}", (1, 1)) for i in range(1001)))

        assert (answer["code"], answer["path"]) == ("INVALID_INPUT", ["deployments"])
