"""Tables, for a terminal as they are made, and for a file."""

from collections.abc import Sequence
from pathlib import Path


class Report:
    """Prints as it goes; keeps all of it as Markdown."""

    def __init__(self) -> None:
        self._lines: list[str] = []

    def say(self, text: str) -> None:
        """Adds a paragraph."""
        print(text, flush=True)
        self._lines += [text, ""]

    def table(self, title: str, heads: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
        """Adds a table; its first column is text, the others are numbers."""
        print(f"\n{title}")
        for line in _aligned([heads, *rows]):
            print(f"  {line}", flush=True)
        marks = ["---", *["---:"] * (len(heads) - 1)]
        self._lines += [f"### {title}", "", *(_row(each) for each in [heads, marks, *rows]), ""]

    def write(self, file: Path) -> None:
        """Writes what was said and all tables."""
        file.write_text("\n".join(self._lines))


def number(value: float) -> str:
    """Returns a number with about three digits that count."""
    if value >= 100:
        return f"{value:,.0f}"
    return f"{value:.1f}" if value >= 10 else f"{value:.2f}"


def _aligned(rows: Sequence[Sequence[str]]) -> list[str]:
    first, *widths = (max(len(row[i]) for row in rows) for i in range(len(rows[0])))
    return [
        "  ".join(
            [f"{row[0]:{first}}", *(f"{it:>{w}}" for it, w in zip(row[1:], widths, strict=True))]
        )
        for row in rows
    ]


def _row(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"
