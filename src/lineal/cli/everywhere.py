"""What commands have in common, added in one place: `--format`, a pager, completion, flags."""

import functools
import inspect
from collections.abc import Callable, Iterator
from contextlib import nullcontext
from typing import Annotated, Any, get_args

import typer
from typer.models import CommandInfo

from lineal.cli.completion import complete_ref
from lineal.cli.pager import paged
from lineal.cli.template import chosen_by

# Whose tables may be longer than a terminal.
PAGED = ("list", "show", "compare", "lineage", "impact")
# What an argument is called that is a ref.
REFS = ("REF", "MODEL", "VERSION", "DEPLOYMENT", "REF...")

Format = Annotated[
    str | None,
    typer.Option(
        "--format",
        metavar="TEMPLATE",
        help="Print this in place of JSON, such as `'{ref} {metrics.auc:.2f}'`: names are those "
        "of `--json`; of a list, a line for each.",
    ),
]


def add(app: typer.Typer) -> None:
    """Adds it to every command of an app, and of the apps below it."""
    for info in commands(app):
        callback = info.callback
        assert callback is not None
        parameters = inspect.signature(callback).parameters
        for each in parameters.values():
            _complete(each)
            _show_as_flag(each)
        if info.name in PAGED:
            callback = _through_pager(callback)
        if "json" in parameters:
            callback = _formatted(callback)
        info.callback = callback


def commands(app: typer.Typer) -> Iterator[CommandInfo]:
    """Yields every command."""
    yield from app.registered_commands
    for group in app.registered_groups:
        if group.typer_instance is not None:
            yield from commands(group.typer_instance)


def _formatted(callback: Callable[..., Any]) -> Callable[..., Any]:
    """Returns the command with `--format`, which takes the way of `--json`."""

    @functools.wraps(callback)
    def call(**given: Any) -> Any:
        template = given.pop("format")
        if template is not None and given["json"]:
            raise typer.BadParameter("give --format or --json, not both", param_hint="--format")
        with nullcontext() if template is None else chosen_by(template):
            return callback(**given | {"json": given["json"] or template is not None})

    own = inspect.signature(callback)
    option = inspect.Parameter(
        "format", inspect.Parameter.KEYWORD_ONLY, default=None, annotation=Format
    )
    parameters = [each.replace(kind=each.KEYWORD_ONLY) for each in own.parameters.values()]
    call.__signature__ = own.replace(parameters=[*parameters, option])  # type: ignore[attr-defined]
    call.__annotations__ = callback.__annotations__ | {"format": Format}
    return call


def _through_pager(callback: Callable[..., Any]) -> Callable[..., Any]:
    @functools.wraps(callback)
    def call(**given: Any) -> Any:
        with paged():
            return callback(**given)

    return call


def _complete(parameter: inspect.Parameter) -> None:
    for each in getattr(parameter.annotation, "__metadata__", ()):
        if getattr(each, "metavar", None) in REFS and isinstance(each, typer.models.ArgumentInfo):
            each.autocompletion = complete_ref


def _show_as_flag(parameter: inspect.Parameter) -> None:
    """Keeps the help from saying that a flag takes a value."""
    if get_args(parameter.annotation)[:1] in ((bool,), (bool | None,)):
        for each in parameter.annotation.__metadata__:
            each.metavar = ""
