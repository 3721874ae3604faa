"""Events: every mutation that changes something records one, about all that it made or changed."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import orjson

from lineal.kernel import queries
from lineal.kernel.change import Change, NodeId, Touched
from lineal.kernel.ids import new_id

# A longer text is shortened, and says so; so is a list of more.
LONGEST = 1_000
MOST = 20
# How many fields and refs are kept of one event about one node.
MOST_KEPT = 100


async def record(change: Change, action: str, reason: str | None) -> None:
    """Records one event about all that was made, changed or deleted; none where nothing was."""
    refs = await _refs(change)
    rows = [row for id_, touched in change.touched.items() if (row := _row(id_, touched, refs))]
    if rows or change.gone:
        event = {"id": new_id(), "by": change.actor, "action": action, "reason": reason}
        gone = change.gone[:MOST_KEPT]
        parameters = {"event": event, "touched": rows, "gone": gone, "most": MOST_KEPT}
        change.tx.later(queries.query("change/record_event").text, parameters)


def _row(id_: str, touched: Touched, refs: Mapping[str, str]) -> dict[str, Any] | None:
    """Returns what `change/record_event` reads of a node; None if all of it is as it was."""
    if touched.made:
        return {"id": id_, "made": True, "fields": [], "before": [], "after": []}
    before = {name: _json(value, refs) for name, value in touched.before.items()}
    after = {name: _json(value, refs) for name, value in touched.after.items()}
    names = [
        name for name in {**before, **after} if before.get(name, "null") != after.get(name, "null")
    ][:MOST_KEPT]
    if not names:
        return None
    return {
        "id": id_,
        "made": False,
        "fields": names,
        "before": [before.get(name, "null") for name in names],
        "after": [after.get(name, "null") for name in names],
    }


async def _refs(change: Change) -> dict[str, str]:
    """Returns the refs of the nodes that are values of what was changed, by their ids."""
    wanted = {
        id_
        for touched in change.touched.values()
        for each in (touched.before, touched.after)
        for id_ in _ids(each.values())
    }
    if not wanted:
        return {}
    rows = await change.tx.value(queries.query("change/refs").text, {"ids": list(wanted)})
    return {row["id"]: row["ref"] for row in rows}


def _ids(values: Iterable[Any]) -> Iterator[str]:
    for value in values:
        if isinstance(value, NodeId):
            yield value
        elif isinstance(value, dict | list):
            yield from _ids(value)


def _json(value: Any, refs: Mapping[str, str]) -> str:
    """Returns a value as it is shown: JSON, with refs for ids, shortened where it is long."""
    return orjson.dumps(_shown(value, refs), default=_told).decode()


def _shown(value: Any, refs: Mapping[str, str]) -> Any:
    if isinstance(value, NodeId):
        return refs.get(value, str(value))
    if isinstance(value, str) and len(value) > LONGEST:
        return f"{value[:LONGEST]}… ({len(value):,} characters)"
    if isinstance(value, dict):
        return {_shown(key, refs): _shown(each, refs) for key, each in value.items()}
    if isinstance(value, list):
        more = [f"… ({len(value):,} in all)"] if len(value) > MOST else []
        return [_shown(each, refs) for each in value[:MOST]] + more
    return value


def _told(value: Any) -> str:
    """Returns a time of the driver as text."""
    return str(value.to_native().isoformat())
