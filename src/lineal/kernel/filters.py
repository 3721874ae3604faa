"""Typed filters, and the parameters that fixed Cypher reads them from.

Each input ends in `and`, `or` and `not` of its own kind. Whatever was combined comes to Cypher as
`$anyOf`, alternatives of conditions: one fixed text answers every combination.
"""

from collections.abc import Callable, Iterable, Iterator
from itertools import chain, product
from typing import Any

import strawberry

from lineal.kernel.fields import described
from lineal.kernel.named import Named, numbered, parsed
from lineal.kernel.refusals import InvalidInput
from lineal.kernel.scalars import DateTime, Ref, Value

# What is told of one node, and whether it must not hold.
Condition = dict[str, Any]
# A node is let through if every condition of one of these holds of it.
Alternatives = list[list[Condition]]

MOST_ALTERNATIVES = 100
DEEPEST = 20


@strawberry.input(description="A text that must be equal.")
class TextFilter:
    eq: str | None = described("Equal to this.", default=None)
    in_: list[str] | None = described("Equal to one of these.", name="in", default=None)


@strawberry.input(
    description="What a ref must name: an id, a name, a version, an alias, a digest, what a model "
    "was called before. One that names nothing is an error."
)
class RefFilter:
    eq: Ref | None = described("What this names.", default=None)
    in_: list[Ref] | None = described("What one of these names.", name="in", default=None)


@strawberry.input
class ValueFilter:
    """A value with a key that must be there, and what must hold of it."""

    key: str = described("The key.")
    eq: Value | None = described("Equal to this text, number or boolean.", default=None)
    in_: list[Value] | None = described("Equal to one of these.", name="in", default=None)
    gte: Value | None = described("This number or text, or one after it.", default=None)
    lte: Value | None = described("This number or text, or one before it.", default=None)


@strawberry.input(
    description="A property of your own that must be there; all that is given must hold of it."
)
class PropertyFilter(ValueFilter):
    since: DateTime | None = described("This moment, or one after it.", default=None)
    until: DateTime | None = described("A moment before this one.", default=None)


def texts(filter_: TextFilter | None) -> list[str] | None:
    """Returns the texts that a filter lets through, or None if it lets any through."""
    return None if filter_ is None else _among(filter_)


def refs_of(filter_: RefFilter | None, field: str, *kinds: str) -> Named | None:
    """Returns what the refs of a filter name, of these kinds, or None if it lets any through.

    `field` is where in the input the filter stands, such as `evaluation.dataset`.
    """
    among = None if filter_ is None else _among(filter_)
    return None if among is None else Named(field, tuple(among), kinds)


def _among(filter_: TextFilter | RefFilter | ValueFilter) -> list[Any] | None:
    """Returns what is equal as a filter says, or None if anything is."""
    if filter_.eq is None:
        return filter_.in_
    return [filter_.eq] if filter_.in_ is None or filter_.eq in filter_.in_ else []


@strawberry.input(description="A span of time.")
class TimeFilter:
    since: DateTime | None = described("This moment, or one after it.", default=None)
    until: DateTime | None = described("A moment before this one.", default=None)


def span(filter_: TimeFilter | PropertyFilter | None) -> Condition:
    """Returns the bounds of a time that `filters/created` and `filters/value` read.

    Raises InvalidInput for a span that no moment is in.
    """
    if filter_ and filter_.since and filter_.until and filter_.since > filter_.until:
        since, until = filter_.since.isoformat(), filter_.until.isoformat()
        raise InvalidInput(f"until: {until} is before since, {since}", ("until",))
    return {
        "since": None if filter_ is None else filter_.since,
        "until": None if filter_ is None else filter_.until,
    }


@strawberry.input
class RecordFilter:
    """What everything that somebody recorded can be listed by."""

    archived: bool | None = described(
        "Whether it is archived, or belongs to a namespace, a model, a dataset or an experiment "
        "that is. Where nothing is said of this, not even in `and`, `or` or `not`, it must not be.",
        default=None,
    )
    tag: TextFilter | None = described("One of the tags.", default=None)
    property: list[PropertyFilter] | None = described("Properties of your own.", default=None)


@strawberry.input
class OwnFilter(RecordFilter):
    """What everything named can be listed by."""

    owner: TextFilter | None = described("One of the owners.", default=None)


@strawberry.input
class NamedFilter(OwnFilter):
    """What everything that is named in a namespace can be listed by."""

    namespace: TextFilter | None = described("The name of the namespace.", default=None)


def every() -> Any:
    """Returns the input field `and`."""
    return described("All of these must hold too.", name="and", default=None)


def some() -> Any:
    """Returns the input field `or`."""
    return described(
        "At least one of these must hold too; of none, none does.", name="or", default=None
    )


def no() -> Any:
    """Returns the input field `not`."""
    return described("This must not hold.", name="not", default=None)


@strawberry.input(description="Which named things to list; all that is given must hold.")
class NamedWhere(NamedFilter):
    and_: list["NamedWhere"] | None = every()
    or_: list["NamedWhere"] | None = some()
    not_: "NamedWhere | None" = no()


def named(where: OwnFilter) -> Condition:
    """Returns the condition that `filters/own.cypher` reads."""
    return recorded(where) | {"owners": texts(where.owner)}


def recorded(where: RecordFilter) -> Condition:
    """Returns the condition that `filters/tagged.cypher` reads."""
    return {
        "archived": where.archived,
        "namespaces": texts(getattr(where, "namespace", None)),
        "tags": texts(where.tag),
        "properties": None
        if where.property is None
        else [wanted(each) | span(each) for each in where.property],
    }


def require_range(least: Any, most: Any) -> None:
    """Raises InvalidInput for bounds, if both are given, that no value is within."""
    if least is None or most is None:
        return
    if isinstance(least, str) is not isinstance(most, str):
        raise InvalidInput(f"lte: {most!r} cannot be compared with gte, {least!r}", ("lte",))
    if least > most:
        raise InvalidInput(f"lte: {most!r} is less than gte, {least!r}", ("lte",))


def wanted(filter_: ValueFilter) -> dict[str, Any]:
    """Returns what `filters/value.cypher` reads of a value that is no time.

    Raises InvalidInput for bounds that no value is within.
    """
    require_range(filter_.gte, filter_.lte)
    return {
        "key": filter_.key,
        "among": _among(filter_),
        "atLeast": filter_.gte,
        "atMost": filter_.lte,
    }


def any_of(
    where: Any, condition: Callable[[Any], Condition], argument: str = "where"
) -> dict[str, Any]:
    """Returns `$anyOf` of an input, whose own fields `condition` makes one condition of.

    `$filtered` says whether there are any: none of no alternatives is let through.
    `$said` are the names of what they say something of, such as `metrics`, `metrics.atLeast`: the
    others need not be looked at.
    `$archivedToo` says whether one of them says what is archived; if none does, that is left out.
    `$named` has the refs in it, which `filters/named_refs.cypher` finds as they are now.
    Raises InvalidInput for more than MOST_ALTERNATIVES, deeper than DEEPEST, or what is no ref.
    """
    alternatives = None if where is None else _alternatives(where, condition, False, 1)
    asked = chain.from_iterable(alternatives or [])
    said = {name for each in asked for name in _said(each)}
    found: dict[Named, int] = {}
    return {
        "filtered": alternatives is not None,
        "anyOf": numbered(alternatives, found),
        "archivedToo": "archived" in said,
        "said": sorted(said),
        "named": [parsed(each, argument) for each in found],
        "asOf": None,
    }


def _said(condition: Condition) -> Iterator[str]:
    """Yields the names of what a condition says something of."""
    for name, value in condition.items():
        if value is None:
            continue
        yield name
        for each in value if isinstance(value, list) else ():
            if isinstance(each, dict):
                yield from (f"{name}.{below}" for below in _said(each))


def _alternatives(
    where: Any, condition: Callable[[Any], Condition], negated: bool, depth: int
) -> Alternatives:
    """Returns the alternatives of an input, or those of its opposite (De Morgan's laws)."""
    if depth > DEEPEST:
        raise InvalidInput(f"where: it nests more than {DEEPEST} deep", ("where",))

    def of(each: Any, negated: bool = negated) -> Alternatives:
        return _alternatives(each, condition, negated, depth + 1)

    all_of, one_of = (_either, _all) if negated else (_all, _either)
    own = condition(where)
    says = any(value is not None for value in own.values())
    parts = [[[{**own, "negated": negated}]]] if says else []
    parts += [of(each) for each in where.and_ or []]
    if where.or_ is not None:
        parts.append(one_of([of(each) for each in where.or_]))
    if where.not_ is not None:
        parts.append(of(where.not_, not negated))
    return all_of(parts)


def _either(parts: list[Alternatives]) -> Alternatives:
    return _few(chain.from_iterable(parts))


def _all(parts: list[Alternatives]) -> Alternatives:
    return _few(list(chain.from_iterable(each)) for each in product(*parts))


def _few(alternatives: Iterable[list[Condition]]) -> Alternatives:
    few: Alternatives = []
    for each in alternatives:
        few.append(each)
        if len(few) > MOST_ALTERNATIVES:
            raise InvalidInput(
                f"where: combined, it has more than {MOST_ALTERNATIVES} alternatives: ask for "
                "less, or in several queries",
                ("where",),
            )
    return few
