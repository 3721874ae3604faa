"""`lineal application create`"""

from typing import Annotated

import typer

from lineal.cli.details import (
    Description,
    Documentation,
    Owners,
    Properties,
    Tags,
    details,
)
from lineal.cli.options import DryRun, ExpectedRevision, IdempotencyKey, Json, Url, connect
from lineal.cli.output import print_done

app = typer.Typer(no_args_is_help=True)


@app.callback()
def group() -> None:
    """What deployments feed, such as a service or a report."""


@app.command()
def create(
    ref: Annotated[str, typer.Argument(metavar="REF", help="Such as `sales/portal`.")],
    kind: Annotated[
        str | None, typer.Option(help="What it is, such as `service` or `report`.")
    ] = None,
    description: Description = None,
    owner: Owners = None,
    tag: Tags = None,
    set_: Properties = None,
    doc: Documentation = None,
    expected_revision: ExpectedRevision = None,
    idempotency_key: IdempotencyKey = None,
    dry_run: DryRun = False,
    json: Json = False,
    url: Url = None,
) -> None:
    """Create an application, which nothing feeds yet.

    Prints its ref.

    Example:

        lineal application create sales/portal --kind service --owner team:sales

    Exits with 0 when done, 1 when refused or failed, 2 when called in a wrong way.
    """
    with connect(url) as client:
        made = client.create_application(
            ref,
            kind=kind,
            expected_revision=expected_revision,
            idempotency_key=idempotency_key,
            dry_run=dry_run,
            **details(description, owner, tag, set_, doc),
        )
    print_done(made, made.ref, json)
