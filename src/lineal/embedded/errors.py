"""Why there is no embedded Neo4j; every text is one line for the person who started it."""

import signal
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


class Ended(EmbeddedError):
    """It was running, and ended by itself; `code` is its process's, as `subprocess` tells it."""

    def __init__(self, code: int, data: Path, log: Path) -> None:
        super().__init__(
            f"The embedded Neo4j {how(code)} (log: {log}): start Lineal again; "
            f"what was acknowledged is kept in {data}"
        )


def how(code: int) -> str:
    """Returns how a process came to its end, from the code that `subprocess` has of it."""
    if code >= 0:
        return f"ended with {code}"
    known = {each.value: each.name for each in signal.Signals}
    return f"was killed by {known.get(-code, f'signal {-code}')}"
