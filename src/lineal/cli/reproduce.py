"""`lineal reproduce`"""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from lineal.cli.options import AsOf, Json, Url, connect, say
from lineal.cli.output import as_json, count, tell

if TYPE_CHECKING:
    from lineal.client import Reproduction


def reproduce(
    ref: Annotated[
        str, typer.Argument(metavar="REF", help="A model version, such as `risk/scorer@champion`.")
    ],
    output: Annotated[
        Path | None,
        typer.Option("--output", "-o", help="The file to write; absent: standard output."),
    ] = None,
    as_of: AsOf = None,
    json: Json = False,
    url: Url = None,
) -> None:
    """Write what is needed to train a version again, as a shell script or as JSON.

    The script clones the repository, checks out the commit, looks for the lock file of the recorded
    digest, and asks before it starts anything. Its comments tell the parameters, the data, the
    bases, and what was never recorded. Read it before you run it: what it starts is code that
    somebody registered.

    Examples:

        lineal reproduce risk/credit-scorer@champion --output again.sh

        lineal reproduce risk/credit-scorer:7 --json

    Exits with 0 when done, also if something was never recorded, 1 when there is no such version or
    it failed, 2 when called in a wrong way.
    """
    with connect(url) as client:
        found = client.reproduction(ref, as_of=as_of)
    if found is None:
        say(f"There is no model version named {ref}")
        raise typer.Exit(1)
    _write(_text(found, json), output)
    for each in found.reproduction.missing:
        say(each.message)
    if missing := found.reproduction.missing:
        say(f"{count(len(missing), 'thing')} that would be needed {_were(len(missing))} recorded")


def _text(found: "Reproduction", json: bool) -> str:
    from lineal.cli.reproduction import script

    return as_json(found) if json else script(found)


def _write(text: str, file: Path | None) -> None:
    if file is None:
        tell(text, end="")
        return
    try:
        file.write_text(text, encoding="utf-8", newline="\n")
    except OSError as error:
        message = f"cannot write {file}: {error.strerror}"
        raise typer.BadParameter(message, param_hint="--output") from None


def _were(number: int) -> str:
    return "was never" if number == 1 else "were never"
