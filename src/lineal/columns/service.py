"""Decides about columns: what was made from which, and which a version uses."""

from collections.abc import Iterable, Sequence
from itertools import chain

from lineal.columns import store
from lineal.columns.records import NewDerivation
from lineal.kernel.change import Change
from lineal.kernel.finding import Found, Wanted, find_all
from lineal.kernel.refusals import InvalidInput

Path = tuple[str, ...]
Placed = tuple[Found, Path]

MOST_PAIRS = 10_000


async def derive(change: Change, run: str, told: Sequence[NewDerivation], path: Path) -> None:
    """Records which columns a run made from which; that again is not recorded again.

    What a run wrote is made of what it read, and nothing of itself: so no column is. Raises
    InvalidInput, NotFound or AmbiguousRef.
    """
    if not told:
        return
    if sum(len(each.from_) for each in told) > MOST_PAIRS:
        raise InvalidInput(f"columns: more than {MOST_PAIRS} pairs at once", (*path, "columns"))
    found = await find_all(change.tx, list(chain.from_iterable(_wanted(told, path))))
    placed = iter(zip(found, chain.from_iterable(_paths(told, path)), strict=True))
    edges, read, written = [], [], []
    for each in told:
        to = next(placed)
        sources = [next(placed) for _ in each.from_]
        written.append(to)
        read += sources
        edges += [{"from": source.id, "to": to[0].id, "how": each.how} for source, _ in sources]
    await _require(change, run, read, written)
    await store.derive(change, run, edges)


async def use(change: Change, run: str | None, version: str, features: Sequence[str]) -> None:
    """Records which columns, of what its run read, a model version uses.

    Raises InvalidInput, NotFound or AmbiguousRef.
    """
    if not features:
        return
    if run is None:
        raise InvalidInput("features: only a run reads columns: give run or runRef", ("features",))
    paths = [("features", str(i)) for i in range(len(features))]
    wanted = [Wanted(ref, path, ("Column",)) for ref, path in zip(features, paths, strict=True)]
    found = await find_all(change.tx, wanted)
    await _require(change, run, list(zip(found, paths, strict=True)), [])
    await store.use(change, run, version, [each.id for each in found])


async def _require(
    change: Change, run: str, read: Sequence[Placed], written: Sequence[Placed]
) -> None:
    """Raises InvalidInput for a column of what the run did not read, or did not write."""
    others = await store.others(
        change, run, [each.id for each, _ in read], [each.id for each, _ in written]
    )
    for did, placed in (("read", read), ("written", written)):
        for column, path in placed:
            if column.id in others[did]:
                what = "did not read" if did == "read" else "did not write"
                message = f"{'.'.join(path)}: {column.ref} is a column of what the run {what}"
                raise InvalidInput(message, path)


def _wanted(told: Sequence[NewDerivation], path: Path) -> Iterable[list[Wanted]]:
    for each, paths in zip(told, _paths(told, path), strict=True):
        refs = [each.to, *each.from_]
        yield [Wanted(ref, place, ("Column",)) for ref, place in zip(refs, paths, strict=True)]


def _paths(told: Sequence[NewDerivation], path: Path) -> Iterable[list[Path]]:
    """Yields, for each derivation, where its column stands and where those it is from do."""
    for i, each in enumerate(told):
        at = (*path, "columns", str(i))
        yield [(*at, "to"), *((*at, "from", str(j)) for j in range(len(each.from_)))]
