"""How far long work is: a bar in a terminal, elsewhere a line now and then."""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from lineal.cli.options import say

# In a log, seconds between two lines.
PAUSE = 30.0


@contextmanager
def progress(title: str, total: int, pause: float = PAUSE) -> Iterator[Callable[[int], None]]:
    """Yields what is to be told how much more is done of so many."""
    from rich.console import Console

    console = Console(stderr=True)
    if not console.is_terminal:
        yield _lines(title, total, pause)
        return
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn
    from rich.progress import TimeRemainingColumn as Remaining

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), Remaining())
    with Progress(*columns, console=console) as bar:
        task = bar.add_task(title, total=total)
        yield lambda more: bar.advance(task, more)


def _lines(title: str, total: int, pause: float) -> Callable[[int], None]:
    done, said = 0, time.monotonic()

    def advance(more: int) -> None:
        nonlocal done, said
        done += more
        if done < total and time.monotonic() - said >= pause:
            say(f"{title}: {done:,} of {total:,}")
            said = time.monotonic()

    return advance
