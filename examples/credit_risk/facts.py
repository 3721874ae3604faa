"""What the pipeline has to tell a registry: plain facts, in the order in which they become true.

Nothing here knows a registry. `register.py` is the only module that does.
"""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Literal

Value = str | int | float | bool


@dataclass(frozen=True, slots=True)
class Namespace:
    """A business unit in which things are named."""

    name: str
    description: str
    owners: tuple[str, ...]
    tags: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Named:
    """A dataset, model, experiment or application: who answers for it, and why."""

    kind: Literal["dataset", "model", "experiment", "application"]
    ref: str
    description: str
    owners: tuple[str, ...]
    tags: tuple[str, ...] = ()
    application_kind: str | None = None


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a table, the type that its values have, and what it is found by."""

    name: str
    type: str
    tags: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Derivation:
    """A column, by its handle (`ns/name#label.column`), and those that it was made from."""

    to: str
    of: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class DatasetVersion:
    """One immutable file: where it is, its content's digest, its shape."""

    dataset: str
    label: str
    description: str
    uri: str
    digest: str
    size_bytes: int
    row_count: int
    columns: tuple[Column, ...]
    statistics: Mapping[str, float]
    tags: tuple[str, ...] = ()

    @property
    def handle(self) -> str:
        """What other facts call it; also its ref."""
        return f"{self.dataset}#{self.label}"

    def column(self, name: str) -> str:
        """Returns the handle of one of its columns."""
        return f"{self.handle}.{name}"


@dataclass(frozen=True, slots=True)
class Input:
    """Something that a run read, by its handle, and as what."""

    of: str
    role: str


@dataclass(frozen=True, slots=True)
class Provenance:
    """The code and the environment that ran; what is not known is None."""

    entry_point: str
    repository: str | None
    commit: str | None
    lock_digest: str | None
    arguments: tuple[str, ...] | None = None


@dataclass(frozen=True, slots=True)
class Run:
    """One execution that has finished: what it read, wrote, was told and measured."""

    kind: Literal["TRAINING", "EVALUATION", "TRANSFORMATION", "SCORING"]
    namespace: str
    name: str
    description: str
    provenance: Provenance
    started_at: datetime
    ended_at: datetime
    parameters: Mapping[str, Value]
    metrics: Mapping[str, float]
    inputs: tuple[Input, ...]
    outputs: tuple[DatasetVersion, ...] = ()
    suite: str | None = None
    slices: Mapping[str, Mapping[str, float]] = field(default_factory=dict)
    columns: tuple[Derivation, ...] = ()
    experiment: str | None = None
    series: Mapping[str, tuple[float, ...]] = field(default_factory=dict)
    tags: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ModelVersion:
    """One trained model, with the run that made it: registered in one call."""

    model: str
    label: str
    description: str
    uri: str
    digest: str
    size_bytes: int
    framework: str
    parameters: Mapping[str, Value]
    metrics: Mapping[str, float]
    run: Run
    features: tuple[str, ...] = ()
    bases: tuple[str, ...] = ()
    how: str = "fine-tuned"
    tags: tuple[str, ...] = ()

    @property
    def handle(self) -> str:
        """What other facts call it; a registry gives the number, so this is no ref."""
        return f"{self.model}/{self.label}"


@dataclass(frozen=True, slots=True)
class Alias:
    """A movable name is now at this version."""

    name: str
    version: str
    replaces: str | None
    reason: str

    @property
    def model(self) -> str:
        """The model on which the alias is."""
        return self.version.rpartition("/")[0]


@dataclass(frozen=True, slots=True)
class Deployment:
    """A version now serves somewhere; below weight 1 it shares the traffic with what is there."""

    deployment: str
    version: str
    environment: str
    kind: Literal["ONLINE", "BATCH", "EDGE"]
    description: str
    owners: tuple[str, ...]
    platform: str
    endpoint: str | None = None
    weight: float = 1.0


@dataclass(frozen=True, slots=True)
class Rollback:
    """A deployment is back at what served there before."""

    deployment: str
    reason: str


@dataclass(frozen=True, slots=True)
class Feed:
    """An application, or a dataset version (by its handle), uses a deployment's predictions."""

    deployment: str
    consumer: str
    consumer_kind: Literal["application", "dataset_version"]


Fact = (
    Namespace | Named | DatasetVersion | Run | ModelVersion | Alias | Deployment | Rollback | Feed
)


@dataclass(frozen=True, slots=True)
class File:
    """What is true of a file's bytes."""

    uri: str
    digest: str
    size_bytes: int


def file_facts(path: Path) -> File:
    """Returns a file's uri, SHA-256 digest and size."""
    content = path.read_bytes()
    return File(
        uri=path.resolve().as_uri(),
        digest=f"sha256:{hashlib.sha256(content).hexdigest()}",
        size_bytes=len(content),
    )
