"""Which evaluations to list: by what they measured, what they are about and what on."""

import strawberry

from lineal.kernel.fields import described
from lineal.kernel.filters import (
    Condition,
    RecordFilter,
    RefFilter,
    TextFilter,
    TimeFilter,
    every,
    no,
    recorded,
    refs_of,
    some,
    span,
    texts,
)
from lineal.runs.measured import MetricFilter, measured


@strawberry.input(description="Which evaluations to list; all that is given must hold.")
class EvaluationWhere(RecordFilter):
    namespace: TextFilter | None = described("The name of the namespace.", default=None)
    suite: TextFilter | None = described("The suite, such as `holdout`.", default=None)
    model: RefFilter | None = described("The model of a version that it is about.", default=None)
    model_version: RefFilter | None = described("A version that it is about.", default=None)
    dataset: RefFilter | None = described(
        "A dataset, or one version of it, that it read.", default=None
    )
    metric: list[MetricFilter] | None = described("What it measured.", default=None)
    slice: str | None = described(
        "A part of the data on which it measured, and on which `metric` is looked for; absent: "
        "all of the data.",
        default=None,
    )
    created: TimeFilter | None = described("When it was told of.", default=None)
    and_: list["EvaluationWhere"] | None = every()
    or_: list["EvaluationWhere"] | None = some()
    not_: "EvaluationWhere | None" = no()


def asked_of_evaluation(where: EvaluationWhere) -> Condition:
    """Returns the condition that `evaluations/filter_evaluations.cypher` reads."""
    return recorded(where) | {
        "suites": texts(where.suite),
        "models": refs_of(where.model, "model", "Model"),
        "versions": refs_of(where.model_version, "modelVersion", "ModelVersion"),
        "datasets": refs_of(where.dataset, "dataset", "Dataset", "DatasetVersion"),
        "metrics": None if where.metric is None else [measured(each) for each in where.metric],
        "slice": where.slice,
        **span(where.created),
    }
