"""Mappings, which people write, and the lists of pairs as which the API takes and gives them."""

from collections.abc import Mapping
from functools import cache
from typing import Annotated, Any

from pydantic import BeforeValidator, PlainSerializer, TypeAdapter

Value = str | int | float | bool


def _reads(key: str, value: str) -> BeforeValidator:
    def read(given: Any) -> Any:
        return {each[key]: each[value] for each in given} if isinstance(given, list) else given

    return BeforeValidator(read)


def _writes(key: str, value: str) -> PlainSerializer:
    return PlainSerializer(
        lambda given: [{key: name, value: content} for name, content in given.items()]
    )


Parameters = Annotated[Mapping[str, Value], _reads("key", "value"), _writes("key", "value")]
Metrics = Annotated[Mapping[str, float], _reads("key", "value"), _writes("key", "value")]
Columns = Annotated[Mapping[str, str], _reads("name", "type"), _writes("name", "type")]


def pairs(given: Mapping[str, Any] | None, type_: Any) -> Any:
    """Returns a mapping of one of these types as the API takes it."""
    return None if given is None else _adapter(type_).dump_python(given)


@cache
def _adapter(type_: Any) -> TypeAdapter[Any]:
    return TypeAdapter(type_)
