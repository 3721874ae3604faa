"""`lineal alias set`, `lineal alias remove`"""

from typing import Annotated

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
from lineal.cli.output import print_done

app = typer.Typer(help="The movable names of a model's versions.", no_args_is_help=True)

Target = Annotated[
    str, typer.Argument(metavar="MODEL@ALIAS", help="Such as `risk/credit-scorer@champion`.")
]
Replaces = Annotated[
    str | None,
    typer.Option(
        metavar="VERSION", help="What it points at until now; if it does not, nothing is done."
    ),
]


@app.command("set")
def set_(
    target: Target,
    version: Annotated[
        str,
        typer.Argument(
            metavar="VERSION", help="Its number, such as `7`, or a ref: `risk/credit-scorer:7`."
        ),
    ],
    replaces: Replaces = None,
    reason: Reason = None,
    expected_revision: ExpectedRevision = None,
    idempotency_key: IdempotencyKey = None,
    dry_run: DryRun = False,
    json: Json = False,
    url: Url = None,
) -> None:
    """Point an alias at a version.

    Prints the version's ref. The history of the alias is kept.

    Examples:

        lineal alias set risk/credit-scorer@champion 7

        lineal alias set risk/credit-scorer@champion 8 --replaces 7 --reason "Better by 2 points"

    Exits with 0 when done, 1 when refused (`--replaces` among others) or failed, 2 when called in
    a wrong way.
    """
    model, alias = _split(target)
    with connect(url) as client:
        done = client.set_alias(
            model,
            alias=alias,
            version=_ref(model, version),
            replaces=replaces and _ref(model, replaces),
            reason=reason,
            expected_revision=expected_revision,
            idempotency_key=idempotency_key,
            dry_run=dry_run,
        )
    before = f", before at {done.previous.ref}" if done.previous else ""
    would = "would point" if dry_run else "points"
    say(f"{done.model.ref}@{alias} {would} at {done.model_version.ref}{before}")
    print_done(done, done.model_version.ref, json)


@app.command()
def remove(
    target: Target,
    replaces: Replaces = None,
    reason: Reason = None,
    expected_revision: ExpectedRevision = None,
    idempotency_key: IdempotencyKey = None,
    dry_run: DryRun = False,
    json: Json = False,
    url: Url = None,
) -> None:
    """Remove an alias.

    Prints the ref of the version that it pointed at. Its history is kept.

    Example:

        lineal alias remove risk/credit-scorer@challenger --reason "Lost to the champion"

    Exits with 0 when done, 1 when refused or failed, 2 when called in a wrong way.
    """
    model, alias = _split(target)
    with connect(url) as client:
        done = client.remove_alias(
            model,
            alias=alias,
            replaces=replaces and _ref(model, replaces),
            reason=reason,
            expected_revision=expected_revision,
            idempotency_key=idempotency_key,
            dry_run=dry_run,
        )
    would = "would be" if dry_run else "is"
    say(f"{done.model.ref}@{alias} {would} gone, before at {done.previous.ref}")
    print_done(done, done.previous.ref, json)


def _split(target: str) -> tuple[str, str]:
    model, _, alias = target.partition("@")
    if not model or not alias:
        raise typer.BadParameter(f"{target} is not MODEL@ALIAS, such as risk/scorer@champion")
    return model, alias


def _ref(model: str, version: str) -> str:
    """Returns the ref of a version that may be given by its number."""
    return f"{model}:{version}" if version.isdecimal() else version
