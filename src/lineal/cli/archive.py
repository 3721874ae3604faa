"""`lineal archive`, `lineal unarchive`"""

from typing import TYPE_CHECKING, Annotated

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

if TYPE_CHECKING:
    from lineal.client import Archived, Unarchived

Anything = Annotated[
    str, typer.Argument(metavar="REF", help="Any ref, such as `risk/credit-scorer:7`, or an id.")
]


def archive(
    ref: Anything,
    reason: Reason = None,
    expected_revision: ExpectedRevision = None,
    idempotency_key: IdempotencyKey = None,
    dry_run: DryRun = False,
    json: Json = False,
    url: Url = None,
) -> None:
    """Archive what is out of use: lists leave it out from now on, and what belongs to it.

    Prints its ref. Nothing is lost: its ref, lineage and history stay. What serves is refused.

    Examples:

        lineal archive risk/credit-scorer:3 --reason "Trained on wrong data"

        lineal archive dataset:risk/customers-2019

    Exits with 0 when done, 1 when refused or failed, 2 when called in a wrong way.
    """
    with connect(url) as client:
        done = client.archive_record(
            ref,
            reason=reason,
            expected_revision=expected_revision,
            idempotency_key=idempotency_key,
            dry_run=dry_run,
        )
    was = "would be" if dry_run else "is" if done.changed else "was already"
    _print(done, f"{was} archived", json)


def unarchive(
    ref: Anything,
    expected_revision: ExpectedRevision = None,
    idempotency_key: IdempotencyKey = None,
    dry_run: DryRun = False,
    json: Json = False,
    url: Url = None,
) -> None:
    """Bring back what was archived: it is listed again, and can be used again.

    Prints its ref.

    Example:

        lineal unarchive risk/credit-scorer:3

    Exits with 0 when done, 1 when refused or failed, 2 when called in a wrong way.
    """
    with connect(url) as client:
        done = client.unarchive_record(
            ref,
            expected_revision=expected_revision,
            idempotency_key=idempotency_key,
            dry_run=dry_run,
        )
    _print(done, "would be back" if dry_run else "is back" if done.changed else "was there", json)


def _print(done: "Archived | Unarchived", what: str, json: bool) -> None:
    say(f"{done.record.ref} {what}")
    print_done(done, done.record.ref, json)
