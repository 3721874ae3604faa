"""`lineal update`"""

from typing import Annotated, Any

import typer

from lineal.cli.options import DryRun, ExpectedRevision, IdempotencyKey, Json, Url, connect
from lineal.cli.output import print_json
from lineal.cli.spec import read_properties

# What has a name, and so a description, tags and owners of its own; a column has no owners.
NAMED = ("Namespace", "Dataset", "Experiment", "Model", "Deployment", "Application", "Column")


def update(
    ref: Annotated[
        str, typer.Argument(metavar="REF", help="A namespace, what is named in one, or a column.")
    ],
    description: Annotated[
        str | None, typer.Option(help="What it is, in Markdown; an empty text takes it away.")
    ] = None,
    owner: Annotated[
        list[str] | None, typer.Option(help="Who answers for it, in place of all; repeatable.")
    ] = None,
    tag: Annotated[
        list[str] | None, typer.Option(help="A tag, in place of all; repeatable.")
    ] = None,
    set_: Annotated[
        list[str] | None,
        typer.Option(
            "--set",
            metavar="KEY=VALUE",
            help="A property of your own: a number, true or false, a time with its zone, a link "
            "such as https://…, or else a text; repeatable.",
        ),
    ] = None,
    unset: Annotated[
        list[str] | None,
        typer.Option(metavar="KEY", help="A property that goes away; repeatable."),
    ] = None,
    expected_revision: ExpectedRevision = None,
    idempotency_key: IdempotencyKey = None,
    dry_run: DryRun = False,
    json: Json = False,
    url: Url = None,
) -> None:
    """Say anew what something named is, and who answers for it; the rest stays as it is.

    Prints its ref and its revision.

    Examples:

        lineal update risk/credit-scorer --owner team:credit --owner ada

        lineal update dataset:risk/customers --tag pii --expected-revision 4

        lineal update risk/customers#2026-11.income --tag personal-data

        lineal update risk/credit-scorer --set tier=2 --set runbook=https://wiki.example/scorer

    Exits with 0 when done, 1 when refused or failed, 2 when called in a wrong way.
    """
    with connect(url) as client:
        node = client.node(ref)
        kind = None if node is None else node.typename__
        if node is None or kind not in NAMED:
            raise typer.BadParameter(f"{ref} is not the name of something that has owners")
        own: dict[str, Any] = {"owners": owner, "set_properties": set_, "remove_properties": unset}
        if kind == "Column":
            if any(own.values()):
                raise typer.BadParameter(f"{ref} is a column: it has a description and tags only")
            own = {}
        else:
            own["set_properties"] = read_properties(set_ or [])
        made = getattr(client, f"update_{kind.lower()}")(
            node.id,
            **own,
            description=description,
            tags=tag,
            expected_revision=expected_revision,
            idempotency_key=idempotency_key,
            dry_run=dry_run,
        )
    if json:
        print_json(made)
    else:
        typer.echo(f"{made.ref} is at revision {made.revision}")
