"""What a platform reports that it runs, before it is recorded."""

import math
from typing import Annotated

from pydantic import AfterValidator, Field

from lineal.deployments.records import Kind, Weight
from lineal.kernel.inputs import MOST, Line, Name, NewRecord, Revision, Text

MOST_VERSIONS = 100
# What a platform divides into percent or thirds does not sum to 1 exactly.
TOLERANCE = 1e-6


class ReportedVersion(NewRecord):
    """A version that serves, and its share of the traffic."""

    model_version: str
    weight: Weight = 1.0


def _whole(versions: list[ReportedVersion]) -> list[ReportedVersion]:
    total = sum(each.weight for each in versions)
    if not math.isclose(total, 1, rel_tol=0, abs_tol=TOLERANCE):
        raise ValueError(f"the weights sum to {total:.6g}, not to 1")
    return versions


class ReportedDeployment(NewRecord):
    """A deployment at which something serves."""

    name: Name
    environment: Line
    kind: Kind | None = None
    endpoint: Line | None = None
    image: Line | None = None
    versions: Annotated[
        list[ReportedVersion],
        Field(min_length=1, max_length=MOST_VERSIONS),
        AfterValidator(_whole),
    ]

    def facts(self) -> dict[str, str | None]:
        """Returns what is said of the deployment itself; what is absent is not said."""
        return self.model_dump(
            include={"environment", "kind", "endpoint", "image"}, exclude_none=True
        )


class Report(Revision):
    """All that a platform runs in a namespace."""

    namespace: Name
    platform: Line
    deployments: list[ReportedDeployment] = Field(max_length=MOST)
    reason: Text | None = None
