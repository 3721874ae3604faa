"""The schema as a whole: described everywhere, with one shape for all mutations."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from graphql import (
    GraphQLEnumType,
    GraphQLField,
    GraphQLInputObjectType,
    GraphQLInterfaceType,
    GraphQLNamedType,
    GraphQLObjectType,
    GraphQLUnionType,
    get_named_type,
    is_specified_directive,
    is_specified_scalar_type,
    parse,
    validate,
)

import lineal.app  # noqa: F401  every module that may define a refusal
from lineal.kernel import queries
from lineal.kernel.refusals import (
    AlreadyExists,
    AmbiguousRef,
    IdempotencyKeyReused,
    InvalidInput,
    InvalidState,
    ItemsRefused,
    NotFound,
    Refusal,
    StaleRevision,
)
from lineal.kernel.selections import ORDER, is_connection
from lineal.models.service import AliasMoved
from lineal.nodes.service import StillReferredTo
from lineal.schema import schema

GRAPHQL = schema._schema
FILE = Path(__file__).parent.parent / "schema.graphql"
VERBS = (
    *("create", "register", "start", "log", "finish", "set", "remove", "update", "delete"),
    *("deploy", "end", "rollBack", "record", "report", "rename", "archive", "unarchive"),
)
# The lists that have one order only, and why.
ONE_ORDER = {
    "Model.aliasHistory": "a history is told by time",
    "ModelVersion.evaluations": "evidence is told by time",
    "Deployment.servingHistory": "a history is told by time",
    "Deployment.feeds": "what is fed is of several kinds, which have no value in common",
    "Namespace.production": "stays, by the name of where they are",
    "Record.referrers": "what refers is of several kinds, which have no value in common",
    "Query.columns": "columns, by ref: what they have besides is no value to be ordered by",
}
ORDERED = [name for name in queries.names() if name.endswith(".ordered")]
# One of each refusal, with all its details, as the services raise them.
RAISED: tuple[Refusal, ...] = (
    InvalidInput("why", ("name",)),
    NotFound("ns/name"),
    AmbiguousRef("why", ("of",), ref="ns/name", kinds=["Dataset", "Model"]),
    AlreadyExists("why", ("ref",), existing="ns/name"),
    StaleRevision("ns/name", 1, 2),
    InvalidState("why", ("run",), ref="id", state="FINISHED"),
    ItemsRefused([(3, NotFound("ns/name"))], 5),
    IdempotencyKeyReused("key"),
    StillReferredTo("ns/name", 1, [{"kind": "Run", "count": 1}], []),
    AliasMoved("why", ("replaces",), expectedVersion="ns/name:1", actualVersion=None),
)


def own_types() -> list[GraphQLNamedType]:
    """Returns the types that are Lineal's."""
    return [
        type_
        for type_ in GRAPHQL.type_map.values()
        if not type_.name.startswith("__") and not is_specified_scalar_type(type_)
    ]


def members() -> Iterator[tuple[str, str | None]]:
    """Yields everything that has a description: where it stands, and what it says."""
    for type_ in own_types():
        yield type_.name, type_.description
        if isinstance(type_, GraphQLObjectType | GraphQLInterfaceType):
            for name, field in type_.fields.items():
                yield f"{type_.name}.{name}", field.description
                for argument, defined in field.args.items():
                    yield f"{type_.name}.{name}({argument})", defined.description
        elif isinstance(type_, GraphQLInputObjectType):
            for name, given in type_.fields.items():
                yield f"{type_.name}.{name}", given.description
        elif isinstance(type_, GraphQLEnumType):
            for name, value in type_.values.items():
                yield f"{type_.name}.{name}", value.description


def lists() -> Iterator[tuple[str, GraphQLField]]:
    """Yields every field that is a page of a list, after its name."""
    for type_ in own_types():
        if isinstance(type_, GraphQLObjectType | GraphQLInterfaceType):
            for name, field in type_.fields.items():
                if is_connection(get_named_type(field.type)):
                    yield f"{type_.name}.{name}", field


def body(name: str) -> list[str]:
    """Returns what a file finds, without what it does with it."""
    text = (queries.folder() / f"{name}.cypher").read_text(encoding="utf-8")
    return [line for line in text.splitlines()[1:-1] if line != "WITH DISTINCT node"]


def mutations() -> list[str]:
    assert GRAPHQL.mutation_type is not None
    return list(GRAPHQL.mutation_type.fields)


def union(name: str) -> GraphQLUnionType:
    """Returns what a mutation answers."""
    assert GRAPHQL.mutation_type is not None
    type_ = get_named_type(GRAPHQL.mutation_type.fields[name].type)
    assert isinstance(type_, GraphQLUnionType)
    return type_


def refusals() -> list[type[Refusal]]:
    """Returns every class of refusals."""
    found, rest = [], [Refusal]
    while rest:
        below = rest.pop().__subclasses__()
        found += below
        rest += below
    return found


class TestDescriptions:
    def test_are_everywhere(self) -> None:
        missing = [where for where, said in members() if not (said or "").strip()]

        assert missing == []

    def test_are_sentences(self) -> None:
        odd = [where for where, said in members() if not re.search(r"[.…]$", (said or "").strip())]

        assert odd == []

    def test_that_of_the_whole_has_a_first_query(self) -> None:
        query = re.search(r"```graphql\n(.*?)```", GRAPHQL.description or "", re.DOTALL)
        assert query is not None

        assert validate(GRAPHQL, parse(query[1])) == []


class TestMutations:
    @pytest.mark.parametrize("name", mutations())
    def test_is_a_verb_and_a_noun(self, name: str) -> None:
        assert re.fullmatch(rf"({'|'.join(VERBS)})([A-Z][a-z]+)+", name)

    @pytest.mark.parametrize("name", mutations())
    def test_takes_one_input_of_its_name(self, name: str) -> None:
        assert GRAPHQL.mutation_type is not None
        arguments = GRAPHQL.mutation_type.fields[name].args
        given = get_named_type(arguments["input"].type)

        assert list(arguments) == ["input"]
        assert str(arguments["input"].type) == f"{name[0].upper()}{name[1:]}Input!"
        assert isinstance(given, GraphQLInputObjectType)
        assert str(given.fields["idempotencyKey"].type) == "String"
        assert str(given.fields["dryRun"].type) == "Boolean!"
        assert given.fields["dryRun"].default_value is False
        assert str(given.fields["expectedRevision"].type) == "Int"

    @pytest.mark.parametrize("name", mutations())
    def test_answers_its_success_or_a_refusal(self, name: str) -> None:
        success, *others = union(name).types
        refusal = GRAPHQL.type_map["Refusal"]

        assert success.name == f"{name[0].upper()}{name[1:]}Success"
        assert [type_.name for type_ in others if refusal not in type_.interfaces] == []
        assert {"InvalidInput", "IdempotencyKeyReused", "StaleRevision"} <= {
            type_.name for type_ in others
        }


class TestLists:
    def test_every_one_takes_an_order_or_has_a_reason(self) -> None:
        names = {name for name, field in lists() if ORDER not in field.args}
        without = {re.sub(r"\w+\.referrers", "Record.referrers", name) for name in names}

        assert {name for name in without if not name.endswith(".history")} == set(ONE_ORDER)

    def test_every_one_that_takes_an_order_has_the_statement(self) -> None:
        missing = [
            name
            for name, field in lists()
            if ORDER in field.args and not queries.fragment(*f"{name}.ordered".split(".", 1))
        ]

        assert missing == []

    @pytest.mark.parametrize("name", ORDERED)
    def test_what_is_ordered_is_what_is_counted(self, name: str) -> None:
        counted = body(f"{name.removesuffix('ordered')}count")

        # Where nothing is left of it, the count is a property or a number of edges.
        assert counted in ([], body(name))


class TestRefusals:
    def test_are_all_known_here(self) -> None:
        assert {type(refusal) for refusal in RAISED} == set(refusals())

    @pytest.mark.parametrize("refusal", RAISED, ids=lambda refusal: type(refusal).__name__)
    def test_has_the_code_of_its_name(self, refusal: Refusal) -> None:
        words = re.findall("[A-Z][a-z]+", type(refusal).__name__)

        assert refusal.code == "_".join(words).upper()

    @pytest.mark.parametrize("refusal", RAISED, ids=lambda refusal: type(refusal).__name__)
    def test_has_a_type_of_the_same_name_and_fields(self, refusal: Refusal) -> None:
        type_ = GRAPHQL.type_map[type(refusal).__name__]
        assert isinstance(type_, GraphQLObjectType)

        assert set(type_.fields) == set(refusal.row()) - {"__typename"}

    def test_every_type_is_that_of_a_class(self) -> None:
        refusal = GRAPHQL.type_map["Refusal"]
        assert isinstance(refusal, GraphQLInterfaceType)
        types = {type_.name for type_ in GRAPHQL.get_possible_types(refusal)}

        assert types == {class_.__name__ for class_ in refusals()}


class TestExport:
    def test_is_current(self) -> None:
        exported = FILE.read_text(encoding="utf-8") if FILE.exists() else None

        assert exported in (None, schema.as_str().rstrip() + "\n"), "lineal schema export"

    def test_begins_with_what_the_whole_is(self) -> None:
        assert schema.as_str().startswith(f'"""\n{GRAPHQL.description}\n"""\nschema {{')

    def test_has_no_directive_of_its_own(self) -> None:
        own = [each.name for each in GRAPHQL.directives if not is_specified_directive(each)]

        assert own == []
