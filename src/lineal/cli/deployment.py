"""`lineal deploy`, `lineal rollback`, `lineal undeploy`"""

from typing import TYPE_CHECKING, Annotated, Literal

import typer

from lineal.cli.options import (
    DryRun,
    ExpectedRevision,
    IdempotencyKey,
    Json,
    Reason,
    Url,
    connect,
    say,
)
from lineal.cli.output import print_json, share, tell

if TYPE_CHECKING:
    from lineal.client import Deployment, DeploymentDetails

Kind = Literal["online", "batch", "edge"]

Place = Annotated[str, typer.Argument(metavar="DEPLOYMENT", help="Such as `risk/scoring-api`.")]


def deploy(
    version: Annotated[
        str,
        typer.Argument(
            metavar="VERSION", help="Such as `risk/scorer:7` or `risk/scorer@champion`."
        ),
    ],
    deployment: Place,
    weight: Annotated[
        float | None,
        typer.Option(help="Its share of the traffic, above 0 and up to 1. Absent: all of it."),
    ] = None,
    reason: Reason = None,
    environment: Annotated[
        str | None,
        typer.Option(help="Makes the deployment in this environment if there is none."),
    ] = None,
    kind: Annotated[
        Kind | None, typer.Option(help="Of one to be made: how versions serve. Absent: online.")
    ] = None,
    platform: Annotated[
        str | None, typer.Option(help="Of one to be made: what it runs on, such as `kserve`.")
    ] = None,
    endpoint: Annotated[
        str | None, typer.Option(help="Of one to be made: where it is reached, such as a URL.")
    ] = None,
    image: Annotated[
        str | None, typer.Option(help="Of one to be made: the image that serves.")
    ] = None,
    description: Annotated[
        str | None, typer.Option(help="Of one to be made: what it is, in Markdown.")
    ] = None,
    owner: Annotated[
        list[str] | None, typer.Option(help="Of one to be made: who answers for it; repeatable.")
    ] = None,
    tag: Annotated[
        list[str] | None, typer.Option(help="Of one to be made: a tag; repeatable.")
    ] = None,
    expected_revision: ExpectedRevision = None,
    idempotency_key: IdempotencyKey = None,
    dry_run: DryRun = False,
    json: Json = False,
    url: Url = None,
) -> None:
    """Record that a version serves at a deployment.

    Prints what serves there now, with its share. If it serves there already, its share
    changes, or nothing does: a CI job can be run again.

    Examples:

        lineal deploy risk/credit-scorer:7 risk/scoring-api --environment production

        lineal deploy risk/credit-scorer:8 risk/scoring-api --weight 0.1 --reason Canary

    Exits with 0 when done, 1 when refused or failed, 2 when called in a wrong way.
    """
    about = {
        "kind": kind and kind.upper(),
        "platform": platform,
        "endpoint": endpoint,
        "image": image,
        "description": description,
        "owners": owner,
        "tags": tag,
    }
    details = _details(environment, {name: value for name, value in about.items() if value})
    with connect(url) as client:
        done = client.deploy_model_version(
            version,
            deployment=deployment,
            create_deployment=details,
            weight=weight,
            reason=reason,
            expected_revision=expected_revision,
            idempotency_key=idempotency_key,
            dry_run=dry_run,
        )
    if environment and done.deployment.environment != environment:
        say(f"{deployment} was there already, in {done.deployment.environment}: that stays so")
    if not done.changed:
        say(f"{done.model_version.ref} had that share at {done.deployment.ref} already")
    if json:
        print_json(done)
    else:
        _show(done.deployment, dry_run)


def rollback(
    deployment: Place,
    reason: Reason = None,
    expected_revision: ExpectedRevision = None,
    idempotency_key: IdempotencyKey = None,
    dry_run: DryRun = False,
    json: Json = False,
    url: Url = None,
) -> None:
    """Bring back what served at a deployment before its last change.

    Prints what serves there now, with its share. That is a change too: rolling back
    twice leads to where it began.

    Example:

        lineal rollback risk/scoring-api --reason "Scores drift"

    Exits with 0 when done, 1 when refused (nothing served before) or failed, 2 when called in a
    wrong way.
    """
    with connect(url) as client:
        done = client.roll_back_deployment(
            deployment,
            reason=reason,
            expected_revision=expected_revision,
            idempotency_key=idempotency_key,
            dry_run=dry_run,
        )
    if json:
        print_json(done)
    else:
        _show(done, dry_run)


def undeploy(
    deployment: Place,
    version: Annotated[
        str | None,
        typer.Argument(
            metavar="VERSION", help="Only this one; the others share its traffic. Absent: all."
        ),
    ] = None,
    reason: Reason = None,
    expected_revision: ExpectedRevision = None,
    idempotency_key: IdempotencyKey = None,
    dry_run: DryRun = False,
    json: Json = False,
    url: Url = None,
) -> None:
    """Record that a version, or all, serve at a deployment no longer.

    Prints what still serves there, with its share. The deployment stays, and its history.

    Examples:

        lineal undeploy risk/scoring-api risk/credit-scorer:8 --reason "Canary failed"

        lineal undeploy risk/scoring-api --reason "Replaced by risk/decisions"

    Exits with 0 when done, 1 when refused or failed, 2 when called in a wrong way.
    """
    with connect(url) as client:
        done = client.end_deployment(
            deployment,
            model_version=version,
            reason=reason,
            expected_revision=expected_revision,
            idempotency_key=idempotency_key,
            dry_run=dry_run,
        )
    if json:
        print_json(done)
    else:
        _show(done, dry_run)


def _details(environment: str | None, about: dict[str, object]) -> "DeploymentDetails | None":
    """Returns what to say of a deployment that is made if there is none."""
    if environment:
        from lineal.client import DeploymentDetails

        return DeploymentDetails.model_validate({"environment": environment, **about})
    if about:
        option = next(iter(about)).removesuffix("s")
        message = f"--{option} is of a deployment to be made, which needs its --environment"
        raise typer.BadParameter(message)
    return None


def _show(deployment: "Deployment", dry_run: bool) -> None:
    would = "would serve" if dry_run else "serves"
    what = "What" if deployment.versions else "Nothing"
    say(f"{what} {would} at {deployment.ref} in {deployment.environment}")
    for serving in deployment.versions:
        tell(f"{serving.version.ref} {share(serving.weight)}")
