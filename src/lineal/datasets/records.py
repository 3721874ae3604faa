"""Datasets and dataset versions, before they are made."""

import re
from typing import Annotated

from pydantic import AfterValidator, Field, model_validator

from lineal.columns.records import NewColumns, NewDerivation
from lineal.kernel import refs
from lineal.kernel.inputs import (
    MOST,
    Choice,
    Digest,
    Key,
    Label,
    NewNamed,
    NewRecord,
    Number,
    OwnFacts,
    Revision,
    Text,
    Texts,
    Uri,
    once,
)


class DatasetDetails(NewNamed):
    """What is said of a dataset when it is made."""

    kind: Choice = "TABLE"


class NewDataset(DatasetDetails, Revision):
    """A dataset to be made; `ref` is `namespace/name`."""

    ref: str


class NewStatistic(NewRecord):
    """A figure about a dataset version."""

    key: Key
    value: bool | int | Number | Text


class NewDatasetVersion(OwnFacts):
    """A dataset version to be registered; it is called by a label, by its digest, or by both."""

    dataset: str
    create_dataset: DatasetDetails | None = None
    label: Label | None = None
    description: Text | None = None
    tags: Texts = Field(default_factory=list)
    uri: Uri | None = None
    digest: Digest | None = None
    size_bytes: int | None = Field(default=None, ge=0)
    row_count: int | None = Field(default=None, ge=0)
    columns: NewColumns = Field(default_factory=list)
    statistics: Annotated[list[NewStatistic], AfterValidator(once)] = Field(
        default_factory=list, max_length=MOST
    )
    derived_from: list[str] = Field(default_factory=list, max_length=MOST)
    derived_columns: list[NewDerivation] = Field(default_factory=list)

    @model_validator(mode="after")
    def _is_called_something(self) -> "NewDatasetVersion":
        if self.label is None and self.digest is None:
            raise ValueError("give a label, a digest, or both")
        if self.label is not None and re.fullmatch(refs.DIGEST, self.label):
            # It would stand in the way of a version that has this digest.
            raise ValueError(f"{self.label[:80]!r} is a digest, not a label: give it as digest")
        if not self.name:
            raise ValueError("give a label: the digest has no letters or digits to call it by")
        return self

    @property
    def name(self) -> str:
        """What it is called in its dataset: the label, or the beginning of the digest."""
        digest = (self.digest or "").partition(":")[2]
        return self.label or "".join(filter(str.isalnum, digest))[:12]


class RegisteredDatasetVersion(NewDatasetVersion, Revision):
    """A dataset version to be registered by itself, at a revision of its dataset."""
