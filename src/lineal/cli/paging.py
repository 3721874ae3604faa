"""Lists that come in pages: read up to a limit."""

from collections.abc import Callable
from typing import Annotated, Any

import typer

from lineal.cli.options import say

# How many the API gives at once.
PAGE = 100
Limit = Annotated[int, typer.Option(min=1, max=10_000, help="How many at most.")]
# Reads a page of so many, after a cursor.
Read = Callable[[int, str | None], Any]


def up_to(limit: int, read: Read) -> Any:
    """Returns the last page with the rows of all of them, up to a limit."""
    found = read(min(limit, PAGE), None)
    nodes = list(found.nodes)
    while len(nodes) < limit and found.page_info.has_next_page:
        found = read(min(limit - len(nodes), PAGE), found.page_info.end_cursor)
        nodes += found.nodes
    return found.model_copy(update={"nodes": nodes})


def say_if_more(found: Any) -> None:
    """Tells the person at the terminal if there are more than those."""
    if found.page_info.has_next_page:
        say(f"There are more: these are the first {len(found.nodes)}; see --limit")
