"""Deployments: the places where versions serve, and what consumes their predictions."""

from enum import Enum
from typing import TYPE_CHECKING, Annotated

import strawberry

from lineal.deployments import service
from lineal.deployments.records import (
    ApplicationUpdate,
    Deploy,
    DeploymentUpdate,
    End,
    NewApplication,
    NewDeployment,
    RollBack,
)
from lineal.deployments.records import Feed as NewFeed
from lineal.kernel import refs
from lineal.kernel.change import Change, Made
from lineal.kernel.fields import After, First, Parameters, argument, described, fetched
from lineal.kernel.filters import (
    Condition,
    NamedFilter,
    TextFilter,
    any_of,
    every,
    named,
    no,
    some,
    texts,
)
from lineal.kernel.mutation import MutationInput, UpdateInput, mutation
from lineal.kernel.nodes import Named, OwnDetails
from lineal.kernel.ordering import ByName, ordered
from lineal.kernel.paging import Connection, page
from lineal.kernel.refused import AlreadyExists, AmbiguousRef, NotFound
from lineal.kernel.scalars import DateTime, Ref
from lineal.kernel.updates import update
from lineal.lineage.nodes import AsOf, LineageNode

if TYPE_CHECKING:
    from lineal.models.schema import ModelVersion


@strawberry.enum(description="How versions serve at a deployment.")
class DeploymentKind(Enum):
    ONLINE = strawberry.enum_value("ONLINE", description="They answer requests.")
    BATCH = strawberry.enum_value("BATCH", description="They score data at certain times.")
    EDGE = strawberry.enum_value("EDGE", description="They run on devices.")


@strawberry.type(description="The stay of a model version at a deployment, with one weight.")
class Serving:
    version: Annotated["ModelVersion", strawberry.lazy("lineal.models.schema")] = described(
        "The model version."
    )
    deployment: Annotated["Deployment", strawberry.lazy("lineal.deployments.schema")] = described(
        "Where it serves."
    )
    weight: float = described("Its share of the traffic, above 0 and up to 1.")
    since: DateTime = described("From when on it served with this weight.")
    until: DateTime | None = described("Until when it did; absent while it does.")
    by: str = described("Who brought it there, or gave it this weight.")
    reason: str | None = described("Why, as they put it.")
    ended_by: str | None = described("Who ended it, or gave it another weight.")
    end_reason: str | None = described("Why it ended, as they put it.")


@strawberry.enum(description="How what serves is other than what was intended.")
class DriftKind(Enum):
    MISSING = strawberry.enum_value("MISSING", description="It was intended, and does not serve.")
    UNEXPECTED = strawberry.enum_value("UNEXPECTED", description="It serves, and was not intended.")
    WEIGHT = strawberry.enum_value(
        "WEIGHT", description="It serves with another share: by more than half a percent of all."
    )


@strawberry.type(
    description="A difference between what was intended to serve (told by `deployModelVersion`, "
    "`endDeployment`, `rollBackDeployment`) and what does (as `reportDeployments` says)."
)
class Drift:
    kind: DriftKind = described("How it is different.")
    version: Annotated["ModelVersion", strawberry.lazy("lineal.models.schema")] = described(
        "The model version."
    )
    intended: float | None = described("The share that it should have; absent: none.")
    observed: float | None = described("The share that it has; absent: none.")
    intended_since: DateTime | None = described("From when on it should have that share.")
    intended_by: str | None = described("Who said so.")
    intended_reason: str | None = described("Why, as they put it.")
    observed_since: DateTime | None = described("From when on it has that share.")


@strawberry.type(description="What a deployment feeds with its predictions.")
class Feed:
    node: LineageNode = described("An application, or a dataset version such as batch scores.")
    since: DateTime = described("From when on it was fed.")
    until: DateTime | None = described("Until when it was; absent while it is.")
    by: str = described("Who recorded it.")


@strawberry.type(description="A place where model versions serve.")
class Deployment(Named, LineageNode):
    environment: str = described("The environment, such as `production`.")
    kind: DeploymentKind = described("How versions serve there.")
    platform: str | None = described("What it runs on, such as `kserve`.")
    endpoint: str | None = described("Where it is reached, such as a URL or a topic.")
    image: str | None = described("The image that serves, best with its digest.")

    @fetched(list[Serving])
    def versions(as_of: AsOf = None) -> Parameters:
        """What serves there, the largest share first; the weights sum to 1, but for rounding."""
        return {"asOf": as_of}

    @fetched(list[Serving])
    def intended(as_of: AsOf = None) -> Parameters:
        """What was told to serve there, the largest share first, whatever its platform reports."""
        return {"asOf": as_of}

    @fetched(list[Drift])
    def drift() -> Parameters:
        """Where what serves there is not what was intended, by version.

        What was told to serve counts as serving until the platform reports otherwise. Where nobody
        ever told what should serve, nothing drifts.
        """
        return {}

    @fetched(Connection[Serving])
    def serving_history(first: First = 50, after: After = None) -> Parameters:
        """All stays that there ever were, newest first. A change of weight begins another stay."""
        return page("since", first, after)

    @fetched(Connection[Feed])
    def feeds(as_of: AsOf = None, first: First = 50, after: After = None) -> Parameters:
        """What it feeds, what was recorded last first."""
        return page("id", first, after) | {"asOf": as_of}


@strawberry.type(description="What consumes predictions: a service, a report, a device fleet.")
class Application(Named, LineageNode):
    kind: str | None = described("What it is, such as `service`, `report` or `device fleet`.")

    @fetched(Connection[Deployment])
    def deployments(order_by: ByName = None, first: First = 50, after: After = None) -> Parameters:
        """The deployments that feed it now, by namespace and name."""
        return ordered(order_by, first, after, "ref")


@strawberry.input(description="A kind of deployment that must be equal.")
class DeploymentKindFilter:
    eq: DeploymentKind | None = described("Equal to this.", default=None)
    in_: list[DeploymentKind] | None = described("Equal to one of these.", name="in", default=None)


@strawberry.input(description="Which deployments to list; all that is given must hold.")
class DeploymentWhere(NamedFilter):
    environment: TextFilter | None = described("The environment.", default=None)
    kind: DeploymentKindFilter | None = described("How versions serve there.", default=None)
    platform: TextFilter | None = described("What it runs on.", default=None)
    drift: bool | None = described(
        "Whether what serves there is other than was intended.", default=None
    )
    and_: list["DeploymentWhere"] | None = every()
    or_: list["DeploymentWhere"] | None = some()
    not_: "DeploymentWhere | None" = no()


@strawberry.input(description="Which applications to list; all that is given must hold.")
class ApplicationWhere(NamedFilter):
    kind: TextFilter | None = described("What it is.", default=None)
    and_: list["ApplicationWhere"] | None = every()
    or_: list["ApplicationWhere"] | None = some()
    not_: "ApplicationWhere | None" = no()


def kinds(filter_: DeploymentKindFilter | None) -> list[str] | None:
    """Returns the kinds that a filter lets through, or None if it lets any through."""
    if filter_ is None:
        return None
    among = None if filter_.in_ is None else [str(kind.value) for kind in filter_.in_]
    return texts(TextFilter(eq=str(filter_.eq.value) if filter_.eq else None, in_=among))


def asked_of_deployment(where: DeploymentWhere) -> Condition:
    """Returns the condition that `deployments/filter_deployments.cypher` reads."""
    return named(where) | {
        "environments": texts(where.environment),
        "kinds": kinds(where.kind),
        "platforms": texts(where.platform),
        "drift": where.drift,
    }


def asked_of_application(where: ApplicationWhere) -> Condition:
    """Returns the condition that `deployments/filter_applications.cypher` reads."""
    return named(where) | {"kinds": texts(where.kind)}


@strawberry.type
class DeploymentQuery:
    @fetched(Deployment | None)
    def deployment(
        ref: Annotated[Ref, argument("`namespace/deployment`, or its id.")],
    ) -> Parameters:
        """The deployment that a ref names, or nothing."""
        return {"ref": refs.parse(ref).parameter(), "asOf": None}

    @fetched(Application | None)
    def application(
        ref: Annotated[Ref, argument("`namespace/application`, or its id.")],
    ) -> Parameters:
        """The application that a ref names, or nothing."""
        return {"ref": refs.parse(ref).parameter(), "asOf": None}

    @fetched(Connection[Deployment])
    def deployments(
        where: Annotated[DeploymentWhere | None, argument("Which ones.")] = None,
        order_by: ByName = None,
        first: First = 50,
        after: After = None,
        as_of: Annotated[
            DateTime | None,
            argument(
                "Only those where something served at this moment; what is said of them, and "
                "`where`, is as it is now. What served there then is `versions(asOf)`."
            ),
        ] = None,
    ) -> Parameters:
        """Deployments, by namespace and name."""
        page = ordered(order_by, first, after, "ref")
        return page | any_of(where, asked_of_deployment) | {"asOf": as_of}

    @fetched(Connection[Application])
    def applications(
        where: Annotated[ApplicationWhere | None, argument("Which ones.")] = None,
        order_by: ByName = None,
        first: First = 50,
        after: After = None,
    ) -> Parameters:
        """Applications, by namespace and name."""
        return ordered(order_by, first, after, "ref") | any_of(where, asked_of_application)


@strawberry.input(description="What is said of a deployment when it is made.")
class DeploymentDetails(OwnDetails):
    environment: str = described("The environment, such as `production`.")
    kind: DeploymentKind = described("How versions serve there.", default=DeploymentKind.ONLINE)
    platform: str | None = described("What it runs on, such as `kserve`.", default=None)
    endpoint: str | None = described("Where it is reached, such as a URL.", default=None)
    image: str | None = described("The image that serves, best with its digest.", default=None)
    description: str | None = described("What it is, in Markdown.", default=None)
    tags: list[str] = described("Words by which it is found.", default_factory=list)
    owners: list[str] = described("The users and teams that answer for it.", default_factory=list)


@strawberry.input(description="What is said of an application when it is made.")
class ApplicationDetails(OwnDetails):
    kind: str | None = described(
        "What it is, such as `service`, `report` or `device fleet`.", default=None
    )
    description: str | None = described("What it is, in Markdown.", default=None)
    tags: list[str] = described("Words by which it is found.", default_factory=list)
    owners: list[str] = described("The users and teams that answer for it.", default_factory=list)


@strawberry.input(description="A deployment to be made.")
class CreateDeploymentInput(MutationInput, DeploymentDetails):
    ref: Ref = described("Its namespace and name, such as `risk/scoring-api`.")


@strawberry.input(description="An application to be made.")
class CreateApplicationInput(MutationInput, ApplicationDetails):
    ref: Ref = described("Its namespace and name, such as `risk/loan-portal`.")


@strawberry.input
class ServingInput(MutationInput):
    deployment: Ref = described("The deployment, such as `risk/scoring-api`.")
    reason: str | None = described("Why, for those who read the history.", default=None)


@strawberry.input(description="A version that is to serve at a deployment.")
class DeployModelVersionInput(ServingInput):
    model_version: Ref = described(
        "The version, such as `risk/credit-scorer:7` or `risk/credit-scorer@champion`."
    )
    weight: float = described(
        "Its share of the traffic, above 0 and up to 1. With 1 it replaces all that serves there; "
        "below 1 the others share the rest in their proportions. Where nothing else serves, it "
        "gets 1.",
        default=1.0,
    )
    create_deployment: DeploymentDetails | None = described(
        "Makes the deployment if there is none; if there is one, this changes nothing.",
        default=None,
    )


@strawberry.input(description="A stay at a deployment that ends.")
class EndDeploymentInput(ServingInput):
    model_version: Ref | None = described(
        "The version; the others share its traffic in their proportions. Absent: all of them.",
        default=None,
    )


@strawberry.input(description="A deployment that goes back to what served before.")
class RollBackDeploymentInput(ServingInput):
    pass


@strawberry.input(description="What a deployment feeds: give exactly one of the two.")
class FeedInput(MutationInput):
    deployment: Ref = described("The deployment, such as `risk/scoring-api`.")
    application: Ref | None = described(
        "The application, such as `risk/loan-portal`.", default=None
    )
    dataset_version: Ref | None = described(
        "The dataset version, such as `risk/scores#2026-11`.", default=None
    )


@strawberry.input(description="What a deployment feeds from now on: give exactly one of the two.")
class RecordFeedInput(FeedInput):
    create_application: ApplicationDetails | None = described(
        "Makes the application if there is none; if there is one, this changes nothing.",
        default=None,
    )


@strawberry.input(description="What a deployment feeds no longer: give exactly one of the two.")
class EndFeedInput(FeedInput):
    pass


@strawberry.input(description="What is said anew of a deployment.")
class UpdateDeploymentInput(UpdateInput):
    platform: str | None = described(
        "What it runs on; absent: as it was; null: not known.", default=strawberry.UNSET
    )
    endpoint: str | None = described(
        "Where it is reached; absent: as it was; null: not known.", default=strawberry.UNSET
    )
    image: str | None = described(
        "The image that serves; absent: as it was; null: not known.", default=strawberry.UNSET
    )


@strawberry.type(description="The deployment was created.")
class CreateDeploymentSuccess:
    deployment: Deployment = described("The deployment.")


@strawberry.type(description="The deployment is as it was told.")
class UpdateDeploymentSuccess:
    deployment: Deployment = described("The deployment.")


@strawberry.input(description="What is said anew of an application.")
class UpdateApplicationInput(UpdateInput):
    kind: str | None = described(
        "What it is, such as `service`; absent: as it was; null: not known.",
        default=strawberry.UNSET,
    )


@strawberry.type(description="The application was created.")
class CreateApplicationSuccess:
    application: Application = described("The application.")


@strawberry.type(description="The application is as it was told.")
class UpdateApplicationSuccess:
    application: Application = described("The application.")


@strawberry.type(description="The version serves there.")
class DeployModelVersionSuccess:
    deployment: Deployment = described("The deployment.")
    model_version: Annotated["ModelVersion", strawberry.lazy("lineal.models.schema")] = described(
        "The version."
    )
    changed: bool = described("False if it served there before, with the same share, as told.")


@strawberry.type(description="It serves there no longer.")
class EndDeploymentSuccess:
    deployment: Deployment = described("The deployment.")


@strawberry.type(description="What served before serves again.")
class RollBackDeploymentSuccess:
    deployment: Deployment = described("The deployment.")


@strawberry.type(description="The deployment feeds it.")
class RecordFeedSuccess:
    deployment: Deployment = described("The deployment.")
    node: LineageNode = described("The application or the dataset version.")
    changed: bool = described("False if it was fed before.")


@strawberry.type(description="The deployment feeds it no longer.")
class EndFeedSuccess:
    deployment: Deployment = described("The deployment.")
    node: LineageNode = described("The application or the dataset version.")


@strawberry.type
class DeploymentMutation:
    @mutation(CreateDeploymentSuccess, NotFound, AlreadyExists)
    async def create_deployment(change: Change, input: CreateDeploymentInput) -> Made:
        """Creates a deployment, where nothing serves yet."""
        return {"deployment": await service.create_deployment(change, NewDeployment.of(input))}

    @mutation(UpdateDeploymentSuccess, NotFound)
    async def update_deployment(change: Change, input: UpdateDeploymentInput) -> Made:
        """Says anew what a deployment is; what is absent stays as it was."""
        return {"deployment": await update(change, "Deployment", DeploymentUpdate.of(input.told()))}

    @mutation(CreateApplicationSuccess, NotFound, AlreadyExists)
    async def create_application(
        change: Change,
        input: CreateApplicationInput,
    ) -> Made:
        """Creates an application, which nothing feeds yet."""
        return {"application": await service.create_application(change, NewApplication.of(input))}

    @mutation(UpdateApplicationSuccess, NotFound)
    async def update_application(change: Change, input: UpdateApplicationInput) -> Made:
        """Says anew what an application is; what is absent stays as it was."""
        return {
            "application": await update(change, "Application", ApplicationUpdate.of(input.told()))
        }

    @mutation(DeployModelVersionSuccess, NotFound)
    async def deploy_model_version(
        change: Change,
        input: DeployModelVersionInput,
    ) -> Made:
        """Lets a version serve at a deployment: alone, or with a share of the traffic.

        If it serves there already, its share changes. If it has that share already, nothing is
        changed and it is answered all the same, so that a CI job can be run again.
        """
        done = await service.deploy_model_version(change, Deploy.of(input))
        return {
            "deployment": done.deployment,
            "modelVersion": done.version,
            "changed": done.changed,
        }

    @mutation(EndDeploymentSuccess, NotFound)
    async def end_deployment(change: Change, input: EndDeploymentInput) -> Made:
        """Ends what serves at a deployment, or one version of it.

        The deployment stays, and with it its history. A version that does not serve there is
        refused.
        """
        return {"deployment": await service.end_deployment(change, End.of(input))}

    @mutation(RollBackDeploymentSuccess, NotFound)
    async def roll_back_deployment(
        change: Change,
        input: RollBackDeploymentInput,
    ) -> Made:
        """Brings back what served before the last change, every version with its weight.

        A roll-back is a change too: rolling back twice leads to where it began. Where nothing
        served before the last change, it is refused.
        """
        return {"deployment": await service.roll_back_deployment(change, RollBack.of(input))}

    @mutation(RecordFeedSuccess, NotFound, AmbiguousRef)
    async def record_feed(change: Change, input: RecordFeedInput) -> Made:
        """Records that a deployment feeds an application or a dataset version from now on.

        If it does already, nothing is changed and it is answered all the same.
        """
        done = await service.record_feed(change, NewFeed.of(input))
        return {"deployment": done.deployment, "node": done.node, "changed": done.changed}

    @mutation(EndFeedSuccess, NotFound, AmbiguousRef)
    async def end_feed(change: Change, input: EndFeedInput) -> Made:
        """Records that a deployment feeds an application or a dataset version no longer.

        What it does not feed is refused.
        """
        done = await service.end_feed(change, NewFeed.of(input))
        return {"deployment": done.deployment, "node": done.node}
