"""Many of one kind in one call: all are done or none is, and every refusal is told.

One alone is done as many are: a service takes `Items`, and returns what it made by their places.
"""

from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any, Generic, TypeVar

from pydantic import ValidationError

from lineal.kernel.change import Change
from lineal.kernel.inputs import NewRecord, Revision, invalid
from lineal.kernel.refusals import InvalidInput, ItemsRefused, Refusal, StaleRevision

T = TypeVar("T", bound=NewRecord)
R = TypeVar("R", bound=Revision)


@dataclass(frozen=True, slots=True)
class Items(Generic[T]):
    """What is to be done together, by its place in the call, and why some of it is refused."""

    records: dict[int, T]
    refused: dict[int, Refusal] = field(default_factory=dict)

    def each(self) -> Iterator[tuple[int, T]]:
        """Yields places and records, in their order, of what is not refused so far."""
        return ((at, new) for at, new in self.records.items() if at not in self.refused)

    @contextmanager
    def at(self, place: int) -> Iterator[None]:
        """Keeps why an item is refused, so that others are looked at; its first reason counts.

        Raises StaleRevision, as the revision that is expected is the whole call's.
        """
        try:
            yield
        except StaleRevision:
            raise
        except Refusal as refusal:
            self.refused.setdefault(place, refusal)
        except ValidationError as error:
            self.refused.setdefault(place, invalid(error))

    def require(self) -> None:
        """Raises the first refusal as it is: to whoever told of one alone."""
        for refusal in self.refused.values():
            raise refusal


Do = Callable[[Change, Items[R]], Awaitable[dict[int, str]]]


async def one(change: Change, new: R, do: Do[R]) -> str:
    """Returns what was made of one alone, or raises why it is refused."""
    items = Items({0: new})
    made = await do(change, items)
    items.require()
    return made[0]


async def many(change: Change, given: Any, read: Callable[[Any], R], do: Do[R]) -> list[str]:
    """Returns what was made of each item of an input, in their order: one may need those before.

    What they change has the expected revision before the first of them. Raises InvalidInput for too
    many items, StaleRevision, or ItemsRefused.
    """
    if len(given.items) > change.most_items:
        most = f"{change.most_items:,} (LINEAL_MAX_ITEMS)"
        message = f"items: give at most {most}, not {len(given.items):,}"
        raise InvalidInput(message, ("items",))
    items: Items[R] = Items({})
    expected = {"expected_revision": given.expected_revision}
    for place, item in enumerate(given.items):
        with items.at(place):
            items.records[place] = read(item).model_copy(update=expected)
    made = await do(change, items)
    if items.refused:
        raise ItemsRefused(sorted(items.refused.items()), len(given.items))
    return list(made.values())
