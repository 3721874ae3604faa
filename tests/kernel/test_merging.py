"""Our rule of merging against graphql-core's, on documents that are made up."""

import random
from typing import Any

import pytest
from graphql import (
    GraphQLError,
    ValidationRule,
    build_schema,
    parse,
    validate,
)
from graphql.validation import OverlappingFieldsCanBeMergedRule
from hypothesis import given, settings
from hypothesis import strategies as st

from lineal.kernel import merging
from lineal.kernel.merging import MergingRule

SCHEMA = build_schema("""
    type Query { a: A, b: B, node: Node, any: Any, many: [A!]!, x: Int, s(i: Int, l: In): String }
    interface Node { id: Int!, next: Node, s(i: Int, l: In): String }
    type A implements Node { id: Int!, next: A, s(i: Int, l: In): String, x: Int, y: [Int], b: B }
    type B implements Node { id: Int!, next: B, s(i: Int, l: In): String, x: Int!, y: String, a: A }
    union Any = A | B
    input In { p: Int, q: [Int] }
""")
FRAGMENTS = {"f0": "A", "f1": "Node", "f2": "Query"}
FIELDS = {
    "Query": {"a": "A", "b": "B", "node": "Node", "any": "Any", "many": "A", "x": "", "s": ""},
    "Node": {"id": "", "next": "Node", "s": ""},
    "A": {"id": "", "next": "A", "s": "", "x": "", "y": "", "b": "B"},
    "B": {"id": "", "next": "B", "s": "", "x": "", "y": "", "a": "A"},
    "Any": {"__typename": ""},
}
# What may be asked of a type besides its fields.
PARTS = {
    "Node": ("A", "B", "Node"),
    "Any": ("A", "B", "Node"),
    "A": ("A", "Node"),
    "B": ("B", "Node"),
}
ALIASES = ("", "", "", "v: ", "x: ", "s: ", "a: ")
ARGUMENTS = ("", "", "(i: 1)", "(i: 2)", "(l: {p: 1, q: [1]})", "(l: {q: [1], p: 1})")


class Made:
    """A document that is made up: fragments may be cyclic, and fields may conflict."""

    def __init__(self, seed: int) -> None:
        self._random = random.Random(seed)
        fragments = (
            f"fragment {name} on {on} {self._selected(on, 2)}" for name, on in FRAGMENTS.items()
        )
        # A fragment that nobody spreads is another rule's business.
        spread = "...f2 u0: a { ...f0 } u1: node { ...f1 }"
        self.text = (
            f"{{ {spread} ... on Query {self._selected('Query', 4)} }} {' '.join(fragments)}"
        )

    def _selected(self, on: str, depth: int) -> str:
        each = [self._selection(on, depth) for _ in range(self._random.randint(1, 4))]
        return f"{{ {' '.join(each)} }}"

    def _selection(self, on: str, depth: int) -> str:
        pick = self._random.random()
        spreads = [name for name, of in FRAGMENTS.items() if of == on or of in PARTS.get(on, ())]
        if pick < 0.15 and spreads:
            return f"...{self._random.choice(spreads)}"
        if pick < 0.35 and on in PARTS and depth:
            part = self._random.choice(PARTS[on])
            return f"... on {part} {self._selected(part, depth - 1)}"
        fields = {name: of for name, of in FIELDS[on].items() if depth or not of}
        name, of = self._random.choice([*fields.items()])
        given = self._random.choice(ARGUMENTS) if name == "s" else ""
        below = self._selected(of, depth - 1) if of else ""
        return f"{self._random.choice(ALIASES)}{name}{given}{below}"


def errors(document: str, *rules: type[ValidationRule]) -> list[GraphQLError]:
    return validate(SCHEMA, parse(document), rules)


class TestSameAsTheOther:
    @settings(max_examples=300, deadline=None)
    @given(st.integers(0, 1 << 32))
    def test_of_made_up_documents(self, seed: int) -> None:
        document = Made(seed).text

        ours = errors(document, MergingRule)
        assert bool(ours) == bool(errors(document, OverlappingFieldsCanBeMergedRule)), document

    @pytest.mark.parametrize(
        ("document", "conflicts"),
        [
            ("{ x x }", False),
            ("{ x: __typename x }", True),
            ("{ s(i: 1) s(i: 2) }", True),
            ("{ s(l: {p: 1, q: [1]}) s(l: {q: [1], p: 1}) }", False),
            ("{ node { ... on A { y } ... on B { y } } }", True),
            ("{ node { ... on A { x } ... on B { x } } }", True),
            ("{ node { ... on A { v: id } ... on B { v: id } } }", False),
            ("{ node { ... on A { v: s(i: 1) } ... on B { v: s(i: 2) } } }", False),
            ("{ node { v: s(i: 1) ... on B { v: s(i: 2) } } }", True),
            ("{ any { ... on A { n: next { x } } ... on B { n: next { x } } } }", True),
            (
                "{ any { ... on A { n: next { s(i: 1) } } ... on B { n: next { s(i: 2) } } } }",
                False,
            ),
            ("{ a { next { id } } a { next { id: x } } }", True),
            ("{ a { ...f } a { ...g } } fragment f on A { v: id } fragment g on A { v: x }", True),
            ("{ ...f } fragment f on Query { a { id } ...f }", False),
            ("{ a { ...f } } fragment f on A { next { ...f } v: x v: id }", True),
        ],
    )
    def test_of_what_is_told_apart(self, document: str, conflicts: bool) -> None:
        assert bool(errors(document, MergingRule)) == conflicts
        if "...f }" not in document:
            assert bool(errors(document, OverlappingFieldsCanBeMergedRule)) == conflicts

    def test_says_which_and_why(self) -> None:
        (error,) = errors("{ a { v: id } a { v: x } }", MergingRule)

        assert error.message.startswith("Fields 'v' conflict because they return conflicting types")
        assert [place.column for place in error.locations or ()] == [7, 19]


# Of each kind of flood, about a thousand tokens.
FLOODS: dict[str, str] = {
    "one field": f"{{ {'x ' * 990} }}",
    "one object": f"{{ {'a { id } ' * 240} }}",
    "deep repeats": f"{{ {'a { next { next { id } } } ' * 90} }}",
    "arguments": f"{{ {'s(i: 1) ' * 160} }}",
    "fragments": "{ ...f0 } "
    + " ".join(
        f"fragment f{i} on Query {{ a {{ id }} ...f{i + 1} ...f{(i + 2) % 60} }}" for i in range(60)
    )
    + " fragment f60 on Query { x }",
    "doubling": "{ a { ...f0 } } "
    + " ".join(
        f"fragment f{i} on A {{ n: next {{ ...f{i + 1} }} m: next {{ ...f{i + 1} }} }}"
        for i in range(40)
    )
    + " fragment f40 on A { id }",
    "unions": "{ any { " + "... on A { v: next { x } } ... on B { v: next { y } } " * 40 + "} }",
}


class Counting(MergingRule):
    """Keeps how many steps it took."""

    taken = 0

    def leave_document(self, *_: Any) -> None:
        type(self).taken = self._steps


class TestSteps:
    @pytest.mark.parametrize("flood", FLOODS)
    def test_grow_with_the_document(self, flood: str) -> None:
        errors(FLOODS[flood], Counting)

        assert Counting.taken <= 3_000

    def test_too_many_are_an_error(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(merging, "STEPS", 100)
        (error,) = errors(FLOODS["one field"], MergingRule)

        assert error.message == "The document merges its fields in too many ways"
