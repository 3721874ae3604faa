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
    """Returns what is said of the last column of each dataset and name that there is.

    These are `description`, `tags`, and the properties of what only an update says: links to
    documentation, and properties of one's own.
    """
    asked = [{"dataset": dataset, "name": name} for dataset, name in columns]
    rows = await change.tx.value(queries.query("columns/last_told").text, {"columns": asked})
    return {(row["dataset"], row["name"]): row["told"] | dict(row["kept"]) for row in rows}


async def others(change: Change, told: Sequence[dict[str, Any]]) -> list[dict[str, set[str]]]:
    """Returns, for each `{id, read, written}`, which columns are of nothing that it did.

    `read` are columns of nothing that a run read or a dataset version is derived from, `written` of
    nothing that the run wrote, or of another version.
    """
    found = await change.tx.value(queries.query("columns/others").text, {"told": list(told)})
    return [{name: set(those) for name, those in row.items()} for row in found]


def derive(change: Change, edges: Sequence[dict[str, Any]]) -> None:
    """Records, of each `{run, from, to, how}`, that a run made the one column from the other.

    Without a run, it was told with a new dataset version, which is made by now.
    """
    parameters = {"edges": list(edges), "actor": change.actor}
    change.tx.later(queries.query("columns/derive").text, parameters)
    made: dict[str, set[str]] = {}
    for edge in edges:
        if edge["run"] is not None:
            made.setdefault(edge["run"], set()).add(edge["to"])
    for run, columns in made.items():
        change.changed(run, {}, {"columns": ids(sorted(columns))})


def use(change: Change, versions: Sequence[dict[str, Any]]) -> None:
    """Records, of each `{id, run, columns}`, that a model version uses columns."""
    parameters = {"versions": list(versions), "actor": change.actor}
    change.tx.later(queries.query("columns/use").text, parameters)
    for each in versions:
        change.changed(each["id"], {}, {"features": ids(each["columns"])})
