"""`lineal compare`"""

from typing import TYPE_CHECKING, Annotated

import typer

from lineal.cli import markdown as tables
from lineal.cli.beside import Cell, Section, links, sections, unshown
from lineal.cli.options import Json, Url, connect
from lineal.cli.output import console, print_json, print_table, table, tell

if TYPE_CHECKING:
    from rich.table import Table
    from rich.text import Text

    from lineal.client import Comparison


def compare(
    refs: Annotated[
        list[str],
        typer.Argument(
            metavar="REF REF...", help="Two to ten model versions; the first is the baseline."
        ),
    ],
    whole: Annotated[
        bool, typer.Option("--all", help="Show also what is the same of all.")
    ] = False,
    markdown: Annotated[
        bool, typer.Option("--markdown", help="Print a table of Markdown, for a pull request.")
    ] = False,
    json: Json = False,
    url: Url = None,
) -> None:
    """Show how model versions differ, from metrics and evaluations to data, code and bases.

    Metrics come with their difference to the first version; the best one says so, where it is
    known if more or less is better. `-` stands for what a version does not have.

    Examples:

        lineal compare risk/credit-scorer@champion risk/credit-scorer:8

        lineal compare risk/credit-scorer:7 risk/credit-scorer:8 --markdown

    Exits with 0 when done, 1 when refused or failed, 2 when called in a wrong way.
    """
    if markdown and json:
        raise typer.BadParameter("give --json or --markdown, not both")
    with connect(url) as client:
        found = client.compare_model_versions(refs)
    if json:
        print_json(found)
    elif markdown:
        named = [each.ref for each in found.versions]
        tell(tables.comparison(named, sections(found, whole), links(found)))
    else:
        _show(found, sections(found, whole))


def _show(found: "Comparison", parts: list[Section]) -> None:
    out = console()
    rows = table()
    rows.add_row("", *(_bold(each.ref) for each in found.versions))
    best = "better" if len(found.versions) == 2 else "best"
    for part in parts:
        if part.rows:
            _add(rows, part, best)
    print_table(out, rows)
    if not any(part.rows for part in parts):
        out.print("\nNothing that is recorded of them differs")
    if same := unshown(parts):
        out.print(f"\nThe same of all, see --all: {same}", style="dim")
    for version, link in links(found).items():
        out.print(f"\nChanges of code up to {version}: {link}", soft_wrap=True)


def _add(rows: "Table", part: Section, best: str) -> None:
    rows.add_row("")
    rows.add_row(_bold(part.title))
    for row in part.rows:
        style = "dim" if row.same else ""
        rows.add_row(row.name, *(_cell(cell, best) for cell in row.cells), style=style)


def _cell(cell: Cell, best: str) -> "Text":
    from rich.text import Text

    if cell.text is None:
        return Text("-", "dim")
    text = Text(cell.text)
    if cell.note:
        text.append(f" ({cell.note})", "dim")
    if cell.better:
        text.append(f" {best}", "bold green")
    return text


def _bold(text: str) -> "Text":
    from rich.text import Text

    return Text(text, "bold")
