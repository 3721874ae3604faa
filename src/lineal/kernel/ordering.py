"""Typed orders: by which value a list is asked for in another order than its own.

A value is compared with those of its type: numbers come before texts, texts before booleans,
booleans before times. What has no such value comes last, whichever end of the order comes first.
"""

from collections.abc import Callable
from enum import Enum
from typing import Annotated, Any

import strawberry

from lineal.kernel.fields import argument, described
from lineal.kernel.paging import Form, another_list, limit, page, place
from lineal.kernel.refusals import InvalidInput
from lineal.kernel.scalars import read_time


@strawberry.enum(description="Which end of an order comes first.")
class OrderDirection(Enum):
    ASC = strawberry.enum_value("ASC", description="The smallest, the first or the oldest.")
    DESC = strawberry.enum_value("DESC", description="The largest, the last or the newest.")


@strawberry.input
class Order:
    """An order by one value; its `field` is an enum, whose values are names of properties."""

    direction: OrderDirection = described("Which end comes first.", default=OrderDirection.ASC)


@strawberry.input
class KeyedOrder(Order):
    """An order by one value that may have a key; a field with a key has a name that ends in `.`."""

    key: str | None = described(
        "The key, where `field` is something that has one; else absent.", default=None
    )


def order_by(what: str) -> Any:
    """Returns what annotates the argument `orderBy` of a list, whose own order is `what`."""
    return argument(f"In which order; absent: {what}. What has no such value comes last.")


@strawberry.enum(description="What named things can be ordered by.")
class NamedOrderField(Enum):
    NAME = strawberry.enum_value("name", description="The name.")
    CREATED = strawberry.enum_value("createdAt", description="When it was recorded.")
    UPDATED = strawberry.enum_value("updatedAt", description="When it was last changed.")
    PROPERTY = strawberry.enum_value(
        "property.", description="The property of your own with a `key`, but for links."
    )


@strawberry.input(description="An order of named things.")
class NamedOrder(KeyedOrder):
    field: NamedOrderField = described("By what.")


ByName = Annotated[NamedOrder | None, order_by("by namespace and name")]


def ordered(by: Any, first: int, after: Any, own: str, *forms: Form) -> dict[str, Any]:
    """Returns what a list and its `.ordered` file read, or raises InvalidInput.

    `own` and `forms` are those of the list's own order, as `paging.page` takes them.
    """
    if by is None:
        return page(own, first, after, *forms)
    name, property_ = _name(by), _property(by)
    return {
        "first": limit(first),
        "after": _after(name, after),
        "order": {
            "name": name,
            "property": property_,
            "descending": by.direction is OrderDirection.DESC,
        },
    }


def _name(by: Any) -> str:
    """Returns what tells an order from all others."""
    return " ".join((by.field.name, by.direction.name, getattr(by, "key", None) or ""))


def _property(by: Any) -> str:
    key: str | None = getattr(by, "key", None)
    name: str = by.field.value
    if name.endswith(".") != (key is not None):
        says = "takes no key" if key is not None else "needs a key"
        raise InvalidInput(f"orderBy: {by.field.name} {says}", ("orderBy", "key"))
    return name + (key or "")


def _after(name: str, after: Any) -> dict[str, Any] | None:
    """Returns the rank of a type, the value and the id that a cursor of an order holds."""
    held = place(name, after, int, object, str)
    if held is None:
        return None
    rank, value, id_ = held
    try:
        return {"rank": rank, "value": _READ[rank](value), "id": id_}
    except Exception:
        raise another_list() from None


def _typed(*types: type) -> Callable[[Any], Any]:
    def read(value: Any) -> Any:
        if type(value) not in types:
            raise TypeError(value)
        return value

    return read


# How values of each type are read from a cursor, by the rank that `filters/page_in_order` gives it.
_READ: dict[int, Callable[[Any], Any]] = {
    0: _typed(int, float),
    1: _typed(str),
    2: _typed(bool),
    3: read_time,
    4: _typed(type(None)),
}
