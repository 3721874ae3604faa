"""`lineal feed record`, `lineal feed end`"""

from typing import Annotated

import typer

from lineal.cli.options import DryRun, ExpectedRevision, IdempotencyKey, Json, Url, connect, say
from lineal.cli.output import print_done

app = typer.Typer(no_args_is_help=True)

Place = Annotated[str, typer.Argument(metavar="DEPLOYMENT", help="Such as `risk/scoring-api`.")]
Application = Annotated[
    str | None, typer.Option(metavar="REF", help="The application, such as `sales/portal`.")
]
Dataset = Annotated[
    str | None, typer.Option(metavar="REF", help="The dataset version into which it writes.")
]


@app.callback()
def feed() -> None:
    """What deployments feed: applications, and data."""


@app.command()
def record(
    deployment: Place,
    application: Application = None,
    dataset: Dataset = None,
    create_application: Annotated[
        bool, typer.Option("--create-application", help="Make the application if there is none.")
    ] = False,
    owner: Annotated[
        list[str] | None,
        typer.Option(help="Of an application to be made: who answers for it; repeatable."),
    ] = None,
    expected_revision: ExpectedRevision = None,
    idempotency_key: IdempotencyKey = None,
    dry_run: DryRun = False,
    json: Json = False,
    url: Url = None,
) -> None:
    """Record that a deployment feeds an application, or writes a dataset version.

    Prints the ref of what it feeds. If it does so already, nothing changes.

    Example:

        lineal feed record risk/scoring-api --application sales/portal

    Exits with 0 when done, 1 when refused or failed, 2 when called in a wrong way.
    """
    from lineal.client import ApplicationDetails

    _require_one(application, dataset)
    if owner and not create_application:
        raise typer.BadParameter("it needs --create-application", param_hint="--owner")
    with connect(url) as client:
        done = client.record_feed(
            deployment,
            application=application,
            dataset_version=dataset,
            create_application=ApplicationDetails(owners=owner or [])
            if create_application
            else None,
            expected_revision=expected_revision,
            idempotency_key=idempotency_key,
            dry_run=dry_run,
        )
    if not done.changed:
        say(f"{done.deployment.ref} fed {done.node.ref} already")
    print_done(done, done.node.ref, json)


@app.command()
def end(
    deployment: Place,
    application: Application = None,
    dataset: Dataset = None,
    expected_revision: ExpectedRevision = None,
    idempotency_key: IdempotencyKey = None,
    dry_run: DryRun = False,
    json: Json = False,
    url: Url = None,
) -> None:
    """Record that a deployment feeds something no more.

    Prints the ref of what it fed.

    Example:

        lineal feed end risk/scoring-api --application sales/portal

    Exits with 0 when done, 1 when refused or failed, 2 when called in a wrong way.
    """
    _require_one(application, dataset)
    with connect(url) as client:
        done = client.end_feed(
            deployment,
            application=application,
            dataset_version=dataset,
            expected_revision=expected_revision,
            idempotency_key=idempotency_key,
            dry_run=dry_run,
        )
    print_done(done, done.node.ref, json)


def _require_one(application: str | None, dataset: str | None) -> None:
    if (application is None) == (dataset is None):
        raise typer.BadParameter("give --application or --dataset")
