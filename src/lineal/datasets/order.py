"""In which order dataset versions are listed."""

from enum import Enum
from typing import Annotated

import strawberry

from lineal.kernel.fields import described
from lineal.kernel.ordering import KeyedOrder, order_by


@strawberry.enum(description="What dataset versions can be ordered by.")
class DatasetVersionOrderField(Enum):
    LABEL = strawberry.enum_value("label", description="The label.")
    CREATED = strawberry.enum_value("createdAt", description="When it was registered.")
    SIZE = strawberry.enum_value("sizeBytes", description="How large the data is.")
    ROWS = strawberry.enum_value("rowCount", description="How many rows it has.")
    STATISTIC = strawberry.enum_value("stat.", description="The statistic with a `key`.")


@strawberry.input(description="An order of dataset versions.")
class DatasetVersionOrder(KeyedOrder):
    field: DatasetVersionOrderField = described("By what.")


ByAge = Annotated[DatasetVersionOrder | None, order_by("the newest first")]
