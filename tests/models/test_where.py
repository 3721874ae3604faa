"""Model versions found by what they are, what they were made from, and where they are used."""

from typing import Any

import pytest

from tests.asking import Registry, filled

QUERY = """query($where: ModelVersionWhere) {
    modelVersions(where: $where) { nodes { number } totalCount }
}"""


DATA = {"createDataset": {}, "label": "1"}


async def tell(registry: Registry) -> None:
    """Registers three versions: trained, fine-tuned from it, and one of which little is known."""
    ns = registry.namespace
    await registry.told(
        "registerModelVersion",
        "modelVersion { id }",
        model=f"{ns}/m",
        createModel={"owners": ["ada"]},
        metrics=[{"key": "auc", "value": 0.9}, {"key": "n", "value": 10}],
        parameters=[{"key": "depth", "value": 3}, {"key": "loss", "value": "log"}],
        run={
            "name": "training",
            "inputs": [{"role": "train", "datasetVersion": {"dataset": f"{ns}/d", **DATA}}],
        },
    )
    await registry.told(
        "registerModelVersion",
        "modelVersion { id }",
        model=f"{ns}/m",
        metrics=[{"key": "auc", "value": 0.8}],
        parameters=[{"key": "depth", "value": 5}],
        bases=[{"ref": f"{ns}/m:1"}],
    )
    await registry.told("registerModelVersion", "modelVersion { id }", model=f"{ns}/m")
    given: dict[str, Any]
    for number, alias in ((1, "old"), (2, "old"), (2, "champion")):
        given = {"model": f"{ns}/m", "alias": alias, "version": f"{ns}/m:{number}"}
        await registry.told("setAlias", "model { id }", **given)
    for number in (1, 2):
        await registry.told(
            "deployModelVersion",
            "deployment { id }",
            deployment=f"{ns}/api",
            createDeployment={"environment": "prod"},
            modelVersion=f"{ns}/m:{number}",
        )


@pytest.mark.parametrize(
    ("where", "found"),
    [
        ({"metric": [{"key": "auc"}]}, [2, 1]),
        ({"metric": [{"key": "auc", "gte": 0.85}]}, [1]),
        ({"metric": [{"key": "auc", "gte": 0.8, "lte": 0.85}]}, [2]),
        ({"metric": [{"key": "auc", "gte": 0.5}, {"key": "n"}]}, [1]),
        ({"not": {"metric": [{"key": "auc", "gte": 0.85}]}}, [3, 2]),
        ({"parameter": [{"key": "depth", "eq": 3}]}, [1]),
        ({"parameter": [{"key": "depth", "in": [5, "x"]}]}, [2]),
        ({"parameter": [{"key": "depth", "gte": 4}]}, [2]),
        ({"parameter": [{"key": "loss", "gte": 4}]}, []),
        ({"dataset": {"eq": "?/d"}}, [1]),
        ({"dataset": {"eq": "?/d#1"}}, [1]),
        ({"base": {"eq": "?/m:1"}}, [2]),
        ({"alias": {"eq": "old"}}, [2]),
        ({"alias": {"in": ["champion", "none"]}}, [2]),
        ({"environment": {"eq": "prod"}}, [2]),
        ({"owner": {"eq": "ada"}}, [3, 2, 1]),
        ({"owner": {"eq": "bob"}}, []),
        ({"model": {"eq": "?/m"}}, [3, 2, 1]),
        ({"created": {"since": "2020-01-01T00:00:00Z"}}, [3, 2, 1]),
        ({"created": {"until": "2020-01-01T00:00:00Z"}}, []),
        ({"or": [{"metric": [{"key": "n"}]}, {"alias": {"eq": "champion"}}]}, [2, 1]),
        ({"metric": [{"key": "auc"}], "not": {"environment": {"eq": "prod"}}}, [1]),
    ],
    ids=str,
)  # fmt: skip
async def test_where(registry: Registry, where: dict[str, Any], found: list[int]) -> None:
    await tell(registry)
    in_it = {"namespace": {"eq": registry.namespace}}
    asked = filled(where, registry.namespace)
    answer = (await registry.ask(QUERY, where={"and": [in_it, asked]}))["modelVersions"]

    assert [node["number"] for node in answer["nodes"]] == found
    assert answer["totalCount"] == len(found)


async def test_a_metric_that_is_no_number(registry: Registry) -> None:
    errors = await registry.errors(QUERY, where={"metric": [{"key": "auc", "gte": "high"}]})

    assert "gte" in errors[0]["message"]


@pytest.mark.parametrize(
    ("where", "found"),
    [
        ({"alias": {"eq": "champion"}}, ["m"]),
        ({"alias": {"in": ["old", "none"]}}, ["m"]),
        ({"alias": {"eq": "none"}}, []),
        ({"alias": {"eq": "champion"}, "metric": [{"key": "auc", "gte": 0.8}]}, ["m"]),
        ({"alias": {"eq": "champion"}, "metric": [{"key": "auc", "gte": 0.9}]}, []),
        ({"alias": {"eq": "champion"}, "metric": [{"key": "n"}]}, []),
        ({"metric": [{"key": "auc", "lte": 0.8}]}, ["m"]),
        ({"metric": [{"key": "n"}]}, []),
        ({"not": {"alias": {"eq": "champion"}}}, ["other"]),
        ({"owner": {"eq": "ada"}, "alias": {"eq": "champion"}}, ["m"]),
    ],
)
class TestModels:
    async def test_by_alias_and_metric(
        self, registry: Registry, where: Any, found: list[str]
    ) -> None:
        await tell(registry)
        await registry.told("createModel", "model { id }", ref=registry.ref("other"))
        data = await registry.ask(
            """query($where: ModelWhere) {
                models(where: $where) { nodes { name } totalCount }
            }""",
            where={"namespace": {"eq": registry.namespace}, **where},
        )

        assert [node["name"] for node in data["models"]["nodes"]] == found
        assert data["models"]["totalCount"] == len(found)


class TestAlias:
    async def test_with_what_was_measured_of_its_version(self, registry: Registry) -> None:
        await tell(registry)
        data = await registry.ask(
            """query($ref: Ref!) { model(ref: $ref) {
                alias { name version { number metrics { key value } } }
                old: alias(name: "old") { version { number } }
                none: alias(name: "none") { name }
            } }""",
            ref=registry.ref("m"),
        )

        assert data["model"] == {
            "alias": {
                "name": "champion",
                "version": {"number": 2, "metrics": [{"key": "auc", "value": 0.8}]},
            },
            "old": {"version": {"number": 2}},
            "none": None,
        }

    async def test_as_of_a_moment(self, registry: Registry) -> None:
        await tell(registry)
        query = """query($ref: Ref!, $at: DateTime) { model(ref: $ref) {
            alias(name: "old", asOf: $at) { version { number } }
            aliasHistory(name: "old") { nodes { since } }
        } }"""
        data = await registry.ask(query, ref=registry.ref("m"))
        first = data["model"]["aliasHistory"]["nodes"][-1]["since"]
        then = await registry.ask(query, ref=registry.ref("m"), at=first)
        before = await registry.ask(query, ref=registry.ref("m"), at="2020-01-01T00:00:00Z")

        assert then["model"]["alias"] == {"version": {"number": 1}}
        assert before["model"]["alias"] is None
