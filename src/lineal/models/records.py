"""Models and model versions, before they are made; aliases, before they are moved."""

from typing import Self

from pydantic import Field, model_validator

from lineal.kernel.inputs import (
    MOST,
    Choice,
    Digest,
    Label,
    Line,
    Name,
    NamedUpdate,
    NewNamed,
    NewRecord,
    OwnFacts,
    Reason,
    Revision,
    Text,
    Texts,
    Uri,
)
from lineal.runs.records import Metrics, Parameters, RunDetails


class ModelDetails(NewNamed):
    """What is said of a model when it is made."""

    task: Name | None = None
    risk_tier: Choice | None = None
    intended_use: Text | None = None


class ModelUpdate(NamedUpdate):
    """What is said anew of a model."""

    task: Name | None = None
    risk_tier: Choice | None = None
    intended_use: Text | None = None


class NewModel(ModelDetails, Revision):
    """A model to be made; `ref` is `namespace/name`."""

    ref: str


class VersionFacts(OwnFacts):
    """What is said of a model version itself."""

    model: str
    create_model: ModelDetails | None = None
    label: Label | None = None
    description: Text | None = None
    tags: Texts = Field(default_factory=list)
    uri: Uri | None = None
    digest: Digest | None = None
    size_bytes: int | None = Field(default=None, ge=0)
    framework: Line | None = None
    parameters: Parameters = Field(default_factory=list)
    metrics: Metrics = Field(default_factory=list)


class NewBase(NewRecord):
    """A version that the new one is made from: by ref, or to be registered with it."""

    ref: str | None = None
    model_version: VersionFacts | None = None
    how: Line = "fine-tuned"

    @model_validator(mode="after")
    def _is_one(self) -> Self:
        if (self.ref is None) == (self.model_version is None):
            raise ValueError("give ref or modelVersion, one of them")
        if self.model_version is not None and self.model_version.digest is None:
            raise ValueError("modelVersion needs a digest, by which it is known the next time")
        return self


class NewModelVersion(VersionFacts, Revision):
    """A model version to be registered."""

    run: RunDetails | None = None
    run_ref: str | None = None
    bases: list[NewBase] = Field(default_factory=list, max_length=MOST)
    features: list[str] = Field(default_factory=list, max_length=10_000)
    on_duplicate: Choice = "REFUSE"

    @model_validator(mode="after")
    def _has_one_run(self) -> Self:
        if self.run is not None and self.run_ref is not None:
            raise ValueError("give run or runRef, not both")
        return self


class RenamedModel(Revision):
    """A model that is to have another ref; `to` is `namespace/name`."""

    model: str
    to: str
    reason: Reason | None = None


class RemovedAlias(Revision):
    """An alias to be removed."""

    model: str
    alias: Name
    replaces: str | None = None
    reason: Reason | None = None


class MovedAlias(RemovedAlias):
    """An alias to be set or moved."""

    version: str
