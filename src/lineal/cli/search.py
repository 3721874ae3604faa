"""`lineal search`, `lineal suggest`"""

from enum import Enum
from typing import TYPE_CHECKING, Annotated

import typer

from lineal.cli.options import Json, Url, connect, say
from lineal.cli.output import console, document, place, print_json, print_table, table, tell

if TYPE_CHECKING:
    from rich.text import Text

    from lineal.client import RecordKind
    from lineal.client.generated.fragments import SearchHits, SearchHitsHighlights

PAGE = 100


class Kind(Enum):
    """What can be found, as people say it."""

    NAMESPACE = "namespace"
    DATASET = "dataset"
    DATASET_VERSION = "dataset-version"
    COLUMN = "column"
    EXPERIMENT = "experiment"
    RUN = "run"
    MODEL = "model"
    MODEL_VERSION = "model-version"
    DEPLOYMENT = "deployment"
    APPLICATION = "application"


Kinds = Annotated[list[Kind] | None, typer.Option(help="Only this kind; repeatable.")]
InNamespace = Annotated[str | None, typer.Option(help="Only in this namespace.")]


def search(
    words: Annotated[list[str], typer.Argument(metavar="TEXT...", help="What to look for.")],
    kind: Kinds = None,
    namespace: InNamespace = None,
    limit: Annotated[int, typer.Option(min=1, max=PAGE, help="How many at most.")] = 20,
    json: Json = False,
    url: Url = None,
) -> None:
    """Find anything by its words: names, descriptions, tags, owners, properties; best first.

    All the words must be there: whole, their beginnings, or mistyped; in quotes of their own,
    exactly so. `tag:`, `owner:`, `kind:` and `namespace:` say what a hit has. Put what excludes,
    such as `-tag:draft`, after `--`.

    Examples:

        lineal search credit scorer

        lineal search '"probability of default"' --kind model

        lineal search --namespace risk -- tag:pii -owner:ada

    Exits with 0 when done, 1 when it failed or found nothing, 2 when called in a wrong way.
    """
    with connect(url) as client:
        text = " ".join(words)
        found = client.search(text, kinds=_kinds(kind), namespace=namespace, first=limit)
    if json:
        print_json(found)
    elif found.hits:
        rows = table()
        for hit in found.hits:
            rows.add_row(place(hit.node), _why(hit))
        print_table(console(), rows)
    if found.page_info.has_next_page:
        number = f"{found.total_count:,}" if found.complete else f"more than {found.total_count:,}"
        say(f"These are the best {len(found.hits)} of {number}; see --limit")
    if not found.hits:
        say(f"Nothing was found{_advice(words)}")
        raise typer.Exit(1)


def suggest(
    text: Annotated[str, typer.Argument(metavar="TEXT", help="What was typed so far.")],
    kind: Kinds = None,
    namespace: InNamespace = None,
    limit: Annotated[int, typer.Option(min=1, max=PAGE, help="How many at most.")] = 10,
    json: Json = False,
    url: Url = None,
) -> None:
    """Tell what somebody who types may mean, by names and refs, best first: a ref on each line.

    Example:

        lineal suggest credit-sc --kind model

    Exits with 0 when done, also if there is nothing, 1 when it failed, 2 when called in a wrong
    way.
    """
    with connect(url) as client:
        found = client.suggest(text, kinds=_kinds(kind), namespace=namespace, first=limit)
    if json:
        tell(document([each.model_dump(mode="json", by_alias=True) for each in found]), end="")
    else:
        for each in found:
            tell(each.ref)


def _kinds(kinds: list[Kind] | None) -> "list[RecordKind] | None":
    from lineal.client import RecordKind

    return [RecordKind[each.name] for each in kinds] if kinds else None


def _advice(words: list[str]) -> str:
    """Returns what else somebody may try who asked for several things at once."""
    several = len(" ".join(words).split()) > 1
    return ": all the words must be in one thing; leave some out" if several else ""


def _why(hit: "SearchHits") -> "Text":
    """Returns where the words are, but for the ref, which stands before."""
    from rich.text import Text

    marked = [_marked(each) for each in hit.highlights if each.field not in ("name", "ref")]
    return Text("; ").join(marked[:2])


def _marked(highlight: "SearchHitsHighlights") -> "Text":
    from rich.text import Text

    text = Text(f"{highlight.field}: ", "dim")
    for piece in highlight.pieces:
        text.append(piece.text, "bold underline" if piece.hit else "not dim")
    return text
