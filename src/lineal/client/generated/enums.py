from enum import Enum


class Age(str, Enum):
    WEEK = "WEEK"
    MONTH = "MONTH"
    QUARTER = "QUARTER"
    YEAR = "YEAR"
    OLDER = "OLDER"


class DatasetKind(str, Enum):
    TABLE = "TABLE"
    FOLDER = "FOLDER"
    STREAM = "STREAM"
    FEATURE_VIEW = "FEATURE_VIEW"


class DatasetVersionOrderField(str, Enum):
    LABEL = "LABEL"
    CREATED = "CREATED"
    SIZE = "SIZE"
    ROWS = "ROWS"
    STATISTIC = "STATISTIC"


class DeploymentKind(str, Enum):
    ONLINE = "ONLINE"
    BATCH = "BATCH"
    EDGE = "EDGE"


class Direction(str, Enum):
    UPSTREAM = "UPSTREAM"
    DOWNSTREAM = "DOWNSTREAM"
    BOTH = "BOTH"


class DriftKind(str, Enum):
    MISSING = "MISSING"
    UNEXPECTED = "UNEXPECTED"
    WEIGHT = "WEIGHT"


class EdgeType(str, Enum):
    CONSUMED_BY = "CONSUMED_BY"
    PRODUCED = "PRODUCED"
    DERIVED_INTO = "DERIVED_INTO"
    DEPLOYED_AS = "DEPLOYED_AS"
    FEEDS = "FEEDS"
    USED_BY = "USED_BY"
    PART_OF = "PART_OF"


class LineageKind(str, Enum):
    DATASET_VERSION = "DATASET_VERSION"
    COLUMN = "COLUMN"
    RUN = "RUN"
    MODEL_VERSION = "MODEL_VERSION"
    DEPLOYMENT = "DEPLOYMENT"
    APPLICATION = "APPLICATION"


class MetricDirection(str, Enum):
    HIGHER = "HIGHER"
    LOWER = "LOWER"


class MissingFact(str, Enum):
    RUN = "RUN"
    REPOSITORY = "REPOSITORY"
    COMMIT = "COMMIT"
    CHANGES_KNOWN = "CHANGES_KNOWN"
    CHANGES = "CHANGES"
    ENTRY_POINT = "ENTRY_POINT"
    ARGUMENTS = "ARGUMENTS"
    REDACTED_ARGUMENT = "REDACTED_ARGUMENT"
    LOCK_DIGEST = "LOCK_DIGEST"
    PYTHON_VERSION = "PYTHON_VERSION"
    PARAMETERS = "PARAMETERS"
    SEED = "SEED"
    DATA = "DATA"
    DATA_URI = "DATA_URI"
    DATA_DIGEST = "DATA_DIGEST"
    MODEL_URI = "MODEL_URI"
    MODEL_DIGEST = "MODEL_DIGEST"
    BASES = "BASES"


class ModelVersionOrderField(str, Enum):
    NUMBER = "NUMBER"
    LABEL = "LABEL"
    CREATED = "CREATED"
    SIZE = "SIZE"
    METRIC = "METRIC"
    PARAMETER = "PARAMETER"


class NamedOrderField(str, Enum):
    NAME = "NAME"
    CREATED = "CREATED"
    UPDATED = "UPDATED"
    PROPERTY = "PROPERTY"


class OnDuplicate(str, Enum):
    REFUSE = "REFUSE"
    REUSE = "REUSE"
    REGISTER = "REGISTER"


class OrderDirection(str, Enum):
    ASC = "ASC"
    DESC = "DESC"


class Outcome(str, Enum):
    SAME = "SAME"
    CHANGED = "CHANGED"
    PARTIAL = "PARTIAL"
    UNKNOWN = "UNKNOWN"


class PropertyType(str, Enum):
    TEXT = "TEXT"
    NUMBER = "NUMBER"
    BOOLEAN = "BOOLEAN"
    TIME = "TIME"
    LINK = "LINK"


class RecordKind(str, Enum):
    NAMESPACE = "NAMESPACE"
    DATASET = "DATASET"
    DATASET_VERSION = "DATASET_VERSION"
    COLUMN = "COLUMN"
    EXPERIMENT = "EXPERIMENT"
    RUN = "RUN"
    MODEL = "MODEL"
    MODEL_VERSION = "MODEL_VERSION"
    DEPLOYMENT = "DEPLOYMENT"
    APPLICATION = "APPLICATION"


class RiskTier(str, Enum):
    MINIMAL = "MINIMAL"
    LIMITED = "LIMITED"
    HIGH = "HIGH"
    UNACCEPTABLE = "UNACCEPTABLE"


class RunKind(str, Enum):
    TRAINING = "TRAINING"
    EVALUATION = "EVALUATION"
    TRANSFORMATION = "TRANSFORMATION"
    SCORING = "SCORING"


class RunOrderField(str, Enum):
    NAME = "NAME"
    CREATED = "CREATED"
    UPDATED = "UPDATED"
    STARTED = "STARTED"
    ENDED = "ENDED"
    METRIC = "METRIC"
    PARAMETER = "PARAMETER"


class RunStatus(str, Enum):
    RUNNING = "RUNNING"
    FINISHED = "FINISHED"
    FAILED = "FAILED"
    CANCELLED = "CANCELLED"


class Truncation(str, Enum):
    PAGE = "PAGE"
    STARTS = "STARTS"
    DEPTH = "DEPTH"
