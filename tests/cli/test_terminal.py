"""What only a terminal has: a pager, completion, Ctrl-C, a browser."""

import json
import os
import pty
import shutil
import signal
import subprocess
import sys
import time
import webbrowser
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import httpx
import pytest
from graphql import parse, validate

from lineal.cli.completion import complete_ref
from lineal.cli.opening import SELECTIONS, query
from lineal.cli.output import KINDS
from lineal.client import Client, ModelDetails
from lineal.schema import schema
from tests.cli.conftest import Lineal

MEASURED = ("accuracy", "auc", "brier", "cost", "ks")
COMMAND = [sys.executable, "-m", "lineal"]


def in_terminal(arguments: list[str], **variables: str) -> str:
    """Returns what a command prints in a terminal."""
    ours, theirs = pty.openpty()
    environment = {**os.environ, "TERM": "xterm", "COLUMNS": "200", **variables}
    process = subprocess.Popen(
        [*COMMAND, *arguments], stdin=theirs, stdout=theirs, stderr=theirs, env=environment
    )
    os.close(theirs)
    printed = b""
    try:
        while piece := os.read(ours, 65_536):
            printed += piece
    except OSError:
        pass  # the terminal is closed
    os.close(ours)
    assert process.wait(60) == 0, printed
    return printed.decode()


class TestImpact:
    def test_breaks_lines_between_nodes(self, server: str, example: str) -> None:
        arguments = ["impact", f"{example}/raw#1", "--url", server]
        lines = in_terminal(arguments, PAGER="cat", COLUMNS="80", NO_COLOR="1").splitlines()
        why = [line for line in lines if line.startswith("    ")]

        assert all(len(line) <= 80 for line in lines)
        assert all(line.split()[0] in ("dataset", "run", "model", "deployment") for line in why)


class TestHistory:
    def test_has_a_line_for_each_field(self, server: str, client: Client, ns: str) -> None:
        client.create_model(f"{ns}/m")
        client.update_model(f"{ns}/m", description="long " * 100)
        arguments = ["history", f"{ns}/m", "--url", server]
        lines = in_terminal(arguments, PAGER="cat", COLUMNS="80", NO_COLOR="1").splitlines()

        assert len(lines) == 3
        assert lines[1].startswith("    description: - -> long long ")
        assert (len(lines[1]), lines[1][-1]) == (80, "…")


class TestLists:
    @pytest.mark.parametrize("width", [80, 110])
    def test_have_a_line_for_each_with_its_ref(
        self, server: str, client: Client, ns: str, width: int
    ) -> None:
        version = measured(client, ns)
        arguments = ["list", "models", "--namespace", ns, "--url", server]
        lines = in_terminal(arguments, PAGER="cat", COLUMNS=str(width)).splitlines()

        assert len(lines) == 1
        assert lines[0].startswith(f"{version.removesuffix(':1')}  version 1  champion 1  train.")
        assert len(lines[0]) <= width
        assert width == 80 or "train.accuracy 0.5, +4" in lines[0]

    def test_tell_three_metrics_where_there_is_room(
        self, server: str, client: Client, ns: str
    ) -> None:
        version = measured(client, ns)
        arguments = ["list", "versions", "--namespace", ns, "--url", server]

        assert in_terminal(arguments, PAGER="cat").splitlines()[0].startswith(f"{version}    ")
        assert "0.5, train.auc 0.5, train.brier 0.5, +2" in in_terminal(arguments, PAGER="cat")

    @pytest.mark.parametrize("kind", ["models", "versions"])
    def test_in_a_file_are_whole(
        self,
        lineal: Lineal,
        client: Client,
        ns: str,
        kind: str,
        monkeypatch: pytest.MonkeyPatch,
    ) -> None:
        measured(client, ns)
        monkeypatch.setenv("COLUMNS", "40")
        (line,) = lineal("list", kind, "--namespace", ns).out.splitlines()

        assert line.startswith(f"{ns}/early-contact")
        assert all(f"train.{name} 0.5" in line for name in MEASURED)
        assert "…" not in line


def measured(client: Client, ns: str) -> str:
    """Returns the ref of a champion of which much is known."""
    version = client.register_model_version(
        f"{ns}/early-contact",
        create_model=ModelDetails(owners=["team:collections-analytics"], tags=["tabular"]),
        metrics={f"train.{name}": 0.5 for name in MEASURED},
    )
    client.set_alias(f"{ns}/early-contact", alias="champion", version=version.ref)
    return version.ref


class TestPager:
    def test_has_what_is_printed_in_a_terminal(
        self, server: str, example: str, tmp_path: Path
    ) -> None:
        file = tmp_path / "paged"
        arguments = ["list", "models", "--namespace", example, "--url", server]
        printed = in_terminal(arguments, PAGER=f"tee {file}")

        assert f"{example}/scorer" in file.read_text()
        assert f"{example}/scorer" in printed

    @pytest.mark.parametrize("pager", ["cat", "", "no-such-pager"])
    def test_is_left_out(self, server: str, example: str, pager: str) -> None:
        arguments = ["list", "models", "--namespace", example, "--url", server]

        assert f"{example}/scorer" in in_terminal(arguments, PAGER=pager)

    def test_is_not_for_a_file(
        self, lineal: Lineal, example: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setenv("PAGER", f"tee {tmp_path / 'paged'}")
        lineal("list", "models", "--namespace", example)

        assert not (tmp_path / "paged").exists()

    def test_that_reads_no_more_is_no_failure(self, server: str, example: str) -> None:
        in_terminal(["list", "models", "--namespace", example, "--url", server], PAGER="true")


class TestCompletion:
    def test_of_namespaces(
        self, example: str, monkeypatch: pytest.MonkeyPatch, server: str
    ) -> None:
        monkeypatch.setenv("LINEAL_URL", server)

        assert all(each.endswith("/") for each in complete_ref(example[:2]))

    def test_of_names_in_one(
        self, example: str, monkeypatch: pytest.MonkeyPatch, server: str
    ) -> None:
        monkeypatch.setenv("LINEAL_URL", server)
        # It gives up soon, and a database that is new plans for longer.
        until = time.monotonic() + 60
        while not complete_ref(f"{example}/s") and time.monotonic() < until:
            time.sleep(0.1)

        assert complete_ref(f"{example}/s") == [f"{example}/scorer"]
        assert complete_ref(f"{example}/") == [
            f"{example}/{name}" for name in ("api", "clean", "portal", "raw", "scorer", "trial")
        ]

    def test_without_a_registry_is_none(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setenv("LINEAL_URL", "http://127.0.0.1:9/graphql")

        assert complete_ref("ri") == []

    def test_of_a_ref_in_a_command(
        self, lineal: Lineal, example: str, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setenv("_LINEAL_COMPLETE", "complete_bash")
        monkeypatch.setenv("COMP_WORDS", f"lineal show {example}/s")
        monkeypatch.setenv("COMP_CWORD", "2")

        assert lineal().out == f"{example}/scorer\n"

    def test_is_installed_for_a_shell(self, tmp_path: Path) -> None:
        bash = shutil.which("bash")
        assert bash is not None
        bin_ = tmp_path / "bin"
        bin_.mkdir()
        (bin_ / "lineal").write_text(f'#!/bin/sh\nexec {sys.executable} -m lineal "$@"\n')
        (bin_ / "lineal").chmod(0o755)
        script = (
            "lineal --install-completion && source ~/.bashrc\n"
            "COMP_WORDS=(lineal impa); COMP_CWORD=1; _lineal_completion lineal impa lineal\n"
            'echo "completed: ${COMPREPLY[*]}"\n'
        )
        environment = {**os.environ, "HOME": str(tmp_path)}
        environment["PATH"] = f"{bin_}:{os.environ['PATH']}"
        done = subprocess.run([bash, "-c", script], env=environment, capture_output=True, text=True)

        assert "completed: impact" in done.stdout, done


class TestInterrupt:
    def test_exits_with_130_and_says_nothing(self) -> None:
        hanging = "import socket, time; s = socket.create_server(('127.0.0.1', 0)); "
        hanging += "print(s.getsockname()[1], flush=True); time.sleep(60)"
        with subprocess.Popen([sys.executable, "-c", hanging], stdout=subprocess.PIPE) as server:
            assert server.stdout is not None
            url = f"http://127.0.0.1:{int(server.stdout.readline())}/graphql"
            process = subprocess.Popen(
                [*COMMAND, "show", "risk", "--url", url], stderr=subprocess.PIPE, text=True
            )
            time.sleep(5)
            process.send_signal(signal.SIGINT)
            _, said = process.communicate(timeout=30)
            server.kill()

        assert (process.returncode, said.strip()) == (130, "")


class TestOpen:
    def test_prints_the_address_of_a_query(self, lineal: Lineal, server: str, example: str) -> None:
        said = lineal("open", f"{example}/scorer:1", "--print")
        address = urlsplit(said.out.strip())
        (asked,) = parse_qs(address.query)["query"]
        answer = httpx.post(server, json={"query": asked}, timeout=60).json()

        assert said.code == 0
        assert address._replace(query="").geturl() == server
        assert answer["data"]["node"]["ref"] == f"{example}/scorer:1"

    def test_opens_the_browser(
        self, lineal: Lineal, example: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
    ) -> None:
        browser = tmp_path / "browser"
        browser.write_text(f'#!/bin/sh\nprintf "%s" "$1" >{tmp_path / "opened"}\n')
        browser.chmod(0o755)
        registered = webbrowser.GenericBrowser([str(browser), "%s"])
        webbrowser.register("of-the-test", None, registered, preferred=True)
        said = lineal("open", example)

        assert (said.code, said.out) == (0, "")
        assert "query=" in (tmp_path / "opened").read_text()

    def test_of_nothing_exits_with_1(self, lineal: Lineal, example: str) -> None:
        said = lineal("open", f"{example}/nothing", "--print")

        assert (said.code, said.out) == (1, "")

    @pytest.mark.parametrize("kind", sorted(KINDS))
    def test_a_query_of_each_kind_is_valid(self, kind: str) -> None:
        assert kind in SELECTIONS
        assert validate(schema._schema, parse(query(kind, 'risk/"\\\n{x}'))) == []


class TestExitCodes:
    def test_are_in_the_help(self, lineal: Lineal) -> None:
        said = " ".join(lineal("--help").out.split())

        for code in ("Exits with 0 when", "1 when it was refused", "2 when it was", "130 when"):
            assert code in said

    def test_a_gate_that_is_closed_exits_with_2(self, lineal: Lineal, example: str) -> None:
        gate = ("--fail-on", "environment=production")

        assert lineal("impact", f"{example}/raw#1", *gate).code == 2
        assert lineal("impact", f"{example}/scorer:2", *gate).code == 0

    def test_who_reads_no_more_sees_no_trace(self, server: str, example: str) -> None:
        asked = f"list versions --namespace {example} --url {server}"
        pipeline = f"{sys.executable} -m lineal {asked} | true"
        done = subprocess.run(["sh", "-c", pipeline], capture_output=True, text=True)

        assert "Traceback" not in done.stderr

    def test_json_is_what_it_prints(self, lineal: Lineal, example: str) -> None:
        assert json.loads(lineal("show", example, "--json").out)["name"] == example
