"""`lineal import`"""

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Annotated, Any

import typer

from lineal.cli import spec
from lineal.cli.options import DryRun, Json, Url, connect, say
from lineal.cli.output import count, document, tell
from lineal.cli.progress import progress
from lineal.cli.template import chosen

if TYPE_CHECKING:
    from lineal.client import Client

# A request may have a megabyte; what the client writes is somewhat longer than what was read.
LARGEST = 600_000
# Each kind, with the method that tells of many.
KINDS = {
    "datasetVersion": "register_dataset_versions",
    "run": "register_runs",
    "modelVersion": "register_model_versions",
}


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the file: its number, its text, and the record that it is."""

    number: int
    kind: str
    text: str
    record: Any


@dataclass(slots=True)
class Batch:
    """Lines one after another, of one kind, to be told in one call."""

    lines: list[Line] = field(default_factory=list)

    @property
    def key(self) -> str:
        """A key that is the same whenever the same lines are told."""
        text = "\n".join(line.text for line in self.lines)
        return f"import {hashlib.sha256(text.encode()).hexdigest()}"


@dataclass(slots=True)
class Imported:
    """What became of the lines so far: what the API answered, and what it refused."""

    items: list[Any] = field(default_factory=list)
    refusals: list[dict[str, Any]] = field(default_factory=list)

    def refuse(self, line: Line, refusal: dict[str, Any]) -> None:
        """Keeps and tells why a line is refused."""
        told = {name: refusal[name] for name in ("code", "message", "path")}
        self.refusals.append({"line": line.number, **told})
        say(f"line {line.number}: {refusal['message']}")

    def plain(self) -> dict[str, Any]:
        """Returns all of it as JSON has it."""
        items = [each.model_dump(mode="json", by_alias=True) for each in self.items]
        return {"items": items, "refusals": self.refusals}


def import_(
    file: Annotated[str, typer.Argument(metavar="FILE", help="JSON lines; `-` is standard input.")],
    batch: Annotated[
        int, typer.Option(min=1, max=1_000, help="How many lines to tell in one call at most.")
    ] = 100,
    from_: Annotated[int, typer.Option("--from", min=1, help="The line to begin with.")] = 1,
    skip_refused: Annotated[
        bool, typer.Option("--skip-refused", help="Leave out what is refused, and go on.")
    ] = False,
    dry_run: DryRun = False,
    json: Json = False,
    url: Url = None,
) -> None:
    """Import what another registry knows: dataset versions, runs and model versions.

    Each line is a JSON object: `kind` is `datasetVersion`, `run` or `modelVersion`, and the rest is
    an item of the API's `registerDatasetVersions`, `registerRuns` or `registerModelVersions`. The
    whole file is checked first. Lines of one kind are told in batches; a batch is imported whole or
    not at all. What refers to other lines comes after them.

    An import that was interrupted can be started again with the same file: for 24 hours, what is
    imported already is not imported twice. `--from` leaves out what is.

    With `--json` it prints `items`, what the API answered of each line that is imported, and
    `refusals`, each with the number of its `line`; with `--format` a line for each item.

    Examples:

        lineal import history.jsonl --dry-run --batch 1000

        export-everything | lineal import - --skip-refused --format '{ref}'

    Exits with 0 when all is imported, 1 when something was refused or it failed, 2 when called in a
    wrong way or with a wrong file.
    """
    lines = [line for line in _read(file) if line.number >= from_]
    _foresee(lines)
    imported = Imported()
    try:
        with connect(url) as client, progress("Importing", len(lines)) as advance:
            for each in _batches(lines, batch):
                _tell(client, each, imported, dry_run=dry_run, skip=skip_refused)
                advance(len(each.lines))
    finally:
        if json:
            tell(document(imported.plain()), end="")
    done, refused = count(len(imported.items), "line"), len(imported.refusals)
    say(f"{'Would import' if dry_run else 'Imported'} {done}, {refused} refused")
    if refused:
        raise typer.Exit(1)


def _foresee(lines: Sequence[Line]) -> None:
    """Raises BadParameter if `--format` cannot print one of the kinds of lines."""
    if chosen.get() is None:
        return
    from lineal.cli.foreseen import foresee

    for kind in {line.kind for line in lines}:
        foresee(KINDS[kind])


def _read(file: str) -> Iterator[Line]:
    """Yields the lines of a file, or raises BadParameter for the first that is wrong."""
    for number, text, given in spec.json_lines(spec.read_text(file, "FILE")):
        yield _line(number, text, given)


def _line(number: int, text: str, given: Any) -> Line:
    kind = given.pop("kind", None) if isinstance(given, dict) else None
    if kind not in KINDS:
        raise typer.BadParameter(f"line {number}: kind must be one of {', '.join(KINDS)}")
    try:
        record = spec.read_as(given, _forms()[kind])
    except typer.BadParameter as error:
        raise typer.BadParameter(f"line {number}: {error.message}") from None
    return Line(number, kind, text, record)


def _forms() -> dict[str, Any]:
    from lineal import client as api

    return {
        "datasetVersion": api.RegisteredDatasetVersionInput,
        "run": api.RegisteredRunInput,
        "modelVersion": api.RegisteredModelVersionInput,
    }


def _batches(lines: Sequence[Line], most: int) -> Iterator[Batch]:
    """Yields batches, always the same ones of the same lines."""
    batch, size = Batch(), 0
    for line in lines:
        long = len(line.text.encode())
        other = batch.lines and batch.lines[-1].kind != line.kind
        if batch.lines and (other or len(batch.lines) == most or size + long > LARGEST):
            yield batch
            batch, size = Batch(), 0
        batch.lines.append(line)
        size += long
    if batch.lines:
        yield batch


def _tell(client: "Client", batch: Batch, imported: Imported, *, dry_run: bool, skip: bool) -> None:
    """Imports a batch; without `skip` a refusal ends it all."""
    from lineal.client import ItemsRefused, LinealError

    lines = batch.lines
    while lines:
        try:
            imported.items += _call(client, Batch(lines), dry_run)
            return
        except ItemsRefused as error:
            refusals = {each["index"]: each for each in error.refusals}
            for index, refusal in sorted(refusals.items()):
                imported.refuse(lines[index], refusal)
            if not skip:
                _end(batch, "Nothing of its batch is imported")
            lines = [line for index, line in enumerate(lines) if index not in refusals]
        except LinealError as error:
            _end(batch, str(error))


def _call(client: "Client", batch: Batch, dry_run: bool) -> list[Any]:
    """Returns what the API answers of each line."""
    call: Any = getattr(client, KINDS[batch.lines[0].kind])
    records = [line.record for line in batch.lines]
    made: list[Any] = call(records, idempotency_key=batch.key, dry_run=dry_run)
    return made


def _end(batch: Batch, why: str) -> None:
    say(f"{why}; what was before line {batch.lines[0].number} is, go on with --from")
    raise typer.Exit(1)
