"""Keyset paging: a page goes on after the place of a row, whatever was added or deleted since."""

import json
import re
from collections.abc import Mapping
from dataclasses import is_dataclass
from hashlib import blake2b
from typing import Any, Generic, TypeVar

import strawberry

from lineal.kernel.fields import LARGEST_PAGE, described
from lineal.kernel.refusals import InvalidInput
from lineal.kernel.scalars import Cursor

T = TypeVar("T")


@strawberry.type(description="Where a page is in its list.")
class PageInfo:
    has_next_page: bool = described("Whether there is more after this page.")
    has_previous_page: bool = described("Whether this page was asked for with `after`.")
    start_cursor: Cursor | None = described("The place of the first row.")
    end_cursor: Cursor | None = described("The place of the last row: `after` of the next page.")


@strawberry.type(description="A row of a page, with its place in the list.")
class Edge(Generic[T]):
    node: T = described("What is in the row.")
    cursor: Cursor = described("The place of the row; a list can go on after it.")


@strawberry.type(description="A page of a list.")
class Connection(Generic[T]):
    nodes: list[T] = described("What is on the page.")
    edges: list[Edge[T]] = described("The same, each with its cursor.")
    page_info: PageInfo = described("Where the page is in the list.")
    total_count: int = described("How many there are on all pages; counted only when asked for.")


_PLACE = ("first", "after")


def list_mark(field: str, arguments: Mapping[str, Any]) -> str:
    """Returns what tells a list from all others: of which field it is, and what was asked of it.

    The node that the list belongs to is no part of it, so that a client may go on from `node(id:)`
    where it began from `model(ref:)`, as Relay does.
    """
    asked = {
        name: value for name, value in arguments.items() if value is not None and name not in _PLACE
    }
    written = json.dumps([field, asked], sort_keys=True, default=_plain)
    return blake2b(written.encode(), digest_size=6).hexdigest()


def _plain(value: Any) -> Any:
    """Returns what JSON has in place of an input, a time, or a member of an enumeration."""
    return vars(value) if is_dataclass(value) else str(value)


def another_list() -> InvalidInput:
    """Returns why a cursor is refused that the list with these arguments never gave."""
    return InvalidInput(
        "after: this cursor is from another list, or from this one with other arguments", ("after",)
    )


# What a value of a cursor may be: a text of this pattern, a value of this type, or any `object`.
Form = str | type


def page(order: str, first: int, after: Any, *forms: Form) -> dict[str, Any]:
    """Returns `$first` and `$after` of a list in an order, or raises InvalidInput.

    `forms` are those of the values that the list is in the order of; one text if none is given.
    """
    return {"first": limit(first), "after": place(order, after, *forms)}


def limit(first: int) -> int:
    """Returns the size of a page, or raises InvalidInput."""
    if not 1 <= first <= LARGEST_PAGE:
        raise InvalidInput(f"first: {first} is not between 1 and {LARGEST_PAGE}", ("first",))
    return first


def place(order: str, after: Any, *forms: Form) -> Any:
    """Returns what a cursor holds, or raises InvalidInput if it is another list's.

    That is one value where there is one form, and a list where there are several.
    """
    if after is None:
        return None
    name, *values = after
    forms = forms or (".*",)
    fits = name == order and len(values) == len(forms)
    if not fits or not all(map(_fits, values, forms)):
        raise another_list()
    return values if len(values) > 1 else values[0]


def _fits(value: Any, form: Form) -> bool:
    if isinstance(form, str):
        return isinstance(value, str) and re.fullmatch(form, value, re.DOTALL) is not None
    if type(value) is int:
        # A number in JSON may have lost its point; larger ones than these the graph has not.
        return form in (int, float, object) and abs(value) < 2**63
    return type(value) is form or form is object
