"""What may go wrong for a reason that the person at the terminal can mend."""


def line(error: Exception) -> str | None:
    """Returns the one line to print for an expected failure, or None for a bug."""
    return str(error) if isinstance(error, _expected()) else None


def _expected() -> tuple[type[Exception], ...]:
    # Only once something failed: they take half a second to import.
    from lineal.embedded.errors import EmbeddedError
    from lineal.kernel.graph import GraphError
    from lineal.listen import CannotListen
    from lineal.settings import SettingsError

    return (SettingsError, EmbeddedError, GraphError, CannotListen)
