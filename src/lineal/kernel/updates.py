"""Updates: what is said of a thing can be said anew, by whoever read it last."""

from typing import Any

from lineal.kernel import queries
from lineal.kernel.change import Change
from lineal.kernel.finding import find
from lineal.kernel.inputs import RecordUpdate
from lineal.kernel.refusals import require_revision


async def update(change: Change, kind: str, new: RecordUpdate) -> str:
    """Returns the id of a node of this kind, which stays at its revision if all is so already.

    Raises InvalidInput, NotFound or StaleRevision.
    """
    found = await find(change.tx, new.ref, ("ref",), kind)
    parameters: dict[str, Any] = {"id": found.id, "properties": new.row()}
    there = await change.tx.value(queries.query("change/lock_node").text, parameters)
    require_revision(found.ref, new.expected_revision, there["revision"])
    if not there["same"]:
        statement = queries.query("change/update_node").text
        change.tx.later(statement, {**parameters, "actor": change.actor})
        change.changed(found.id, dict(there["before"]), parameters["properties"])
    return found.id
