"""Lineal: an AI model registry whose every question is one GraphQL query."""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from lineal.client.training import run as run

__version__ = "0.1.0"


def __getattr__(name: str) -> Any:
    """Returns `lineal.run`, whose client is imported only when it is asked for."""
    if name == "run":
        from lineal.client.training import run

        return run
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
