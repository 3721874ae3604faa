"""`lineal dataset create`"""

from typing import Annotated, Literal

import typer

from lineal.cli.details import (
    Description,
    Documentation,
    Owners,
    Properties,
    Tags,
    details,
    print_made,
)
from lineal.cli.options import DryRun, ExpectedRevision, IdempotencyKey, Json, Url, connect

Form = Literal["table", "folder", "stream", "feature-view"]

app = typer.Typer(no_args_is_help=True)


@app.callback()
def group() -> None:
    """The datasets and their versions."""


@app.command()
def create(
    ref: Annotated[str, typer.Argument(metavar="REF", help="Such as `risk/customers`.")],
    kind: Annotated[Form | None, typer.Option(help="What form it has. Absent: table.")] = None,
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
    """Create a dataset, which has no version yet.

    Prints its ref.

    Example:

        lineal dataset create risk/customers --owner team:crm --tag pii

    Exits with 0 when done, 1 when refused or failed, 2 when called in a wrong way.
    """
    from lineal.client import DatasetKind

    with connect(url) as client:
        made = client.create_dataset(
            ref,
            kind=DatasetKind(kind.upper().replace("-", "_")) if kind else None,
            expected_revision=expected_revision,
            idempotency_key=idempotency_key,
            dry_run=dry_run,
            **details(description, owner, tag, set_, doc),
        )
    print_made(made, json)
