"""Columns: told with their version, refused, found by any spelling, listed, tagged."""

import re
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from lineal.kernel import queries, refs
from lineal.kernel.graph import Graph
from lineal.kernel.migrations import statements
from tests.asking import Registry, unique

REGISTER = "registerDatasetVersion"
DIGEST = "sha256:" + "0123456789abcdef" * 4
MIGRATION = next(name for name in queries.names() if re.fullmatch(r"migrations/\d+_columns", name))
COLUMN = "query($ref: Ref!) { column(ref: $ref) { ref name } }"
COLUMNS = """query($where: ColumnWhere, $after: Cursor) {
    columns(where: $where, first: 2, after: $after) {
        nodes { name } totalCount pageInfo { hasNextPage endCursor }
    }
}"""


async def register(registry: Registry, label: str, *names: str, **given: Any) -> None:
    """Registers a version of `raw` with columns of these names."""
    await registry.told(
        REGISTER,
        "datasetVersion { id }",
        **{"dataset": registry.ref("raw"), "createDataset": {}, "label": label} | given,
        columns=[{"name": name, "type": "int"} for name in names],
    )


async def found(registry: Registry, selector: str) -> str | None:
    """Returns the ref of the column that `raw#…` names, without what all have."""
    column = (await registry.ask(COLUMN, ref=f"{registry.ref('raw')}#{selector}"))["column"]
    return None if column is None else str(column["ref"].partition("#")[2])


class TestRegister:
    async def test_keeps_what_it_was_told(self, registry: Registry) -> None:
        told = {"type": "float", "description": "A *year*.", "tags": ["personal-data"]}
        made = await registry.told(
            REGISTER,
            """datasetVersion { columns {
                ref name type description tags revision createdBy updatedBy namespace { name }
                datasetVersion { ref }
            } }""",
            dataset=registry.ref("raw"),
            createDataset={},
            label="1",
            columns=[{"name": "income", **told}, {"name": "id", "type": "int"}],
        )

        income, id_ = made["datasetVersion"]["columns"]
        assert income == told | {
            "ref": registry.ref("raw#1.income"),
            "name": "income",
            "revision": 1,
            "createdBy": "ada",
            "updatedBy": "ada",
            "namespace": {"name": registry.namespace},
            "datasetVersion": {"ref": registry.ref("raw#1")},
        }
        assert (id_["name"], id_["description"], id_["tags"]) == ("id", None, [])

    async def test_refused_where_two_have_one_name(self, registry: Registry) -> None:
        refusal = await registry.refused(
            REGISTER,
            dataset=registry.ref("raw"),
            createDataset={},
            label="1",
            columns=[{"name": "id", "type": "int"}, {"name": " id", "type": "text"}],
        )

        assert (refusal["code"], refusal["path"]) == ("INVALID_INPUT", ["columns"])

    async def test_refused_where_they_are_more_than_ten_thousand(self, registry: Registry) -> None:
        refusal = await registry.refused(
            REGISTER,
            dataset=registry.ref("raw"),
            createDataset={},
            label="1",
            columns=[{"name": f"c{i}", "type": "int"} for i in range(10_001)],
        )

        assert (refusal["code"], refusal["path"]) == ("INVALID_INPUT", ["columns"])


class TestFind:
    @pytest.mark.parametrize(
        ("selector", "ref"),
        [
            ("1.id", "1.id"),
            ("1.nothing", None),
            ("2.id", None),
            ("1.net income", "1.net%20income"),
            ("1.net%20income", "1.net%20income"),
            ("1.größe", "1.größe"),
            ("1.gr%C3%B6%C3%9Fe", "1.größe"),
            ("1.address.city", "1.address%2Ecity"),
            ("1.address%2Ecity", "1.address%2Ecity"),
            (f"{DIGEST}.id", "1.id"),
            (f"{DIGEST}.address.city", "1.address%2Ecity"),
            ("1./#:@", "1.%2F%23%3A%40"),
        ],
    )
    async def test_any_spelling(self, registry: Registry, selector: str, ref: str | None) -> None:
        odd = ("id", "net income", "größe", "address.city", "/#:@")
        await register(registry, "1", *odd, digest=DIGEST)

        assert await found(registry, selector) == ref

    async def test_the_longest_label_counts(self, registry: Registry) -> None:
        await register(registry, "1", "b.c")
        short = await found(registry, "1.b.c")
        await register(registry, "1.b", "c")

        assert (short, await found(registry, "1.b.c")) == ("1.b%2Ec", "1.b.c")
        assert await found(registry, "1.b%2Ec") == "1.b%2Ec"

    async def test_a_version_that_is_called_so_comes_first(self, registry: Registry) -> None:
        await register(registry, "1", "b")
        await register(registry, "1.b")
        query = "query($ref: ID!) { node(id: $ref) { __typename } }"
        named = await registry.ask(query, ref=registry.ref("raw#1.b"))

        assert named == {"node": {"__typename": "DatasetVersion"}}
        column = "query($ref: Ref!) { column(ref: $ref) { id } }"
        assert await registry.code(column, ref=registry.ref("raw#1.b")) == "INVALID_INPUT"

    async def test_by_its_id(self, registry: Registry) -> None:
        await register(registry, "1", "b")
        query = "query($ref: Ref!) { column(ref: $ref) { id } }"
        id_ = (await registry.ask(query, ref=registry.ref("raw#1.b")))["column"]["id"]

        assert (await registry.ask(query, ref=id_))["column"] == {"id": id_}

    async def test_a_ref_that_is_all_dots(self, registry: Registry) -> None:
        assert await found(registry, "1" + "." * 4000) is None


class TestColumns:
    async def test_by_ref_in_pages(self, registry: Registry) -> None:
        await register(registry, "1", "c", "a", "b")
        where = {"namespace": {"eq": registry.namespace}}
        first = (await registry.ask(COLUMNS, where=where))["columns"]
        after = first["pageInfo"]["endCursor"]
        second = (await registry.ask(COLUMNS, where=where, after=after))["columns"]

        names = [column["name"] for page in (first, second) for column in page["nodes"]]
        assert (names, first["totalCount"]) == (["a", "b", "c"], 3)
        assert [page["pageInfo"]["hasNextPage"] for page in (first, second)] == [True, False]

    @pytest.mark.parametrize(
        ("where", "names"),
        [
            ({"tag": {"eq": "personal-data"}}, ["born"]),
            ({"name": {"in": ["born", "id"]}}, ["born", "id"]),
            ({"type": {"eq": "date"}}, ["born"]),
            ({"dataset": {"eq": "?/raw"}}, ["born", "id"]),
            ({"dataset": {"eq": "?/raw#1.5"}}, ["born", "id"]),
            ({"not": {"tag": {"eq": "personal-data"}}}, ["id"]),
        ],
        ids=str,
    )
    async def test_where(self, registry: Registry, where: dict[str, Any], names: list[str]) -> None:
        await registry.told(
            REGISTER,
            "datasetVersion { id }",
            dataset=registry.ref("raw"),
            createDataset={},
            label="1.5",
            columns=[
                {"name": "born", "type": "date", "tags": ["personal-data"]},
                {"name": "id", "type": "int"},
            ],
        )
        if text := where.get("dataset", {}).get("eq"):
            where = {"dataset": {"eq": text.replace("?", registry.namespace)}}
        in_it = {"namespace": {"eq": registry.namespace}}
        answer = (await registry.ask(COLUMNS, where={"and": [in_it, where]}))["columns"]

        assert [column["name"] for column in answer["nodes"]] == names


class TestUpdateColumn:
    async def test_says_anew_what_is_given(self, registry: Registry) -> None:
        await register(registry, "1", "born")
        made = await registry.by("bob").told(
            "updateColumn",
            "column { name description tags revision updatedBy createdBy }",
            ref=registry.ref("raw#1.born"),
            tags=["personal-data"],
        )

        assert made["column"] == {
            "name": "born",
            "description": None,
            "tags": ["personal-data"],
            "revision": 2,
            "updatedBy": "bob",
            "createdBy": "ada",
        }

    async def test_refused_where_another_revision_was_read(self, registry: Registry) -> None:
        await register(registry, "1", "born")
        refusal = await registry.refused(
            "updateColumn", ref=registry.ref("raw#1.born"), tags=[], expectedRevision=7
        )

        assert (refusal["code"], refusal["actual"]) == ("STALE_REVISION", 1)

    @pytest.mark.parametrize(("selector", "code"), [("1.x", "NOT_FOUND"), ("1", "INVALID_INPUT")])
    async def test_refused_what_is_no_column(
        self, registry: Registry, selector: str, code: str
    ) -> None:
        await register(registry, "1", "born")
        refusal = await registry.refused("updateColumn", ref=registry.ref(f"raw#{selector}"))

        assert (refusal["code"], refusal["path"]) == (code, ["ref"])


class TestMigration:
    """Versions had lists of names and types once."""

    @settings(
        max_examples=20,
        deadline=None,
        suppress_health_check=[HealthCheck.function_scoped_fixture],
    )
    @given(
        names=st.lists(
            st.text(st.characters(exclude_characters="\0", exclude_categories=["Cs"]), min_size=1),
            max_size=5,
        )
    )
    async def test_makes_columns_of_lists(
        self, registry: Registry, graph: Graph, names: list[str]
    ) -> None:
        label = unique("l")
        await register(registry, label)
        before = """MATCH (v:DatasetVersion {ref: $ref})
            SET v.columnNames = $names, v.columnTypes = [name IN $names | 'int'] RETURN v.id"""
        ref = f"{registry.ref('raw')}#{label}"
        await graph.write(lambda tx: tx.value(before, {"ref": ref, "names": names}))
        for _ in range(2):
            for statement in statements(queries.query(MIGRATION).text):
                await graph.run(statement)
        query = "query($ref: Ref!) { datasetVersion(ref: $ref) { columns { ref name type } } }"
        columns = (await registry.ask(query, ref=ref))["datasetVersion"]["columns"]

        assert [column["name"] for column in columns] == names
        assert {column["type"] for column in columns} <= {"int"}
        for position, (name, column) in enumerate(zip(names, columns, strict=True)):
            again = f"~{position}" if name in names[:position] else ""
            assert column["ref"] == f"{ref}.{refs.spell(name)}{again}"
