"""A training script's run against a real server, and against one that is away."""

import contextlib
import logging
import subprocess
import sys
import threading
import time
from pathlib import Path
from uuid import uuid4

import pytest

import lineal
from lineal.client import (
    Client,
    DatasetDetails,
    ModelDetails,
    NotFound,
    Run,
    RunStatus,
    Unreachable,
    capture,
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


class TestCapture:
    def test_a_repository(self, tmp_path: Path) -> None:
        def git(*arguments: str) -> None:
            who = ["-c", "user.name=t", "-c", "user.email=t@example.org"]
            subprocess.run(["git", *who, *arguments], cwd=tmp_path, check=True, capture_output=True)

        (tmp_path / "uv.lock").write_text("version = 1")
        git("init")
        git("add", ".")
        git("commit", "-m", "first")
        git("remote", "add", "origin", "https://me:secret@example.org/risk.git")

        source = capture.source(tmp_path)
        clean = capture.tags(tmp_path)
        (tmp_path / "uv.lock").write_text("version = 2")

        assert source.repository == "https://example.org/risk.git"
        assert source.commit == capture.git(tmp_path, "rev-parse", "HEAD")
        assert capture.UNCOMMITTED not in clean
        assert capture.UNCOMMITTED in capture.tags(tmp_path)
        assert str(capture.environment(tmp_path).lock_digest).startswith("sha256:")

    def test_no_repository(self, tmp_path: Path) -> None:
        assert capture.source(tmp_path).commit is None


class TestImport:
    def test_is_light_and_imports_nothing_of_the_server(self) -> None:
        script = (
            "import sys, lineal; light = 'httpx' not in sys.modules; lineal.run;"
            "print(light, [each for each in ('strawberry', 'neo4j', 'lineal.kernel')"
            " if each in sys.modules])"
        )

        done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True)

        assert done.stdout == "True []\n"
