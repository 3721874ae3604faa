"""Bad input, wherever it can be given: an error that names it, and nothing written.

The schema is walked, so what is new in it is tried too.
"""

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

import httpx
import pytest
from graphql import (
    GraphQLArgument,
    GraphQLEnumType,
    GraphQLInputField,
    GraphQLInputObjectType,
    GraphQLList,
    GraphQLObjectType,
    Undefined,
    ast_from_value,
    get_named_type,
    get_nullable_type,
    is_non_null_type,
    print_ast,
)

from lineal.kernel.selections import is_connection
from lineal.schema import schema
from tests.asking import Registry

GRAPHQL = schema._schema
assert GRAPHQL.query_type
assert GRAPHQL.mutation_type
QUERY, MUTATION = GRAPHQL.query_type, GRAPHQL.mutation_type
INSIDE = re.compile(
    r"Traceback|MATCH \(|UNWIND|Neo\.(Client|Transient|Database)|\.py\b|pydantic|INTERNAL"
)
HUGE = "x" * 900_000
MANY = 100_000
SAMPLES: dict[str, Any] = {
    "Boolean": True,
    "Cursor": "WyJuYW1lIiwieCJd",
    "DateTime": "2026-03-03T12:00:00Z",
    "Float": 0.5,
    "ID": "nowhere/nothing",
    "Int": 1,
    "Long": 1,
    "Ref": "nowhere/nothing",
    "String": "word",
    "Value": 1,
}
# What no field of these types may be.
NEVER: dict[str, list[Any]] = {
    "Boolean": ["yes", 2],
    "Cursor": ["none", "WzFd", "", 7],
    "DateTime": ["2026-03-03T12:00:00", "yesterday", 7],
    "Float": ["1", True, [1]],
    "ID": [{}, True],
    "Int": ["1", 2**31, 0.5, True],
    "Long": ["1", 2**53, 0.5, True],
    "Ref": [7, True],
    "String": [7, True, HUGE],
    "Value": [[1], {"a": 1}, HUGE],
}
# What may be right in one place and wrong in another, but breaks nothing anywhere.
ODD: dict[str, list[Any]] = {
    "Float": [-1e308, 5e-324, -0.0],
    "Int": [-1, -(2**31)],
    "Long": [-1, -(2**53) + 1],
    "Ref": [
        *(HUGE, "no ref", "../..", "a/b:0", "", "\x00", "a/b\n", "🦊/🦊"),
        *("nowhere", "nowhere/nothing:1", "nowhere/nothing@x", "nowhere/nothing#x", "model:a/b"),
    ],
    "String": ["", " ", "\x00", "\u202e", "🦊", "a\nb", "'\"`\\ $ns {x} -- // ;", "${x}"],
    "Value": ["", "\x00", -(2**53) + 1, 1e308],
}
# What no text that is recorded may have, nor a ref; it may be asked for, and is not found.
CONTROL = ["a\x00b", "a\x1bb", "a\x7fb", "a\x9bb"]
TEXTS = ("String", "Value")
Path = tuple[str, ...]
Fields = Mapping[str, GraphQLInputField] | Mapping[str, GraphQLArgument]


@dataclass(frozen=True)
class Try:
    """An input with one value that is odd, where that stands, and whether it must be refused."""

    path: Path
    given: dict[str, Any]
    value: Any
    refused: bool


def sample(type_: Any) -> Any:
    """Returns a value that an input's type allows, with nothing that need not be given."""
    named = get_named_type(type_)
    if is_many(type_):
        return []
    if isinstance(named, GraphQLEnumType):
        return next(iter(named.values))
    if isinstance(named, GraphQLInputObjectType):
        return samples(named.fields)
    return SAMPLES[named.name]


def samples(fields: Fields) -> dict[str, Any]:
    """Returns a value for whatever must be given, and that a mutation is to change nothing."""
    given = {name: sample(field.type) for name, field in fields.items() if is_required(field)}
    return given | ({"dryRun": True} if "dryRun" in fields else {})


def is_many(type_: Any) -> bool:
    return isinstance(get_nullable_type(type_), GraphQLList)


def tries(fields: Fields, seen: set[str], path: Path = ()) -> Iterator[Try]:
    """Yields inputs that are odd in one place; what is in a type that was `seen` is not tried."""
    plain = samples(fields)
    for name, field in fields.items():
        here = (*path, name)
        for value, refused in values(field.type):
            yield Try(here, plain | {name: value}, value, refused)
        named = get_named_type(field.type)
        if isinstance(named, GraphQLInputObjectType) and named.name not in seen:
            seen.add(named.name)
            for deeper in tries(named.fields, seen, here):
                given = (
                    [deeper.given]
                    if isinstance(get_nullable_type(field.type), GraphQLList)
                    else deeper.given
                )
                yield Try(deeper.path, plain | {name: given}, deeper.value, deeper.refused)


def is_required(field: GraphQLInputField | GraphQLArgument) -> bool:
    return is_non_null_type(field.type) and field.default_value is Undefined


def values(type_: Any) -> Iterator[tuple[Any, bool]]:
    """Yields odd values of a type, and whether each must be refused."""
    named = get_named_type(type_)
    if get_nullable_type(type_) is not type_:
        yield None, True
    if named.name in TEXTS:
        yield from (([each] if is_many(type_) else each, True) for each in CONTROL)
    if is_many(type_):
        yield [sample(named)] * MANY if not isinstance(named, GraphQLInputObjectType) else [], False
        yield {"not": "a list"}, True
        return
    if isinstance(named, GraphQLEnumType):
        yield from (("NOPE", True), (7, True))
    elif isinstance(named, GraphQLInputObjectType):
        yield from (("text", True), ({"noSuchField": 1}, True))
    else:
        yield from ((value, True) for value in NEVER[named.name])
        yield from ((value, False) for value in ODD.get(named.name, []))


def every_try(root: GraphQLObjectType) -> dict[str, list[Try]]:
    """Returns what to try at each root field; an input type is tried where it comes first."""
    seen: set[str] = set()
    found = {name: list(tries(field.args, seen)) for name, field in root.fields.items()}
    if root is MUTATION:
        return found
    return {
        name: [replace(each, refused=each.refused and not may_be_asked(each)) for each in given]
        for name, given in found.items()
    }


def may_be_asked(tried: Try) -> bool:
    """Returns whether a query may have it, although nothing is called so."""
    return tried.value is HUGE or tried.value in CONTROL or tried.value in [[x] for x in CONTROL]


def default(argument: GraphQLArgument) -> str:
    value = ast_from_value(argument.default_value, argument.type)
    return "" if value is None else f" = {print_ast(value)}"


OF_MUTATIONS = every_try(MUTATION)
OF_QUERIES = every_try(QUERY)


def document(kind: str, field: str, root: GraphQLObjectType) -> str:
    """Returns an operation that gives every argument, and selects what was refused and why."""
    arguments = root.fields[field].args
    given = ", ".join(
        f"${name}: {argument.type}{default(argument)}" for name, argument in arguments.items()
    )
    passed = ", ".join(f"{name}: ${name}" for name in arguments)
    select = "__typename" if kind == "query" else "... on Refusal { code message path }"
    return f"{kind}({given}) {{ {field}({passed}) {{ __typename {select} }} }}"


def complaint(tried: Try, response: httpx.Response) -> str | None:
    """Returns what is wrong with an answer, if something is."""
    where = f"{'.'.join(tried.path)} = {str(tried.value)[:40]!r}: {response.text[:300]}"
    if found := INSIDE.search(response.text):
        return f"tells of the inside ({found.group()}): {where}"
    if response.status_code not in (200, 400, 413):
        return f"status {response.status_code}: {where}"
    if len(response.text) > 5_000:
        return f"says it all again, {len(response.text)} characters: {where}"
    if not tried.refused:
        return None
    answer = response.json()
    if "errors" in answer:
        return None if names(tried.path, answer["errors"][0]["message"]) else f"unnamed: {where}"
    (result,) = answer["data"].values()
    if not result or "code" not in result:
        return f"taken: {where}"
    named = names(tried.path, result["message"]) or tried.path[-1] in result["path"]
    return None if named else f"unnamed: {where}"


def names(path: Path, message: str) -> bool:
    return path[-1] in message


async def sent(api: httpx.AsyncClient, query: str, variables: dict[str, Any]) -> httpx.Response:
    return await api.post(
        "/graphql",
        content=json.dumps({"query": query, "variables": variables}),
        headers={"content-type": "application/json"},
    )


async def complaints(api: httpx.AsyncClient, query: str, given: list[Try]) -> str:
    found = [complaint(each, await sent(api, query, each.given)) for each in given]
    return "\n".join(each for each in found if each)


class TestEveryInput:
    @pytest.mark.parametrize("name", OF_MUTATIONS)
    async def test_of_a_mutation_is_refused_by_name(
        self, name: str, api: httpx.AsyncClient
    ) -> None:
        query = document("mutation", name, MUTATION)

        assert await complaints(api, query, OF_MUTATIONS[name]) == ""

    @pytest.mark.parametrize("name", OF_QUERIES)
    async def test_of_a_query_is_refused_by_name(self, name: str, api: httpx.AsyncClient) -> None:
        query = document("query", name, QUERY)

        assert await complaints(api, query, OF_QUERIES[name]) == ""


def pages() -> list[str]:
    """Returns the root fields that are pages, of those that need no argument."""
    return [
        name
        for name, field in QUERY.fields.items()
        if is_connection(get_nullable_type(field.type))
        and not any(is_required(argument) for argument in field.args.values())
    ]


class TestControlCharacters:
    async def test_are_named(self, registry: Registry) -> None:
        refused = await registry.refused(
            "createModel", ref=registry.ref("scorer"), tags=["fine", "\x1b[32mgreen"]
        )

        assert refused["path"] == ["tags", "1"]

    async def test_are_refused_in_a_long_text(self, registry: Registry) -> None:
        given = {"ref": registry.ref("scorer"), "description": "a\nb\x00"}
        refused = await registry.refused("createModel", **given)

        assert refused["path"] == ["description"]

    async def test_break_a_long_text_and_no_short_one(self, registry: Registry) -> None:
        given = {"ref": registry.ref("scorer"), "description": "a\r\n\tb", "intendedUse": "a\nb"}
        made = await registry.told("createModel", "model { description }", **given)
        refused = await registry.refused(
            "createModel", ref=registry.ref("other"), owners=["ada\nmallory"]
        )

        assert made["model"]["description"] == "a\r\n\tb"
        assert refused["path"] == ["owners", "0"]


def floats(type_: Any, seen: frozenset[str] = frozenset()) -> Iterator[tuple[str, str]]:
    """Yields the names of numbers below an input, and what gives each that is infinite."""
    named = get_named_type(type_)
    if not isinstance(named, GraphQLInputObjectType):
        if named.name in ("Float", "Value"):
            yield "", "1e999"
        return
    if named.name in seen:
        return
    needed = ", ".join(f'{name}: "x"' for name, field in named.fields.items() if is_required(field))
    for name, field in named.fields.items():
        for below, text in floats(field.type, seen | {named.name}):
            yield f"{name}.{below}".strip("."), f"{{{needed} {name}: {text}}}"


INFINITE = [
    (name, argument, path, text)
    for name, field in QUERY.fields.items()
    if is_connection(get_nullable_type(field.type))
    and not any(is_required(each) for each in field.args.values())
    for argument in ("where", "orderBy")
    if argument in field.args
    for path, text in floats(field.args[argument].type)
]


class TestInfinity:
    @pytest.mark.parametrize(("field", "argument", "path", "text"), INFINITE)
    async def test_is_refused_wherever_a_number_is_asked(
        self, registry: Registry, field: str, argument: str, path: str, text: str
    ) -> None:
        errors = await registry.errors(
            f"{{ {field}({argument}: {text}) {{ nodes {{ __typename }} }} }}"
        )

        assert "inf is not a finite number" in errors[0]["message"]

    def test_is_tried_of_metrics(self) -> None:
        assert ("modelVersions", "where", "metric.gte") in {each[:3] for each in INFINITE}

    async def test_names_the_metric(self, registry: Registry) -> None:
        [error] = await registry.errors(
            '{ modelVersions(where: {metric: [{key: "auc", lte: -1e999}]}) { nodes { id } } }'
        )

        assert error["message"] == "metric 'auc': lte: -inf is not a finite number"


class TestEveryPage:
    @pytest.mark.parametrize("first", [-1, 0, 101, 2**31 - 1])
    @pytest.mark.parametrize("field", pages())
    async def test_of_a_size_that_is_none(self, registry: Registry, field: str, first: int) -> None:
        query = f"query($first: Int!) {{ {field}(first: $first) {{ nodes {{ __typename }} }} }}"

        [error] = await registry.errors(query, first=first)

        assert error["message"] == f"first: {first} is not between 1 and 100"

    async def test_after_a_place_in_another_list(self, registry: Registry) -> None:
        page = await registry.ask("{ namespaces(first: 1) { pageInfo { endCursor } } }")
        after = page["namespaces"]["pageInfo"]["endCursor"]

        [error] = await registry.errors(
            "query($after: Cursor) { runs(after: $after) { nodes { id } } }", after=after
        )

        assert error["message"].startswith("after: this cursor is from")


class TestNothingIsHalfWritten:
    async def test_where_the_last_of_it_is_wrong(self, registry: Registry) -> None:
        before = await registry.counts()

        refused = await registry.refused(
            "registerModelVersion",
            model=registry.ref("scorer"),
            createModel={},
            run={
                "name": "train",
                "inputs": [
                    {
                        "datasetVersion": {
                            "dataset": registry.ref("raw"),
                            "createDataset": {},
                            "label": "1",
                        }
                    },
                    {"ref": registry.ref("nothing#1")},
                ],
            },
        )

        assert refused["path"] == ["run", "inputs", "1", "ref"]
        assert await registry.counts() == before

    async def test_where_numbers_are_infinite(self, registry: Registry) -> None:
        before = await registry.counts()
        query = f"""mutation {{
            registerModelVersion(input: {{
                model: "{registry.ref("scorer")}", createModel: {{}},
                metrics: [{{key: "auc", value: 1e999}}]
            }}) {{ __typename ... on Refusal {{ message }} }}
        }}"""

        answer = await registry.ask(query)

        message = answer["registerModelVersion"]["message"]
        assert message == "metrics.0.value: inf is not a finite number"
        assert await registry.counts() == before


class TestWhatWouldBeMadeFromItself:
    """A version is no ancestor of its own, by whichever way it is told."""

    @pytest.fixture
    async def raw(self, registry: Registry) -> str:
        """The ref of a dataset version."""
        told = {"dataset": registry.ref("raw"), "createDataset": {}, "label": "1"}
        await registry.told("registerDatasetVersion", "datasetVersion { id }", **told)
        return registry.ref("raw#1")

    async def test_a_run_that_writes_what_it_reads(self, registry: Registry, raw: str) -> None:
        refused = await registry.refused(
            "registerRun",
            namespace=registry.namespace,
            name="clean",
            inputs=[{"ref": raw}],
            outputs=[{"ref": raw}],
        )

        assert refused["code"] == "INVALID_INPUT"
        assert refused["path"] == ["outputs"]

    async def test_a_run_that_writes_what_it_is_made_of(self, registry: Registry, raw: str) -> None:
        derived = {"dataset": registry.ref("raw"), "label": "2", "derivedFrom": [raw]}
        await registry.told("registerDatasetVersion", "datasetVersion { id }", **derived)
        run = await registry.told(
            "startRun",
            "run { id }",
            namespace=registry.namespace,
            name="clean",
            inputs=[{"ref": registry.ref("raw#2")}],
        )

        refused = await registry.refused("logRun", run=run["run"]["id"], outputs=[{"ref": raw}])

        assert refused["path"] == ["outputs"]

    async def test_a_run_that_reads_what_it_wrote(self, registry: Registry) -> None:
        run = await registry.told(
            "startRun", "run { id }", namespace=registry.namespace, name="train"
        )
        scorer = {"model": registry.ref("scorer"), "createModel": {}, "runRef": run["run"]["id"]}
        await registry.told("registerModelVersion", "modelVersion { id }", **scorer)

        refused = await registry.refused(
            "registerModelVersion", **scorer, bases=[{"ref": registry.ref("scorer:1")}]
        )

        assert refused["path"] == ["inputs"]
