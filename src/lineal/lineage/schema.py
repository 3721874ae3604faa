"""What a thing was made from, what it affects, and how two things are connected."""

from collections.abc import Mapping, Sequence
from enum import Enum
from typing import Annotated, Any

import strawberry

from lineal.columns.schema import ColumnWhere, asked_of_column
from lineal.kernel import refs
from lineal.kernel.fields import (
    LARGEST_PAGE,
    After,
    First,
    Parameters,
    argument,
    described,
    fetched,
)
from lineal.kernel.filters import any_of
from lineal.kernel.paging import PageInfo
from lineal.kernel.refs import Form
from lineal.kernel.refusals import InvalidInput
from lineal.kernel.scalars import DateTime, Ref
from lineal.lineage.nodes import AsOf, Kinds, LineageKind, LineageNode, MaxDepth, depth, walk

LARGEST_START = 1000
MOST_COLUMNS = 10_000


@strawberry.enum(description="Which way to follow the edges.")
class Direction(Enum):
    UPSTREAM = strawberry.enum_value("UPSTREAM", description="To what it was made from.")
    DOWNSTREAM = strawberry.enum_value("DOWNSTREAM", description="To what was made from it.")
    BOTH = strawberry.enum_value("BOTH", description="First one, then the other.")


@strawberry.enum(description="Why an answer is not the whole of it.")
class Truncation(Enum):
    PAGE = strawberry.enum_value("PAGE", description="There are more pages.")
    STARTS = strawberry.enum_value(
        "STARTS", description="More columns were found than are followed: only some of them were."
    )
    DEPTH = strawberry.enum_value("DEPTH", description="`maxDepth` was reached; more lies beyond.")


@strawberry.enum(description="How one node leads to the next; always the way the data flows.")
class EdgeType(Enum):
    CONSUMED_BY = strawberry.enum_value("CONSUMED_BY", description="The run read it.")
    PRODUCED = strawberry.enum_value("PRODUCED", description="The run wrote it.")
    DERIVED_INTO = strawberry.enum_value("DERIVED_INTO", description="It was the base of that.")
    DEPLOYED_AS = strawberry.enum_value("DEPLOYED_AS", description="The version serves there.")
    FEEDS = strawberry.enum_value("FEEDS", description="The predictions go there.")
    USED_BY = strawberry.enum_value("USED_BY", description="The version uses the column.")
    PART_OF = strawberry.enum_value(
        "PART_OF",
        description="The column is a part of that; what follows may have used it or not: nothing "
        "was told of columns there.",
    )


@strawberry.type(description="An edge of lineage, pointing the way the data flows.")
class LineageEdge:
    type: EdgeType = described("What it means.")
    from_: strawberry.ID = described("The id of the node it comes from.", name="from")
    to: strawberry.ID = described("The id of the node it leads to.")
    role: str | None = described("As what it was read, or how it was derived.")
    weight: float | None = described("Of a version in a deployment: its share of the traffic.")
    since: DateTime = described("From when on it held.")
    until: DateTime | None = described("Until when it held; absent while it does.")


CERTAIN = (
    "Whether each step to it was told. From a column, what used its dataset version without a word "
    "of columns is followed too, as the only way to miss nothing: what is reached only so is not "
    "certain."
)


@strawberry.type(description="A node that was reached.")
class LineageStep:
    distance: int = described("How many edges lie between it and the nearest start.")
    node: LineageNode = described("The node.")
    certain: bool = described(CERTAIN)


@strawberry.type(description="How many nodes of a kind were reached.")
class KindCount:
    kind: LineageKind = described("The kind.")
    count: int = described("How many.")


@strawberry.type(description="What was reached from one or more starts.")
class Lineage:
    as_of: DateTime | None = described("The moment that was asked for; absent: now.")
    nodes: list[LineageStep] = described("The page of nodes, nearest first, starts included.")
    edges: list[LineageEdge] = described(
        "The edges among the nodes of the page, and between them and those of earlier pages: over "
        "all pages each edge comes once."
    )
    counts: list[KindCount] = described("How many nodes of each kind, on all pages.")
    total_count: int = described("How many nodes, on all pages.")
    complete: bool = described("Whether this is all of it, with nothing cut off.")
    truncated_by: Truncation | None = described("What cut it off, where it is not complete.")
    page_info: PageInfo = described("Where the page is in the list.")


@strawberry.type(description="How many of what is affected are in one environment.")
class EnvironmentCount:
    environment: str = described("The environment, such as `production`.")
    count: int = described("How many deployments.")


@strawberry.type(description="How many of what is affected belong to one namespace.")
class NamespaceCount:
    namespace: str = described("The name of the namespace.")
    count: int = described("How many deployments and applications.")


@strawberry.type(description="One shortest way from one node to another, along the data.")
class Path:
    nodes: list[LineageNode] = described("The nodes, from the first to the last.")
    edges: list[LineageEdge] = described(
        "The edges between them, in their order; a `PART_OF` that leads to a column points back."
    )
    length: int = described("How many edges.")
    certain: bool = described(CERTAIN)


@strawberry.type(description="A deployment or an application that is affected.")
class ImpactItem:
    distance: int = described("How many edges lie between it and the nearest start.")
    node: LineageNode = described("The deployment or application, with its owners.")
    certain: bool = described(CERTAIN)
    explanation: Path = described(
        "One shortest way by which it is affected; where there is a certain one, of those."
    )


@strawberry.type(description="What is affected if something turns out to be wrong.")
class Impact:
    column_count: int | None = described(
        "At how many columns it started because they are as `columns` says; absent if that was not "
        "asked. 0 may be a mistyped tag: nothing is affected by no column."
    )
    items: list[ImpactItem] = described(
        "The page of affected deployments and applications, nearest first."
    )
    environments: list[EnvironmentCount] = described("Affected deployments by environment.")
    namespaces: list[NamespaceCount] = described("What is affected by namespace.")
    counts: list[KindCount] = described("All nodes that were reached, by kind.")
    total_count: int = described("How many deployments and applications, on all pages.")
    complete: bool = described("Whether this is all of it, with nothing cut off.")
    truncated_by: Truncation | None = described("What cut it off, where it is not complete.")
    page_info: PageInfo = described("Where the page is in the list.")


def starts(of: Sequence[str], name: str = "of") -> list[dict[str, str | None]]:
    """Returns parsed refs, or raises InvalidInput or InvalidRef."""
    if not 1 <= len(of) <= LARGEST_START:
        raise InvalidInput(f"{name}: give between 1 and {LARGEST_START} refs", (name,))
    return [refs.parse(text).parameter() for text in of]


def is_one(of: Sequence[Mapping[str, Any]]) -> bool:
    """Returns whether parsed refs name one node at most, which is a model version."""
    [first, *more] = of
    return not more and first["form"] in (Form.NUMBER.value, Form.ALIAS.value)


Of = Annotated[
    list[Ref],
    argument(
        "Where to start: dataset versions, columns, runs, model versions, deployments, "
        "applications; a dataset or a model stands for all its versions."
    ),
]


@strawberry.type
class LineageQuery:
    @fetched(Lineage | None)
    def lineage(
        of: Of,
        direction: Annotated[Direction, argument("Which way to go.")] = Direction.UPSTREAM,
        max_depth: MaxDepth = 20,
        kinds: Kinds = None,
        as_of: AsOf = None,
        first: First = LARGEST_PAGE,
        after: After = None,
    ) -> Parameters:
        """What these nodes were made from, what was made from them, or both, with distances."""
        reach = walk(max_depth, kinds, as_of, first, after)
        begins = starts(of)
        return reach | {
            "of": begins,
            "direction": direction.value,
            "several": direction is Direction.BOTH or not is_one(begins),
        }

    @fetched(Impact | None)
    def impact(
        of: Annotated[
            list[Ref] | None,
            argument("What may be wrong, as `lineage` takes it; this, `columns`, or both."),
        ] = None,
        columns: Annotated[
            ColumnWhere | None,
            argument(
                "Start at all columns that these hold of, such as those of personal data: at "
                f"{MOST_COLUMNS:,} at the most. Archived ones too, as what was made from them may "
                "still serve; and by what is said of them today, also with `asOf`."
            ),
        ] = None,
        max_depth: MaxDepth = 20,
        environments: Annotated[
            list[str] | None, argument("Only deployments in these environments.")
        ] = None,
        as_of: AsOf = None,
        first: First = LARGEST_PAGE,
        after: After = None,
    ) -> Parameters:
        """The deployments and applications that are affected if these nodes are wrong.

        Each comes with its owners and one shortest explanation.
        """
        if of is None and columns is None:
            raise InvalidInput("of: give this, columns, or both", ("of",))
        reach = walk(max_depth, None, as_of, first, after)
        named = [] if of is None else starts(of)
        found = any_of(columns, asked_of_column, "columns")
        found |= {"archivedToo": True, "searched": columns is not None}
        return found | reach | {"of": named, "environments": environments}

    @fetched(Path | None)
    def path(
        from_: Annotated[Ref, argument("Where the data comes from.", name="from")],
        to: Annotated[Ref, argument("Where it ends up.")],
        max_depth: MaxDepth = 20,
        as_of: AsOf = None,
    ) -> Parameters:
        """One shortest way from one node to another along the data, or nothing if there is none.

        Where none was told from a column or to one, it is one that the data may have gone: through
        what used a dataset version as a whole, without a word of columns.
        """
        sources, targets = starts([from_], "from"), starts([to], "to")
        return {
            "kinds": [LineageKind.COLUMN.value],
            "from": sources,
            "to": targets,
            "ends": sources + targets,
            "maxDepth": depth(max_depth),
            "asOf": as_of,
            "environments": None,
        }
