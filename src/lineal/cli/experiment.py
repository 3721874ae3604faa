"""`lineal experiment create`"""

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
    """The groups of runs that try one thing in several ways."""


@app.command()
def create(
    ref: Annotated[str, typer.Argument(metavar="REF", help="Such as `risk/feature-search`.")],
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
    """Create an experiment, which has no run yet.

    Prints its ref.

    Example:

        lineal experiment create risk/feature-search --owner team:credit-modelling

    Exits with 0 when done, 1 when refused or failed, 2 when called in a wrong way.
    """
    with connect(url) as client:
        made = client.create_experiment(
            ref,
            expected_revision=expected_revision,
            idempotency_key=idempotency_key,
            dry_run=dry_run,
            **details(description, owner, tag, set_, doc),
        )
    print_done(made, made.ref, json)
