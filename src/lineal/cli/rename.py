"""`lineal rename`"""

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
from lineal.cli.output import print_json, tell


def rename(
    model: Annotated[str, typer.Argument(metavar="MODEL", help="Such as `risk/credit-scorer`.")],
    to: Annotated[str, typer.Argument(metavar="NAMESPACE/NAME", help="Such as `credit/scorer`.")],
    reason: Reason = None,
    expected_revision: ExpectedRevision = None,
    idempotency_key: IdempotencyKey = None,
    dry_run: DryRun = False,
    json: Json = False,
    url: Url = None,
) -> None:
    """Rename a model, or move it to another namespace, with all of its versions.

    Prints its new ref. What it was called before still means it.

    Examples:

        lineal rename risk/scorer risk/credit-scorer

        lineal rename risk/credit-scorer credit/scorer --reason "Credit is a team of its own"

    Exits with 0 when done, 1 when refused or failed, 2 when called in a wrong way.
    """
    with connect(url) as client:
        made = client.rename_model(
            model,
            to=to,
            reason=reason,
            expected_revision=expected_revision,
            idempotency_key=idempotency_key,
            dry_run=dry_run,
        )
    if json:
        print_json(made)
        return
    tell(made.ref)
    would = "would be" if dry_run else "is"
    say(f"{model} {would} called {made.ref}; what it was called before still means it")
