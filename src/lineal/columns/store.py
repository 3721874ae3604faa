"""Columns in the graph."""

from collections.abc import Sequence
from typing import Any

from lineal.columns.records import NewColumn
from lineal.kernel import queries, refs
from lineal.kernel.change import Change, ids
from lineal.kernel.ids import new_id


def column_row(new: NewColumn, position: int, version: str) -> dict[str, Any]:
    """Returns the properties of a new column, but for those that it has from its version."""
    return {
        "id": new_id(),
        "ref": f"{version}.{refs.spell(new.name)}",
        "name": new.name,
        "type": new.type,
        "description": new.description,
        "tags": new.tags,
        "position": position,
    }


async def last_told(
    change: Change, columns: Sequence[tuple[str, str]]
) -> dict[tuple[str, str], dict[str, Any]]:
    """Returns `{description, tags}` of the last column of each dataset and name that there is."""
    asked = [{"dataset": dataset, "name": name} for dataset, name in columns]
    rows = await change.tx.value(queries.query("columns/last_told").text, {"columns": asked})
    return {(row["dataset"], row["name"]): row["told"] for row in rows}


async def others(
    change: Change, run: str, read: Sequence[str], written: Sequence[str]
) -> dict[str, set[str]]:
    """Returns which columns are of nothing that a run `read`, and of nothing it has `written`."""
    statement = queries.query("columns/others").text
    parameters = {"run": run, "read": list(read), "written": list(written)}
    found = await change.tx.value(statement, parameters)
    return {name: set(those) for name, those in found.items()}


async def derive(change: Change, run: str, edges: Sequence[dict[str, Any]]) -> None:
    """Records, of each `{from, to, how}`, that a run made the one column from the other."""
    parameters = {"run": run, "edges": list(edges), "actor": change.actor}
    await change.tx.value(queries.query("columns/derive").text, parameters)
    change.changed(run, {}, {"columns": ids(sorted({each["to"] for each in edges})) or None})


async def use(change: Change, run: str, version: str, columns: Sequence[str]) -> None:
    """Records that a model version, which a run made, uses columns."""
    parameters = {"run": run, "version": version, "columns": list(columns)}
    statement = queries.query("columns/use").text
    await change.tx.value(statement, {**parameters, "actor": change.actor})
    change.changed(version, {}, {"features": ids(columns) or None})
