"""Which models and versions to list: by what they are, are made from and are used for."""

from typing import Any

import strawberry

from lineal.kernel.fields import described
from lineal.kernel.filters import (
    Condition,
    NamedFilter,
    RecordFilter,
    RefFilter,
    TextFilter,
    TimeFilter,
    every,
    named,
    no,
    recorded,
    refs_of,
    some,
    span,
    texts,
    wanted,
)
from lineal.models.risk import RiskTier
from lineal.runs.measured import MetricFilter, ParameterFilter, measured


@strawberry.input(
    description="What the newest evaluation of a version must have said, of those by one suite if "
    "it is given; all that is given must hold of it."
)
class EvaluationFilter:
    suite: str | None = described("The suite, such as `holdout`.", default=None)
    slice: str | None = described(
        "The part of the data on which the metrics were measured; absent: all of it.", default=None
    )
    metric: list[MetricFilter] | None = described("What was measured.", default=None)
    dataset: RefFilter | None = described(
        "A dataset, or one version of it, that it read.", default=None
    )
    created: TimeFilter | None = described("When it was told of.", default=None)


@strawberry.input(description="Which model versions to list; all that is given must hold.")
class ModelVersionWhere(RecordFilter):
    namespace: TextFilter | None = described("The name of the namespace.", default=None)
    model: RefFilter | None = described("The model.", default=None)
    owner: TextFilter | None = described("One of the owners of the model.", default=None)
    digest: TextFilter | None = described("The digest of the content.", default=None)
    label: TextFilter | None = described("The label.", default=None)
    framework: TextFilter | None = described("What can load it.", default=None)
    created: TimeFilter | None = described("When it was registered.", default=None)
    metric: list[MetricFilter] | None = described("What was measured of it.", default=None)
    parameter: list[ParameterFilter] | None = described("What its training was told.", default=None)
    dataset: RefFilter | None = described(
        "A dataset, or one version of it, that its run read.", default=None
    )
    base: RefFilter | None = described("A version that it was made from directly.", default=None)
    evaluation: list[EvaluationFilter] | None = described(
        "What evaluations said about it; each must be there.", default=None
    )
    alias: TextFilter | None = described("An alias that points at it.", default=None)
    environment: TextFilter | None = described(
        "The environment of a deployment where it serves.", default=None
    )
    and_: list["ModelVersionWhere"] | None = every()
    or_: list["ModelVersionWhere"] | None = some()
    not_: "ModelVersionWhere | None" = no()


def evaluated(filter_: EvaluationFilter) -> dict[str, Any]:
    """Returns what `models/filter_versions.cypher` reads of an evaluation."""
    return {
        "suite": filter_.suite,
        "slice": filter_.slice,
        "metrics": [measured(each) for each in filter_.metric or []],
        "datasets": refs_of(filter_.dataset, "evaluation.dataset", "Dataset", "DatasetVersion"),
        **span(filter_.created),
    }


@strawberry.input(description="Which models to list; all that is given must hold.")
class ModelWhere(NamedFilter):
    task: TextFilter | None = described("What it is for.", default=None)
    risk_tier: list[RiskTier] | None = described("One of these tiers.", default=None)
    alias: TextFilter | None = described("An alias that points at a version of it.", default=None)
    metric: list[MetricFilter] | None = described(
        "What was measured of one version that an alias points at: that of `alias`, or any.",
        default=None,
    )
    and_: list["ModelWhere"] | None = every()
    or_: list["ModelWhere"] | None = some()
    not_: "ModelWhere | None" = no()


def asked_of_model(where: ModelWhere) -> Condition:
    """Returns the condition that `models/filter_models.cypher` reads."""
    return named(where) | {
        "tasks": texts(where.task),
        "riskTiers": None if where.risk_tier is None else [tier.value for tier in where.risk_tier],
        "aliases": texts(where.alias),
        "metrics": None if where.metric is None else [measured(each) for each in where.metric],
    }


def asked_of_version(where: ModelVersionWhere) -> Condition:
    """Returns the condition that `models/filter_versions.cypher` reads."""
    return recorded(where) | {
        "models": refs_of(where.model, "model", "Model"),
        "owners": texts(where.owner),
        "digests": texts(where.digest),
        "labels": texts(where.label),
        "frameworks": texts(where.framework),
        "metrics": None if where.metric is None else [measured(each) for each in where.metric],
        "parameters": None if where.parameter is None else [wanted(one) for one in where.parameter],
        "datasets": refs_of(where.dataset, "dataset", "Dataset", "DatasetVersion"),
        "bases": refs_of(where.base, "base", "ModelVersion"),
        "evaluations": None
        if where.evaluation is None
        else [evaluated(each) for each in where.evaluation],
        "aliases": texts(where.alias),
        "environments": texts(where.environment),
        **span(where.created),
    }
