"""Rows in a terminal, a line for each: refs are whole, other cells cut where there is no room."""

import sys
from collections.abc import Mapping, Sequence

from lineal.cli.output import console, joined, tell
from lineal.cli.visible import visible

# Of metrics there are as many as there is room for.
Cell = str | Mapping[str, float]
Row = tuple[Cell, ...]

GAP = 2
# A cell that is no wider is never cut.
NARROW = 10
# To how much a cell is cut where nothing else helps.
LEAST = 3
# How many metrics are told in a terminal.
MOST = 3


def print_fitted(rows: Sequence[Row], whole: Sequence[int]) -> None:
    """Prints rows, a line for each; what is in these columns, such as refs, is never cut.

    In a file nothing is. A terminal that is too narrow for that breaks the lines itself.
    """
    from rich.text import Text

    in_terminal = sys.stdout.isatty()
    widths = _widths(rows, MOST if in_terminal else None)
    if in_terminal:
        room = console().width - GAP * (len(widths) - 1)
        _fit(widths, _widths(rows, 1), room, whole)
    for row in rows:
        cells = [Text(_text(cell, width)) for cell, width in zip(row, widths, strict=True)]
        for cell, width in zip(cells, widths, strict=True):
            cell.truncate(width, overflow="ellipsis", pad=True)
        tell((" " * GAP).join(cell.plain for cell in cells).rstrip())


def _widths(rows: Sequence[Row], most: int | None) -> list[int]:
    """Returns how wide each column is with so many metrics."""
    from rich.cells import cell_len

    columns = zip(*([_told(cell, most) for cell in row] for row in rows), strict=True)
    return [max(cell_len(text) for text in column) for column in columns]


def _fit(widths: list[int], with_one: list[int], room: int, whole: Sequence[int]) -> None:
    """Makes columns narrower until they fit, if they can; metrics are cut last."""
    wide = [at for at, width in enumerate(widths) if width > NARROW and at not in whole]
    # How wide a column is depends on how many metrics are told if those are in it.
    metrics = {at: with_one[at] for at in wide if with_one[at] < widths[at]}
    for least in (NARROW, LEAST):
        _shrink(widths, {at: metrics.get(at, least) for at in wide}, room)
    _shrink(widths, dict.fromkeys(wide, LEAST), room)


def _shrink(widths: list[int], least: Mapping[int, int], room: int) -> None:
    """Takes from the widest of columns until all fit, or each has its least width."""
    while sum(widths) > room:
        can = [at for at in least if widths[at] > least[at]]
        if not can:
            return
        widths[max(can, key=widths.__getitem__)] -= 1


def _text(cell: Cell, width: int) -> str:
    """Returns a cell with as many metrics as there is room for, but at least one."""
    from rich.cells import cell_len

    tries = (_told(cell, most) for most in (None, *range(MOST, 0, -1)))
    return next((text for text in tries if cell_len(text) <= width), _told(cell, 1))


def _told(cell: Cell, most: int | None) -> str:
    """Returns a cell on one line; of metrics all, or so many and how many more there are."""
    if isinstance(cell, str):
        return visible(cell).replace("\n", " ")
    texts = [f"{visible(key)} {value:g}" for key, value in cell.items()]
    more = [f"+{len(texts) - most}"] if most is not None and len(texts) > most else []
    return joined(texts[:most] + more)
