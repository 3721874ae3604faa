"""Runs, before they are recorded."""

from collections import Counter
from datetime import UTC, datetime
from typing import Annotated, Any, Self

from pydantic import AfterValidator, Field, ValidationInfo, field_validator, model_validator

from lineal.columns.records import NewDerivation
from lineal.datasets.records import NewDatasetVersion
from lineal.experiments.records import ExperimentDetails
from lineal.kernel.inputs import (
    MOST,
    Choice,
    Digest,
    Key,
    Line,
    Name,
    NewRecord,
    Number,
    OwnFacts,
    Parameter,
    Reason,
    Revision,
    Text,
    Texts,
    once,
)

ENDED = ("FINISHED", "FAILED", "CANCELLED")
MOST_POINTS = 10_000
MOST_PACKAGES = 2_000


class NewParameter(NewRecord):
    """A parameter, whose value keeps its type."""

    key: Key
    value: Parameter


class NewMetric(NewRecord):
    """A metric."""

    key: Key
    value: Number


Parameters = Annotated[list[NewParameter], Field(max_length=MOST), AfterValidator(once)]
Metrics = Annotated[list[NewMetric], Field(max_length=MOST), AfterValidator(once)]


class NewOutput(NewRecord):
    """Something that a run wrote: by ref, or to be registered with it."""

    ref: str | None = None
    dataset_version: NewDatasetVersion | None = None

    @model_validator(mode="after")
    def _is_one(self) -> Self:
        if (self.ref is None) == (self.dataset_version is None):
            raise ValueError("give ref or datasetVersion, one of them")
        return self


class NewInput(NewOutput):
    """Something that a run read: by ref, or to be registered with it."""

    role: Line = "train"


class NewSlice(NewRecord):
    """What was measured on a part of the data."""

    name: Line
    metrics: Metrics = Field(default_factory=list)


def _named_once(slices: list[NewSlice]) -> list[NewSlice]:
    seen: set[str] = set()
    for each in slices:
        if each.name in seen:
            raise ValueError(f"{each.name!r} is given twice")
        seen.add(each.name)
    return slices


Slices = Annotated[list[NewSlice], Field(max_length=MOST), AfterValidator(_named_once)]


class RunFacts(NewRecord):
    """What can be told of a run at any time."""

    parameters: Parameters = Field(default_factory=list)
    metrics: Metrics = Field(default_factory=list)
    slices: Slices = Field(default_factory=list)
    inputs: list[NewInput] = Field(default_factory=list, max_length=MOST)
    outputs: list[NewOutput] = Field(default_factory=list, max_length=MOST)
    tags: Texts = Field(default_factory=list)
    columns: list[NewDerivation] = Field(default_factory=list, max_length=MOST)


class NewPoint(NewRecord):
    """A value of a metric at a step."""

    key: Key
    step: int = Field(ge=0)
    value: Number
    time: datetime | None = None


class NewSource(NewRecord):
    """The code that ran."""

    repository: Line | None = None
    commit: Line | None = None
    entry_point: Line | None = None
    arguments: list[Text] | None = Field(default=None, max_length=MOST)
    uncommitted_changes: bool | None = None
    diff_digest: Digest | None = None

    @model_validator(mode="after")
    def _differs_where_there_is_a_difference(self) -> Self:
        if self.diff_digest is not None and self.uncommitted_changes is False:
            raise ValueError("there is a diffDigest, so there are uncommittedChanges")
        return self

    def row(self) -> dict[str, Any]:
        """Returns it as it is stored, with its own names."""
        return {
            "repository": self.repository,
            "commit": self.commit,
            "entryPoint": self.entry_point,
            "arguments": self.arguments,
            "uncommittedChanges": True if self.diff_digest else self.uncommitted_changes,
            "diffDigest": self.diff_digest,
        }


class NewPackage(NewRecord):
    """A package that was installed."""

    name: Line
    version: Line


def _each_once(packages: list[NewPackage]) -> list[NewPackage]:
    """Returns packages by name, or raises ValueError where two have the same."""
    names = [each.name for each in packages]
    if twice := next((name for name, count in Counter(names).items() if count > 1), None):
        raise ValueError(f"{twice!r} is given twice")
    return sorted(packages, key=lambda each: each.name.lower())


class NewEnvironment(NewRecord):
    """What the code ran in."""

    image_digest: Line | None = None
    lock_digest: Line | None = None
    python_version: Line | None = None
    packages: Annotated[list[NewPackage], AfterValidator(_each_once)] = Field(
        default_factory=list, max_length=MOST_PACKAGES
    )

    def row(self) -> dict[str, Any]:
        """Returns it as it is stored: names and versions of packages are lists side by side."""
        return {
            "imageDigest": self.image_digest,
            "lockDigest": self.lock_digest,
            "pythonVersion": self.python_version,
            "packageNames": [each.name for each in self.packages] or None,
            "packageVersions": [each.version for each in self.packages] or None,
        }


class RunDetails(RunFacts, OwnFacts):
    """A run as a part of something else, whose namespace it shares."""

    name: Line
    kind: Choice = "TRAINING"
    description: Text | None = None
    source: NewSource | None = None
    environment: NewEnvironment | None = None
    started_at: datetime | None = None
    ended_at: datetime | None = None
    status: Choice = "FINISHED"
    status_reason: Reason | None = None
    suite: Line | None = None
    experiment: str | None = None
    create_experiment: ExperimentDetails | None = None
    parent: str | None = None

    @field_validator("create_experiment")
    @classmethod
    def _is_named(
        cls, given: ExperimentDetails | None, info: ValidationInfo
    ) -> ExperimentDetails | None:
        if given is not None and info.data.get("experiment", "") is None:
            raise ValueError("it needs experiment, which names it")
        return given

    @field_validator("ended_at")
    @classmethod
    def _ends_after_it_begins(cls, ended: datetime | None, info: ValidationInfo) -> datetime | None:
        started = info.data.get("started_at")
        if started and ended and ended < started:
            raise ValueError(f"{ended.isoformat()} is before startedAt")
        return ended


class NewRun(RunDetails, Revision):
    """A run to be recorded."""

    namespace: Name


class LoggedRun(RunFacts, Revision):
    """What there is to add to a running run."""

    run: str


class LoggedMetrics(Revision):
    """Values for the series of a running run."""

    run: str
    points: list[NewPoint] = Field(max_length=MOST_POINTS)

    @model_validator(mode="after")
    def _has_few_keys(self) -> Self:
        if len({each.key for each in self.points}) > MOST:
            raise ValueError(
                f"points: they have more than {MOST:,} keys: send them in several calls"
            )
        return self


class FinishedRun(LoggedRun):
    """The end of a run."""

    status: Choice = "FINISHED"
    status_reason: Reason | None = None
    ended_at: datetime | None = None


def now() -> datetime:
    """Returns this moment."""
    return datetime.now(UTC)
