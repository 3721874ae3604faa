"""Evaluations: what was measured of a model version after it was made."""

from typing import TYPE_CHECKING, Annotated

import strawberry

from lineal.datasets.schema import DatasetVersion
from lineal.evaluations import service
from lineal.evaluations.records import NewEvaluation
from lineal.evaluations.where import EvaluationWhere, asked_of_evaluation
from lineal.experiments.schema import ExperimentDetails
from lineal.kernel.change import Change, Made
from lineal.kernel.fields import After, First, Parameters, argument, described, fetched
from lineal.kernel.filters import any_of
from lineal.kernel.mutation import MutationInput, mutation
from lineal.kernel.ordering import ordered
from lineal.kernel.paging import Connection
from lineal.kernel.refused import AlreadyExists, AmbiguousRef, NotFound
from lineal.kernel.scalars import DateTime, Ref
from lineal.runs.metrics import Metric, Slice
from lineal.runs.order import RunsByAge
from lineal.runs.provenance import RunEnvironmentInput, RunSourceInput
from lineal.runs.schema import Run, RunFacts

if TYPE_CHECKING:
    from lineal.models.schema import ModelVersion


@strawberry.type(
    description="What a run that read a model version in the role `evaluated` said about it."
)
class Evaluation:
    run: Run = described("The run, which has finished.")
    model_versions: list[Annotated["ModelVersion", strawberry.lazy("lineal.models.schema")]] = (
        described("The versions that it is about, by ref.")
    )
    suite: str | None = described("What it was tried with, such as `holdout` or `fairness`.")
    dataset: DatasetVersion | None = described(
        "What it was measured on: what the run read in the role `test`, or else in another."
    )
    metrics: list[Metric] = described("What was measured on all of the data, by key.")
    slices: list[Slice] = described("What was measured on parts of the data, by name.")


@strawberry.type
class EvaluationQuery:
    @fetched(Connection[Evaluation])
    def evaluations(
        where: Annotated[EvaluationWhere | None, argument("Which ones.")] = None,
        order_by: RunsByAge = None,
        first: First = 50,
        after: After = None,
    ) -> Parameters:
        """Evaluations that finished, of whatever version, newest first."""
        return ordered(order_by, first, after, "id") | any_of(where, asked_of_evaluation)


@strawberry.input(description="What an evaluation said about a model version.")
class RecordEvaluationInput(MutationInput, RunFacts):
    model_version: Ref = described("The version, such as `risk/credit-scorer:7`.")
    suite: str = described("What it was tried with, such as `holdout` or `fairness`.")
    dataset: Ref | None = described(
        "The dataset version that it was measured on; the run reads it in the role `test`.",
        default=None,
    )
    name: str = described("What its run is called; need not be unique.", default="evaluate")
    description: str | None = described("What its run is, in Markdown.", default=None)
    source: RunSourceInput | None = described("The code that ran.", default=None)
    environment: RunEnvironmentInput | None = described("What the code ran in.", default=None)
    started_at: DateTime | None = described("When it began; absent: now.", default=None)
    ended_at: DateTime | None = described("When it came to an end; absent: now.", default=None)
    experiment: Ref | None = described(
        "The experiment that its run belongs to; absent: that of the parent.", default=None
    )
    create_experiment: ExperimentDetails | None = described(
        "Makes the experiment if there is none; if there is one, this changes nothing.",
        default=None,
    )
    parent: Ref | None = described("The run that its run is a part of.", default=None)


@strawberry.type(description="The evaluation was recorded.")
class RecordEvaluationSuccess:
    evaluation: Evaluation = described("The evaluation.")
    model_version: Annotated["ModelVersion", strawberry.lazy("lineal.models.schema")] = described(
        "The version that it is about."
    )


@strawberry.type
class EvaluationMutation:
    @mutation(RecordEvaluationSuccess, NotFound, AmbiguousRef, AlreadyExists)
    async def record_evaluation(change: Change, input: RecordEvaluationInput) -> Made:
        """Records what was measured of a model version, as a run that has finished.

        The run is of the version's namespace, and reads the version in the role `evaluated`. What
        is told of with `startRun` or `registerRun` in this way is an evaluation too. That the
        version was evaluated makes it no ancestor of anything but the run and what that wrote.
        """
        return await service.record_evaluation(change, NewEvaluation.of(input))
