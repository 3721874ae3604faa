"""What runs and versions are listed by, of all that was measured and told."""

import math
from typing import Any

import strawberry

from lineal.kernel.fields import described
from lineal.kernel.filters import ValueFilter, require_range
from lineal.kernel.refusals import InvalidInput


@strawberry.input(
    description="A metric that must have been measured; all that is given must hold of it."
)
class MetricFilter:
    key: str = described("The key.")
    gte: float | None = described("This number, or a larger one.", default=None)
    lte: float | None = described("This number, or a smaller one.", default=None)


@strawberry.input(
    description="A parameter that must have been given; all that is given must hold of it."
)
class ParameterFilter(ValueFilter):
    pass


def measured(filter_: MetricFilter) -> dict[str, Any]:
    """Returns what `filters/value.cypher` reads of a metric, or raises InvalidInput."""
    for side in ("gte", "lte"):
        _require_finite(filter_, side)
    require_range(filter_.gte, filter_.lte)
    return {"key": filter_.key, "atLeast": filter_.gte, "atMost": filter_.lte}


def _require_finite(filter_: MetricFilter, side: str) -> None:
    bound = getattr(filter_, side)
    if bound is not None and not math.isfinite(bound):
        message = f"metric {filter_.key[:80]!r}: {side}: {bound} is not a finite number"
        raise InvalidInput(message, ("where", "metric", side))
