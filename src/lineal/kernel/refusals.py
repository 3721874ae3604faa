"""Refusals: what a mutation may answer instead of doing what it was asked.

A refusal is raised where it is found, rolls the transaction back, and is returned to the caller
as a member of the mutation's result union.
"""

from typing import ClassVar


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
    """Somebody changed it since the caller read it."""

    code = "STALE_REVISION"

    def __init__(self, ref: str, expected: int, actual: int) -> None:
        super().__init__(
            f"{ref} is at revision {actual}, not {expected}: read it again and decide anew",
            ("expectedRevision",),
            expected=expected,
            actual=actual,
        )


class IdempotencyKeyReused(Refusal):
    """The key was used before, with another payload."""

    code = "IDEMPOTENCY_KEY_REUSED"

    def __init__(self, key: str) -> None:
        super().__init__(
            f"The idempotency key {key!r} was used before with another payload", ("idempotencyKey",)
        )
