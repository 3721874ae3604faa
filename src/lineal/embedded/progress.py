"""What a person sees while the embedded Neo4j is downloaded."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager

from rich.console import Console
from rich.progress import (
    BarColumn,
    DownloadColumn,
    Progress,
    TextColumn,
    TimeRemainingColumn,
)

from lineal.embedded.jars import Advance, Jar


@contextmanager
def download_progress(console: Console) -> Iterator[Callable[[Sequence[Jar]], Advance]]:
    """Yields what `ensure_jars` and `start` call; it shows nothing unless jars are missing."""
    columns = (
        TextColumn("Neo4j, once: {task.fields[done]}/{task.fields[jars]} jars"),
        BarColumn(),
        DownloadColumn(),
        TimeRemainingColumn(),
    )
    bar = Progress(*columns, console=console)

    def begin(wanted: Sequence[Jar]) -> Advance:
        if not console.is_terminal:
            return _tenths(console, wanted)
        task = bar.add_task("jars", total=_size(wanted), done=0, jars=len(wanted))
        bar.start()

        def advance(received: int, jars: int) -> None:
            done = bar.tasks[task].fields["done"] + jars
            bar.update(task, advance=received, done=done)

        return advance

    try:
        yield begin
    finally:
        if bar.tasks:
            bar.stop()


def _size(jars: Sequence[Jar]) -> int:
    return sum(jar.size for jar in jars)


def _tenths(console: Console, wanted: Sequence[Jar]) -> Advance:
    """Returns what prints a line for every tenth: a log has no use for a moving bar."""
    size = _size(wanted)
    console.print(f"Downloading Neo4j, once: {len(wanted)} jars, {size / 1e6:.0f} MB")
    received, told = 0, 0

    def advance(more: int, jars: int) -> None:
        nonlocal received, told
        received += more
        if (tenth := received * 10 // max(size, 1)) > told:
            told = tenth
            console.print(f"  {tenth * 10} %")

    return advance
