"""Why there is no embedded Neo4j; every text is one line for the person who started it."""

from pathlib import Path

BRING_YOUR_OWN = "or bring your own Neo4j: LINEAL_NEO4J_URI=bolt://host:7687"


class EmbeddedError(Exception):
    """The embedded Neo4j cannot be had."""


class DataFolderInUse(EmbeddedError):
    def __init__(self, data: Path) -> None:
        super().__init__(
            f"Another Lineal is serving the data folder {data}: stop it, "
            "or set LINEAL_DATA to another folder"
        )


class DataFolderUnusable(EmbeddedError):
    def __init__(self, data: Path, reason: str) -> None:
        super().__init__(f"The data folder {data} cannot be used ({reason}): set LINEAL_DATA")


class DownloadFailed(EmbeddedError):
    def __init__(self, coordinates: str, reason: str) -> None:
        super().__init__(
            f"The embedded Neo4j needs {coordinates}, which could not be downloaded ({reason}): "
            f"start again when there is a network, {BRING_YOUR_OWN}"
        )


class StartFailed(EmbeddedError):
    def __init__(self, reason: str, log: Path) -> None:
        super().__init__(
            f"The embedded Neo4j did not start: {reason} (log: {log}); mend it, {BRING_YOUR_OWN}"
        )
