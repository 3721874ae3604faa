"""`lineal namespace create`"""

from typing import Annotated

import typer

from lineal.cli.options import DryRun, ExpectedRevision, IdempotencyKey, Json, Url, connect
from lineal.cli.output import print_json

app = typer.Typer(no_args_is_help=True)


@app.callback()
def group() -> None:
    """The business units in which things are named."""


@app.command()
def create(
    name: Annotated[str, typer.Argument(metavar="NAME", help="Such as `risk`.")],
    description: Annotated[str | None, typer.Option(help="What it is, in Markdown.")] = None,
    owner: Annotated[list[str] | None, typer.Option(help="Who answers for it; repeatable.")] = None,
    tag: Annotated[list[str] | None, typer.Option(help="A tag; repeatable.")] = None,
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
            description=description,
            owners=owner or [],
            tags=tag or [],
            expected_revision=expected_revision,
            idempotency_key=idempotency_key,
            dry_run=dry_run,
        )
    if json:
        print_json(made)
    else:
        typer.echo(made.ref)
