"""Columns of dataset versions: what is in the data, and which of it is personal."""

from typing import TYPE_CHECKING, Annotated

import strawberry

from lineal.columns.derivations import ColumnDerivation
from lineal.kernel import refs
from lineal.kernel.change import Change, Made
from lineal.kernel.fields import After, First, Parameters, argument, described, fetched
from lineal.kernel.filters import (
    Condition,
    RecordFilter,
    RefFilter,
    TextFilter,
    any_of,
    every,
    no,
    recorded,
    refs_of,
    some,
    texts,
)
from lineal.kernel.inputs import RecordUpdate
from lineal.kernel.mutation import AnewInput, mutation
from lineal.kernel.nodes import Revised
from lineal.kernel.ordering import ordered
from lineal.kernel.paging import Connection, page
from lineal.kernel.refused import AmbiguousRef, NotFound
from lineal.kernel.scalars import Ref
from lineal.kernel.updates import update
from lineal.lineage.nodes import LineageNode
from lineal.models.order import ByAge

if TYPE_CHECKING:
    from lineal.datasets.schema import DatasetVersion
    from lineal.models.schema import ModelVersion


@strawberry.type(description="A column of a dataset version, which may be tagged after the fact.")
class Column(LineageNode, Revised):
    name: str = described("Its name.")
    type: str = described("The type of its values, in the words of where it comes from.")
    dataset_version: Annotated["DatasetVersion", strawberry.lazy("lineal.datasets.schema")] = (
        described("What it is a column of.")
    )
    derived_from: list[ColumnDerivation] = described(
        "What it was made from, if that was told, by ref."
    )

    @fetched(Connection[Annotated["ModelVersion", strawberry.lazy("lineal.models.schema")]])
    def used_by(order_by: ByAge = None, first: First = 50, after: After = None) -> Parameters:
        """The model versions that name it as a feature, newest first."""
        return ordered(order_by, first, after, "id")


@strawberry.input(
    description="A column of a table. Its links and properties of your own are those that the last "
    "column of this name in the dataset has now."
)
class ColumnInput:
    name: str = described("Its name; no two columns of one version have the same.")
    type: str = described("The type of its values.")
    description: str | None = described(
        "What it is, in Markdown. Absent: what was last said of a column of this name in the "
        "dataset; an empty text says nothing.",
        default=None,
    )
    tags: list[str] | None = described(
        "Words by which it is found, such as `personal-data`. Absent: those that the last column "
        "of this name in the dataset has now, so that none is lost where a job tells only names "
        "and types; an empty list: none.",
        default=None,
    )


@strawberry.input(description="Which columns to list; all that is given must hold.")
class ColumnWhere(RecordFilter):
    namespace: TextFilter | None = described("The name of the namespace.", default=None)
    dataset: RefFilter | None = described("The dataset, or one version of it.", default=None)
    name: TextFilter | None = described("The name.", default=None)
    type: TextFilter | None = described("The type of the values.", default=None)
    and_: list["ColumnWhere"] | None = every()
    or_: list["ColumnWhere"] | None = some()
    not_: "ColumnWhere | None" = no()


def asked_of_column(where: ColumnWhere) -> Condition:
    """Returns the condition that `columns/filter_columns.cypher` reads."""
    return recorded(where) | {
        "datasets": refs_of(where.dataset, "dataset", "Dataset", "DatasetVersion"),
        "names": texts(where.name),
        "types": texts(where.type),
    }


@strawberry.type
class ColumnQuery:
    @fetched(Column | None)
    def column(
        ref: Annotated[
            Ref,
            argument(
                "`namespace/dataset#label-or-digest.column`, or its id. Of several labels that may "
                "be meant the longest counts. Odd characters may be spelled as in a URL, such as "
                "`net%20income`; a dot in the name is `%2E`."
            ),
        ],
    ) -> Parameters:
        """The column that a ref names, or nothing."""
        return {"ref": refs.parse(ref).parameter(), "asOf": None}

    @fetched(Connection[Column])
    def columns(
        where: Annotated[ColumnWhere | None, argument("Which ones.")] = None,
        first: First = 50,
        after: After = None,
    ) -> Parameters:
        """Columns of dataset versions, by ref."""
        return page("ref", first, after) | any_of(where, asked_of_column)


@strawberry.input(
    description="What is said anew of a column, such as that it is personal data after all."
)
class UpdateColumnInput(AnewInput):
    pass


@strawberry.type(description="The column is as it was told.")
class UpdateColumnSuccess:
    column: Column = described("The column.")


@strawberry.type
class ColumnMutation:
    @mutation(UpdateColumnSuccess, NotFound, AmbiguousRef)
    async def update_column(change: Change, input: UpdateColumnInput) -> Made:
        """Says anew what a column is; what is absent stays as it was, and so do name and type."""
        return {"column": await update(change, "Column", RecordUpdate.of(input.told()))}
