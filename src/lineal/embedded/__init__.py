"""A real Neo4j for those who bring none: `with embedded.start(folder) as neo4j: ...`."""

from lineal.embedded.errors import (
    DataFolderInUse,
    DownloadFailed,
    EmbeddedError,
    Ended,
    StartFailed,
)
from lineal.embedded.jars import ensure_jars
from lineal.embedded.process import Embedded, OnEnd, start
from lineal.embedded.progress import download_progress

__all__ = [
    "DataFolderInUse",
    "DownloadFailed",
    "Embedded",
    "EmbeddedError",
    "Ended",
    "OnEnd",
    "StartFailed",
    "download_progress",
    "ensure_jars",
    "start",
]
