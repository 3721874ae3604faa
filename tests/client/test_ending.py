"""A run ends with its process, however that ends, where there is a way to tell."""

import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from uuid import uuid4

import pytest

from lineal.client import Client, Run, RunStatus
from tests.test_serve import free_port

SCRIPT = """
import os, signal, sys, time, lineal
{before}
with lineal.run({model!r}, url={url!r}) as run:
    while run.ref is None:
        time.sleep(0.05)
    print(run.ref, flush=True)
    {body}
"""


@pytest.fixture
def model(client: Client) -> str:
    """The name of a model in a namespace of the test's own, where runs ended before."""
    namespace = client.create_namespace(f"ending-{uuid4().hex[:12]}").ref
    # A script that is to end waits only so long; a database that is new plans for longer.
    client.finish_run(client.start_run(namespace, name="first").id)
    return f"{namespace}/scorer"


class Script:
    """A training script in a process of its own, whose run has begun."""

    def __init__(self, folder: Path, text: str) -> None:
        file = folder / "train.py"
        file.write_text(text)
        self.process = subprocess.Popen(
            [sys.executable, str(file)], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
        )
        assert self.process.stdout is not None
        self.ref = self.process.stdout.readline().strip()

    def ended(self, client: Client) -> tuple[int, Run]:
        """Returns how the process ended, and its run."""
        code = self.process.wait(60)
        self.process.communicate()
        run = client.run(self.ref)
        assert run is not None
        return code, run


Start = Callable[..., Script]


@pytest.fixture
def script(server: str, model: str, tmp_path: Path) -> Start:
    """Starts a script whose run has this body."""

    def start(body: str, before: str = "") -> Script:
        text = SCRIPT.format(model=model, url=server, body=body, before=before)
        return Script(tmp_path, text)

    return start


SLEEP = "time.sleep(60)"


class TestSignal:
    @pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
    def test_cancels_the_run(self, client: Client, script: Start, number: int) -> None:
        started = script(SLEEP)
        started.process.send_signal(number)
        code, run = started.ended(client)

        assert code == 128 + number
        assert run.status == RunStatus.CANCELLED
        assert run.status_reason == f"{signal.Signals(number).name} asked the process to end"

    def test_ctrl_c_cancels_the_run(self, client: Client, script: Start) -> None:
        started = script(SLEEP)
        started.process.send_signal(signal.SIGINT)
        _, run = started.ended(client)

        assert (run.status, run.status_reason) == (RunStatus.CANCELLED, "KeyboardInterrupt")

    def test_a_handler_of_its_own_is_left_alone(self, client: Client, script: Start) -> None:
        handler = "signal.signal(signal.SIGTERM, lambda *_: print('own', flush=True))"
        started = script("time.sleep(3)", handler)
        started.process.send_signal(signal.SIGTERM)
        code, run = started.ended(client)

        assert (code, run.status) == (0, RunStatus.FINISHED)

    def test_in_a_child_ends_the_child_alone(self, client: Client, script: Start) -> None:
        body = (
            "child = os.fork()\n"
            "    if child == 0: time.sleep(60)\n"
            "    time.sleep(0.5); os.kill(child, signal.SIGTERM); run.status = os.waitpid(child, 0)"
        )
        code, run = script(body).ended(client)

        assert (code, run.status) == (0, RunStatus.FINISHED)

    def test_that_nothing_can_handle_leaves_it_running(self, client: Client, script: Start) -> None:
        started = script(SLEEP)
        started.process.kill()
        _, run = started.ended(client)

        assert run.status == RunStatus.RUNNING


class TestWaiting:
    def test_is_stopped_by_ctrl_c_and_the_script_goes_on(self, tmp_path: Path) -> None:
        url = f"http://127.0.0.1:{free_port()}"
        file = tmp_path / "train.py"
        file.write_text(
            "import lineal\n"
            f"with lineal.run('risk/scorer', url={url!r}) as search:\n"
            f"    with lineal.run('risk/scorer', url={url!r}, parent=search) as trial:\n"
            "        trial.log_params({'seed': 7})\n"
            "print('goes on')\n"
        )
        process = subprocess.Popen(
            [sys.executable, str(file)], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
        )
        assert process.stderr is not None
        waits = next(line for line in process.stderr if "waiting" in line)
        process.send_signal(signal.SIGINT)
        out, err = process.communicate(timeout=40)

        assert waits == f"Lineal: waiting up to 60 s for {url}/graphql; Ctrl-C stops\n"
        assert (process.returncode, out) == (0, "goes on\n")
        assert err.count("is not recorded, nor") == 2
        assert "waiting" not in err


class TestExit:
    def test_with_a_code_fails_the_run(self, client: Client, script: Start) -> None:
        code, run = script("sys.exit(3)").ended(client)

        assert (code, run.status) == (3, RunStatus.FAILED)
        assert run.status_reason == "SystemExit: 3"

    def test_without_one_finishes_it(self, client: Client, script: Start) -> None:
        code, run = script("sys.exit()").ended(client)

        assert (code, run.status) == (0, RunStatus.FINISHED)

    def test_of_the_interpreter_fails_a_run_that_nobody_ended(
        self, server: str, client: Client, model: str, tmp_path: Path
    ) -> None:
        text = (
            "import time, lineal\n"
            f"run = lineal.run({model!r}, url={server!r}).__enter__()\n"
            "while run.ref is None: time.sleep(0.05)\n"
            "run.log_metrics({'auc': 0.8})\n"
            "print(run.ref, flush=True)\n"
        )
        code, run = Script(tmp_path, text).ended(client)

        assert (code, run.status, run.metrics) == (0, RunStatus.FAILED, {"auc": 0.8})
        assert "before its run did" in str(run.status_reason)


class TestHandlers:
    def test_are_as_before_when_the_run_has_ended(self, server: str, model: str) -> None:
        import lineal

        before = signal.getsignal(signal.SIGTERM)
        with lineal.run(model, url=server):
            time.sleep(0)

        assert signal.getsignal(signal.SIGTERM) is before
