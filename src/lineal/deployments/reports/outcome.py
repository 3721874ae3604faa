"""What a report changes: decided on what is there and what was observed, without a graph."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from lineal.deployments import traffic
from lineal.deployments.records import DeploymentDetails
from lineal.deployments.reports.records import Report, ReportedDeployment
from lineal.deployments.store import Serving, Step, deployment_row
from lineal.deployments.traffic import Shares


@dataclass(frozen=True, slots=True)
class Observed:
    """A reported deployment, and the shares of its versions; None where one is unknown."""

    told: ReportedDeployment
    shares: Shares | None


@dataclass(frozen=True, slots=True)
class Outcome:
    """The rows of deployments to be made, steps at those that are there, and the ids of all."""

    made: list[dict[str, Any]] = field(default_factory=list)
    steps: dict[str, Step] = field(default_factory=dict)
    began: list[str] = field(default_factory=list)
    changed: list[str] = field(default_factory=list)
    ended: list[str] = field(default_factory=list)
    unchanged: list[str] = field(default_factory=list)


def outcome(report: Report, observed: Sequence[Observed], there: Mapping[str, Serving]) -> Outcome:
    """Returns what a report changes at the deployments that are there, by their ids."""
    ids = {serving.facts["name"]: id_ for id_, serving in there.items()}
    found = Outcome()
    for each in observed:
        if each.shares is None:
            continue
        if (id_ := ids.get(each.told.name)) is None:
            _begin(found, report, each.told, each.shares)
        else:
            _change(found, id_, there[id_], each.told.facts(), report.platform, each.shares)
    named = {each.told.name for each in observed}
    for id_, serving in sorted(there.items(), key=lambda item: item[1].ref):
        if serving.facts["name"] not in named and serving.facts["platform"] == report.platform:
            _end(found, id_, serving)
    return found


def _begin(found: Outcome, report: Report, told: ReportedDeployment, shares: Shares) -> None:
    details = DeploymentDetails.model_validate(told.facts() | {"platform": report.platform})
    row = deployment_row(report.namespace, told.name, details)
    found.made.append(row)
    found.steps[row["id"]] = Step(traffic.turn({}, traffic.reported({}, shares)))
    found.began.append(row["id"])


def _change(
    found: Outcome,
    id_: str,
    serving: Serving,
    facts: dict[str, str | None],
    platform: str,
    shares: Shares,
) -> None:
    told = facts | {"platform": platform}
    new = {name: value for name, value in told.items() if serving.facts[name] != value}
    turn = traffic.turn(serving.shares, traffic.reported(serving.shares, shares))
    if not (turn.ended or turn.begun or new):
        found.unchanged.append(id_)
        return
    found.steps[id_] = Step(turn, new)
    (found.changed if serving.shares else found.began).append(id_)


def _end(found: Outcome, id_: str, serving: Serving) -> None:
    if serving.shares:
        found.steps[id_] = Step(traffic.turn(serving.shares, {}))
        found.ended.append(id_)
