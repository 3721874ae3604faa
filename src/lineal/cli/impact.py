"""`lineal impact`"""

from collections import defaultdict
from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from lineal.cli.gate import Condition, read_condition, verdict
from lineal.cli.lineage import UNTOLD, beyond
from lineal.cli.options import AsOf, Depth, Json, Url, connect, say
from lineal.cli.output import console, count, joined, place, print_json
from lineal.cli.tags import tagged, unknown, without_columns
from lineal.cli.whole import whole_impact

if TYPE_CHECKING:
    from rich.console import Console
    from rich.text import Text

    from lineal.client import Impact
    from lineal.client.generated.fragments import ImpactItems


def impact(
    refs: Annotated[
        list[str] | None, typer.Argument(metavar="[REF...]", help="What may be wrong.")
    ] = None,
    column_tag: Annotated[
        list[str] | None,
        typer.Option(
            metavar="TAG",
            help="All columns with this tag may be, such as `personal-data`; repeatable.",
        ),
    ] = None,
    environment: Annotated[
        list[str] | None,
        typer.Option(
            help="Only deployments in this environment, and what they feed; repeatable.",
        ),
    ] = None,
    fail_on: Annotated[
        list[Condition] | None,
        typer.Option(
            parser=read_condition,
            metavar="FIELD=NAME",
            help="`environment=NAME` or `namespace=NAME`: exit with 2 if something affected is "
            "there, or may be, since the answer is not complete. Repeatable.",
        ),
    ] = None,
    depth: Depth = None,
    as_of: AsOf = None,
    json: Json = False,
    url: Url = None,
) -> None:
    """Show which deployments and applications are affected if something is wrong, and why.

    Examples:

        lineal impact risk/customers#2026-11

        lineal impact risk/customers risk/payments --environment production --json

        lineal impact --column-tag personal-data --environment production

        lineal impact risk/credit-scorer:7 --depth 100 --fail-on environment=production

    Exits with 0 when done, 1 when refused or failed or when no column has a tag, 2 when called in
    a wrong way or when `--fail-on` does not let it pass, for the reasons on standard error.
    """
    if not refs and not column_tag:
        raise typer.BadParameter("give a REF, --column-tag, or both")
    conditions = fail_on or []
    _refuse_blind_gate(conditions, environment)
    with connect(url) as client:
        found = whole_impact(
            client,
            refs or None,
            columns=tagged(column_tag) if column_tag else None,
            environments=environment or None,
            max_depth=depth,
            as_of=as_of,
        )
        if missing := without_columns(client, column_tag or [], found.column_count):
            say(unknown(client, missing))
            raise typer.Exit(1)
    if json:
        print_json(found)
    else:
        _show(console(), found, depth)
    if conditions and (reasons := verdict(conditions, found)):
        for reason in reasons:
            say(reason)
        raise typer.Exit(2)


def _refuse_blind_gate(conditions: Sequence[Condition], environments: list[str] | None) -> None:
    for condition in conditions:
        if (
            environments
            and condition.field == "environment"
            and condition.value not in environments
        ):
            raise typer.BadParameter(
                f"--fail-on {condition} can never match with --environment {joined(environments)}"
            )


def _show(out: "Console", found: "Impact", depth: int | None) -> None:
    if found.items:
        out.print(_counts(found))
    else:
        out.print("No deployment or application is affected")
    for title, items in _groups(found.items).items():
        out.print(f"\n{title}", style="bold")
        for item in items:
            out.print(_item(item), soft_wrap=True)
            out.print(_explanation(item, out.width), soft_wrap=True)
    if not all(item.certain for item in found.items):
        out.print(f"\nPerhaps: {UNTOLD}")
    if found.truncated_by and found.truncated_by.value == "STARTS":
        out.print(
            "\nNot complete: there are more columns than are followed; ask for fewer at a time"
        )
    elif not found.complete:
        out.print(f"\n{beyond(depth)}")


def _counts(found: "Impact") -> str:
    environments = (f"{each.environment} {each.count}" for each in found.environments)
    namespaces = (f"{each.namespace} {each.count}" for each in found.namespaces)
    deployments = sum(each.count for each in found.environments)
    applications = found.total_count - deployments
    lines = (
        f"Affected: {count(deployments, 'deployment')}, {count(applications, 'application')}",
        f"By environment: {joined(environments) or 'none'}",
        f"By namespace: {joined(namespaces)}",
    )
    return "\n".join(lines)


def _groups(items: Sequence["ImpactItems"]) -> dict[str, list["ImpactItems"]]:
    """Returns what is affected by environment, applications last."""
    groups: dict[str, list[ImpactItems]] = defaultdict(list)
    for item in items:
        if item.node.typename__ == "Deployment":
            groups[f"Deployments in {item.node.environment}"].append(item)
    applications = [item for item in items if item.node.typename__ == "Application"]
    named = dict(sorted(groups.items()))
    return named | ({"Applications": applications} if applications else {})


def _item(item: "ImpactItems") -> "Text":
    from rich.text import Text

    owners: list[str] = getattr(item.node, "owners", [])
    text = Text("  ").append(item.node.ref, "bold")
    text.append(f", owned by {joined(owners)}" if owners else ", owned by nobody", "")
    return text if item.certain else text.append(", perhaps")


def _explanation(item: "ImpactItems", width: int) -> "Text":
    """Returns the way by which it is affected, its lines broken between nodes only."""
    from rich.text import Text

    indent = Text("   ")
    if not item.distance:
        return Text("    asked about itself")
    *steps, last = (place(node) for node in item.explanation.nodes[:-1])
    lines = [indent.copy()]
    for step in (*(step.append(" ->") for step in steps), last):
        if lines[-1].cell_len > len(indent) and lines[-1].cell_len + step.cell_len >= width:
            lines.append(indent.copy())
        lines[-1].append(" ").append_text(step)
    return Text("\n").join(lines)
