"""What runs measured: metrics, and their series over the steps of a run."""

from enum import Enum
from typing import Annotated

import strawberry

from lineal.kernel.fields import Parameters, argument, described, fetched
from lineal.kernel.refusals import InvalidInput
from lineal.kernel.scalars import DateTime, Long
from lineal.runs.directions import HIGHER, LOWER

FEWEST, MOST = 4, 10_000


@strawberry.enum(description="Which values of a metric are the better ones.")
class Extreme(Enum):
    MIN = strawberry.enum_value("MIN", description="The least.")
    MAX = strawberry.enum_value("MAX", description="The greatest.")


@strawberry.type(description="Something that was measured.")
class Metric:
    key: str = described("Its name, such as `auc`.")
    value: float = described("Its value.")


@strawberry.type(description="A part of the data, and what a run measured on it.")
class Slice:
    name: str = described("Which part, such as `region=eu`.")
    metrics: list[Metric] = described("What was measured on it, by key.")


@strawberry.type(description="A value that was measured at a step of a run.")
class MetricPoint:
    step: Long = described("The step, such as an epoch or a count of batches.")
    time: DateTime = described("When it was measured.")
    value: float = described("The value.")


@strawberry.type(description="The values of a metric over the steps of a run.")
class MetricSeries:
    key: str = described("The name of the metric, such as `loss`.")
    count: int = described("How many points there are.")
    last: MetricPoint = described(
        "The point with the highest step, whose value is that of the run's metric; of several at "
        "this step, the one that was told last."
    )
    min: MetricPoint = described("The first point with the least value.")
    max: MetricPoint = described("The first point with the greatest value.")

    @fetched(MetricPoint | None)
    def best(
        by: Annotated[
            Extreme | None,
            argument("Which values are better; absent: as the key says, if it is well known."),
        ] = None,
    ) -> Parameters:
        """The first point with the best value; absent where the key tells no side."""
        return {"by": by and by.value, "higher": HIGHER, "lower": LOWER}

    @fetched(list[MetricPoint])
    def points(
        at_most: Annotated[int, argument(f"How many, from {FEWEST} to {MOST:,}.")] = 500,
        from_step: Annotated[Long | None, argument("Only this step, and later ones.")] = None,
        to_step: Annotated[Long | None, argument("Only this step, and earlier ones.")] = None,
    ) -> Parameters:
        """The points by step, of one step as they were told; if there are too many, a choice.

        They are cut into parts of equally many points, and of each part the one with the least and
        the one with the greatest value are chosen, of equal ones the first and the last; besides,
        the first and the last of all. So no peak is lost, and nothing is an average: all are points
        that were told.
        """
        if not FEWEST <= at_most <= MOST:
            message = f"atMost: {at_most} is not between {FEWEST} and {MOST}"
            raise InvalidInput(message, ("atMost",))
        return {"atMost": at_most, "fromStep": from_step, "toStep": to_step}


@strawberry.input(description="A metric: a number under a key.")
class MetricInput:
    key: str = described("Its name, such as `auc`.")
    value: float = described("Its value.")


@strawberry.input(description="What was measured on a part of the data.")
class SliceInput:
    name: str = described("Which part, such as `region=eu`.")
    metrics: list[MetricInput] = described("What was measured on it.")


@strawberry.input(description="A value that was measured at a step of a run.")
class MetricPointInput:
    key: str = described("The name of the metric, such as `loss`.")
    step: Long = described("The step, such as an epoch or a count of batches: 0 or more.")
    value: float = described("The value, which is finite.")
    time: DateTime | None = described("When it was measured; absent: now.", default=None)
