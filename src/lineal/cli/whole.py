"""Answers as a whole: all their pages, and the edges between nodes on different pages."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from lineal.client import Client, Impact, Lineage
    from lineal.client.generated.fragments import LineageEdge

PAGE = 100
# Half of a page, so that nodes come back with a neighbour each.
STARTS = 50


def whole_lineage(client: "Client", refs: list[str], **asked: Any) -> "Lineage":
    """Returns all pages as one; only the last knows whether more lies beyond the depth."""
    pages = list(_pages(client.lineage, refs, asked))
    nodes = [step for page in pages for step in page.nodes]
    edges = pages[0].edges if len(pages) == 1 else _edges(client, nodes, asked["as_of"])
    whole: Lineage = pages[-1].model_copy(update={"nodes": nodes, "edges": edges})
    return whole


def whole_impact(client: "Client", refs: list[str], **asked: Any) -> "Impact":
    """Returns all pages as one; only the last knows whether more lies beyond the depth."""
    pages = list(_pages(client.impact, refs, asked))
    items = [item for page in pages for item in page.items]
    whole: Impact = pages[-1].model_copy(update={"items": items})
    return whole


def _pages(ask: Any, refs: list[str], asked: dict[str, Any]) -> Iterator[Any]:
    after = None
    while True:
        page = ask(refs, first=PAGE, after=after, **asked)
        yield page
        if not page.page_info.has_next_page:
            return
        after = page.page_info.end_cursor


def _edges(client: "Client", nodes: Sequence[Any], as_of: Any) -> list["LineageEdge"]:
    """Returns the edges among nodes of which no page has all.

    An edge is found from either end, unless both have more neighbours than there are on a page.
    """
    from lineal.client import Direction

    ids = [step.node.id for step in nodes]
    found: list[LineageEdge] = []
    for direction in (Direction.UPSTREAM, Direction.DOWNSTREAM):
        seen_all = True
        for start in range(0, len(ids), STARTS):
            some = ids[start : start + STARTS]
            for page in _neighbours(client, some, direction, as_of):
                found += page.edges
                seen_all &= not page.page_info.has_next_page
        if seen_all:
            break
    known = set(ids)
    among = [edge for edge in found if edge.from_ in known and edge.to in known]
    return list({edge.model_dump_json(): edge for edge in among}.values())


def _neighbours(
    client: "Client", ids: list[str], direction: Any, as_of: Any
) -> Iterator["Lineage"]:
    """Yields the nodes with their neighbours, so few at once that they are on one page."""
    page = client.lineage(ids, direction=direction, max_depth=1, as_of=as_of, first=PAGE)
    assert page
    if page.page_info.has_next_page and len(ids) > 1:
        half = len(ids) // 2
        yield from _neighbours(client, ids[:half], direction, as_of)
        yield from _neighbours(client, ids[half:], direction, as_of)
    else:
        yield page
