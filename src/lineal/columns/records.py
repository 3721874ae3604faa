"""Columns, before they are made."""

from typing import Annotated

from pydantic import AfterValidator, Field

from lineal.kernel.inputs import MOST, Line, NewRecord, Text, Texts


class NewColumn(NewRecord):
    """A column of a dataset version; what is None is as it was in the version before."""

    name: Line
    type: Line
    description: Text | None = None
    tags: Texts | None = None


def _differ(columns: list[NewColumn]) -> list[NewColumn]:
    seen: set[str] = set()
    for column in columns:
        if column.name in seen:
            raise ValueError(f"{column.name!r} is given twice")
        seen.add(column.name)
    return columns


class NewDerivation(NewRecord):
    """That a column was made from others."""

    to: str
    how: Line | None = None
    from_: list[str] = Field(min_length=1, max_length=MOST)


NewColumns = Annotated[list[NewColumn], Field(max_length=10_000), AfterValidator(_differ)]
