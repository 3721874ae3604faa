"""Every statement: one for a root field, however much it answers; none that nothing asks."""

import asyncio
import re
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeVar

import pytest
from graphql import (
    GraphQLField,
    GraphQLInterfaceType,
    GraphQLObjectType,
    get_named_type,
    is_leaf_type,
    is_non_null_type,
    is_required_argument,
)

import lineal
from lineal.kernel import queries
from lineal.kernel.engine import Engine
from lineal.kernel.graph import Graph, Parameters, Transaction
from lineal.kernel.limits import Limits
from lineal.kernel.selections import is_connection, is_list
from lineal.schema import schema
from tests.asking import Registry, unique
from tests.conftest import Neo4j

GRAPHQL = schema._schema
MANY = 50
T = TypeVar("T")

# What the root fields that need an argument are asked, in the namespace `ns` that has everything.
ROOTS = {
    "namespace": '(ref: "ns")',
    "dataset": '(ref: "ns/raw")',
    "datasetVersion": '(ref: "ns/raw#1")',
    "column": '(ref: "ns/raw#1.id")',
    "run": '(ref: "run-id")',
    "experiment": '(ref: "ns/search")',
    "model": '(ref: "ns/scorer")',
    "modelVersion": '(ref: "ns/scorer@champion")',
    "compareModelVersions": '(versions: ["ns/scorer:2", "ns/scorer:3"])',
    "deployment": '(ref: "ns/api")',
    "application": '(ref: "ns/portal")',
    "lineage": '(of: ["ns/raw"], direction: DOWNSTREAM)',
    "impact": '(of: ["ns/raw"], columns: {namespace: {eq: "ns"}})',
    "path": '(from: "ns/raw#1", to: "ns/portal")',
    "node": '(id: "ns/scorer")',
    "search": '(text: "scorer", namespace: "ns")',
    "suggest": '(text: "ns/scor")',
    "nodes": '(ids: ["ns/scorer", "ns/api"])',
}


class RecordingTransaction(Transaction):
    """Runs statements, and keeps them."""

    def __init__(self, recorded: Transaction, statements: list[str]) -> None:
        super().__init__(recorded._transaction)
        self._statements = statements

    def later(self, statement: str, *rest: Any) -> None:
        self._statements.append(statement)
        super().later(statement, *rest)

    async def value(self, statement: str, parameters: Parameters | None = None) -> Any:
        self._statements.append(statement)
        return await super().value(statement, parameters)


class RecordingGraph(Graph):
    """Runs statements, and keeps them."""

    statements: list[str]

    async def read(self, statement: str, *rest: Any, **options: Any) -> Any:
        self.statements.append(statement)
        return await super().read(statement, *rest, **options)

    async def write(
        self, work: Callable[[Transaction], Awaitable[T]], *rest: Any, **options: Any
    ) -> tuple[T, list[str]]:
        async def recorded(tx: Transaction) -> T:
            recording = RecordingTransaction(tx, self.statements)
            answer = await work(recording)
            await recording.finish()
            return answer

        return await super().write(recorded, *rest, **options)


@dataclass(frozen=True)
class World:
    """A namespace with at least one of everything, edges of all types and 50 versions."""

    registry: Registry
    statements: list[str]
    names: dict[str, str] = field(default_factory=dict)

    def text(self, query: str) -> str:
        """Returns a document about `ns` and `run-id` as one about this namespace."""
        return query.replace('"ns', f'"{self.registry.namespace}').replace(
            "run-id", self.names["run"]
        )

    async def ask(self, query: str, **variables: Any) -> Any:
        """Returns the data of a document, the statements of which are kept."""
        self.statements.clear()
        return await self.registry.ask(self.text(query), **variables)


@pytest.fixture(scope="module")
async def world(neo4j: Neo4j, graph: Graph) -> AsyncIterator[World]:
    recording = RecordingGraph.connect(neo4j.uri, neo4j.user, neo4j.password or None, deadline=30.0)
    recording.statements = []
    # All that can be nested, with every page as long as it is by default, may return very much.
    engine = Engine(schema, Limits(nodes=10**9))
    registry = Registry(engine, recording, unique("ns"))
    made = World(registry, recording.statements)
    await fill(made)
    yield made
    await recording.close()


async def fill(world: World) -> None:
    tell, ref = world.registry.told, world.registry.ref
    properties = [{"key": "tier", "number": 1}]
    await tell(
        "createNamespace",
        "namespace { id }",
        name=world.registry.namespace,
        properties=properties,
        documentation=[{"title": "Handbook", "url": "https://wiki.example/ns"}],
    )
    await tell("updateNamespace", "namespace { id }", ref=world.registry.namespace, tags=["x"])
    await tell(
        "registerDatasetVersion",
        "datasetVersion { id }",
        dataset=ref("raw"),
        createDataset={},
        label="1",
        columns=[{"name": "id", "type": "int"}],
        statistics=[{"key": "mean", "value": 1.5}],
    )
    await tell(
        "registerDatasetVersion",
        "datasetVersion { id }",
        dataset=ref("raw"),
        label="2",
        derivedFrom=[ref("raw#1")],
    )
    above = await tell(
        "startRun",
        "run { id }",
        namespace=world.registry.namespace,
        name="search",
        experiment=ref("search"),
        createExperiment={"properties": properties},
    )
    clean = await tell(
        "startRun",
        "run { id }",
        namespace=world.registry.namespace,
        parent=above["run"]["id"],
        name="clean",
        parameters=[{"key": "seed", "value": 7}],
        metrics=[{"key": "rows", "value": 1}],
        environment={"packages": [{"name": "polars", "version": "1.31.0"}]},
        slices=[{"name": "eu", "metrics": [{"key": "rows", "value": 1}]}],
        inputs=[{"ref": ref("raw#1")}],
        outputs=[
            {
                "datasetVersion": {
                    "dataset": ref("clean"),
                    "createDataset": {},
                    "label": "1",
                    "columns": [{"name": "id", "type": "int"}],
                }
            }
        ],
        columns=[{"from": [ref("raw#1.id")], "to": ref("clean#1.id")}],
    )
    world.names["run"] = clean["run"]["id"]
    points = [{"key": "loss", "step": step, "value": 1 / (1 + step)} for step in range(3)]
    await tell("logMetrics", "run { id }", run=clean["run"]["id"], points=points)
    await tell("finishRun", "run { id }", run=clean["run"]["id"])
    await tell("createModel", "model { id }", ref=ref("old"))
    await tell("renameModel", "model { id }", model=ref("old"), to=ref("scorer"))
    await register(world, [])
    await asyncio.gather(*(register(world, [ref("scorer:1")]) for _ in range(MANY - 1)))
    await tell(
        "setAlias",
        "model { id }",
        model=ref("scorer"),
        alias="champion",
        version=ref("scorer:2"),
    )
    await tell(
        "recordEvaluation",
        "modelVersion { id }",
        modelVersion=ref("scorer:2"),
        suite="holdout",
        dataset=ref("raw#2"),
        metrics=[{"key": "auc", "value": 0.5}],
        slices=[{"name": "eu", "metrics": [{"key": "auc", "value": 0.5}]}],
    )
    await tell(
        "deployModelVersion",
        "deployment { id }",
        deployment=ref("api"),
        createDeployment={"environment": "production"},
        modelVersion=ref("scorer:1"),
    )
    await tell(
        "reportDeployments",
        "changed { id }",
        namespace=world.registry.namespace,
        platform="kserve",
        deployments=[
            {
                "name": "api",
                "environment": "production",
                "versions": [
                    {"modelVersion": ref("scorer:1"), "weight": 0.5},
                    {"modelVersion": ref("scorer:2"), "weight": 0.5},
                ],
            }
        ],
    )
    await tell(
        "recordFeed",
        "node { id }",
        deployment=ref("api"),
        application=ref("portal"),
        createApplication={},
    )


async def register(world: World, bases: list[str]) -> None:
    await world.registry.told(
        "registerModelVersion",
        "modelVersion { id }",
        model=world.registry.ref("scorer"),
        createModel={},
        bases=[{"ref": base} for base in bases],
        run={
            "name": "train",
            "inputs": [
                {"ref": world.registry.ref("clean#1")},
                *({"ref": base, "role": "teacher"} for base in bases),
            ],
        },
        features=[world.registry.ref("clean#1.id")],
        parameters=[{"key": "seed", "value": 7}],
        metrics=[{"key": "auc", "value": 0.75}],
    )


DEEP = """query($first: Int!) {
    namespace(ref: "ns") {
        runs(first: $first) { totalCount nodes { name } }
        models { nodes {
            versions(first: $first) {
                totalCount
                nodes { ...version bases { how version { ...version } } }
                pageInfo { endCursor }
            }
        } }
    }
    again: model(ref: "ns/scorer") { versions(first: $first) { edges { cursor node {
        run { inputs { role node { ref ... on DatasetVersion { dataset { versions(first: $first) {
            nodes { label consumedBy(first: $first) { nodes { id } } }
        } } } } } }
    } } } }
    lineage(of: ["ns/raw"], direction: DOWNSTREAM, first: $first) {
        totalCount nodes { distance node { ref ... on ModelVersion { aliases { name } } } }
    }
}
fragment version on ModelVersion {
    ref aliases { name version { number } } metrics { key value } model { namespace { name } }
}"""


class TestOneStatement:
    async def test_for_each_root_field_whatever_is_nested(self, world: World) -> None:
        data = await world.ask(DEEP, first=MANY)

        assert len(world.statements) == 3
        assert len(data["namespace"]["models"]["nodes"][0]["versions"]["nodes"]) == MANY

    async def test_the_same_for_one_row_and_for_fifty(self, world: World) -> None:
        await world.ask(DEEP, first=1)
        one = list(world.statements)
        await world.ask(DEEP, first=MANY)

        assert world.statements == one

    async def test_for_nodes_of_any_number_and_kind(self, world: World) -> None:
        data = await world.ask(
            """query($ids: [ID!]!) {
                nodes(ids: $ids) { id ... on LineageNode { upstream { totalCount } } }
            }""",
            ids=[world.registry.ref(f"scorer:{number}") for number in range(1, MANY + 1)],
        )

        assert len(world.statements) == 1
        assert all(node["upstream"]["totalCount"] for node in data["nodes"])

    async def test_a_mutation_takes_as_many_for_one_input_as_for_fifty(self, world: World) -> None:
        async def register(inputs: int) -> int:
            world.statements.clear()
            await world.registry.told(
                "registerModelVersion",
                "modelVersion { run { inputs { role } } }",
                model=world.registry.ref("scorer"),
                dryRun=True,
                run={
                    "name": "train",
                    "inputs": [
                        {
                            "datasetVersion": {
                                "dataset": world.registry.ref(f"many-{i}"),
                                "createDataset": {},
                                "label": "1",
                            }
                        }
                        for i in range(inputs)
                    ],
                },
            )
            return len(world.statements)

        assert await register(1) == await register(MANY)

    async def test_a_report_takes_as_many_for_one_deployment_as_for_fifty(
        self, world: World
    ) -> None:
        async def report(deployments: int) -> int:
            world.statements.clear()
            versions = [{"modelVersion": world.registry.ref("scorer:1")}]
            await world.registry.told(
                "reportDeployments",
                "began { versions { weight } }",
                namespace=world.registry.namespace,
                platform="kserve",
                deployments=[
                    {"name": f"place-{i}", "environment": "production", "versions": versions}
                    for i in range(deployments)
                ],
                dryRun=True,
            )
            return len(world.statements)

        assert await report(1) == await report(MANY)


Path_ = tuple[str, ...]


def paths() -> dict[str, Path_]:
    """Returns how each type is reached from a query: the fields, and `... on` where one narrows."""
    assert GRAPHQL.query_type is not None
    roots = sorted(GRAPHQL.query_type.fields, key=lambda name: name not in ROOTS)
    found: dict[str, Path_] = {"Query": ()}
    reached: list[tuple[GraphQLObjectType | GraphQLInterfaceType, Path_]] = []

    def reach(type_: Any, path: Path_) -> None:
        if isinstance(type_, GraphQLObjectType | GraphQLInterfaceType) and type_.name not in found:
            found[type_.name] = path
            reached.append((type_, path))

    for name in roots:
        type_ = get_named_type(GRAPHQL.query_type.fields[name].type)
        reach(type_, (f"{name}{ROOTS.get(name, '')}",))
    for parent, path in reached:
        for name, defined in parent.fields.items():
            reach(get_named_type(defined.type), (*path, name))
    for interface, path in tuple(reached):
        if isinstance(interface, GraphQLInterfaceType):
            for type_ in GRAPHQL.get_possible_types(interface):
                reach(type_, (*path, f"... on {type_.name}"))
    return found


PATHS = paths()


def composite(type_name: str) -> GraphQLObjectType | GraphQLInterfaceType:
    type_ = GRAPHQL.type_map[type_name]
    assert isinstance(type_, GraphQLObjectType | GraphQLInterfaceType)
    return type_


def fields() -> Iterator[tuple[str, str, GraphQLField]]:
    """Yields every field that a query can reach, after the name of its type and its own."""
    for name in PATHS:
        yield from ((name, field_, each) for field_, each in composite(name).fields.items())


def document(type_name: str, *names: str) -> str:
    """Returns a query for fields of one type, with their arguments at their defaults."""
    type_ = composite(type_name)
    arguments = ROOTS if type_name == "Query" else {}
    selected = " ".join(
        f"{name}{arguments.get(name, '')}{leaves(type_.fields[name].type)}" for name in names
    )
    for step in reversed(PATHS[type_name]):
        selected = f"{step} {{ {selected} }}"
    return f"{{ {selected} }}"


def leaves(output: Any, depth: int = 3) -> str:
    """Returns the selection of everything plain of a type, or of what is below it."""
    type_ = get_named_type(output)
    if is_leaf_type(type_):
        return ""
    assert isinstance(type_, GraphQLObjectType | GraphQLInterfaceType)
    names = [name for name, each in type_.fields.items() if is_leaf_type(get_named_type(each.type))]
    if depth and not names:
        name, each = next(iter(type_.fields.items()))
        names = [f"{name}{leaves(each.type, depth - 1)}"]
    return f" {{ __typename {' '.join(names)} }}"


def arrived(data: Any, path: Path_) -> bool:
    """Returns whether what a path leads to is there."""
    if isinstance(data, list):
        return any(arrived(each, path) for each in data)
    if data is None or not path:
        return data is not None
    if path[0].startswith("... on "):
        return arrived(data, path[1:])
    name = path[0].partition("(")[0]
    return name in data and arrived(data[name], path[1:])


class TestEveryField:
    @pytest.mark.parametrize("name", composite("Query").fields)
    async def test_of_a_query_is_fetched(self, world: World, name: str) -> None:
        data = await world.ask(document("Query", name))

        assert len(world.statements) == 1
        assert arrived(data, (name,))

    @pytest.mark.parametrize("type_name", [name for name in PATHS if name != "Query"])
    async def test_of_a_type_is_fetched(self, world: World, type_name: str) -> None:
        type_ = composite(type_name)
        data = await world.ask(document(type_name, *type_.fields))
        absent = [
            name
            for name, each in type_.fields.items()
            if not arrived(data, (*PATHS[type_name], name)) and not may_be_absent(each)
        ]

        assert len(world.statements) == 1
        assert arrived(data, PATHS[type_name])
        assert absent == []

    def test_needs_no_argument_that_is_not_given(self) -> None:
        needing = {
            f"{type_name}.{name}"
            for type_name, name, each in fields()
            for argument in each.args.values()
            if is_required_argument(argument)
        }

        # That one of two is given, a type cannot say.
        assert needing == {f"Query.{name}" for name in ROOTS} - {"Query.impact"}

    def test_everything_is_reached_but_what_mutations_answer(self) -> None:
        unreached = {
            type_.name: type_
            for type_ in GRAPHQL.type_map.values()
            if isinstance(type_, GraphQLObjectType)
            and not type_.name.startswith("__")
            and type_.name not in PATHS
        }
        refusal = GRAPHQL.type_map["Refusal"]
        answers = {
            name: type_
            for name, type_ in unreached.items()
            if refusal in type_.interfaces or name.endswith("Success")
        }
        told = {
            get_named_type(each.type).name
            for type_ in answers.values()
            for each in type_.fields.values()
        }

        assert set(unreached) - set(answers) - told == {"Mutation"}


def may_be_absent(field_: GraphQLField) -> bool:
    """Returns whether a field may have no value, or none in its list."""
    return is_list(field_.type) or not is_non_null_type(field_.type)


INCLUDE = re.compile(r"^ *// include (\S+)", re.MULTILINE)


def included() -> set[str]:
    """Returns the names of the files that others include."""
    texts = (
        (queries.folder() / f"{name}.cypher").read_text(encoding="utf-8")
        for name in queries.names()
    )
    return {name for text in texts for name in INCLUDE.findall(text)}


def fragments() -> list[str]:
    return [name for name in queries.names() if "." in name.rpartition("/")[2]]


def statements() -> list[str]:
    """Returns the files that are whole statements; migrations are run by every test."""
    rest = set(queries.names()) - included() - set(fragments())
    return sorted(name for name in rest if not name.startswith("migrations/"))


class TestEveryFile:
    @pytest.mark.parametrize("name", statements())
    async def test_a_statement_compiles(self, graph: Graph, name: str) -> None:
        text = queries.query(name).text

        for statement in filter(str.strip, re.split(r";$", text, flags=re.MULTILINE)):
            assert await graph.plan(statement)

    @pytest.mark.parametrize("name", statements())
    def test_a_statement_is_used(self, name: str) -> None:
        code = Path(lineal.__file__).parent.rglob("*.py")

        assert any(f'"{name}"' in file.read_text(encoding="utf-8") for file in code)

    @pytest.mark.parametrize("name", fragments())
    def test_a_fragment_fetches_a_field(self, name: str) -> None:
        type_name, field_name, *count = name.rpartition("/")[2].split(".")
        defined = composite(type_name).fields[field_name]
        connection = is_connection(get_named_type(defined.type))

        assert count in ([], ["count"], ["ordered"])
        assert connection or not count

    @pytest.mark.parametrize("name", fragments())
    def test_a_fragment_of_an_interface_is_not_overridden_by_all(self, name: str) -> None:
        type_name, field_name, *_ = name.rpartition("/")[2].split(".")
        type_ = GRAPHQL.type_map[type_name]
        possible = (
            GRAPHQL.get_possible_types(type_) if isinstance(type_, GraphQLInterfaceType) else ()
        )
        own = [queries.fragment(each.name, field_name) for each in possible]

        assert own == [] or None in own

    def test_every_connection_has_its_rows_and_its_count(self) -> None:
        missing = [
            f"{type_name}.{name}{count}"
            for type_name, name, each in fields()
            for count in ("", ".count")
            if is_connection(get_named_type(each.type))
            and not any(
                queries.fragment(owner.name, f"{name}{count}")
                for owner in (composite(type_name), *composite(type_name).interfaces)
            )
        ]

        assert missing == []
