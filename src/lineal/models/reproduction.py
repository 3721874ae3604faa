"""What is needed to train a version again, and what of that was never recorded."""

from enum import Enum
from typing import TYPE_CHECKING, Annotated

import strawberry

from lineal.datasets.schema import DatasetVersion
from lineal.kernel.fields import described
from lineal.runs.provenance import RunEnvironment, RunSource
from lineal.runs.schema import Parameter, Run

if TYPE_CHECKING:
    from lineal.models.schema import ModelVersion

LazyVersion = Annotated["ModelVersion", strawberry.lazy("lineal.models.schema")]


@strawberry.enum(description="What may never have been recorded.")
class MissingFact(Enum):
    RUN = strawberry.enum_value("RUN", description="Which run made it.")
    REPOSITORY = strawberry.enum_value("REPOSITORY", description="Where the code is kept.")
    COMMIT = strawberry.enum_value("COMMIT", description="Which commit ran.")
    CHANGES_KNOWN = strawberry.enum_value(
        "CHANGES_KNOWN", description="Whether the code was that of the commit."
    )
    CHANGES = strawberry.enum_value(
        "CHANGES", description="The changes that were not committed: at most their digest is kept."
    )
    ENTRY_POINT = strawberry.enum_value("ENTRY_POINT", description="What was started.")
    ARGUMENTS = strawberry.enum_value("ARGUMENTS", description="How it was called.")
    REDACTED_ARGUMENT = strawberry.enum_value(
        "REDACTED_ARGUMENT", description="An argument that looked like a secret."
    )
    LOCK_DIGEST = strawberry.enum_value(
        "LOCK_DIGEST", description="The digest of a lock file or of an image."
    )
    PYTHON_VERSION = strawberry.enum_value(
        "PYTHON_VERSION", description="The version of Python, where there is no image."
    )
    PARAMETERS = strawberry.enum_value("PARAMETERS", description="What the training was told.")
    SEED = strawberry.enum_value("SEED", description="A parameter that is a seed.")
    DATA = strawberry.enum_value("DATA", description="Which data was read.")
    DATA_URI = strawberry.enum_value("DATA_URI", description="Where data that was read is.")
    DATA_DIGEST = strawberry.enum_value(
        "DATA_DIGEST", description="By what data that was read is known to be the same."
    )
    MODEL_URI = strawberry.enum_value(
        "MODEL_URI", description="Where a version that was read, or is a base, is."
    )
    MODEL_DIGEST = strawberry.enum_value(
        "MODEL_DIGEST",
        description="By what a version that was read, or is a base, is known to be the same.",
    )
    BASES = strawberry.enum_value("BASES", description="The rest of the bases: there are too many.")


@strawberry.type(description="Something that was never recorded.")
class Missing:
    code: MissingFact = described("What it is.")
    message: str = described("What it is, as a sentence for people.")
    ref: str | None = described("Of which version, where it is not that which is asked about.")


@strawberry.type(description="Data that a training reads.")
class RequiredData:
    role: str = described("As what: train, validation, test, features, …")
    version: DatasetVersion = described("The data.")


@strawberry.type(description="A model version that a training reads, but not as its base.")
class RequiredModel:
    role: str = described("As what: teacher, evaluated, …")
    version: LazyVersion = described("The version.")


@strawberry.type(description="A version that another was made from, at first or second hand.")
class RequiredBase:
    distance: int = described(
        "How many edges away it is; a run counts as one, and the nearest come first."
    )
    version: LazyVersion = described("The version, which has a reproduction of its own.")


@strawberry.type(
    description="What is needed to train a version again, and what of that was never recorded."
)
class Reproduction:
    run: Run | None = described("The run that made the version.")
    source: RunSource = described("The code that ran, and how it was called.")
    environment: RunEnvironment = described("What the code ran in.")
    parameters: list[Parameter] = described(
        "What the training was told, by key: the version's own, and its run's where it has none."
    )
    seeds: list[Parameter] = described(
        "Those of the parameters that are seeds: their key ends in `seed` or `random_state`."
    )
    data: list[RequiredData] = described("The data that the run read, by role and ref.")
    models: list[RequiredModel] = described(
        "The model versions that the run read in another role than `base`, by role and ref."
    )
    bases: list[RequiredBase] = described(
        "The versions that it was made from, those that these were made from, and so on; up to "
        "200, and up to 40 edges away; `upstream` pages through all."
    )
    complete: bool = described("Whether `bases` are all that there are.")
    missing: list[Missing] = described(
        "What was never recorded; empty: nothing that is asked for here is missing. Of bases and "
        "other models only where they are is asked for: how they were made says their own."
    )
