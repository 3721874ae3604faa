"""The typed Python client: one method for each thing that Lineal can be asked or told.

    from lineal.client import Client, AlreadyExists

    with Client() as lineal:
        version = lineal.register_model_version(
            "risk/credit-scorer", digest="sha256:…", parameters={"C": 0.3}, metrics={"auc": 0.81}
        )
        lineal.set_alias("risk/credit-scorer", alias="champion", version=version.ref)

`AsyncClient` has the same methods, to be awaited. The address is the argument, LINEAL_URL, or the
server on this machine. A method returns what it is about; what there is none of is None. A refusal
is raised as `Refused` (`NotFound`, `AlreadyExists`, …), anything else as `LinealError`. Queries,
and mutations with an idempotency key, are tried again a few times where that may help. A training
script has `lineal.run`, which never breaks it.

`generated/` is made from `operations/*.graphql` by scripts/client.sh.
"""

from lineal.client.errors import (
    AliasMoved,
    AlreadyExists,
    AmbiguousRef,
    IdempotencyKeyReused,
    InvalidInput,
    InvalidRef,
    InvalidState,
    LinealError,
    NotFound,
    Refused,
    StaleRevision,
    Unreachable,
)
from lineal.client.generated.async_client import AsyncClient
from lineal.client.generated.enums import (
    DatasetKind,
    DeploymentKind,
    Direction,
    EdgeType,
    LineageKind,
    OnDuplicate,
    PropertyType,
    RunKind,
    RunStatus,
    Truncation,
)
from lineal.client.generated.fragments import (
    AliasRemoved,
    AliasSet,
    Application,
    Dataset,
    DatasetVersion,
    Deployed,
    Deployment,
    FeedEnded,
    FeedRecorded,
    Impact,
    Lineage,
    Model,
    ModelVersion,
    Namespace,
    Path,
    Run,
)
from lineal.client.generated.input_types import (
    ApplicationDetails,
    ApplicationWhere,
    BaseInput,
    DatasetDetails,
    DatasetVersionInput,
    DatasetVersionWhere,
    DeploymentDetails,
    DeploymentKindFilter,
    DeploymentWhere,
    EndedRunDetails,
    ModelDetails,
    ModelVersionWhere,
    NamedWhere,
    NamespaceWhere,
    PropertyFilter,
    PropertyInput,
    RunEnvironmentInput,
    RunInputInput,
    RunOutputInput,
    RunSourceInput,
    RunWhere,
    TextFilter,
)
from lineal.client.generated.sync_client import Client
from lineal.client.training import TrainingRun, run

__all__ = [
    "AliasMoved",
    "AliasRemoved",
    "AliasSet",
    "AlreadyExists",
    "AmbiguousRef",
    "Application",
    "ApplicationDetails",
    "ApplicationWhere",
    "AsyncClient",
    "BaseInput",
    "Client",
    "Dataset",
    "DatasetDetails",
    "DatasetKind",
    "DatasetVersion",
    "DatasetVersionInput",
    "DatasetVersionWhere",
    "Deployed",
    "Deployment",
    "DeploymentDetails",
    "DeploymentKind",
    "DeploymentKindFilter",
    "DeploymentWhere",
    "Direction",
    "EdgeType",
    "EndedRunDetails",
    "FeedEnded",
    "FeedRecorded",
    "IdempotencyKeyReused",
    "Impact",
    "InvalidInput",
    "InvalidRef",
    "InvalidState",
    "Lineage",
    "LineageKind",
    "LinealError",
    "Model",
    "ModelDetails",
    "ModelVersion",
    "ModelVersionWhere",
    "NamedWhere",
    "Namespace",
    "NamespaceWhere",
    "NotFound",
    "OnDuplicate",
    "Path",
    "PropertyFilter",
    "PropertyInput",
    "PropertyType",
    "Refused",
    "Run",
    "RunEnvironmentInput",
    "RunInputInput",
    "RunKind",
    "RunOutputInput",
    "RunSourceInput",
    "RunStatus",
    "RunWhere",
    "StaleRevision",
    "TextFilter",
    "TrainingRun",
    "Truncation",
    "Unreachable",
    "run",
]
