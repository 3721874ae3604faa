"""Tags of columns, as `--column-tag` takes them: one that no column has is most likely mistyped."""

from difflib import get_close_matches
from typing import TYPE_CHECKING

from lineal.cli.output import joined

if TYPE_CHECKING:
    from lineal.client import Client, ColumnWhere

# How many tags are named that may be meant.
NAMED = 3


def tagged(tags: list[str]) -> "ColumnWhere":
    """Returns the filter for columns that have one of these tags."""
    from lineal.client import ColumnWhere, TextFilter

    return ColumnWhere(tag=TextFilter(in_=tags))


def without_columns(client: "Client", tags: list[str], found: int | None) -> list[str]:
    """Returns the tags that no column has, where so many columns have one of them."""
    if not found or len(tags) == 1:
        return [] if found else tags
    return [tag for tag in tags if not client.columns(tagged([tag]), first=1).nodes]


def unknown(client: "Client", tags: list[str]) -> str:
    """Returns what is said of tags that no column has, with tags that may be meant."""
    there_are = [each.value for each in client.search("kind:column", first=1).facets.tags]
    near = [each for tag in tags for each in get_close_matches(tag.lower(), there_are, NAMED)]
    named = list(dict.fromkeys(near)) or there_are[:NAMED]
    known = f"; there is {joined(named)}" if named else ""
    return f"No column has the tag {' or '.join(tags)}{known}"
