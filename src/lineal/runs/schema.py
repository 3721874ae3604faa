"""Runs: executions that read and write things."""

from enum import Enum
from typing import Annotated

import strawberry

from lineal.columns.derivations import ColumnDerivation, ColumnDerivationInput
from lineal.datasets.schema import DatasetVersionInput
from lineal.experiments.schema import Experiment, ExperimentDetails
from lineal.kernel import bulk, refs
from lineal.kernel.change import Change, Made
from lineal.kernel.fields import After, First, Parameters, argument, described, fetched
from lineal.kernel.filters import (
    Condition,
    RecordFilter,
    RefFilter,
    TextFilter,
    TimeFilter,
    any_of,
    every,
    no,
    recorded,
    refs_of,
    some,
    span,
    texts,
    wanted,
)
from lineal.kernel.inputs import RecordUpdate
from lineal.kernel.mutation import AnewInput, MutationInput, mutation
from lineal.kernel.nodes import OwnDetails, Revised
from lineal.kernel.ordering import ordered
from lineal.kernel.paging import Connection
from lineal.kernel.refused import (
    AlreadyExists,
    AmbiguousRef,
    ItemsRefused,
    NotFound,
)
from lineal.kernel.scalars import DateTime, Ref, Value
from lineal.kernel.updates import update
from lineal.lineage.nodes import LineageNode
from lineal.runs import service
from lineal.runs.measured import MetricFilter, ParameterFilter, measured
from lineal.runs.metrics import (
    Metric,
    MetricInput,
    MetricPointInput,
    MetricSeries,
    Slice,
    SliceInput,
)
from lineal.runs.order import RunsByAge
from lineal.runs.provenance import (
    RunEnvironment,
    RunEnvironmentInput,
    RunSource,
    RunSourceInput,
)
from lineal.runs.records import FinishedRun, LoggedMetrics, LoggedRun, NewRun

LazyRun = Annotated["Run", strawberry.lazy("lineal.runs.schema")]


@strawberry.enum(description="What a run is for.")
class RunKind(Enum):
    TRAINING = strawberry.enum_value("TRAINING", description="Makes model versions.")
    EVALUATION = strawberry.enum_value("EVALUATION", description="Measures model versions.")
    TRANSFORMATION = strawberry.enum_value("TRANSFORMATION", description="Makes data from data.")
    SCORING = strawberry.enum_value("SCORING", description="Makes data with a model version.")


@strawberry.enum(description="How a run is doing.")
class RunStatus(Enum):
    RUNNING = strawberry.enum_value("RUNNING", description="It can still be told more.")
    FINISHED = strawberry.enum_value("FINISHED", description="It came to its end.")
    FAILED = strawberry.enum_value("FAILED", description="It ended with an error.")
    CANCELLED = strawberry.enum_value("CANCELLED", description="Somebody ended it.")


@strawberry.type(description="Something that a run was told, such as a seed.")
class Parameter:
    key: str = described("Its name.")
    value: Value = described("Its value, with the type that it was given.")


@strawberry.type(description="Something that a run read.")
class RunInput:
    role: str = described("As what: train, validation, test, features, base, evaluated, …")
    node: LineageNode = described("The dataset version or model version.")


@strawberry.type(description="One execution that reads and writes things.")
class Run(LineageNode, Revised):
    name: str = described("What it is called; need not be unique.")
    kind: RunKind = described("What it is for.")
    status: RunStatus = described("How it is doing; only a running one can be told more.")
    status_reason: str | None = described("Why it has that status.")
    started_at: DateTime | None = described("When it began.")
    ended_at: DateTime | None = described("When it came to an end.")
    source: RunSource = described("The code that ran.")
    environment: RunEnvironment = described("What the code ran in.")
    parameters: list[Parameter] = described("What it was told, by key.")
    metrics: list[Metric] = described("What it measured, by key: of a series, the last value.")
    suite: str | None = described("What it tried a model version with, if it is an evaluation.")
    slices: list[Slice] = described("What it measured on parts of its data, by name.")
    inputs: list[RunInput] = described("What it read, by role and ref.")
    outputs: list[LineageNode] = described("What it wrote, by ref.")
    columns: list[ColumnDerivation] = described(
        "Which columns it made from which, if that was told, by ref."
    )
    experiment: Experiment | None = described("The experiment that it belongs to.")
    parent: LazyRun | None = described("The run that it is a part of.")

    @fetched(Connection[LazyRun])
    def children(order_by: RunsByAge = None, first: First = 50, after: After = None) -> Parameters:
        """The runs that are parts of it, such as the trials of a search, newest first."""
        return ordered(order_by, first, after, "id")

    @fetched(list[MetricSeries])
    def series(
        keys: Annotated[list[str] | None, argument("Only these.")] = None,
    ) -> Parameters:
        """What it measured step by step, by key."""
        return {"keys": keys}


@strawberry.input(description="Which runs to list; all that is given must hold.")
class RunWhere(RecordFilter):
    namespace: TextFilter | None = described("The name of the namespace.", default=None)
    experiment: RefFilter | None = described("The experiment.", default=None)
    parent: RefFilter | None = described("The run that it is a part of, by its id.", default=None)
    has_parent: bool | None = described(
        "Whether it is a part of another run; false: only runs that are none.", default=None
    )
    metric: list[MetricFilter] | None = described("What it measured.", default=None)
    parameter: list[ParameterFilter] | None = described("What it was told.", default=None)
    kind: list[RunKind] | None = described("One of these kinds.", default=None)
    status: list[RunStatus] | None = described("One of these statuses.", default=None)
    commit: TextFilter | None = described("The commit of the code.", default=None)
    suite: TextFilter | None = described("The suite of an evaluation.", default=None)
    created: TimeFilter | None = described("When it was told of.", default=None)
    and_: list["RunWhere"] | None = every()
    or_: list["RunWhere"] | None = some()
    not_: "RunWhere | None" = no()


def asked_of_run(where: RunWhere) -> Condition:
    """Returns the condition that `runs/filter_runs.cypher` reads."""
    return recorded(where) | {
        "kinds": None if where.kind is None else [kind.value for kind in where.kind],
        "statuses": None if where.status is None else [each.value for each in where.status],
        "commits": texts(where.commit),
        "suites": texts(where.suite),
        "experiments": refs_of(where.experiment, "experiment", "Experiment"),
        "parents": refs_of(where.parent, "parent", "Run"),
        "hasParent": where.has_parent,
        "metrics": None if where.metric is None else [measured(each) for each in where.metric],
        "parameters": None if where.parameter is None else [wanted(one) for one in where.parameter],
        **span(where.created),
    }


@strawberry.type
class RunQuery:
    @fetched(Run | None)
    def run(ref: Annotated[Ref, argument("Its id.")]) -> Parameters:
        """The run of this id, or nothing."""
        return {"ref": refs.parse(ref).parameter(), "asOf": None}

    @fetched(Connection[Run])
    def runs(
        where: Annotated[RunWhere | None, argument("Which ones.")] = None,
        order_by: RunsByAge = None,
        first: First = 50,
        after: After = None,
    ) -> Parameters:
        """Runs, newest first."""
        return ordered(order_by, first, after, "id") | any_of(where, asked_of_run)


@strawberry.input(description="A parameter: a text, a number or a boolean under a key.")
class ParameterInput:
    key: str = described("Its name.")
    value: Value = described("Its value; the type is kept.")


@strawberry.input(description="Something that a run read: give `ref` or `datasetVersion`.")
class RunInputInput:
    role: str = described("As what: train, validation, test, features, base, …", default="train")
    ref: Ref | None = described("A dataset version or a model version that is there.", default=None)
    dataset_version: DatasetVersionInput | None = described(
        "A dataset version; it is registered unless its digest is there already.", default=None
    )


@strawberry.input(description="Something that a run wrote: give `ref` or `datasetVersion`.")
class RunOutputInput:
    ref: Ref | None = described("A dataset version that is there.", default=None)
    dataset_version: DatasetVersionInput | None = described(
        "A dataset version; it is registered unless its digest is there already.", default=None
    )


@strawberry.input(description="What can be told of a run at any time while it is running.")
class RunFacts:
    parameters: list[ParameterInput] = described("What it was told.", default_factory=list)
    metrics: list[MetricInput] = described("What it measured.", default_factory=list)
    slices: list[SliceInput] = described(
        "What it measured on parts of its data.", default_factory=list
    )
    inputs: list[RunInputInput] = described("What it read.", default_factory=list)
    outputs: list[RunOutputInput] = described("What it wrote.", default_factory=list)
    tags: list[str] = described("Words by which it is found.", default_factory=list)
    columns: list[ColumnDerivationInput] = described(
        "Which columns of what it wrote it made from which of what it read. Between two dataset "
        "versions of which nothing is said, each column may have come from each; where something "
        "is said, that is all.",
        default_factory=list,
    )


@strawberry.input(description="What is known of a run from the beginning.")
class RunDetails(RunFacts, OwnDetails):
    name: str = described("What it is called; need not be unique.")
    kind: RunKind = described("What it is for.", default=RunKind.TRAINING)
    description: str | None = described("What it is, in Markdown.", default=None)
    source: RunSourceInput | None = described("The code that ran.", default=None)
    environment: RunEnvironmentInput | None = described("What the code ran in.", default=None)
    started_at: DateTime | None = described("When it began; absent: now.", default=None)
    suite: str | None = described(
        "What an evaluation tries a model version with, such as `holdout` or `fairness`.",
        default=None,
    )
    experiment: Ref | None = described(
        "The experiment that it belongs to, of the same namespace; absent: that of its parent.",
        default=None,
    )
    create_experiment: ExperimentDetails | None = described(
        "Makes the experiment if there is none; if there is one, this changes nothing.",
        default=None,
    )
    parent: Ref | None = described(
        "The run of the same namespace that it is a part of, which may have ended.", default=None
    )


@strawberry.input(description="A run that has ended, told of as a whole.")
class EndedRunDetails(RunDetails):
    ended_at: DateTime | None = described("When it came to an end; absent: now.", default=None)
    status: RunStatus = described("How it ended.", default=RunStatus.FINISHED)
    status_reason: str | None = described("Why it has that status.", default=None)


@strawberry.input(description="A run that begins.")
class StartRunInput(MutationInput, RunDetails):
    namespace: str = described("The name of the namespace that it belongs to.")


@strawberry.input(description="A run that has ended, to be recorded as a whole.")
class RegisteredRunInput(EndedRunDetails):
    namespace: str = described("The name of the namespace that it belongs to.")


@strawberry.input(description="A run that has ended, to be recorded as a whole.")
class RegisterRunInput(MutationInput, RegisteredRunInput):
    pass


@strawberry.input(description="Many runs that have ended, to be recorded: all of them, or none.")
class RegisterRunsInput(MutationInput):
    items: list[RegisteredRunInput] = described(
        "The runs, up to 1,000, all within the deadline of the server. One may read what those "
        "before it wrote."
    )


@strawberry.input(description="What there is to add to a running run.")
class LogRunInput(MutationInput, RunFacts):
    run: Ref = described("The id of the run.")


@strawberry.input(description="Values that a running run measured at its steps.")
class LogMetricsInput(MutationInput):
    run: Ref = described("The id of the run.")
    points: list[MetricPointInput] = described(
        "The values, in any order: up to 10,000, of up to 1,000 keys."
    )


@strawberry.input(description="The end of a run.")
class FinishRunInput(MutationInput, RunFacts):
    run: Ref = described("The id of the run.")
    status: RunStatus = described("How it ended.", default=RunStatus.FINISHED)
    status_reason: str | None = described("Why it has that status.", default=None)
    ended_at: DateTime | None = described("When it came to an end; absent: now.", default=None)


@strawberry.type(description="The run was started.")
class StartRunSuccess:
    run: Run = described("The run.")


@strawberry.type(description="The run was recorded.")
class RegisterRunSuccess:
    run: Run = described("The run.")


@strawberry.type(description="All of them were recorded.")
class RegisterRunsSuccess:
    runs: list[Run] = described("The runs, item by item.")


@strawberry.type(description="What was told was added to the run.")
class LogRunSuccess:
    run: Run = described("The run.")


@strawberry.type(description="The values were added to the series of the run.")
class LogMetricsSuccess:
    run: Run = described("The run.")


@strawberry.type(description="The run is finished, and will not change any more.")
class FinishRunSuccess:
    run: Run = described("The run.")


@strawberry.input(description="What is said anew of a run.")
class UpdateRunInput(AnewInput):
    pass


@strawberry.type(description="The run is described as it was told.")
class UpdateRunSuccess:
    run: Run = described("The run.")


@strawberry.type
class RunMutation:
    @mutation(StartRunSuccess, NotFound, AmbiguousRef, AlreadyExists)
    async def start_run(change: Change, input: StartRunInput) -> Made:
        """Begins a run, which can be told more until it is finished."""
        return {"run": await service.start_run(change, NewRun.of(input))}

    @mutation(LogRunSuccess, NotFound, AmbiguousRef, AlreadyExists)
    async def log_run(change: Change, input: LogRunInput) -> Made:
        """Adds to a running run. A parameter or a metric of the same key is replaced."""
        return {"run": await service.log_run(change, LoggedRun.of(input))}

    @mutation(LogMetricsSuccess, NotFound)
    async def log_metrics(change: Change, input: LogMetricsInput) -> Made:
        """Adds values to the series of a running run's metrics.

        The metric of the run becomes the value at the highest step. Late steps take their place. A
        value that a step has already is not added again; another value at the same step is kept
        beside it.
        """
        return {"run": await service.log_metrics(change, LoggedMetrics.of(input))}

    @mutation(FinishRunSuccess, NotFound, AmbiguousRef, AlreadyExists)
    async def finish_run(change: Change, input: FinishRunInput) -> Made:
        """Ends a run, with the last there is to tell; from then on it never changes."""
        return {"run": await service.finish_run(change, FinishedRun.of(input))}

    @mutation(RegisterRunSuccess, NotFound, AmbiguousRef, AlreadyExists)
    async def register_run(change: Change, input: RegisterRunInput) -> Made:
        """Records a run that has ended, as a whole."""
        return {"run": await bulk.one(change, NewRun.of(input), service.register_runs)}

    @mutation(RegisterRunsSuccess, ItemsRefused)
    async def register_runs(change: Change, input: RegisterRunsInput) -> Made:
        """Records up to 1,000 runs that have ended in one transaction: all of them, or none."""
        made = await bulk.many(change, input, NewRun.of, service.register_runs)
        return {"runs": made}

    @mutation(UpdateRunSuccess, NotFound)
    async def update_run(change: Change, input: UpdateRunInput) -> Made:
        """Says anew what a run is, also after its end; what is absent stays as it was."""
        new = RecordUpdate.of(input.told())
        return {"run": await update(change, "Run", new)}
