"""Columns in the graph."""

from typing import Any

from lineal.columns.records import NewColumn
from lineal.kernel import refs
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
