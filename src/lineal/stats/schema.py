"""The numbers of a governance front page: each is counted only if it is selected."""

from enum import Enum
from typing import Annotated

import strawberry

from lineal.kernel.fields import Parameters, argument, described, fetched
from lineal.runs.schema import RunStatus
from lineal.search.schema import RecordKind


@strawberry.enum(description="How long ago something was; each band begins where the last ends.")
class Age(Enum):
    WEEK = strawberry.enum_value("WEEK", description="Seven days at most.")
    MONTH = strawberry.enum_value("MONTH", description="More than a week, a month at most.")
    QUARTER = strawberry.enum_value("QUARTER", description="More than a month, three at most.")
    YEAR = strawberry.enum_value("YEAR", description="More than three months, a year at most.")
    OLDER = strawberry.enum_value("OLDER", description="More than a year.")


@strawberry.type(description="How many there are of a kind.")
class RecordCount:
    kind: RecordKind = described("The kind.")
    count: int = described("How many.")


@strawberry.type(description="How many runs have a status.")
class RunStatusCount:
    status: RunStatus = described("The status.")
    count: int = described("How many runs.")


@strawberry.type(description="How many deployments an environment has.")
class EnvironmentStats:
    environment: str = described("The environment, such as `production`.")
    count: int = described("How many deployments.")
    serving: int = described("At how many of them a version serves now.")


@strawberry.type(description="How many models have an alias.")
class AliasCount:
    alias: str = described("The name of the alias, such as `champion`.")
    count: int = described("How many models have it now.")


@strawberry.type(description="How many versions are of an age.")
class AgeCount:
    kind: RecordKind = described("Versions of datasets, or of models.")
    age: Age = described("How long ago they were registered.")
    count: int = described("How many.")


@strawberry.type(description="How much there is, and what is missing of it.")
class Stats:
    namespace: str | None = described("The namespace that was counted; absent: all.")
    kinds: list[RecordCount] = described("How many there are of each kind.")
    runs: list[RunStatusCount] = described("How many runs have each status.")
    environments: list[EnvironmentStats] = described("How many deployments each environment has.")
    aliases: list[AliasCount] = described(
        "How many models have each alias now, the most used first; a hundred aliases at most."
    )
    ages: list[AgeCount] = described(
        "How many dataset versions and model versions were registered how long ago."
    )
    without_owner: list[RecordCount] = described(
        "Namespaces, datasets, experiments, models, deployments and applications that nobody "
        "answers for, by kind: no archived ones, and no kinds of which there are none."
    )
    without_documentation: list[RecordCount] = described(
        "Namespaces, datasets, experiments, models, deployments and applications with no "
        "description, documentation or property that is a link, by kind: no archived ones, and no "
        "kinds of which there are none."
    )
    archived: list[RecordCount] = described("What is archived, by kind.")


@strawberry.type
class StatsQuery:
    @fetched(Stats | None)
    def stats(
        namespace: Annotated[str | None, argument("Only what is in this namespace.")] = None,
    ) -> Parameters:
        """How much there is, and what is missing of it; nothing if there is no such namespace."""
        return {"namespace": namespace}
