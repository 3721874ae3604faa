"""`lineal delete`"""

import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated, Any

import typer

from lineal.cli.options import DryRun, ExpectedRevision, IdempotencyKey, Json, Url, connect, say
from lineal.cli.output import KINDS, console, count, joined, print_json, print_table, table, tell

if TYPE_CHECKING:
    from lineal.client import Client, Deleted, StillReferredTo

# The kind, the ref and the edges of what refers to a record.
Row = tuple[str, str, Sequence[str]]

# How much of what is in the way is listed at most, and asked for at once.
MOST = 1_000
PAGE = 100


def delete(
    ref: Annotated[str, typer.Argument(metavar="REF", help="Any ref, or an id.")],
    yes: Annotated[
        bool, typer.Option("--yes", "-y", help="Do not ask; without a terminal it must be said.")
    ] = False,
    expected_revision: ExpectedRevision = None,
    idempotency_key: IdempotencyKey = None,
    dry_run: DryRun = False,
    json: Json = False,
    url: Url = None,
) -> None:
    """Delete for good what was recorded by mistake: only what nothing refers to.

    A model goes with its versions and aliases, a dataset with its versions. Prints the refs of
    what went; if something is in the way, it is listed.

    Examples:

        lineal delete risk/credit-scorer:9 --dry-run

        lineal delete dataset:risk/customers --yes

    Exits with 0 when done, 1 when refused, failed or answered with no, 2 when called in a wrong
    way.
    """
    from lineal.client import StillReferredTo

    with connect(url) as client:
        try:
            if not yes and not dry_run:
                _ask(client, ref)
            done = client.delete_record(
                ref,
                expected_revision=expected_revision,
                idempotency_key=idempotency_key,
                dry_run=dry_run,
            )
        except StillReferredTo as refused:
            say(refused.message)
            _list(_referrers(client, ref, refused), refused.total)
            raise typer.Exit(1) from None
    _show(done, json, dry_run)


def _ask(client: "Client", ref: str) -> None:
    """Returns if the person at the terminal agrees to what would go, or exits with 1."""
    if not sys.stdin.isatty():
        raise typer.BadParameter("nobody can be asked here: say --yes, or --dry-run")
    deleted = client.delete_record(ref, dry_run=True).deleted
    for each in deleted:
        say(_name(each))
    if not typer.confirm(f"Delete {count(len(deleted), 'record')} for good?", err=True):
        raise typer.Exit(1)


def _show(done: "Deleted", json: bool, dry_run: bool) -> None:
    would = "would go" if dry_run else "went"
    if json:
        print_json(done)
    else:
        for each in done.deleted:
            tell(each.ref)
    say(f"{count(len(done.deleted), 'record')} {would}")


def _referrers(client: "Client", ref: str, refused: "StillReferredTo") -> list[Row]:
    """Returns what is in the way, the newest first, of very much only the first MOST."""
    found = [(each["kind"], each["ref"], each["how"]) for each in refused.referrers]
    if refused.total == len(found):
        return found
    found, after = [], None
    while len(found) < MOST:
        page = client.referrers(ref, first=PAGE, after=after)
        if page is None:
            break
        nodes, info = page.referrers.nodes, page.referrers.page_info
        found += [(each.node.typename__, each.node.ref, each.how) for each in nodes]
        if not info.has_next_page:
            break
        after = info.end_cursor
    return found


def _list(referrers: Sequence[Row], total: int) -> None:
    """Tells what is in the way, and how much more there is."""
    rows = table()
    for kind, ref, how in referrers:
        rows.add_row(KINDS.get(kind, (kind, ""))[0], ref, _how(how))
    print_table(console(), rows)
    if total > len(referrers):
        say(f"These are the newest {len(referrers):,}; there are {total - len(referrers):,} more")


def _name(record: Any) -> str:
    return f"{KINDS.get(record.kind, (record.kind, ''))[0]} {record.ref}"


def _how(edges: Sequence[str]) -> str:
    """Returns the types of edges as words: `consumed by`."""
    return joined(edge.lower().replace("_", " ") for edge in edges)
