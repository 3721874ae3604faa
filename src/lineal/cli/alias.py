"""`lineal alias set`, `lineal alias remove`, `lineal alias list`"""

from typing import Annotated

import typer

from lineal.cli.fitted import print_fitted
from lineal.cli.options import (
    AsOf,
    DryRun,
    ExpectedRevision,
    IdempotencyKey,
    Json,
    Reason,
    Url,
    connect,
    say,
)
from lineal.cli.output import moment, print_done, print_json

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


@app.command("list")
def list_(
    model: Annotated[str, typer.Argument(metavar="MODEL", help="Such as `risk/credit-scorer`.")],
    as_of: AsOf = None,
    json: Json = False,
    url: Url = None,
) -> None:
    """List the aliases of a model, now or at a moment, by name.

    Prints the alias, the version that it points at, and since when it does.

    Example:

        lineal alias list risk/credit-scorer --as-of 2026-03-03

    Exits with 0 when done, also if there is none, 1 when there is no such model or it failed, 2
    when called in a wrong way.
    """
    with connect(url) as client:
        found = client.aliases(model, as_of=as_of)
    if found is None:
        say(f"There is no model named {model}")
        raise typer.Exit(1)
    if json:
        print_json(found)
    elif found.aliases:
        rows = [(each.name, each.version.ref, moment(each.since)) for each in found.aliases]
        print_fitted(rows, (0, 1))
    else:
        say(f"{found.ref} has no alias")


def _split(target: str) -> tuple[str, str]:
    model, _, alias = target.partition("@")
    if not model or not alias:
        raise typer.BadParameter(f"{target} is not MODEL@ALIAS, such as risk/scorer@champion")
    return model, alias


def _ref(model: str, version: str) -> str:
    """Returns the ref of a version that may be given by its number."""
    from lineal.kernel.refs import is_id

    if version.isdecimal():
        return f"{model}:{version}"
    if "/" not in version and not is_id(version):
        raise typer.BadParameter(f"{version} is no version; give its number, such as 7, or its ref")
    return version
