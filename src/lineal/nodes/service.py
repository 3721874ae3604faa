"""Decides what may be deleted: only what nothing refers to."""

from collections.abc import Iterable, Mapping
from typing import Any

from lineal.kernel.change import Change
from lineal.kernel.finding import find
from lineal.kernel.refusals import Refusal, require_revision, words
from lineal.nodes import store
from lineal.nodes.records import DeletedRecord

# How much of what refers to a record a refusal shows.
SHOWN = 20


class StillReferredTo(Refusal):
    """Something refers to the record; `referrers` are the newest of the `total`."""

    code = "STILL_REFERRED_TO"

    def __init__(
        self, ref: str, total: int, counts: Iterable[Mapping[str, Any]], referrers: list[Any]
    ) -> None:
        kinds = ", ".join(_count(each["count"], each["kind"]) for each in counts)
        super().__init__(
            f"{ref} is referred to by {kinds}",
            ("ref",),
            ref=ref,
            total=total,
            counts=counts,
            referrers=referrers,
        )


async def delete_record(change: Change, doomed: DeletedRecord) -> list[dict[str, Any]]:
    """Returns what went, as `{id, kind, ref}`, the record first.

    Raises InvalidInput, NotFound, AmbiguousRef, StaleRevision or StillReferredTo.
    """
    found = await find(change.tx, doomed.ref, ("ref",))
    revision = await store.lock_record(change, found.id)
    require_revision(found.ref, doomed.expected_revision, revision)
    referrers = await store.referrers(change, found.id, SHOWN)
    if referrers["total"]:
        raise StillReferredTo(found.ref, **referrers)
    return await store.delete_record(change, found.id)


def _count(number: int, kind: str) -> str:
    """Returns a number of things of a kind: `1 run`, `2 model versions`."""
    return f"{number} {words([kind])}{'' if number == 1 else 's'}"
