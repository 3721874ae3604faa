"""Decides about columns: what was made from which, and which a version uses."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import chain
from typing import Any

from lineal.columns import store
from lineal.columns.records import NewDerivation
from lineal.kernel.bulk import Items
from lineal.kernel.change import Change
from lineal.kernel.finding import Found, Wanted
from lineal.kernel.names import Names, look_up
from lineal.kernel.refusals import InvalidInput

Path = tuple[str, ...]
Placed = tuple[Found, Path]

MOST_PAIRS = 10_000


@dataclass(frozen=True, slots=True)
class Derived:
    """What an item tells of the columns that its run made, and where in the item it stands.

    Where no run is known, it tells of the columns of its dataset version.
    """

    place: int
    run: str | None
    told: Sequence[NewDerivation]
    path: Path = ("columns",)
    version: str | None = None


@dataclass(frozen=True, slots=True)
class Used:
    """The columns that an item's version uses, of what its run read."""

    place: int
    run: str | None
    version: str
    features: Sequence[str]


@dataclass(frozen=True, slots=True)
class _Columns:
    """The columns of a run, or of a version, that an item names, and what is to be recorded."""

    place: int
    by: str
    read: list[Placed]
    written: list[Placed] = field(default_factory=list)
    rows: list[dict[str, Any]] = field(default_factory=list)
    is_run: bool = True

    def row(self) -> dict[str, Any]:
        """Returns what `store.others` asks."""
        read, written = ([column.id for column, _ in each] for each in (self.read, self.written))
        return {"id": self.by, "read": read, "written": written}


async def derive(change: Change, told: Sequence[Derived], items: Items[Any]) -> None:
    """Records which columns were made from which; that of a run again is not recorded again.

    What a run wrote is made of what it read, and nothing of itself: so no column is; and a version
    without a run is made of those that it is derived from.

    Refuses items with InvalidInput, NotFound or AmbiguousRef.
    """
    if not told:
        return
    names = await look_up(change.tx, chain.from_iterable(_refs(each.told) for each in told))
    found = []
    for each in told:
        with items.at(each.place):
            found.append(_derived(names, each))
    await _require(change, found, items)
    if edges := [row for each in found for row in each.rows]:
        store.derive(change, edges)


async def use(change: Change, told: Sequence[Used], items: Items[Any]) -> None:
    """Records which columns, of what their runs read, model versions use.

    Refuses items with InvalidInput, NotFound or AmbiguousRef.
    """
    if not told:
        return
    names = await look_up(change.tx, chain.from_iterable(each.features for each in told))
    found = []
    for each in told:
        with items.at(each.place):
            found.append(_used(names, each))
    await _require(change, found, items)
    store.use(change, [row for each in found for row in each.rows])


def _refs(told: Iterable[NewDerivation]) -> Iterable[str]:
    return (ref for each in told for ref in (each.to, *each.from_))


def _derived(names: Names, derived: Derived) -> _Columns:
    path = derived.path
    if sum(len(each.from_) for each in derived.told) > MOST_PAIRS:
        raise InvalidInput(f"{path[-1]}: more than {MOST_PAIRS} pairs at once", path)
    by = derived.run or derived.version or ""
    found = _Columns(derived.place, by, [], is_run=derived.run is not None)
    for i, each in enumerate(derived.told):
        placed = [(each.to, (*path, str(i), "to"))]
        placed += [(ref, (*path, str(i), "from", str(j))) for j, ref in enumerate(each.from_)]
        to, *sources = ((names.find(Wanted(ref, at, ("Column",))), at) for ref, at in placed)
        found.written.append(to)
        found.read.extend(sources)
        edge = {"run": derived.run, "to": to[0].id, "how": each.how}
        found.rows.extend({**edge, "from": source.id} for source, _ in sources)
    return found


def _used(names: Names, used: Used) -> _Columns:
    if used.run is None:
        raise InvalidInput("features: only a run reads columns: give run or runRef", ("features",))
    read: list[Placed] = []
    for i, ref in enumerate(used.features):
        path = ("features", str(i))
        read.append((names.find(Wanted(ref, path, ("Column",))), path))
    row = {"id": used.version, "run": used.run, "columns": [column.id for column, _ in read]}
    return _Columns(used.place, used.run, read, rows=[row])


async def _require(change: Change, told: Sequence[_Columns], items: Items[Any]) -> None:
    """Refuses items with a column of what was not read, or was not written."""
    others = await store.others(change, [each.row() for each in told]) if told else []
    for each, other in zip(told, others, strict=True):
        with items.at(each.place):
            what = ("the run did not read", "the run did not write")
            if not each.is_run:
                what = ("it is not derived from", "is not the new version")
            _refuse(each.read, other["read"], what[0])
            _refuse(each.written, other["written"], what[1])


def _refuse(placed: Sequence[Placed], others: set[str], what: str) -> None:
    for column, path in placed:
        if column.id in others:
            message = f"{'.'.join(path)}: {column.ref} is a column of what {what}"
            raise InvalidInput(message, path)
