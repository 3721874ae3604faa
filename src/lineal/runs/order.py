"""In which order runs are listed."""

from enum import Enum
from typing import Annotated

import strawberry

from lineal.kernel.fields import described
from lineal.kernel.ordering import KeyedOrder, order_by


@strawberry.enum(description="What runs can be ordered by.")
class RunOrderField(Enum):
    NAME = strawberry.enum_value("name", description="The name.")
    CREATED = strawberry.enum_value("createdAt", description="When it was told of.")
    UPDATED = strawberry.enum_value("updatedAt", description="When it was last changed.")
    STARTED = strawberry.enum_value("startedAt", description="When it began.")
    ENDED = strawberry.enum_value("endedAt", description="When it came to an end.")
    METRIC = strawberry.enum_value("metric.", description="The metric with a `key`.")
    PARAMETER = strawberry.enum_value("param.", description="The parameter with a `key`.")


@strawberry.input(description="An order of runs.")
class RunOrder(KeyedOrder):
    field: RunOrderField = described("By what.")


RunsByAge = Annotated[RunOrder | None, order_by("the newest first")]
