"""How results look: in a terminal, in a file, as JSON. Colour only says again what words say."""

import json
import sys
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from lineal.cli.template import chosen, rendered
from lineal.cli.visible import visible

if TYPE_CHECKING:
    from datetime import datetime

    from pydantic import BaseModel
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    from lineal.client import MetricPoint

UNLIMITED = 10_000
_BLOCKS = "▁▂▃▄▅▆▇█"

# A kind of node, as a word and a colour.
KINDS = {
    "Namespace": ("namespace", ""),
    "Dataset": ("dataset", "cyan"),
    "DatasetVersion": ("dataset", "cyan"),
    "Column": ("column", "cyan"),
    "Experiment": ("experiment", "yellow"),
    "Run": ("run", "yellow"),
    "Model": ("model", "magenta"),
    "ModelVersion": ("model", "magenta"),
    "Deployment": ("deployment", "green"),
    "Application": ("application", "blue"),
}


def console() -> "Console":
    """Returns standard output: as wide as the terminal, or as wide as the text in a file."""
    from lineal.cli.screen import Screen

    width = None if sys.stdout.isatty() else UNLIMITED
    return Screen(width=width, highlight=False, markup=False)


def print_json(answer: "BaseModel | None") -> None:
    """Prints an answer as one document with the API's names, or as `--format` says."""
    tell(as_json(answer), end="")


def print_done(done: "BaseModel", name: str, json: bool) -> None:
    """Prints the ref or the id of what was made or changed, or all that the API answers."""
    if json:
        print_json(done)
    else:
        tell(name)


def tell(text: str, end: str = "\n") -> None:
    """Prints a text to standard output, and whatever is hidden in it."""
    sys.stdout.write(visible(text) + end)


def as_json(answer: "BaseModel | None") -> str:
    """Returns an answer as one document with the API's names, or as `--format` says."""
    return document(None if answer is None else answer.model_dump(mode="json", by_alias=True))


def document(plain: Any) -> str:
    """Returns plain values as one document, or as `--format` says."""
    if (template := chosen.get()) is not None:
        return visible(rendered(template, plain))
    # Of what is hidden, JSON itself spells C0 alone.
    return visible(json.dumps(plain, indent=2, ensure_ascii=False)) + "\n"


def place(node: Any) -> "Text":
    """Returns the kind and the name of a node; of a run it is not the id, which says nothing."""
    from rich.text import Text

    word, colour = KINDS[node.typename__]
    name = node.name if node.typename__ == "Run" else node.ref
    text = Text.assemble((word, colour), " ", (name, "bold"))
    if node.typename__ == "Deployment":
        text.append(f" in {node.environment}")
    return text


def table() -> "Table":
    """Returns a table without lines: columns, two spaces apart."""
    from rich.table import Table

    return Table(box=None, show_header=False, padding=(0, 2, 0, 0), pad_edge=False)


def facts(rows: Mapping[str, object]) -> "Table":
    """Returns the facts that there are, each after its name."""
    grid = table()
    grid.add_column(style="dim", no_wrap=True)
    grid.add_column(overflow="fold")
    for name, value in rows.items():
        if value is not None and value != "":
            grid.add_row(name, value if hasattr(value, "__rich_console__") else str(value))
    return grid


def print_table(out: "Console", rows: "Table") -> None:
    """Prints a table without the blanks that fill up its last column."""
    with out.capture() as captured:
        out.print(rows)
    out.file.writelines(f"{line.rstrip()}\n" for line in captured.get().splitlines())


def joined(words: Iterable[str]) -> str:
    """Returns words with commas between them."""
    return ", ".join(words)


def count(number: int, word: str) -> str:
    """Returns a number of things: `1 run`, `2,000 runs`."""
    return f"{number} {word}" if number == 1 else f"{number:,} {word}s"


def share(weight: float) -> str:
    """Returns a part of the whole in percent."""
    return f"{weight * 100:.4g} %"


def sparkline(points: "Sequence[MetricPoint]") -> str:
    """Returns a line of as many blocks as points, the least value lowest; all the same: low."""
    # Halved, so that no difference is too large for a float.
    halves = [point.value / 2 for point in points]
    least, span = min(halves), max(halves) - min(halves)
    heights = ((half - least) / span if span else 0 for half in halves)
    return "".join(_BLOCKS[round(height * (len(_BLOCKS) - 1))] for height in heights)


def drifted(drift: Any) -> str:
    """Returns how what serves is other than what was intended, of one version."""
    ref = drift.version.ref
    if drift.observed is None:
        return f"{ref} is missing"
    if drift.intended is None:
        return f"{ref} is unexpected"
    return f"{ref} has {share(drift.observed)} instead of {share(drift.intended)}"


def size(number: int) -> str:
    """Returns so many bytes, as people and as machines say it."""
    from rich.filesize import decimal

    return f"{decimal(number)} ({number:,} bytes)" if number >= 1000 else decimal(number)


def moment(when: "datetime") -> str:
    """Returns a moment by this machine's clock, to the second: `2026-11-25 21:20:03 UTC`."""
    here = when.astimezone()
    if not here.utcoffset():
        return f"{here:%Y-%m-%d %H:%M:%S} UTC"
    return f"{here:%Y-%m-%d %H:%M:%S} {here.isoformat()[-6:]}"
