"""Documentation of anything that is recorded, and what is said anew of what never changes."""

from typing import Any

import pytest

from tests.asking import Registry, filled

LINKS = [
    {"title": "Runbook", "url": "https://wiki.example/scorer"},
    {"title": "On call", "url": "mailto:ml@example.org"},
]
# Each kind: what makes it, of what, and how it is called then.
KINDS: dict[str, tuple[str, dict[str, Any], str]] = {
    "dataset": ("createDataset", {"ref": "?/raw"}, "dataset:?/raw"),
    "datasetVersion": (
        "registerDatasetVersion",
        {"dataset": "?/raw", "createDataset": {}, "label": "1"},
        "?/raw#1",
    ),
    "run": ("registerRun", {"namespace": "?", "name": "train"}, ""),
    "model": ("createModel", {"ref": "?/scorer"}, "?/scorer"),
    "modelVersion": (
        "registerModelVersion",
        {"model": "?/scorer", "createModel": {}, "digest": "sha256:0123456789abcdef"},
        "?/scorer:1",
    ),
    "deployment": ("createDeployment", {"ref": "?/api", "environment": "test"}, "?/api"),
    "application": ("createApplication", {"ref": "?/portal"}, "?/portal"),
}
IMMUTABLE = ("datasetVersion", "run", "modelVersion")
SELECT = "id description tags documentation { title url } properties { key value } revision"


async def made(registry: Registry, kind: str, **given: Any) -> dict[str, Any]:
    """Returns what is made of a kind, as SELECT says."""
    name, input_, _ = KINDS[kind]
    input_ = {**filled(input_, registry.namespace), **given}
    answer = await registry.told(name, f"{kind} {{ {SELECT} }}", **input_)
    thing: dict[str, Any] = answer[kind]
    return thing


async def updated(registry: Registry, kind: str, id_: str, **given: Any) -> dict[str, Any]:
    name = f"update{kind[0].upper()}{kind[1:]}"
    answer = await registry.told(name, f"{kind} {{ {SELECT} }}", ref=id_, **given)
    thing: dict[str, Any] = answer[kind]
    return thing


class TestDocumentation:
    @pytest.mark.parametrize("kind", KINDS)
    async def test_is_told_when_it_is_made_and_in_place_of_all_later(
        self, registry: Registry, kind: str
    ) -> None:
        thing = await made(registry, kind, documentation=LINKS)
        fewer = await updated(registry, kind, thing["id"], documentation=LINKS[1:])
        none = await updated(registry, kind, thing["id"], documentation=None)

        assert thing["documentation"] == LINKS
        assert fewer["documentation"] == LINKS[1:]
        assert none["documentation"] == []

    async def test_stays_if_nothing_is_said_of_it(self, registry: Registry) -> None:
        thing = await made(registry, "model", documentation=LINKS)
        told = await updated(registry, "model", thing["id"], tags=["new"])

        assert (told["documentation"], told["revision"]) == (LINKS, 2)

    async def test_that_is_so_already_makes_no_revision(self, registry: Registry) -> None:
        thing = await made(registry, "modelVersion", documentation=LINKS)

        assert await updated(registry, "modelVersion", thing["id"], documentation=LINKS) == thing

    @pytest.mark.parametrize(
        "url", ["javascript:alert(1)", "file:///etc/passwd", "wiki", "https://", "http:// x", ""]
    )
    async def test_refused_where_it_leads_nowhere(self, registry: Registry, url: str) -> None:
        links = [{"title": "Runbook", "url": url}]
        ref = registry.ref("scorer")
        refused = await registry.refused("createModel", ref=ref, documentation=links)

        assert (refused["code"], refused["path"]) == (
            "INVALID_INPUT",
            ["documentation", "0", "url"],
        )

    async def test_refused_without_title(self, registry: Registry) -> None:
        links = [{"title": " ", "url": "https://wiki.example"}]
        ref = registry.ref("scorer")
        refused = await registry.refused("createModel", ref=ref, documentation=links)

        assert refused["path"] == ["documentation", "0", "title"]

    async def test_refused_with_more_than_a_hundred(self, registry: Registry) -> None:
        ref = registry.ref("scorer")
        refused = await registry.refused("createModel", ref=ref, documentation=LINKS * 51)

        assert (refused["code"], refused["path"]) == ("INVALID_INPUT", ["documentation"])


class TestWhatNeverChanges:
    @pytest.mark.parametrize("kind", IMMUTABLE)
    async def test_is_described_anew(self, registry: Registry, kind: str) -> None:
        thing = await made(registry, kind, tags=["old"], description="As it was.")
        told = await updated(
            registry.by("grace"),
            kind,
            thing["id"],
            tags=["new"],
            setProperties=[{"key": "approved", "boolean": True}],
            expectedRevision=1,
        )

        assert told == {
            **thing,
            "tags": ["new"],
            "properties": [{"key": "approved", "value": True}],
            "revision": 2,
        }

    @pytest.mark.parametrize("kind", IMMUTABLE)
    async def test_is_listed_by_properties_of_ones_own(self, registry: Registry, kind: str) -> None:
        properties = [{"key": "tier", "number": 2}, {"key": "report", "link": "https://x.example"}]
        thing = await made(registry, kind, properties=properties)
        where = f"{kind[0].upper()}{kind[1:]}Where"
        query = f"query($where: {where}) {{ {kind}s(where: $where) {{ nodes {{ id }} }} }}"
        of = {"namespace": {"eq": registry.namespace}}
        low = await registry.ask(query, where={**of, "property": [{"key": "tier", "gte": 2}]})
        high = await registry.ask(query, where={**of, "property": [{"key": "tier", "gte": 3}]})

        assert low[f"{kind}s"]["nodes"] == [{"id": thing["id"]}]
        assert high[f"{kind}s"]["nodes"] == []

    @pytest.mark.parametrize("kind", IMMUTABLE)
    async def test_refused_with_a_stale_revision(self, registry: Registry, kind: str) -> None:
        thing = await made(registry, kind)
        name = f"update{kind[0].upper()}{kind[1:]}"
        refused = await registry.refused(name, ref=thing["id"], tags=["a"], expectedRevision=2)

        assert (refused["code"], refused["actual"]) == ("STALE_REVISION", 1)

    async def test_is_found_by_an_alias_too(self, registry: Registry) -> None:
        thing = await made(registry, "modelVersion")
        model, version = registry.ref("scorer"), registry.ref("scorer:1")
        await registry.told(
            "setAlias", "model { id }", model=model, alias="champion", version=version
        )

        assert (await updated(registry, "modelVersion", f"{model}@champion", tags=["a"]))["id"] == (
            thing["id"]
        )

    async def test_a_run_that_has_ended_is_described_but_told_no_more(
        self, registry: Registry
    ) -> None:
        run = await made(registry, "run")
        told = await updated(registry, "run", run["id"], description="The one to look at.")
        refused = await registry.refused("logRun", run=run["id"], tags=["late"])

        assert told["description"] == "The one to look at."
        assert refused["code"] == "INVALID_STATE"
