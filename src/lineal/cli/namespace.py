"""`lineal namespace create`"""

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
    """The business units in which things are named."""


@app.command()
def create(
    name: Annotated[str, typer.Argument(metavar="NAME", help="Such as `risk`.")],
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
    """Create a namespace.

    Prints its name.

    Example:

        lineal namespace create risk --owner team:credit-modelling

    Exits with 0 when done, 1 when refused or failed, 2 when called in a wrong way.
    """
    with connect(url) as client:
        made = client.create_namespace(
            name,
            expected_revision=expected_revision,
            idempotency_key=idempotency_key,
            dry_run=dry_run,
            **details(description, owner, tag, set_, doc),
        )
    print_done(made, made.ref, json)
