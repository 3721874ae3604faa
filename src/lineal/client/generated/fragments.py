from datetime import datetime
from typing import Annotated, Literal, Optional, Union

from pydantic import Field

from lineal.client.values import ColumnTypes, Metrics, Packages, Parameters, Value

from .base_model import BaseModel
from .enums import (
    Age,
    DatasetKind,
    DeploymentKind,
    DriftKind,
    EdgeType,
    LineageKind,
    MetricDirection,
    MissingFact,
    Outcome,
    PropertyType,
    RecordKind,
    RiskTier,
    RunKind,
    RunStatus,
    Truncation,
)


class Alias(BaseModel):
    name: str
    version: "AliasVersion"
    since: datetime
    until: Optional[datetime]
    by: str
    reason: Optional[str]


class AliasVersion(BaseModel):
    id: str
    ref: str
    number: int
    label: Optional[str]


class AliasRemoved(BaseModel):
    model: "AliasRemovedModel"
    previous: "AliasRemovedPrevious"


class AliasRemovedModel(BaseModel):
    id: str
    ref: str
    aliases: list["AliasRemovedModelAliases"]


class AliasRemovedModelAliases(Alias):
    pass


class AliasRemovedPrevious(BaseModel):
    id: str
    ref: str
    number: int
    label: Optional[str]


class AliasSet(BaseModel):
    model: "AliasSetModel"
    model_version: "AliasSetModelVersion"
    previous: Optional["AliasSetPrevious"]


class AliasSetModel(BaseModel):
    id: str
    ref: str
    aliases: list["AliasSetModelAliases"]


class AliasSetModelAliases(Alias):
    pass


class AliasSetModelVersion(BaseModel):
    id: str
    ref: str
    number: int
    label: Optional[str]


class AliasSetPrevious(BaseModel):
    id: str
    ref: str
    number: int
    label: Optional[str]


class Aliases(BaseModel):
    id: str
    ref: str
    aliases: list["AliasesAliases"]


class AliasesAliases(Alias):
    pass


class Application(BaseModel):
    id: str
    ref: str
    name: str
    kind: Optional[str]
    description: Optional[str]
    tags: list[str]
    owners: list[str]
    properties: list["ApplicationProperties"]
    documentation: list["ApplicationDocumentation"]
    revision: int
    created_at: datetime
    created_by: str
    archived_at: Optional[datetime]
    archived_by: Optional[str]
    archive_reason: Optional[str]
    updated_at: datetime
    updated_by: str


class ApplicationProperties(BaseModel):
    key: str
    type_: PropertyType = Field(alias="type")
    value: Value


class ApplicationDocumentation(BaseModel):
    title: str
    url: str


class PageInfo(BaseModel):
    has_next_page: bool
    end_cursor: Optional[str]


class Applications(BaseModel):
    nodes: list["ApplicationsNodes"]
    page_info: "ApplicationsPageInfo"


class ApplicationsNodes(Application):
    pass


class ApplicationsPageInfo(PageInfo):
    pass


class Recorded(BaseModel):
    typename__: str = Field(alias="__typename")
    id: str
    ref: str
    archived_at: Optional[datetime]
    archived_by: Optional[str]
    archive_reason: Optional[str]


class Archived(BaseModel):
    record: "ArchivedRecord"
    changed: bool


class ArchivedRecord(Recorded):
    typename__: Literal[
        "Application",
        "Column",
        "Dataset",
        "DatasetVersion",
        "Deployment",
        "Experiment",
        "Model",
        "ModelVersion",
        "Namespace",
        "Record",
        "Run",
    ] = Field(alias="__typename")


class Column(BaseModel):
    id: str
    ref: str
    name: str
    type_: str = Field(alias="type")
    description: Optional[str]
    tags: list[str]
    properties: list["ColumnProperties"]
    documentation: list["ColumnDocumentation"]
    revision: int
    created_at: datetime
    created_by: str
    updated_at: datetime
    updated_by: str
    archived_at: Optional[datetime]
    archived_by: Optional[str]
    archive_reason: Optional[str]
    dataset_version: "ColumnDatasetVersion"


class ColumnProperties(BaseModel):
    key: str
    type_: PropertyType = Field(alias="type")
    value: Value


class ColumnDocumentation(BaseModel):
    title: str
    url: str


class ColumnDatasetVersion(BaseModel):
    id: str
    ref: str
    label: str


class Columns(BaseModel):
    nodes: list["ColumnsNodes"]
    page_info: "ColumnsPageInfo"


class ColumnsNodes(Column):
    pass


class ColumnsPageInfo(PageInfo):
    pass


class Comparison(BaseModel):
    versions: list["ComparisonVersions"]
    parameters: list["ComparisonParameters"]
    metrics: list["ComparisonMetrics"]
    data: list["ComparisonData"]
    code: "ComparisonCode"
    environment: "ComparisonEnvironment"
    bases: "ComparisonBases"
    evaluations: list["ComparisonEvaluations"]


class ComparisonVersions(BaseModel):
    id: str
    ref: str
    label: Optional[str]
    created_at: datetime
    created_by: str
    framework: Optional[str]
    aliases: list["ComparisonVersionsAliases"]


class ComparisonVersionsAliases(BaseModel):
    name: str


class ComparisonParameters(BaseModel):
    key: str
    outcome: Outcome
    values: list["ComparisonParametersValues"]


class ComparisonParametersValues(BaseModel):
    version: str
    value: Optional[Value]


class ComparisonMetrics(BaseModel):
    key: str
    outcome: Outcome
    direction: Optional[MetricDirection]
    better: Optional[str]
    values: list["ComparisonMetricsValues"]


class ComparisonMetricsValues(BaseModel):
    version: str
    value: Optional[float]
    difference: Optional[float]


class ComparisonData(BaseModel):
    role: str
    outcome: Outcome
    values: list["ComparisonDataValues"]


class ComparisonDataValues(BaseModel):
    version: str
    read: list["ComparisonDataValuesRead"]


class ComparisonDataValuesRead(BaseModel):
    id: str
    ref: str
    digest: Optional[str]


class ComparisonCode(BaseModel):
    outcome: Outcome
    values: list["ComparisonCodeValues"]


class ComparisonCodeValues(BaseModel):
    version: str
    repository: Optional[str]
    commit: Optional[str]
    entry_point: Optional[str]
    link: Optional[str]


class ComparisonEnvironment(BaseModel):
    outcome: Outcome
    values: list["ComparisonEnvironmentValues"]


class ComparisonEnvironmentValues(BaseModel):
    version: str
    image_digest: Optional[str]
    lock_digest: Optional[str]


class ComparisonBases(BaseModel):
    outcome: Outcome
    values: list["ComparisonBasesValues"]


class ComparisonBasesValues(BaseModel):
    version: str
    bases: list["ComparisonBasesValuesBases"]


class ComparisonBasesValuesBases(BaseModel):
    how: str
    version: "ComparisonBasesValuesBasesVersion"


class ComparisonBasesValuesBasesVersion(BaseModel):
    id: str
    ref: str


class ComparisonEvaluations(BaseModel):
    suite: str
    values: list["ComparisonEvaluationsValues"]
    metrics: list["ComparisonEvaluationsMetrics"]
    slices: list["ComparisonEvaluationsSlices"]


class ComparisonEvaluationsValues(BaseModel):
    version: str
    evaluation: Optional["ComparisonEvaluationsValuesEvaluation"]


class ComparisonEvaluationsValuesEvaluation(BaseModel):
    dataset: Optional["ComparisonEvaluationsValuesEvaluationDataset"]
    run: "ComparisonEvaluationsValuesEvaluationRun"


class ComparisonEvaluationsValuesEvaluationDataset(BaseModel):
    id: str
    ref: str


class ComparisonEvaluationsValuesEvaluationRun(BaseModel):
    id: str
    name: str


class ComparisonEvaluationsMetrics(BaseModel):
    key: str
    outcome: Outcome
    direction: Optional[MetricDirection]
    better: Optional[str]
    values: list["ComparisonEvaluationsMetricsValues"]


class ComparisonEvaluationsMetricsValues(BaseModel):
    version: str
    value: Optional[float]
    difference: Optional[float]


class ComparisonEvaluationsSlices(BaseModel):
    name: str
    metrics: list["ComparisonEvaluationsSlicesMetrics"]


class ComparisonEvaluationsSlicesMetrics(BaseModel):
    key: str
    outcome: Outcome
    direction: Optional[MetricDirection]
    better: Optional[str]
    values: list["ComparisonEvaluationsSlicesMetricsValues"]


class ComparisonEvaluationsSlicesMetricsValues(BaseModel):
    version: str
    value: Optional[float]
    difference: Optional[float]


class Dataset(BaseModel):
    id: str
    ref: str
    name: str
    kind: DatasetKind
    description: Optional[str]
    tags: list[str]
    owners: list[str]
    properties: list["DatasetProperties"]
    documentation: list["DatasetDocumentation"]
    revision: int
    created_at: datetime
    created_by: str
    archived_at: Optional[datetime]
    archived_by: Optional[str]
    archive_reason: Optional[str]
    updated_at: datetime
    updated_by: str
    latest_version: Optional["DatasetLatestVersion"]


class DatasetProperties(BaseModel):
    key: str
    type_: PropertyType = Field(alias="type")
    value: Value


class DatasetDocumentation(BaseModel):
    title: str
    url: str


class DatasetLatestVersion(BaseModel):
    id: str
    ref: str
    label: str


class DatasetVersion(BaseModel):
    id: str
    ref: str
    label: str
    description: Optional[str]
    tags: list[str]
    properties: list["DatasetVersionProperties"]
    documentation: list["DatasetVersionDocumentation"]
    uri: Optional[str]
    digest: Optional[str]
    size_bytes: Optional[int]
    row_count: Optional[int]
    columns: ColumnTypes
    statistics: Parameters
    revision: int
    created_at: datetime
    created_by: str
    updated_at: datetime
    updated_by: str
    archived_at: Optional[datetime]
    archived_by: Optional[str]
    archive_reason: Optional[str]
    dataset: "DatasetVersionDataset"
    produced_by: Optional["DatasetVersionProducedBy"]


class DatasetVersionProperties(BaseModel):
    key: str
    type_: PropertyType = Field(alias="type")
    value: Value


class DatasetVersionDocumentation(BaseModel):
    title: str
    url: str


class DatasetVersionColumns(BaseModel):
    name: str
    type_: str = Field(alias="type")


class DatasetVersionStatistics(BaseModel):
    key: str
    value: Value


class DatasetVersionDataset(BaseModel):
    id: str
    ref: str
    owners: list[str]


class DatasetVersionProducedBy(BaseModel):
    id: str
    name: str


class DatasetVersions(BaseModel):
    nodes: list["DatasetVersionsNodes"]
    page_info: "DatasetVersionsPageInfo"


class DatasetVersionsNodes(DatasetVersion):
    pass


class DatasetVersionsPageInfo(PageInfo):
    pass


class Datasets(BaseModel):
    nodes: list["DatasetsNodes"]
    page_info: "DatasetsPageInfo"


class DatasetsNodes(Dataset):
    pass


class DatasetsPageInfo(PageInfo):
    pass


class Deleted(BaseModel):
    deleted: list["DeletedDeleted"]


class DeletedDeleted(BaseModel):
    id: str
    kind: str
    ref: str


class Deployment(BaseModel):
    id: str
    ref: str
    name: str
    environment: str
    kind: DeploymentKind
    platform: Optional[str]
    endpoint: Optional[str]
    image: Optional[str]
    description: Optional[str]
    tags: list[str]
    owners: list[str]
    properties: list["DeploymentProperties"]
    documentation: list["DeploymentDocumentation"]
    revision: int
    created_at: datetime
    created_by: str
    archived_at: Optional[datetime]
    archived_by: Optional[str]
    archive_reason: Optional[str]
    updated_at: datetime
    updated_by: str
    versions: list["DeploymentVersions"]
    drift: list["DeploymentDrift"]


class DeploymentProperties(BaseModel):
    key: str
    type_: PropertyType = Field(alias="type")
    value: Value


class DeploymentDocumentation(BaseModel):
    title: str
    url: str


class DeploymentVersions(BaseModel):
    version: "DeploymentVersionsVersion"
    weight: float
    since: datetime
    by: str
    reason: Optional[str]


class DeploymentVersionsVersion(BaseModel):
    id: str
    ref: str
    number: int
    label: Optional[str]


class DeploymentDrift(BaseModel):
    kind: DriftKind
    version: "DeploymentDriftVersion"
    intended: Optional[float]
    observed: Optional[float]


class DeploymentDriftVersion(BaseModel):
    id: str
    ref: str
    number: int
    label: Optional[str]


class Deployed(BaseModel):
    deployment: "DeployedDeployment"
    model_version: "DeployedModelVersion"
    changed: bool


class DeployedDeployment(Deployment):
    pass


class DeployedModelVersion(BaseModel):
    id: str
    ref: str
    number: int
    label: Optional[str]


class Deployments(BaseModel):
    nodes: list["DeploymentsNodes"]
    page_info: "DeploymentsPageInfo"


class DeploymentsNodes(Deployment):
    pass


class DeploymentsPageInfo(PageInfo):
    pass


class Evaluation(BaseModel):
    suite: Optional[str]
    model_versions: list["EvaluationModelVersions"]
    dataset: Optional["EvaluationDataset"]
    metrics: Metrics
    slices: list["EvaluationSlices"]
    run: "EvaluationRun"


class EvaluationModelVersions(BaseModel):
    id: str
    ref: str


class EvaluationDataset(BaseModel):
    id: str
    ref: str


class EvaluationMetrics(BaseModel):
    key: str
    value: float


class EvaluationSlices(BaseModel):
    name: str
    metrics: Metrics


class EvaluationSlicesMetrics(BaseModel):
    key: str
    value: float


class EvaluationRun(BaseModel):
    id: str
    name: str
    started_at: Optional[datetime]
    ended_at: Optional[datetime]
    created_at: datetime
    created_by: str


class Evaluations(BaseModel):
    nodes: list["EvaluationsNodes"]
    page_info: "EvaluationsPageInfo"


class EvaluationsNodes(Evaluation):
    pass


class EvaluationsPageInfo(PageInfo):
    pass


class Experiment(BaseModel):
    id: str
    ref: str
    name: str
    description: Optional[str]
    tags: list[str]
    owners: list[str]
    properties: list["ExperimentProperties"]
    documentation: list["ExperimentDocumentation"]
    revision: int
    created_at: datetime
    created_by: str
    updated_at: datetime
    updated_by: str
    archived_at: Optional[datetime]
    archived_by: Optional[str]
    archive_reason: Optional[str]


class ExperimentProperties(BaseModel):
    key: str
    type_: PropertyType = Field(alias="type")
    value: Value


class ExperimentDocumentation(BaseModel):
    title: str
    url: str


class Experiments(BaseModel):
    nodes: list["ExperimentsNodes"]
    page_info: "ExperimentsPageInfo"


class ExperimentsNodes(Experiment):
    pass


class ExperimentsPageInfo(PageInfo):
    pass


class Facet(BaseModel):
    value: str
    count: int


class FeedEnded(BaseModel):
    deployment: "FeedEndedDeployment"
    node: "FeedEndedNode"


class FeedEndedDeployment(BaseModel):
    id: str
    ref: str


class FeedEndedNode(BaseModel):
    typename__: Literal[
        "Application",
        "Column",
        "DatasetVersion",
        "Deployment",
        "LineageNode",
        "ModelVersion",
        "Run",
    ] = Field(alias="__typename")
    id: str
    ref: str


class FeedRecorded(BaseModel):
    deployment: "FeedRecordedDeployment"
    node: "FeedRecordedNode"
    changed: bool


class FeedRecordedDeployment(BaseModel):
    id: str
    ref: str


class FeedRecordedNode(BaseModel):
    typename__: Literal[
        "Application",
        "Column",
        "DatasetVersion",
        "Deployment",
        "LineageNode",
        "ModelVersion",
        "Run",
    ] = Field(alias="__typename")
    id: str
    ref: str


class History(BaseModel):
    id: str
    ref: str
    history: "HistoryHistory"


class HistoryHistory(BaseModel):
    nodes: list["HistoryHistoryNodes"]
    page_info: "HistoryHistoryPageInfo"


class HistoryHistoryNodes(BaseModel):
    id: str
    at: datetime
    by: str
    action: str
    reason: Optional[str]
    made: bool
    refs: list[str]
    fields: list["HistoryHistoryNodesFields"]


class HistoryHistoryNodesFields(BaseModel):
    field: str
    before: Optional[str]
    after: Optional[str]


class HistoryHistoryPageInfo(PageInfo):
    pass


class LineageEdge(BaseModel):
    type_: EdgeType = Field(alias="type")
    from_: str = Field(alias="from")
    to: str
    role: Optional[str]
    weight: Optional[float]
    since: datetime
    until: Optional[datetime]


class Path(BaseModel):
    length: int
    certain: bool
    nodes: list[
        Annotated[
            Union[
                "PathNodesLineageNode",
                "PathNodesApplication",
                "PathNodesDeployment",
                "PathNodesRun",
            ],
            Field(discriminator="typename__"),
        ]
    ]
    edges: list["PathEdges"]


class PathNodesLineageNode(BaseModel):
    typename__: Literal["Column", "DatasetVersion", "LineageNode", "ModelVersion"] = (
        Field(alias="__typename")
    )
    id: str
    ref: str
    tags: list[str]
    namespace: "PathNodesLineageNodeNamespace"


class PathNodesLineageNodeNamespace(BaseModel):
    name: str


class PathNodesApplication(BaseModel):
    typename__: Literal["Application"] = Field(alias="__typename")
    id: str
    ref: str
    tags: list[str]
    namespace: "PathNodesApplicationNamespace"
    owners: list[str]


class PathNodesApplicationNamespace(BaseModel):
    name: str


class PathNodesDeployment(BaseModel):
    typename__: Literal["Deployment"] = Field(alias="__typename")
    id: str
    ref: str
    tags: list[str]
    namespace: "PathNodesDeploymentNamespace"
    environment: str
    owners: list[str]


class PathNodesDeploymentNamespace(BaseModel):
    name: str


class PathNodesRun(BaseModel):
    typename__: Literal["Run"] = Field(alias="__typename")
    id: str
    ref: str
    tags: list[str]
    namespace: "PathNodesRunNamespace"
    name: str


class PathNodesRunNamespace(BaseModel):
    name: str


class PathEdges(LineageEdge):
    pass


class Impact(BaseModel):
    column_count: Optional[int]
    items: list["ImpactItems"]
    environments: list["ImpactEnvironments"]
    namespaces: list["ImpactNamespaces"]
    counts: list["ImpactCounts"]
    total_count: int
    complete: bool
    truncated_by: Optional[Truncation]
    page_info: "ImpactPageInfo"


class ImpactItems(BaseModel):
    distance: int
    certain: bool
    node: Union[
        "ImpactItemsNodeLineageNode",
        "ImpactItemsNodeApplication",
        "ImpactItemsNodeDeployment",
        "ImpactItemsNodeRun",
    ] = Field(discriminator="typename__")
    explanation: "ImpactItemsExplanation"


class ImpactItemsNodeLineageNode(BaseModel):
    typename__: Literal["Column", "DatasetVersion", "LineageNode", "ModelVersion"] = (
        Field(alias="__typename")
    )
    id: str
    ref: str
    tags: list[str]
    namespace: "ImpactItemsNodeLineageNodeNamespace"


class ImpactItemsNodeLineageNodeNamespace(BaseModel):
    name: str


class ImpactItemsNodeApplication(BaseModel):
    typename__: Literal["Application"] = Field(alias="__typename")
    id: str
    ref: str
    tags: list[str]
    namespace: "ImpactItemsNodeApplicationNamespace"
    owners: list[str]


class ImpactItemsNodeApplicationNamespace(BaseModel):
    name: str


class ImpactItemsNodeDeployment(BaseModel):
    typename__: Literal["Deployment"] = Field(alias="__typename")
    id: str
    ref: str
    tags: list[str]
    namespace: "ImpactItemsNodeDeploymentNamespace"
    environment: str
    owners: list[str]


class ImpactItemsNodeDeploymentNamespace(BaseModel):
    name: str


class ImpactItemsNodeRun(BaseModel):
    typename__: Literal["Run"] = Field(alias="__typename")
    id: str
    ref: str
    tags: list[str]
    namespace: "ImpactItemsNodeRunNamespace"
    name: str


class ImpactItemsNodeRunNamespace(BaseModel):
    name: str


class ImpactItemsExplanation(Path):
    pass


class ImpactEnvironments(BaseModel):
    environment: str
    count: int


class ImpactNamespaces(BaseModel):
    namespace: str
    count: int


class ImpactCounts(BaseModel):
    kind: LineageKind
    count: int


class ImpactPageInfo(PageInfo):
    pass


class Lineage(BaseModel):
    as_of: Optional[datetime]
    nodes: list["LineageNodes"]
    edges: list["LineageEdges"]
    counts: list["LineageCounts"]
    total_count: int
    complete: bool
    truncated_by: Optional[Truncation]
    page_info: "LineagePageInfo"


class LineageNodes(BaseModel):
    distance: int
    certain: bool
    node: Union[
        "LineageNodesNodeLineageNode",
        "LineageNodesNodeApplication",
        "LineageNodesNodeDeployment",
        "LineageNodesNodeRun",
    ] = Field(discriminator="typename__")


class LineageNodesNodeLineageNode(BaseModel):
    typename__: Literal["Column", "DatasetVersion", "LineageNode", "ModelVersion"] = (
        Field(alias="__typename")
    )
    id: str
    ref: str
    tags: list[str]
    namespace: "LineageNodesNodeLineageNodeNamespace"


class LineageNodesNodeLineageNodeNamespace(BaseModel):
    name: str


class LineageNodesNodeApplication(BaseModel):
    typename__: Literal["Application"] = Field(alias="__typename")
    id: str
    ref: str
    tags: list[str]
    namespace: "LineageNodesNodeApplicationNamespace"
    owners: list[str]


class LineageNodesNodeApplicationNamespace(BaseModel):
    name: str


class LineageNodesNodeDeployment(BaseModel):
    typename__: Literal["Deployment"] = Field(alias="__typename")
    id: str
    ref: str
    tags: list[str]
    namespace: "LineageNodesNodeDeploymentNamespace"
    environment: str
    owners: list[str]


class LineageNodesNodeDeploymentNamespace(BaseModel):
    name: str


class LineageNodesNodeRun(BaseModel):
    typename__: Literal["Run"] = Field(alias="__typename")
    id: str
    ref: str
    tags: list[str]
    namespace: "LineageNodesNodeRunNamespace"
    name: str


class LineageNodesNodeRunNamespace(BaseModel):
    name: str


class LineageEdges(LineageEdge):
    pass


class LineageCounts(BaseModel):
    kind: LineageKind
    count: int


class LineagePageInfo(PageInfo):
    pass


class MetricPoint(BaseModel):
    step: int
    time: datetime
    value: float


class MetricSeries(BaseModel):
    key: str
    count: int
    last: "MetricSeriesLast"
    best: Optional["MetricSeriesBest"]
    min: "MetricSeriesMin"
    max: "MetricSeriesMax"


class MetricSeriesLast(MetricPoint):
    pass


class MetricSeriesBest(MetricPoint):
    pass


class MetricSeriesMin(MetricPoint):
    pass


class MetricSeriesMax(MetricPoint):
    pass


class MeasuredSeries(MetricSeries):
    points: list["MeasuredSeriesPoints"]


class MeasuredSeriesPoints(MetricPoint):
    pass


class Model(BaseModel):
    id: str
    ref: str
    name: str
    description: Optional[str]
    tags: list[str]
    owners: list[str]
    properties: list["ModelProperties"]
    documentation: list["ModelDocumentation"]
    revision: int
    created_at: datetime
    created_by: str
    archived_at: Optional[datetime]
    archived_by: Optional[str]
    archive_reason: Optional[str]
    updated_at: datetime
    updated_by: str
    former_refs: list["ModelFormerRefs"]
    task: Optional[str]
    risk_tier: Optional[RiskTier]
    intended_use: Optional[str]
    latest_version: Optional["ModelLatestVersion"]
    aliases: list["ModelAliases"]
    champion: Optional["ModelChampion"]


class ModelProperties(BaseModel):
    key: str
    type_: PropertyType = Field(alias="type")
    value: Value


class ModelDocumentation(BaseModel):
    title: str
    url: str


class ModelFormerRefs(BaseModel):
    ref: str
    until: datetime


class ModelLatestVersion(BaseModel):
    id: str
    ref: str
    number: int
    label: Optional[str]


class ModelAliases(Alias):
    pass


class ModelChampion(BaseModel):
    version: "ModelChampionVersion"


class ModelChampionVersion(BaseModel):
    id: str
    ref: str
    number: int
    label: Optional[str]
    metrics: Metrics


class ModelChampionVersionMetrics(BaseModel):
    key: str
    value: float


class ModelVersion(BaseModel):
    id: str
    ref: str
    number: int
    label: Optional[str]
    description: Optional[str]
    tags: list[str]
    properties: list["ModelVersionProperties"]
    documentation: list["ModelVersionDocumentation"]
    uri: Optional[str]
    digest: Optional[str]
    size_bytes: Optional[int]
    framework: Optional[str]
    parameters: Parameters
    metrics: Metrics
    revision: int
    created_at: datetime
    created_by: str
    updated_at: datetime
    updated_by: str
    archived_at: Optional[datetime]
    archived_by: Optional[str]
    archive_reason: Optional[str]
    model: "ModelVersionModel"
    run: Optional["ModelVersionRun"]
    bases: list["ModelVersionBases"]
    features: list["ModelVersionFeatures"]
    aliases: list["ModelVersionAliases"]
    deployments: "ModelVersionDeployments"


class ModelVersionProperties(BaseModel):
    key: str
    type_: PropertyType = Field(alias="type")
    value: Value


class ModelVersionDocumentation(BaseModel):
    title: str
    url: str


class ModelVersionParameters(BaseModel):
    key: str
    value: Value


class ModelVersionMetrics(BaseModel):
    key: str
    value: float


class ModelVersionModel(BaseModel):
    id: str
    ref: str
    owners: list[str]
    former_refs: list["ModelVersionModelFormerRefs"]


class ModelVersionModelFormerRefs(BaseModel):
    ref: str


class ModelVersionRun(BaseModel):
    id: str
    name: str


class ModelVersionBases(BaseModel):
    how: str
    version: "ModelVersionBasesVersion"


class ModelVersionBasesVersion(BaseModel):
    id: str
    ref: str


class ModelVersionFeatures(BaseModel):
    id: str
    ref: str


class ModelVersionAliases(Alias):
    pass


class ModelVersionDeployments(BaseModel):
    nodes: list["ModelVersionDeploymentsNodes"]


class ModelVersionDeploymentsNodes(BaseModel):
    id: str
    ref: str
    environment: str


class ModelVersions(BaseModel):
    nodes: list["ModelVersionsNodes"]
    page_info: "ModelVersionsPageInfo"


class ModelVersionsNodes(ModelVersion):
    pass


class ModelVersionsPageInfo(PageInfo):
    pass


class Models(BaseModel):
    nodes: list["ModelsNodes"]
    page_info: "ModelsPageInfo"


class ModelsNodes(Model):
    pass


class ModelsPageInfo(PageInfo):
    pass


class Namespace(BaseModel):
    id: str
    ref: str
    name: str
    description: Optional[str]
    tags: list[str]
    owners: list[str]
    properties: list["NamespaceProperties"]
    documentation: list["NamespaceDocumentation"]
    revision: int
    created_at: datetime
    created_by: str
    archived_at: Optional[datetime]
    archived_by: Optional[str]
    archive_reason: Optional[str]
    updated_at: datetime
    updated_by: str


class NamespaceProperties(BaseModel):
    key: str
    type_: PropertyType = Field(alias="type")
    value: Value


class NamespaceDocumentation(BaseModel):
    title: str
    url: str


class Namespaces(BaseModel):
    nodes: list["NamespacesNodes"]
    page_info: "NamespacesPageInfo"


class NamespacesNodes(Namespace):
    pass


class NamespacesPageInfo(PageInfo):
    pass


class Production(BaseModel):
    id: str
    ref: str
    production: "ProductionProduction"


class ProductionProduction(BaseModel):
    nodes: list["ProductionProductionNodes"]
    page_info: "ProductionProductionPageInfo"


class ProductionProductionNodes(BaseModel):
    deployment: "ProductionProductionNodesDeployment"
    version: "ProductionProductionNodesVersion"
    weight: float
    since: datetime
    until: Optional[datetime]
    by: str
    reason: Optional[str]


class ProductionProductionNodesDeployment(BaseModel):
    id: str
    ref: str


class ProductionProductionNodesVersion(BaseModel):
    id: str
    ref: str
    number: int
    label: Optional[str]


class ProductionProductionPageInfo(PageInfo):
    pass


class RecordCount(BaseModel):
    kind: RecordKind
    count: int


class Referrers(BaseModel):
    id: str
    ref: str
    referrers: "ReferrersReferrers"


class ReferrersReferrers(BaseModel):
    total_count: int
    nodes: list["ReferrersReferrersNodes"]
    page_info: "ReferrersReferrersPageInfo"


class ReferrersReferrersNodes(BaseModel):
    how: list[str]
    node: "ReferrersReferrersNodesNode"


class ReferrersReferrersNodesNode(BaseModel):
    typename__: Literal[
        "Application",
        "Column",
        "Dataset",
        "DatasetVersion",
        "Deployment",
        "Experiment",
        "Model",
        "ModelVersion",
        "Namespace",
        "Record",
        "Run",
    ] = Field(alias="__typename")
    id: str
    ref: str


class ReferrersReferrersPageInfo(PageInfo):
    pass


class Reported(BaseModel):
    revision: int
    began: list["ReportedBegan"]
    changed: list["ReportedChanged"]
    ended: list["ReportedEnded"]
    unchanged: list["ReportedUnchanged"]
    unknown: list["ReportedUnknown"]
    archived: list["ReportedArchived"]


class ReportedBegan(Deployment):
    pass


class ReportedChanged(Deployment):
    pass


class ReportedEnded(Deployment):
    pass


class ReportedUnchanged(BaseModel):
    id: str
    ref: str


class ReportedUnknown(BaseModel):
    path: list[str]
    deployment: str
    model_version: str


class ReportedArchived(BaseModel):
    path: list[str]
    deployment: str
    model_version: str
    archived: str


class Reproduction(BaseModel):
    id: str
    ref: str
    uri: Optional[str]
    digest: Optional[str]
    framework: Optional[str]
    reproduction: "ReproductionReproduction"


class ReproductionReproduction(BaseModel):
    run: Optional["ReproductionReproductionRun"]
    source: "ReproductionReproductionSource"
    environment: "ReproductionReproductionEnvironment"
    parameters: Parameters
    seeds: Parameters
    data: list["ReproductionReproductionData"]
    models: list["ReproductionReproductionModels"]
    bases: list["ReproductionReproductionBases"]
    complete: bool
    missing: list["ReproductionReproductionMissing"]


class ReproductionReproductionRun(BaseModel):
    id: str
    name: str
    kind: RunKind
    status: RunStatus
    started_at: Optional[datetime]
    ended_at: Optional[datetime]


class ReproductionReproductionSource(BaseModel):
    repository: Optional[str]
    commit: Optional[str]
    entry_point: Optional[str]
    arguments: Optional[list[str]]
    uncommitted_changes: Optional[bool]
    diff_digest: Optional[str]


class ReproductionReproductionEnvironment(BaseModel):
    image_digest: Optional[str]
    lock_digest: Optional[str]
    python_version: Optional[str]
    packages: Packages


class ReproductionReproductionEnvironmentPackages(BaseModel):
    name: str
    version: str


class ReproductionReproductionParameters(BaseModel):
    key: str
    value: Value


class ReproductionReproductionSeeds(BaseModel):
    key: str
    value: Value


class ReproductionReproductionData(BaseModel):
    role: str
    version: "ReproductionReproductionDataVersion"


class ReproductionReproductionDataVersion(BaseModel):
    id: str
    ref: str
    uri: Optional[str]
    digest: Optional[str]


class ReproductionReproductionModels(BaseModel):
    role: str
    version: "ReproductionReproductionModelsVersion"


class ReproductionReproductionModelsVersion(BaseModel):
    id: str
    ref: str
    uri: Optional[str]
    digest: Optional[str]


class ReproductionReproductionBases(BaseModel):
    distance: int
    version: "ReproductionReproductionBasesVersion"


class ReproductionReproductionBasesVersion(BaseModel):
    id: str
    ref: str
    uri: Optional[str]
    digest: Optional[str]
    bases: list["ReproductionReproductionBasesVersionBases"]


class ReproductionReproductionBasesVersionBases(BaseModel):
    how: str
    version: "ReproductionReproductionBasesVersionBasesVersion"


class ReproductionReproductionBasesVersionBasesVersion(BaseModel):
    id: str
    ref: str


class ReproductionReproductionMissing(BaseModel):
    code: MissingFact
    message: str
    ref: Optional[str]


class Run(BaseModel):
    id: str
    ref: str
    name: str
    kind: RunKind
    status: RunStatus
    status_reason: Optional[str]
    description: Optional[str]
    tags: list[str]
    properties: list["RunProperties"]
    documentation: list["RunDocumentation"]
    started_at: Optional[datetime]
    ended_at: Optional[datetime]
    source: "RunSource"
    environment: "RunEnvironment"
    parameters: Parameters
    metrics: Metrics
    suite: Optional[str]
    slices: list["RunSlices"]
    inputs: list["RunInputs"]
    outputs: list["RunOutputs"]
    experiment: Optional["RunExperiment"]
    parent: Optional["RunParent"]
    created_at: datetime
    created_by: str
    archived_at: Optional[datetime]
    archived_by: Optional[str]
    archive_reason: Optional[str]
    revision: int
    updated_at: datetime
    updated_by: str


class RunProperties(BaseModel):
    key: str
    type_: PropertyType = Field(alias="type")
    value: Value


class RunDocumentation(BaseModel):
    title: str
    url: str


class RunSource(BaseModel):
    repository: Optional[str]
    commit: Optional[str]
    entry_point: Optional[str]
    arguments: Optional[list[str]]
    uncommitted_changes: Optional[bool]
    diff_digest: Optional[str]


class RunEnvironment(BaseModel):
    image_digest: Optional[str]
    lock_digest: Optional[str]
    python_version: Optional[str]


class RunParameters(BaseModel):
    key: str
    value: Value


class RunMetrics(BaseModel):
    key: str
    value: float


class RunSlices(BaseModel):
    name: str
    metrics: Metrics


class RunSlicesMetrics(BaseModel):
    key: str
    value: float


class RunInputs(BaseModel):
    role: str
    node: "RunInputsNode"


class RunInputsNode(BaseModel):
    typename__: Literal[
        "Application",
        "Column",
        "DatasetVersion",
        "Deployment",
        "LineageNode",
        "ModelVersion",
        "Run",
    ] = Field(alias="__typename")
    id: str
    ref: str


class RunOutputs(BaseModel):
    typename__: Literal[
        "Application",
        "Column",
        "DatasetVersion",
        "Deployment",
        "LineageNode",
        "ModelVersion",
        "Run",
    ] = Field(alias="__typename")
    id: str
    ref: str


class RunExperiment(BaseModel):
    id: str
    ref: str


class RunParent(BaseModel):
    id: str
    name: str


class RunPackages(BaseModel):
    id: str
    environment: "RunPackagesEnvironment"


class RunPackagesEnvironment(BaseModel):
    packages: Packages


class RunPackagesEnvironmentPackages(BaseModel):
    name: str
    version: str


class RunSeries(BaseModel):
    id: str
    series: list["RunSeriesSeries"]


class RunSeriesSeries(MeasuredSeries):
    pass


class Runs(BaseModel):
    nodes: list["RunsNodes"]
    page_info: "RunsPageInfo"


class RunsNodes(Run):
    pass


class RunsPageInfo(PageInfo):
    pass


class Search(BaseModel):
    hits: list["SearchHits"]
    total_count: int
    complete: bool
    facets: "SearchFacets"
    page_info: "SearchPageInfo"


class SearchHits(BaseModel):
    score: int
    node: Union[
        "SearchHitsNodeRecord", "SearchHitsNodeDeployment", "SearchHitsNodeRun"
    ] = Field(discriminator="typename__")
    highlights: list["SearchHitsHighlights"]


class SearchHitsNodeRecord(BaseModel):
    typename__: Literal[
        "Application",
        "Column",
        "Dataset",
        "DatasetVersion",
        "Experiment",
        "Model",
        "ModelVersion",
        "Namespace",
        "Record",
    ] = Field(alias="__typename")
    id: str
    ref: str
    description: Optional[str]
    tags: list[str]


class SearchHitsNodeDeployment(BaseModel):
    typename__: Literal["Deployment"] = Field(alias="__typename")
    id: str
    ref: str
    description: Optional[str]
    tags: list[str]
    environment: str


class SearchHitsNodeRun(BaseModel):
    typename__: Literal["Run"] = Field(alias="__typename")
    id: str
    ref: str
    description: Optional[str]
    tags: list[str]
    name: str


class SearchHitsHighlights(BaseModel):
    field: str
    pieces: list["SearchHitsHighlightsPieces"]


class SearchHitsHighlightsPieces(BaseModel):
    text: str
    hit: bool


class SearchFacets(BaseModel):
    kinds: list["SearchFacetsKinds"]
    namespaces: list["SearchFacetsNamespaces"]
    tags: list["SearchFacetsTags"]
    owners: list["SearchFacetsOwners"]


class SearchFacetsKinds(Facet):
    pass


class SearchFacetsNamespaces(Facet):
    pass


class SearchFacetsTags(Facet):
    pass


class SearchFacetsOwners(Facet):
    pass


class SearchPageInfo(PageInfo):
    pass


class Stats(BaseModel):
    namespace: Optional[str]
    kinds: list["StatsKinds"]
    runs: list["StatsRuns"]
    environments: list["StatsEnvironments"]
    aliases: list["StatsAliases"]
    ages: list["StatsAges"]
    without_owner: list["StatsWithoutOwner"]
    without_documentation: list["StatsWithoutDocumentation"]
    archived: list["StatsArchived"]


class StatsKinds(RecordCount):
    pass


class StatsRuns(BaseModel):
    status: RunStatus
    count: int


class StatsEnvironments(BaseModel):
    environment: str
    count: int
    serving: int


class StatsAliases(BaseModel):
    alias: str
    count: int


class StatsAges(BaseModel):
    kind: RecordKind
    age: Age
    count: int


class StatsWithoutOwner(RecordCount):
    pass


class StatsWithoutDocumentation(RecordCount):
    pass


class StatsArchived(RecordCount):
    pass


class Suggestion(BaseModel):
    ref: str
    kind: RecordKind


class Unarchived(BaseModel):
    record: "UnarchivedRecord"
    changed: bool


class UnarchivedRecord(Recorded):
    typename__: Literal[
        "Application",
        "Column",
        "Dataset",
        "DatasetVersion",
        "Deployment",
        "Experiment",
        "Model",
        "ModelVersion",
        "Namespace",
        "Record",
        "Run",
    ] = Field(alias="__typename")


class VersionEvaluations(BaseModel):
    id: str
    ref: str
    evaluations: "VersionEvaluationsEvaluations"


class VersionEvaluationsEvaluations(BaseModel):
    nodes: list["VersionEvaluationsEvaluationsNodes"]
    page_info: "VersionEvaluationsEvaluationsPageInfo"


class VersionEvaluationsEvaluationsNodes(Evaluation):
    pass


class VersionEvaluationsEvaluationsPageInfo(PageInfo):
    pass


Alias.model_rebuild()
AliasRemoved.model_rebuild()
AliasSet.model_rebuild()
Aliases.model_rebuild()
Application.model_rebuild()
PageInfo.model_rebuild()
Applications.model_rebuild()
Recorded.model_rebuild()
Archived.model_rebuild()
Column.model_rebuild()
Columns.model_rebuild()
Comparison.model_rebuild()
Dataset.model_rebuild()
DatasetVersion.model_rebuild()
DatasetVersions.model_rebuild()
Datasets.model_rebuild()
Deleted.model_rebuild()
Deployment.model_rebuild()
Deployed.model_rebuild()
Deployments.model_rebuild()
Evaluation.model_rebuild()
Evaluations.model_rebuild()
Experiment.model_rebuild()
Experiments.model_rebuild()
Facet.model_rebuild()
FeedEnded.model_rebuild()
FeedRecorded.model_rebuild()
History.model_rebuild()
LineageEdge.model_rebuild()
Path.model_rebuild()
Impact.model_rebuild()
Lineage.model_rebuild()
MetricPoint.model_rebuild()
MetricSeries.model_rebuild()
MeasuredSeries.model_rebuild()
Model.model_rebuild()
ModelVersion.model_rebuild()
ModelVersions.model_rebuild()
Models.model_rebuild()
Namespace.model_rebuild()
Namespaces.model_rebuild()
Production.model_rebuild()
RecordCount.model_rebuild()
Referrers.model_rebuild()
Reported.model_rebuild()
Reproduction.model_rebuild()
Run.model_rebuild()
RunPackages.model_rebuild()
RunSeries.model_rebuild()
Runs.model_rebuild()
Search.model_rebuild()
Stats.model_rebuild()
Suggestion.model_rebuild()
Unarchived.model_rebuild()
VersionEvaluations.model_rebuild()
