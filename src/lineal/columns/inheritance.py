"""What is said of a column goes on to the next version of its dataset, unless that says it anew."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from lineal.columns import store
from lineal.kernel.change import Change

SAID = ("description", "tags")
Row = dict[str, Any]


async def inherit(change: Change, versions: Sequence[Row]) -> list[Row]:
    """Returns rows of new dataset versions with all that is said of their columns.

    What a row of a column does not say, None, it has from the last version of the dataset with a
    column of that name: of these, or else of those there are.
    """
    asked = {
        (version["dataset"], column["name"])
        for version in versions
        for column in version["columns"]
    }
    last = await store.last_told(change, sorted(asked)) if asked else {}
    made = []
    for version in versions:
        columns = list(_columns(version, last))
        last |= {(version["dataset"], column["name"]): column for column in columns}
        made.append({**version, "columns": columns})
    return made


def _columns(version: Row, last: Mapping[tuple[str, str], Row]) -> Iterable[Row]:
    for column in version["columns"]:
        before = last.get((version["dataset"], column["name"]), {})
        said = {what: _first(column[what], before.get(what)) for what in SAID}
        said = {"description": said["description"] or None, "tags": said["tags"] or []}
        yield before | column | said


def _first(told: Any, before: Any) -> Any:
    return before if told is None else told
