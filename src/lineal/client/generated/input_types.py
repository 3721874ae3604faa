from datetime import datetime
from typing import Optional

from pydantic import Field

from lineal.client.values import Metrics, NewColumns, Packages, Parameters, Value

from .base_model import BaseModel
from .enums import (
    DatasetKind,
    DatasetVersionOrderField,
    DeploymentKind,
    ModelVersionOrderField,
    NamedOrderField,
    OnDuplicate,
    OrderDirection,
    RiskTier,
    RunKind,
    RunOrderField,
    RunStatus,
)


class ApplicationDetails(BaseModel):
    """What is said of an application when it is made."""

    properties: list["PropertyInput"] = Field(default_factory=lambda: [])
    "What else is said of it, in properties of your own."
    documentation: list["LinkInput"] = Field(default_factory=lambda: [])
    "Where more is written of it; up to 100 links."
    kind: Optional[str] = None
    "What it is, such as `service`, `report` or `device fleet`."
    description: Optional[str] = None
    "What it is, in Markdown."
    tags: list[str] = Field(default_factory=lambda: [])
    "Words by which it is found."
    owners: list[str] = Field(default_factory=lambda: [])
    "The users and teams that answer for it."


class ApplicationWhere(BaseModel):
    """Which applications to list; all that is given must hold."""

    archived: Optional[bool] = None
    "Whether it is archived, or belongs to a namespace, a model, a dataset or an experiment that is. Where nothing is said of this, not even in `and`, `or` or `not`, it must not be."
    tag: Optional["TextFilter"] = None
    "One of the tags."
    property_: Optional[list["PropertyFilter"]] = Field(
        validation_alias="property", default=None, serialization_alias="property"
    )
    "Properties of your own."
    owner: Optional["TextFilter"] = None
    "One of the owners."
    namespace: Optional["TextFilter"] = None
    "The name of the namespace."
    kind: Optional["TextFilter"] = None
    "What it is."
    and_: Optional[list["ApplicationWhere"]] = Field(
        validation_alias="and", default=None, serialization_alias="and"
    )
    "All of these must hold too."
    or_: Optional[list["ApplicationWhere"]] = Field(
        validation_alias="or", default=None, serialization_alias="or"
    )
    "At least one of these must hold too; of none, none does."
    not_: Optional["ApplicationWhere"] = Field(
        validation_alias="not", default=None, serialization_alias="not"
    )
    "This must not hold."


class BaseInput(BaseModel):
    """A version that the new one is made from directly: give `ref` or `modelVersion`."""

    ref: Optional[str] = None
    "The version, such as `nlp/encoder:3`."
    model_version: Optional["ModelVersionInput"] = None
    "The version; it is registered unless its digest is there already."
    how: str = "fine-tuned"
    "How: fine-tuned, distilled, quantised, merged, …"


class ColumnDerivationInput(BaseModel):
    """That a column was made from others."""

    from_: list[str] = Field(validation_alias="from", serialization_alias="from")
    "Columns of what was read, such as `risk/customers#2026-11.income`."
    to: str
    "A column of what was written."
    how: Optional[str] = None
    "How, such as `identity`, `sum`, `joined on` or an expression."


class ColumnInput(BaseModel):
    """A column of a table. Its links and properties of your own are those that the last column of this name in the dataset has now."""

    name: str
    "Its name; no two columns of one version have the same."
    type_: str = Field(validation_alias="type", serialization_alias="type")
    "The type of its values."
    description: Optional[str] = None
    "What it is, in Markdown. Absent: what was last said of a column of this name in the dataset; an empty text says nothing."
    tags: Optional[list[str]] = None
    "Words by which it is found, such as `personal-data`. Absent: those that the last column of this name in the dataset has now, so that none is lost where a job tells only names and types; an empty list: none."


class ColumnWhere(BaseModel):
    """Which columns to list; all that is given must hold."""

    archived: Optional[bool] = None
    "Whether it is archived, or belongs to a namespace, a model, a dataset or an experiment that is. Where nothing is said of this, not even in `and`, `or` or `not`, it must not be."
    tag: Optional["TextFilter"] = None
    "One of the tags."
    property_: Optional[list["PropertyFilter"]] = Field(
        validation_alias="property", default=None, serialization_alias="property"
    )
    "Properties of your own."
    namespace: Optional["TextFilter"] = None
    "The name of the namespace."
    dataset: Optional["RefFilter"] = None
    "The dataset, or one version of it."
    name: Optional["TextFilter"] = None
    "The name."
    type_: Optional["TextFilter"] = Field(
        validation_alias="type", default=None, serialization_alias="type"
    )
    "The type of the values."
    and_: Optional[list["ColumnWhere"]] = Field(
        validation_alias="and", default=None, serialization_alias="and"
    )
    "All of these must hold too."
    or_: Optional[list["ColumnWhere"]] = Field(
        validation_alias="or", default=None, serialization_alias="or"
    )
    "At least one of these must hold too; of none, none does."
    not_: Optional["ColumnWhere"] = Field(
        validation_alias="not", default=None, serialization_alias="not"
    )
    "This must not hold."


class DatasetDetails(BaseModel):
    """What is said of a dataset when it is made."""

    properties: list["PropertyInput"] = Field(default_factory=lambda: [])
    "What else is said of it, in properties of your own."
    documentation: list["LinkInput"] = Field(default_factory=lambda: [])
    "Where more is written of it; up to 100 links."
    kind: DatasetKind = DatasetKind.TABLE
    "What form it has."
    description: Optional[str] = None
    "What it is, in Markdown."
    tags: list[str] = Field(default_factory=lambda: [])
    "Words by which it is found."
    owners: list[str] = Field(default_factory=lambda: [])
    "The users and teams that answer for it."


class DatasetVersionInput(BaseModel):
    """An immutable state of a dataset."""

    properties: list["PropertyInput"] = Field(default_factory=lambda: [])
    "What else is said of it, in properties of your own."
    documentation: list["LinkInput"] = Field(default_factory=lambda: [])
    "Where more is written of it; up to 100 links."
    dataset: str
    "The dataset, such as `risk/customers`."
    create_dataset: Optional["DatasetDetails"] = None
    "Makes the dataset if there is none; if there is one, this changes nothing."
    label: Optional[str] = None
    "What the state is called, such as `2026-11`, but no digest; absent: the first 12 characters of the digest."
    description: Optional[str] = None
    "What it is, in Markdown."
    tags: list[str] = Field(default_factory=lambda: [])
    "Words by which it is found."
    uri: Optional[str] = None
    "Where the data is."
    digest: Optional[str] = None
    "The digest of the content, with its algorithm, such as `sha256:…`."
    size_bytes: Optional[int] = None
    "How large the data is."
    row_count: Optional[int] = None
    "How many rows it has."
    columns: NewColumns = Field(default_factory=dict)
    "Its columns, in their order."
    statistics: Parameters = Field(default_factory=dict)
    "Figures about it."


class DatasetVersionOrder(BaseModel):
    """An order of dataset versions."""

    direction: OrderDirection = OrderDirection.ASC
    "Which end comes first."
    key: Optional[str] = None
    "The key, where `field` is something that has one; else absent."
    field: DatasetVersionOrderField
    "By what."


class DatasetVersionWhere(BaseModel):
    """Which dataset versions to list; all that is given must hold."""

    archived: Optional[bool] = None
    "Whether it is archived, or belongs to a namespace, a model, a dataset or an experiment that is. Where nothing is said of this, not even in `and`, `or` or `not`, it must not be."
    tag: Optional["TextFilter"] = None
    "One of the tags."
    property_: Optional[list["PropertyFilter"]] = Field(
        validation_alias="property", default=None, serialization_alias="property"
    )
    "Properties of your own."
    namespace: Optional["TextFilter"] = None
    "The name of the namespace."
    dataset: Optional["RefFilter"] = None
    "The dataset."
    digest: Optional["TextFilter"] = None
    "The digest of the content."
    created: Optional["TimeFilter"] = None
    "When it was registered."
    and_: Optional[list["DatasetVersionWhere"]] = Field(
        validation_alias="and", default=None, serialization_alias="and"
    )
    "All of these must hold too."
    or_: Optional[list["DatasetVersionWhere"]] = Field(
        validation_alias="or", default=None, serialization_alias="or"
    )
    "At least one of these must hold too; of none, none does."
    not_: Optional["DatasetVersionWhere"] = Field(
        validation_alias="not", default=None, serialization_alias="not"
    )
    "This must not hold."


class DeploymentDetails(BaseModel):
    """What is said of a deployment when it is made."""

    properties: list["PropertyInput"] = Field(default_factory=lambda: [])
    "What else is said of it, in properties of your own."
    documentation: list["LinkInput"] = Field(default_factory=lambda: [])
    "Where more is written of it; up to 100 links."
    environment: str
    "The environment, such as `production`."
    kind: DeploymentKind = DeploymentKind.ONLINE
    "How versions serve there."
    platform: Optional[str] = None
    "What it runs on, such as `kserve`."
    endpoint: Optional[str] = None
    "Where it is reached, such as a URL."
    image: Optional[str] = None
    "The image that serves, best with its digest."
    description: Optional[str] = None
    "What it is, in Markdown."
    tags: list[str] = Field(default_factory=lambda: [])
    "Words by which it is found."
    owners: list[str] = Field(default_factory=lambda: [])
    "The users and teams that answer for it."


class DeploymentKindFilter(BaseModel):
    """A kind of deployment that must be equal."""

    eq: Optional[DeploymentKind] = None
    "Equal to this."
    in_: Optional[list[DeploymentKind]] = Field(
        validation_alias="in", default=None, serialization_alias="in"
    )
    "Equal to one of these."


class DeploymentWhere(BaseModel):
    """Which deployments to list; all that is given must hold."""

    archived: Optional[bool] = None
    "Whether it is archived, or belongs to a namespace, a model, a dataset or an experiment that is. Where nothing is said of this, not even in `and`, `or` or `not`, it must not be."
    tag: Optional["TextFilter"] = None
    "One of the tags."
    property_: Optional[list["PropertyFilter"]] = Field(
        validation_alias="property", default=None, serialization_alias="property"
    )
    "Properties of your own."
    owner: Optional["TextFilter"] = None
    "One of the owners."
    namespace: Optional["TextFilter"] = None
    "The name of the namespace."
    environment: Optional["TextFilter"] = None
    "The environment."
    kind: Optional["DeploymentKindFilter"] = None
    "How versions serve there."
    platform: Optional["TextFilter"] = None
    "What it runs on."
    drift: Optional[bool] = None
    "Whether what serves there is other than was intended."
    and_: Optional[list["DeploymentWhere"]] = Field(
        validation_alias="and", default=None, serialization_alias="and"
    )
    "All of these must hold too."
    or_: Optional[list["DeploymentWhere"]] = Field(
        validation_alias="or", default=None, serialization_alias="or"
    )
    "At least one of these must hold too; of none, none does."
    not_: Optional["DeploymentWhere"] = Field(
        validation_alias="not", default=None, serialization_alias="not"
    )
    "This must not hold."


class EndedRunDetails(BaseModel):
    """A run that has ended, told of as a whole."""

    parameters: Parameters = Field(default_factory=dict)
    "What it was told."
    metrics: Metrics = Field(default_factory=dict)
    "What it measured."
    slices: list["SliceInput"] = Field(default_factory=lambda: [])
    "What it measured on parts of its data."
    inputs: list["RunInputInput"] = Field(default_factory=lambda: [])
    "What it read."
    outputs: list["RunOutputInput"] = Field(default_factory=lambda: [])
    "What it wrote."
    tags: list[str] = Field(default_factory=lambda: [])
    "Words by which it is found."
    columns: list["ColumnDerivationInput"] = Field(default_factory=lambda: [])
    "Which columns of what it wrote it made from which of what it read. Between two dataset versions of which nothing is said, each column may have come from each; where something is said, that is all."
    properties: list["PropertyInput"] = Field(default_factory=lambda: [])
    "What else is said of it, in properties of your own."
    documentation: list["LinkInput"] = Field(default_factory=lambda: [])
    "Where more is written of it; up to 100 links."
    name: str
    "What it is called; need not be unique."
    kind: RunKind = RunKind.TRAINING
    "What it is for."
    description: Optional[str] = None
    "What it is, in Markdown."
    source: Optional["RunSourceInput"] = None
    "The code that ran."
    environment: Optional["RunEnvironmentInput"] = None
    "What the code ran in."
    started_at: Optional[datetime] = None
    "When it began; absent: now."
    suite: Optional[str] = None
    "What an evaluation tries a model version with, such as `holdout` or `fairness`."
    experiment: Optional[str] = None
    "The experiment that it belongs to, of the same namespace; absent: that of its parent."
    create_experiment: Optional["ExperimentDetails"] = None
    "Makes the experiment if there is none; if there is one, this changes nothing."
    parent: Optional[str] = None
    "The run of the same namespace that it is a part of, which may have ended."
    ended_at: Optional[datetime] = None
    "When it came to an end; absent: now."
    status: RunStatus = RunStatus.FINISHED
    "How it ended."
    status_reason: Optional[str] = None
    "Why it has that status."


class EvaluationFilter(BaseModel):
    """What the newest evaluation of a version must have said, of those by one suite if it is given; all that is given must hold of it."""

    suite: Optional[str] = None
    "The suite, such as `holdout`."
    slice_: Optional[str] = Field(
        validation_alias="slice", default=None, serialization_alias="slice"
    )
    "The part of the data on which the metrics were measured; absent: all of it."
    metric: Optional[list["MetricFilter"]] = None
    "What was measured."
    dataset: Optional["RefFilter"] = None
    "A dataset, or one version of it, that it read."
    created: Optional["TimeFilter"] = None
    "When it was told of."


class EvaluationWhere(BaseModel):
    """Which evaluations to list; all that is given must hold."""

    archived: Optional[bool] = None
    "Whether it is archived, or belongs to a namespace, a model, a dataset or an experiment that is. Where nothing is said of this, not even in `and`, `or` or `not`, it must not be."
    tag: Optional["TextFilter"] = None
    "One of the tags."
    property_: Optional[list["PropertyFilter"]] = Field(
        validation_alias="property", default=None, serialization_alias="property"
    )
    "Properties of your own."
    namespace: Optional["TextFilter"] = None
    "The name of the namespace."
    suite: Optional["TextFilter"] = None
    "The suite, such as `holdout`."
    model: Optional["RefFilter"] = None
    "The model of a version that it is about."
    model_version: Optional["RefFilter"] = None
    "A version that it is about."
    dataset: Optional["RefFilter"] = None
    "A dataset, or one version of it, that it read."
    metric: Optional[list["MetricFilter"]] = None
    "What it measured."
    slice_: Optional[str] = Field(
        validation_alias="slice", default=None, serialization_alias="slice"
    )
    "A part of the data on which it measured, and on which `metric` is looked for; absent: all of the data."
    created: Optional["TimeFilter"] = None
    "When it was told of."
    and_: Optional[list["EvaluationWhere"]] = Field(
        validation_alias="and", default=None, serialization_alias="and"
    )
    "All of these must hold too."
    or_: Optional[list["EvaluationWhere"]] = Field(
        validation_alias="or", default=None, serialization_alias="or"
    )
    "At least one of these must hold too; of none, none does."
    not_: Optional["EvaluationWhere"] = Field(
        validation_alias="not", default=None, serialization_alias="not"
    )
    "This must not hold."


class ExperimentDetails(BaseModel):
    """What is said of an experiment when it is made."""

    properties: list["PropertyInput"] = Field(default_factory=lambda: [])
    "What else is said of it, in properties of your own."
    documentation: list["LinkInput"] = Field(default_factory=lambda: [])
    "Where more is written of it; up to 100 links."
    description: Optional[str] = None
    "What it is, in Markdown."
    tags: list[str] = Field(default_factory=lambda: [])
    "Words by which it is found."
    owners: list[str] = Field(default_factory=lambda: [])
    "The users and teams that answer for it."


class LinkInput(BaseModel):
    """A link to where more is written."""

    title: str
    "What is written there, such as `Runbook`."
    url: str
    "Where: an address with `https:`, `http:` or `mailto:`."


class MetricFilter(BaseModel):
    """A metric that must have been measured; all that is given must hold of it."""

    key: str
    "The key."
    gte: Optional[float] = None
    "This number, or a larger one."
    lte: Optional[float] = None
    "This number, or a smaller one."


class MetricInput(BaseModel):
    """A metric: a number under a key."""

    key: str
    "Its name, such as `auc`."
    value: float
    "Its value."


class MetricPointInput(BaseModel):
    """A value that was measured at a step of a run."""

    key: str
    "The name of the metric, such as `loss`."
    step: int
    "The step, such as an epoch or a count of batches: 0 or more."
    value: float
    "The value, which is finite."
    time: Optional[datetime] = None
    "When it was measured; absent: now."


class ModelDetails(BaseModel):
    """What is said of a model when it is made."""

    properties: list["PropertyInput"] = Field(default_factory=lambda: [])
    "What else is said of it, in properties of your own."
    documentation: list["LinkInput"] = Field(default_factory=lambda: [])
    "Where more is written of it; up to 100 links."
    task: Optional[str] = None
    "What it is for, in a word, such as `credit-scoring`."
    risk_tier: Optional[RiskTier] = None
    "How risky its use is, after the EU AI Act."
    intended_use: Optional[str] = None
    "What it may be used for, and what not, in Markdown."
    description: Optional[str] = None
    "What it is, in Markdown."
    tags: list[str] = Field(default_factory=lambda: [])
    "Words by which it is found."
    owners: list[str] = Field(default_factory=lambda: [])
    "The users and teams that answer for it."


class ModelVersionInput(BaseModel):
    """What is said of a model version itself."""

    properties: list["PropertyInput"] = Field(default_factory=lambda: [])
    "What else is said of it, in properties of your own."
    documentation: list["LinkInput"] = Field(default_factory=lambda: [])
    "Where more is written of it; up to 100 links."
    model: str
    "The model, such as `risk/credit-scorer`."
    create_model: Optional["ModelDetails"] = None
    "Makes the model if there is none; if there is one, this changes nothing."
    label: Optional[str] = None
    "A name of your own, such as a semantic version."
    description: Optional[str] = None
    "What it is, in Markdown."
    tags: list[str] = Field(default_factory=lambda: [])
    "Words by which it is found."
    uri: Optional[str] = None
    "Where its files are."
    digest: Optional[str] = None
    "The digest of its content, with the algorithm, such as `sha256:…`."
    size_bytes: Optional[int] = None
    "How large its content is."
    framework: Optional[str] = None
    "What can load it, such as `scikit-learn`."
    parameters: Parameters = Field(default_factory=dict)
    "What its training was told; absent: those of its run."
    metrics: Metrics = Field(default_factory=dict)
    "What was measured of it; absent: those of its run."


class ModelVersionOrder(BaseModel):
    """An order of model versions."""

    direction: OrderDirection = OrderDirection.ASC
    "Which end comes first."
    key: Optional[str] = None
    "The key, where `field` is something that has one; else absent."
    field: ModelVersionOrderField
    "By what."


class ModelVersionWhere(BaseModel):
    """Which model versions to list; all that is given must hold."""

    archived: Optional[bool] = None
    "Whether it is archived, or belongs to a namespace, a model, a dataset or an experiment that is. Where nothing is said of this, not even in `and`, `or` or `not`, it must not be."
    tag: Optional["TextFilter"] = None
    "One of the tags."
    property_: Optional[list["PropertyFilter"]] = Field(
        validation_alias="property", default=None, serialization_alias="property"
    )
    "Properties of your own."
    namespace: Optional["TextFilter"] = None
    "The name of the namespace."
    model: Optional["RefFilter"] = None
    "The model."
    owner: Optional["TextFilter"] = None
    "One of the owners of the model."
    digest: Optional["TextFilter"] = None
    "The digest of the content."
    label: Optional["TextFilter"] = None
    "The label."
    framework: Optional["TextFilter"] = None
    "What can load it."
    created: Optional["TimeFilter"] = None
    "When it was registered."
    metric: Optional[list["MetricFilter"]] = None
    "What was measured of it."
    parameter: Optional[list["ParameterFilter"]] = None
    "What its training was told."
    dataset: Optional["RefFilter"] = None
    "A dataset, or one version of it, that its run read."
    base: Optional["RefFilter"] = None
    "A version that it was made from directly."
    evaluation: Optional[list["EvaluationFilter"]] = None
    "What evaluations said about it; each must be there."
    alias: Optional["TextFilter"] = None
    "An alias that points at it."
    environment: Optional["TextFilter"] = None
    "The environment of a deployment where it serves."
    and_: Optional[list["ModelVersionWhere"]] = Field(
        validation_alias="and", default=None, serialization_alias="and"
    )
    "All of these must hold too."
    or_: Optional[list["ModelVersionWhere"]] = Field(
        validation_alias="or", default=None, serialization_alias="or"
    )
    "At least one of these must hold too; of none, none does."
    not_: Optional["ModelVersionWhere"] = Field(
        validation_alias="not", default=None, serialization_alias="not"
    )
    "This must not hold."


class ModelWhere(BaseModel):
    """Which models to list; all that is given must hold."""

    archived: Optional[bool] = None
    "Whether it is archived, or belongs to a namespace, a model, a dataset or an experiment that is. Where nothing is said of this, not even in `and`, `or` or `not`, it must not be."
    tag: Optional["TextFilter"] = None
    "One of the tags."
    property_: Optional[list["PropertyFilter"]] = Field(
        validation_alias="property", default=None, serialization_alias="property"
    )
    "Properties of your own."
    owner: Optional["TextFilter"] = None
    "One of the owners."
    namespace: Optional["TextFilter"] = None
    "The name of the namespace."
    task: Optional["TextFilter"] = None
    "What it is for."
    risk_tier: Optional[list[RiskTier]] = None
    "One of these tiers."
    alias: Optional["TextFilter"] = None
    "An alias that points at a version of it."
    metric: Optional[list["MetricFilter"]] = None
    "What was measured of one version that an alias points at: that of `alias`, or any."
    and_: Optional[list["ModelWhere"]] = Field(
        validation_alias="and", default=None, serialization_alias="and"
    )
    "All of these must hold too."
    or_: Optional[list["ModelWhere"]] = Field(
        validation_alias="or", default=None, serialization_alias="or"
    )
    "At least one of these must hold too; of none, none does."
    not_: Optional["ModelWhere"] = Field(
        validation_alias="not", default=None, serialization_alias="not"
    )
    "This must not hold."


class NamedOrder(BaseModel):
    """An order of named things."""

    direction: OrderDirection = OrderDirection.ASC
    "Which end comes first."
    key: Optional[str] = None
    "The key, where `field` is something that has one; else absent."
    field: NamedOrderField
    "By what."


class NamedWhere(BaseModel):
    """Which named things to list; all that is given must hold."""

    archived: Optional[bool] = None
    "Whether it is archived, or belongs to a namespace, a model, a dataset or an experiment that is. Where nothing is said of this, not even in `and`, `or` or `not`, it must not be."
    tag: Optional["TextFilter"] = None
    "One of the tags."
    property_: Optional[list["PropertyFilter"]] = Field(
        validation_alias="property", default=None, serialization_alias="property"
    )
    "Properties of your own."
    owner: Optional["TextFilter"] = None
    "One of the owners."
    namespace: Optional["TextFilter"] = None
    "The name of the namespace."
    and_: Optional[list["NamedWhere"]] = Field(
        validation_alias="and", default=None, serialization_alias="and"
    )
    "All of these must hold too."
    or_: Optional[list["NamedWhere"]] = Field(
        validation_alias="or", default=None, serialization_alias="or"
    )
    "At least one of these must hold too; of none, none does."
    not_: Optional["NamedWhere"] = Field(
        validation_alias="not", default=None, serialization_alias="not"
    )
    "This must not hold."


class NamespaceWhere(BaseModel):
    """Which namespaces to list; all that is given must hold."""

    archived: Optional[bool] = None
    "Whether it is archived, or belongs to a namespace, a model, a dataset or an experiment that is. Where nothing is said of this, not even in `and`, `or` or `not`, it must not be."
    tag: Optional["TextFilter"] = None
    "One of the tags."
    property_: Optional[list["PropertyFilter"]] = Field(
        validation_alias="property", default=None, serialization_alias="property"
    )
    "Properties of your own."
    owner: Optional["TextFilter"] = None
    "One of the owners."
    and_: Optional[list["NamespaceWhere"]] = Field(
        validation_alias="and", default=None, serialization_alias="and"
    )
    "All of these must hold too."
    or_: Optional[list["NamespaceWhere"]] = Field(
        validation_alias="or", default=None, serialization_alias="or"
    )
    "At least one of these must hold too; of none, none does."
    not_: Optional["NamespaceWhere"] = Field(
        validation_alias="not", default=None, serialization_alias="not"
    )
    "This must not hold."


class PackageInput(BaseModel):
    """A package that is installed."""

    name: str
    "Its name; each is given once."
    version: str
    "Its version."


class ParameterFilter(BaseModel):
    """A parameter that must have been given; all that is given must hold of it."""

    key: str
    "The key."
    eq: Optional[Value] = None
    "Equal to this text, number or boolean."
    in_: Optional[list[Value]] = Field(
        validation_alias="in", default=None, serialization_alias="in"
    )
    "Equal to one of these."
    gte: Optional[Value] = None
    "This number or text, or one after it."
    lte: Optional[Value] = None
    "This number or text, or one before it."


class ParameterInput(BaseModel):
    """A parameter: a text, a number or a boolean under a key."""

    key: str
    "Its name."
    value: Value
    "Its value; the type is kept."


class PropertyFilter(BaseModel):
    """A property of your own that must be there; all that is given must hold of it."""

    key: str
    "The key."
    eq: Optional[Value] = None
    "Equal to this text, number or boolean."
    in_: Optional[list[Value]] = Field(
        validation_alias="in", default=None, serialization_alias="in"
    )
    "Equal to one of these."
    gte: Optional[Value] = None
    "This number or text, or one after it."
    lte: Optional[Value] = None
    "This number or text, or one before it."
    since: Optional[datetime] = None
    "This moment, or one after it."
    until: Optional[datetime] = None
    "A moment before this one."


class PropertyInput(BaseModel):
    """A property of your own: a key, and exactly one value."""

    key: str
    "What is said, such as `costCentre`."
    text: Optional[str] = None
    "A text."
    number: Optional[float] = None
    "A number."
    boolean: Optional[bool] = None
    "True or false."
    time: Optional[datetime] = None
    "A moment."
    link: Optional[str] = None
    "An address, such as that of a document."


class RefFilter(BaseModel):
    """What a ref must name: an id, a name, a version, an alias, a digest, what a model was called before. One that names nothing is an error."""

    eq: Optional[str] = None
    "What this names."
    in_: Optional[list[str]] = Field(
        validation_alias="in", default=None, serialization_alias="in"
    )
    "What one of these names."


class RegisteredDatasetVersionInput(BaseModel):
    """An immutable state of a dataset, to be registered."""

    properties: list["PropertyInput"] = Field(default_factory=lambda: [])
    "What else is said of it, in properties of your own."
    documentation: list["LinkInput"] = Field(default_factory=lambda: [])
    "Where more is written of it; up to 100 links."
    dataset: str
    "The dataset, such as `risk/customers`."
    create_dataset: Optional["DatasetDetails"] = None
    "Makes the dataset if there is none; if there is one, this changes nothing."
    label: Optional[str] = None
    "What the state is called, such as `2026-11`, but no digest; absent: the first 12 characters of the digest."
    description: Optional[str] = None
    "What it is, in Markdown."
    tags: list[str] = Field(default_factory=lambda: [])
    "Words by which it is found."
    uri: Optional[str] = None
    "Where the data is."
    digest: Optional[str] = None
    "The digest of the content, with its algorithm, such as `sha256:…`."
    size_bytes: Optional[int] = None
    "How large the data is."
    row_count: Optional[int] = None
    "How many rows it has."
    columns: NewColumns = Field(default_factory=dict)
    "Its columns, in their order."
    statistics: Parameters = Field(default_factory=dict)
    "Figures about it."
    derived_from: list[str] = Field(default_factory=lambda: [])
    "Dataset versions that it was made from directly, where no run is known."
    derived_columns: list["ColumnDerivationInput"] = Field(default_factory=lambda: [])
    "Which of its columns was made from which of those in `derivedFrom`; up to 10,000 pairs. Of a version in `derivedFrom` without a word here, all columns may have led to all of its own: what follows is not `certain` then."


class RegisteredModelVersionInput(BaseModel):
    """A trained version with all that it was made from; all of it is done, or nothing."""

    properties: list["PropertyInput"] = Field(default_factory=lambda: [])
    "What else is said of it, in properties of your own."
    documentation: list["LinkInput"] = Field(default_factory=lambda: [])
    "Where more is written of it; up to 100 links."
    model: str
    "The model, such as `risk/credit-scorer`."
    create_model: Optional["ModelDetails"] = None
    "Makes the model if there is none; if there is one, this changes nothing."
    label: Optional[str] = None
    "A name of your own, such as a semantic version."
    description: Optional[str] = None
    "What it is, in Markdown."
    tags: list[str] = Field(default_factory=lambda: [])
    "Words by which it is found."
    uri: Optional[str] = None
    "Where its files are."
    digest: Optional[str] = None
    "The digest of its content, with the algorithm, such as `sha256:…`."
    size_bytes: Optional[int] = None
    "How large its content is."
    framework: Optional[str] = None
    "What can load it, such as `scikit-learn`."
    parameters: Parameters = Field(default_factory=dict)
    "What its training was told; absent: those of its run."
    metrics: Metrics = Field(default_factory=dict)
    "What was measured of it; absent: those of its run."
    run: Optional["EndedRunDetails"] = None
    "The run that made it, told of here."
    run_ref: Optional[str] = None
    "The run that made it, which is there already."
    bases: list["BaseInput"] = Field(default_factory=lambda: [])
    "The versions it is made from."
    features: list[str] = Field(default_factory=lambda: [])
    "The columns that it uses, the target too, of what its run read, such as `risk/customers#2026-11.income`. Of a dataset version of which none is named, it may use all; where some are, they are all that it uses."
    on_duplicate: OnDuplicate = OnDuplicate.REFUSE
    "What to do if the model has a version with this digest."


class RegisteredRunInput(BaseModel):
    """A run that has ended, to be recorded as a whole."""

    parameters: Parameters = Field(default_factory=dict)
    "What it was told."
    metrics: Metrics = Field(default_factory=dict)
    "What it measured."
    slices: list["SliceInput"] = Field(default_factory=lambda: [])
    "What it measured on parts of its data."
    inputs: list["RunInputInput"] = Field(default_factory=lambda: [])
    "What it read."
    outputs: list["RunOutputInput"] = Field(default_factory=lambda: [])
    "What it wrote."
    tags: list[str] = Field(default_factory=lambda: [])
    "Words by which it is found."
    columns: list["ColumnDerivationInput"] = Field(default_factory=lambda: [])
    "Which columns of what it wrote it made from which of what it read. Between two dataset versions of which nothing is said, each column may have come from each; where something is said, that is all."
    properties: list["PropertyInput"] = Field(default_factory=lambda: [])
    "What else is said of it, in properties of your own."
    documentation: list["LinkInput"] = Field(default_factory=lambda: [])
    "Where more is written of it; up to 100 links."
    name: str
    "What it is called; need not be unique."
    kind: RunKind = RunKind.TRAINING
    "What it is for."
    description: Optional[str] = None
    "What it is, in Markdown."
    source: Optional["RunSourceInput"] = None
    "The code that ran."
    environment: Optional["RunEnvironmentInput"] = None
    "What the code ran in."
    started_at: Optional[datetime] = None
    "When it began; absent: now."
    suite: Optional[str] = None
    "What an evaluation tries a model version with, such as `holdout` or `fairness`."
    experiment: Optional[str] = None
    "The experiment that it belongs to, of the same namespace; absent: that of its parent."
    create_experiment: Optional["ExperimentDetails"] = None
    "Makes the experiment if there is none; if there is one, this changes nothing."
    parent: Optional[str] = None
    "The run of the same namespace that it is a part of, which may have ended."
    ended_at: Optional[datetime] = None
    "When it came to an end; absent: now."
    status: RunStatus = RunStatus.FINISHED
    "How it ended."
    status_reason: Optional[str] = None
    "Why it has that status."
    namespace: str
    "The name of the namespace that it belongs to."


class ReportedDeploymentInput(BaseModel):
    """A deployment at which a platform runs something."""

    name: str
    "Its name in the namespace, such as `scoring-api`."
    environment: str
    "The environment, such as `production`."
    kind: Optional[DeploymentKind] = None
    "How versions serve there; absent: as it was, and `ONLINE` where it is new."
    endpoint: Optional[str] = None
    "Where it is reached, such as a URL; absent: as it was."
    image: Optional[str] = None
    "The image that serves, best with its digest; absent: as it was."
    versions: list["ReportedVersionInput"]
    "What serves there, 1 to 100 versions. A deployment at which nothing serves is left out."


class ReportedVersionInput(BaseModel):
    """A version that a platform runs."""

    model_version: str
    "The version, such as `risk/credit-scorer:7`, or its id."
    weight: float = 1
    "Its share of the traffic, above 0 and up to 1; those of a deployment sum to 1, within a millionth."


class RunEnvironmentInput(BaseModel):
    """What the code ran in."""

    image_digest: Optional[str] = None
    "The digest of the container image."
    lock_digest: Optional[str] = None
    "The digest of the lock file."
    python_version: Optional[str] = None
    "The version of Python."
    packages: Packages = Field(default_factory=dict)
    "The packages that are installed, up to 2,000."


class RunInputInput(BaseModel):
    """Something that a run read: give `ref` or `datasetVersion`."""

    role: str = "train"
    "As what: train, validation, test, features, base, …"
    ref: Optional[str] = None
    "A dataset version or a model version that is there."
    dataset_version: Optional["DatasetVersionInput"] = None
    "A dataset version; it is registered unless its digest is there already."


class RunOrder(BaseModel):
    """An order of runs."""

    direction: OrderDirection = OrderDirection.ASC
    "Which end comes first."
    key: Optional[str] = None
    "The key, where `field` is something that has one; else absent."
    field: RunOrderField
    "By what."


class RunOutputInput(BaseModel):
    """Something that a run wrote: give `ref` or `datasetVersion`."""

    ref: Optional[str] = None
    "A dataset version that is there."
    dataset_version: Optional["DatasetVersionInput"] = None
    "A dataset version; it is registered unless its digest is there already."


class RunSourceInput(BaseModel):
    """The code that ran, and how it was called."""

    repository: Optional[str] = None
    "Where the code is kept."
    commit: Optional[str] = None
    "The commit."
    entry_point: Optional[str] = None
    "What was started, such as `train:main`."
    arguments: Optional[list[str]] = None
    "The arguments on the command line, in their order, up to 1,000: whoever reads the registry reads them, so they must hold no secret."
    uncommitted_changes: Optional[bool] = None
    "Whether the code is another than that of the commit."
    diff_digest: Optional[str] = None
    "The digest of the difference from the commit, such as `sha256:…`."


class RunWhere(BaseModel):
    """Which runs to list; all that is given must hold."""

    archived: Optional[bool] = None
    "Whether it is archived, or belongs to a namespace, a model, a dataset or an experiment that is. Where nothing is said of this, not even in `and`, `or` or `not`, it must not be."
    tag: Optional["TextFilter"] = None
    "One of the tags."
    property_: Optional[list["PropertyFilter"]] = Field(
        validation_alias="property", default=None, serialization_alias="property"
    )
    "Properties of your own."
    namespace: Optional["TextFilter"] = None
    "The name of the namespace."
    experiment: Optional["RefFilter"] = None
    "The experiment."
    parent: Optional["RefFilter"] = None
    "The run that it is a part of, by its id."
    has_parent: Optional[bool] = None
    "Whether it is a part of another run; false: only runs that are none."
    metric: Optional[list["MetricFilter"]] = None
    "What it measured."
    parameter: Optional[list["ParameterFilter"]] = None
    "What it was told."
    kind: Optional[list[RunKind]] = None
    "One of these kinds."
    status: Optional[list[RunStatus]] = None
    "One of these statuses."
    commit: Optional["TextFilter"] = None
    "The commit of the code."
    suite: Optional["TextFilter"] = None
    "The suite of an evaluation."
    created: Optional["TimeFilter"] = None
    "When it was told of."
    and_: Optional[list["RunWhere"]] = Field(
        validation_alias="and", default=None, serialization_alias="and"
    )
    "All of these must hold too."
    or_: Optional[list["RunWhere"]] = Field(
        validation_alias="or", default=None, serialization_alias="or"
    )
    "At least one of these must hold too; of none, none does."
    not_: Optional["RunWhere"] = Field(
        validation_alias="not", default=None, serialization_alias="not"
    )
    "This must not hold."


class SliceInput(BaseModel):
    """What was measured on a part of the data."""

    name: str
    "Which part, such as `region=eu`."
    metrics: Metrics = Field(default_factory=dict)
    "What was measured on it."


class StatisticInput(BaseModel):
    """A figure about a dataset version."""

    key: str
    "What it is a figure of."
    value: Value
    "The figure: a text, a number or a boolean."


class TextFilter(BaseModel):
    """A text that must be equal."""

    eq: Optional[str] = None
    "Equal to this."
    in_: Optional[list[str]] = Field(
        validation_alias="in", default=None, serialization_alias="in"
    )
    "Equal to one of these."


class TimeFilter(BaseModel):
    """A span of time."""

    since: Optional[datetime] = None
    "This moment, or one after it."
    until: Optional[datetime] = None
    "A moment before this one."


ApplicationDetails.model_rebuild()
ApplicationWhere.model_rebuild()
BaseInput.model_rebuild()
ColumnWhere.model_rebuild()
DatasetDetails.model_rebuild()
DatasetVersionInput.model_rebuild()
DatasetVersionWhere.model_rebuild()
DeploymentDetails.model_rebuild()
DeploymentWhere.model_rebuild()
EndedRunDetails.model_rebuild()
EvaluationFilter.model_rebuild()
EvaluationWhere.model_rebuild()
ExperimentDetails.model_rebuild()
ModelDetails.model_rebuild()
ModelVersionInput.model_rebuild()
ModelVersionWhere.model_rebuild()
ModelWhere.model_rebuild()
NamedWhere.model_rebuild()
NamespaceWhere.model_rebuild()
RegisteredDatasetVersionInput.model_rebuild()
RegisteredModelVersionInput.model_rebuild()
RegisteredRunInput.model_rebuild()
ReportedDeploymentInput.model_rebuild()
RunInputInput.model_rebuild()
RunOutputInput.model_rebuild()
RunWhere.model_rebuild()
