"""Keyset paging: a page goes on after the place of a row, whatever was added or deleted since."""

import re
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


def page(order: str, first: int, after: Any, form: str = ".*") -> dict[str, Any]:
    """Returns `$first` and `$after` of a list in an order, or raises InvalidInput.

    `form` is the pattern of the values that the list is in the order of.
    """
    return {"first": limit(first), "after": place(order, after, form)}


def limit(first: int) -> int:
    """Returns the size of a page, or raises InvalidInput."""
    if not 1 <= first <= LARGEST_PAGE:
        raise InvalidInput(f"first: {first} is not between 1 and {LARGEST_PAGE}", ("first",))
    return first


def place(order: str, after: Any, form: str = ".*") -> Any:
    """Returns the value that a cursor holds, or raises InvalidInput if it is another list's."""
    if after is None:
        return None
    fits = len(after) == 2 and after[0] == order and isinstance(after[1], str)
    if not fits or not re.fullmatch(form, after[1], re.DOTALL):
        raise InvalidInput("after: this cursor is from a list in another order", ("after",))
    return after[1]
