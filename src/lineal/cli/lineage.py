"""`lineal lineage`, `lineal path`"""

from enum import StrEnum
from typing import TYPE_CHECKING, Annotated, Any, Literal

import typer

from lineal.cli.options import DEFAULT_DEPTH, MOST_DEPTH, AsOf, Depth, Json, Url, connect, say
from lineal.cli.output import console, count, joined, place, print_json, print_table, table
from lineal.cli.tree import branches, grow
from lineal.cli.whole import whole_lineage

if TYPE_CHECKING:
    from rich.console import Console

    from lineal.client import Lineage, Path

Way = Literal["upstream", "downstream", "both"]

# What makes an answer uncertain.
UNTOLD = "the data was read, but it was not told which columns were used"


class Kind(StrEnum):
    """The API's kinds, as they are typed; importing the API's own takes a while."""

    DATASET_VERSION = "dataset-version"
    COLUMN = "column"
    RUN = "run"
    MODEL_VERSION = "model-version"
    DEPLOYMENT = "deployment"
    APPLICATION = "application"


def lineage(
    refs: Annotated[list[str], typer.Argument(metavar="REF...", help="Where to start.")],
    direction: Annotated[
        Way,
        typer.Option(
            metavar="WAY", help="`upstream`: to what it was made from; `downstream`; `both`."
        ),
    ] = "upstream",
    depth: Depth = None,
    kind: Annotated[
        list[Kind] | None,
        typer.Option(
            metavar="KIND",
            help=f"Only nodes of this kind, as a list: {joined(Kind)}. Repeatable.",
        ),
    ] = None,
    as_of: AsOf = None,
    json: Json = False,
    url: Url = None,
) -> None:
    """Show what something was made from, or what was made from it, as a tree.

    What is reached by several ways is shown once in full. An answer that is not complete says so.

    Examples:

        lineal lineage risk/credit-scorer@champion

        lineal lineage risk/customers#2026-11 --direction downstream --depth 6

        lineal lineage risk/credit-scorer:7 --kind dataset-version --json

    Exits with 0 when done, 1 when refused or failed, 2 when called in a wrong way.
    """
    from lineal.client import Direction, LineageKind

    with connect(url) as client:
        way = Direction(direction.upper())
        kinds = [LineageKind[each.name] for each in kind or []] or None
        found = whole_lineage(
            client, refs, direction=way, max_depth=depth, kinds=kinds, as_of=as_of
        )
    if json:
        print_json(found)
        return
    out = console()
    if kinds:
        _list(out, found)
    else:
        _trees(out, found, direction)
    out.print(_summary(found, depth), style="dim" if found.complete else "")


def path(
    start: Annotated[str, typer.Argument(metavar="FROM", help="Where the data comes from.")],
    end: Annotated[str, typer.Argument(metavar="TO", help="Where it ends up.")],
    depth: Depth = None,
    as_of: AsOf = None,
    json: Json = False,
    url: Url = None,
) -> None:
    """Show one shortest way from one thing to another, along the data.

    Columns too: where nobody told which were used, the way is one that the data may have gone.

    Examples:

        lineal path risk/customers#2026-11 risk/scoring-api

        lineal path risk/customers risk/loan-portal --as-of 2026-03-03

        lineal path risk/customers#2026-11.income risk/scoring-api

    Exits with 0 when there is a way, 1 when there is none (with --json: `null`) or it was refused
    or failed, 2 when called in a wrong way.
    """
    with connect(url) as client:
        found = client.path(start, to=end, max_depth=depth, as_of=as_of)
    if json:
        print_json(found)
    elif found:
        _way(console(), found)
    if found is None:
        reach = depth or DEFAULT_DEPTH
        say(f"No way along the data leads from {start} to {end} within {reach} edges")
        raise typer.Exit(1)


def _trees(out: "Console", found: "Lineage", direction: Way) -> None:
    from rich.text import Text

    nodes = {step.node.id: step.node for step in found.nodes}
    starts = [step.node.id for step in found.nodes if step.distance == 0]
    placed: set[str] = set()
    for way in ("upstream", "downstream"):
        if direction == "both":
            out.print("Made from" if way == "upstream" else "Made into")
        if direction in (way, "both"):
            hanging = branches(found.edges, upstream=way == "upstream")
            shown: set[str] = set()
            for start in starts:
                out.print(grow(start, nodes, hanging, shown))
            placed |= shown
    if unplaced := [node for id_, node in nodes.items() if id_ not in placed]:
        out.print("Also reached, on ways that are not known here")
        for node in unplaced:
            out.print(Text("  ").append_text(place(node)))


def _list(out: "Console", found: "Lineage") -> None:
    rows = table()
    for step in found.nodes:
        rows.add_row(place(step.node), count(step.distance, "edge"))
    print_table(out, rows)


def _summary(found: "Lineage", depth: int | None) -> str:
    kinds = {each.kind.value.lower().replace("_", " "): each.count for each in found.counts}
    said = joined(count(number, kind) for kind, number in kinds.items()) or "Nothing"
    return said if found.complete else f"{said}\n{beyond(depth)}"


def beyond(depth: int | None) -> str:
    """Returns what to say where depth cut an answer off."""
    reached = depth or DEFAULT_DEPTH
    if reached == MOST_DEPTH:
        return f"Not complete: more lies beyond {MOST_DEPTH} edges"
    advice = min(2 * reached, MOST_DEPTH)
    return f"Not complete: more lies beyond {reached} edges (try --depth {advice})"


def _way(out: "Console", found: "Path") -> None:
    for index, node in enumerate(found.nodes):
        out.print(place(node), soft_wrap=True)
        if index < len(found.edges):
            out.print(f"  {_means(found.edges[index], node.id)}", style="dim")
    if not found.certain:
        out.print(f"\nPerhaps: {UNTOLD}")


def _means(edge: Any, before: str) -> str:
    """Returns how a node leads to the next; only a column at the end is before it in its edge."""
    if edge.from_ != before:
        return "has the column"
    said = {
        "CONSUMED_BY": "was read by",
        "PRODUCED": "wrote",
        "DERIVED_INTO": "was made into",
        "DEPLOYED_AS": "was deployed as",
        "FEEDS": "feeds",
        "USED_BY": "is used by",
        "PART_OF": "is a part of",
    }[edge.type_.value]
    return f"{said} ({edge.role})" if edge.role else said
