"""Mappings, which people write, and the lists of pairs as which the API takes and gives them."""

from collections.abc import Mapping
from functools import cache
from typing import Annotated, Any

from pydantic import BaseModel, BeforeValidator, ConfigDict, PlainSerializer, TypeAdapter

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
ColumnTypes = Annotated[Mapping[str, str], _reads("name", "type"), _writes("name", "type")]


class ColumnDetails(BaseModel):
    """What there is to say of a column besides its name; a type alone may be a text."""

    model_config = ConfigDict(extra="forbid")

    type: str
    description: str | None = None
    tags: list[str] | None = None


def _by_name(given: Any) -> Any:
    if not isinstance(given, list):
        return given
    rows = [dict(each) for each in given]
    return {row.pop("name", ""): row for row in rows}


def _named(given: Mapping[str, Any]) -> list[dict[str, Any]]:
    return [
        {"name": name}
        | (
            {"type": told}
            if isinstance(told, str)
            else ColumnDetails.model_validate(told).model_dump()
        )
        for name, told in given.items()
    ]


NewColumns = Annotated[
    Mapping[str, str | ColumnDetails], BeforeValidator(_by_name), PlainSerializer(_named)
]
Packages = Annotated[Mapping[str, str], _reads("name", "version"), _writes("name", "version")]


def pairs(given: Mapping[str, Any] | None, type_: Any) -> Any:
    """Returns a mapping of one of these types as the API takes it."""
    return None if given is None else _adapter(type_).dump_python(given)


@cache
def _adapter(type_: Any) -> TypeAdapter[Any]:
    return TypeAdapter(type_)
