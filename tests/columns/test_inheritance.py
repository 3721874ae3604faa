"""What is said of a column goes on to the next version of its dataset."""

from typing import Any

import pytest

from lineal.kernel import queries
from tests.asking import Registry

REGISTER = "registerDatasetVersion"
PERSONAL = {"name": "birth", "type": "date", "description": "Of a *person*.", "tags": ["pii"]}
TYPES = {"name": "birth", "type": "date"}
COLUMNS = "datasetVersion { columns { name description tags } }"


async def register(registry: Registry, label: str, *columns: dict[str, Any], **given: Any) -> Any:
    """Returns what is said of the columns of a new version of `customers`, by name."""
    told = {"dataset": registry.ref("customers"), "createDataset": {}, "label": label} | given
    made = await registry.told(REGISTER, COLUMNS, **told, columns=list(columns))
    return said(made["datasetVersion"])


def said(version: dict[str, Any]) -> dict[str, Any]:
    return {each["name"]: (each["description"], each["tags"]) for each in version["columns"]}


class TestInherit:
    async def test_what_is_absent_is_as_before(self, registry: Registry) -> None:
        await register(registry, "1", PERSONAL)
        made = await register(registry, "2", TYPES, {"name": "income", "type": "int"})

        assert made == {"birth": ("Of a *person*.", ["pii"]), "income": (None, [])}

    @pytest.mark.parametrize(
        ("told", "expected"),
        [
            ({"tags": []}, ("Of a *person*.", [])),
            ({"tags": ["secret"]}, ("Of a *person*.", ["secret"])),
            ({"description": ""}, (None, ["pii"])),
            ({"description": "A day."}, ("A day.", ["pii"])),
            ({"description": None, "tags": None}, ("Of a *person*.", ["pii"])),
        ],
    )
    async def test_what_is_told_counts_and_is_what_the_next_has(
        self, registry: Registry, told: dict[str, Any], expected: Any
    ) -> None:
        await register(registry, "1", PERSONAL)

        assert await register(registry, "2", TYPES | told) == {"birth": expected}
        assert await register(registry, "3", TYPES) == {"birth": expected}

    async def test_what_was_told_after_the_fact(self, registry: Registry) -> None:
        await register(registry, "1", TYPES)
        ref = registry.ref("customers#1.birth")
        await registry.told("updateColumn", "column { id }", ref=ref, tags=["pii"])

        assert await register(registry, "2", TYPES) == {"birth": (None, ["pii"])}

    async def test_what_only_an_update_says(self, registry: Registry) -> None:
        await register(registry, "1", TYPES)
        told = {
            "documentation": [{"title": "Law", "url": "https://law.example/9"}],
            "setProperties": [{"key": "class", "number": 3}, {"key": "see", "link": "urn:x:y"}],
        }
        ref = registry.ref("customers#1.birth")
        await registry.told("updateColumn", "column { id }", ref=ref, **told)
        await register(registry, "2", TYPES | {"description": "A day.", "tags": ["pii"]})
        await register(registry, "3", TYPES)
        query = """query($ref: Ref!) {
          column(ref: $ref) {
            description documentation { title url } properties { key value } } }"""
        found = await registry.ask(query, ref=registry.ref("customers#3.birth"))

        assert found["column"] == {
            "description": "A day.",
            "documentation": told["documentation"],
            "properties": [{"key": "class", "value": 3.0}, {"key": "see", "value": "urn:x:y"}],
        }

    async def test_over_versions_that_do_not_have_it(self, registry: Registry) -> None:
        await register(registry, "1", PERSONAL)
        await register(registry, "2")
        await register(registry, "3", {"name": "income", "type": "int"})

        assert await register(registry, "4", TYPES) == {"birth": ("Of a *person*.", ["pii"])}

    async def test_not_from_another_dataset_or_name(self, registry: Registry) -> None:
        await register(registry, "1", PERSONAL, dataset=registry.ref("others"))
        await register(registry, "1", PERSONAL | {"name": "Birth"})

        assert await register(registry, "2", TYPES) == {"birth": (None, [])}

    async def test_within_one_call(self, registry: Registry) -> None:
        dataset = {"dataset": registry.ref("customers"), "createDataset": {}}
        many = await registry.told(
            "registerDatasetVersions",
            "datasetVersions { columns { name description tags } }",
            items=[
                dataset | {"label": "1", "columns": [PERSONAL]},
                dataset | {"label": "2", "columns": [TYPES]},
            ],
        )
        run = await registry.told(
            "registerRun",
            "run { outputs { ... on DatasetVersion { columns { name description tags } } } }",
            namespace=registry.namespace,
            name="split",
            outputs=[
                {"datasetVersion": dataset | {"label": "3", "columns": [TYPES | {"tags": ["a"]}]}},
                {"datasetVersion": dataset | {"label": "4", "columns": [TYPES]}},
            ],
        )

        assert said(many["datasetVersions"][1]) == {"birth": ("Of a *person*.", ["pii"])}
        assert [said(each) for each in run["run"]["outputs"]] == [
            {"birth": ("Of a *person*.", ["a"])}
        ] * 2

    async def test_is_found_by_a_search_of_it(self, registry: Registry) -> None:
        await register(registry, "1", PERSONAL)
        await register(registry, "2", TYPES)
        query = """query($namespace: String) {
          search(text: "person tag:pii", namespace: $namespace) { totalCount } }"""
        found = await registry.ask(query, namespace=registry.namespace)

        assert found == {"search": {"totalCount": 2}}

    async def test_reads_the_end_of_an_index(self, registry: Registry) -> None:
        operators = await registry.graph.plan(queries.query("columns/last_told").text)

        assert not [
            each for each in operators if "Scan" in each or each.startswith(("Sort", "Top"))
        ]
