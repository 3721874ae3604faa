"""Business units and teams: everything named lives in one."""

from typing import TYPE_CHECKING, Annotated

import strawberry

from lineal.kernel import refs
from lineal.kernel.change import Change, Made
from lineal.kernel.fields import After, First, Parameters, argument, described, fetched
from lineal.kernel.filters import OwnFilter, any_of, every, named, no, some
from lineal.kernel.inputs import NamedUpdate
from lineal.kernel.mutation import MutationInput, UpdateInput, mutation
from lineal.kernel.nodes import Named, OwnDetails
from lineal.kernel.ordering import ByName, ordered
from lineal.kernel.paging import Connection, page
from lineal.kernel.refused import AlreadyExists, NotFound
from lineal.kernel.scalars import Ref
from lineal.kernel.updates import update
from lineal.lineage.nodes import AsOf
from lineal.namespaces import service
from lineal.namespaces.records import NewNamespace
from lineal.runs.order import RunsByAge

if TYPE_CHECKING:
    from lineal.datasets.schema import Dataset
    from lineal.deployments.schema import Application, Deployment, Serving
    from lineal.experiments.schema import Experiment
    from lineal.models.schema import Model
    from lineal.runs.schema import Run


@strawberry.type(description="A business unit or team; everything named lives in one.")
class Namespace(Named):
    @fetched(Connection[Annotated["Dataset", strawberry.lazy("lineal.datasets.schema")]])
    def datasets(order_by: ByName = None, first: First = 50, after: After = None) -> Parameters:
        """Its datasets, but for those that are archived, by name."""
        return ordered(order_by, first, after, "ref")

    @fetched(Connection[Annotated["Model", strawberry.lazy("lineal.models.schema")]])
    def models(order_by: ByName = None, first: First = 50, after: After = None) -> Parameters:
        """Its models, but for those that are archived, by name."""
        return ordered(order_by, first, after, "ref")

    @fetched(Connection[Annotated["Experiment", strawberry.lazy("lineal.experiments.schema")]])
    def experiments(order_by: ByName = None, first: First = 50, after: After = None) -> Parameters:
        """Its experiments, by name."""
        return ordered(order_by, first, after, "ref")

    @fetched(Connection[Annotated["Run", strawberry.lazy("lineal.runs.schema")]])
    def runs(order_by: RunsByAge = None, first: First = 50, after: After = None) -> Parameters:
        """Its runs, but for those that are archived, newest first."""
        return ordered(order_by, first, after, "id")

    @fetched(Connection[Annotated["Deployment", strawberry.lazy("lineal.deployments.schema")]])
    def deployments(order_by: ByName = None, first: First = 50, after: After = None) -> Parameters:
        """Its deployments, but for those that are archived, by name."""
        return ordered(order_by, first, after, "ref")

    @fetched(Connection[Annotated["Application", strawberry.lazy("lineal.deployments.schema")]])
    def applications(order_by: ByName = None, first: First = 50, after: After = None) -> Parameters:
        """Its applications, but for those that are archived, by name."""
        return ordered(order_by, first, after, "ref")

    @fetched(Connection[Annotated["Serving", strawberry.lazy("lineal.deployments.schema")]])
    def production(
        environment: Annotated[
            str, argument("The environment, if another is called so.")
        ] = "production",
        as_of: AsOf = None,
        first: First = 50,
        after: After = None,
    ) -> Parameters:
        """What serves in production, or in another environment, by the name of the deployment."""
        return page("serving", first, after) | {"environment": environment, "asOf": as_of}


@strawberry.input(description="Which namespaces to list; all that is given must hold.")
class NamespaceWhere(OwnFilter):
    and_: list["NamespaceWhere"] | None = every()
    or_: list["NamespaceWhere"] | None = some()
    not_: "NamespaceWhere | None" = no()


@strawberry.type
class NamespaceQuery:
    @fetched(Namespace | None)
    def namespace(ref: Annotated[Ref, argument("Its name, or its id.")]) -> Parameters:
        """The namespace of this name, or nothing."""
        return {"ref": refs.parse(ref).parameter(), "asOf": None}

    @fetched(Connection[Namespace])
    def namespaces(
        where: Annotated[NamespaceWhere | None, argument("Which ones.")] = None,
        order_by: ByName = None,
        first: First = 50,
        after: After = None,
    ) -> Parameters:
        """Namespaces, by name."""
        return ordered(order_by, first, after, "ref") | any_of(where, named)


@strawberry.input(description="A namespace to be made.")
class CreateNamespaceInput(MutationInput, OwnDetails):
    name: str = described("Its name: letters, digits, dots, hyphens and underscores.")
    description: str | None = described("What it is, in Markdown.", default=None)
    tags: list[str] = described("Words by which it is found.", default_factory=list)
    owners: list[str] = described("The users and teams that answer for it.", default_factory=list)


@strawberry.input(description="What is said anew of a namespace.")
class UpdateNamespaceInput(UpdateInput):
    pass


@strawberry.type(description="The namespace was created.")
class CreateNamespaceSuccess:
    namespace: Namespace = described("The namespace.")


@strawberry.type(description="The namespace is as it was told.")
class UpdateNamespaceSuccess:
    namespace: Namespace = described("The namespace.")


@strawberry.type
class NamespaceMutation:
    @mutation(CreateNamespaceSuccess, AlreadyExists)
    async def create_namespace(change: Change, input: CreateNamespaceInput) -> Made:
        """Creates a namespace."""
        return {"namespace": await service.create_namespace(change, NewNamespace.of(input))}

    @mutation(UpdateNamespaceSuccess, NotFound)
    async def update_namespace(change: Change, input: UpdateNamespaceInput) -> Made:
        """Says anew what a namespace is; what is absent stays as it was."""
        return {"namespace": await update(change, "Namespace", NamedUpdate.of(input.told()))}
