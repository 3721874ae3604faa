"""`lineal namespace create`, `lineal namespace production`"""

from typing import Annotated, Any

import typer

from lineal.cli.details import (
    Description,
    Documentation,
    Owners,
    Properties,
    Tags,
    details,
)
from lineal.cli.fitted import print_fitted
from lineal.cli.options import (
    AsOf,
    DryRun,
    ExpectedRevision,
    IdempotencyKey,
    Json,
    Url,
    connect,
    say,
)
from lineal.cli.output import moment, print_done, print_json, share
from lineal.cli.paging import Limit, say_if_more, up_to

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


@app.command()
def production(
    name: Annotated[str, typer.Argument(metavar="NAMESPACE", help="Such as `risk`.")],
    environment: Annotated[
        str, typer.Option(help="The environment, if another is asked for.")
    ] = "production",
    as_of: AsOf = None,
    limit: Limit = 50,
    json: Json = False,
    url: Url = None,
) -> None:
    """Tell what serves in production, now or at a moment, by the name of the deployment.

    Prints the deployment, the version, its share of the traffic and since when it has that.

    Examples:

        lineal namespace production risk --as-of 2026-03-03

        lineal namespace production risk --environment staging --json

    Exits with 0 when done, also if nothing serves, 1 when there is no such namespace or it failed,
    2 when called in a wrong way.
    """
    with connect(url) as client:

        def read(first: int, after: str | None) -> Any:
            found = client.production(
                name, environment=environment, as_of=as_of, first=first, after=after
            )
            if found is None:
                say(f"There is no namespace {name}")
                raise typer.Exit(1)
            return found.production

        found = up_to(limit, read)
    if json:
        print_json(found)
        return
    rows = [
        (each.deployment.ref, each.version.ref, share(each.weight), moment(each.since))
        for each in found.nodes
    ]
    if rows:
        print_fitted(rows, (0, 1))
    else:
        say(f"Nothing serves in {environment}")
    say_if_more(found)
