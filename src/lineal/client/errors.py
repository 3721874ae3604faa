"""What a call raises: a refusal, which the caller may expect, or that there was no answer."""

from collections.abc import Mapping
from typing import Any, ClassVar


class LinealError(Exception):
    """Lineal did not do what it was asked. `code` is for machines, `request_id` for its log."""

    def __init__(self, message: str, code: str, request_id: str | None = None) -> None:
        super().__init__(f"{message} (request {request_id})" if request_id else message)
        self.message = message
        self.code = code
        self.request_id = request_id


class Unreachable(LinealError):
    """There was no answer, so it is not known whether it was done."""


class Refused(LinealError):
    """An expected no. `path` leads to the input to blame, `details` name what is in the way."""

    codes: ClassVar[dict[str, type["Refused"]]] = {}

    def __init__(
        self,
        message: str,
        code: str,
        path: tuple[str, ...] = (),
        details: Mapping[str, Any] | None = None,
    ) -> None:
        super().__init__(message, code)
        self.path = path
        self.details = dict(details or {})

    def __init_subclass__(cls, *, code: str) -> None:
        Refused.codes[code] = cls


class InvalidInput(Refused, code="INVALID_INPUT"):
    """A value is not what it must be."""


class InvalidRef(Refused, code="INVALID_REF"):
    """A text is no ref."""


class NotFound(Refused, code="NOT_FOUND"):
    """A ref names nothing that exists."""


class AmbiguousRef(Refused, code="AMBIGUOUS_REF"):
    """A bare name is that of several nodes."""


class IdempotencyKeyReused(Refused, code="IDEMPOTENCY_KEY_REUSED"):
    """The idempotency key was used before, with another input."""


class InvalidState(Refused, code="INVALID_STATE"):
    """It is in a state in which this cannot be done."""


class ItemsRefused(Refused, code="ITEMS_REFUSED"):
    """Some of many items are refused, and so none is done."""

    @property
    def refusals(self) -> list[dict[str, Any]]:
        """Why each is refused: its `index`, and `code`, `message` and `path`."""
        return list(self.details["refusals"])


class AlreadyExists(Refused, code="ALREADY_EXISTS"):
    """What would be made is already there."""

    @property
    def existing(self) -> str:
        """The ref of what is there."""
        return str(self.details["existing"])


class StaleRevision(Refused, code="STALE_REVISION"):
    """Somebody changed it since it was read; the revision is `actual`, not `expected`."""

    @property
    def expected(self) -> int:
        return int(self.details["expected"])

    @property
    def actual(self) -> int:
        return int(self.details["actual"])


class AliasMoved(Refused, code="ALIAS_MOVED"):
    """The alias points at the version `actual`, if any, and not at `expected`."""

    @property
    def expected(self) -> str | None:
        return self.details.get("expectedVersion")

    @property
    def actual(self) -> str | None:
        return self.details.get("actualVersion")


class StillReferredTo(Refused, code="STILL_REFERRED_TO"):
    """Something refers to what should be deleted; `referrers` are the newest of the `total`."""

    @property
    def ref(self) -> str:
        """The ref of what should be deleted."""
        return str(self.details["ref"])

    @property
    def total(self) -> int:
        return int(self.details["total"])

    @property
    def counts(self) -> dict[str, int]:
        """How many there are of each kind."""
        return {each["kind"]: each["count"] for each in self.details["counts"]}

    @property
    def referrers(self) -> list[dict[str, Any]]:
        """The newest, each with `id`, `kind`, `ref` and `how`; `Client.referrers` has all."""
        return list(self.details["referrers"])


def refused(row: Mapping[str, Any]) -> Refused:
    """Returns what a refusal of a mutation is raised as."""
    common = {"__typename", "code", "message", "path"}
    details = {name: value for name, value in row.items() if name not in common}
    code = str(row["code"])
    return Refused.codes.get(code, Refused)(row["message"], code, tuple(row["path"]), details)
