"""Versions beside each other as a table of Markdown, such as for a pull request.

What comes from the registry stands in code spans: there it is no markup, no mention and no HTML
(https://github.github.com/gfm/#code-spans, https://github.github.com/gfm/#tables-extension-).
"""

import re
from collections.abc import Iterator, Mapping, Sequence

from lineal.cli.beside import Cell, Section, unshown
from lineal.cli.output import joined


def comparison(refs: Sequence[str], sections: Sequence[Section], links: Mapping[str, str]) -> str:
    """Returns the table of these versions, and what it does not show."""
    best = "better" if len(refs) == 2 else "best"
    lines = [
        _line("", *(code(ref) for ref in refs)),
        _line(*("---" for _ in range(len(refs) + 1))),
        *(line for section in sections for line in _section(section, best, len(refs))),
    ]
    if links:
        changes = (f"[changes]({links[ref]})" if ref in links else "" for ref in refs)
        lines.append(_line("Changes of code", *changes))
    if same := unshown(sections):
        lines += ["", f"The same of all: {same}."]
    return "\n".join(lines)


def code(text: str) -> str:
    """Returns a text as a code span in a cell of a table."""
    line = re.sub(r"\s+", " ", text).replace("|", "\\|") or " "
    fence = "`" * (1 + max((len(run) for run in re.findall("`+", line)), default=0))
    padding = " " if line.startswith("`") or line.endswith("`") else ""
    return f"{fence}{padding}{line}{padding}{fence}"


def _section(section: Section, best: str, width: int) -> Iterator[str]:
    if section.rows:
        yield _line(f"**{section.title}**", *("" for _ in range(width)))
    for row in section.rows:
        yield _line(code(row.name), *(_cell(cell, best) for cell in row.cells))


def _cell(cell: Cell, best: str) -> str:
    if cell.text is None:
        return "–"
    notes = [note for note in (cell.note, best if cell.better else "") if note]
    text = code(cell.text)
    shown = f"**{text}**" if cell.better else text
    return f"{shown} ({joined(notes)})" if notes else shown


def _line(*cells: str) -> str:
    return f"| {' | '.join(cells)} |"
