"""In which order model versions are listed."""

from enum import Enum
from typing import Annotated

import strawberry

from lineal.kernel.fields import described
from lineal.kernel.ordering import KeyedOrder, order_by


@strawberry.enum(description="What model versions can be ordered by.")
class ModelVersionOrderField(Enum):
    NUMBER = strawberry.enum_value("number", description="The number in its model.")
    LABEL = strawberry.enum_value("label", description="The label.")
    CREATED = strawberry.enum_value("createdAt", description="When it was registered.")
    SIZE = strawberry.enum_value("sizeBytes", description="How large its content is.")
    METRIC = strawberry.enum_value("metric.", description="The metric with a `key`.")
    PARAMETER = strawberry.enum_value("param.", description="The parameter with a `key`.")


@strawberry.input(description="An order of model versions.")
class ModelVersionOrder(KeyedOrder):
    field: ModelVersionOrderField = described("By what.")


ByAge = Annotated[ModelVersionOrder | None, order_by("the newest first")]
