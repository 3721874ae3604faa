"""`lineal run series`, `lineal run log-metrics`"""

import csv
import hashlib
from collections.abc import Iterator
from contextlib import suppress
from typing import TYPE_CHECKING, Annotated, Any

import typer

from lineal.cli.fitted import print_fitted
from lineal.cli.options import DryRun, Json, Url, connect, say
from lineal.cli.output import count, moment, print_json
from lineal.cli.progress import progress
from lineal.cli.spec import json_lines, read_as, read_text

if TYPE_CHECKING:
    from lineal.client import MeasuredSeries, MetricPoint, MetricPointInput

# A request may have a megabyte.
BATCH = 5_000
# How few points of a series can be asked for.
FEWEST = 4
COLUMNS = ("key", "step", "value", "time")

Run = Annotated[str, typer.Argument(metavar="RUN", help="Its id.")]


def series(
    run: Run,
    metric: Annotated[
        list[str] | None, typer.Option(metavar="KEY", help="Only this one; repeatable.")
    ] = None,
    points: Annotated[
        int | None,
        typer.Option(
            min=FEWEST,
            max=10_000,
            metavar="N",
            help="Print the points, or so many of them, that no peak is lost.",
        ),
    ] = None,
    from_step: Annotated[
        int | None, typer.Option(metavar="STEP", help="Only points of it and of later steps.")
    ] = None,
    to_step: Annotated[
        int | None, typer.Option(metavar="STEP", help="Only points of it and of earlier steps.")
    ] = None,
    json: Json = False,
    url: Url = None,
) -> None:
    """Tell what a run measured step by step: how many points, the last and the best of each metric.

    With `--points` the points themselves: key, step, value and time.

    Examples:

        lineal run series $RUN

        lineal run series $RUN --metric loss --points 100

    Exits with 0 when done, also if it measured nothing, 1 when there is no such run or it failed, 2
    when called in a wrong way.
    """
    # What tells no points reads as few as there can be.
    at_most = points if points or json else FEWEST
    with connect(url) as client:
        found = client.run_series(
            run, keys=metric, at_most=at_most, from_step=from_step, to_step=to_step
        )
    if found is None:
        say(f"There is no run {run}")
        raise typer.Exit(1)
    if json:
        print_json(found)
    elif not found.series:
        say("It measured nothing step by step")
    elif points is None:
        print_fitted([_summary(each) for each in found.series], (0,))
    else:
        print_fitted([_point(each.key, at) for each in found.series for at in each.points], (0,))


def log_metrics(
    run: Run,
    file: Annotated[
        str,
        typer.Argument(
            metavar="FILE",
            help="JSON lines, or CSV with the header `key,step,value,time`; `time` may be absent. "
            "`-` is standard input.",
        ),
    ],
    dry_run: DryRun = False,
    json: Json = False,
    url: Url = None,
) -> None:
    """Tell what a run measured step by step, from a file.

    The whole file is checked first, and told in batches. What was interrupted can be started again
    with the same file: for 24 hours, what is told already is not told twice.

    Examples:

        lineal run log-metrics $RUN metrics.csv

        jq -c '{key: "loss", step: .epoch, value: .loss}' log.jsonl | lineal run log-metrics $RUN -

    Exits with 0 when done, 1 when refused or failed, 2 when called in a wrong way or with a wrong
    file.
    """
    points = list(_read(file))
    if not points:
        raise typer.BadParameter(f"there is no point in {file}", param_hint="FILE")
    batches = [points[start : start + BATCH] for start in range(0, len(points), BATCH)]
    with connect(url) as client, progress("Telling", len(points)) as advance:
        for number, batch in enumerate(batches):
            key = _key(run, number, batch)
            told = client.log_metrics(run, points=batch, idempotency_key=key, dry_run=dry_run)
            advance(len(batch))
    if json:
        print_json(told)
    say(f"{'Would tell' if dry_run else 'Told'} {count(len(points), 'point')}")


def _summary(of: "MeasuredSeries") -> tuple[str, ...]:
    best = f"best {_at(of.best)}" if of.best else f"{_at(of.min)} to {_at(of.max)}"
    return (of.key, count(of.count, "point"), f"last {_at(of.last)}", best)


def _at(point: "MetricPoint") -> str:
    return f"{point.value:.6g} at {point.step}"


def _point(key: str, at: "MetricPoint") -> tuple[str, ...]:
    return (key, str(at.step), repr(at.value), moment(at.time))


def _key(run: str, number: int, batch: "list[MetricPointInput]") -> str:
    """Returns a key that is the same whenever the same points are told at the same place."""
    text = "\n".join(each.model_dump_json() for each in batch)
    return f"log-metrics {hashlib.sha256(f'{run} {number} {text}'.encode()).hexdigest()}"


def _read(file: str) -> "Iterator[MetricPointInput]":
    """Yields the points of a file, or raises BadParameter that names the first wrong line."""
    from lineal.client import MetricPointInput

    # Some programs begin a file with a byte order mark.
    text = read_text(file, "FILE").removeprefix("\ufeff")
    rows = _json_lines(text) if text.lstrip().startswith("{") else _csv(text)
    for number, row in rows:
        try:
            point = read_as(row, MetricPointInput)
        except typer.BadParameter as error:
            message = f"line {number}: {error.message}"
            raise typer.BadParameter(message, param_hint="FILE") from None
        assert isinstance(point, MetricPointInput)
        yield point


def _json_lines(text: str) -> Iterator[tuple[int, dict[str, Any]]]:
    for number, _, row in json_lines(text):
        if not isinstance(row, dict):
            raise typer.BadParameter(f"line {number} is no JSON object", param_hint="FILE")
        yield number, row


def _csv(text: str) -> Iterator[tuple[int, dict[str, Any]]]:
    rows = csv.DictReader(text.splitlines(), skipinitialspace=True)
    wrong = [name for name in rows.fieldnames or [] if name not in COLUMNS]
    if wrong or not {"key", "step", "value"} <= {*(rows.fieldnames or [])}:
        raise typer.BadParameter(
            f"its first line must be {','.join(COLUMNS)}, with or without time", param_hint="FILE"
        )
    for row in rows:
        yield rows.line_num, {name: _cell(name, text) for name, text in row.items() if text}


def _cell(name: str, text: str) -> str | int | float:
    """Returns what a cell says: of numbers, a number if it is one."""
    with suppress(ValueError):
        if name == "step":
            return int(text)
        if name == "value":
            return float(text)
    return text
