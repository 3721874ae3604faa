"""Many of one kind in one call: all are done or none is, and every refusal is told."""

from collections.abc import Awaitable, Callable
from typing import Any, TypeVar

from pydantic import ValidationError

from lineal.kernel.change import Change
from lineal.kernel.inputs import MOST, Revision
from lineal.kernel.mutation import invalid
from lineal.kernel.refusals import InvalidInput, ItemsRefused, Refusal, StaleRevision

R = TypeVar("R", bound=Revision)


async def each(
    change: Change,
    given: Any,
    read: Callable[[Any], R],
    do: Callable[[Change, R], Awaitable[str]],
    subject: Callable[[Any], object] = id,
) -> list[str]:
    """Returns what was made of each item of an input, in their order: one may need those before.

    Items of one subject, such as a model, change the same thing: the first of them expects its
    revision. Raises InvalidInput for too many items, StaleRevision, or ItemsRefused.
    """
    if len(given.items) > MOST:
        message = f"items: give at most {MOST:,}, not {len(given.items):,}"
        raise InvalidInput(message, ("items",))
    made: list[str] = []
    refused: list[tuple[int, Refusal]] = []
    subjects: set[object] = set()
    for index, item in enumerate(given.items):
        expected = None if subject(item) in subjects else given.expected_revision
        subjects.add(subject(item))
        try:
            record = read(item).model_copy(update={"expected_revision": expected})
            made.append(await do(change, record))
        except StaleRevision:
            raise
        except Refusal as refusal:
            refused.append((index, refusal))
        except ValidationError as error:
            refused.append((index, invalid(error)))
    if refused:
        raise ItemsRefused(refused, len(given.items))
    return made
