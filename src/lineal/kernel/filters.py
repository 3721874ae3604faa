"""Typed filters, and the parameters that fixed Cypher reads them from."""

from typing import Any

import strawberry

from lineal.kernel.fields import described
from lineal.kernel.scalars import DateTime, Value


@strawberry.input(description="A text that must be equal.")
class TextFilter:
    eq: str | None = described("Equal to this.", default=None)
    in_: list[str] | None = described("Equal to one of these.", name="in", default=None)


def texts(filter_: TextFilter | None) -> list[str] | None:
    """Returns the texts that a filter lets through, or None if it lets any through."""
    if filter_ is None or (filter_.eq is None and filter_.in_ is None):
        return None
    if filter_.eq is None:
        return filter_.in_
    return [filter_.eq] if filter_.in_ is None or filter_.eq in filter_.in_ else []


@strawberry.input(
    description="A property of your own that must be there; all that is given must hold of it."
)
class PropertyFilter:
    key: str = described("The key.")
    eq: Value | None = described("Equal to this text, number or boolean.", default=None)
    in_: list[Value] | None = described("Equal to one of these.", name="in", default=None)
    gte: Value | None = described("This number or text, or one after it.", default=None)
    lte: Value | None = described("This number or text, or one before it.", default=None)
    since: DateTime | None = described("This moment, or one after it.", default=None)
    until: DateTime | None = described("A moment before this one.", default=None)


@strawberry.input(description="Which to list by what everything named has; all must hold.")
class NamespaceWhere:
    tag: TextFilter | None = described("One of the tags.", default=None)
    owner: TextFilter | None = described("One of the owners.", default=None)
    property: list[PropertyFilter] | None = described("Properties of your own.", default=None)


@strawberry.input(description="Which named things to list; all that is given must hold.")
class NamedWhere(NamespaceWhere):
    namespace: TextFilter | None = described("The name of the namespace.", default=None)


def named(where: NamespaceWhere | None) -> dict[str, Any]:
    """Returns the parameters of `filters/named.cypher`."""
    where = where or NamedWhere()
    return {
        "namespaces": texts(getattr(where, "namespace", None)),
        "tags": texts(where.tag),
        "owners": texts(where.owner),
        "properties": None if where.property is None else [_asked(each) for each in where.property],
    }


def _asked(filter_: PropertyFilter) -> dict[str, Any]:
    among = filter_.in_
    if filter_.eq is not None:
        among = [filter_.eq] if among is None or filter_.eq in among else []
    return {
        "key": filter_.key,
        "among": among,
        "atLeast": filter_.gte,
        "atMost": filter_.lte,
        "since": filter_.since,
        "until": filter_.until,
    }
