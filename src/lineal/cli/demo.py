"""`lineal demo`"""

import importlib.util
from contextlib import contextmanager
from typing import TYPE_CHECKING, Annotated, Any

import typer

from lineal.cli.options import say
from lineal.cli.output import tell

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from rich.progress import Progress

    from lineal.client import Client
    from lineal.settings import Settings

QUERY = """\
{
  impact(of: ["risk/german-credit#statlog-1994"]) {
    totalCount
    items {
      distance
      node { __typename ref ... on Named { owners } }
      explanation { nodes { __typename ref } }
    }
    environments { environment count }
    complete
  }
}"""


def demo(
    serve: Annotated[
        bool, typer.Option("--serve", help="Start the server, fill it if it is not, keep serving.")
    ] = False,
    server: Annotated[
        str | None,
        typer.Option(help="The registry to fill; else LINEAL_URL, or this machine's server."),
    ] = None,
) -> None:
    """Fill a registry: credit models that are trained now, and an invented company.

    What is there already stays as it is; what was interrupted is resumed.

    Examples:

        lineal demo --serve

        lineal demo --server http://registry:8000
    """
    from lineal import settings

    if not _has_scikit_learn():
        say('The demo trains models: pip install "lineal[demo]"')
        raise typer.Exit(1)
    if serve and server:
        raise typer.BadParameter("--serve fills its own server: leave --server out")
    if serve:
        _serve(settings.load())
    else:
        _fill_other(server, settings.load().data)


def _has_scikit_learn() -> bool:
    try:
        return importlib.util.find_spec("sklearn") is not None
    except ValueError:
        return False


def _fill_other(server: str | None, data: "Path") -> None:
    from lineal.client import Client

    with Client(server, deadline=60) as client:
        _ensure_complete(client, data)
        _show_query(client.url)


def _serve(settings: "Settings") -> None:
    from lineal.client import Client, LinealError
    from lineal.serve import serve

    clients: list[Client] = []
    stopped = False

    def fill(url: str) -> None:
        clients.append(client := Client(url, deadline=60))
        try:
            _ensure_complete(client, settings.data)
            _show_query(url)
        except (LinealError, RuntimeError) as error:
            # A client that was closed under its user says so by a RuntimeError.
            if not stopped:
                say(f"The demo is not complete: {error}")
                say("The next start goes on with it.")

    try:
        serve(settings, fill)
    finally:
        stopped = True
        for client in clients:
            client.close()


def _ensure_complete(client: "Client", data: "Path") -> None:
    from lineal.demo.complete import is_complete

    if is_complete(client):
        return
    # Only now: scikit-learn takes a second or two to import.
    from lineal.demo.fill import fill

    with _progress() as progress:
        fill(client, data / "demo", progress)


@contextmanager
def _progress() -> "Iterator[Progress]":
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TaskID, TextColumn

    class Lines(Progress):
        """In a log, a line as each part of the work begins."""

        def add_task(self, description: str, *rest: Any, **options: Any) -> TaskID:
            say(f"{description} ...")
            return super().add_task(description, *rest, **options)

    console = Console(stderr=True)
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
    kind, is_log = (Progress, False) if console.is_terminal else (Lines, True)
    with kind(*columns, console=console, disable=is_log) as progress:
        yield progress


def _show_query(url: str) -> None:
    tell(f"\nWhat runs on a file with a wrong code table? Ask at {url}\n\n{QUERY}\n")
