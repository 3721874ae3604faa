"""What is archived is not used anew: it gets no version and no alias, and does not serve."""

from collections.abc import Mapping

from lineal.kernel import queries
from lineal.kernel.change import Change
from lineal.kernel.refusals import InvalidState


async def require_unarchived(change: Change, wanted: Mapping[str, tuple[str, ...]]) -> None:
    """Locks the nodes of these ids, each of which stands somewhere in the input.

    Raises InvalidState where one is archived, or the model or dataset that it is a version of.
    """
    statement = queries.query("change/lock_unarchived").text
    for row in await change.tx.value(statement, {"ids": sorted(wanted)}):
        raise archived(row["ref"], wanted[row["id"]])


def archived(ref: str, path: tuple[str, ...]) -> InvalidState:
    """Returns why what is archived is not used."""
    message = f"{ref} is archived: bring it back before it is used anew"
    return InvalidState(message, path, ref=ref, state="ARCHIVED")
