"""Limits of documents: found in their sums, whatever fragments make of them."""

from dataclasses import fields, replace

import pytest
from graphql import (
    FieldNode,
    FragmentSpreadNode,
    InlineFragmentNode,
    OperationDefinitionNode,
    parse,
)
from graphql import FragmentDefinitionNode as Fragment
from graphql.language import SelectionSetNode
from hypothesis import given, settings
from hypothesis import strategies as st

from lineal.kernel import limits
from lineal.kernel.documents import Documents
from lineal.kernel.engine import Engine
from lineal.kernel.graph import Graph
from lineal.kernel.limits import LimitExceeded, Limits, Sums, exceeded
from lineal.schema import schema
from tests.asking import Registry
from tests.kernel.planned import GRAPHQL

NO_LIMITS = Limits(*(10**9 for _ in fields(Limits)))


def refused(text: str, **given: int) -> LimitExceeded | None:
    return exceeded(replace(NO_LIMITS, **given), parse(text))


class TestExceeded:
    @pytest.mark.parametrize(
        ("limit", "has", "text"),
        [
            ("depth", 3, "{ a { b { c } } }"),
            ("depth", 4, "{ a { ...f } } fragment f on T { b { ... on T { c { d } } } }"),
            ("root_fields", 3, "{ a ...f } fragment f on Query { b ... { c { d } } }"),
            (
                "fields",
                4,
                "{ a { b } ...f ...f } fragment f on Query { c } fragment g on T { d }",
            ),
            ("fields", 5, "{ ...f a { d } b { ...f } } fragment f on T { c }"),
            ("aliases", 3, "{ x: a { y: b } ...f } fragment f on Query { z: c }"),
            ("directives", 4, "query @a { a @b(c: 1) ...f @d } fragment f on Query @e { b }"),
        ],
    )
    def test_by_one_alone(self, limit: str, has: int, text: str) -> None:
        error = refused(text, **{limit: has - 1})

        assert refused(text, **{limit: has}) is None
        assert error is not None
        assert error.extensions == {
            "code": "LIMIT_EXCEEDED",
            "limit": f"LINEAL_MAX_{limit.upper()}",
            "most": has - 1,
        }
        assert f"more than {has - 1} " in error.message

    def test_the_largest_operation_counts(self) -> None:
        assert refused("query A { a } query B { a b }", fields=1) is not None
        assert refused("query A { a } query B { b }", fields=1) is None

    def test_what_doubles_is_summed_up(self) -> None:
        twice = "fragment f{0} on T {{ a {{ ...f{1} }} b {{ ...f{1} }} }}"
        parts = [twice.format(i, i + 1) for i in range(60)]
        text = f"{{ ...f0 }} {' '.join(parts)} fragment f60 on T {{ c }}"

        assert refused(text, fields=2**61 - 2) is not None
        assert refused(text, fields=2**61 + 2**60) is None

    @pytest.mark.parametrize(
        "text",
        [
            "{ ...f } fragment f on T { a ...f }",
            "{ ...f } fragment f on T { a ...g } fragment g on T { b ...f }",
            "{ ...nothing }",
        ],
    )
    def test_what_is_wrong_ends(self, text: str) -> None:
        assert refused(text, fields=100) is None


def written_out(text: str) -> Sums:
    """Returns the sums of a document, counted in what it is with its fragments written out."""
    definitions = parse(text).definitions
    known = {each.name.value: each for each in definitions if isinstance(each, Fragment)}
    [operation] = [each for each in definitions if isinstance(each, OperationDefinitionNode)]
    sums = Sums()

    def count(selection_set: SelectionSetNode, at: int) -> None:
        for each in selection_set.selections:
            sums.directives += len(each.directives or ())
            if isinstance(each, FragmentSpreadNode):
                count(known[each.name.value].selection_set, at)
            elif isinstance(each, InlineFragmentNode):
                count(each.selection_set, at)
            elif isinstance(each, FieldNode):
                sums.fields += 1
                sums.root_fields += at == 0
                sums.aliases += each.alias is not None
                sums.depth = max(sums.depth, at + 1)
                if each.selection_set:
                    count(each.selection_set, at + 1)

    count(operation.selection_set, 0)
    return sums


@st.composite
def documents(draw: st.DrawFn) -> str:
    """Makes up a document whose fragments spread those that come after them."""
    many = draw(st.integers(0, 5))

    def selected(later: int, depth: int) -> str:
        forms = ["a", "x: a", "a @d"]
        forms += [f"...f{i}" for i in range(later, many)]
        forms += ["a { {} }", "... @d { {} }"] if depth else []
        each = draw(st.lists(st.sampled_from(forms), min_size=1, max_size=3))
        return " ".join(
            form.replace("{}", selected(later, depth - 1)) if "{}" in form else form
            for form in each
        )

    parts = [f"fragment f{i} on T {{ {selected(i + 1, 2)} }}" for i in range(many)]
    return " ".join([f"{{ {selected(0, 2)} }}", *parts])


class TestSums:
    @settings(deadline=None)
    @given(documents())
    def test_are_those_of_the_document_written_out(self, text: str) -> None:
        sums = written_out(text)

        for limit in fields(Sums):
            most = getattr(sums, limit.name)
            assert refused(text, **{limit.name: most}) is None
            assert refused(text, **{limit.name: most - 1}) is not None


class TestDocuments:
    def test_tokens_are_counted_first(self) -> None:
        (error,) = _errors(f"{{ {'x ' * 2_000}", Limits())

        assert isinstance(error, LimitExceeded)
        assert error.message == "The document has more than 2,000 tokens (LINEAL_MAX_TOKENS)"

    def test_a_limit_comes_before_what_else_is_wrong(self) -> None:
        (error,) = _errors("{ nothing { nothing } }", Limits(depth=1))

        assert isinstance(error, LimitExceeded)

    async def test_nodes_are_counted_with_the_variables(self, graph: Graph) -> None:
        registry = Registry(Engine(schema, Limits(nodes=500)), graph, "x")
        text = "query ($n: Int!) { models(first: $n) { nodes { latestVersion { id } } } }"
        (error,) = await registry.errors(
            "{ models(first: 100) { nodes { versions(first: 6) { nodes { id } } } } }"
        )

        assert await registry.ask(text, n=100)
        assert error["extensions"]["code"] == "LIMIT_EXCEEDED"
        assert error["extensions"]["limit"] == "LINEAL_MAX_NODES"

    def test_each_limit_is_told_of(self) -> None:
        assert {each.name for each in fields(Limits)} == set(limits.WHAT)


def _errors(text: str, most: Limits) -> list[Exception]:
    found = Documents(GRAPHQL, most).prepare(text)
    assert isinstance(found, list)
    return [*found]
