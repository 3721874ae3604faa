"""Deployments and applications: making them, finding them."""

import asyncio
from typing import Any
from uuid import uuid4

import pytest

from tests.deployments.conftest import World

DETAILS: dict[str, Any] = {
    "environment": "production",
    "kind": "ONLINE",
    "platform": "kserve",
    "endpoint": "https://scoring.example/v1",
    "image": "registry.example/scorer@sha256:1",
    "description": "Scores applicants.",
    "tags": ["pci"],
    "owners": ["team:risk"],
}


async def refs(world: World, field: str, **where: Any) -> list[str]:
    """Returns the names of what a connection lists of the test's own namespace."""
    kind = {"deployments": "Deployment", "applications": "Application"}[field]
    data = await world.ask(
        f"""query($where: {kind}Where) {{ {field}(where: $where) {{
            totalCount nodes {{ name }} }} }}""",
        where={"namespace": {"eq": world.namespace}, **where},
    )
    names = [node["name"] for node in data[field]["nodes"]]
    assert data[field]["totalCount"] == len(names)
    return names


async def create(world: World, name: str, **given: Any) -> None:
    details: dict[str, Any] = {"environment": "production", "kind": "ONLINE", **given}
    answer = await world.tell("createDeployment", ref=f"{world.namespace}/{name}", **details)
    assert answer["__typename"] == "CreateDeploymentSuccess"


class TestCreateDeployment:
    async def test_creates(self, world: World) -> None:
        answer = await world.tell(
            "createDeployment",
            f"deployment {{ ref name revision createdBy namespace {{ name }} versions {{ weight }} "
            f"{' '.join(DETAILS)} }}",
            ref=world.place,
            **DETAILS,
        )

        assert answer["deployment"] == {
            "ref": world.place,
            "name": "api",
            "revision": 1,
            "createdBy": "ada",
            "namespace": {"name": world.namespace},
            "versions": [],
            **DETAILS,
        }

    async def test_refused_twice(self, world: World) -> None:
        await world.make()
        answer = await world.tell("createDeployment", ref=world.place, environment="staging")

        assert answer["__typename"] == "AlreadyExists"
        assert answer["path"] == ["ref"]

    async def test_refused_without_namespace(self, world: World) -> None:
        answer = await world.tell(
            "createDeployment", ref=f"{world.namespace}-2/api", environment="staging"
        )

        assert answer["__typename"] == "NotFound"
        assert answer["path"] == ["ref"]

    async def test_refused_without_name(self, world: World) -> None:
        answer = await world.tell("createDeployment", ref=world.namespace, environment="staging")

        assert answer["__typename"] == "InvalidInput"

    async def test_refused_without_environment(self, world: World) -> None:
        answer = await world.tell("createDeployment", ref=world.place, environment=" ")

        assert answer["__typename"] == "InvalidInput"
        assert answer["path"] == ["environment"]

    async def test_dry_run_changes_nothing(self, world: World) -> None:
        await world.tell("createDeployment", ref=world.place, environment="staging", dryRun=True)

        assert await refs(world, "deployments") == []

    async def test_the_same_key_answers_the_same(self, world: World) -> None:
        given = {"ref": world.place, "environment": "staging", "idempotencyKey": uuid4().hex}
        first = await world.tell("createDeployment", "deployment { id }", **given)
        second = await world.tell("createDeployment", "deployment { id }", **given)

        assert first == second

    async def test_twenty_at_once_make_one(self, world: World) -> None:
        answers = await asyncio.gather(
            *(
                world.tell("createDeployment", ref=world.place, environment="staging")
                for _ in range(20)
            )
        )
        kinds = [answer["__typename"] for answer in answers]

        assert kinds.count("CreateDeploymentSuccess") == 1
        assert kinds.count("AlreadyExists") == 19


class TestCreateApplication:
    async def test_creates(self, world: World) -> None:
        ref = f"{world.namespace}/portal"
        answer = await world.tell(
            "createApplication",
            "application { ref kind owners deployments { totalCount } }",
            ref=ref,
            kind="service",
            owners=["team:retail"],
        )

        assert answer["application"] == {
            "ref": ref,
            "kind": "service",
            "owners": ["team:retail"],
            "deployments": {"totalCount": 0},
        }

    async def test_refused_twice(self, world: World) -> None:
        ref = f"{world.namespace}/portal"
        await world.tell("createApplication", ref=ref)
        answer = await world.tell("createApplication", ref=ref)

        assert answer["__typename"] == "AlreadyExists"

    async def test_refused_without_namespace(self, world: World) -> None:
        answer = await world.tell("createApplication", ref=f"{world.namespace}-2/portal")

        assert answer["__typename"] == "NotFound"

    async def test_dry_run_changes_nothing(self, world: World) -> None:
        await world.tell("createApplication", ref=f"{world.namespace}/portal", dryRun=True)

        assert await refs(world, "applications") == []


class TestDeployment:
    @pytest.mark.parametrize("form", ["{ref}", "deployment:{ref}", "{id}"])
    async def test_by_ref(self, world: World, form: str) -> None:
        await world.make()
        # A bare name may be several kinds at once.
        await world.tell("createApplication", ref=world.place)
        query = "query($ref: Ref!) { deployment(ref: $ref) { id ref } }"
        known = (await world.ask(query, ref=world.place))["deployment"]
        data = await world.ask(query, ref=form.format(**known))

        assert data["deployment"] == known


class TestApplication:
    async def test_by_ref(self, world: World) -> None:
        ref = f"{world.namespace}/portal"
        await world.tell("createApplication", ref=ref)
        query = "query($ref: Ref!) { application(ref: $ref) { ref } }"

        assert await world.ask(query, ref=ref) == {"application": {"ref": ref}}
        assert await world.ask(query, ref=f"{ref}-2") == {"application": None}


class TestDeployments:
    async def test_by_name(self, world: World) -> None:
        for name in ("c", "a", "b"):
            await create(world, name)

        assert await refs(world, "deployments") == ["a", "b", "c"]

    @pytest.mark.parametrize(
        ("where", "names"),
        [
            ({"environment": {"eq": "staging"}}, ["b"]),
            ({"kind": {"eq": "ONLINE"}}, ["a", "b"]),
            ({"kind": {"in": ["BATCH", "EDGE"]}}, ["c"]),
            ({"platform": {"eq": "kserve"}}, ["a"]),
            ({"tag": {"eq": "pci"}}, ["b"]),
            ({"owner": {"in": ["team:risk", "bob"]}}, ["c"]),
            ({"kind": {"eq": "ONLINE"}, "environment": {"eq": "production"}}, ["a"]),
        ],
    )
    async def test_filtered(self, world: World, where: dict[str, object], names: list[str]) -> None:
        await create(world, "a", platform="kserve")
        await create(world, "b", environment="staging", tags=["pci"])
        await create(world, "c", kind="BATCH", owners=["bob"])

        assert await refs(world, "deployments", **where) == names

    async def test_page_by_page(self, world: World) -> None:
        for name in ("a", "b", "c"):
            await create(world, name)
        query = """query($where: DeploymentWhere, $after: Cursor) {
            deployments(where: $where, first: 2, after: $after) {
                nodes { name } pageInfo { hasNextPage endCursor } } }"""
        where = {"namespace": {"eq": world.namespace}}
        first = (await world.ask(query, where=where))["deployments"]
        await create(world, "ab")
        second = await world.ask(query, where=where, after=first["pageInfo"]["endCursor"])

        assert [node["name"] for node in first["nodes"]] == ["a", "b"]
        assert second["deployments"]["nodes"] == [{"name": "c"}]
        assert second["deployments"]["pageInfo"]["hasNextPage"] is False


class TestApplications:
    async def test_filtered(self, world: World) -> None:
        await world.tell("createApplication", ref=f"{world.namespace}/portal", kind="service")
        await world.tell("createApplication", ref=f"{world.namespace}/monthly", kind="report")

        assert await refs(world, "applications") == ["monthly", "portal"]
        assert await refs(world, "applications", kind={"eq": "report"}) == ["monthly"]
