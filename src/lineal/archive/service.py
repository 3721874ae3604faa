"""Decides what may be archived: all that serves nowhere."""

from dataclasses import dataclass

from lineal.archive import store
from lineal.archive.records import Archived, Unarchived
from lineal.archive.store import Locked
from lineal.kernel.change import Change
from lineal.kernel.finding import Found, find
from lineal.kernel.refusals import InvalidState, require_revision

KINDS = (
    *("Namespace", "Dataset", "DatasetVersion", "Column", "Experiment", "Run"),
    *("Model", "ModelVersion", "Deployment", "Application"),
)


@dataclass(frozen=True, slots=True)
class Done:
    """The id of a record, and whether anything was changed."""

    id: str
    changed: bool


async def archive_record(change: Change, new: Archived) -> Done:
    """Returns what is archived now, which changes nothing if it was.

    Raises InvalidInput, NotFound, AmbiguousRef or StaleRevision; InvalidState where it serves.
    """
    found, there = await _lock(change, new)
    if there.archived:
        return Done(found.id, changed=False)
    if stay := there.serving:
        message = f"{stay.version} serves at {stay.deployment}: end that before it is archived"
        raise InvalidState(message, ("ref",), ref=stay.deployment, state="SERVING")
    store.archive(change, found.id, new.reason)
    return Done(found.id, changed=True)


async def unarchive_record(change: Change, new: Unarchived) -> Done:
    """Returns what is archived no longer, which changes nothing if it was not.

    Raises InvalidInput, NotFound, AmbiguousRef or StaleRevision.
    """
    found, there = await _lock(change, new)
    if there.archived:
        store.unarchive(change, found.id)
    return Done(found.id, changed=there.archived)


async def _lock(change: Change, new: Unarchived) -> tuple[Found, Locked]:
    found = await find(change.tx, new.ref, ("ref",), *KINDS)
    there = await store.lock(change, found.id)
    require_revision(found.ref, new.expected_revision, there.revision)
    return found, there
