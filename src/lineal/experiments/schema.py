"""Experiments: what groups runs that try one thing in several ways."""

from typing import TYPE_CHECKING, Annotated

import strawberry

from lineal.experiments import service
from lineal.experiments.records import NewExperiment
from lineal.kernel import refs
from lineal.kernel.change import Change, Made
from lineal.kernel.fields import After, First, Parameters, argument, described, fetched
from lineal.kernel.filters import NamedWhere, any_of, named
from lineal.kernel.inputs import NamedUpdate
from lineal.kernel.mutation import MutationInput, UpdateInput, mutation
from lineal.kernel.nodes import Named, OwnDetails
from lineal.kernel.ordering import ByName, ordered
from lineal.kernel.paging import Connection
from lineal.kernel.refused import AlreadyExists, NotFound
from lineal.kernel.scalars import Ref
from lineal.kernel.updates import update
from lineal.runs.order import RunsByAge

if TYPE_CHECKING:
    from lineal.namespaces.schema import Namespace
    from lineal.runs.schema import Run


@strawberry.type(description="A group of runs, such as those that try one idea in several ways.")
class Experiment(Named):
    namespace: Annotated["Namespace", strawberry.lazy("lineal.namespaces.schema")] = described(
        "The business unit that it belongs to, as all its runs do."
    )

    @fetched(Connection[Annotated["Run", strawberry.lazy("lineal.runs.schema")]])
    def runs(order_by: RunsByAge = None, first: First = 50, after: After = None) -> Parameters:
        """Its runs, newest first."""
        return ordered(order_by, first, after, "id")


@strawberry.type
class ExperimentQuery:
    @fetched(Experiment | None)
    def experiment(
        ref: Annotated[Ref, argument("`namespace/experiment`, or its id.")],
    ) -> Parameters:
        """The experiment that a ref names, or nothing."""
        return {"ref": refs.parse(ref).parameter(), "asOf": None}

    @fetched(Connection[Experiment])
    def experiments(
        where: Annotated[NamedWhere | None, argument("Which ones.")] = None,
        order_by: ByName = None,
        first: First = 50,
        after: After = None,
    ) -> Parameters:
        """Experiments, by namespace and name."""
        return ordered(order_by, first, after, "ref") | any_of(where, named)


@strawberry.input(description="What is said of an experiment when it is made.")
class ExperimentDetails(OwnDetails):
    description: str | None = described("What it is, in Markdown.", default=None)
    tags: list[str] = described("Words by which it is found.", default_factory=list)
    owners: list[str] = described("The users and teams that answer for it.", default_factory=list)


@strawberry.input(description="An experiment to be made.")
class CreateExperimentInput(MutationInput, ExperimentDetails):
    ref: Ref = described("Its namespace and name, such as `risk/feature-search`.")


@strawberry.input(description="What is said anew of an experiment.")
class UpdateExperimentInput(UpdateInput):
    pass


@strawberry.type(description="The experiment was created.")
class CreateExperimentSuccess:
    experiment: Experiment = described("The experiment.")


@strawberry.type(description="The experiment is as it was told.")
class UpdateExperimentSuccess:
    experiment: Experiment = described("The experiment.")


@strawberry.type
class ExperimentMutation:
    @mutation(CreateExperimentSuccess, NotFound, AlreadyExists)
    async def create_experiment(change: Change, input: CreateExperimentInput) -> Made:
        """Creates an experiment, which has no run yet."""
        return {"experiment": await service.create_experiment(change, NewExperiment.of(input))}

    @mutation(UpdateExperimentSuccess, NotFound)
    async def update_experiment(change: Change, input: UpdateExperimentInput) -> Made:
        """Says anew what an experiment is; what is absent stays as it was."""
        return {"experiment": await update(change, "Experiment", NamedUpdate.of(input.told()))}
