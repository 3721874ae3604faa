"""What is archived is not used anew: nothing new comes into it, and it does not serve."""

from collections.abc import Iterable, Mapping

from lineal.kernel import queries
from lineal.kernel.change import Change
from lineal.kernel.refusals import InvalidState, NotFound

Path = tuple[str, ...]


async def require_unarchived(change: Change, wanted: Mapping[str, Path]) -> None:
    """Locks the nodes of these ids, each of which stands somewhere in the input.

    Raises InvalidState where one is archived, or the model, dataset or namespace that it is of.
    """
    refuse(wanted, await _among(change, "change/lock_unarchived", wanted))


async def archived_among(change: Change, ids: Iterable[str]) -> dict[str, str]:
    """Returns the ids of those nodes that are archived, or are of what is, with the ref of that.

    They are not locked: many may give them something at once.
    """
    return await _among(change, "change/archived", ids)


def require_namespace(name: str, is_archived: bool | None, path: Path) -> None:
    """Raises NotFound for a namespace that is not there, InvalidState for one that is archived.

    `is_archived` is None where there is none. It is not locked: many work in it at once.
    """
    if is_archived is None:
        raise NotFound(name, path, "namespace")
    if is_archived:
        raise archived(name, path)


def archived(ref: str, path: Path) -> InvalidState:
    """Returns why what is archived is not used."""
    message = f"{ref} is archived: bring it back before it is used anew"
    return InvalidState(message, path, ref=ref, state="ARCHIVED")


async def _among(change: Change, statement: str, ids: Iterable[str]) -> dict[str, str]:
    text = queries.query(statement).text
    # In one order, so that two who lock the same nodes do not wait for each other.
    rows = await change.tx.value(text, {"ids": sorted(set(ids))})
    return {row["id"]: row["ref"] for row in rows}


def refuse(wanted: Mapping[str, Path], refs: Mapping[str, str]) -> None:
    """Raises InvalidState for the first of what is wanted that is archived, as `refs` say."""
    for id_, path in wanted.items():
        if id_ in refs:
            raise archived(refs[id_], path)
