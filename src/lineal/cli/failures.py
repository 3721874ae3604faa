"""What may go wrong for a reason that the person at the terminal can mend."""

from collections.abc import Iterator


def line(error: Exception) -> str | None:
    """Returns the one line to print for an expected failure, or None for a bug."""
    return str(error) if any(isinstance(error, kind) for kind in _expected()) else None


def misuse(error: Exception) -> str | None:
    """Returns what to print if it is a mistake in what was typed, or None.

    Without any argument that is the help text.
    """
    context = getattr(error, "ctx", None)
    if not hasattr(error, "format_message"):
        return None
    message = str(error.format_message()).replace("Value error, ", "")
    if context is None or "\n" in message:
        return message
    return f"{message.rstrip('.')} (see {context.command_path} --help)"


def _expected() -> Iterator[type[Exception]]:
    # Only once something failed, and no more than is needed: all take half a second to import.
    from lineal.client import LinealError

    yield LinealError
    from lineal.embedded.errors import EmbeddedError
    from lineal.http.persisted import DocumentsError
    from lineal.kernel.graph import GraphError
    from lineal.listen import CannotListen
    from lineal.settings import SettingsError
    from lineal.workers import WorkerEnded

    yield from (SettingsError, DocumentsError, EmbeddedError, GraphError, CannotListen, WorkerEnded)
