"""Refusals: what a mutation may answer instead of doing what it was asked.

A refusal is raised where it is found, rolls the transaction back, and is returned to the caller
as a member of the mutation's result union.
"""

from collections.abc import Iterable, Sequence
from typing import Any, ClassVar


class Refusal(Exception):
    """An expected no. `path` leads to the input to blame, `details` name what is in the way."""

    code: ClassVar[str] = "REFUSED"

    def __init__(self, message: str, path: tuple[str, ...] = (), **details: object) -> None:
        super().__init__(message)
        self.message = message
        self.path = path
        self.details = details

    def row(self) -> dict[str, object]:
        """Returns the refusal as GraphQL reads it."""
        return {
            "__typename": type(self).__name__,
            "code": self.code,
            "message": self.message,
            "path": list(self.path),
            **self.details,
        }


class InvalidInput(Refusal):
    """A value is not what it must be."""

    code = "INVALID_INPUT"


class NotFound(Refusal):
    """A ref names nothing that exists."""

    code = "NOT_FOUND"

    def __init__(self, ref: str, path: tuple[str, ...] = (), what: str = "node") -> None:
        super().__init__(f"There is no {what} {ref}", path, ref=ref)


class AmbiguousRef(Refusal):
    """A bare name is the name of several nodes of different kinds."""

    code = "AMBIGUOUS_REF"


class AlreadyExists(Refusal):
    """What would be made is already there; `existing` names it."""

    code = "ALREADY_EXISTS"

    def __init__(self, message: str, path: tuple[str, ...], existing: str) -> None:
        super().__init__(message, path, existing=existing)


class StaleRevision(Refusal):
    """Somebody changed it since the caller read it; what is not there is at revision 0."""

    code = "STALE_REVISION"

    def __init__(self, ref: str, expected: int, actual: int) -> None:
        there = f"is at revision {actual}, not {expected}" if actual else "is not there yet"
        super().__init__(
            f"{ref} {there}: read it again and decide anew",
            ("expectedRevision",),
            expected=expected,
            actual=actual,
        )


def require_revision(ref: str, expected: int | None, actual: int) -> None:
    """Raises StaleRevision where a caller knew another revision than the one there is.

    `actual` was read under a lock; it is 0 where there is nothing yet.
    """
    if expected not in (None, actual):
        raise StaleRevision(ref, expected, actual)


class InvalidState(Refusal):
    """It is in a state in which this cannot be done; `state` says which."""

    code = "INVALID_STATE"


class ItemsRefused(Refusal):
    """Some of many items are refused, and so all of them; `refusals` tells why, of each."""

    code = "ITEMS_REFUSED"

    def __init__(self, refused: Sequence[tuple[int, Refusal]], of: int) -> None:
        index, first = refused[0]
        super().__init__(
            f"{len(refused)} of {of} items refused, and so none is done; items.{index}: {first}",
            ("items",),
            refusals=[
                {
                    "index": index,
                    "code": refusal.code,
                    "message": refusal.message,
                    "path": ["items", str(index), *refusal.path],
                }
                for index, refusal in refused
            ],
        )


class IdempotencyKeyReused(Refusal):
    """The key was used before, with another payload, or for what is deleted since."""

    code = "IDEMPOTENCY_KEY_REUSED"

    def __init__(self, key: str, why: str = "with another payload") -> None:
        super().__init__(f"The idempotency key {key!r} was used before {why}", ("idempotencyKey",))


def words(kinds: Iterable[str], between: str = " or ") -> str:
    """Returns kinds as people read them: `dataset version or model version`."""
    return between.join(
        "".join(f" {letter.lower()}" if letter.isupper() else letter for letter in kind).strip()
        for kind in kinds
    )


def problem(found: dict[str, Any]) -> Refusal:
    """Returns why a `{ref, kinds}` that a statement could not start from is refused.

    It may say which kind was `wanted`, and that it `is` what a ref named that was given before.
    """
    ref, kinds = str(found["ref"]), [str(kind) for kind in found["kinds"]]
    if again := found.get("again"):
        return InvalidInput(_twice(ref, str(again), str(found["is"])))
    if kinds and (wanted := found.get("wanted")):
        return InvalidInput(f"{ref} is a {words(kinds)}, not a {words([wanted])}")
    if not kinds:
        return NotFound(ref)
    if len(kinds) == 1:
        return InvalidInput(f"{ref} is a {kinds[0].lower()}: nothing flows through it itself")
    return AmbiguousRef(
        f"{ref} is the name of several: put {' or '.join(f'{kind.lower()}:' for kind in kinds)} "
        "in front",
        ref=ref,
        kinds=kinds,
    )


def _twice(ref: str, before: str, is_: str) -> str:
    """Returns that two refs name one thing, and which, where neither says it."""
    if ref == before:
        return f"{ref} is given twice"
    return f"{before} and {ref} are the same: {is_}"
