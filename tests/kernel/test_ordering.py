"""Orders: by a value of any type, on pages that stay the same; what has no value comes last."""

import asyncio
import re
from typing import Any

import pytest
from graphql import get_named_type

from lineal.kernel.graph import Graph
from lineal.kernel.scalars import read_cursor, write_cursor
from lineal.kernel.selections import ORDER, is_connection
from lineal.schema import schema
from tests.asking import Registry
from tests.kernel.planned import statement

VERSIONS = """query(
    $where: ModelVersionWhere, $orderBy: ModelVersionOrder, $first: Int! = 2, $after: Cursor
) {
    modelVersions(where: $where, orderBy: $orderBy, first: $first, after: $after) {
        nodes { label } pageInfo { hasNextPage endCursor }
    }
}"""
METRIC = {"field": "METRIC", "key": "k"}
PARAMETER = {"field": "PARAMETER", "key": "k"}


async def register(registry: Registry, label: str, **given: Any) -> None:
    """Registers a version with values of one key, such as `metrics=0.5`."""
    await registry.told(
        "registerModelVersion",
        "modelVersion { id }",
        model=registry.ref("m"),
        createModel={},
        label=label,
        **{name: [{"key": "k", "value": value}] for name, value in given.items()},
    )


async def page(
    registry: Registry, order: Any, first: int = 2, after: str | None = None
) -> dict[str, Any]:
    where = {"namespace": {"eq": registry.namespace}}
    data = await registry.ask(VERSIONS, where=where, orderBy=order, first=first, after=after)
    return dict(data["modelVersions"])


async def walk(registry: Registry, order: Any, first: int = 2) -> list[str]:
    """Returns the labels of the namespace's versions in an order, over pages."""
    found: list[str] = []
    after, more = None, True
    while more:
        got = await page(registry, order, first, after)
        found += [node["label"] for node in got["nodes"]]
        after, more = got["pageInfo"]["endCursor"], got["pageInfo"]["hasNextPage"]
    return found


class TestOrder:
    @pytest.mark.parametrize("first", [1, 2, 3, 100])
    async def test_by_a_metric_with_what_has_none_last(
        self, registry: Registry, first: int
    ) -> None:
        for label, value in (("b", 0.5), ("none", None), ("c", 0.75), ("a", -1), ("also-b", 0.5)):
            await register(registry, label, **({} if value is None else {"metrics": value}))

        ascending = await walk(registry, METRIC | {"direction": "ASC"}, first)
        descending = await walk(registry, METRIC | {"direction": "DESC"}, first)

        assert ascending == ["a", "b", "also-b", "c", "none"]
        assert descending == ["c", "b", "also-b", "a", "none"]

    @pytest.mark.parametrize("first", [1, 2, 100])
    async def test_by_a_parameter_each_type_for_itself(
        self, registry: Registry, first: int
    ) -> None:
        values = {"text": "10", "nine": 9, "half": 0.5, "ten": 10, "true": True, "word": "a"}
        for label, value in values.items():
            await register(registry, label, parameters=value)
        await register(registry, "none")

        assert await walk(registry, PARAMETER, first) == [
            *("half", "nine", "ten", "text", "word", "true", "none")
        ]
        assert await walk(registry, PARAMETER | {"direction": "DESC"}, first) == [
            *("ten", "nine", "half", "word", "text", "true", "none")
        ]

    @pytest.mark.parametrize("first", [1, 2, 100])
    async def test_by_time(self, registry: Registry, first: int) -> None:
        for label in ("c", "a", "b"):
            await register(registry, label)

        assert await walk(registry, {"field": "CREATED"}, first) == ["c", "a", "b"]
        assert await walk(registry, {"field": "CREATED", "direction": "DESC"}, first) == [
            *("b", "a", "c")
        ]

    async def test_by_a_property_of_ones_own(self, registry: Registry) -> None:
        for name, tier in (("a", 2), ("b", 10), ("c", None)):
            properties = [] if tier is None else [{"key": "tier", "number": tier}]
            await registry.told(
                "createModel", "model { id }", ref=registry.ref(name), properties=properties
            )
        data = await registry.ask(
            """query($ns: Ref!) { namespace(ref: $ns) { models(
                orderBy: {field: PROPERTY, key: "tier", direction: DESC}
            ) { nodes { name } totalCount } } }""",
            ns=registry.namespace,
        )

        assert data["namespace"]["models"] == {
            "nodes": [{"name": "b"}, {"name": "a"}, {"name": "c"}],
            "totalCount": 3,
        }

    async def test_that_is_null_is_the_lists_own(self, registry: Registry) -> None:
        for label in ("c", "a", "b"):
            await register(registry, label)

        assert await walk(registry, None) == ["b", "a", "c"]

    async def test_goes_on_after_what_was_changed(self, registry: Registry) -> None:
        for i in range(4):
            await register(registry, str(i), metrics=i)
        head = await page(registry, METRIC)
        await register(registry, "before", metrics=-1)
        await register(registry, "between", metrics=1.5)
        tail = await page(registry, METRIC, 100, head["pageInfo"]["endCursor"])

        assert [node["label"] for node in tail["nodes"]] == ["between", "2", "3"]

    async def test_shows_everything_once_while_others_insert(self, registry: Registry) -> None:
        for i in range(10):
            await register(registry, f"n{i}", metrics=0.5)
        walking = asyncio.create_task(walk(registry, METRIC))
        await asyncio.gather(*(register(registry, f"m{i}", metrics=0.5) for i in range(5)))
        found = await walking

        assert len(found) == len(set(found))
        assert {f"n{i}" for i in range(10)} <= set(found)


class TestCursor:
    @pytest.mark.parametrize(
        "other",
        [
            None,
            METRIC,
            METRIC | {"key": "k2"},
            METRIC | {"direction": "DESC", "key": "k2"},
            PARAMETER | {"direction": "DESC"},
            {"field": "LABEL", "direction": "DESC"},
        ],
    )
    async def test_of_another_order_is_refused(self, registry: Registry, other: Any) -> None:
        order = METRIC | {"direction": "DESC"}
        await register(registry, "a", metrics=1)
        after = (await page(registry, order))["pageInfo"]["endCursor"]
        own = (await page(registry, None))["pageInfo"]["endCursor"]

        assert await registry.code(VERSIONS, orderBy=other, after=after) == "INVALID_INPUT"
        assert await registry.code(VERSIONS, orderBy=order, after=own) == "INVALID_INPUT"
        assert (await page(registry, order, after=after))["nodes"] == []

    @pytest.mark.parametrize(
        "place",
        [
            [0, "text", "id"],
            [0, None, "id"],
            [0, True, "id"],
            [1, 5, "id"],
            [3, "no time", "id"],
            [4, 1, "id"],
            [5, None, "id"],
            [-1, None, "id"],
            [0, 2**63, "id"],
            [0, 1],
            [0, 1, 2],
            ["0", 1, "id"],
        ],
    )
    async def test_that_nobody_was_given_is_refused(
        self, registry: Registry, place: list[Any]
    ) -> None:
        await register(registry, "a", metrics=1)
        list_, order, *_ = read_cursor((await page(registry, METRIC))["pageInfo"]["endCursor"])
        after = write_cursor([list_, order, *place])

        assert await registry.code(VERSIONS, orderBy=METRIC, after=after) == "INVALID_INPUT"


class TestKey:
    @pytest.mark.parametrize("order", [{"field": "METRIC"}, {"field": "CREATED", "key": "k"}])
    async def test_that_is_missing_or_too_much_is_an_error(
        self, registry: Registry, order: Any
    ) -> None:
        (error,) = await registry.errors(VERSIONS, orderBy=order)

        assert error["extensions"]["code"] == "INVALID_INPUT"
        assert "key" in error["message"]


def roots() -> list[tuple[str, str]]:
    """Returns the root fields that are lists with an order, each with the type of that.

    But for namespaces: they are few, and have no index in the order of their names.
    """
    root = schema._schema.query_type
    assert root is not None
    return [
        (name, str(field.args[ORDER].type))
        for name, field in root.fields.items()
        if is_connection(get_named_type(field.type))
        and ORDER in field.args
        and name != "namespaces"
    ]


class TestStatement:
    @pytest.mark.parametrize(("name", "order"), roots())
    async def test_the_own_order_of_a_list_is_that_of_an_index(
        self, graph: Graph, name: str, order: str
    ) -> None:
        document = f"query ($o: {order}) {{ {name}(orderBy: $o) {{ nodes {{ __typename }} }} }}"
        operators = " ".join(await graph.plan(statement(document, o=None)))
        # What is archived, and what refs in `where` name, was found before, by their indexes.
        page = operators.rpartition(" Limit ")[2]

        assert re.search("Node(Unique)?IndexSeekByRange", page)
        assert not re.search(r"\b(Top|Sort)\b", page)
        # Of namespaces; of models, datasets and experiments too where what is listed is of those.
        owners = 4 if name in ("datasetVersions", "modelVersions", "runs", "evaluations") else 1
        assert re.findall(r"\w*Scan", operators) == ["NodeIndexScan"] * owners

    def test_is_another_only_if_an_order_is_given(self) -> None:
        document = "query ($o: NamedOrder) { models(orderBy: $o) { nodes { id } } }"
        own = statement("{ models { nodes { id } } }")

        assert statement(document, o=None).count("LIMIT") == own.count("LIMIT")
        assert "order.property" not in statement(document, o=None)
        assert "order.property" in statement(document, o={"field": "NAME"})

    async def test_another_order_holds_no_more_than_a_page(self, graph: Graph) -> None:
        document = """query ($o: ModelVersionOrder) {
          modelVersions(orderBy: $o) { nodes { __typename } } }"""
        # Of few nodes Neo4j would hold all, if it could.
        await graph.run("UNWIND range(1, 5000) AS number CREATE (:ModelVersion:OfThisTest)")
        try:
            operators = await graph.plan(statement(document, o={"field": "METRIC", "key": "auc"}))
        finally:
            await graph.run("MATCH (node:OfThisTest) DELETE node")
        page = operators[: operators.index("Apply")]

        assert "Top" in page
        assert not {"Sort", "PartialTop"} & set(page)
