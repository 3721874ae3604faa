"""Combinations of conditions: every one is alternatives, which one fixed text answers."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lineal.kernel.filters import DEEPEST, MOST_ALTERNATIVES, NamedWhere, TextFilter, any_of, named
from lineal.kernel.refusals import InvalidInput
from tests.asking import Registry

TAGS = ("a", "b", "c")


def tag(name: str, **others: Any) -> NamedWhere:
    return NamedWhere(tag=TextFilter(eq=name), **others)


def combined(below: st.SearchStrategy[NamedWhere]) -> st.SearchStrategy[NamedWhere]:
    some = st.none() | st.lists(below, max_size=2)
    return st.builds(
        NamedWhere,
        tag=st.none() | st.builds(TextFilter, eq=st.sampled_from(TAGS)),
        and_=some,
        or_=some,
        not_=st.none() | below,
    )


wheres = st.recursive(st.sampled_from(TAGS).map(tag), combined, max_leaves=5)


def holds(where: NamedWhere, tags: set[str]) -> bool:
    """Returns whether an input lets something with these tags through, word by word."""
    return (
        (where.tag is None or where.tag.eq in tags)
        and all(holds(each, tags) for each in where.and_ or [])
        and (where.or_ is None or any(holds(each, tags) for each in where.or_))
        and (where.not_ is None or not holds(where.not_, tags))
    )


def lets_through(where: NamedWhere, tags: set[str]) -> bool:
    """Returns what the Cypher of `filters/named` makes of the alternatives."""
    return any(
        all(asked["negated"] != any(tag in tags for tag in asked["tags"]) for asked in alternative)
        for alternative in any_of(where, named)["anyOf"]
    )


class TestAnyOf:
    def test_nothing_asked(self) -> None:
        assert any_of(None, named) == {
            "filtered": False,
            "anyOf": None,
            "archivedToo": False,
            "said": [],
            "named": [],
            "asOf": None,
        }

    @given(wheres, st.sets(st.sampled_from(TAGS)))
    def test_lets_through_what_holds(self, where: NamedWhere, tags: set[str]) -> None:
        assert lets_through(where, tags) == holds(where, tags)

    def test_too_many_alternatives(self) -> None:
        either = NamedWhere(or_=[tag("a"), tag("b")])
        where = NamedWhere(and_=[either] * 40)

        with pytest.raises(InvalidInput, match=f"more than {MOST_ALTERNATIVES} alternatives"):
            any_of(where, named)

    def test_too_deep(self) -> None:
        where = tag("a")
        for _ in range(DEEPEST):
            where = NamedWhere(not_=where)

        with pytest.raises(InvalidInput, match=f"nests more than {DEEPEST} deep"):
            any_of(where, named)


QUERY = "query($where: ModelWhere) { models(where: $where) { totalCount nodes { name } } }"


class TestWhere:
    @pytest.mark.parametrize(
        ("where", "found"),
        [
            ({}, "abc"),
            ({"not": {"tag": {"eq": "x"}}}, "c"),
            ({"or": [{"tag": {"eq": "y"}}, {"owner": {"eq": "ada"}}]}, "bc"),
            ({"and": [{"tag": {"eq": "x"}}, {"not": {"tag": {"eq": "y"}}}]}, "a"),
            ({"tag": {"eq": "x"}, "or": [{"tag": {"eq": "y"}}]}, "b"),
            ({"not": {"or": [{"tag": {"eq": "y"}}, {"owner": {"eq": "ada"}}]}}, "a"),
            ({"not": {"property": [{"key": "none"}]}}, "abc"),
            ({"or": []}, ""),
            ({"not": {}}, ""),
            ({"and": [], "not": None}, "abc"),
        ],
        ids=str,
    )
    async def test_combined(self, registry: Registry, where: dict[str, Any], found: str) -> None:
        for name, tags, owners in (("a", ["x"], []), ("b", ["x", "y"], []), ("c", [], ["ada"])):
            ref = registry.ref(name)
            await registry.told("createModel", "model { id }", ref=ref, tags=tags, owners=owners)
        in_it = {"namespace": {"eq": registry.namespace}}
        models = (await registry.ask(QUERY, where={"and": [in_it, where]}))["models"]

        assert "".join(node["name"] for node in models["nodes"]) == found
        assert models["totalCount"] == len(found)

    @pytest.mark.parametrize(
        ("where", "message"),
        [
            ('property: [{key: "k", gte: 2, lte: 1}]', "lte: 1 is less than gte, 2"),
            ('property: [{key: "k", gte: "b", lte: "a"}]', "lte: 'a' is less than gte, 'b'"),
            (
                'property: [{key: "k", gte: 1, lte: "a"}]',
                "lte: 'a' cannot be compared with gte, 1",
            ),
            (
                'not: {created: {since: "2026-02-01T00:00:00Z", until: "2026-01-01T00:00:00Z"}}',
                "until: 2026-01-01T00:00:00+00:00 is before since, 2026-02-01T00:00:00+00:00",
            ),
            ('metric: [{key: "auc", gte: 0.9, lte: 0.5}]', "lte: 0.5 is less than gte, 0.9"),
            ('parameter: [{key: "n", gte: 9, lte: 5}]', "lte: 5 is less than gte, 9"),
        ],
    )
    async def test_a_range_that_nothing_is_in_names_its_bounds(
        self, registry: Registry, where: str, message: str
    ) -> None:
        (error,) = await registry.errors(
            f"{{ modelVersions(where: {{{where}}}) {{ totalCount }} }}"
        )

        assert error["extensions"]["code"] == "INVALID_INPUT"
        assert error["message"] == message

    @pytest.mark.parametrize("depth", [DEEPEST, 150])
    async def test_too_deep_names_the_input(self, registry: Registry, depth: int) -> None:
        where: dict[str, Any] = {}
        for _ in range(depth):
            where = {"not": where}
        (error,) = await registry.errors(QUERY, where=where)

        assert error["extensions"]["code"] == "INVALID_INPUT"
        assert error["message"] == f"where: it nests more than {DEEPEST} deep"
