__all__ = [
    "ARCHIVE_RECORD_GQL",
    "COMPARE_MODEL_VERSIONS_GQL",
    "CREATE_APPLICATION_GQL",
    "CREATE_DATASET_GQL",
    "CREATE_DEPLOYMENT_GQL",
    "CREATE_EXPERIMENT_GQL",
    "CREATE_MODEL_GQL",
    "CREATE_NAMESPACE_GQL",
    "DELETE_RECORD_GQL",
    "DEPLOY_MODEL_VERSION_GQL",
    "END_DEPLOYMENT_GQL",
    "END_FEED_GQL",
    "FINISH_RUN_GQL",
    "GET_ALIASES_GQL",
    "GET_APPLICATION_GQL",
    "GET_COLUMN_GQL",
    "GET_DATASET_GQL",
    "GET_DATASET_VERSION_GQL",
    "GET_DEPLOYMENT_GQL",
    "GET_EXPERIMENT_GQL",
    "GET_HISTORY_GQL",
    "GET_IMPACT_GQL",
    "GET_LINEAGE_GQL",
    "GET_MODEL_GQL",
    "GET_MODEL_VERSION_GQL",
    "GET_NAMESPACE_GQL",
    "GET_NODE_GQL",
    "GET_PATH_GQL",
    "GET_PRODUCTION_GQL",
    "GET_REFERRERS_GQL",
    "GET_REPRODUCTION_GQL",
    "GET_RUN_GQL",
    "GET_RUN_PACKAGES_GQL",
    "GET_RUN_SERIES_GQL",
    "GET_SEARCH_GQL",
    "GET_STATS_GQL",
    "GET_SUGGEST_GQL",
    "GET_VERSION_EVALUATIONS_GQL",
    "LIST_APPLICATIONS_GQL",
    "LIST_COLUMNS_GQL",
    "LIST_DATASETS_GQL",
    "LIST_DATASET_VERSIONS_GQL",
    "LIST_DEPLOYMENTS_GQL",
    "LIST_EVALUATIONS_GQL",
    "LIST_EXPERIMENTS_GQL",
    "LIST_MODELS_GQL",
    "LIST_MODEL_VERSIONS_GQL",
    "LIST_NAMESPACES_GQL",
    "LIST_RUNS_GQL",
    "LOG_METRICS_GQL",
    "LOG_RUN_GQL",
    "RECORD_EVALUATION_GQL",
    "RECORD_FEED_GQL",
    "REGISTER_DATASET_VERSIONS_GQL",
    "REGISTER_DATASET_VERSION_GQL",
    "REGISTER_MODEL_VERSIONS_GQL",
    "REGISTER_MODEL_VERSION_GQL",
    "REGISTER_RUNS_GQL",
    "REGISTER_RUN_GQL",
    "REMOVE_ALIAS_GQL",
    "RENAME_MODEL_GQL",
    "REPORT_DEPLOYMENTS_GQL",
    "ROLL_BACK_DEPLOYMENT_GQL",
    "SET_ALIAS_GQL",
    "START_RUN_GQL",
    "UNARCHIVE_RECORD_GQL",
    "UPDATE_APPLICATION_GQL",
    "UPDATE_COLUMN_GQL",
    "UPDATE_DATASET_GQL",
    "UPDATE_DATASET_VERSION_GQL",
    "UPDATE_DEPLOYMENT_GQL",
    "UPDATE_EXPERIMENT_GQL",
    "UPDATE_MODEL_GQL",
    "UPDATE_MODEL_VERSION_GQL",
    "UPDATE_NAMESPACE_GQL",
    "UPDATE_RUN_GQL",
]

ARCHIVE_RECORD_GQL = """
mutation ArchiveRecord($ref: Ref!, $reason: String, $expectedRevision: Int, $idempotencyKey: String, $dryRun: Boolean) {
  archiveRecord(
    input: {ref: $ref, reason: $reason, expectedRevision: $expectedRevision, idempotencyKey: $idempotencyKey, dryRun: $dryRun}
  ) {
    __typename
    ...Archived
    ...Refused
  }
}

fragment Archived on ArchiveRecordSuccess {
  record {
    ...Recorded
  }
  changed
}

fragment Recorded on Record {
  __typename
  id
  ref
  archivedAt
  archivedBy
  archiveReason
}

fragment Refused on Refusal {
  code
  message
  path
  ... on NotFound {
    ref
  }
  ... on AmbiguousRef {
    ref
    kinds
  }
  ... on AlreadyExists {
    existing
  }
  ... on StaleRevision {
    expected
    actual
  }
  ... on InvalidState {
    ref
    state
  }
  ... on StillReferredTo {
    ref
    total
    counts {
      kind
      count
    }
    referrers {
      id
      kind
      ref
      how
    }
  }
  ... on ItemsRefused {
    refusals {
      index
      code
      message
      path
    }
  }
  ... on AliasMoved {
    expectedVersion
    actualVersion
  }
}
"""

UNARCHIVE_RECORD_GQL = """
mutation UnarchiveRecord($ref: Ref!, $expectedRevision: Int, $idempotencyKey: String, $dryRun: Boolean) {
  unarchiveRecord(
    input: {ref: $ref, expectedRevision: $expectedRevision, idempotencyKey: $idempotencyKey, dryRun: $dryRun}
  ) {
    __typename
    ...Unarchived
    ...Refused
  }
}

fragment Recorded on Record {
  __typename
  id
  ref
  archivedAt
  archivedBy
  archiveReason
}

fragment Refused on Refusal {
  code
  message
  path
  ... on NotFound {
    ref
  }
  ... on AmbiguousRef {
    ref
    kinds
  }
  ... on AlreadyExists {
    existing
  }
  ... on StaleRevision {
    expected
    actual
  }
  ... on InvalidState {
    ref
    state
  }
  ... on StillReferredTo {
    ref
    total
    counts {
      kind
      count
    }
    referrers {
      id
      kind
      ref
      how
    }
  }
  ... on ItemsRefused {
    refusals {
      index
      code
      message
      path
    }
  }
  ... on AliasMoved {
    expectedVersion
    actualVersion
  }
}

fragment Unarchived on UnarchiveRecordSuccess {
  record {
    ...Recorded
  }
  changed
}
"""

GET_COLUMN_GQL = """
query GetColumn($ref: Ref!) {
  column(ref: $ref) {
    ...Column
  }
}

fragment Column on Column {
  id
  ref
  name
  type
  description
  tags
  properties {
    key
    type
    value
  }
  documentation {
    title
    url
  }
  revision
  createdAt
  createdBy
  updatedAt
  updatedBy
  archivedAt
  archivedBy
  archiveReason
  datasetVersion {
    id
    ref
    label
  }
}
"""

LIST_COLUMNS_GQL = """
query ListColumns($where: ColumnWhere, $first: Int, $after: Cursor) {
  columns(where: $where, first: $first, after: $after) {
    ...Columns
  }
}

fragment Column on Column {
  id
  ref
  name
  type
  description
  tags
  properties {
    key
    type
    value
  }
  documentation {
    title
    url
  }
  revision
  createdAt
  createdBy
  updatedAt
  updatedBy
  archivedAt
  archivedBy
  archiveReason
  datasetVersion {
    id
    ref
    label
  }
}

fragment Columns on ColumnConnection {
  nodes {
    ...Column
  }
  pageInfo {
    ...PageInfo
  }
}

fragment PageInfo on PageInfo {
  hasNextPage
  endCursor
}
"""

UPDATE_COLUMN_GQL = """
mutation UpdateColumn($ref: Ref!, $description: String, $tags: [String!], $documentation: [LinkInput!], $setProperties: [PropertyInput!], $removeProperties: [String!], $expectedRevision: Int, $idempotencyKey: String, $dryRun: Boolean) {
  updateColumn(
    input: {ref: $ref, description: $description, tags: $tags, documentation: $documentation, setProperties: $setProperties, removeProperties: $removeProperties, expectedRevision: $expectedRevision, idempotencyKey: $idempotencyKey, dryRun: $dryRun}
  ) {
    __typename
    ... on UpdateColumnSuccess {
      column {
        ...Column
      }
    }
    ...Refused
  }
}

fragment Column on Column {
  id
  ref
  name
  type
  description
  tags
  properties {
    key
    type
    value
  }
  documentation {
    title
    url
  }
  revision
  createdAt
  createdBy
  updatedAt
  updatedBy
  archivedAt
  archivedBy
  archiveReason
  datasetVersion {
    id
    ref
    label
  }
}

fragment Refused on Refusal {
  code
  message
  path
  ... on NotFound {
    ref
  }
  ... on AmbiguousRef {
    ref
    kinds
  }
  ... on AlreadyExists {
    existing
  }
  ... on StaleRevision {
    expected
    actual
  }
  ... on InvalidState {
    ref
    state
  }
  ... on StillReferredTo {
    ref
    total
    counts {
      kind
      count
    }
    referrers {
      id
      kind
      ref
      how
    }
  }
  ... on ItemsRefused {
    refusals {
      index
      code
      message
      path
    }
  }
  ... on AliasMoved {
    expectedVersion
    actualVersion
  }
}
"""

COMPARE_MODEL_VERSIONS_GQL = """
query CompareModelVersions($versions: [Ref!]!) {
  compareModelVersions(versions: $versions) {
    ...Comparison
  }
}

fragment Comparison on ModelVersionComparison {
  versions {
    id
    ref
    label
    createdAt
    createdBy
    framework
    aliases {
      name
    }
  }
  parameters {
    key
    outcome
    values {
      version
      value
    }
  }
  metrics {
    key
    outcome
    direction
    better
    values {
      version
      value
      difference
    }
  }
  data {
    role
    outcome
    values {
      version
      read {
        id
        ref
        digest
      }
    }
  }
  code {
    outcome
    values {
      version
      repository
      commit
      entryPoint
      link
    }
  }
  environment {
    outcome
    values {
      version
      imageDigest
      lockDigest
    }
  }
  bases {
    outcome
    values {
      version
      bases {
        how
        version {
          id
          ref
        }
      }
    }
  }
  evaluations {
    suite
    values {
      version
      evaluation {
        dataset {
          id
          ref
        }
        run {
          id
          name
        }
      }
    }
    metrics {
      key
      outcome
      direction
      better
      values {
        version
        value
        difference
      }
    }
    slices {
      name
      metrics {
        key
        outcome
        direction
        better
        values {
          version
          value
          difference
        }
      }
    }
  }
}
"""

GET_DATASET_GQL = """
query GetDataset($ref: Ref!) {
  dataset(ref: $ref) {
    ...Dataset
  }
}

fragment Dataset on Dataset {
  id
  ref
  name
  kind
  description
  tags
  owners
  properties {
    key
    type
    value
  }
  documentation {
    title
    url
  }
  revision
  createdAt
  createdBy
  archivedAt
  archivedBy
  archiveReason
  updatedAt
  updatedBy
  latestVersion {
    id
    ref
    label
  }
}
"""

GET_DATASET_VERSION_GQL = """
query GetDatasetVersion($ref: Ref!) {
  datasetVersion(ref: $ref) {
    ...DatasetVersion
  }
}

fragment DatasetVersion on DatasetVersion {
  id
  ref
  label
  description
  tags
  properties {
    key
    type
    value
  }
  documentation {
    title
    url
  }
  uri
  digest
  sizeBytes
  rowCount
  columns {
    name
    type
  }
  statistics {
    key
    value
  }
  revision
  createdAt
  createdBy
  updatedAt
  updatedBy
  archivedAt
  archivedBy
  archiveReason
  dataset {
    id
    ref
    owners
  }
  producedBy {
    id
    name
  }
}
"""

LIST_DATASETS_GQL = """
query ListDatasets($where: NamedWhere, $orderBy: NamedOrder, $first: Int, $after: Cursor) {
  datasets(where: $where, orderBy: $orderBy, first: $first, after: $after) {
    ...Datasets
  }
}

fragment Dataset on Dataset {
  id
  ref
  name
  kind
  description
  tags
  owners
  properties {
    key
    type
    value
  }
  documentation {
    title
    url
  }
  revision
  createdAt
  createdBy
  archivedAt
  archivedBy
  archiveReason
  updatedAt
  updatedBy
  latestVersion {
    id
    ref
    label
  }
}

fragment Datasets on DatasetConnection {
  nodes {
    ...Dataset
  }
  pageInfo {
    ...PageInfo
  }
}

fragment PageInfo on PageInfo {
  hasNextPage
  endCursor
}
"""

LIST_DATASET_VERSIONS_GQL = """
query ListDatasetVersions($where: DatasetVersionWhere, $orderBy: DatasetVersionOrder, $first: Int, $after: Cursor) {
  datasetVersions(where: $where, orderBy: $orderBy, first: $first, after: $after) {
    ...DatasetVersions
  }
}

fragment DatasetVersion on DatasetVersion {
  id
  ref
  label
  description
  tags
  properties {
    key
    type
    value
  }
  documentation {
    title
    url
  }
  uri
  digest
  sizeBytes
  rowCount
  columns {
    name
    type
  }
  statistics {
    key
    value
  }
  revision
  createdAt
  createdBy
  updatedAt
  updatedBy
  archivedAt
  archivedBy
  archiveReason
  dataset {
    id
    ref
    owners
  }
  producedBy {
    id
    name
  }
}

fragment DatasetVersions on DatasetVersionConnection {
  nodes {
    ...DatasetVersion
  }
  pageInfo {
    ...PageInfo
  }
}

fragment PageInfo on PageInfo {
  hasNextPage
  endCursor
}
"""

CREATE_DATASET_GQL = """
mutation CreateDataset($ref: Ref!, $kind: DatasetKind, $description: String, $tags: [String!], $owners: [String!], $properties: [PropertyInput!], $documentation: [LinkInput!], $expectedRevision: Int, $idempotencyKey: String, $dryRun: Boolean) {
  createDataset(
    input: {ref: $ref, kind: $kind, description: $description, tags: $tags, owners: $owners, properties: $properties, documentation: $documentation, expectedRevision: $expectedRevision, idempotencyKey: $idempotencyKey, dryRun: $dryRun}
  ) {
    __typename
    ... on CreateDatasetSuccess {
      dataset {
        ...Dataset
      }
    }
    ...Refused
  }
}

fragment Dataset on Dataset {
  id
  ref
  name
  kind
  description
  tags
  owners
  properties {
    key
    type
    value
  }
  documentation {
    title
    url
  }
  revision
  createdAt
  createdBy
  archivedAt
  archivedBy
  archiveReason
  updatedAt
  updatedBy
  latestVersion {
    id
    ref
    label
  }
}

fragment Refused on Refusal {
  code
  message
  path
  ... on NotFound {
    ref
  }
  ... on AmbiguousRef {
    ref
    kinds
  }
  ... on AlreadyExists {
    existing
  }
  ... on StaleRevision {
    expected
    actual
  }
  ... on InvalidState {
    ref
    state
  }
  ... on StillReferredTo {
    ref
    total
    counts {
      kind
      count
    }
    referrers {
      id
      kind
      ref
      how
    }
  }
  ... on ItemsRefused {
    refusals {
      index
      code
      message
      path
    }
  }
  ... on AliasMoved {
    expectedVersion
    actualVersion
  }
}
"""

REGISTER_DATASET_VERSION_GQL = """
mutation RegisterDatasetVersion($dataset: Ref!, $createDataset: DatasetDetails, $label: String, $description: String, $tags: [String!], $properties: [PropertyInput!], $documentation: [LinkInput!], $uri: String, $digest: String, $sizeBytes: Long, $rowCount: Long, $columns: [ColumnInput!], $statistics: [StatisticInput!], $derivedFrom: [Ref!], $derivedColumns: [ColumnDerivationInput!], $expectedRevision: Int, $idempotencyKey: String, $dryRun: Boolean) {
  registerDatasetVersion(
    input: {dataset: $dataset, createDataset: $createDataset, label: $label, description: $description, tags: $tags, properties: $properties, documentation: $documentation, uri: $uri, digest: $digest, sizeBytes: $sizeBytes, rowCount: $rowCount, columns: $columns, statistics: $statistics, derivedFrom: $derivedFrom, derivedColumns: $derivedColumns, expectedRevision: $expectedRevision, idempotencyKey: $idempotencyKey, dryRun: $dryRun}
  ) {
    __typename
    ... on RegisterDatasetVersionSuccess {
      datasetVersion {
        ...DatasetVersion
      }
    }
    ...Refused
  }
}

fragment DatasetVersion on DatasetVersion {
  id
  ref
  label
  description
  tags
  properties {
    key
    type
    value
  }
  documentation {
    title
    url
  }
  uri
  digest
  sizeBytes
  rowCount
  columns {
    name
    type
  }
  statistics {
    key
    value
  }
  revision
  createdAt
  createdBy
  updatedAt
  updatedBy
  archivedAt
  archivedBy
  archiveReason
  dataset {
    id
    ref
    owners
  }
  producedBy {
    id
    name
  }
}

fragment Refused on Refusal {
  code
  message
  path
  ... on NotFound {
    ref
  }
  ... on AmbiguousRef {
    ref
    kinds
  }
  ... on AlreadyExists {
    existing
  }
  ... on StaleRevision {
    expected
    actual
  }
  ... on InvalidState {
    ref
    state
  }
  ... on StillReferredTo {
    ref
    total
    counts {
      kind
      count
    }
    referrers {
      id
      kind
      ref
      how
    }
  }
  ... on ItemsRefused {
    refusals {
      index
      code
      message
      path
    }
  }
  ... on AliasMoved {
    expectedVersion
    actualVersion
  }
}
"""

UPDATE_DATASET_GQL = """
mutation UpdateDataset($ref: Ref!, $description: String, $tags: [String!], $owners: [String!], $documentation: [LinkInput!], $setProperties: [PropertyInput!], $removeProperties: [String!], $expectedRevision: Int, $idempotencyKey: String, $dryRun: Boolean) {
  updateDataset(
    input: {ref: $ref, description: $description, tags: $tags, owners: $owners, documentation: $documentation, setProperties: $setProperties, removeProperties: $removeProperties, expectedRevision: $expectedRevision, idempotencyKey: $idempotencyKey, dryRun: $dryRun}
  ) {
    __typename
    ... on UpdateDatasetSuccess {
      dataset {
        ...Dataset
      }
    }
    ...Refused
  }
}

fragment Dataset on Dataset {
  id
  ref
  name
  kind
  description
  tags
  owners
  properties {
    key
    type
    value
  }
  documentation {
    title
    url
  }
  revision
  createdAt
  createdBy
  archivedAt
  archivedBy
  archiveReason
  updatedAt
  updatedBy
  latestVersion {
    id
    ref
    label
  }
}

fragment Refused on Refusal {
  code
  message
  path
  ... on NotFound {
    ref
  }
  ... on AmbiguousRef {
    ref
    kinds
  }
  ... on AlreadyExists {
    existing
  }
  ... on StaleRevision {
    expected
    actual
  }
  ... on InvalidState {
    ref
    state
  }
  ... on StillReferredTo {
    ref
    total
    counts {
      kind
      count
    }
    referrers {
      id
      kind
      ref
      how
    }
  }
  ... on ItemsRefused {
    refusals {
      index
      code
      message
      path
    }
  }
  ... on AliasMoved {
    expectedVersion
    actualVersion
  }
}
"""

REGISTER_DATASET_VERSIONS_GQL = """
mutation RegisterDatasetVersions($items: [RegisteredDatasetVersionInput!]!, $expectedRevision: Int, $idempotencyKey: String, $dryRun: Boolean) {
  registerDatasetVersions(
    input: {items: $items, expectedRevision: $expectedRevision, idempotencyKey: $idempotencyKey, dryRun: $dryRun}
  ) {
    __typename
    ... on RegisterDatasetVersionsSuccess {
      datasetVersions {
        ...DatasetVersion
      }
    }
    ...Refused
  }
}

fragment DatasetVersion on DatasetVersion {
  id
  ref
  label
  description
  tags
  properties {
    key
    type
    value
  }
  documentation {
    title
    url
  }
  uri
  digest
  sizeBytes
  rowCount
  columns {
    name
    type
  }
  statistics {
    key
    value
  }
  revision
  createdAt
  createdBy
  updatedAt
  updatedBy
  archivedAt
  archivedBy
  archiveReason
  dataset {
    id
    ref
    owners
  }
  producedBy {
    id
    name
  }
}

fragment Refused on Refusal {
  code
  message
  path
  ... on NotFound {
    ref
  }
  ... on AmbiguousRef {
    ref
    kinds
  }
  ... on AlreadyExists {
    existing
  }
  ... on StaleRevision {
    expected
    actual
  }
  ... on InvalidState {
    ref
    state
  }
  ... on StillReferredTo {
    ref
    total
    counts {
      kind
      count
    }
    referrers {
      id
      kind
      ref
      how
    }
  }
  ... on ItemsRefused {
    refusals {
      index
      code
      message
      path
    }
  }
  ... on AliasMoved {
    expectedVersion
    actualVersion
  }
}
"""

UPDATE_DATASET_VERSION_GQL = """
mutation UpdateDatasetVersion($ref: Ref!, $description: String, $tags: [String!], $documentation: [LinkInput!], $setProperties: [PropertyInput!], $removeProperties: [String!], $expectedRevision: Int, $idempotencyKey: String, $dryRun: Boolean) {
  updateDatasetVersion(
    input: {ref: $ref, description: $description, tags: $tags, documentation: $documentation, setProperties: $setProperties, removeProperties: $removeProperties, expectedRevision: $expectedRevision, idempotencyKey: $idempotencyKey, dryRun: $dryRun}
  ) {
    __typename
    ... on UpdateDatasetVersionSuccess {
      datasetVersion {
        ...DatasetVersion
      }
    }
    ...Refused
  }
}

fragment DatasetVersion on DatasetVersion {
  id
  ref
  label
  description
  tags
  properties {
    key
    type
    value
  }
  documentation {
    title
    url
  }
  uri
  digest
  sizeBytes
  rowCount
  columns {
    name
    type
  }
  statistics {
    key
    value
  }
  revision
  createdAt
  createdBy
  updatedAt
  updatedBy
  archivedAt
  archivedBy
  archiveReason
  dataset {
    id
    ref
    owners
  }
  producedBy {
    id
    name
  }
}

fragment Refused on Refusal {
  code
  message
  path
  ... on NotFound {
    ref
  }
  ... on AmbiguousRef {
    ref
    kinds
  }
  ... on AlreadyExists {
    existing
  }
  ... on StaleRevision {
    expected
    actual
  }
  ... on InvalidState {
    ref
    state
  }
  ... on StillReferredTo {
    ref
    total
    counts {
      kind
      count
    }
    referrers {
      id
      kind
      ref
      how
    }
  }
  ... on ItemsRefused {
    refusals {
      index
      code
      message
      path
    }
  }
  ... on AliasMoved {
    expectedVersion
    actualVersion
  }
}
"""

GET_DEPLOYMENT_GQL = """
query GetDeployment($ref: Ref!) {
  deployment(ref: $ref) {
    ...Deployment
  }
}

fragment Deployment on Deployment {
  id
  ref
  name
  environment
  kind
  platform
  endpoint
  image
  description
  tags
  owners
  properties {
    key
    type
    value
  }
  documentation {
    title
    url
  }
  revision
  createdAt
  createdBy
  archivedAt
  archivedBy
  archiveReason
  updatedAt
  updatedBy
  versions {
    version {
      id
      ref
      number
      label
    }
    weight
    since
    by
    reason
  }
  drift {
    kind
    version {
      id
      ref
      number
      label
    }
    intended
    observed
  }
}
"""

GET_APPLICATION_GQL = """
query GetApplication($ref: Ref!) {
  application(ref: $ref) {
    ...Application
  }
}

fragment Application on Application {
  id
  ref
  name
  kind
  description
  tags
  owners
  properties {
    key
    type
    value
  }
  documentation {
    title
    url
  }
  revision
  createdAt
  createdBy
  archivedAt
  archivedBy
  archiveReason
  updatedAt
  updatedBy
}
"""

LIST_DEPLOYMENTS_GQL = """
query ListDeployments($where: DeploymentWhere, $orderBy: NamedOrder, $first: Int, $after: Cursor, $asOf: DateTime) {
  deployments(
    where: $where
    orderBy: $orderBy
    first: $first
    after: $after
    asOf: $asOf
  ) {
    ...Deployments
  }
}

fragment Deployment on Deployment {
  id
  ref
  name
  environment
  kind
  platform
  endpoint
  image
  description
  tags
  owners
  properties {
    key
    type
    value
  }
  documentation {
    title
    url
  }
  revision
  createdAt
  createdBy
  archivedAt
  archivedBy
  archiveReason
  updatedAt
  updatedBy
  versions {
    version {
      id
      ref
      number
      label
    }
    weight
    since
    by
    reason
  }
  drift {
    kind
    version {
      id
      ref
      number
      label
    }
    intended
    observed
  }
}

fragment Deployments on DeploymentConnection {
  nodes {
    ...Deployment
  }
  pageInfo {
    ...PageInfo
  }
}

fragment PageInfo on PageInfo {
  hasNextPage
  endCursor
}
"""

LIST_APPLICATIONS_GQL = """
query ListApplications($where: ApplicationWhere, $orderBy: NamedOrder, $first: Int, $after: Cursor) {
  applications(where: $where, orderBy: $orderBy, first: $first, after: $after) {
    ...Applications
  }
}

fragment Application on Application {
  id
  ref
  name
  kind
  description
  tags
  owners
  properties {
    key
    type
    value
  }
  documentation {
    title
    url
  }
  revision
  createdAt
  createdBy
  archivedAt
  archivedBy
  archiveReason
  updatedAt
  updatedBy
}

fragment Applications on ApplicationConnection {
  nodes {
    ...Application
  }
  pageInfo {
    ...PageInfo
  }
}

fragment PageInfo on PageInfo {
  hasNextPage
  endCursor
}
"""

CREATE_DEPLOYMENT_GQL = """
mutation CreateDeployment($ref: Ref!, $environment: String!, $kind: DeploymentKind, $platform: String, $endpoint: String, $image: String, $description: String, $tags: [String!], $owners: [String!], $properties: [PropertyInput!], $documentation: [LinkInput!], $expectedRevision: Int, $idempotencyKey: String, $dryRun: Boolean) {
  createDeployment(
    input: {ref: $ref, environment: $environment, kind: $kind, platform: $platform, endpoint: $endpoint, image: $image, description: $description, tags: $tags, owners: $owners, properties: $properties, documentation: $documentation, expectedRevision: $expectedRevision, idempotencyKey: $idempotencyKey, dryRun: $dryRun}
  ) {
    __typename
    ... on CreateDeploymentSuccess {
      deployment {
        ...Deployment
      }
    }
    ...Refused
  }
}

fragment Deployment on Deployment {
  id
  ref
  name
  environment
  kind
  platform
  endpoint
  image
  description
  tags
  owners
  properties {
    key
    type
    value
  }
  documentation {
    title
    url
  }
  revision
  createdAt
  createdBy
  archivedAt
  archivedBy
  archiveReason
  updatedAt
  updatedBy
  versions {
    version {
      id
      ref
      number
      label
    }
    weight
    since
    by
    reason
  }
  drift {
    kind
    version {
      id
      ref
      number
      label
    }
    intended
    observed
  }
}

fragment Refused on Refusal {
  code
  message
  path
  ... on NotFound {
    ref
  }
  ... on AmbiguousRef {
    ref
    kinds
  }
  ... on AlreadyExists {
    existing
  }
  ... on StaleRevision {
    expected
    actual
  }
  ... on InvalidState {
    ref
    state
  }
  ... on StillReferredTo {
    ref
    total
    counts {
      kind
      count
    }
    referrers {
      id
      kind
      ref
      how
    }
  }
  ... on ItemsRefused {
    refusals {
      index
      code
      message
      path
    }
  }
  ... on AliasMoved {
    expectedVersion
    actualVersion
  }
}
"""

CREATE_APPLICATION_GQL = """
mutation CreateApplication($ref: Ref!, $kind: String, $description: String, $tags: [String!], $owners: [String!], $properties: [PropertyInput!], $documentation: [LinkInput!], $expectedRevision: Int, $idempotencyKey: String, $dryRun: Boolean) {
  createApplication(
    input: {ref: $ref, kind: $kind, description: $description, tags: $tags, owners: $owners, properties: $properties, documentation: $documentation, expectedRevision: $expectedRevision, idempotencyKey: $idempotencyKey, dryRun: $dryRun}
  ) {
    __typename
    ... on CreateApplicationSuccess {
      application {
        ...Application
      }
    }
    ...Refused
  }
}

fragment Application on Application {
  id
  ref
  name
  kind
  description
  tags
  owners
  properties {
    key
    type
    value
  }
  documentation {
    title
    url
  }
  revision
  createdAt
  createdBy
  archivedAt
  archivedBy
  archiveReason
  updatedAt
  updatedBy
}

fragment Refused on Refusal {
  code
  message
  path
  ... on NotFound {
    ref
  }
  ... on AmbiguousRef {
    ref
    kinds
  }
  ... on AlreadyExists {
    existing
  }
  ... on StaleRevision {
    expected
    actual
  }
  ... on InvalidState {
    ref
    state
  }
  ... on StillReferredTo {
    ref
    total
    counts {
      kind
      count
    }
    referrers {
      id
      kind
      ref
      how
    }
  }
  ... on ItemsRefused {
    refusals {
      index
      code
      message
      path
    }
  }
  ... on AliasMoved {
    expectedVersion
    actualVersion
  }
}
"""

DEPLOY_MODEL_VERSION_GQL = """
mutation DeployModelVersion($modelVersion: Ref!, $deployment: Ref!, $createDeployment: DeploymentDetails, $weight: Float, $reason: String, $expectedRevision: Int, $idempotencyKey: String, $dryRun: Boolean) {
  deployModelVersion(
    input: {modelVersion: $modelVersion, deployment: $deployment, createDeployment: $createDeployment, weight: $weight, reason: $reason, expectedRevision: $expectedRevision, idempotencyKey: $idempotencyKey, dryRun: $dryRun}
  ) {
    __typename
    ...Deployed
    ...Refused
  }
}

fragment Deployed on DeployModelVersionSuccess {
  deployment {
    ...Deployment
  }
  modelVersion {
    id
    ref
    number
    label
  }
  changed
}

fragment Deployment on Deployment {
  id
  ref
  name
  environment
  kind
  platform
  endpoint
  image
  description
  tags
  owners
  properties {
    key
    type
    value
  }
  documentation {
    title
    url
  }
  revision
  createdAt
  createdBy
  archivedAt
  archivedBy
  archiveReason
  updatedAt
  updatedBy
  versions {
    version {
      id
      ref
      number
      label
    }
    weight
    since
    by
    reason
  }
  drift {
    kind
    version {
      id
      ref
      number
      label
    }
    intended
    observed
  }
}

fragment Refused on Refusal {
  code
  message
  path
  ... on NotFound {
    ref
  }
  ... on AmbiguousRef {
    ref
    kinds
  }
  ... on AlreadyExists {
    existing
  }
  ... on StaleRevision {
    expected
    actual
  }
  ... on InvalidState {
    ref
    state
  }
  ... on StillReferredTo {
    ref
    total
    counts {
      kind
      count
    }
    referrers {
      id
      kind
      ref
      how
    }
  }
  ... on ItemsRefused {
    refusals {
      index
      code
      message
      path
    }
  }
  ... on AliasMoved {
    expectedVersion
    actualVersion
  }
}
"""

END_DEPLOYMENT_GQL = """
mutation EndDeployment($deployment: Ref!, $modelVersion: Ref, $reason: String, $expectedRevision: Int, $idempotencyKey: String, $dryRun: Boolean) {
  endDeployment(
    input: {deployment: $deployment, modelVersion: $modelVersion, reason: $reason, expectedRevision: $expectedRevision, idempotencyKey: $idempotencyKey, dryRun: $dryRun}
  ) {
    __typename
    ... on EndDeploymentSuccess {
      deployment {
        ...Deployment
      }
    }
    ...Refused
  }
}

fragment Deployment on Deployment {
  id
  ref
  name
  environment
  kind
  platform
  endpoint
  image
  description
  tags
  owners
  properties {
    key
    type
    value
  }
  documentation {
    title
    url
  }
  revision
  createdAt
  createdBy
  archivedAt
  archivedBy
  archiveReason
  updatedAt
  updatedBy
  versions {
    version {
      id
      ref
      number
      label
    }
    weight
    since
    by
    reason
  }
  drift {
    kind
    version {
      id
      ref
      number
      label
    }
    intended
    observed
  }
}

fragment Refused on Refusal {
  code
  message
  path
  ... on NotFound {
    ref
  }
  ... on AmbiguousRef {
    ref
    kinds
  }
  ... on AlreadyExists {
    existing
  }
  ... on StaleRevision {
    expected
    actual
  }
  ... on InvalidState {
    ref
    state
  }
  ... on StillReferredTo {
    ref
    total
    counts {
      kind
      count
    }
    referrers {
      id
      kind
      ref
      how
    }
  }
  ... on ItemsRefused {
    refusals {
      index
      code
      message
      path
    }
  }
  ... on AliasMoved {
    expectedVersion
    actualVersion
  }
}
"""

ROLL_BACK_DEPLOYMENT_GQL = """
mutation RollBackDeployment($deployment: Ref!, $reason: String, $expectedRevision: Int, $idempotencyKey: String, $dryRun: Boolean) {
  rollBackDeployment(
    input: {deployment: $deployment, reason: $reason, expectedRevision: $expectedRevision, idempotencyKey: $idempotencyKey, dryRun: $dryRun}
  ) {
    __typename
    ... on RollBackDeploymentSuccess {
      deployment {
        ...Deployment
      }
    }
    ...Refused
  }
}

fragment Deployment on Deployment {
  id
  ref
  name
  environment
  kind
  platform
  endpoint
  image
  description
  tags
  owners
  properties {
    key
    type
    value
  }
  documentation {
    title
    url
  }
  revision
  createdAt
  createdBy
  archivedAt
  archivedBy
  archiveReason
  updatedAt
  updatedBy
  versions {
    version {
      id
      ref
      number
      label
    }
    weight
    since
    by
    reason
  }
  drift {
    kind
    version {
      id
      ref
      number
      label
    }
    intended
    observed
  }
}

fragment Refused on Refusal {
  code
  message
  path
  ... on NotFound {
    ref
  }
  ... on AmbiguousRef {
    ref
    kinds
  }
  ... on AlreadyExists {
    existing
  }
  ... on StaleRevision {
    expected
    actual
  }
  ... on InvalidState {
    ref
    state
  }
  ... on StillReferredTo {
    ref
    total
    counts {
      kind
      count
    }
    referrers {
      id
      kind
      ref
      how
    }
  }
  ... on ItemsRefused {
    refusals {
      index
      code
      message
      path
    }
  }
  ... on AliasMoved {
    expectedVersion
    actualVersion
  }
}
"""

REPORT_DEPLOYMENTS_GQL = """
mutation ReportDeployments($namespace: String!, $platform: String!, $deployments: [ReportedDeploymentInput!]!, $reason: String, $expectedRevision: Int, $idempotencyKey: String, $dryRun: Boolean) {
  reportDeployments(
    input: {namespace: $namespace, platform: $platform, deployments: $deployments, reason: $reason, expectedRevision: $expectedRevision, idempotencyKey: $idempotencyKey, dryRun: $dryRun}
  ) {
    __typename
    ...Reported
    ...Refused
  }
}

fragment Deployment on Deployment {
  id
  ref
  name
  environment
  kind
  platform
  endpoint
  image
  description
  tags
  owners
  properties {
    key
    type
    value
  }
  documentation {
    title
    url
  }
  revision
  createdAt
  createdBy
  archivedAt
  archivedBy
  archiveReason
  updatedAt
  updatedBy
  versions {
    version {
      id
      ref
      number
      label
    }
    weight
    since
    by
    reason
  }
  drift {
    kind
    version {
      id
      ref
      number
      label
    }
    intended
    observed
  }
}

fragment Refused on Refusal {
  code
  message
  path
  ... on NotFound {
    ref
  }
  ... on AmbiguousRef {
    ref
    kinds
  }
  ... on AlreadyExists {
    existing
  }
  ... on StaleRevision {
    expected
    actual
  }
  ... on InvalidState {
    ref
    state
  }
  ... on StillReferredTo {
    ref
    total
    counts {
      kind
      count
    }
    referrers {
      id
      kind
      ref
      how
    }
  }
  ... on ItemsRefused {
    refusals {
      index
      code
      message
      path
    }
  }
  ... on AliasMoved {
    expectedVersion
    actualVersion
  }
}

fragment Reported on ReportDeploymentsSuccess {
  revision
  began {
    ...Deployment
  }
  changed {
    ...Deployment
  }
  ended {
    ...Deployment
  }
  unchanged {
    id
    ref
  }
  unknown {
    path
    deployment
    modelVersion
  }
  archived {
    path
    deployment
    modelVersion
    archived
  }
}
"""

RECORD_FEED_GQL = """
mutation RecordFeed($deployment: Ref!, $application: Ref, $datasetVersion: Ref, $createApplication: ApplicationDetails, $expectedRevision: Int, $idempotencyKey: String, $dryRun: Boolean) {
  recordFeed(
    input: {deployment: $deployment, application: $application, datasetVersion: $datasetVersion, createApplication: $createApplication, expectedRevision: $expectedRevision, idempotencyKey: $idempotencyKey, dryRun: $dryRun}
  ) {
    __typename
    ...FeedRecorded
    ...Refused
  }
}

fragment FeedRecorded on RecordFeedSuccess {
  deployment {
    id
    ref
  }
  node {
    __typename
    id
    ref
  }
  changed
}

fragment Refused on Refusal {
  code
  message
  path
  ... on NotFound {
    ref
  }
  ... on AmbiguousRef {
    ref
    kinds
  }
  ... on AlreadyExists {
    existing
  }
  ... on StaleRevision {
    expected
    actual
  }
  ... on InvalidState {
    ref
    state
  }
  ... on StillReferredTo {
    ref
    total
    counts {
      kind
      count
    }
    referrers {
      id
      kind
      ref
      how
    }
  }
  ... on ItemsRefused {
    refusals {
      index
      code
      message
      path
    }
  }
  ... on AliasMoved {
    expectedVersion
    actualVersion
  }
}
"""

END_FEED_GQL = """
mutation EndFeed($deployment: Ref!, $application: Ref, $datasetVersion: Ref, $expectedRevision: Int, $idempotencyKey: String, $dryRun: Boolean) {
  endFeed(
    input: {deployment: $deployment, application: $application, datasetVersion: $datasetVersion, expectedRevision: $expectedRevision, idempotencyKey: $idempotencyKey, dryRun: $dryRun}
  ) {
    __typename
    ...FeedEnded
    ...Refused
  }
}

fragment FeedEnded on EndFeedSuccess {
  deployment {
    id
    ref
  }
  node {
    __typename
    id
    ref
  }
}

fragment Refused on Refusal {
  code
  message
  path
  ... on NotFound {
    ref
  }
  ... on AmbiguousRef {
    ref
    kinds
  }
  ... on AlreadyExists {
    existing
  }
  ... on StaleRevision {
    expected
    actual
  }
  ... on InvalidState {
    ref
    state
  }
  ... on StillReferredTo {
    ref
    total
    counts {
      kind
      count
    }
    referrers {
      id
      kind
      ref
      how
    }
  }
  ... on ItemsRefused {
    refusals {
      index
      code
      message
      path
    }
  }
  ... on AliasMoved {
    expectedVersion
    actualVersion
  }
}
"""

UPDATE_APPLICATION_GQL = """
mutation UpdateApplication($ref: Ref!, $kind: String, $description: String, $tags: [String!], $owners: [String!], $documentation: [LinkInput!], $setProperties: [PropertyInput!], $removeProperties: [String!], $expectedRevision: Int, $idempotencyKey: String, $dryRun: Boolean) {
  updateApplication(
    input: {ref: $ref, kind: $kind, description: $description, tags: $tags, owners: $owners, documentation: $documentation, setProperties: $setProperties, removeProperties: $removeProperties, expectedRevision: $expectedRevision, idempotencyKey: $idempotencyKey, dryRun: $dryRun}
  ) {
    __typename
    ... on UpdateApplicationSuccess {
      application {
        ...Application
      }
    }
    ...Refused
  }
}

fragment Application on Application {
  id
  ref
  name
  kind
  description
  tags
  owners
  properties {
    key
    type
    value
  }
  documentation {
    title
    url
  }
  revision
  createdAt
  createdBy
  archivedAt
  archivedBy
  archiveReason
  updatedAt
  updatedBy
}

fragment Refused on Refusal {
  code
  message
  path
  ... on NotFound {
    ref
  }
  ... on AmbiguousRef {
    ref
    kinds
  }
  ... on AlreadyExists {
    existing
  }
  ... on StaleRevision {
    expected
    actual
  }
  ... on InvalidState {
    ref
    state
  }
  ... on StillReferredTo {
    ref
    total
    counts {
      kind
      count
    }
    referrers {
      id
      kind
      ref
      how
    }
  }
  ... on ItemsRefused {
    refusals {
      index
      code
      message
      path
    }
  }
  ... on AliasMoved {
    expectedVersion
    actualVersion
  }
}
"""

UPDATE_DEPLOYMENT_GQL = """
mutation UpdateDeployment($ref: Ref!, $platform: String, $endpoint: String, $image: String, $description: String, $tags: [String!], $owners: [String!], $documentation: [LinkInput!], $setProperties: [PropertyInput!], $removeProperties: [String!], $expectedRevision: Int, $idempotencyKey: String, $dryRun: Boolean) {
  updateDeployment(
    input: {ref: $ref, platform: $platform, endpoint: $endpoint, image: $image, description: $description, tags: $tags, owners: $owners, documentation: $documentation, setProperties: $setProperties, removeProperties: $removeProperties, expectedRevision: $expectedRevision, idempotencyKey: $idempotencyKey, dryRun: $dryRun}
  ) {
    __typename
    ... on UpdateDeploymentSuccess {
      deployment {
        ...Deployment
      }
    }
    ...Refused
  }
}

fragment Deployment on Deployment {
  id
  ref
  name
  environment
  kind
  platform
  endpoint
  image
  description
  tags
  owners
  properties {
    key
    type
    value
  }
  documentation {
    title
    url
  }
  revision
  createdAt
  createdBy
  archivedAt
  archivedBy
  archiveReason
  updatedAt
  updatedBy
  versions {
    version {
      id
      ref
      number
      label
    }
    weight
    since
    by
    reason
  }
  drift {
    kind
    version {
      id
      ref
      number
      label
    }
    intended
    observed
  }
}

fragment Refused on Refusal {
  code
  message
  path
  ... on NotFound {
    ref
  }
  ... on AmbiguousRef {
    ref
    kinds
  }
  ... on AlreadyExists {
    existing
  }
  ... on StaleRevision {
    expected
    actual
  }
  ... on InvalidState {
    ref
    state
  }
  ... on StillReferredTo {
    ref
    total
    counts {
      kind
      count
    }
    referrers {
      id
      kind
      ref
      how
    }
  }
  ... on ItemsRefused {
    refusals {
      index
      code
      message
      path
    }
  }
  ... on AliasMoved {
    expectedVersion
    actualVersion
  }
}
"""

GET_VERSION_EVALUATIONS_GQL = """
query GetVersionEvaluations($modelVersion: Ref!, $suite: String, $first: Int, $after: Cursor) {
  modelVersion(ref: $modelVersion) {
    ...VersionEvaluations
  }
}

fragment Evaluation on Evaluation {
  suite
  modelVersions {
    id
    ref
  }
  dataset {
    id
    ref
  }
  metrics {
    key
    value
  }
  slices {
    name
    metrics {
      key
      value
    }
  }
  run {
    id
    name
    startedAt
    endedAt
    createdAt
    createdBy
  }
}

fragment PageInfo on PageInfo {
  hasNextPage
  endCursor
}

fragment VersionEvaluations on ModelVersion {
  id
  ref
  evaluations(suite: $suite, first: $first, after: $after) {
    nodes {
      ...Evaluation
    }
    pageInfo {
      ...PageInfo
    }
  }
}
"""

LIST_EVALUATIONS_GQL = """
query ListEvaluations($where: EvaluationWhere, $orderBy: RunOrder, $first: Int, $after: Cursor) {
  evaluations(where: $where, orderBy: $orderBy, first: $first, after: $after) {
    ...Evaluations
  }
}

fragment Evaluation on Evaluation {
  suite
  modelVersions {
    id
    ref
  }
  dataset {
    id
    ref
  }
  metrics {
    key
    value
  }
  slices {
    name
    metrics {
      key
      value
    }
  }
  run {
    id
    name
    startedAt
    endedAt
    createdAt
    createdBy
  }
}

fragment Evaluations on EvaluationConnection {
  nodes {
    ...Evaluation
  }
  pageInfo {
    ...PageInfo
  }
}

fragment PageInfo on PageInfo {
  hasNextPage
  endCursor
}
"""

RECORD_EVALUATION_GQL = """
mutation RecordEvaluation($modelVersion: Ref!, $suite: String!, $dataset: Ref, $metrics: [MetricInput!], $slices: [SliceInput!], $parameters: [ParameterInput!], $inputs: [RunInputInput!], $outputs: [RunOutputInput!], $name: String, $description: String, $tags: [String!], $source: RunSourceInput, $environment: RunEnvironmentInput, $startedAt: DateTime, $endedAt: DateTime, $experiment: Ref, $createExperiment: ExperimentDetails, $parent: Ref, $expectedRevision: Int, $idempotencyKey: String, $dryRun: Boolean) {
  recordEvaluation(
    input: {modelVersion: $modelVersion, suite: $suite, dataset: $dataset, metrics: $metrics, slices: $slices, parameters: $parameters, inputs: $inputs, outputs: $outputs, name: $name, description: $description, tags: $tags, source: $source, environment: $environment, startedAt: $startedAt, endedAt: $endedAt, experiment: $experiment, createExperiment: $createExperiment, parent: $parent, expectedRevision: $expectedRevision, idempotencyKey: $idempotencyKey, dryRun: $dryRun}
  ) {
    __typename
    ... on RecordEvaluationSuccess {
      evaluation {
        ...Evaluation
      }
    }
    ...Refused
  }
}

fragment Evaluation on Evaluation {
  suite
  modelVersions {
    id
    ref
  }
  dataset {
    id
    ref
  }
  metrics {
    key
    value
  }
  slices {
    name
    metrics {
      key
      value
    }
  }
  run {
    id
    name
    startedAt
    endedAt
    createdAt
    createdBy
  }
}

fragment Refused on Refusal {
  code
  message
  path
  ... on NotFound {
    ref
  }
  ... on AmbiguousRef {
    ref
    kinds
  }
  ... on AlreadyExists {
    existing
  }
  ... on StaleRevision {
    expected
    actual
  }
  ... on InvalidState {
    ref
    state
  }
  ... on StillReferredTo {
    ref
    total
    counts {
      kind
      count
    }
    referrers {
      id
      kind
      ref
      how
    }
  }
  ... on ItemsRefused {
    refusals {
      index
      code
      message
      path
    }
  }
  ... on AliasMoved {
    expectedVersion
    actualVersion
  }
}
"""

GET_EXPERIMENT_GQL = """
query GetExperiment($ref: Ref!) {
  experiment(ref: $ref) {
    ...Experiment
  }
}

fragment Experiment on Experiment {
  id
  ref
  name
  description
  tags
  owners
  properties {
    key
    type
    value
  }
  documentation {
    title
    url
  }
  revision
  createdAt
  createdBy
  updatedAt
  updatedBy
  archivedAt
  archivedBy
  archiveReason
}
"""

LIST_EXPERIMENTS_GQL = """
query ListExperiments($where: NamedWhere, $orderBy: NamedOrder, $first: Int, $after: Cursor) {
  experiments(where: $where, orderBy: $orderBy, first: $first, after: $after) {
    ...Experiments
  }
}

fragment Experiment on Experiment {
  id
  ref
  name
  description
  tags
  owners
  properties {
    key
    type
    value
  }
  documentation {
    title
    url
  }
  revision
  createdAt
  createdBy
  updatedAt
  updatedBy
  archivedAt
  archivedBy
  archiveReason
}

fragment Experiments on ExperimentConnection {
  nodes {
    ...Experiment
  }
  pageInfo {
    ...PageInfo
  }
}

fragment PageInfo on PageInfo {
  hasNextPage
  endCursor
}
"""

CREATE_EXPERIMENT_GQL = """
mutation CreateExperiment($ref: Ref!, $description: String, $tags: [String!], $owners: [String!], $properties: [PropertyInput!], $documentation: [LinkInput!], $expectedRevision: Int, $idempotencyKey: String, $dryRun: Boolean) {
  createExperiment(
    input: {ref: $ref, description: $description, tags: $tags, owners: $owners, properties: $properties, documentation: $documentation, expectedRevision: $expectedRevision, idempotencyKey: $idempotencyKey, dryRun: $dryRun}
  ) {
    __typename
    ... on CreateExperimentSuccess {
      experiment {
        ...Experiment
      }
    }
    ...Refused
  }
}

fragment Experiment on Experiment {
  id
  ref
  name
  description
  tags
  owners
  properties {
    key
    type
    value
  }
  documentation {
    title
    url
  }
  revision
  createdAt
  createdBy
  updatedAt
  updatedBy
  archivedAt
  archivedBy
  archiveReason
}

fragment Refused on Refusal {
  code
  message
  path
  ... on NotFound {
    ref
  }
  ... on AmbiguousRef {
    ref
    kinds
  }
  ... on AlreadyExists {
    existing
  }
  ... on StaleRevision {
    expected
    actual
  }
  ... on InvalidState {
    ref
    state
  }
  ... on StillReferredTo {
    ref
    total
    counts {
      kind
      count
    }
    referrers {
      id
      kind
      ref
      how
    }
  }
  ... on ItemsRefused {
    refusals {
      index
      code
      message
      path
    }
  }
  ... on AliasMoved {
    expectedVersion
    actualVersion
  }
}
"""

UPDATE_EXPERIMENT_GQL = """
mutation UpdateExperiment($ref: Ref!, $description: String, $tags: [String!], $owners: [String!], $documentation: [LinkInput!], $setProperties: [PropertyInput!], $removeProperties: [String!], $expectedRevision: Int, $idempotencyKey: String, $dryRun: Boolean) {
  updateExperiment(
    input: {ref: $ref, description: $description, tags: $tags, owners: $owners, documentation: $documentation, setProperties: $setProperties, removeProperties: $removeProperties, expectedRevision: $expectedRevision, idempotencyKey: $idempotencyKey, dryRun: $dryRun}
  ) {
    __typename
    ... on UpdateExperimentSuccess {
      experiment {
        ...Experiment
      }
    }
    ...Refused
  }
}

fragment Experiment on Experiment {
  id
  ref
  name
  description
  tags
  owners
  properties {
    key
    type
    value
  }
  documentation {
    title
    url
  }
  revision
  createdAt
  createdBy
  updatedAt
  updatedBy
  archivedAt
  archivedBy
  archiveReason
}

fragment Refused on Refusal {
  code
  message
  path
  ... on NotFound {
    ref
  }
  ... on AmbiguousRef {
    ref
    kinds
  }
  ... on AlreadyExists {
    existing
  }
  ... on StaleRevision {
    expected
    actual
  }
  ... on InvalidState {
    ref
    state
  }
  ... on StillReferredTo {
    ref
    total
    counts {
      kind
      count
    }
    referrers {
      id
      kind
      ref
      how
    }
  }
  ... on ItemsRefused {
    refusals {
      index
      code
      message
      path
    }
  }
  ... on AliasMoved {
    expectedVersion
    actualVersion
  }
}
"""

GET_HISTORY_GQL = """
query GetHistory($id: ID!, $first: Int, $after: Cursor) {
  node(id: $id) {
    __typename
    ...History
  }
}

fragment History on Record {
  id
  ref
  history(first: $first, after: $after) {
    nodes {
      id
      at
      by
      action
      reason
      made
      refs
      fields {
        field
        before
        after
      }
    }
    pageInfo {
      ...PageInfo
    }
  }
}

fragment PageInfo on PageInfo {
  hasNextPage
  endCursor
}
"""

GET_LINEAGE_GQL = """
query GetLineage($of: [Ref!]!, $direction: Direction, $maxDepth: Int, $kinds: [LineageKind!], $asOf: DateTime, $first: Int, $after: Cursor) {
  lineage(
    of: $of
    direction: $direction
    maxDepth: $maxDepth
    kinds: $kinds
    asOf: $asOf
    first: $first
    after: $after
  ) {
    ...Lineage
  }
}

fragment Lineage on Lineage {
  asOf
  nodes {
    distance
    certain
    node {
      ...Place
    }
  }
  edges {
    ...LineageEdge
  }
  counts {
    kind
    count
  }
  totalCount
  complete
  truncatedBy
  pageInfo {
    ...PageInfo
  }
}

fragment LineageEdge on LineageEdge {
  type
  from
  to
  role
  weight
  since
  until
}

fragment PageInfo on PageInfo {
  hasNextPage
  endCursor
}

fragment Place on LineageNode {
  __typename
  id
  ref
  tags
  namespace {
    name
  }
  ... on Run {
    name
  }
  ... on Deployment {
    environment
    owners
  }
  ... on Application {
    owners
  }
}
"""

GET_IMPACT_GQL = """
query GetImpact($of: [Ref!], $columns: ColumnWhere, $maxDepth: Int, $environments: [String!], $asOf: DateTime, $first: Int, $after: Cursor) {
  impact(
    of: $of
    columns: $columns
    maxDepth: $maxDepth
    environments: $environments
    asOf: $asOf
    first: $first
    after: $after
  ) {
    ...Impact
  }
}

fragment Impact on Impact {
  columnCount
  items {
    distance
    certain
    node {
      ...Place
    }
    explanation {
      ...Path
    }
  }
  environments {
    environment
    count
  }
  namespaces {
    namespace
    count
  }
  counts {
    kind
    count
  }
  totalCount
  complete
  truncatedBy
  pageInfo {
    ...PageInfo
  }
}

fragment LineageEdge on LineageEdge {
  type
  from
  to
  role
  weight
  since
  until
}

fragment PageInfo on PageInfo {
  hasNextPage
  endCursor
}

fragment Path on Path {
  length
  certain
  nodes {
    ...Place
  }
  edges {
    ...LineageEdge
  }
}

fragment Place on LineageNode {
  __typename
  id
  ref
  tags
  namespace {
    name
  }
  ... on Run {
    name
  }
  ... on Deployment {
    environment
    owners
  }
  ... on Application {
    owners
  }
}
"""

GET_PATH_GQL = """
query GetPath($from: Ref!, $to: Ref!, $maxDepth: Int, $asOf: DateTime) {
  path(from: $from, to: $to, maxDepth: $maxDepth, asOf: $asOf) {
    ...Path
  }
}

fragment LineageEdge on LineageEdge {
  type
  from
  to
  role
  weight
  since
  until
}

fragment Path on Path {
  length
  certain
  nodes {
    ...Place
  }
  edges {
    ...LineageEdge
  }
}

fragment Place on LineageNode {
  __typename
  id
  ref
  tags
  namespace {
    name
  }
  ... on Run {
    name
  }
  ... on Deployment {
    environment
    owners
  }
  ... on Application {
    owners
  }
}
"""

GET_ALIASES_GQL = """
query GetAliases($model: Ref!, $asOf: DateTime) {
  model(ref: $model) {
    ...Aliases
  }
}

fragment Alias on Alias {
  name
  version {
    id
    ref
    number
    label
  }
  since
  until
  by
  reason
}

fragment Aliases on Model {
  id
  ref
  aliases(asOf: $asOf) {
    ...Alias
  }
}
"""

GET_MODEL_GQL = """
query GetModel($ref: Ref!) {
  model(ref: $ref) {
    ...Model
  }
}

fragment Alias on Alias {
  name
  version {
    id
    ref
    number
    label
  }
  since
  until
  by
  reason
}

fragment Model on Model {
  id
  ref
  name
  description
  tags
  owners
  properties {
    key
    type
    value
  }
  documentation {
    title
    url
  }
  revision
  createdAt
  createdBy
  archivedAt
  archivedBy
  archiveReason
  updatedAt
  updatedBy
  formerRefs {
    ref
    until
  }
  task
  riskTier
  intendedUse
  latestVersion {
    id
    ref
    number
    label
  }
  aliases {
    ...Alias
  }
  champion: alias(name: "champion") {
    version {
      id
      ref
      number
      label
      metrics {
        key
        value
      }
    }
  }
}
"""

GET_MODEL_VERSION_GQL = """
query GetModelVersion($ref: Ref!, $asOf: DateTime) {
  modelVersion(ref: $ref, asOf: $asOf) {
    ...ModelVersion
  }
}

fragment Alias on Alias {
  name
  version {
    id
    ref
    number
    label
  }
  since
  until
  by
  reason
}

fragment ModelVersion on ModelVersion {
  id
  ref
  number
  label
  description
  tags
  properties {
    key
    type
    value
  }
  documentation {
    title
    url
  }
  uri
  digest
  sizeBytes
  framework
  parameters {
    key
    value
  }
  metrics {
    key
    value
  }
  revision
  createdAt
  createdBy
  updatedAt
  updatedBy
  archivedAt
  archivedBy
  archiveReason
  model {
    id
    ref
    owners
    formerRefs {
      ref
    }
  }
  run {
    id
    name
  }
  bases {
    how
    version {
      id
      ref
    }
  }
  features {
    id
    ref
  }
  aliases {
    ...Alias
  }
  deployments(first: 100) {
    nodes {
      id
      ref
      environment
    }
  }
}
"""

LIST_MODELS_GQL = """
query ListModels($where: ModelWhere, $orderBy: NamedOrder, $first: Int, $after: Cursor) {
  models(where: $where, orderBy: $orderBy, first: $first, after: $after) {
    ...Models
  }
}

fragment Alias on Alias {
  name
  version {
    id
    ref
    number
    label
  }
  since
  until
  by
  reason
}

fragment Model on Model {
  id
  ref
  name
  description
  tags
  owners
  properties {
    key
    type
    value
  }
  documentation {
    title
    url
  }
  revision
  createdAt
  createdBy
  archivedAt
  archivedBy
  archiveReason
  updatedAt
  updatedBy
  formerRefs {
    ref
    until
  }
  task
  riskTier
  intendedUse
  latestVersion {
    id
    ref
    number
    label
  }
  aliases {
    ...Alias
  }
  champion: alias(name: "champion") {
    version {
      id
      ref
      number
      label
      metrics {
        key
        value
      }
    }
  }
}

fragment Models on ModelConnection {
  nodes {
    ...Model
  }
  pageInfo {
    ...PageInfo
  }
}

fragment PageInfo on PageInfo {
  hasNextPage
  endCursor
}
"""

LIST_MODEL_VERSIONS_GQL = """
query ListModelVersions($where: ModelVersionWhere, $orderBy: ModelVersionOrder, $first: Int, $after: Cursor) {
  modelVersions(where: $where, orderBy: $orderBy, first: $first, after: $after) {
    ...ModelVersions
  }
}

fragment Alias on Alias {
  name
  version {
    id
    ref
    number
    label
  }
  since
  until
  by
  reason
}

fragment ModelVersion on ModelVersion {
  id
  ref
  number
  label
  description
  tags
  properties {
    key
    type
    value
  }
  documentation {
    title
    url
  }
  uri
  digest
  sizeBytes
  framework
  parameters {
    key
    value
  }
  metrics {
    key
    value
  }
  revision
  createdAt
  createdBy
  updatedAt
  updatedBy
  archivedAt
  archivedBy
  archiveReason
  model {
    id
    ref
    owners
    formerRefs {
      ref
    }
  }
  run {
    id
    name
  }
  bases {
    how
    version {
      id
      ref
    }
  }
  features {
    id
    ref
  }
  aliases {
    ...Alias
  }
  deployments(first: 100) {
    nodes {
      id
      ref
      environment
    }
  }
}

fragment ModelVersions on ModelVersionConnection {
  nodes {
    ...ModelVersion
  }
  pageInfo {
    ...PageInfo
  }
}

fragment PageInfo on PageInfo {
  hasNextPage
  endCursor
}
"""

CREATE_MODEL_GQL = """
mutation CreateModel($ref: Ref!, $description: String, $tags: [String!], $owners: [String!], $properties: [PropertyInput!], $documentation: [LinkInput!], $task: String, $riskTier: RiskTier, $intendedUse: String, $expectedRevision: Int, $idempotencyKey: String, $dryRun: Boolean) {
  createModel(
    input: {ref: $ref, description: $description, tags: $tags, owners: $owners, properties: $properties, documentation: $documentation, task: $task, riskTier: $riskTier, intendedUse: $intendedUse, expectedRevision: $expectedRevision, idempotencyKey: $idempotencyKey, dryRun: $dryRun}
  ) {
    __typename
    ... on CreateModelSuccess {
      model {
        ...Model
      }
    }
    ...Refused
  }
}

fragment Alias on Alias {
  name
  version {
    id
    ref
    number
    label
  }
  since
  until
  by
  reason
}

fragment Model on Model {
  id
  ref
  name
  description
  tags
  owners
  properties {
    key
    type
    value
  }
  documentation {
    title
    url
  }
  revision
  createdAt
  createdBy
  archivedAt
  archivedBy
  archiveReason
  updatedAt
  updatedBy
  formerRefs {
    ref
    until
  }
  task
  riskTier
  intendedUse
  latestVersion {
    id
    ref
    number
    label
  }
  aliases {
    ...Alias
  }
  champion: alias(name: "champion") {
    version {
      id
      ref
      number
      label
      metrics {
        key
        value
      }
    }
  }
}

fragment Refused on Refusal {
  code
  message
  path
  ... on NotFound {
    ref
  }
  ... on AmbiguousRef {
    ref
    kinds
  }
  ... on AlreadyExists {
    existing
  }
  ... on StaleRevision {
    expected
    actual
  }
  ... on InvalidState {
    ref
    state
  }
  ... on StillReferredTo {
    ref
    total
    counts {
      kind
      count
    }
    referrers {
      id
      kind
      ref
      how
    }
  }
  ... on ItemsRefused {
    refusals {
      index
      code
      message
      path
    }
  }
  ... on AliasMoved {
    expectedVersion
    actualVersion
  }
}
"""

REGISTER_MODEL_VERSION_GQL = """
mutation RegisterModelVersion($model: Ref!, $createModel: ModelDetails, $label: String, $description: String, $tags: [String!], $properties: [PropertyInput!], $documentation: [LinkInput!], $uri: String, $digest: String, $sizeBytes: Long, $framework: String, $parameters: [ParameterInput!], $metrics: [MetricInput!], $run: EndedRunDetails, $runRef: Ref, $bases: [BaseInput!], $features: [Ref!], $onDuplicate: OnDuplicate, $expectedRevision: Int, $idempotencyKey: String, $dryRun: Boolean) {
  registerModelVersion(
    input: {model: $model, createModel: $createModel, label: $label, description: $description, tags: $tags, properties: $properties, documentation: $documentation, uri: $uri, digest: $digest, sizeBytes: $sizeBytes, framework: $framework, parameters: $parameters, metrics: $metrics, run: $run, runRef: $runRef, bases: $bases, features: $features, onDuplicate: $onDuplicate, expectedRevision: $expectedRevision, idempotencyKey: $idempotencyKey, dryRun: $dryRun}
  ) {
    __typename
    ... on RegisterModelVersionSuccess {
      modelVersion {
        ...ModelVersion
      }
    }
    ...Refused
  }
}

fragment Alias on Alias {
  name
  version {
    id
    ref
    number
    label
  }
  since
  until
  by
  reason
}

fragment ModelVersion on ModelVersion {
  id
  ref
  number
  label
  description
  tags
  properties {
    key
    type
    value
  }
  documentation {
    title
    url
  }
  uri
  digest
  sizeBytes
  framework
  parameters {
    key
    value
  }
  metrics {
    key
    value
  }
  revision
  createdAt
  createdBy
  updatedAt
  updatedBy
  archivedAt
  archivedBy
  archiveReason
  model {
    id
    ref
    owners
    formerRefs {
      ref
    }
  }
  run {
    id
    name
  }
  bases {
    how
    version {
      id
      ref
    }
  }
  features {
    id
    ref
  }
  aliases {
    ...Alias
  }
  deployments(first: 100) {
    nodes {
      id
      ref
      environment
    }
  }
}

fragment Refused on Refusal {
  code
  message
  path
  ... on NotFound {
    ref
  }
  ... on AmbiguousRef {
    ref
    kinds
  }
  ... on AlreadyExists {
    existing
  }
  ... on StaleRevision {
    expected
    actual
  }
  ... on InvalidState {
    ref
    state
  }
  ... on StillReferredTo {
    ref
    total
    counts {
      kind
      count
    }
    referrers {
      id
      kind
      ref
      how
    }
  }
  ... on ItemsRefused {
    refusals {
      index
      code
      message
      path
    }
  }
  ... on AliasMoved {
    expectedVersion
    actualVersion
  }
}
"""

SET_ALIAS_GQL = """
mutation SetAlias($model: Ref!, $alias: String!, $version: Ref!, $replaces: Ref, $expectedRevision: Int, $reason: String, $idempotencyKey: String, $dryRun: Boolean) {
  setAlias(
    input: {model: $model, alias: $alias, version: $version, replaces: $replaces, expectedRevision: $expectedRevision, reason: $reason, idempotencyKey: $idempotencyKey, dryRun: $dryRun}
  ) {
    __typename
    ...AliasSet
    ...Refused
  }
}

fragment Alias on Alias {
  name
  version {
    id
    ref
    number
    label
  }
  since
  until
  by
  reason
}

fragment AliasSet on SetAliasSuccess {
  model {
    id
    ref
    aliases {
      ...Alias
    }
  }
  modelVersion {
    id
    ref
    number
    label
  }
  previous {
    id
    ref
    number
    label
  }
}

fragment Refused on Refusal {
  code
  message
  path
  ... on NotFound {
    ref
  }
  ... on AmbiguousRef {
    ref
    kinds
  }
  ... on AlreadyExists {
    existing
  }
  ... on StaleRevision {
    expected
    actual
  }
  ... on InvalidState {
    ref
    state
  }
  ... on StillReferredTo {
    ref
    total
    counts {
      kind
      count
    }
    referrers {
      id
      kind
      ref
      how
    }
  }
  ... on ItemsRefused {
    refusals {
      index
      code
      message
      path
    }
  }
  ... on AliasMoved {
    expectedVersion
    actualVersion
  }
}
"""

REMOVE_ALIAS_GQL = """
mutation RemoveAlias($model: Ref!, $alias: String!, $replaces: Ref, $expectedRevision: Int, $reason: String, $idempotencyKey: String, $dryRun: Boolean) {
  removeAlias(
    input: {model: $model, alias: $alias, replaces: $replaces, expectedRevision: $expectedRevision, reason: $reason, idempotencyKey: $idempotencyKey, dryRun: $dryRun}
  ) {
    __typename
    ...AliasRemoved
    ...Refused
  }
}

fragment Alias on Alias {
  name
  version {
    id
    ref
    number
    label
  }
  since
  until
  by
  reason
}

fragment AliasRemoved on RemoveAliasSuccess {
  model {
    id
    ref
    aliases {
      ...Alias
    }
  }
  previous {
    id
    ref
    number
    label
  }
}

fragment Refused on Refusal {
  code
  message
  path
  ... on NotFound {
    ref
  }
  ... on AmbiguousRef {
    ref
    kinds
  }
  ... on AlreadyExists {
    existing
  }
  ... on StaleRevision {
    expected
    actual
  }
  ... on InvalidState {
    ref
    state
  }
  ... on StillReferredTo {
    ref
    total
    counts {
      kind
      count
    }
    referrers {
      id
      kind
      ref
      how
    }
  }
  ... on ItemsRefused {
    refusals {
      index
      code
      message
      path
    }
  }
  ... on AliasMoved {
    expectedVersion
    actualVersion
  }
}
"""

RENAME_MODEL_GQL = """
mutation RenameModel($model: Ref!, $to: Ref!, $reason: String, $expectedRevision: Int, $idempotencyKey: String, $dryRun: Boolean) {
  renameModel(
    input: {model: $model, to: $to, reason: $reason, expectedRevision: $expectedRevision, idempotencyKey: $idempotencyKey, dryRun: $dryRun}
  ) {
    __typename
    ... on RenameModelSuccess {
      model {
        ...Model
      }
    }
    ...Refused
  }
}

fragment Alias on Alias {
  name
  version {
    id
    ref
    number
    label
  }
  since
  until
  by
  reason
}

fragment Model on Model {
  id
  ref
  name
  description
  tags
  owners
  properties {
    key
    type
    value
  }
  documentation {
    title
    url
  }
  revision
  createdAt
  createdBy
  archivedAt
  archivedBy
  archiveReason
  updatedAt
  updatedBy
  formerRefs {
    ref
    until
  }
  task
  riskTier
  intendedUse
  latestVersion {
    id
    ref
    number
    label
  }
  aliases {
    ...Alias
  }
  champion: alias(name: "champion") {
    version {
      id
      ref
      number
      label
      metrics {
        key
        value
      }
    }
  }
}

fragment Refused on Refusal {
  code
  message
  path
  ... on NotFound {
    ref
  }
  ... on AmbiguousRef {
    ref
    kinds
  }
  ... on AlreadyExists {
    existing
  }
  ... on StaleRevision {
    expected
    actual
  }
  ... on InvalidState {
    ref
    state
  }
  ... on StillReferredTo {
    ref
    total
    counts {
      kind
      count
    }
    referrers {
      id
      kind
      ref
      how
    }
  }
  ... on ItemsRefused {
    refusals {
      index
      code
      message
      path
    }
  }
  ... on AliasMoved {
    expectedVersion
    actualVersion
  }
}
"""

UPDATE_MODEL_GQL = """
mutation UpdateModel($ref: Ref!, $description: String, $tags: [String!], $owners: [String!], $documentation: [LinkInput!], $setProperties: [PropertyInput!], $removeProperties: [String!], $task: String, $riskTier: RiskTier, $intendedUse: String, $expectedRevision: Int, $idempotencyKey: String, $dryRun: Boolean) {
  updateModel(
    input: {ref: $ref, description: $description, tags: $tags, owners: $owners, documentation: $documentation, setProperties: $setProperties, removeProperties: $removeProperties, task: $task, riskTier: $riskTier, intendedUse: $intendedUse, expectedRevision: $expectedRevision, idempotencyKey: $idempotencyKey, dryRun: $dryRun}
  ) {
    __typename
    ... on UpdateModelSuccess {
      model {
        ...Model
      }
    }
    ...Refused
  }
}

fragment Alias on Alias {
  name
  version {
    id
    ref
    number
    label
  }
  since
  until
  by
  reason
}

fragment Model on Model {
  id
  ref
  name
  description
  tags
  owners
  properties {
    key
    type
    value
  }
  documentation {
    title
    url
  }
  revision
  createdAt
  createdBy
  archivedAt
  archivedBy
  archiveReason
  updatedAt
  updatedBy
  formerRefs {
    ref
    until
  }
  task
  riskTier
  intendedUse
  latestVersion {
    id
    ref
    number
    label
  }
  aliases {
    ...Alias
  }
  champion: alias(name: "champion") {
    version {
      id
      ref
      number
      label
      metrics {
        key
        value
      }
    }
  }
}

fragment Refused on Refusal {
  code
  message
  path
  ... on NotFound {
    ref
  }
  ... on AmbiguousRef {
    ref
    kinds
  }
  ... on AlreadyExists {
    existing
  }
  ... on StaleRevision {
    expected
    actual
  }
  ... on InvalidState {
    ref
    state
  }
  ... on StillReferredTo {
    ref
    total
    counts {
      kind
      count
    }
    referrers {
      id
      kind
      ref
      how
    }
  }
  ... on ItemsRefused {
    refusals {
      index
      code
      message
      path
    }
  }
  ... on AliasMoved {
    expectedVersion
    actualVersion
  }
}
"""

REGISTER_MODEL_VERSIONS_GQL = """
mutation RegisterModelVersions($items: [RegisteredModelVersionInput!]!, $expectedRevision: Int, $idempotencyKey: String, $dryRun: Boolean) {
  registerModelVersions(
    input: {items: $items, expectedRevision: $expectedRevision, idempotencyKey: $idempotencyKey, dryRun: $dryRun}
  ) {
    __typename
    ... on RegisterModelVersionsSuccess {
      modelVersions {
        ...ModelVersion
      }
    }
    ...Refused
  }
}

fragment Alias on Alias {
  name
  version {
    id
    ref
    number
    label
  }
  since
  until
  by
  reason
}

fragment ModelVersion on ModelVersion {
  id
  ref
  number
  label
  description
  tags
  properties {
    key
    type
    value
  }
  documentation {
    title
    url
  }
  uri
  digest
  sizeBytes
  framework
  parameters {
    key
    value
  }
  metrics {
    key
    value
  }
  revision
  createdAt
  createdBy
  updatedAt
  updatedBy
  archivedAt
  archivedBy
  archiveReason
  model {
    id
    ref
    owners
    formerRefs {
      ref
    }
  }
  run {
    id
    name
  }
  bases {
    how
    version {
      id
      ref
    }
  }
  features {
    id
    ref
  }
  aliases {
    ...Alias
  }
  deployments(first: 100) {
    nodes {
      id
      ref
      environment
    }
  }
}

fragment Refused on Refusal {
  code
  message
  path
  ... on NotFound {
    ref
  }
  ... on AmbiguousRef {
    ref
    kinds
  }
  ... on AlreadyExists {
    existing
  }
  ... on StaleRevision {
    expected
    actual
  }
  ... on InvalidState {
    ref
    state
  }
  ... on StillReferredTo {
    ref
    total
    counts {
      kind
      count
    }
    referrers {
      id
      kind
      ref
      how
    }
  }
  ... on ItemsRefused {
    refusals {
      index
      code
      message
      path
    }
  }
  ... on AliasMoved {
    expectedVersion
    actualVersion
  }
}
"""

UPDATE_MODEL_VERSION_GQL = """
mutation UpdateModelVersion($ref: Ref!, $description: String, $tags: [String!], $documentation: [LinkInput!], $setProperties: [PropertyInput!], $removeProperties: [String!], $expectedRevision: Int, $idempotencyKey: String, $dryRun: Boolean) {
  updateModelVersion(
    input: {ref: $ref, description: $description, tags: $tags, documentation: $documentation, setProperties: $setProperties, removeProperties: $removeProperties, expectedRevision: $expectedRevision, idempotencyKey: $idempotencyKey, dryRun: $dryRun}
  ) {
    __typename
    ... on UpdateModelVersionSuccess {
      modelVersion {
        ...ModelVersion
      }
    }
    ...Refused
  }
}

fragment Alias on Alias {
  name
  version {
    id
    ref
    number
    label
  }
  since
  until
  by
  reason
}

fragment ModelVersion on ModelVersion {
  id
  ref
  number
  label
  description
  tags
  properties {
    key
    type
    value
  }
  documentation {
    title
    url
  }
  uri
  digest
  sizeBytes
  framework
  parameters {
    key
    value
  }
  metrics {
    key
    value
  }
  revision
  createdAt
  createdBy
  updatedAt
  updatedBy
  archivedAt
  archivedBy
  archiveReason
  model {
    id
    ref
    owners
    formerRefs {
      ref
    }
  }
  run {
    id
    name
  }
  bases {
    how
    version {
      id
      ref
    }
  }
  features {
    id
    ref
  }
  aliases {
    ...Alias
  }
  deployments(first: 100) {
    nodes {
      id
      ref
      environment
    }
  }
}

fragment Refused on Refusal {
  code
  message
  path
  ... on NotFound {
    ref
  }
  ... on AmbiguousRef {
    ref
    kinds
  }
  ... on AlreadyExists {
    existing
  }
  ... on StaleRevision {
    expected
    actual
  }
  ... on InvalidState {
    ref
    state
  }
  ... on StillReferredTo {
    ref
    total
    counts {
      kind
      count
    }
    referrers {
      id
      kind
      ref
      how
    }
  }
  ... on ItemsRefused {
    refusals {
      index
      code
      message
      path
    }
  }
  ... on AliasMoved {
    expectedVersion
    actualVersion
  }
}
"""

GET_NAMESPACE_GQL = """
query GetNamespace($ref: Ref!) {
  namespace(ref: $ref) {
    ...Namespace
  }
}

fragment Namespace on Namespace {
  id
  ref
  name
  description
  tags
  owners
  properties {
    key
    type
    value
  }
  documentation {
    title
    url
  }
  revision
  createdAt
  createdBy
  archivedAt
  archivedBy
  archiveReason
  updatedAt
  updatedBy
}
"""

GET_PRODUCTION_GQL = """
query GetProduction($namespace: Ref!, $environment: String, $asOf: DateTime, $first: Int, $after: Cursor) {
  namespace(ref: $namespace) {
    ...Production
  }
}

fragment PageInfo on PageInfo {
  hasNextPage
  endCursor
}

fragment Production on Namespace {
  id
  ref
  production(environment: $environment, asOf: $asOf, first: $first, after: $after) {
    nodes {
      deployment {
        id
        ref
      }
      version {
        id
        ref
        number
        label
      }
      weight
      since
      until
      by
      reason
    }
    pageInfo {
      ...PageInfo
    }
  }
}
"""

LIST_NAMESPACES_GQL = """
query ListNamespaces($where: NamespaceWhere, $orderBy: NamedOrder, $first: Int, $after: Cursor) {
  namespaces(where: $where, orderBy: $orderBy, first: $first, after: $after) {
    ...Namespaces
  }
}

fragment Namespace on Namespace {
  id
  ref
  name
  description
  tags
  owners
  properties {
    key
    type
    value
  }
  documentation {
    title
    url
  }
  revision
  createdAt
  createdBy
  archivedAt
  archivedBy
  archiveReason
  updatedAt
  updatedBy
}

fragment Namespaces on NamespaceConnection {
  nodes {
    ...Namespace
  }
  pageInfo {
    ...PageInfo
  }
}

fragment PageInfo on PageInfo {
  hasNextPage
  endCursor
}
"""

CREATE_NAMESPACE_GQL = """
mutation CreateNamespace($name: String!, $description: String, $tags: [String!], $owners: [String!], $properties: [PropertyInput!], $documentation: [LinkInput!], $expectedRevision: Int, $idempotencyKey: String, $dryRun: Boolean) {
  createNamespace(
    input: {name: $name, description: $description, tags: $tags, owners: $owners, properties: $properties, documentation: $documentation, expectedRevision: $expectedRevision, idempotencyKey: $idempotencyKey, dryRun: $dryRun}
  ) {
    __typename
    ... on CreateNamespaceSuccess {
      namespace {
        ...Namespace
      }
    }
    ...Refused
  }
}

fragment Namespace on Namespace {
  id
  ref
  name
  description
  tags
  owners
  properties {
    key
    type
    value
  }
  documentation {
    title
    url
  }
  revision
  createdAt
  createdBy
  archivedAt
  archivedBy
  archiveReason
  updatedAt
  updatedBy
}

fragment Refused on Refusal {
  code
  message
  path
  ... on NotFound {
    ref
  }
  ... on AmbiguousRef {
    ref
    kinds
  }
  ... on AlreadyExists {
    existing
  }
  ... on StaleRevision {
    expected
    actual
  }
  ... on InvalidState {
    ref
    state
  }
  ... on StillReferredTo {
    ref
    total
    counts {
      kind
      count
    }
    referrers {
      id
      kind
      ref
      how
    }
  }
  ... on ItemsRefused {
    refusals {
      index
      code
      message
      path
    }
  }
  ... on AliasMoved {
    expectedVersion
    actualVersion
  }
}
"""

UPDATE_NAMESPACE_GQL = """
mutation UpdateNamespace($ref: Ref!, $description: String, $tags: [String!], $owners: [String!], $documentation: [LinkInput!], $setProperties: [PropertyInput!], $removeProperties: [String!], $expectedRevision: Int, $idempotencyKey: String, $dryRun: Boolean) {
  updateNamespace(
    input: {ref: $ref, description: $description, tags: $tags, owners: $owners, documentation: $documentation, setProperties: $setProperties, removeProperties: $removeProperties, expectedRevision: $expectedRevision, idempotencyKey: $idempotencyKey, dryRun: $dryRun}
  ) {
    __typename
    ... on UpdateNamespaceSuccess {
      namespace {
        ...Namespace
      }
    }
    ...Refused
  }
}

fragment Namespace on Namespace {
  id
  ref
  name
  description
  tags
  owners
  properties {
    key
    type
    value
  }
  documentation {
    title
    url
  }
  revision
  createdAt
  createdBy
  archivedAt
  archivedBy
  archiveReason
  updatedAt
  updatedBy
}

fragment Refused on Refusal {
  code
  message
  path
  ... on NotFound {
    ref
  }
  ... on AmbiguousRef {
    ref
    kinds
  }
  ... on AlreadyExists {
    existing
  }
  ... on StaleRevision {
    expected
    actual
  }
  ... on InvalidState {
    ref
    state
  }
  ... on StillReferredTo {
    ref
    total
    counts {
      kind
      count
    }
    referrers {
      id
      kind
      ref
      how
    }
  }
  ... on ItemsRefused {
    refusals {
      index
      code
      message
      path
    }
  }
  ... on AliasMoved {
    expectedVersion
    actualVersion
  }
}
"""

GET_NODE_GQL = """
query GetNode($id: ID!) {
  node(id: $id) {
    __typename
    id
    ... on Namespace {
      ref
      description
      tags
      createdAt
      createdBy
      owners
    }
    ... on Dataset {
      ref
      description
      tags
      createdAt
      createdBy
      owners
    }
    ... on DatasetVersion {
      ref
      description
      tags
      createdAt
      createdBy
    }
    ... on Column {
      ref
      description
      tags
      createdAt
      createdBy
    }
    ... on Run {
      ref
      description
      tags
      createdAt
      createdBy
    }
    ... on Model {
      ref
      description
      tags
      createdAt
      createdBy
      owners
    }
    ... on ModelVersion {
      ref
      description
      tags
      createdAt
      createdBy
    }
    ... on Experiment {
      ref
      description
      tags
      createdAt
      createdBy
      owners
    }
    ... on Deployment {
      ref
      description
      tags
      createdAt
      createdBy
      owners
    }
    ... on Application {
      ref
      description
      tags
      createdAt
      createdBy
      owners
    }
  }
}
"""

DELETE_RECORD_GQL = """
mutation DeleteRecord($ref: Ref!, $expectedRevision: Int, $idempotencyKey: String, $dryRun: Boolean) {
  deleteRecord(
    input: {ref: $ref, expectedRevision: $expectedRevision, idempotencyKey: $idempotencyKey, dryRun: $dryRun}
  ) {
    __typename
    ...Deleted
    ...Refused
  }
}

fragment Deleted on DeleteRecordSuccess {
  deleted {
    id
    kind
    ref
  }
}

fragment Refused on Refusal {
  code
  message
  path
  ... on NotFound {
    ref
  }
  ... on AmbiguousRef {
    ref
    kinds
  }
  ... on AlreadyExists {
    existing
  }
  ... on StaleRevision {
    expected
    actual
  }
  ... on InvalidState {
    ref
    state
  }
  ... on StillReferredTo {
    ref
    total
    counts {
      kind
      count
    }
    referrers {
      id
      kind
      ref
      how
    }
  }
  ... on ItemsRefused {
    refusals {
      index
      code
      message
      path
    }
  }
  ... on AliasMoved {
    expectedVersion
    actualVersion
  }
}
"""

GET_REFERRERS_GQL = """
query GetReferrers($id: ID!, $first: Int, $after: Cursor) {
  node(id: $id) {
    __typename
    ...Referrers
  }
}

fragment PageInfo on PageInfo {
  hasNextPage
  endCursor
}

fragment Referrers on Record {
  id
  ref
  referrers(first: $first, after: $after) {
    totalCount
    nodes {
      how
      node {
        __typename
        id
        ref
      }
    }
    pageInfo {
      ...PageInfo
    }
  }
}
"""

GET_REPRODUCTION_GQL = """
query GetReproduction($ref: Ref!, $asOf: DateTime) {
  modelVersion(ref: $ref, asOf: $asOf) {
    ...Reproduction
  }
}

fragment Reproduction on ModelVersion {
  id
  ref
  uri
  digest
  framework
  reproduction {
    run {
      id
      name
      kind
      status
      startedAt
      endedAt
    }
    source {
      repository
      commit
      entryPoint
      arguments
      uncommittedChanges
      diffDigest
    }
    environment {
      imageDigest
      lockDigest
      pythonVersion
      packages {
        name
        version
      }
    }
    parameters {
      key
      value
    }
    seeds {
      key
      value
    }
    data {
      role
      version {
        id
        ref
        uri
        digest
      }
    }
    models {
      role
      version {
        id
        ref
        uri
        digest
      }
    }
    bases {
      distance
      version {
        id
        ref
        uri
        digest
        bases {
          how
          version {
            id
            ref
          }
        }
      }
    }
    complete
    missing {
      code
      message
      ref
    }
  }
}
"""

GET_RUN_GQL = """
query GetRun($ref: Ref!) {
  run(ref: $ref) {
    ...Run
  }
}

fragment Run on Run {
  id
  ref
  name
  kind
  status
  statusReason
  description
  tags
  properties {
    key
    type
    value
  }
  documentation {
    title
    url
  }
  startedAt
  endedAt
  source {
    repository
    commit
    entryPoint
    arguments
    uncommittedChanges
    diffDigest
  }
  environment {
    imageDigest
    lockDigest
    pythonVersion
  }
  parameters {
    key
    value
  }
  metrics {
    key
    value
  }
  suite
  slices {
    name
    metrics {
      key
      value
    }
  }
  inputs {
    role
    node {
      __typename
      id
      ref
    }
  }
  outputs {
    __typename
    id
    ref
  }
  experiment {
    id
    ref
  }
  parent {
    id
    name
  }
  createdAt
  createdBy
  archivedAt
  archivedBy
  archiveReason
  revision
  updatedAt
  updatedBy
}
"""

GET_RUN_PACKAGES_GQL = """
query GetRunPackages($ref: Ref!) {
  run(ref: $ref) {
    ...RunPackages
  }
}

fragment RunPackages on Run {
  id
  environment {
    packages {
      name
      version
    }
  }
}
"""

LIST_RUNS_GQL = """
query ListRuns($where: RunWhere, $orderBy: RunOrder, $first: Int, $after: Cursor) {
  runs(where: $where, orderBy: $orderBy, first: $first, after: $after) {
    ...Runs
  }
}

fragment PageInfo on PageInfo {
  hasNextPage
  endCursor
}

fragment Run on Run {
  id
  ref
  name
  kind
  status
  statusReason
  description
  tags
  properties {
    key
    type
    value
  }
  documentation {
    title
    url
  }
  startedAt
  endedAt
  source {
    repository
    commit
    entryPoint
    arguments
    uncommittedChanges
    diffDigest
  }
  environment {
    imageDigest
    lockDigest
    pythonVersion
  }
  parameters {
    key
    value
  }
  metrics {
    key
    value
  }
  suite
  slices {
    name
    metrics {
      key
      value
    }
  }
  inputs {
    role
    node {
      __typename
      id
      ref
    }
  }
  outputs {
    __typename
    id
    ref
  }
  experiment {
    id
    ref
  }
  parent {
    id
    name
  }
  createdAt
  createdBy
  archivedAt
  archivedBy
  archiveReason
  revision
  updatedAt
  updatedBy
}

fragment Runs on RunConnection {
  nodes {
    ...Run
  }
  pageInfo {
    ...PageInfo
  }
}
"""

START_RUN_GQL = """
mutation StartRun($namespace: String!, $name: String!, $kind: RunKind, $description: String, $source: RunSourceInput, $environment: RunEnvironmentInput, $startedAt: DateTime, $parameters: [ParameterInput!], $metrics: [MetricInput!], $slices: [SliceInput!], $suite: String, $inputs: [RunInputInput!], $outputs: [RunOutputInput!], $columns: [ColumnDerivationInput!], $tags: [String!], $properties: [PropertyInput!], $documentation: [LinkInput!], $experiment: Ref, $createExperiment: ExperimentDetails, $parent: Ref, $expectedRevision: Int, $idempotencyKey: String, $dryRun: Boolean) {
  startRun(
    input: {namespace: $namespace, name: $name, kind: $kind, description: $description, source: $source, environment: $environment, startedAt: $startedAt, parameters: $parameters, metrics: $metrics, slices: $slices, suite: $suite, inputs: $inputs, outputs: $outputs, columns: $columns, tags: $tags, properties: $properties, documentation: $documentation, experiment: $experiment, createExperiment: $createExperiment, parent: $parent, expectedRevision: $expectedRevision, idempotencyKey: $idempotencyKey, dryRun: $dryRun}
  ) {
    __typename
    ... on StartRunSuccess {
      run {
        ...Run
      }
    }
    ...Refused
  }
}

fragment Refused on Refusal {
  code
  message
  path
  ... on NotFound {
    ref
  }
  ... on AmbiguousRef {
    ref
    kinds
  }
  ... on AlreadyExists {
    existing
  }
  ... on StaleRevision {
    expected
    actual
  }
  ... on InvalidState {
    ref
    state
  }
  ... on StillReferredTo {
    ref
    total
    counts {
      kind
      count
    }
    referrers {
      id
      kind
      ref
      how
    }
  }
  ... on ItemsRefused {
    refusals {
      index
      code
      message
      path
    }
  }
  ... on AliasMoved {
    expectedVersion
    actualVersion
  }
}

fragment Run on Run {
  id
  ref
  name
  kind
  status
  statusReason
  description
  tags
  properties {
    key
    type
    value
  }
  documentation {
    title
    url
  }
  startedAt
  endedAt
  source {
    repository
    commit
    entryPoint
    arguments
    uncommittedChanges
    diffDigest
  }
  environment {
    imageDigest
    lockDigest
    pythonVersion
  }
  parameters {
    key
    value
  }
  metrics {
    key
    value
  }
  suite
  slices {
    name
    metrics {
      key
      value
    }
  }
  inputs {
    role
    node {
      __typename
      id
      ref
    }
  }
  outputs {
    __typename
    id
    ref
  }
  experiment {
    id
    ref
  }
  parent {
    id
    name
  }
  createdAt
  createdBy
  archivedAt
  archivedBy
  archiveReason
  revision
  updatedAt
  updatedBy
}
"""

LOG_RUN_GQL = """
mutation LogRun($run: Ref!, $parameters: [ParameterInput!], $metrics: [MetricInput!], $slices: [SliceInput!], $inputs: [RunInputInput!], $outputs: [RunOutputInput!], $columns: [ColumnDerivationInput!], $tags: [String!], $expectedRevision: Int, $idempotencyKey: String, $dryRun: Boolean) {
  logRun(
    input: {run: $run, parameters: $parameters, metrics: $metrics, slices: $slices, inputs: $inputs, outputs: $outputs, columns: $columns, tags: $tags, expectedRevision: $expectedRevision, idempotencyKey: $idempotencyKey, dryRun: $dryRun}
  ) {
    __typename
    ... on LogRunSuccess {
      run {
        ...Run
      }
    }
    ...Refused
  }
}

fragment Refused on Refusal {
  code
  message
  path
  ... on NotFound {
    ref
  }
  ... on AmbiguousRef {
    ref
    kinds
  }
  ... on AlreadyExists {
    existing
  }
  ... on StaleRevision {
    expected
    actual
  }
  ... on InvalidState {
    ref
    state
  }
  ... on StillReferredTo {
    ref
    total
    counts {
      kind
      count
    }
    referrers {
      id
      kind
      ref
      how
    }
  }
  ... on ItemsRefused {
    refusals {
      index
      code
      message
      path
    }
  }
  ... on AliasMoved {
    expectedVersion
    actualVersion
  }
}

fragment Run on Run {
  id
  ref
  name
  kind
  status
  statusReason
  description
  tags
  properties {
    key
    type
    value
  }
  documentation {
    title
    url
  }
  startedAt
  endedAt
  source {
    repository
    commit
    entryPoint
    arguments
    uncommittedChanges
    diffDigest
  }
  environment {
    imageDigest
    lockDigest
    pythonVersion
  }
  parameters {
    key
    value
  }
  metrics {
    key
    value
  }
  suite
  slices {
    name
    metrics {
      key
      value
    }
  }
  inputs {
    role
    node {
      __typename
      id
      ref
    }
  }
  outputs {
    __typename
    id
    ref
  }
  experiment {
    id
    ref
  }
  parent {
    id
    name
  }
  createdAt
  createdBy
  archivedAt
  archivedBy
  archiveReason
  revision
  updatedAt
  updatedBy
}
"""

GET_RUN_SERIES_GQL = """
query GetRunSeries($ref: Ref!, $keys: [String!], $atMost: Int, $fromStep: Long, $toStep: Long) {
  run(ref: $ref) {
    ...RunSeries
  }
}

fragment MeasuredSeries on MetricSeries {
  ...MetricSeries
  points(atMost: $atMost, fromStep: $fromStep, toStep: $toStep) {
    ...MetricPoint
  }
}

fragment MetricPoint on MetricPoint {
  step
  time
  value
}

fragment MetricSeries on MetricSeries {
  key
  count
  last {
    ...MetricPoint
  }
  best {
    ...MetricPoint
  }
  min {
    ...MetricPoint
  }
  max {
    ...MetricPoint
  }
}

fragment RunSeries on Run {
  id
  series(keys: $keys) {
    ...MeasuredSeries
  }
}
"""

LOG_METRICS_GQL = """
mutation LogMetrics($run: Ref!, $points: [MetricPointInput!]!, $expectedRevision: Int, $idempotencyKey: String, $dryRun: Boolean) {
  logMetrics(
    input: {run: $run, points: $points, expectedRevision: $expectedRevision, idempotencyKey: $idempotencyKey, dryRun: $dryRun}
  ) {
    __typename
    ... on LogMetricsSuccess {
      run {
        ...Run
      }
    }
    ...Refused
  }
}

fragment Refused on Refusal {
  code
  message
  path
  ... on NotFound {
    ref
  }
  ... on AmbiguousRef {
    ref
    kinds
  }
  ... on AlreadyExists {
    existing
  }
  ... on StaleRevision {
    expected
    actual
  }
  ... on InvalidState {
    ref
    state
  }
  ... on StillReferredTo {
    ref
    total
    counts {
      kind
      count
    }
    referrers {
      id
      kind
      ref
      how
    }
  }
  ... on ItemsRefused {
    refusals {
      index
      code
      message
      path
    }
  }
  ... on AliasMoved {
    expectedVersion
    actualVersion
  }
}

fragment Run on Run {
  id
  ref
  name
  kind
  status
  statusReason
  description
  tags
  properties {
    key
    type
    value
  }
  documentation {
    title
    url
  }
  startedAt
  endedAt
  source {
    repository
    commit
    entryPoint
    arguments
    uncommittedChanges
    diffDigest
  }
  environment {
    imageDigest
    lockDigest
    pythonVersion
  }
  parameters {
    key
    value
  }
  metrics {
    key
    value
  }
  suite
  slices {
    name
    metrics {
      key
      value
    }
  }
  inputs {
    role
    node {
      __typename
      id
      ref
    }
  }
  outputs {
    __typename
    id
    ref
  }
  experiment {
    id
    ref
  }
  parent {
    id
    name
  }
  createdAt
  createdBy
  archivedAt
  archivedBy
  archiveReason
  revision
  updatedAt
  updatedBy
}
"""

FINISH_RUN_GQL = """
mutation FinishRun($run: Ref!, $status: RunStatus, $statusReason: String, $endedAt: DateTime, $parameters: [ParameterInput!], $metrics: [MetricInput!], $slices: [SliceInput!], $inputs: [RunInputInput!], $outputs: [RunOutputInput!], $columns: [ColumnDerivationInput!], $tags: [String!], $expectedRevision: Int, $idempotencyKey: String, $dryRun: Boolean) {
  finishRun(
    input: {run: $run, status: $status, statusReason: $statusReason, endedAt: $endedAt, parameters: $parameters, metrics: $metrics, slices: $slices, inputs: $inputs, outputs: $outputs, columns: $columns, tags: $tags, expectedRevision: $expectedRevision, idempotencyKey: $idempotencyKey, dryRun: $dryRun}
  ) {
    __typename
    ... on FinishRunSuccess {
      run {
        ...Run
      }
    }
    ...Refused
  }
}

fragment Refused on Refusal {
  code
  message
  path
  ... on NotFound {
    ref
  }
  ... on AmbiguousRef {
    ref
    kinds
  }
  ... on AlreadyExists {
    existing
  }
  ... on StaleRevision {
    expected
    actual
  }
  ... on InvalidState {
    ref
    state
  }
  ... on StillReferredTo {
    ref
    total
    counts {
      kind
      count
    }
    referrers {
      id
      kind
      ref
      how
    }
  }
  ... on ItemsRefused {
    refusals {
      index
      code
      message
      path
    }
  }
  ... on AliasMoved {
    expectedVersion
    actualVersion
  }
}

fragment Run on Run {
  id
  ref
  name
  kind
  status
  statusReason
  description
  tags
  properties {
    key
    type
    value
  }
  documentation {
    title
    url
  }
  startedAt
  endedAt
  source {
    repository
    commit
    entryPoint
    arguments
    uncommittedChanges
    diffDigest
  }
  environment {
    imageDigest
    lockDigest
    pythonVersion
  }
  parameters {
    key
    value
  }
  metrics {
    key
    value
  }
  suite
  slices {
    name
    metrics {
      key
      value
    }
  }
  inputs {
    role
    node {
      __typename
      id
      ref
    }
  }
  outputs {
    __typename
    id
    ref
  }
  experiment {
    id
    ref
  }
  parent {
    id
    name
  }
  createdAt
  createdBy
  archivedAt
  archivedBy
  archiveReason
  revision
  updatedAt
  updatedBy
}
"""

REGISTER_RUN_GQL = """
mutation RegisterRun($namespace: String!, $name: String!, $kind: RunKind, $description: String, $source: RunSourceInput, $environment: RunEnvironmentInput, $startedAt: DateTime, $endedAt: DateTime, $status: RunStatus, $statusReason: String, $parameters: [ParameterInput!], $metrics: [MetricInput!], $slices: [SliceInput!], $suite: String, $inputs: [RunInputInput!], $outputs: [RunOutputInput!], $columns: [ColumnDerivationInput!], $tags: [String!], $properties: [PropertyInput!], $documentation: [LinkInput!], $experiment: Ref, $createExperiment: ExperimentDetails, $parent: Ref, $expectedRevision: Int, $idempotencyKey: String, $dryRun: Boolean) {
  registerRun(
    input: {namespace: $namespace, name: $name, kind: $kind, description: $description, source: $source, environment: $environment, startedAt: $startedAt, endedAt: $endedAt, status: $status, statusReason: $statusReason, parameters: $parameters, metrics: $metrics, slices: $slices, suite: $suite, inputs: $inputs, outputs: $outputs, columns: $columns, tags: $tags, properties: $properties, documentation: $documentation, experiment: $experiment, createExperiment: $createExperiment, parent: $parent, expectedRevision: $expectedRevision, idempotencyKey: $idempotencyKey, dryRun: $dryRun}
  ) {
    __typename
    ... on RegisterRunSuccess {
      run {
        ...Run
      }
    }
    ...Refused
  }
}

fragment Refused on Refusal {
  code
  message
  path
  ... on NotFound {
    ref
  }
  ... on AmbiguousRef {
    ref
    kinds
  }
  ... on AlreadyExists {
    existing
  }
  ... on StaleRevision {
    expected
    actual
  }
  ... on InvalidState {
    ref
    state
  }
  ... on StillReferredTo {
    ref
    total
    counts {
      kind
      count
    }
    referrers {
      id
      kind
      ref
      how
    }
  }
  ... on ItemsRefused {
    refusals {
      index
      code
      message
      path
    }
  }
  ... on AliasMoved {
    expectedVersion
    actualVersion
  }
}

fragment Run on Run {
  id
  ref
  name
  kind
  status
  statusReason
  description
  tags
  properties {
    key
    type
    value
  }
  documentation {
    title
    url
  }
  startedAt
  endedAt
  source {
    repository
    commit
    entryPoint
    arguments
    uncommittedChanges
    diffDigest
  }
  environment {
    imageDigest
    lockDigest
    pythonVersion
  }
  parameters {
    key
    value
  }
  metrics {
    key
    value
  }
  suite
  slices {
    name
    metrics {
      key
      value
    }
  }
  inputs {
    role
    node {
      __typename
      id
      ref
    }
  }
  outputs {
    __typename
    id
    ref
  }
  experiment {
    id
    ref
  }
  parent {
    id
    name
  }
  createdAt
  createdBy
  archivedAt
  archivedBy
  archiveReason
  revision
  updatedAt
  updatedBy
}
"""

REGISTER_RUNS_GQL = """
mutation RegisterRuns($items: [RegisteredRunInput!]!, $expectedRevision: Int, $idempotencyKey: String, $dryRun: Boolean) {
  registerRuns(
    input: {items: $items, expectedRevision: $expectedRevision, idempotencyKey: $idempotencyKey, dryRun: $dryRun}
  ) {
    __typename
    ... on RegisterRunsSuccess {
      runs {
        ...Run
      }
    }
    ...Refused
  }
}

fragment Refused on Refusal {
  code
  message
  path
  ... on NotFound {
    ref
  }
  ... on AmbiguousRef {
    ref
    kinds
  }
  ... on AlreadyExists {
    existing
  }
  ... on StaleRevision {
    expected
    actual
  }
  ... on InvalidState {
    ref
    state
  }
  ... on StillReferredTo {
    ref
    total
    counts {
      kind
      count
    }
    referrers {
      id
      kind
      ref
      how
    }
  }
  ... on ItemsRefused {
    refusals {
      index
      code
      message
      path
    }
  }
  ... on AliasMoved {
    expectedVersion
    actualVersion
  }
}

fragment Run on Run {
  id
  ref
  name
  kind
  status
  statusReason
  description
  tags
  properties {
    key
    type
    value
  }
  documentation {
    title
    url
  }
  startedAt
  endedAt
  source {
    repository
    commit
    entryPoint
    arguments
    uncommittedChanges
    diffDigest
  }
  environment {
    imageDigest
    lockDigest
    pythonVersion
  }
  parameters {
    key
    value
  }
  metrics {
    key
    value
  }
  suite
  slices {
    name
    metrics {
      key
      value
    }
  }
  inputs {
    role
    node {
      __typename
      id
      ref
    }
  }
  outputs {
    __typename
    id
    ref
  }
  experiment {
    id
    ref
  }
  parent {
    id
    name
  }
  createdAt
  createdBy
  archivedAt
  archivedBy
  archiveReason
  revision
  updatedAt
  updatedBy
}
"""

UPDATE_RUN_GQL = """
mutation UpdateRun($ref: Ref!, $description: String, $tags: [String!], $documentation: [LinkInput!], $setProperties: [PropertyInput!], $removeProperties: [String!], $expectedRevision: Int, $idempotencyKey: String, $dryRun: Boolean) {
  updateRun(
    input: {ref: $ref, description: $description, tags: $tags, documentation: $documentation, setProperties: $setProperties, removeProperties: $removeProperties, expectedRevision: $expectedRevision, idempotencyKey: $idempotencyKey, dryRun: $dryRun}
  ) {
    __typename
    ... on UpdateRunSuccess {
      run {
        ...Run
      }
    }
    ...Refused
  }
}

fragment Refused on Refusal {
  code
  message
  path
  ... on NotFound {
    ref
  }
  ... on AmbiguousRef {
    ref
    kinds
  }
  ... on AlreadyExists {
    existing
  }
  ... on StaleRevision {
    expected
    actual
  }
  ... on InvalidState {
    ref
    state
  }
  ... on StillReferredTo {
    ref
    total
    counts {
      kind
      count
    }
    referrers {
      id
      kind
      ref
      how
    }
  }
  ... on ItemsRefused {
    refusals {
      index
      code
      message
      path
    }
  }
  ... on AliasMoved {
    expectedVersion
    actualVersion
  }
}

fragment Run on Run {
  id
  ref
  name
  kind
  status
  statusReason
  description
  tags
  properties {
    key
    type
    value
  }
  documentation {
    title
    url
  }
  startedAt
  endedAt
  source {
    repository
    commit
    entryPoint
    arguments
    uncommittedChanges
    diffDigest
  }
  environment {
    imageDigest
    lockDigest
    pythonVersion
  }
  parameters {
    key
    value
  }
  metrics {
    key
    value
  }
  suite
  slices {
    name
    metrics {
      key
      value
    }
  }
  inputs {
    role
    node {
      __typename
      id
      ref
    }
  }
  outputs {
    __typename
    id
    ref
  }
  experiment {
    id
    ref
  }
  parent {
    id
    name
  }
  createdAt
  createdBy
  archivedAt
  archivedBy
  archiveReason
  revision
  updatedAt
  updatedBy
}
"""

GET_SEARCH_GQL = """
query GetSearch($text: String!, $kinds: [RecordKind!], $namespace: String, $first: Int, $after: Cursor) {
  search(
    text: $text
    kinds: $kinds
    namespace: $namespace
    first: $first
    after: $after
  ) {
    ...Search
  }
}

fragment Facet on Facet {
  value
  count
}

fragment Found on Record {
  __typename
  id
  ref
  description
  tags
  ... on Run {
    name
  }
  ... on Deployment {
    environment
  }
}

fragment PageInfo on PageInfo {
  hasNextPage
  endCursor
}

fragment Search on Search {
  hits {
    score
    node {
      ...Found
    }
    highlights {
      field
      pieces {
        text
        hit
      }
    }
  }
  totalCount
  complete
  facets {
    kinds {
      ...Facet
    }
    namespaces {
      ...Facet
    }
    tags {
      ...Facet
    }
    owners {
      ...Facet
    }
  }
  pageInfo {
    ...PageInfo
  }
}
"""

GET_SUGGEST_GQL = """
query GetSuggest($text: String!, $kinds: [RecordKind!], $namespace: String, $first: Int) {
  suggest(text: $text, kinds: $kinds, namespace: $namespace, first: $first) {
    ...Suggestion
  }
}

fragment Suggestion on Suggestion {
  ref
  kind
}
"""

GET_STATS_GQL = """
query GetStats($namespace: String) {
  stats(namespace: $namespace) {
    ...Stats
  }
}

fragment RecordCount on RecordCount {
  kind
  count
}

fragment Stats on Stats {
  namespace
  kinds {
    ...RecordCount
  }
  runs {
    status
    count
  }
  environments {
    environment
    count
    serving
  }
  aliases {
    alias
    count
  }
  ages {
    kind
    age
    count
  }
  withoutOwner {
    ...RecordCount
  }
  withoutDocumentation {
    ...RecordCount
  }
  archived {
    ...RecordCount
  }
}
"""
