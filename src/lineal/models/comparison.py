"""Model versions beside each other: what is the same of them, and what is not."""

from collections.abc import Sequence
from enum import Enum
from typing import Annotated

import strawberry

from lineal.datasets.schema import DatasetVersion
from lineal.evaluations.schema import Evaluation
from lineal.kernel import refs
from lineal.kernel.fields import Parameters, argument, described, fetched
from lineal.kernel.refusals import InvalidInput
from lineal.kernel.scalars import Ref, Value
from lineal.models.schema import Base, ModelVersion
from lineal.runs.directions import HIGHER, LOWER

MOST_COMPARED = 10


@strawberry.enum(description="How something of several versions compares.")
class Outcome(Enum):
    SAME = strawberry.enum_value("SAME", description="All have the same.")
    CHANGED = strawberry.enum_value("CHANGED", description="All have it, not all have the same.")
    PARTIAL = strawberry.enum_value("PARTIAL", description="Not all have it.")
    UNKNOWN = strawberry.enum_value("UNKNOWN", description="None has it, as far as was recorded.")


@strawberry.enum(description="Which values of a metric are the better ones.")
class MetricDirection(Enum):
    HIGHER = strawberry.enum_value("HIGHER", description="The higher ones, as of `auc`.")
    LOWER = strawberry.enum_value(
        "LOWER",
        description="The lower ones, as of `rmse`, or of what a model takes: `latency_ms`, `cost`.",
    )


@strawberry.type(description="A version's value of a parameter.")
class ComparedParameter:
    version: Ref = described("The ref of the version.")
    value: Value | None = described("The value; absent: it has none.")


@strawberry.type(description="A parameter that at least one of the versions has.")
class ParameterComparison:
    key: str = described("Its name.")
    outcome: Outcome = described("How the values compare.")
    values: list[ComparedParameter] = described("One for each version, in the order asked.")


@strawberry.type(description="A version's value of a metric.")
class ComparedMetric:
    version: Ref = described("The ref of the version.")
    value: float | None = described("The value; absent: it has none.")
    difference: float | None = described(
        "The value less that of the first version; of the first it is 0. Absent where either has "
        "none."
    )


@strawberry.type(description="A metric that at least one of the versions has.")
class MetricComparison:
    key: str = described("Its name, such as `auc`.")
    outcome: Outcome = described("How the values compare.")
    direction: MetricDirection | None = described(
        "Which values are better; absent where the name is none for which that is well known."
    )
    better: Ref | None = described(
        "The ref of the one version with the best value; absent where several share it, where no "
        "other has a value, and where the direction is not known."
    )
    values: list[ComparedMetric] = described("One for each version, in the order asked.")


@strawberry.type(description="What was read in a role to make a version.")
class ComparedData:
    version: Ref = described("The ref of the version.")
    read: list[DatasetVersion] = described("The dataset versions, by ref.")


@strawberry.type(description="A role in which data was read to make at least one of the versions.")
class DataComparison:
    role: str = described("As what it was read: train, validation, test, …")
    outcome: Outcome = described("Whether the same dataset versions were read.")
    values: list[ComparedData] = described("One for each version, in the order asked.")


@strawberry.type(description="The code that a version was made by.")
class ComparedCode:
    version: Ref = described("The ref of the version.")
    repository: str | None = described("Where the code is kept.")
    commit: str | None = described("The commit.")
    entry_point: str | None = described("What was started, such as `train:main`.")
    link: str | None = described(
        "Where the difference to the first version's commit is shown: of one repository on "
        "GitHub, GitLab, Bitbucket, Azure DevOps, Codeberg or Gitea, or on a host of one's own "
        "whose name says what runs there (`github.`, `gitlab.`, `gitea.` or `forgejo.`), where "
        "the commits are others."
    )


@strawberry.type(description="The code of all versions.")
class CodeComparison:
    outcome: Outcome = described("Whether repository, commit and entry point are the same.")
    values: list[ComparedCode] = described("One for each version, in the order asked.")


@strawberry.type(description="What a version was made in.")
class ComparedEnvironment:
    version: Ref = described("The ref of the version.")
    image_digest: str | None = described("The digest of the container image.")
    lock_digest: str | None = described("The digest of the lock file of the dependencies.")


@strawberry.type(description="What the versions were made in.")
class EnvironmentComparison:
    outcome: Outcome = described("Whether both digests are the same.")
    values: list[ComparedEnvironment] = described("One for each version, in the order asked.")


@strawberry.type(description="What a version was made from.")
class ComparedBases:
    version: Ref = described("The ref of the version.")
    bases: list[Base] = described("The versions that it was made from directly, by ref.")


@strawberry.type(description="What the versions were made from.")
class BaseComparison:
    outcome: Outcome = described("Whether they were made from the same versions in the same way.")
    values: list[ComparedBases] = described("One for each version, in the order asked.")


@strawberry.type(description="What was measured on a part of the data, of all versions.")
class SliceComparison:
    name: str = described("Which part, such as `region=eu`.")

    @fetched(list[MetricComparison])
    def metrics() -> Parameters:
        """What was measured on it, by key, with the better one where that is known."""
        return {"higher": HIGHER, "lower": LOWER}


@strawberry.type(description="What the newest evaluation of a version by a suite said.")
class ComparedEvaluation:
    version: Ref = described("The ref of the version.")
    evaluation: Evaluation | None = described("The evaluation; absent: there is none.")


@strawberry.type(description="A suite by which at least one of the versions was evaluated.")
class EvaluationComparison:
    suite: str = described("The suite, such as `holdout`.")
    values: list[ComparedEvaluation] = described("One for each version, in the order asked.")
    slices: list[SliceComparison] = described("What was measured on parts of the data, by name.")

    @fetched(list[MetricComparison])
    def metrics() -> Parameters:
        """What was measured on all of the data, by key, with the better one where that is known.

        That the versions were measured on the same data, `values` tell.
        """
        return {"higher": HIGHER, "lower": LOWER}


@strawberry.type(description="How model versions compare: with the first one, and with each other.")
class ModelVersionComparison:
    versions: list[ModelVersion] = described("The versions, in the order asked.")
    parameters: list[ParameterComparison] = described("What their training was told, by key.")
    data: list[DataComparison] = described("The data that was read to make them, by role.")
    code: CodeComparison = described("The code that made them.")
    environment: EnvironmentComparison = described("What that code ran in.")
    bases: BaseComparison = described("The versions that they were made from.")
    evaluations: list[EvaluationComparison] = described(
        "What their newest evaluations said, by suite."
    )

    @fetched(list[MetricComparison])
    def metrics() -> Parameters:
        """What was measured of them, by key, with the better one where that is known.

        Which values are better is known of well-known names, whatever is put around them:
        `val_loss`, `ndcg@10`.
        """
        return {"higher": HIGHER, "lower": LOWER}


def compared(versions: Sequence[str]) -> list[dict[str, str | None]]:
    """Returns parsed refs, or raises InvalidInput or InvalidRef."""
    if not 2 <= len(versions) <= MOST_COMPARED:
        raise InvalidInput(f"versions: give between 2 and {MOST_COMPARED} refs", ("versions",))
    return [refs.parse(text).parameter() for text in versions]


@strawberry.type
class ComparisonQuery:
    @fetched(ModelVersionComparison | None)
    def compare_model_versions(
        versions: Annotated[
            list[Ref],
            argument(
                f"Two to {MOST_COMPARED} versions, of one model or of several; the first is what "
                "the others are compared with."
            ),
        ],
    ) -> Parameters:
        """What is the same of model versions and what is not, from parameters to data and code."""
        return {"refs": compared(versions), "asOf": None}
