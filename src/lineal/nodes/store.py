"""Records of any kind in the graph, and what refers to them."""

from typing import Any

from lineal.kernel import queries
from lineal.kernel.change import Change


async def lock_record(change: Change, id_: str) -> int:
    """Returns the revision of a record, which is locked, as is what it is a version of."""
    return int(await change.tx.value(queries.query("nodes/lock_record").text, {"id": id_}))


async def referrers(change: Change, id_: str, first: int) -> dict[str, Any]:
    """Returns the `total` of what refers to a record, `counts` by kind and the newest of it."""
    parameters = {"id": id_, "first": first}
    return dict(await change.tx.value(queries.query("nodes/count_referrers").text, parameters))


async def delete_record(change: Change, id_: str) -> list[dict[str, Any]]:
    """Returns what it deletes, as `{id, kind, ref}`: a locked record, with its versions if any.

    If something refers to one of them by now, the transaction fails in the end.
    """
    parameters = {"id": id_, "actor": change.actor}
    done = await change.tx.value(queries.query("nodes/delete_record").text, parameters)
    gone = list(done["deleted"])
    change.deleted(*(each["ref"] for each in gone))
    for owner in done["owners"]:
        change.changed(owner, {"versions": [gone[0]["ref"]]}, {})
    change.tx.named.difference_update(each["id"] for each in gone)
    return gone
