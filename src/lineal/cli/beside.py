"""Versions beside each other, as rows of cells: what a terminal and a pull request both show."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from lineal.cli.output import joined

if TYPE_CHECKING:
    from lineal.client import Comparison

# Of a commit or a digest as much as tells it from others.
SHORT = 12


@dataclass(frozen=True, slots=True)
class Cell:
    """What one version has, in words; a note on it, such as its difference; if it is the best."""

    text: str | None
    note: str = ""
    better: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """One thing that versions have, or do not."""

    name: str
    cells: Sequence[Cell]
    same: bool


@dataclass(frozen=True, slots=True)
class Section:
    """Rows of one kind, such as metrics; of those that are the same maybe only the number."""

    title: str
    rows: list[Row] = field(default_factory=list)
    hidden: int = 0


def sections(found: "Comparison", whole: bool) -> list[Section]:
    """Returns what there is to show: all of it, or what is not the same of all."""
    parts = {
        "Metrics": _metrics(found.metrics),
        "Evaluations": _evaluations(found),
        "Parameters": _parameters(found),
        "Data": _data(found),
        "Code": _code(found),
        "Environment": _environment(found),
        "Bases": _bases(found),
    }
    made = (_section(title, list(rows), whole) for title, rows in parts.items())
    return [section for section in made if section.rows or section.hidden]


def unshown(parts: Iterable[Section]) -> str:
    """Returns how much is not shown, as it is the same of all: `2 in parameters, 1 in data`."""
    return joined(f"{part.hidden} in {part.title.lower()}" for part in parts if part.hidden)


def links(found: "Comparison") -> dict[str, str]:
    """Returns by version where its difference to the code of the first one is shown."""
    return {each.version: each.link for each in found.code.values if each.link}


def _section(title: str, rows: list[Row], whole: bool) -> Section:
    shown = [row for row in rows if whole or not row.same]
    return Section(title, shown, len(rows) - len(shown))


def _row(name: str, texts: Iterable[str | None]) -> Row:
    texts = list(texts)
    return Row(name, [Cell(text) for text in texts], len(set(texts)) == 1)


def _evaluations(found: "Comparison") -> Iterator[Row]:
    for each in found.evaluations:
        runs = [at.evaluation for at in each.values]
        data = [(run and run.dataset and run.dataset.ref) or None for run in runs]
        if any(data):
            yield _row(f"{each.suite} on", data)
        yield from _metrics(each.metrics, f"{each.suite} ")
        for part in each.slices:
            yield from _metrics(part.metrics, f"{each.suite} {part.name} ")


def _metrics(metrics: Iterable[Any], of: str = "") -> Iterator[Row]:
    for metric in metrics:
        cells = [
            Cell(
                None if each.value is None else f"{each.value:.6g}",
                f"{each.difference:+.6g}" if each.difference else "",
                each.version == metric.better,
            )
            for each in metric.values
        ]
        yield Row(f"{of}{metric.key}", cells, metric.outcome.value == "SAME")


def _parameters(found: "Comparison") -> Iterator[Row]:
    for parameter in found.parameters:
        cells = [Cell(_plain(each.value)) for each in parameter.values]
        yield Row(parameter.key, cells, parameter.outcome.value == "SAME")


def _plain(value: object) -> str | None:
    """Returns a value as it is written in YAML: `true`, not `True`."""
    return None if value is None else str(value).lower() if value in (True, False) else str(value)


def _data(found: "Comparison") -> Iterator[Row]:
    for each in found.data:
        yield _row(each.role, (joined(read.ref for read in at.read) or None for at in each.values))


def _code(found: "Comparison") -> Iterator[Row]:
    code = found.code.values
    yield from _known("repository", [each.repository for each in code])
    yield from _known("commit", [each.commit for each in code], short=True)
    yield from _known("entry point", [each.entry_point for each in code])


def _environment(found: "Comparison") -> Iterator[Row]:
    environment = found.environment.values
    yield from _known("image", [each.image_digest for each in environment], short=True)
    yield from _known("lock file", [each.lock_digest for each in environment], short=True)


def _bases(found: "Comparison") -> Iterator[Row]:
    bases = [
        joined(f"{base.version.ref} ({base.how})" for base in each.bases)
        for each in found.bases.values
    ]
    yield from _known("made from", [each or None for each in bases])


def _known(name: str, texts: list[str | None], *, short: bool = False) -> Iterator[Row]:
    """Yields the row of what at least one version has."""
    if any(text is not None for text in texts):
        row = _row(name, texts)
        cells = [Cell(_short(cell.text)) for cell in row.cells] if short else row.cells
        yield Row(name, cells, row.same)


def _short(text: str | None) -> str | None:
    """Returns the beginning of a commit, or of what follows the algorithm of a digest."""
    if text is None:
        return None
    algorithm, colon, rest = text.rpartition(":")
    return f"{algorithm}{colon}{rest[:SHORT]}"
