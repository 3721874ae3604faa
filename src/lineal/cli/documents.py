"""`lineal documents`"""

from pathlib import Path
from typing import Annotated

import orjson
import typer

from lineal.cli.output import tell


def documents(
    paths: Annotated[
        list[Path] | None,
        typer.Argument(
            metavar="[PATH]...",
            help="A file of operations in GraphQL, a manifest in JSON, or a folder of them.",
            show_default=False,
        ),
    ] = None,
    own: Annotated[
        bool, typer.Option("--own", help="Add what this command line and its client ask.")
    ] = False,
    output: Annotated[
        Path, typer.Option("--output", "-o", help="The file to write; - is standard output.")
    ] = Path("-"),
) -> None:
    """Write documents down by their ids, for LINEAL_DOCUMENTS.

    An id is `sha256:` and the digest of a document's text; clients send it instead of the text.
    Each is checked against the schema.

    Exits with 0 when done, 1 when a document is refused, 2 when called in a wrong way.

    Examples:

        lineal documents src/queries --output documents.json

        lineal documents queries.graphql --own --output documents.json
    """
    from lineal.client.generated import operations
    from lineal.http.persisted import checked, id_of, read
    from lineal.kernel.engine import Engine
    from lineal.schema import schema

    if not paths and not own:
        raise typer.BadParameter("give a PATH, or --own")
    texts = read(paths or [])
    if own:
        asked = [str(getattr(operations, name)) for name in operations.__all__]
        texts |= {id_of(text): text for text in asked}
    checked(texts, Engine(schema))
    manifest = orjson.dumps(texts, option=orjson.OPT_INDENT_2 | orjson.OPT_SORT_KEYS).decode()
    if output == Path("-"):
        tell(manifest)
    else:
        output.write_text(manifest + "\n", encoding="utf-8")
