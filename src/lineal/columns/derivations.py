"""Which columns were made from which."""

from typing import TYPE_CHECKING, Annotated

import strawberry

from lineal.kernel.fields import described
from lineal.kernel.scalars import Ref

if TYPE_CHECKING:
    from lineal.columns.schema import Column
    from lineal.runs.schema import Run

LazyColumn = Annotated["Column", strawberry.lazy("lineal.columns.schema")]


@strawberry.type(description="That one column was made from another.")
class ColumnDerivation:
    from_: LazyColumn = described("What it was made from.", name="from")
    to: LazyColumn = described("What was made.")
    how: str | None = described("How, such as `identity`, `sum`, `joined on` or an expression.")
    run: Annotated["Run", strawberry.lazy("lineal.runs.schema")] | None = described(
        "What made it; absent where it was told with a dataset version that no run is known of."
    )


@strawberry.input(description="That a column was made from others.")
class ColumnDerivationInput:
    from_: list[Ref] = described(
        "Columns of what was read, such as `risk/customers#2026-11.income`.", name="from"
    )
    to: Ref = described("A column of what was written.")
    how: str | None = described(
        "How, such as `identity`, `sum`, `joined on` or an expression.", default=None
    )
