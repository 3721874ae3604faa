"""The interface of everything that data flows through."""

from datetime import datetime
from enum import Enum
from typing import TYPE_CHECKING, Annotated, Any

import strawberry

from lineal.kernel.fields import (
    DEEPEST,
    LARGEST_PAGE,
    After,
    First,
    Parameters,
    argument,
    described,
    fetched,
)
from lineal.kernel.nodes import Record
from lineal.kernel.paging import another_list, limit
from lineal.kernel.refusals import InvalidInput
from lineal.kernel.scalars import DateTime

if TYPE_CHECKING:
    from lineal.lineage.schema import Lineage
    from lineal.namespaces.schema import Namespace


@strawberry.enum(description="The kinds of nodes that data flows through.")
class LineageKind(Enum):
    DATASET_VERSION = strawberry.enum_value("DatasetVersion", description="A state of a dataset.")
    COLUMN = strawberry.enum_value("Column", description="A column of such a state.")
    RUN = strawberry.enum_value("Run", description="An execution.")
    MODEL_VERSION = strawberry.enum_value("ModelVersion", description="A result of a model.")
    DEPLOYMENT = strawberry.enum_value("Deployment", description="A place where versions serve.")
    APPLICATION = strawberry.enum_value("Application", description="A consumer of predictions.")


MaxDepth = Annotated[
    int, argument(f"How many edges to follow at most, up to {DEEPEST}; runs count as nodes.")
]
Kinds = Annotated[
    list[LineageKind] | None,
    argument("Only nodes of these kinds; the way to them leads through all kinds."),
]
AsOf = Annotated[DateTime | None, argument("As it was known at this moment; absent: as it is now.")]


def walk(max_depth: int, kinds: Any, as_of: datetime | None, first: int, after: Any) -> Parameters:
    """Returns the parameters of a traversal, or raises InvalidInput."""
    return {
        "maxDepth": depth(max_depth),
        "kinds": None if kinds is None else [kind.value for kind in kinds],
        "asOf": as_of,
        "first": limit(first),
        "after": step(after),
    }


def depth(max_depth: int) -> int:
    """Returns the depth, or raises InvalidInput."""
    if not 0 <= max_depth <= DEEPEST:
        raise InvalidInput(f"maxDepth: {max_depth} is not between 0 and {DEEPEST}", ("maxDepth",))
    return max_depth


def step(after: Any) -> Any:
    """Returns the distance and id that a traversal's cursor holds, or raises InvalidInput."""
    if after is None:
        return None
    distance = after[0]
    whole = type(distance) is int and 0 <= distance <= DEEPEST
    if len(after) != 2 or not whole or not isinstance(after[1], str):
        raise another_list()
    return {"distance": distance, "id": after[1]}


@strawberry.interface(
    description="Anything that data flows through: what it was made from, what was made from it."
)
class LineageNode(Record):
    namespace: Annotated["Namespace", strawberry.lazy("lineal.namespaces.schema")] = described(
        "The business unit that it belongs to."
    )

    @fetched(Annotated["Lineage", strawberry.lazy("lineal.lineage.schema")])
    def upstream(
        max_depth: MaxDepth = 20,
        kinds: Kinds = None,
        as_of: AsOf = None,
        first: First = LARGEST_PAGE,
        after: After = None,
    ) -> Parameters:
        """What it was made from, nearest first; it comes first itself, with distance 0."""
        return walk(max_depth, kinds, as_of, first, after)

    @fetched(Annotated["Lineage", strawberry.lazy("lineal.lineage.schema")])
    def downstream(
        max_depth: MaxDepth = 20,
        kinds: Kinds = None,
        as_of: AsOf = None,
        first: First = LARGEST_PAGE,
        after: After = None,
    ) -> Parameters:
        """What was made from it, nearest first; it comes first itself, with distance 0."""
        return walk(max_depth, kinds, as_of, first, after)
