"""`lineal history`"""

import json
from typing import TYPE_CHECKING, Annotated, Any

import typer

from lineal.cli.options import Json, Url, connect, say
from lineal.cli.output import console, joined, moment, print_json
from lineal.cli.paging import Limit, up_to

if TYPE_CHECKING:
    from lineal.client import Client


def history(
    ref: Annotated[str, typer.Argument(metavar="REF", help="Any ref, or an id.")],
    limit: Limit = 50,
    json: Json = False,
    url: Url = None,
) -> None:
    """Tell who changed what of a thing, and when, the newest first.

    Example:

        lineal history risk/credit-scorer

    Exits with 0 when done, 1 when there is no such thing or it failed, 2 when called in a wrong
    way.
    """
    with connect(url) as client:
        found = _read(client, ref, limit)
    if json:
        print_json(found)
        return
    for each in found.nodes:
        _print(each)
    if found.page_info.has_next_page:
        say(f"There is more: these are the last {len(found.nodes)}; see --limit")


def _read(client: "Client", ref: str, limit: int) -> Any:
    """Returns the last page with the changes of all of them, up to a limit."""
    node = client.node(ref)

    def read(first: int, after: str | None) -> Any:
        found = client.history(node.id, first=first, after=after) if node else None
        if found is None:
            say(f"There is nothing named {ref}")
            raise typer.Exit(1)
        return found.history

    return up_to(limit, read)


def _said(value: str | None) -> str:
    """Returns a value, which comes as JSON, as people write it, on one line."""
    if value is None:
        return "-"
    told = json.loads(value)
    return joined(map(_plain, told if isinstance(told, list) else [told])) or "-"


def _plain(value: Any) -> str:
    if isinstance(value, str):
        return " ".join(value.split()) or '""'
    return json.dumps(value).removesuffix(".0")


def _print(change: Any) -> None:
    out = console()
    why = f": {change.reason}" if change.reason else ""
    out.print(
        f"{moment(change.at)}  {change.by}  {change.action}{why}",
        style="bold",
        markup=False,
        highlight=False,
        soft_wrap=True,
    )
    for each in change.fields:
        out.print(
            f"    {each.field}: {_said(each.before)} -> {_said(each.after)}",
            markup=False,
            highlight=False,
            # In a terminal one line, however long a description is; whole where it is read on.
            soft_wrap=not out.is_terminal,
            no_wrap=True,
            overflow="ellipsis",
        )
