from datetime import datetime
from typing import Optional, Union

from lineal.client.transport import Transport
from lineal.client.values import Metrics, NewColumns, Parameters, pairs

from .enums import (
    DatasetKind,
    DeploymentKind,
    Direction,
    LineageKind,
    OnDuplicate,
    RecordKind,
    RiskTier,
    RunKind,
    RunStatus,
)
from .fragments import (
    Aliases,
    AliasRemoved,
    AliasSet,
    Application,
    Applications,
    Archived,
    Column,
    Columns,
    Comparison,
    Dataset,
    Datasets,
    DatasetVersion,
    DatasetVersions,
    Deleted,
    Deployed,
    Deployment,
    Deployments,
    Evaluation,
    Evaluations,
    Experiment,
    Experiments,
    FeedEnded,
    FeedRecorded,
    History,
    Impact,
    Lineage,
    Model,
    Models,
    ModelVersion,
    ModelVersions,
    Namespace,
    Namespaces,
    Path,
    Production,
    Referrers,
    Reported,
    Reproduction,
    Run,
    RunPackages,
    Runs,
    RunSeries,
    Search,
    Stats,
    Suggestion,
    Unarchived,
    VersionEvaluations,
)
from .get_node import (
    GetNode,
    GetNodeNodeApplication,
    GetNodeNodeColumn,
    GetNodeNodeDataset,
    GetNodeNodeDatasetVersion,
    GetNodeNodeDeployment,
    GetNodeNodeExperiment,
    GetNodeNodeModel,
    GetNodeNodeModelVersion,
    GetNodeNodeNamespace,
    GetNodeNodeNode,
    GetNodeNodeRun,
)
from .input_types import (
    ApplicationDetails,
    ApplicationWhere,
    BaseInput,
    ColumnDerivationInput,
    ColumnWhere,
    DatasetDetails,
    DatasetVersionOrder,
    DatasetVersionWhere,
    DeploymentDetails,
    DeploymentWhere,
    EndedRunDetails,
    EvaluationWhere,
    ExperimentDetails,
    LinkInput,
    MetricPointInput,
    ModelDetails,
    ModelVersionOrder,
    ModelVersionWhere,
    ModelWhere,
    NamedOrder,
    NamedWhere,
    NamespaceWhere,
    PropertyInput,
    RegisteredDatasetVersionInput,
    RegisteredModelVersionInput,
    RegisteredRunInput,
    ReportedDeploymentInput,
    RunEnvironmentInput,
    RunInputInput,
    RunOrder,
    RunOutputInput,
    RunSourceInput,
    RunWhere,
    SliceInput,
)
from .operations import (
    ARCHIVE_RECORD_GQL,
    COMPARE_MODEL_VERSIONS_GQL,
    CREATE_APPLICATION_GQL,
    CREATE_DATASET_GQL,
    CREATE_DEPLOYMENT_GQL,
    CREATE_EXPERIMENT_GQL,
    CREATE_MODEL_GQL,
    CREATE_NAMESPACE_GQL,
    DELETE_RECORD_GQL,
    DEPLOY_MODEL_VERSION_GQL,
    END_DEPLOYMENT_GQL,
    END_FEED_GQL,
    FINISH_RUN_GQL,
    GET_ALIASES_GQL,
    GET_APPLICATION_GQL,
    GET_COLUMN_GQL,
    GET_DATASET_GQL,
    GET_DATASET_VERSION_GQL,
    GET_DEPLOYMENT_GQL,
    GET_EXPERIMENT_GQL,
    GET_HISTORY_GQL,
    GET_IMPACT_GQL,
    GET_LINEAGE_GQL,
    GET_MODEL_GQL,
    GET_MODEL_VERSION_GQL,
    GET_NAMESPACE_GQL,
    GET_NODE_GQL,
    GET_PATH_GQL,
    GET_PRODUCTION_GQL,
    GET_REFERRERS_GQL,
    GET_REPRODUCTION_GQL,
    GET_RUN_GQL,
    GET_RUN_PACKAGES_GQL,
    GET_RUN_SERIES_GQL,
    GET_SEARCH_GQL,
    GET_STATS_GQL,
    GET_SUGGEST_GQL,
    GET_VERSION_EVALUATIONS_GQL,
    LIST_APPLICATIONS_GQL,
    LIST_COLUMNS_GQL,
    LIST_DATASET_VERSIONS_GQL,
    LIST_DATASETS_GQL,
    LIST_DEPLOYMENTS_GQL,
    LIST_EVALUATIONS_GQL,
    LIST_EXPERIMENTS_GQL,
    LIST_MODEL_VERSIONS_GQL,
    LIST_MODELS_GQL,
    LIST_NAMESPACES_GQL,
    LIST_RUNS_GQL,
    LOG_METRICS_GQL,
    LOG_RUN_GQL,
    RECORD_EVALUATION_GQL,
    RECORD_FEED_GQL,
    REGISTER_DATASET_VERSION_GQL,
    REGISTER_DATASET_VERSIONS_GQL,
    REGISTER_MODEL_VERSION_GQL,
    REGISTER_MODEL_VERSIONS_GQL,
    REGISTER_RUN_GQL,
    REGISTER_RUNS_GQL,
    REMOVE_ALIAS_GQL,
    RENAME_MODEL_GQL,
    REPORT_DEPLOYMENTS_GQL,
    ROLL_BACK_DEPLOYMENT_GQL,
    SET_ALIAS_GQL,
    START_RUN_GQL,
    UNARCHIVE_RECORD_GQL,
    UPDATE_APPLICATION_GQL,
    UPDATE_COLUMN_GQL,
    UPDATE_DATASET_GQL,
    UPDATE_DATASET_VERSION_GQL,
    UPDATE_DEPLOYMENT_GQL,
    UPDATE_EXPERIMENT_GQL,
    UPDATE_MODEL_GQL,
    UPDATE_MODEL_VERSION_GQL,
    UPDATE_NAMESPACE_GQL,
    UPDATE_RUN_GQL,
)


def gql(q: str) -> str:
    return q


class Client(Transport):
    def archive_record(
        self,
        ref: str,
        *,
        reason: Optional[str] = None,
        expected_revision: Optional[int] = None,
        idempotency_key: Optional[str] = None,
        dry_run: Optional[bool] = None,
    ) -> Archived:
        variables: dict[str, object] = {
            "ref": ref,
            "reason": reason,
            "expectedRevision": expected_revision,
            "idempotencyKey": idempotency_key,
            "dryRun": dry_run,
        }
        data = self._success(ARCHIVE_RECORD_GQL, variables)
        return Archived.model_validate(data)

    def unarchive_record(
        self,
        ref: str,
        *,
        expected_revision: Optional[int] = None,
        idempotency_key: Optional[str] = None,
        dry_run: Optional[bool] = None,
    ) -> Unarchived:
        variables: dict[str, object] = {
            "ref": ref,
            "expectedRevision": expected_revision,
            "idempotencyKey": idempotency_key,
            "dryRun": dry_run,
        }
        data = self._success(UNARCHIVE_RECORD_GQL, variables)
        return Unarchived.model_validate(data)

    def column(self, ref: str) -> Optional[Column]:
        variables: dict[str, object] = {"ref": ref}
        data = self._answer(GET_COLUMN_GQL, variables)
        return None if data["column"] is None else Column.model_validate(data["column"])

    def columns(
        self,
        where: Optional[ColumnWhere] = None,
        *,
        first: Optional[int] = None,
        after: Optional[str] = None,
    ) -> Columns:
        variables: dict[str, object] = {"where": where, "first": first, "after": after}
        data = self._answer(LIST_COLUMNS_GQL, variables)
        return Columns.model_validate(data["columns"])

    def update_column(
        self,
        ref: str,
        *,
        description: Optional[str] = None,
        tags: Optional[list[str]] = None,
        documentation: Optional[list[LinkInput]] = None,
        set_properties: Optional[list[PropertyInput]] = None,
        remove_properties: Optional[list[str]] = None,
        expected_revision: Optional[int] = None,
        idempotency_key: Optional[str] = None,
        dry_run: Optional[bool] = None,
    ) -> Column:
        variables: dict[str, object] = {
            "ref": ref,
            "description": description,
            "tags": tags,
            "documentation": documentation,
            "setProperties": set_properties,
            "removeProperties": remove_properties,
            "expectedRevision": expected_revision,
            "idempotencyKey": idempotency_key,
            "dryRun": dry_run,
        }
        data = self._success(UPDATE_COLUMN_GQL, variables)
        return Column.model_validate(data["column"])

    def compare_model_versions(self, versions: list[str]) -> Comparison:
        variables: dict[str, object] = {"versions": versions}
        data = self._answer(COMPARE_MODEL_VERSIONS_GQL, variables)
        return Comparison.model_validate(data["compareModelVersions"])

    def dataset(self, ref: str) -> Optional[Dataset]:
        variables: dict[str, object] = {"ref": ref}
        data = self._answer(GET_DATASET_GQL, variables)
        return (
            None if data["dataset"] is None else Dataset.model_validate(data["dataset"])
        )

    def dataset_version(self, ref: str) -> Optional[DatasetVersion]:
        variables: dict[str, object] = {"ref": ref}
        data = self._answer(GET_DATASET_VERSION_GQL, variables)
        return (
            None
            if data["datasetVersion"] is None
            else DatasetVersion.model_validate(data["datasetVersion"])
        )

    def datasets(
        self,
        where: Optional[NamedWhere] = None,
        *,
        order_by: Optional[NamedOrder] = None,
        first: Optional[int] = None,
        after: Optional[str] = None,
    ) -> Datasets:
        variables: dict[str, object] = {
            "where": where,
            "orderBy": order_by,
            "first": first,
            "after": after,
        }
        data = self._answer(LIST_DATASETS_GQL, variables)
        return Datasets.model_validate(data["datasets"])

    def dataset_versions(
        self,
        where: Optional[DatasetVersionWhere] = None,
        *,
        order_by: Optional[DatasetVersionOrder] = None,
        first: Optional[int] = None,
        after: Optional[str] = None,
    ) -> DatasetVersions:
        variables: dict[str, object] = {
            "where": where,
            "orderBy": order_by,
            "first": first,
            "after": after,
        }
        data = self._answer(LIST_DATASET_VERSIONS_GQL, variables)
        return DatasetVersions.model_validate(data["datasetVersions"])

    def create_dataset(
        self,
        ref: str,
        *,
        kind: Optional[DatasetKind] = None,
        description: Optional[str] = None,
        tags: Optional[list[str]] = None,
        owners: Optional[list[str]] = None,
        properties: Optional[list[PropertyInput]] = None,
        documentation: Optional[list[LinkInput]] = None,
        expected_revision: Optional[int] = None,
        idempotency_key: Optional[str] = None,
        dry_run: Optional[bool] = None,
    ) -> Dataset:
        variables: dict[str, object] = {
            "ref": ref,
            "kind": kind,
            "description": description,
            "tags": tags,
            "owners": owners,
            "properties": properties,
            "documentation": documentation,
            "expectedRevision": expected_revision,
            "idempotencyKey": idempotency_key,
            "dryRun": dry_run,
        }
        data = self._success(CREATE_DATASET_GQL, variables)
        return Dataset.model_validate(data["dataset"])

    def register_dataset_version(
        self,
        dataset: str,
        *,
        create_dataset: Optional[DatasetDetails] = None,
        label: Optional[str] = None,
        description: Optional[str] = None,
        tags: Optional[list[str]] = None,
        properties: Optional[list[PropertyInput]] = None,
        documentation: Optional[list[LinkInput]] = None,
        uri: Optional[str] = None,
        digest: Optional[str] = None,
        size_bytes: Optional[int] = None,
        row_count: Optional[int] = None,
        columns: Optional[NewColumns] = None,
        statistics: Optional[Parameters] = None,
        derived_from: Optional[list[str]] = None,
        derived_columns: Optional[list[ColumnDerivationInput]] = None,
        expected_revision: Optional[int] = None,
        idempotency_key: Optional[str] = None,
        dry_run: Optional[bool] = None,
    ) -> DatasetVersion:
        variables: dict[str, object] = {
            "dataset": dataset,
            "createDataset": create_dataset,
            "label": label,
            "description": description,
            "tags": tags,
            "properties": properties,
            "documentation": documentation,
            "uri": uri,
            "digest": digest,
            "sizeBytes": size_bytes,
            "rowCount": row_count,
            "columns": pairs(columns, NewColumns),
            "statistics": pairs(statistics, Parameters),
            "derivedFrom": derived_from,
            "derivedColumns": derived_columns,
            "expectedRevision": expected_revision,
            "idempotencyKey": idempotency_key,
            "dryRun": dry_run,
        }
        data = self._success(REGISTER_DATASET_VERSION_GQL, variables)
        return DatasetVersion.model_validate(data["datasetVersion"])

    def update_dataset(
        self,
        ref: str,
        *,
        description: Optional[str] = None,
        tags: Optional[list[str]] = None,
        owners: Optional[list[str]] = None,
        documentation: Optional[list[LinkInput]] = None,
        set_properties: Optional[list[PropertyInput]] = None,
        remove_properties: Optional[list[str]] = None,
        expected_revision: Optional[int] = None,
        idempotency_key: Optional[str] = None,
        dry_run: Optional[bool] = None,
    ) -> Dataset:
        variables: dict[str, object] = {
            "ref": ref,
            "description": description,
            "tags": tags,
            "owners": owners,
            "documentation": documentation,
            "setProperties": set_properties,
            "removeProperties": remove_properties,
            "expectedRevision": expected_revision,
            "idempotencyKey": idempotency_key,
            "dryRun": dry_run,
        }
        data = self._success(UPDATE_DATASET_GQL, variables)
        return Dataset.model_validate(data["dataset"])

    def register_dataset_versions(
        self,
        items: list[RegisteredDatasetVersionInput],
        *,
        expected_revision: Optional[int] = None,
        idempotency_key: Optional[str] = None,
        dry_run: Optional[bool] = None,
    ) -> list[DatasetVersion]:
        variables: dict[str, object] = {
            "items": items,
            "expectedRevision": expected_revision,
            "idempotencyKey": idempotency_key,
            "dryRun": dry_run,
        }
        data = self._success(REGISTER_DATASET_VERSIONS_GQL, variables)
        return [DatasetVersion.model_validate(row) for row in data["datasetVersions"]]

    def update_dataset_version(
        self,
        ref: str,
        *,
        description: Optional[str] = None,
        tags: Optional[list[str]] = None,
        documentation: Optional[list[LinkInput]] = None,
        set_properties: Optional[list[PropertyInput]] = None,
        remove_properties: Optional[list[str]] = None,
        expected_revision: Optional[int] = None,
        idempotency_key: Optional[str] = None,
        dry_run: Optional[bool] = None,
    ) -> DatasetVersion:
        variables: dict[str, object] = {
            "ref": ref,
            "description": description,
            "tags": tags,
            "documentation": documentation,
            "setProperties": set_properties,
            "removeProperties": remove_properties,
            "expectedRevision": expected_revision,
            "idempotencyKey": idempotency_key,
            "dryRun": dry_run,
        }
        data = self._success(UPDATE_DATASET_VERSION_GQL, variables)
        return DatasetVersion.model_validate(data["datasetVersion"])

    def deployment(self, ref: str) -> Optional[Deployment]:
        variables: dict[str, object] = {"ref": ref}
        data = self._answer(GET_DEPLOYMENT_GQL, variables)
        return (
            None
            if data["deployment"] is None
            else Deployment.model_validate(data["deployment"])
        )

    def application(self, ref: str) -> Optional[Application]:
        variables: dict[str, object] = {"ref": ref}
        data = self._answer(GET_APPLICATION_GQL, variables)
        return (
            None
            if data["application"] is None
            else Application.model_validate(data["application"])
        )

    def deployments(
        self,
        where: Optional[DeploymentWhere] = None,
        *,
        order_by: Optional[NamedOrder] = None,
        first: Optional[int] = None,
        after: Optional[str] = None,
        as_of: Optional[datetime] = None,
    ) -> Deployments:
        variables: dict[str, object] = {
            "where": where,
            "orderBy": order_by,
            "first": first,
            "after": after,
            "asOf": as_of,
        }
        data = self._answer(LIST_DEPLOYMENTS_GQL, variables)
        return Deployments.model_validate(data["deployments"])

    def applications(
        self,
        where: Optional[ApplicationWhere] = None,
        *,
        order_by: Optional[NamedOrder] = None,
        first: Optional[int] = None,
        after: Optional[str] = None,
    ) -> Applications:
        variables: dict[str, object] = {
            "where": where,
            "orderBy": order_by,
            "first": first,
            "after": after,
        }
        data = self._answer(LIST_APPLICATIONS_GQL, variables)
        return Applications.model_validate(data["applications"])

    def create_deployment(
        self,
        ref: str,
        *,
        environment: str,
        kind: Optional[DeploymentKind] = None,
        platform: Optional[str] = None,
        endpoint: Optional[str] = None,
        image: Optional[str] = None,
        description: Optional[str] = None,
        tags: Optional[list[str]] = None,
        owners: Optional[list[str]] = None,
        properties: Optional[list[PropertyInput]] = None,
        documentation: Optional[list[LinkInput]] = None,
        expected_revision: Optional[int] = None,
        idempotency_key: Optional[str] = None,
        dry_run: Optional[bool] = None,
    ) -> Deployment:
        variables: dict[str, object] = {
            "ref": ref,
            "environment": environment,
            "kind": kind,
            "platform": platform,
            "endpoint": endpoint,
            "image": image,
            "description": description,
            "tags": tags,
            "owners": owners,
            "properties": properties,
            "documentation": documentation,
            "expectedRevision": expected_revision,
            "idempotencyKey": idempotency_key,
            "dryRun": dry_run,
        }
        data = self._success(CREATE_DEPLOYMENT_GQL, variables)
        return Deployment.model_validate(data["deployment"])

    def create_application(
        self,
        ref: str,
        *,
        kind: Optional[str] = None,
        description: Optional[str] = None,
        tags: Optional[list[str]] = None,
        owners: Optional[list[str]] = None,
        properties: Optional[list[PropertyInput]] = None,
        documentation: Optional[list[LinkInput]] = None,
        expected_revision: Optional[int] = None,
        idempotency_key: Optional[str] = None,
        dry_run: Optional[bool] = None,
    ) -> Application:
        variables: dict[str, object] = {
            "ref": ref,
            "kind": kind,
            "description": description,
            "tags": tags,
            "owners": owners,
            "properties": properties,
            "documentation": documentation,
            "expectedRevision": expected_revision,
            "idempotencyKey": idempotency_key,
            "dryRun": dry_run,
        }
        data = self._success(CREATE_APPLICATION_GQL, variables)
        return Application.model_validate(data["application"])

    def deploy_model_version(
        self,
        model_version: str,
        *,
        deployment: str,
        create_deployment: Optional[DeploymentDetails] = None,
        weight: Optional[float] = None,
        reason: Optional[str] = None,
        expected_revision: Optional[int] = None,
        idempotency_key: Optional[str] = None,
        dry_run: Optional[bool] = None,
    ) -> Deployed:
        variables: dict[str, object] = {
            "modelVersion": model_version,
            "deployment": deployment,
            "createDeployment": create_deployment,
            "weight": weight,
            "reason": reason,
            "expectedRevision": expected_revision,
            "idempotencyKey": idempotency_key,
            "dryRun": dry_run,
        }
        data = self._success(DEPLOY_MODEL_VERSION_GQL, variables)
        return Deployed.model_validate(data)

    def end_deployment(
        self,
        deployment: str,
        *,
        model_version: Optional[str] = None,
        reason: Optional[str] = None,
        expected_revision: Optional[int] = None,
        idempotency_key: Optional[str] = None,
        dry_run: Optional[bool] = None,
    ) -> Deployment:
        variables: dict[str, object] = {
            "deployment": deployment,
            "modelVersion": model_version,
            "reason": reason,
            "expectedRevision": expected_revision,
            "idempotencyKey": idempotency_key,
            "dryRun": dry_run,
        }
        data = self._success(END_DEPLOYMENT_GQL, variables)
        return Deployment.model_validate(data["deployment"])

    def roll_back_deployment(
        self,
        deployment: str,
        *,
        reason: Optional[str] = None,
        expected_revision: Optional[int] = None,
        idempotency_key: Optional[str] = None,
        dry_run: Optional[bool] = None,
    ) -> Deployment:
        variables: dict[str, object] = {
            "deployment": deployment,
            "reason": reason,
            "expectedRevision": expected_revision,
            "idempotencyKey": idempotency_key,
            "dryRun": dry_run,
        }
        data = self._success(ROLL_BACK_DEPLOYMENT_GQL, variables)
        return Deployment.model_validate(data["deployment"])

    def report_deployments(
        self,
        namespace: str,
        *,
        platform: str,
        deployments: list[ReportedDeploymentInput],
        reason: Optional[str] = None,
        expected_revision: Optional[int] = None,
        idempotency_key: Optional[str] = None,
        dry_run: Optional[bool] = None,
    ) -> Reported:
        variables: dict[str, object] = {
            "namespace": namespace,
            "platform": platform,
            "deployments": deployments,
            "reason": reason,
            "expectedRevision": expected_revision,
            "idempotencyKey": idempotency_key,
            "dryRun": dry_run,
        }
        data = self._success(REPORT_DEPLOYMENTS_GQL, variables)
        return Reported.model_validate(data)

    def record_feed(
        self,
        deployment: str,
        *,
        application: Optional[str] = None,
        dataset_version: Optional[str] = None,
        create_application: Optional[ApplicationDetails] = None,
        expected_revision: Optional[int] = None,
        idempotency_key: Optional[str] = None,
        dry_run: Optional[bool] = None,
    ) -> FeedRecorded:
        variables: dict[str, object] = {
            "deployment": deployment,
            "application": application,
            "datasetVersion": dataset_version,
            "createApplication": create_application,
            "expectedRevision": expected_revision,
            "idempotencyKey": idempotency_key,
            "dryRun": dry_run,
        }
        data = self._success(RECORD_FEED_GQL, variables)
        return FeedRecorded.model_validate(data)

    def end_feed(
        self,
        deployment: str,
        *,
        application: Optional[str] = None,
        dataset_version: Optional[str] = None,
        expected_revision: Optional[int] = None,
        idempotency_key: Optional[str] = None,
        dry_run: Optional[bool] = None,
    ) -> FeedEnded:
        variables: dict[str, object] = {
            "deployment": deployment,
            "application": application,
            "datasetVersion": dataset_version,
            "expectedRevision": expected_revision,
            "idempotencyKey": idempotency_key,
            "dryRun": dry_run,
        }
        data = self._success(END_FEED_GQL, variables)
        return FeedEnded.model_validate(data)

    def update_application(
        self,
        ref: str,
        *,
        kind: Optional[str] = None,
        description: Optional[str] = None,
        tags: Optional[list[str]] = None,
        owners: Optional[list[str]] = None,
        documentation: Optional[list[LinkInput]] = None,
        set_properties: Optional[list[PropertyInput]] = None,
        remove_properties: Optional[list[str]] = None,
        expected_revision: Optional[int] = None,
        idempotency_key: Optional[str] = None,
        dry_run: Optional[bool] = None,
    ) -> Application:
        variables: dict[str, object] = {
            "ref": ref,
            "kind": kind,
            "description": description,
            "tags": tags,
            "owners": owners,
            "documentation": documentation,
            "setProperties": set_properties,
            "removeProperties": remove_properties,
            "expectedRevision": expected_revision,
            "idempotencyKey": idempotency_key,
            "dryRun": dry_run,
        }
        data = self._success(UPDATE_APPLICATION_GQL, variables)
        return Application.model_validate(data["application"])

    def update_deployment(
        self,
        ref: str,
        *,
        platform: Optional[str] = None,
        endpoint: Optional[str] = None,
        image: Optional[str] = None,
        description: Optional[str] = None,
        tags: Optional[list[str]] = None,
        owners: Optional[list[str]] = None,
        documentation: Optional[list[LinkInput]] = None,
        set_properties: Optional[list[PropertyInput]] = None,
        remove_properties: Optional[list[str]] = None,
        expected_revision: Optional[int] = None,
        idempotency_key: Optional[str] = None,
        dry_run: Optional[bool] = None,
    ) -> Deployment:
        variables: dict[str, object] = {
            "ref": ref,
            "platform": platform,
            "endpoint": endpoint,
            "image": image,
            "description": description,
            "tags": tags,
            "owners": owners,
            "documentation": documentation,
            "setProperties": set_properties,
            "removeProperties": remove_properties,
            "expectedRevision": expected_revision,
            "idempotencyKey": idempotency_key,
            "dryRun": dry_run,
        }
        data = self._success(UPDATE_DEPLOYMENT_GQL, variables)
        return Deployment.model_validate(data["deployment"])

    def version_evaluations(
        self,
        model_version: str,
        *,
        suite: Optional[str] = None,
        first: Optional[int] = None,
        after: Optional[str] = None,
    ) -> Optional[VersionEvaluations]:
        variables: dict[str, object] = {
            "modelVersion": model_version,
            "suite": suite,
            "first": first,
            "after": after,
        }
        data = self._answer(GET_VERSION_EVALUATIONS_GQL, variables)
        return (
            None
            if data["modelVersion"] is None
            else VersionEvaluations.model_validate(data["modelVersion"])
        )

    def evaluations(
        self,
        where: Optional[EvaluationWhere] = None,
        *,
        order_by: Optional[RunOrder] = None,
        first: Optional[int] = None,
        after: Optional[str] = None,
    ) -> Evaluations:
        variables: dict[str, object] = {
            "where": where,
            "orderBy": order_by,
            "first": first,
            "after": after,
        }
        data = self._answer(LIST_EVALUATIONS_GQL, variables)
        return Evaluations.model_validate(data["evaluations"])

    def record_evaluation(
        self,
        model_version: str,
        *,
        suite: str,
        dataset: Optional[str] = None,
        metrics: Optional[Metrics] = None,
        slices: Optional[list[SliceInput]] = None,
        parameters: Optional[Parameters] = None,
        inputs: Optional[list[RunInputInput]] = None,
        outputs: Optional[list[RunOutputInput]] = None,
        name: Optional[str] = None,
        description: Optional[str] = None,
        tags: Optional[list[str]] = None,
        source: Optional[RunSourceInput] = None,
        environment: Optional[RunEnvironmentInput] = None,
        started_at: Optional[datetime] = None,
        ended_at: Optional[datetime] = None,
        experiment: Optional[str] = None,
        create_experiment: Optional[ExperimentDetails] = None,
        parent: Optional[str] = None,
        expected_revision: Optional[int] = None,
        idempotency_key: Optional[str] = None,
        dry_run: Optional[bool] = None,
    ) -> Evaluation:
        variables: dict[str, object] = {
            "modelVersion": model_version,
            "suite": suite,
            "dataset": dataset,
            "metrics": pairs(metrics, Metrics),
            "slices": slices,
            "parameters": pairs(parameters, Parameters),
            "inputs": inputs,
            "outputs": outputs,
            "name": name,
            "description": description,
            "tags": tags,
            "source": source,
            "environment": environment,
            "startedAt": started_at,
            "endedAt": ended_at,
            "experiment": experiment,
            "createExperiment": create_experiment,
            "parent": parent,
            "expectedRevision": expected_revision,
            "idempotencyKey": idempotency_key,
            "dryRun": dry_run,
        }
        data = self._success(RECORD_EVALUATION_GQL, variables)
        return Evaluation.model_validate(data["evaluation"])

    def experiment(self, ref: str) -> Optional[Experiment]:
        variables: dict[str, object] = {"ref": ref}
        data = self._answer(GET_EXPERIMENT_GQL, variables)
        return (
            None
            if data["experiment"] is None
            else Experiment.model_validate(data["experiment"])
        )

    def experiments(
        self,
        where: Optional[NamedWhere] = None,
        *,
        order_by: Optional[NamedOrder] = None,
        first: Optional[int] = None,
        after: Optional[str] = None,
    ) -> Experiments:
        variables: dict[str, object] = {
            "where": where,
            "orderBy": order_by,
            "first": first,
            "after": after,
        }
        data = self._answer(LIST_EXPERIMENTS_GQL, variables)
        return Experiments.model_validate(data["experiments"])

    def create_experiment(
        self,
        ref: str,
        *,
        description: Optional[str] = None,
        tags: Optional[list[str]] = None,
        owners: Optional[list[str]] = None,
        properties: Optional[list[PropertyInput]] = None,
        documentation: Optional[list[LinkInput]] = None,
        expected_revision: Optional[int] = None,
        idempotency_key: Optional[str] = None,
        dry_run: Optional[bool] = None,
    ) -> Experiment:
        variables: dict[str, object] = {
            "ref": ref,
            "description": description,
            "tags": tags,
            "owners": owners,
            "properties": properties,
            "documentation": documentation,
            "expectedRevision": expected_revision,
            "idempotencyKey": idempotency_key,
            "dryRun": dry_run,
        }
        data = self._success(CREATE_EXPERIMENT_GQL, variables)
        return Experiment.model_validate(data["experiment"])

    def update_experiment(
        self,
        ref: str,
        *,
        description: Optional[str] = None,
        tags: Optional[list[str]] = None,
        owners: Optional[list[str]] = None,
        documentation: Optional[list[LinkInput]] = None,
        set_properties: Optional[list[PropertyInput]] = None,
        remove_properties: Optional[list[str]] = None,
        expected_revision: Optional[int] = None,
        idempotency_key: Optional[str] = None,
        dry_run: Optional[bool] = None,
    ) -> Experiment:
        variables: dict[str, object] = {
            "ref": ref,
            "description": description,
            "tags": tags,
            "owners": owners,
            "documentation": documentation,
            "setProperties": set_properties,
            "removeProperties": remove_properties,
            "expectedRevision": expected_revision,
            "idempotencyKey": idempotency_key,
            "dryRun": dry_run,
        }
        data = self._success(UPDATE_EXPERIMENT_GQL, variables)
        return Experiment.model_validate(data["experiment"])

    def history(
        self, id: str, *, first: Optional[int] = None, after: Optional[str] = None
    ) -> Optional[History]:
        variables: dict[str, object] = {"id": id, "first": first, "after": after}
        data = self._answer(GET_HISTORY_GQL, variables)
        return None if data["node"] is None else History.model_validate(data["node"])

    def lineage(
        self,
        of: list[str],
        *,
        direction: Optional[Direction] = None,
        max_depth: Optional[int] = None,
        kinds: Optional[list[LineageKind]] = None,
        as_of: Optional[datetime] = None,
        first: Optional[int] = None,
        after: Optional[str] = None,
    ) -> Lineage:
        variables: dict[str, object] = {
            "of": of,
            "direction": direction,
            "maxDepth": max_depth,
            "kinds": kinds,
            "asOf": as_of,
            "first": first,
            "after": after,
        }
        data = self._answer(GET_LINEAGE_GQL, variables)
        return Lineage.model_validate(data["lineage"])

    def impact(
        self,
        of: Optional[list[str]] = None,
        *,
        columns: Optional[ColumnWhere] = None,
        max_depth: Optional[int] = None,
        environments: Optional[list[str]] = None,
        as_of: Optional[datetime] = None,
        first: Optional[int] = None,
        after: Optional[str] = None,
    ) -> Impact:
        variables: dict[str, object] = {
            "of": of,
            "columns": columns,
            "maxDepth": max_depth,
            "environments": environments,
            "asOf": as_of,
            "first": first,
            "after": after,
        }
        data = self._answer(GET_IMPACT_GQL, variables)
        return Impact.model_validate(data["impact"])

    def path(
        self,
        from_: str,
        *,
        to: str,
        max_depth: Optional[int] = None,
        as_of: Optional[datetime] = None,
    ) -> Optional[Path]:
        variables: dict[str, object] = {
            "from": from_,
            "to": to,
            "maxDepth": max_depth,
            "asOf": as_of,
        }
        data = self._answer(GET_PATH_GQL, variables)
        return None if data["path"] is None else Path.model_validate(data["path"])

    def aliases(
        self, model: str, *, as_of: Optional[datetime] = None
    ) -> Optional[Aliases]:
        variables: dict[str, object] = {"model": model, "asOf": as_of}
        data = self._answer(GET_ALIASES_GQL, variables)
        return None if data["model"] is None else Aliases.model_validate(data["model"])

    def model(self, ref: str) -> Optional[Model]:
        variables: dict[str, object] = {"ref": ref}
        data = self._answer(GET_MODEL_GQL, variables)
        return None if data["model"] is None else Model.model_validate(data["model"])

    def model_version(
        self, ref: str, *, as_of: Optional[datetime] = None
    ) -> Optional[ModelVersion]:
        variables: dict[str, object] = {"ref": ref, "asOf": as_of}
        data = self._answer(GET_MODEL_VERSION_GQL, variables)
        return (
            None
            if data["modelVersion"] is None
            else ModelVersion.model_validate(data["modelVersion"])
        )

    def models(
        self,
        where: Optional[ModelWhere] = None,
        *,
        order_by: Optional[NamedOrder] = None,
        first: Optional[int] = None,
        after: Optional[str] = None,
    ) -> Models:
        variables: dict[str, object] = {
            "where": where,
            "orderBy": order_by,
            "first": first,
            "after": after,
        }
        data = self._answer(LIST_MODELS_GQL, variables)
        return Models.model_validate(data["models"])

    def model_versions(
        self,
        where: Optional[ModelVersionWhere] = None,
        *,
        order_by: Optional[ModelVersionOrder] = None,
        first: Optional[int] = None,
        after: Optional[str] = None,
    ) -> ModelVersions:
        variables: dict[str, object] = {
            "where": where,
            "orderBy": order_by,
            "first": first,
            "after": after,
        }
        data = self._answer(LIST_MODEL_VERSIONS_GQL, variables)
        return ModelVersions.model_validate(data["modelVersions"])

    def create_model(
        self,
        ref: str,
        *,
        description: Optional[str] = None,
        tags: Optional[list[str]] = None,
        owners: Optional[list[str]] = None,
        properties: Optional[list[PropertyInput]] = None,
        documentation: Optional[list[LinkInput]] = None,
        task: Optional[str] = None,
        risk_tier: Optional[RiskTier] = None,
        intended_use: Optional[str] = None,
        expected_revision: Optional[int] = None,
        idempotency_key: Optional[str] = None,
        dry_run: Optional[bool] = None,
    ) -> Model:
        variables: dict[str, object] = {
            "ref": ref,
            "description": description,
            "tags": tags,
            "owners": owners,
            "properties": properties,
            "documentation": documentation,
            "task": task,
            "riskTier": risk_tier,
            "intendedUse": intended_use,
            "expectedRevision": expected_revision,
            "idempotencyKey": idempotency_key,
            "dryRun": dry_run,
        }
        data = self._success(CREATE_MODEL_GQL, variables)
        return Model.model_validate(data["model"])

    def register_model_version(
        self,
        model: str,
        *,
        create_model: Optional[ModelDetails] = None,
        label: Optional[str] = None,
        description: Optional[str] = None,
        tags: Optional[list[str]] = None,
        properties: Optional[list[PropertyInput]] = None,
        documentation: Optional[list[LinkInput]] = None,
        uri: Optional[str] = None,
        digest: Optional[str] = None,
        size_bytes: Optional[int] = None,
        framework: Optional[str] = None,
        parameters: Optional[Parameters] = None,
        metrics: Optional[Metrics] = None,
        run: Optional[EndedRunDetails] = None,
        run_ref: Optional[str] = None,
        bases: Optional[list[BaseInput]] = None,
        features: Optional[list[str]] = None,
        on_duplicate: Optional[OnDuplicate] = None,
        expected_revision: Optional[int] = None,
        idempotency_key: Optional[str] = None,
        dry_run: Optional[bool] = None,
    ) -> ModelVersion:
        variables: dict[str, object] = {
            "model": model,
            "createModel": create_model,
            "label": label,
            "description": description,
            "tags": tags,
            "properties": properties,
            "documentation": documentation,
            "uri": uri,
            "digest": digest,
            "sizeBytes": size_bytes,
            "framework": framework,
            "parameters": pairs(parameters, Parameters),
            "metrics": pairs(metrics, Metrics),
            "run": run,
            "runRef": run_ref,
            "bases": bases,
            "features": features,
            "onDuplicate": on_duplicate,
            "expectedRevision": expected_revision,
            "idempotencyKey": idempotency_key,
            "dryRun": dry_run,
        }
        data = self._success(REGISTER_MODEL_VERSION_GQL, variables)
        return ModelVersion.model_validate(data["modelVersion"])

    def set_alias(
        self,
        model: str,
        *,
        alias: str,
        version: str,
        replaces: Optional[str] = None,
        expected_revision: Optional[int] = None,
        reason: Optional[str] = None,
        idempotency_key: Optional[str] = None,
        dry_run: Optional[bool] = None,
    ) -> AliasSet:
        variables: dict[str, object] = {
            "model": model,
            "alias": alias,
            "version": version,
            "replaces": replaces,
            "expectedRevision": expected_revision,
            "reason": reason,
            "idempotencyKey": idempotency_key,
            "dryRun": dry_run,
        }
        data = self._success(SET_ALIAS_GQL, variables)
        return AliasSet.model_validate(data)

    def remove_alias(
        self,
        model: str,
        *,
        alias: str,
        replaces: Optional[str] = None,
        expected_revision: Optional[int] = None,
        reason: Optional[str] = None,
        idempotency_key: Optional[str] = None,
        dry_run: Optional[bool] = None,
    ) -> AliasRemoved:
        variables: dict[str, object] = {
            "model": model,
            "alias": alias,
            "replaces": replaces,
            "expectedRevision": expected_revision,
            "reason": reason,
            "idempotencyKey": idempotency_key,
            "dryRun": dry_run,
        }
        data = self._success(REMOVE_ALIAS_GQL, variables)
        return AliasRemoved.model_validate(data)

    def rename_model(
        self,
        model: str,
        *,
        to: str,
        reason: Optional[str] = None,
        expected_revision: Optional[int] = None,
        idempotency_key: Optional[str] = None,
        dry_run: Optional[bool] = None,
    ) -> Model:
        variables: dict[str, object] = {
            "model": model,
            "to": to,
            "reason": reason,
            "expectedRevision": expected_revision,
            "idempotencyKey": idempotency_key,
            "dryRun": dry_run,
        }
        data = self._success(RENAME_MODEL_GQL, variables)
        return Model.model_validate(data["model"])

    def update_model(
        self,
        ref: str,
        *,
        description: Optional[str] = None,
        tags: Optional[list[str]] = None,
        owners: Optional[list[str]] = None,
        documentation: Optional[list[LinkInput]] = None,
        set_properties: Optional[list[PropertyInput]] = None,
        remove_properties: Optional[list[str]] = None,
        task: Optional[str] = None,
        risk_tier: Optional[RiskTier] = None,
        intended_use: Optional[str] = None,
        expected_revision: Optional[int] = None,
        idempotency_key: Optional[str] = None,
        dry_run: Optional[bool] = None,
    ) -> Model:
        variables: dict[str, object] = {
            "ref": ref,
            "description": description,
            "tags": tags,
            "owners": owners,
            "documentation": documentation,
            "setProperties": set_properties,
            "removeProperties": remove_properties,
            "task": task,
            "riskTier": risk_tier,
            "intendedUse": intended_use,
            "expectedRevision": expected_revision,
            "idempotencyKey": idempotency_key,
            "dryRun": dry_run,
        }
        data = self._success(UPDATE_MODEL_GQL, variables)
        return Model.model_validate(data["model"])

    def register_model_versions(
        self,
        items: list[RegisteredModelVersionInput],
        *,
        expected_revision: Optional[int] = None,
        idempotency_key: Optional[str] = None,
        dry_run: Optional[bool] = None,
    ) -> list[ModelVersion]:
        variables: dict[str, object] = {
            "items": items,
            "expectedRevision": expected_revision,
            "idempotencyKey": idempotency_key,
            "dryRun": dry_run,
        }
        data = self._success(REGISTER_MODEL_VERSIONS_GQL, variables)
        return [ModelVersion.model_validate(row) for row in data["modelVersions"]]

    def update_model_version(
        self,
        ref: str,
        *,
        description: Optional[str] = None,
        tags: Optional[list[str]] = None,
        documentation: Optional[list[LinkInput]] = None,
        set_properties: Optional[list[PropertyInput]] = None,
        remove_properties: Optional[list[str]] = None,
        expected_revision: Optional[int] = None,
        idempotency_key: Optional[str] = None,
        dry_run: Optional[bool] = None,
    ) -> ModelVersion:
        variables: dict[str, object] = {
            "ref": ref,
            "description": description,
            "tags": tags,
            "documentation": documentation,
            "setProperties": set_properties,
            "removeProperties": remove_properties,
            "expectedRevision": expected_revision,
            "idempotencyKey": idempotency_key,
            "dryRun": dry_run,
        }
        data = self._success(UPDATE_MODEL_VERSION_GQL, variables)
        return ModelVersion.model_validate(data["modelVersion"])

    def namespace(self, ref: str) -> Optional[Namespace]:
        variables: dict[str, object] = {"ref": ref}
        data = self._answer(GET_NAMESPACE_GQL, variables)
        return (
            None
            if data["namespace"] is None
            else Namespace.model_validate(data["namespace"])
        )

    def production(
        self,
        namespace: str,
        *,
        environment: Optional[str] = None,
        as_of: Optional[datetime] = None,
        first: Optional[int] = None,
        after: Optional[str] = None,
    ) -> Optional[Production]:
        variables: dict[str, object] = {
            "namespace": namespace,
            "environment": environment,
            "asOf": as_of,
            "first": first,
            "after": after,
        }
        data = self._answer(GET_PRODUCTION_GQL, variables)
        return (
            None
            if data["namespace"] is None
            else Production.model_validate(data["namespace"])
        )

    def namespaces(
        self,
        where: Optional[NamespaceWhere] = None,
        *,
        order_by: Optional[NamedOrder] = None,
        first: Optional[int] = None,
        after: Optional[str] = None,
    ) -> Namespaces:
        variables: dict[str, object] = {
            "where": where,
            "orderBy": order_by,
            "first": first,
            "after": after,
        }
        data = self._answer(LIST_NAMESPACES_GQL, variables)
        return Namespaces.model_validate(data["namespaces"])

    def create_namespace(
        self,
        name: str,
        *,
        description: Optional[str] = None,
        tags: Optional[list[str]] = None,
        owners: Optional[list[str]] = None,
        properties: Optional[list[PropertyInput]] = None,
        documentation: Optional[list[LinkInput]] = None,
        expected_revision: Optional[int] = None,
        idempotency_key: Optional[str] = None,
        dry_run: Optional[bool] = None,
    ) -> Namespace:
        variables: dict[str, object] = {
            "name": name,
            "description": description,
            "tags": tags,
            "owners": owners,
            "properties": properties,
            "documentation": documentation,
            "expectedRevision": expected_revision,
            "idempotencyKey": idempotency_key,
            "dryRun": dry_run,
        }
        data = self._success(CREATE_NAMESPACE_GQL, variables)
        return Namespace.model_validate(data["namespace"])

    def update_namespace(
        self,
        ref: str,
        *,
        description: Optional[str] = None,
        tags: Optional[list[str]] = None,
        owners: Optional[list[str]] = None,
        documentation: Optional[list[LinkInput]] = None,
        set_properties: Optional[list[PropertyInput]] = None,
        remove_properties: Optional[list[str]] = None,
        expected_revision: Optional[int] = None,
        idempotency_key: Optional[str] = None,
        dry_run: Optional[bool] = None,
    ) -> Namespace:
        variables: dict[str, object] = {
            "ref": ref,
            "description": description,
            "tags": tags,
            "owners": owners,
            "documentation": documentation,
            "setProperties": set_properties,
            "removeProperties": remove_properties,
            "expectedRevision": expected_revision,
            "idempotencyKey": idempotency_key,
            "dryRun": dry_run,
        }
        data = self._success(UPDATE_NAMESPACE_GQL, variables)
        return Namespace.model_validate(data["namespace"])

    def node(
        self, id: str
    ) -> Optional[
        Union[
            GetNodeNodeNode,
            GetNodeNodeApplication,
            GetNodeNodeColumn,
            GetNodeNodeDataset,
            GetNodeNodeDatasetVersion,
            GetNodeNodeDeployment,
            GetNodeNodeExperiment,
            GetNodeNodeModel,
            GetNodeNodeModelVersion,
            GetNodeNodeNamespace,
            GetNodeNodeRun,
        ]
    ]:
        variables: dict[str, object] = {"id": id}
        data = self._answer(GET_NODE_GQL, variables)
        return GetNode.model_validate(data).node

    def delete_record(
        self,
        ref: str,
        *,
        expected_revision: Optional[int] = None,
        idempotency_key: Optional[str] = None,
        dry_run: Optional[bool] = None,
    ) -> Deleted:
        variables: dict[str, object] = {
            "ref": ref,
            "expectedRevision": expected_revision,
            "idempotencyKey": idempotency_key,
            "dryRun": dry_run,
        }
        data = self._success(DELETE_RECORD_GQL, variables)
        return Deleted.model_validate(data)

    def referrers(
        self, id: str, *, first: Optional[int] = None, after: Optional[str] = None
    ) -> Optional[Referrers]:
        variables: dict[str, object] = {"id": id, "first": first, "after": after}
        data = self._answer(GET_REFERRERS_GQL, variables)
        return None if data["node"] is None else Referrers.model_validate(data["node"])

    def reproduction(
        self, ref: str, *, as_of: Optional[datetime] = None
    ) -> Optional[Reproduction]:
        variables: dict[str, object] = {"ref": ref, "asOf": as_of}
        data = self._answer(GET_REPRODUCTION_GQL, variables)
        return (
            None
            if data["modelVersion"] is None
            else Reproduction.model_validate(data["modelVersion"])
        )

    def run(self, ref: str) -> Optional[Run]:
        variables: dict[str, object] = {"ref": ref}
        data = self._answer(GET_RUN_GQL, variables)
        return None if data["run"] is None else Run.model_validate(data["run"])

    def run_packages(self, ref: str) -> Optional[RunPackages]:
        variables: dict[str, object] = {"ref": ref}
        data = self._answer(GET_RUN_PACKAGES_GQL, variables)
        return None if data["run"] is None else RunPackages.model_validate(data["run"])

    def runs(
        self,
        where: Optional[RunWhere] = None,
        *,
        order_by: Optional[RunOrder] = None,
        first: Optional[int] = None,
        after: Optional[str] = None,
    ) -> Runs:
        variables: dict[str, object] = {
            "where": where,
            "orderBy": order_by,
            "first": first,
            "after": after,
        }
        data = self._answer(LIST_RUNS_GQL, variables)
        return Runs.model_validate(data["runs"])

    def start_run(
        self,
        namespace: str,
        *,
        name: str,
        kind: Optional[RunKind] = None,
        description: Optional[str] = None,
        source: Optional[RunSourceInput] = None,
        environment: Optional[RunEnvironmentInput] = None,
        started_at: Optional[datetime] = None,
        parameters: Optional[Parameters] = None,
        metrics: Optional[Metrics] = None,
        slices: Optional[list[SliceInput]] = None,
        suite: Optional[str] = None,
        inputs: Optional[list[RunInputInput]] = None,
        outputs: Optional[list[RunOutputInput]] = None,
        columns: Optional[list[ColumnDerivationInput]] = None,
        tags: Optional[list[str]] = None,
        properties: Optional[list[PropertyInput]] = None,
        documentation: Optional[list[LinkInput]] = None,
        experiment: Optional[str] = None,
        create_experiment: Optional[ExperimentDetails] = None,
        parent: Optional[str] = None,
        expected_revision: Optional[int] = None,
        idempotency_key: Optional[str] = None,
        dry_run: Optional[bool] = None,
    ) -> Run:
        variables: dict[str, object] = {
            "namespace": namespace,
            "name": name,
            "kind": kind,
            "description": description,
            "source": source,
            "environment": environment,
            "startedAt": started_at,
            "parameters": pairs(parameters, Parameters),
            "metrics": pairs(metrics, Metrics),
            "slices": slices,
            "suite": suite,
            "inputs": inputs,
            "outputs": outputs,
            "columns": columns,
            "tags": tags,
            "properties": properties,
            "documentation": documentation,
            "experiment": experiment,
            "createExperiment": create_experiment,
            "parent": parent,
            "expectedRevision": expected_revision,
            "idempotencyKey": idempotency_key,
            "dryRun": dry_run,
        }
        data = self._success(START_RUN_GQL, variables)
        return Run.model_validate(data["run"])

    def log_run(
        self,
        run: str,
        *,
        parameters: Optional[Parameters] = None,
        metrics: Optional[Metrics] = None,
        slices: Optional[list[SliceInput]] = None,
        inputs: Optional[list[RunInputInput]] = None,
        outputs: Optional[list[RunOutputInput]] = None,
        columns: Optional[list[ColumnDerivationInput]] = None,
        tags: Optional[list[str]] = None,
        expected_revision: Optional[int] = None,
        idempotency_key: Optional[str] = None,
        dry_run: Optional[bool] = None,
    ) -> Run:
        variables: dict[str, object] = {
            "run": run,
            "parameters": pairs(parameters, Parameters),
            "metrics": pairs(metrics, Metrics),
            "slices": slices,
            "inputs": inputs,
            "outputs": outputs,
            "columns": columns,
            "tags": tags,
            "expectedRevision": expected_revision,
            "idempotencyKey": idempotency_key,
            "dryRun": dry_run,
        }
        data = self._success(LOG_RUN_GQL, variables)
        return Run.model_validate(data["run"])

    def run_series(
        self,
        ref: str,
        *,
        keys: Optional[list[str]] = None,
        at_most: Optional[int] = None,
        from_step: Optional[int] = None,
        to_step: Optional[int] = None,
    ) -> Optional[RunSeries]:
        variables: dict[str, object] = {
            "ref": ref,
            "keys": keys,
            "atMost": at_most,
            "fromStep": from_step,
            "toStep": to_step,
        }
        data = self._answer(GET_RUN_SERIES_GQL, variables)
        return None if data["run"] is None else RunSeries.model_validate(data["run"])

    def log_metrics(
        self,
        run: str,
        *,
        points: list[MetricPointInput],
        expected_revision: Optional[int] = None,
        idempotency_key: Optional[str] = None,
        dry_run: Optional[bool] = None,
    ) -> Run:
        variables: dict[str, object] = {
            "run": run,
            "points": points,
            "expectedRevision": expected_revision,
            "idempotencyKey": idempotency_key,
            "dryRun": dry_run,
        }
        data = self._success(LOG_METRICS_GQL, variables)
        return Run.model_validate(data["run"])

    def finish_run(
        self,
        run: str,
        *,
        status: Optional[RunStatus] = None,
        status_reason: Optional[str] = None,
        ended_at: Optional[datetime] = None,
        parameters: Optional[Parameters] = None,
        metrics: Optional[Metrics] = None,
        slices: Optional[list[SliceInput]] = None,
        inputs: Optional[list[RunInputInput]] = None,
        outputs: Optional[list[RunOutputInput]] = None,
        columns: Optional[list[ColumnDerivationInput]] = None,
        tags: Optional[list[str]] = None,
        expected_revision: Optional[int] = None,
        idempotency_key: Optional[str] = None,
        dry_run: Optional[bool] = None,
    ) -> Run:
        variables: dict[str, object] = {
            "run": run,
            "status": status,
            "statusReason": status_reason,
            "endedAt": ended_at,
            "parameters": pairs(parameters, Parameters),
            "metrics": pairs(metrics, Metrics),
            "slices": slices,
            "inputs": inputs,
            "outputs": outputs,
            "columns": columns,
            "tags": tags,
            "expectedRevision": expected_revision,
            "idempotencyKey": idempotency_key,
            "dryRun": dry_run,
        }
        data = self._success(FINISH_RUN_GQL, variables)
        return Run.model_validate(data["run"])

    def register_run(
        self,
        namespace: str,
        *,
        name: str,
        kind: Optional[RunKind] = None,
        description: Optional[str] = None,
        source: Optional[RunSourceInput] = None,
        environment: Optional[RunEnvironmentInput] = None,
        started_at: Optional[datetime] = None,
        ended_at: Optional[datetime] = None,
        status: Optional[RunStatus] = None,
        status_reason: Optional[str] = None,
        parameters: Optional[Parameters] = None,
        metrics: Optional[Metrics] = None,
        slices: Optional[list[SliceInput]] = None,
        suite: Optional[str] = None,
        inputs: Optional[list[RunInputInput]] = None,
        outputs: Optional[list[RunOutputInput]] = None,
        columns: Optional[list[ColumnDerivationInput]] = None,
        tags: Optional[list[str]] = None,
        properties: Optional[list[PropertyInput]] = None,
        documentation: Optional[list[LinkInput]] = None,
        experiment: Optional[str] = None,
        create_experiment: Optional[ExperimentDetails] = None,
        parent: Optional[str] = None,
        expected_revision: Optional[int] = None,
        idempotency_key: Optional[str] = None,
        dry_run: Optional[bool] = None,
    ) -> Run:
        variables: dict[str, object] = {
            "namespace": namespace,
            "name": name,
            "kind": kind,
            "description": description,
            "source": source,
            "environment": environment,
            "startedAt": started_at,
            "endedAt": ended_at,
            "status": status,
            "statusReason": status_reason,
            "parameters": pairs(parameters, Parameters),
            "metrics": pairs(metrics, Metrics),
            "slices": slices,
            "suite": suite,
            "inputs": inputs,
            "outputs": outputs,
            "columns": columns,
            "tags": tags,
            "properties": properties,
            "documentation": documentation,
            "experiment": experiment,
            "createExperiment": create_experiment,
            "parent": parent,
            "expectedRevision": expected_revision,
            "idempotencyKey": idempotency_key,
            "dryRun": dry_run,
        }
        data = self._success(REGISTER_RUN_GQL, variables)
        return Run.model_validate(data["run"])

    def register_runs(
        self,
        items: list[RegisteredRunInput],
        *,
        expected_revision: Optional[int] = None,
        idempotency_key: Optional[str] = None,
        dry_run: Optional[bool] = None,
    ) -> list[Run]:
        variables: dict[str, object] = {
            "items": items,
            "expectedRevision": expected_revision,
            "idempotencyKey": idempotency_key,
            "dryRun": dry_run,
        }
        data = self._success(REGISTER_RUNS_GQL, variables)
        return [Run.model_validate(row) for row in data["runs"]]

    def update_run(
        self,
        ref: str,
        *,
        description: Optional[str] = None,
        tags: Optional[list[str]] = None,
        documentation: Optional[list[LinkInput]] = None,
        set_properties: Optional[list[PropertyInput]] = None,
        remove_properties: Optional[list[str]] = None,
        expected_revision: Optional[int] = None,
        idempotency_key: Optional[str] = None,
        dry_run: Optional[bool] = None,
    ) -> Run:
        variables: dict[str, object] = {
            "ref": ref,
            "description": description,
            "tags": tags,
            "documentation": documentation,
            "setProperties": set_properties,
            "removeProperties": remove_properties,
            "expectedRevision": expected_revision,
            "idempotencyKey": idempotency_key,
            "dryRun": dry_run,
        }
        data = self._success(UPDATE_RUN_GQL, variables)
        return Run.model_validate(data["run"])

    def search(
        self,
        text: str,
        *,
        kinds: Optional[list[RecordKind]] = None,
        namespace: Optional[str] = None,
        first: Optional[int] = None,
        after: Optional[str] = None,
    ) -> Search:
        variables: dict[str, object] = {
            "text": text,
            "kinds": kinds,
            "namespace": namespace,
            "first": first,
            "after": after,
        }
        data = self._answer(GET_SEARCH_GQL, variables)
        return Search.model_validate(data["search"])

    def suggest(
        self,
        text: str,
        *,
        kinds: Optional[list[RecordKind]] = None,
        namespace: Optional[str] = None,
        first: Optional[int] = None,
    ) -> list[Suggestion]:
        variables: dict[str, object] = {
            "text": text,
            "kinds": kinds,
            "namespace": namespace,
            "first": first,
        }
        data = self._answer(GET_SUGGEST_GQL, variables)
        return [Suggestion.model_validate(row) for row in data["suggest"]]

    def stats(self, namespace: Optional[str] = None) -> Optional[Stats]:
        variables: dict[str, object] = {"namespace": namespace}
        data = self._answer(GET_STATS_GQL, variables)
        return None if data["stats"] is None else Stats.model_validate(data["stats"])
