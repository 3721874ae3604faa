"""Records what runs read and wrote, where nothing is made of itself by that."""

from collections.abc import Sequence
from typing import Any

from lineal.kernel.bulk import Items
from lineal.kernel.change import Change
from lineal.kernel.refusals import InvalidInput, InvalidState
from lineal.runs import store
from lineal.runs.store import Ends, Locked


async def connect(change: Change, told: Sequence[Ends], items: Items[Any]) -> None:
    """Records what runs read and wrote; refuses items of which something would be made of itself.

    An item is judged by what it and those before it tell.
    """
    told = [each for each in told if each.consumed or each.produced]
    if not told:
        return
    await store.connect(change, told)
    # Nothing is made of a new run that wrote nothing.
    doubtful = {each.place: each for each in told if each.produced or not each.new}
    if not doubtful:
        return
    rows = [{"id": each.run, "place": each.place} for each in doubtful.values()]
    places = {each.run: each.place for each in reversed(told)}
    for place, loops in (await store.own_ancestors(change, rows, places)).items():
        with items.at(place):
            _refuse(doubtful[place], loops[0])


async def read_bases(change: Change, told: Sequence[Ends], items: Items[Any]) -> None:
    """Records bases that runs read which were there; one that has ended must know them.

    Refuses items with InvalidState.
    """
    read = [(each.run, [base["id"] for base in each.consumed]) for each in told]
    known = await store.reads(change, read) if read else []
    new = [each for each, known_ in zip(told, known, strict=True) if not known_]
    if not new:
        return
    runs = await store.lock_runs(change, [each.run for each in new])
    for each in new:
        with items.at(each.place):
            require_running(each.run, runs[each.run], ("runRef",))
    await connect(change, new, items)


def require_running(id_: str, run: Locked, path: tuple[str, ...]) -> None:
    """Raises InvalidState where a run has ended."""
    if run.status != "RUNNING":
        message = f"The run {id_} is {run.status}: what has ended never changes"
        raise InvalidState(message, path, ref=id_, state=run.status)


def _refuse(told: Ends, loop: str) -> None:
    message = f"{loop} would be made from itself: the run read it, and wrote what it is of"
    raise InvalidInput(message, (*told.path, "outputs" if told.produced else "inputs"))
