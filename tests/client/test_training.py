"""A training script's run against a real server, and against one that is away."""

import contextlib
import logging
import platform
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from decimal import Decimal
from importlib import metadata
from typing import Any
from uuid import uuid4

import pytest

import lineal
from lineal.client import (
    Client,
    DatasetDetails,
    DatasetVersionInput,
    LinealError,
    ModelDetails,
    NotFound,
    Run,
    RunKind,
    RunStatus,
    Unreachable,
)
from lineal.client.training import TrainingRun
from tests.client.serving import serving
from tests.conftest import Neo4j
from tests.test_serve import free_port

DIGEST = "sha256:0123456789abcdef"


@pytest.fixture
def model(client: Client) -> str:
    """The name of a model that is not there yet, in a namespace of the test's own."""
    return f"{client.create_namespace(f'training-{uuid4().hex[:12]}').ref}/scorer"


def read(client: Client, run: TrainingRun) -> Run:
    assert run.ref is not None
    found = client.run(run.ref)
    assert found is not None
    return found


def until_measured(client: Client, run: TrainingRun) -> Run:
    """Returns the run as soon as the server knows a metric of it, or as it is after a minute."""
    until = time.monotonic() + 60
    while time.monotonic() < until:
        if run.ref is not None and read(client, run).metrics:
            break
        time.sleep(0.2)
    return read(client, run)


class TestRun:
    def test_a_training(self, server: str, client: Client, model: str) -> None:
        data = model.replace("scorer", "customers")
        client.register_dataset_version(
            data, create_dataset=DatasetDetails(), digest=DIGEST, label="2026-11"
        )

        with lineal.run(model, url=server, tags=["nightly"]) as run:
            run.log_params({"C": 0.3, "trees": 200, "balanced": True, "layers": [8, 8]})
            run.use(f"{data}#2026-11", role="train")
            run.log_metrics({"auc": 0.7})
            run.log_metrics({"auc": 0.81})
            version = run.register_version(create_model=ModelDetails(), digest=DIGEST)
        told = read(client, run)

        assert told.status == RunStatus.FINISHED
        assert told.parameters == {"C": 0.3, "trees": 200, "balanced": True, "layers": "[8, 8]"}
        assert told.metrics == {"auc": 0.81}
        assert [(each.role, each.node.ref) for each in told.inputs] == [
            ("train", f"{data}#2026-11")
        ]
        assert "nightly" in told.tags
        assert (version.ref, version.metrics) == (f"{model}:1", {"auc": 0.81})
        assert [each.ref for each in told.outputs] == [version.ref]

    def test_values_with_a_step_are_a_series(self, server: str, client: Client, model: str) -> None:
        with lineal.run(model, url=server) as run:
            for step in range(3_000):
                run.log_metrics({"loss": 1 / (1 + step), "auc": step / 3_000}, step=step)
            run.log_metrics({"loss": float("nan")}, step=3_000)
            run.log_metrics({"loss": 9.0}, step=-1)
        assert run.ref is not None
        told = client.run_series(run.ref, at_most=10_000)
        assert told is not None
        auc, loss = told.series

        assert (auc.key, auc.count, auc.last.step) == ("auc", 3_000, 2_999)
        assert [point.step for point in loss.points] == [*range(3_000)]
        assert (loss.best and loss.best.step, loss.max.value) == (2_999, 1.0)
        assert read(client, run).metrics == {"auc": 2_999 / 3_000, "loss": 1 / 3_000}

    def test_is_a_part_of_another(self, server: str, client: Client, model: str) -> None:
        with (
            lineal.run(model, url=server, name="search", experiment="tuning") as search,
            lineal.run(model, url=server, name="trial", parent=search) as trial,
        ):
            trial.log_params({"depth": 3})
        told = read(client, trial)

        assert (told.parent and told.parent.id) == search.ref
        assert (told.experiment and told.experiment.ref) == model.replace("scorer", "tuning")

    def test_is_told_of_while_it_runs(self, server: str, client: Client, model: str) -> None:
        with lineal.run(model, url=server) as run:
            run.log_metrics({"loss": 0.5})
            told = until_measured(client, run)

        assert (told.status, told.metrics) == (RunStatus.RUNNING, {"loss": 0.5})

    def test_fails_with_the_block(self, server: str, client: Client, model: str) -> None:
        run = lineal.run(model, url=server)

        def train() -> None:
            with run:
                run.log_params({"seed": 7})
                raise ZeroDivisionError("division by zero")

        with pytest.raises(ZeroDivisionError):
            train()
        told = read(client, run)

        assert (told.status, told.parameters) == (RunStatus.FAILED, {"seed": 7})
        assert told.status_reason == "ZeroDivisionError: division by zero"

    def test_of_another_kind_that_writes(self, server: str, client: Client, model: str) -> None:
        data = model.replace("scorer", "customers")
        raw = DatasetVersionInput(dataset=data, create_dataset=DatasetDetails(), label="raw")
        clean = DatasetVersionInput(dataset=data, label="clean")

        with lineal.run(data, kind="TRANSFORMATION", url=server) as run:
            run.use(raw, role="source")
            run.write(clean)
            run.write(clean)
        told = read(client, run)

        assert (told.kind, told.name) == (RunKind.TRANSFORMATION, "transform customers")
        assert [(each.role, each.node.ref) for each in told.inputs] == [("source", f"{data}#raw")]
        assert [each.ref for each in told.outputs] == [f"{data}#clean"]

    def test_writes_what_is_there(self, server: str, client: Client, model: str) -> None:
        data = model.replace("scorer", "customers")
        made = client.register_dataset_version(data, create_dataset=DatasetDetails(), label="1")

        with lineal.run(model, kind=RunKind.SCORING, url=server) as run:
            run.write(made.ref)

        assert [each.ref for each in read(client, run).outputs] == [made.ref]

    def test_unknown_kind(self) -> None:
        with pytest.raises(ValueError, match="COOKING"):
            lineal.run("risk/scorer", kind="COOKING")

    def test_tells_what_it_was_started_with(
        self, server: str, client: Client, model: str, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr("sys.argv", ["train.py", "--depth", "4", "--api-key", "s3cret"])

        with lineal.run(model, url=server) as run:
            pass
        told = read(client, run)
        packages = client.run_packages(told.id)

        assert told.source.arguments == ["--depth", "4", "--api-key", "<redacted>"]
        assert told.environment.python_version == platform.python_version()
        assert packages is not None
        assert packages.environment.packages["httpx"] == metadata.version("httpx")

    @pytest.mark.parametrize("off", ["argument", "variable"])
    def test_tells_nothing_of_that_if_it_is_not_wanted(
        self,
        server: str,
        client: Client,
        model: str,
        monkeypatch: pytest.MonkeyPatch,
        off: str,
    ) -> None:
        if off == "variable":
            monkeypatch.setenv("LINEAL_CAPTURE", "off")

        with lineal.run(model, url=server, capture=off != "argument") as run:
            pass
        told = read(client, run)

        assert told.status == RunStatus.FINISHED
        assert (told.source.commit, told.source.arguments) == (None, None)
        assert told.environment.python_version is None

    def test_leaves_out_what_is_not_finite(
        self, server: str, client: Client, model: str, caplog: pytest.LogCaptureFixture
    ) -> None:
        with lineal.run(model, url=server) as run:
            run.log_metrics({"loss": float("nan"), "auc": float("inf"), "f1": 0.5, "what": None})
        told = read(client, run)

        assert told.metrics == {"f1": 0.5}
        assert len(caplog.records) == 3

    def test_one_bad_value_keeps_out_no_other(
        self, server: str, client: Client, model: str, caplog: pytest.LogCaptureFixture
    ) -> None:
        with lineal.run(model, url=server) as run:
            run.log_params({"a": 1, "x" * 500: 2, "b": 3})
            run.use(f"{model}:9")
        told = read(client, run)

        assert (told.status, told.parameters) == (RunStatus.FINISHED, {"a": 1, "b": 3})
        assert [record.levelno for record in caplog.records] == [logging.WARNING] * 2

    def test_what_is_too_much_at_once_is_sent_in_parts(
        self, server: str, client: Client, model: str
    ) -> None:
        with lineal.run(model, url=server) as run:
            run.log_params({f"prompt{i}": f"{i} " * 3_000 for i in range(900)})
        told = read(client, run)

        assert len(told.parameters) == 900

    def test_threads_log_at_once(self, server: str, client: Client, model: str) -> None:
        def log(run: TrainingRun, thread: int) -> None:
            for i in range(200):
                run.log_metrics({f"{thread}.{i}": i})

        with lineal.run(model, url=server) as run:
            threads = [threading.Thread(target=log, args=(run, each)) for each in range(8)]
            for thread in threads:
                thread.start()
            for thread in threads:
                thread.join()
        told = read(client, run)

        assert told.metrics == {f"{thread}.{i}": i for thread in range(8) for i in range(200)}


class Untellable:
    """Nothing can be had of it."""

    def __str__(self) -> str:
        raise ZeroDivisionError

    __float__ = __str__


class TestLeavesOut:
    """What cannot be sent: the rest is recorded, and nothing is raised."""

    @pytest.mark.parametrize(
        ("log", "warning"),
        [
            (lambda run: run.log_params({"net": Untellable()}), "parameter net"),
            (lambda run: run.log_params({Untellable(): 1}), "parameter"),
            (lambda run: run.log_params({"huge": 10**5_000}), "parameter huge"),
            (lambda run: run.log_params(None), "parameter None"),
            (lambda run: run.log_metrics({"f1": Untellable()}), "metric f1"),
            (lambda run: run.log_metrics(None), "metric None"),
            (lambda run: run.log_metrics({"q": 1}, step=1.5), "metrics q"),
            (lambda run: run.log_metrics({"q": 1}, step=2**53), "metrics q"),
            (lambda run: run.log_metrics({"q": 1}, step=Untellable()), "metrics q"),
            (lambda run: run.use({"a": 1}), "input {'a': 1}"),
            (lambda run: run.use("risk/customers#1", role=None), "input risk/customers#1"),
            (lambda run: run.use(Untellable()), "input"),
            (lambda run: run.write(7), "output 7"),
        ],
    )
    def test_with_a_warning(
        self,
        server: str,
        client: Client,
        model: str,
        caplog: pytest.LogCaptureFixture,
        log: Callable[[Any], None],
        warning: str,
    ) -> None:
        with lineal.run(model, url=server, capture=False) as run:
            log(run)
            run.log_params({"seed": 7})
        told = read(client, run)

        assert (told.status, told.parameters, told.metrics) == (
            RunStatus.FINISHED,
            {"seed": 7},
            {},
        )
        assert [f"the {warning}" in record.getMessage() for record in caplog.records] == [True]

    def test_what_no_check_finds(
        self, server: str, client: Client, model: str, caplog: pytest.LogCaptureFixture
    ) -> None:
        bad = DatasetVersionInput(dataset=f"{model}\ud800", uri="\ud800")

        with lineal.run(model, url=server) as run:
            run.use(bad)
            run.log_params({"seed": 7})
            run.log_metrics({"auc": 0.8})
        told = read(client, run)

        assert (told.status, told.parameters, told.metrics) == (
            RunStatus.FINISHED,
            {"seed": 7},
            {"auc": 0.8},
        )
        assert len(caplog.records) == 1

    def test_half_a_character_is_replaced(self, server: str, client: Client, model: str) -> None:
        run = lineal.run(model, url=server, name="a\ud800", tags=["b\udfff"], capture=False)

        def train() -> None:
            with run:
                run.log_params({"sur\ud800": "\ud800", "seed": 7})
                run.log_metrics({"f\ud800": 0.5})
                raise OSError("caf\udce9.csv")

        with pytest.raises(OSError, match="caf"):
            train()
        told = read(client, run)

        assert (told.name, told.tags) == ("a\ufffd", ["b\ufffd"])
        assert told.parameters == {"sur\ufffd": "\ufffd", "seed": 7}
        assert told.metrics == {"f\ufffd": 0.5}
        assert told.status_reason == "OSError: caf\ufffd.csv"

    @pytest.mark.parametrize("step", [2, 2.0, Decimal(2), True + True])
    def test_a_step_is_a_whole_number_of_any_type(
        self, server: str, client: Client, model: str, step: Any
    ) -> None:
        with lineal.run(model, url=server, capture=False) as run:
            run.log_metrics({"q": 1}, step=step)
        told = client.run_series(str(run.ref))

        assert told is not None
        assert [each.last.step for each in told.series] == [2]


class TestRegisterVersion:
    def test_after_what_cannot_be_sent(self, server: str, model: str) -> None:
        with lineal.run(model, url=server) as run:
            run.log_metrics({"q": 1}, step=1.5)
            run.log_params({"sur\ud800": "\ud800"})
            version = run.register_version(
                create_model=ModelDetails(), parameters={"net": Untellable(), "seed": 7}
            )

        assert version.ref == f"{model}:1"

    @pytest.mark.parametrize(
        "wrong",
        [{"digest": "\ud800"}, {"tags": 7}, {"size_bytes": object()}, {"bases": [object()]}],
    )
    def test_raises_nothing_but_lineal_error(
        self, server: str, client: Client, model: str, wrong: Any
    ) -> None:
        with lineal.run(model, url=server) as run, pytest.raises(LinealError):
            run.register_version(create_model=ModelDetails(), **wrong)

        assert read(client, run).status == RunStatus.FINISHED


class TestServerAway:
    def test_at_first(self, neo4j: Neo4j, client: Client, model: str) -> None:
        port = free_port()

        with contextlib.ExitStack() as stack:
            with lineal.run(model, url=f"http://127.0.0.1:{port}") as run:
                run.log_params({"seed": 7})
                time.sleep(2)
                began = run.ref
                stack.enter_context(serving(neo4j, port))
                run.log_metrics({"auc": 0.8})
            told = read(client, run)

        assert began is None
        assert (told.status, told.parameters, told.metrics) == (
            RunStatus.FINISHED,
            {"seed": 7},
            {"auc": 0.8},
        )

    def test_in_mid_run(self, neo4j: Neo4j, client: Client, model: str) -> None:
        port = free_port()

        with contextlib.ExitStack() as stack:
            with lineal.run(model, url=f"http://127.0.0.1:{port}") as run:
                with serving(neo4j, port):
                    run.log_params({"seed": 7})
                    run.log_metrics({"loss": 0.5})
                    began = until_measured(client, run)
                run.log_metrics({"loss": 0.4})
                time.sleep(2)
                away = read(client, run)
                run.log_metrics({"auc": 0.8})
                stack.enter_context(serving(neo4j, port))
            told = read(client, run)

        assert (began.metrics, away.metrics) == ({"loss": 0.5}, {"loss": 0.5})
        assert told.status == RunStatus.FINISHED
        assert (told.parameters, told.metrics) == ({"seed": 7}, {"loss": 0.4, "auc": 0.8})

    def test_ten_thousand_values_wait(self, caplog: pytest.LogCaptureFixture) -> None:
        url = f"http://127.0.0.1:{free_port()}"

        with lineal.run("risk/scorer", url=url, patience=1) as run:
            for first in range(0, 11_000, 1_000):
                run.log_metrics({f"m{i}": i for i in range(first, first + 1_000)})
            run.log_metrics({"m0": -1})

        assert "1000 values are left out" in caplog.text
        assert "nor 10000 values" in caplog.text

    def test_at_the_end(
        self,
        neo4j: Neo4j,
        client: Client,
        model: str,
        capfd: pytest.CaptureFixture[str],
    ) -> None:
        port, ended = free_port(), threading.Event()
        url = f"http://127.0.0.1:{port}"

        def restart() -> None:
            time.sleep(12)
            with serving(neo4j, port):
                ended.wait(60)

        server = threading.Thread(target=restart)
        with (
            lineal.run(model, url=url, name="search") as search,
            lineal.run(model, url=url, parent=search) as trial,
        ):
            trial.log_params({"seed": 7})
            server.start()
        ended.set()
        server.join()
        told = read(client, trial)

        assert (told.status, told.parameters) == (RunStatus.FINISHED, {"seed": 7})
        assert read(client, search).status == RunStatus.FINISHED
        assert capfd.readouterr().err.count("waiting up to 60 s for http://127.0.0.1") == 1

    def test_nobody_waits_twice_in_vain(self, capfd: pytest.CaptureFixture[str]) -> None:
        url = f"http://127.0.0.1:{free_port()}"

        for _ in range(3):
            with lineal.run("risk/scorer", url=url, patience=1) as run:
                run.log_params({"seed": 7})

        assert capfd.readouterr().err.count("waiting up to 1 s") == 1

    def test_for_good(self, caplog: pytest.LogCaptureFixture) -> None:
        url = f"http://127.0.0.1:{free_port()}"

        with lineal.run("risk/scorer", url=url, patience=1) as run:
            run.log_params({"seed": 7})
            with pytest.raises(Unreachable):
                run.register_version(digest=DIGEST)

        assert run.ref is None
        assert "not recorded" in caplog.text

    def test_no_address(self, caplog: pytest.LogCaptureFixture) -> None:
        with lineal.run("risk/scorer", url="nowhere") as run:
            run.log_params({"seed": 7})

        assert "is no address" in caplog.text


class TestRefused:
    def test_no_such_namespace(self, server: str, caplog: pytest.LogCaptureFixture) -> None:
        with lineal.run(f"none-{uuid4().hex}/scorer", url=server) as run:
            run.log_params({"seed": 7})
            with pytest.raises(NotFound):
                run.register_version(digest=DIGEST)

        assert len(caplog.records) == 1


class TestImport:
    def test_is_light_and_imports_nothing_of_the_server(self) -> None:
        script = (
            "import sys, lineal; light = 'httpx' not in sys.modules; lineal.run;"
            "print(light, [each for each in ('strawberry', 'neo4j', 'lineal.kernel')"
            " if each in sys.modules])"
        )

        done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True)

        assert done.stdout == "True []\n"
