"""The scalars of the API that GraphQL itself does not have."""

import base64
import binascii
import math
from datetime import UTC, datetime
from typing import Any, NewType

import orjson
import strawberry
from graphql import GraphQLError

Ref = NewType("Ref", str)
DateTime = NewType("DateTime", datetime)
Long = NewType("Long", int)
Value = NewType("Value", object)
Cursor = NewType("Cursor", list[Any])

_LONGEST = 2**53 - 1


def write_cursor(position: Any) -> str:
    """Returns a position `[list, order, value…, id]` as the opaque text that clients hand back."""
    return base64.urlsafe_b64encode(orjson.dumps(position)).rstrip(b"=").decode()


def read_cursor(text: Any) -> list[Any]:
    """Returns the position that `write_cursor` wrote, or raises GraphQLError."""
    try:
        position = orjson.loads(base64.urlsafe_b64decode(text + "=" * (-len(text) % 4)))
    except (TypeError, ValueError, binascii.Error):
        position = None
    if not isinstance(position, list) or len(position) < 3:
        raise GraphQLError(f"{str(text)[:80]!r} is not a cursor: take one from pageInfo or edges")
    return position


def read_time(text: Any) -> datetime:
    """Returns the moment that ISO 8601 text with a zone names, or raises GraphQLError."""
    try:
        moment = datetime.fromisoformat(text)
    except (TypeError, ValueError):
        moment = None
    if moment is None:
        raise GraphQLError(f"{str(text)[:80]!r} is not a time such as 2026-03-03T12:00:00Z")
    if moment.tzinfo is None:
        raise GraphQLError(f"{text!r} has no time zone: write {text}Z for UTC")
    try:
        return moment.astimezone(UTC)
    except OverflowError:
        raise GraphQLError(f"{text!r} is before the year 1 or after the year 9999") from None


def read_long(value: Any) -> int:
    """Returns a whole number up to 2^53 - 1, or raises GraphQLError."""
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    if not isinstance(value, int) or isinstance(value, bool) or abs(value) > _LONGEST:
        raise GraphQLError(f"{value!r} is not a whole number between -(2^53 - 1) and 2^53 - 1")
    return value


def read_value(value: Any) -> str | int | float | bool:
    """Returns a text, number or boolean as it is, or raises GraphQLError."""
    if isinstance(value, float) and not math.isfinite(value):
        raise GraphQLError(f"{value!r} is not a finite number")
    if isinstance(value, int) and not isinstance(value, bool):
        return read_long(value)
    if not isinstance(value, str | float | bool):
        raise GraphQLError(f"{value!r} is not a text, number or boolean")
    return value


def read_ref(value: Any) -> str:
    """Returns the text of a ref; what it means is found out where it is used."""
    if not isinstance(value, str):
        raise GraphQLError(f"{value!r} is not a ref, which is a text")
    return value


def _as_it_is(value: Any) -> Any:
    return value


SCALARS: dict[object, Any] = {
    Ref: strawberry.scalar(
        name="Ref",
        description=(
            "The name of a node as people write it: `namespace`, `namespace/name`, "
            "`namespace/model:7`, `namespace/model@champion`, `namespace/dataset#label-or-digest`, "
            "or an id. Where a bare name could be of several kinds, `dataset:`, `model:`, "
            "`experiment:`, `deployment:` or `application:` in front says which."
        ),
        serialize=_as_it_is,
        parse_value=read_ref,
    ),
    DateTime: strawberry.scalar(
        name="DateTime",
        description="A moment in ISO 8601 with its zone, such as `2026-03-03T12:00:00Z`.",
        serialize=_as_it_is,
        parse_value=read_time,
    ),
    Long: strawberry.scalar(
        name="Long",
        description="A whole number up to 2^53 - 1, such as a size in bytes.",
        serialize=_as_it_is,
        parse_value=read_long,
    ),
    Value: strawberry.scalar(
        name="Value",
        description="A text, a number or a boolean; it comes back with the type it was given.",
        serialize=_as_it_is,
        parse_value=read_value,
    ),
    Cursor: strawberry.scalar(
        name="Cursor",
        description="A place in a list, to go on from. Opaque: hand it back as it is.",
        serialize=write_cursor,
        parse_value=read_cursor,
    ),
}
