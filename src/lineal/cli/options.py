"""The options that several commands have, and how a command reaches the registry."""

import sys
from datetime import datetime
from typing import TYPE_CHECKING, Annotated

import typer

from lineal.cli.template import chosen
from lineal.cli.visible import visible

if TYPE_CHECKING:
    from lineal.client import Client

DEFAULT_DEPTH = 20
MOST_DEPTH = 100

Url = Annotated[
    str | None,
    typer.Option(
        "--url", envvar="LINEAL_URL", help="The registry; absent: the server on this machine."
    ),
]
Json = Annotated[bool, typer.Option("--json", help="Print one JSON document, as the API says it.")]
DryRun = Annotated[bool, typer.Option("--dry-run", help="Answer as if done; change nothing.")]
IdempotencyKey = Annotated[
    str | None,
    typer.Option(
        "--idempotency-key",
        help="A text such as a CI job's id: what is sent again with it is done once.",
    ),
]
ExpectedRevision = Annotated[
    int | None,
    typer.Option(
        "--expected-revision",
        help="Its revision when it was read, 0 if it shall not be there yet; if it has another, "
        "refuse.",
    ),
]
Reason = Annotated[
    str | None, typer.Option("--reason", help="Why, for those who read the history.")
]
Depth = Annotated[
    int | None,
    typer.Option(
        "--depth",
        min=1,
        max=MOST_DEPTH,
        metavar="N",
        help=f"How many edges to follow at most, up to {MOST_DEPTH}; runs count as nodes. "
        f"Absent: {DEFAULT_DEPTH}.",
    ),
]


def read_moment(text: str) -> datetime:
    """Returns the moment that a text names; without a zone it is one of this machine's clock."""
    try:
        return datetime.fromisoformat(text).astimezone()
    except (ValueError, OverflowError):
        raise typer.BadParameter(
            f"{text} is no time like 2026-03-03 or 2026-03-03T12:00Z"
        ) from None


AsOf = Annotated[
    datetime | None,
    typer.Option(
        "--as-of",
        parser=read_moment,
        metavar="TIME",
        help="As it was known then, such as `2026-03-03` or `2026-03-03T12:00Z`.",
    ),
]

Since = Annotated[
    datetime | None,
    typer.Option(
        "--since",
        parser=read_moment,
        metavar="TIME",
        help="Only what was told of at this time or later, such as `2026-03-03`.",
    ),
]
Until = Annotated[
    datetime | None,
    typer.Option(
        "--until", parser=read_moment, metavar="TIME", help="Only what was told of before it."
    ),
]


def connect(url: str | None) -> "Client":
    """Returns a client of the registry, to be closed; with `--format`, one that foresees."""
    if chosen.get() is None:
        from lineal.client import Client

        return Client(url)
    from lineal.cli.foreseen import ForeseeingClient

    return ForeseeingClient(url)


def say(text: str) -> None:
    """Tells the person at the terminal; results go to standard output."""
    print(visible(text), file=sys.stderr)  # noqa: T201
