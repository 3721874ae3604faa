"""`lineal deployment create`"""

from typing import Annotated

import typer

from lineal.cli.deployment import Kind
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


def create(
    ref: Annotated[str, typer.Argument(metavar="REF", help="Such as `risk/scoring-api`.")],
    environment: Annotated[str, typer.Option(help="Where it runs, such as `production`.")],
    kind: Annotated[
        Kind | None, typer.Option(help="How versions serve there. Absent: online.")
    ] = None,
    platform: Annotated[str | None, typer.Option(help="What it runs on, such as `kserve`.")] = None,
    endpoint: Annotated[
        str | None, typer.Option(help="Where it is reached, such as a URL.")
    ] = None,
    image: Annotated[str | None, typer.Option(help="The image that serves.")] = None,
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
    """Create a deployment, at which no version serves yet.

    Prints its ref.

    Example:

        lineal deployment create risk/scoring-api --environment production --owner team:platform

    Exits with 0 when done, 1 when refused or failed, 2 when called in a wrong way.
    """
    from lineal.client import DeploymentKind

    with connect(url) as client:
        made = client.create_deployment(
            ref,
            environment=environment,
            kind=DeploymentKind(kind.upper()) if kind else None,
            platform=platform,
            endpoint=endpoint,
            image=image,
            expected_revision=expected_revision,
            idempotency_key=idempotency_key,
            dry_run=dry_run,
            **details(description, owner, tag, set_, doc),
        )
    print_done(made, made.ref, json)
