"""Reports: a platform says all that it runs in a namespace, at once."""

import strawberry

from lineal.deployments.reports import service
from lineal.deployments.reports.records import Report
from lineal.deployments.schema import Deployment, DeploymentKind
from lineal.kernel.change import Change, Made
from lineal.kernel.fields import described
from lineal.kernel.mutation import MutationInput, mutation
from lineal.kernel.refused import AmbiguousRef, NotFound
from lineal.kernel.scalars import Ref


@strawberry.input(description="A version that a platform runs.")
class ReportedVersionInput:
    model_version: Ref = described("The version, such as `risk/credit-scorer:7`, or its id.")
    weight: float = described(
        "Its share of the traffic, above 0 and up to 1; those of a deployment sum to 1, within a "
        "millionth.",
        default=1.0,
    )


@strawberry.input(description="A deployment at which a platform runs something.")
class ReportedDeploymentInput:
    name: str = described("Its name in the namespace, such as `scoring-api`.")
    environment: str = described("The environment, such as `production`.")
    kind: DeploymentKind | None = described(
        "How versions serve there; absent: as it was, and `ONLINE` where it is new.", default=None
    )
    endpoint: str | None = described(
        "Where it is reached, such as a URL; absent: as it was.", default=None
    )
    image: str | None = described(
        "The image that serves, best with its digest; absent: as it was.", default=None
    )
    versions: list[ReportedVersionInput] = described(
        "What serves there, 1 to 100 versions. A deployment at which nothing serves is left out."
    )


@strawberry.input(description="All that a platform runs in a namespace.")
class ReportDeploymentsInput(MutationInput):
    namespace: str = described("The name of the namespace.")
    platform: str = described("The platform, such as `kserve` or `kserve-eu`.")
    deployments: list[ReportedDeploymentInput] = described(
        "All deployments of the platform in the namespace, up to 1,000. What is missing ends; an "
        "empty list ends everything of the platform there."
    )
    reason: str | None = described("Why, for those who read the history.", default=None)
    expected_revision: int | None = described(
        "The `revision` of the platform's last report of this namespace that the reporter knows "
        "of, 0 for none; if another came since, this one is older and is refused.",
        default=None,
    )


@strawberry.type(description="A version of a report that the registry does not know.")
class UnknownVersion:
    path: list[str] = described("Where in the input it stands.")
    deployment: str = described("The name of the deployment, which was left as it is.")
    model_version: str = described("The version, as it was reported.")


@strawberry.type(description="A version of a report that should not serve any longer.")
class ArchivedVersion:
    path: list[str] = described("Where in the input it stands.")
    deployment: str = described("The name of the deployment, at which it serves nonetheless.")
    model_version: str = described("The version, as it was reported.")
    archived: str = described(
        "The ref of what is archived: the version, its model or their namespace."
    )


@strawberry.type(description="The registry shows what the platform runs.")
class ReportDeploymentsSuccess:
    revision: int = described(
        "The number of this report, among all of the platform about the namespace: "
        "`expectedRevision` of the next."
    )
    began: list[Deployment] = described("Where nothing served before, or that are new.")
    changed: list[Deployment] = described(
        "Where something else served, or with other shares; or that are another environment, "
        "kind, endpoint, image or platform than was known."
    )
    ended: list[Deployment] = described("Where nothing serves any longer.")
    unchanged: list[Deployment] = described("Those that were known as they were reported.")
    unknown: list[UnknownVersion] = described(
        "Versions that the registry does not know; their deployments are left as they are."
    )
    archived: list[ArchivedVersion] = described(
        "Versions that run although they are archived, or what they are of is: they are shown "
        "where they were observed."
    )


@strawberry.type
class ReportMutation:
    @mutation(ReportDeploymentsSuccess, NotFound, AmbiguousRef)
    async def report_deployments(change: Change, input: ReportDeploymentsInput) -> Made:
        """Tells all that a platform runs in a namespace, at once.

        What is new begins, what is missing ends, what is different changes; the answer says which.
        A deployment without a platform becomes the platform's. One of another platform with the
        same name is in the way, and refused. What is archived is shown where it runs. What was
        intended to serve is not changed by what is observed: `drift` of a deployment tells the
        difference.
        """
        return await service.report_deployments(change, Report.of(input))
