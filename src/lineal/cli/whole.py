"""Answers as a whole: all their pages."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from lineal.client import Client, Impact, Lineage

PAGE = 100


def whole_lineage(client: "Client", refs: list[str], **asked: Any) -> "Lineage":
    """Returns all pages as one; only the last knows whether more lies beyond the depth."""
    pages = list(_pages(client.lineage, refs, asked))
    nodes = [step for page in pages for step in page.nodes]
    edges = [edge for page in pages for edge in page.edges]
    whole: Lineage = pages[-1].model_copy(update={"nodes": nodes, "edges": edges})
    return whole


def whole_impact(client: "Client", refs: list[str] | None, **asked: Any) -> "Impact":
    """Returns all pages as one; only the last knows whether more lies beyond the depth."""
    pages = list(_pages(client.impact, refs, asked))
    items = [item for page in pages for item in page.items]
    whole: Impact = pages[-1].model_copy(update={"items": items})
    return whole


def _pages(ask: Any, refs: list[str] | None, asked: dict[str, Any]) -> Iterator[Any]:
    after = None
    while True:
        page = ask(refs, first=PAGE, after=after, **asked)
        yield page
        if not page.page_info.has_next_page:
            return
        after = page.page_info.end_cursor
