"""What is said of a thing with a name when it is made: the same flags for each kind."""

from typing import Annotated, Any

import typer

from lineal.cli.spec import read_links, read_properties

Description = Annotated[str | None, typer.Option(help="What it is, in Markdown.")]
Owners = Annotated[
    list[str] | None, typer.Option("--owner", help="Who answers for it; repeatable.")
]
Tags = Annotated[list[str] | None, typer.Option("--tag", help="A tag; repeatable.")]
Properties = Annotated[
    list[str] | None,
    typer.Option(
        "--set",
        metavar="KEY=VALUE",
        help="A property of your own: a number, true or false, a time with its zone, a link such "
        "as https://…, or else a text; repeatable.",
    ),
]
Documentation = Annotated[
    list[str] | None,
    typer.Option("--doc", metavar="TITLE=URL", help="Where more is written; repeatable."),
]


def details(
    description: str | None,
    owners: list[str] | None,
    tags: list[str] | None,
    properties: list[str] | None,
    documentation: list[str] | None,
) -> dict[str, Any]:
    """Returns arguments of a method of the client that makes something with a name."""
    return {
        "description": description,
        "owners": owners or [],
        "tags": tags or [],
        "properties": read_properties(properties or []),
        "documentation": read_links(documentation or []),
    }
