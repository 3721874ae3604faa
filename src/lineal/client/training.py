"""A training script tells Lineal what it does, as it does it, and is never broken by that.

    import lineal

    with lineal.run("risk/credit-scorer") as run:
        run.log_params({"C": 0.3})
        run.use("risk/customers#2026-11", role="train")
        run.log_metrics({"loss": 0.47}, step=1)
        run.log_metrics({"auc": 0.81})
        run.register_version(digest="sha256:…")

What is logged is sent by a thread, about every second and at the end. A server that is away is
tried again, at the end for up to a minute, which standard error says and Ctrl-C stops; if it stays
away, a warning is logged and the training goes on. What cannot be sent, such as a step of 1.5, is
left out with a warning. Only `register_version` raises, and nothing but LinealError, because its
caller needs the answer.

What the run was started with is recorded: repository, commit, uncommitted changes, entry point,
arguments without what looks like a secret, lock file, versions of Python and packages.
`capture=False`, or LINEAL_CAPTURE=off in the environment, leaves it out. `ending.py` says how a
run ends whose process is ended.
"""

import contextlib
import itertools
import logging
import threading
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import UTC, datetime
from types import TracebackType
from typing import Any, Self, TypeVar
from uuid import uuid4

import httpx

from lineal.client import capture, facts
from lineal.client.ending import Guard, outcome
from lineal.client.errors import InvalidInput, LinealError, Refused, Unreachable
from lineal.client.facts import Fact, Point, Subject
from lineal.client.generated.enums import OnDuplicate, RunKind
from lineal.client.generated.fragments import ModelVersion
from lineal.client.generated.input_types import (
    BaseInput,
    DatasetVersionInput,
    ExperimentDetails,
    ModelDetails,
)
from lineal.client.generated.sync_client import Client
from lineal.client.outbox import (
    LARGEST_BATCH_OF_POINTS,
    MOST_POINTS,
    Batch,
    Outbox,
)
from lineal.client.waiting import INTERVAL, Stopped, answers, may_pass, patiently, was_in_vain

log = logging.getLogger("lineal")

DEADLINE = 10.0
VERBS = {
    RunKind.TRAINING: "train",
    RunKind.EVALUATION: "evaluate",
    RunKind.TRANSFORMATION: "transform",
    RunKind.SCORING: "score",
}
# Of one value among many: the server could not read it, or all are too much at once.
DIVIDING = {"BAD_REQUEST", "TOO_LARGE", "HTTP_400", "HTTP_413"}

T = TypeVar("T")


@contextlib.contextmanager
def _lineal_errors() -> Iterator[None]:
    """Raises LinealError whatever is raised: what cannot be sent is as if it were refused."""
    try:
        yield
    except LinealError:
        raise
    except httpx.RequestError as error:
        raise Unreachable(f"{type(error).__name__}: {error}", "UNREACHABLE") from error
    except Exception as error:
        message = f"{type(error).__name__}: {facts.text(error) or ''}"
        raise InvalidInput(message, "INVALID_INPUT") from error


class TrainingRun:
    """A run that is begun, told of, and ended. May be used by several threads at once.

    `model` is what it is about; of a run that makes none, `namespace/` and a word. `kind` says what
    it is for. `capture` says whether what it was started with is recorded. Raises ValueError for an
    unknown kind.
    """

    def __init__(
        self,
        model: str,
        *,
        kind: RunKind | str = RunKind.TRAINING,
        name: str | None = None,
        description: str | None = None,
        tags: Sequence[str] = (),
        experiment: str | None = None,
        parent: "TrainingRun | str | None" = None,
        capture: bool = True,
        url: str | None = None,
        patience: float = 60.0,
    ) -> None:
        """Is of an experiment, which is made if there is none, and a part of a parent, if given."""
        self.model = model
        self.ref: str | None = None
        kind = RunKind(kind)
        self._details: dict[str, Any] = {
            "namespace": model.partition("/")[0],
            "name": facts.line(name or f"{VERBS[kind]} {model.rpartition('/')[2]}"),
            "kind": kind,
            "description": description and facts.text(description),
            "tags": [facts.line(tag) for tag in tags],
            "idempotency_key": str(uuid4()),
        }
        if experiment is not None:
            namespace = "" if "/" in experiment else f"{self._details['namespace']}/"
            self._details["experiment"] = f"{namespace}{experiment}"
            self._details["create_experiment"] = ExperimentDetails()
        self._parent = parent
        self._captures = capture
        self._url = url
        self._patience = patience
        self._outbox = Outbox()
        self._points = Outbox(MOST_POINTS, LARGEST_BATCH_OF_POINTS)
        self._numbers = itertools.count()
        self._client: Client | None = None
        self._refusal: LinealError | None = None
        self._guard = Guard(self._end)
        self._ended = threading.Event()
        self._sending = threading.Lock()
        self._thread = threading.Thread(target=self._work, name="lineal", daemon=True)

    def __enter__(self) -> Self:
        if self._captures and capture.is_wanted():
            self._details |= capture.details(capture.script_folder())
        self._details["started_at"] = datetime.now(UTC)
        try:
            with _lineal_errors():
                self._client = Client(self._url, deadline=DEADLINE)
        except LinealError as error:
            self._give_up(error)
        self._thread.start()
        self._guard.set()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._guard.lift()
        self._end(error)

    def _end(self, error: BaseException | None) -> None:
        ended_at = max(datetime.now(UTC), self._details["started_at"])
        self._ended.set()
        try:
            self._thread.join()
            self._patiently(lambda: self._finish(error, ended_at), self._patience_at_the_end())
        except BaseException as failure:
            self._warn_of_end(failure)
            if not isinstance(failure, Exception | Stopped):
                raise
        if self._client and not self._thread.is_alive():
            self._client.close()

    def _patience_at_the_end(self) -> float:
        """Returns the seconds to wait for; none where another waited already, in vain."""
        return 0.0 if self._client and was_in_vain(self._client.url) else self._patience

    def log_params(self, parameters: Mapping[str, object]) -> None:
        """Logs what the training was told; what is no text, number or boolean becomes a text."""
        told = facts.parameters(parameters)
        self._put({("parameter", key, ""): value for key, value in told.items()})

    def log_metrics(self, metrics: Mapping[str, Any], step: float | None = None) -> None:
        """Logs what was measured, and leaves out what is not finite.

        With a step, such as that of an epoch, values become a series, of which all are kept;
        without one, of a key the last is kept. A step is a whole number of any type, 0 or more.
        """
        measured = facts.metrics(metrics)
        if step is None:
            self._put({("metric", key, ""): value for key, value in measured.items()})
        elif (whole := facts.step(step)) is None:
            message = (
                "Lineal: the metrics %s were left out: their step is no whole number, 0 or more"
            )
            log.warning(message, ", ".join(measured))
        else:
            self._put_points(whole, measured)

    def use(self, version: str | DatasetVersionInput, *, role: str = "train") -> None:
        """Logs what the run reads, and as what: a dataset version or a model version by its ref.

        A DatasetVersionInput is registered unless its digest is there already.
        """
        self._put(facts.node("input", version, role))

    def write(self, version: str | DatasetVersionInput) -> None:
        """Logs what the run writes: a dataset version that is there, or to be registered."""
        self._put(facts.node("output", version))

    @_lineal_errors()
    def register_version(
        self,
        *,
        create_model: ModelDetails | None = None,
        label: str | None = None,
        description: str | None = None,
        tags: Sequence[str] = (),
        uri: str | None = None,
        digest: str | None = None,
        size_bytes: int | None = None,
        framework: str | None = None,
        parameters: Mapping[str, object] | None = None,
        metrics: Mapping[str, Any] | None = None,
        bases: Sequence[BaseInput] = (),
        on_duplicate: OnDuplicate | None = None,
    ) -> ModelVersion:
        """Returns the version that this run made, with all that was logged before.

        Raises LinealError if there is no answer for about a minute, or a refusal.
        """
        details: dict[str, Any] = {
            "create_model": create_model,
            "label": label,
            "description": description,
            "tags": list(tags),
            "uri": uri,
            "digest": digest,
            "size_bytes": size_bytes,
            "framework": framework,
            "parameters": None if parameters is None else facts.parameters(parameters),
            "metrics": None if metrics is None else facts.metrics(metrics),
            "bases": list(bases),
            "on_duplicate": on_duplicate,
            "idempotency_key": str(uuid4()),
        }
        return self._patiently(lambda: self._register(details), self._patience)

    def _put(self, told: Mapping[Subject, Fact]) -> None:
        if self._refusal is None:
            _warn_of_left_out(self._outbox.put(told))

    def _put_points(self, step: int, measured: Mapping[str, float]) -> None:
        if self._refusal is None:
            number, now = str(next(self._numbers)), datetime.now(UTC)
            points: dict[Subject, Fact] = {
                ("metric", key, number): Point(step, value, now) for key, value in measured.items()
            }
            _warn_of_left_out(self._points.put(points))

    def _work(self) -> None:
        """Sends until the end; once the server has been away for long, leaves it to the end."""
        away_since: float | None = None
        while True:
            try:
                with self._sending:
                    client, _ = self._send()
                away_since = None
                answers(client.url)
            except Exception as error:
                if self._refusal:
                    return
                away_since = away_since or time.monotonic()
                if not may_pass(error) or time.monotonic() - away_since > self._patience:
                    log.warning("Lineal: what is logged will be sent at the end: %s", error)
                    return
            if self._ended.wait(INTERVAL):
                return

    def _patiently(self, work: Callable[[], T], seconds: float) -> T:
        """Returns what the work returns, tried again for so long while the server is away."""

        def alone() -> T:
            with self._sending:
                return work()

        return patiently(alone, seconds, self._client.url if self._client else "")

    def _register(self, details: dict[str, Any]) -> ModelVersion:
        client, ref = self._send()
        return client.register_model_version(self.model, run_ref=ref, **details)

    def _finish(self, error: BaseException | None, ended_at: datetime) -> None:
        if self._refusal:
            return
        client, ref = self._send()
        status, reason = outcome(error)
        client.finish_run(
            ref,
            status=status,
            status_reason=reason,
            ended_at=ended_at,
            idempotency_key=f"{self._details['idempotency_key']} end",
        )

    def _send(self) -> tuple[Client, str]:
        """Sends all that waits; returns the client and the run's id, or raises LinealError."""
        client, ref = self._begin()

        def told(batch: Batch) -> None:
            client.log_run(ref, idempotency_key=batch.key, **batch.arguments())

        def points(batch: Batch) -> None:
            client.log_metrics(ref, points=batch.points(), idempotency_key=batch.key)

        _empty(self._points, points)
        _empty(self._outbox, told)
        return client, ref

    def _begin(self) -> tuple[Client, str]:
        """Returns the client and the id of the run, which is begun if it is not yet."""
        if self._refusal or not self._client:
            raise self._refusal or LinealError("The run has not been entered", "INVALID_STATE")
        if self.ref is None:
            try:
                with _lineal_errors():
                    self.ref = self._client.start_run(**self._details, parent=self._above()).ref
            except LinealError as error:
                if not may_pass(error):
                    self._give_up(error)
                raise
        return self._client, self.ref

    def _above(self) -> str | None:
        """Returns the id of the parent, which is begun if it is not yet, or raises LinealError."""
        if not isinstance(self._parent, TrainingRun):
            return self._parent
        with self._parent._sending:
            return self._parent._begin()[1]

    def _give_up(self, error: LinealError) -> None:
        self._refusal = error
        log.warning("Lineal: the run of %s is not recorded: %s", self.model, error)

    def _warn_of_end(self, failure: BaseException) -> None:
        if self._refusal is None:
            lost = len(self._outbox) + len(self._points)
            message = "Lineal: the end of the run of %s is not recorded, nor %d values: %s"
            log.warning(message, self.model, lost, failure)


run = TrainingRun


def _empty(outbox: Outbox, send: Callable[[Batch], None]) -> None:
    """Sends all that waits in an outbox, or raises LinealError where the server is away."""
    while batch := outbox.first():
        try:
            with _lineal_errors():
                send(batch)
            outbox.remove_first()
        except LinealError as error:
            if may_pass(error):
                raise
            # One fact is to blame: the others are recorded.
            if _blames_a_fact(error) and len(batch.facts) > 1:
                outbox.remove_first(*batch.halves())
            else:
                outbox.remove_first()
                log.warning("Lineal: %s was left out: %s", _named(batch.facts), error)


def _warn_of_left_out(left_out: int) -> None:
    if left_out:
        log.warning("Lineal: too much waits to be sent; %d values are left out", left_out)


def _blames_a_fact(error: LinealError) -> bool:
    """Returns whether the others may be taken without it: nothing is wrong with the run."""
    of_a_fact = isinstance(error, Refused) and error.path[:1] != ("run",)
    return of_a_fact or error.code in DIVIDING


def _named(facts: Mapping[Subject, Fact]) -> str:
    (kind, key, _), *others = facts
    return f"{kind} {key}" + (f" and {len(others)} more" if others else "")
