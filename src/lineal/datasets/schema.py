"""Datasets and their immutable versions."""

from enum import Enum
from typing import TYPE_CHECKING, Annotated

import strawberry

from lineal.columns.derivations import ColumnDerivationInput
from lineal.columns.schema import Column, ColumnInput
from lineal.datasets import service
from lineal.datasets.order import ByAge
from lineal.datasets.records import NewDataset, RegisteredDatasetVersion
from lineal.kernel import bulk, refs
from lineal.kernel.change import Change, Made
from lineal.kernel.fields import After, First, Parameters, argument, described, fetched
from lineal.kernel.filters import (
    Condition,
    NamedWhere,
    RecordFilter,
    RefFilter,
    TextFilter,
    TimeFilter,
    any_of,
    every,
    named,
    no,
    recorded,
    refs_of,
    some,
    span,
    texts,
)
from lineal.kernel.inputs import NamedUpdate, RecordUpdate
from lineal.kernel.mutation import AnewInput, MutationInput, UpdateInput, mutation
from lineal.kernel.nodes import Named, OwnDetails, Revised
from lineal.kernel.ordering import ByName, ordered
from lineal.kernel.paging import Connection
from lineal.kernel.refused import AlreadyExists, AmbiguousRef, ItemsRefused, NotFound
from lineal.kernel.scalars import Long, Ref, Value
from lineal.kernel.updates import update
from lineal.lineage.nodes import LineageNode
from lineal.runs.order import RunsByAge

if TYPE_CHECKING:
    from lineal.namespaces.schema import Namespace
    from lineal.runs.schema import Run

LazyVersion = Annotated["DatasetVersion", strawberry.lazy("lineal.datasets.schema")]


@strawberry.enum(description="What form a dataset has.")
class DatasetKind(Enum):
    TABLE = strawberry.enum_value("TABLE", description="Rows and columns.")
    FOLDER = strawberry.enum_value("FOLDER", description="Files, such as images or texts.")
    STREAM = strawberry.enum_value("STREAM", description="Events that keep coming.")
    FEATURE_VIEW = strawberry.enum_value("FEATURE_VIEW", description="A view of a feature store.")


@strawberry.type(description="A figure about a dataset version, such as a mean.")
class Statistic:
    key: str = described("What it is a figure of.")
    value: Value = described("The figure.")


@strawberry.type(description="A table, folder, stream or feature view, whatever state it is in.")
class Dataset(Named):
    namespace: Annotated["Namespace", strawberry.lazy("lineal.namespaces.schema")] = described(
        "The business unit that it belongs to."
    )
    kind: DatasetKind = described("What form it has.")
    latest_version: LazyVersion | None = described("The version that was registered last.")

    @fetched(Connection[LazyVersion])
    def versions(order_by: ByAge = None, first: First = 50, after: After = None) -> Parameters:
        """Its versions, newest first."""
        return ordered(order_by, first, after, "id")


@strawberry.type(description="An immutable state of a dataset; what is said of it may change.")
class DatasetVersion(LineageNode, Revised):
    dataset: Dataset = described("What it is a state of.")
    label: str = described("What the state is called, such as a date; unique in the dataset.")
    uri: str | None = described("Where the data is.")
    digest: str | None = described("The digest of the content, such as `sha256:…`.")
    size_bytes: Long | None = described("How large the data is.")
    row_count: Long | None = described("How many rows it has.")
    columns: list[Column] = described("Its columns, in their order.")
    statistics: list[Statistic] = described("Figures about it, by key.")
    produced_by: Annotated["Run", strawberry.lazy("lineal.runs.schema")] | None = described(
        "The run that wrote it first."
    )

    @fetched(Connection[Annotated["Run", strawberry.lazy("lineal.runs.schema")]])
    def consumed_by(
        order_by: RunsByAge = None, first: First = 50, after: After = None
    ) -> Parameters:
        """The runs that read it, newest first."""
        return ordered(order_by, first, after, "id")


@strawberry.input(description="Which dataset versions to list; all that is given must hold.")
class DatasetVersionWhere(RecordFilter):
    namespace: TextFilter | None = described("The name of the namespace.", default=None)
    dataset: RefFilter | None = described("The dataset.", default=None)
    digest: TextFilter | None = described("The digest of the content.", default=None)
    created: TimeFilter | None = described("When it was registered.", default=None)
    and_: list["DatasetVersionWhere"] | None = every()
    or_: list["DatasetVersionWhere"] | None = some()
    not_: "DatasetVersionWhere | None" = no()


def asked_of_version(where: DatasetVersionWhere) -> Condition:
    """Returns the condition that `datasets/filter_versions.cypher` reads."""
    return recorded(where) | {
        "datasets": refs_of(where.dataset, "dataset", "Dataset"),
        "digests": texts(where.digest),
        **span(where.created),
    }


@strawberry.type
class DatasetQuery:
    @fetched(Dataset | None)
    def dataset(
        ref: Annotated[Ref, argument("`namespace/dataset`, or its id.")],
    ) -> Parameters:
        """The dataset that a ref names, or nothing."""
        return {"ref": refs.parse(ref).parameter(), "asOf": None}

    @fetched(DatasetVersion | None)
    def dataset_version(
        ref: Annotated[Ref, argument("`namespace/dataset#label-or-digest`, or its id.")],
    ) -> Parameters:
        """The dataset version that a ref names, or nothing."""
        return {"ref": refs.parse(ref).parameter(), "asOf": None}

    @fetched(Connection[Dataset])
    def datasets(
        where: Annotated[NamedWhere | None, argument("Which ones.")] = None,
        order_by: ByName = None,
        first: First = 50,
        after: After = None,
    ) -> Parameters:
        """Datasets, by namespace and name."""
        return ordered(order_by, first, after, "ref") | any_of(where, named)

    @fetched(Connection[DatasetVersion])
    def dataset_versions(
        where: Annotated[DatasetVersionWhere | None, argument("Which ones.")] = None,
        order_by: ByAge = None,
        first: First = 50,
        after: After = None,
    ) -> Parameters:
        """Dataset versions, newest first."""
        return ordered(order_by, first, after, "id") | any_of(where, asked_of_version)


@strawberry.input(description="A figure about a dataset version.")
class StatisticInput:
    key: str = described("What it is a figure of.")
    value: Value = described("The figure: a text, a number or a boolean.")


@strawberry.input(description="What is said of a dataset when it is made.")
class DatasetDetails(OwnDetails):
    kind: DatasetKind = described("What form it has.", default=DatasetKind.TABLE)
    description: str | None = described("What it is, in Markdown.", default=None)
    tags: list[str] = described("Words by which it is found.", default_factory=list)
    owners: list[str] = described("The users and teams that answer for it.", default_factory=list)


@strawberry.input(description="A dataset to be made.")
class CreateDatasetInput(MutationInput, DatasetDetails):
    ref: Ref = described("Its namespace and name, such as `risk/customers`.")


@strawberry.input(description="An immutable state of a dataset.")
class DatasetVersionInput(OwnDetails):
    dataset: Ref = described("The dataset, such as `risk/customers`.")
    create_dataset: DatasetDetails | None = described(
        "Makes the dataset if there is none; if there is one, this changes nothing.", default=None
    )
    label: str | None = described(
        "What the state is called, such as `2026-11`, but no digest; absent: the first 12 "
        "characters of the digest.",
        default=None,
    )
    description: str | None = described("What it is, in Markdown.", default=None)
    tags: list[str] = described("Words by which it is found.", default_factory=list)
    uri: str | None = described("Where the data is.", default=None)
    digest: str | None = described(
        "The digest of the content, with its algorithm, such as `sha256:…`.", default=None
    )
    size_bytes: Long | None = described("How large the data is.", default=None)
    row_count: Long | None = described("How many rows it has.", default=None)
    columns: list[ColumnInput] = described("Its columns, in their order.", default_factory=list)
    statistics: list[StatisticInput] = described("Figures about it.", default_factory=list)


@strawberry.input(description="An immutable state of a dataset, to be registered.")
class RegisteredDatasetVersionInput(DatasetVersionInput):
    derived_from: list[Ref] = described(
        "Dataset versions that it was made from directly, where no run is known.",
        default_factory=list,
    )
    derived_columns: list[ColumnDerivationInput] = described(
        "Which of its columns was made from which of those in `derivedFrom`; up to 10,000 pairs. "
        "Of a version in `derivedFrom` without a word here, all columns may have led to all of "
        "its own: what follows is not `certain` then.",
        default_factory=list,
    )


@strawberry.input(description="An immutable state of a dataset, to be registered.")
class RegisterDatasetVersionInput(MutationInput, RegisteredDatasetVersionInput):
    pass


@strawberry.input(description="Many states of datasets, to be registered: all of them, or none.")
class RegisterDatasetVersionsInput(MutationInput):
    items: list[RegisteredDatasetVersionInput] = described(
        "The states, up to 1,000, all within the deadline of the server. One may be derived from "
        "those before it."
    )


@strawberry.input(description="What is said anew of a dataset.")
class UpdateDatasetInput(UpdateInput):
    pass


@strawberry.type(description="The dataset was created.")
class CreateDatasetSuccess:
    dataset: Dataset = described("The dataset.")


@strawberry.type(description="The dataset is as it was told.")
class UpdateDatasetSuccess:
    dataset: Dataset = described("The dataset.")


@strawberry.type(description="The dataset version was registered.")
class RegisterDatasetVersionSuccess:
    dataset_version: DatasetVersion = described("The dataset version.")


@strawberry.type(description="All of them were registered.")
class RegisterDatasetVersionsSuccess:
    dataset_versions: list[DatasetVersion] = described("The dataset versions, item by item.")


@strawberry.input(description="What is said anew of a dataset version.")
class UpdateDatasetVersionInput(AnewInput):
    pass


@strawberry.type(description="The dataset version is described as it was told.")
class UpdateDatasetVersionSuccess:
    dataset_version: DatasetVersion = described("The dataset version.")


@strawberry.type
class DatasetMutation:
    @mutation(CreateDatasetSuccess, NotFound, AlreadyExists)
    async def create_dataset(change: Change, input: CreateDatasetInput) -> Made:
        """Creates a dataset, which has no version yet."""
        return {"dataset": await service.create_dataset(change, NewDataset.of(input))}

    @mutation(UpdateDatasetSuccess, NotFound)
    async def update_dataset(change: Change, input: UpdateDatasetInput) -> Made:
        """Says anew what a dataset is; what is absent stays as it was."""
        return {"dataset": await update(change, "Dataset", NamedUpdate.of(input.told()))}

    @mutation(RegisterDatasetVersionSuccess, NotFound, AmbiguousRef, AlreadyExists)
    async def register_dataset_version(
        change: Change,
        input: RegisterDatasetVersionInput,
    ) -> Made:
        """Registers an immutable state of a dataset.

        A label or a digest that the dataset already has is refused, and named.
        """
        new = RegisteredDatasetVersion.of(input)
        made = await bulk.one(change, new, service.register_dataset_versions)
        return {"datasetVersion": made}

    @mutation(RegisterDatasetVersionsSuccess, ItemsRefused)
    async def register_dataset_versions(
        change: Change, input: RegisterDatasetVersionsInput
    ) -> Made:
        """Registers up to 1,000 states of datasets in one transaction: all of them, or none.

        `expectedRevision` is that of each dataset among them before the first of its states.
        """
        made = await bulk.many(
            change, input, RegisteredDatasetVersion.of, service.register_dataset_versions
        )
        return {"datasetVersions": made}

    @mutation(UpdateDatasetVersionSuccess, NotFound)
    async def update_dataset_version(change: Change, input: UpdateDatasetVersionInput) -> Made:
        """Says anew what a dataset version is; what is absent stays as it was.

        Its label, data and digest never change.
        """
        new = RecordUpdate.of(input.told())
        return {"datasetVersion": await update(change, "DatasetVersion", new)}
