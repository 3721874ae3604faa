"""`lineal schema export`"""

from pathlib import Path
from typing import Annotated

import typer

from lineal.cli.options import say
from lineal.cli.output import tell

app = typer.Typer(no_args_is_help=True)


@app.callback()
def schema() -> None:
    """The GraphQL schema."""


@app.command()
def export(
    output: Annotated[
        Path, typer.Option("--output", "-o", help="The file to write; - is standard output.")
    ] = Path("schema.graphql"),
    check: Annotated[
        bool, typer.Option("--check", help="Write nothing; exit with 1 if the file is stale.")
    ] = False,
) -> None:
    """Write the GraphQL schema to a file, or check that the file is current.

    Examples:

        lineal schema export

        lineal schema export --output - | less

        lineal schema export --check
    """
    from lineal.schema import schema

    text = schema.as_str().rstrip() + "\n"
    if check:
        _check(output, text)
    elif output == Path("-"):
        tell(text, end="")
    else:
        output.write_text(text, encoding="utf-8")


def _check(file: Path, text: str) -> None:
    if not file.exists() or file.read_text(encoding="utf-8") != text:
        say(f"{file} is stale: write it with `lineal schema export`")
        raise typer.Exit(1)
