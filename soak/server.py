"""A real `lineal serve` over a data folder, and the means to kill it or its database."""

import os
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from enum import StrEnum
from pathlib import Path
from random import Random

import psutil
from neo4j import Driver, GraphDatabase

# None of them is a measure: who waits longer than this waits for ever.
START_SECONDS = 400.0
END_SECONDS = 60.0

# What the JVM's second compiler makes costs half of the time of one that is killed so soon.
SHORT_LIVED = "-XX:TieredStopAtLevel=1"


class Victim(StrEnum):
    """What is killed."""

    SERVER = "server"
    DATABASE = "database"
    BOTH = "both"


class Moment(StrEnum):
    """When a start is interrupted."""

    SOON = "at once"
    STORE = "as the store is made or opened"
    MIGRATIONS = "as migrations are looked at or run"
    READY = "as it is ready"


class Server:
    """A server in a process of its own, on a free port, with no settings from outside."""

    def __init__(self, data: Path) -> None:
        self.data = data
        self.port = _free_port()
        self._log = data.with_name(f"{data.name}.{self.port}.log")
        kept = {name: value for name, value in os.environ.items() if "LINEAL" not in name}
        given = {
            "LINEAL_DATA": str(data),
            "LINEAL_PORT": str(self.port),
            "LINEAL_DEADLINE": "120",
            "JAVA_TOOL_OPTIONS": SHORT_LIVED,
        }
        with self._log.open("wb") as log:
            self.process = subprocess.Popen(
                [sys.executable, "-m", "lineal", "serve"],
                env=kept | given,
                stdout=log,
                stderr=log,
                start_new_session=True,
            )

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def said(self) -> str:
        """Returns what it wrote on standard output and standard error."""
        return self._log.read_text(errors="replace")

    def wait_until_ready(self) -> None:
        """Returns once it answers, or raises RuntimeError where it does not start."""
        self._wait(lambda: "Lineal answers at" in self.said())
        if self.process.poll() is not None:
            raise RuntimeError(f"it did not start ({self.process.returncode}): {self.said()}")

    def wait_for(self, moment: Moment, random: Random) -> None:
        """Returns somewhere within a stage of its start, or when it has ended before."""
        reached = {
            Moment.SOON: lambda: True,
            Moment.STORE: lambda: (self.data / "neo4j" / "data").exists(),
            Moment.MIGRATIONS: lambda: self._is_connected(),
            Moment.READY: lambda: "Lineal answers at" in self.said(),
        }
        self._wait(reached[moment])
        time.sleep(random.uniform(0.0, 2.0))

    def kill(self, victim: Victim) -> None:
        """Kills it, its database or both, with no chance to do anything; returns when they are."""
        doomed = self._started_database() if victim is not Victim.SERVER else None
        if victim is not Victim.DATABASE:
            self.process.kill()
            self.process.wait(END_SECONDS)
        if doomed is not None:
            with suppress(psutil.NoSuchProcess):
                doomed.kill()

    def stop(self) -> int:
        """Returns its exit code, once it has ended in order."""
        self.process.terminate()
        return self.ended()

    def ended(self) -> int:
        """Returns its exit code, or raises RuntimeError where it does not end."""
        try:
            return self.process.wait(END_SECONDS)
        except subprocess.TimeoutExpired:
            raise RuntimeError(f"it does not end: {self.said()}") from None

    @contextmanager
    def graph(self) -> Iterator[Driver]:
        """Yields a driver of its database, which is asked without Lineal."""
        password = (self.data / "neo4j-password").read_text().strip()
        uri = f"bolt://127.0.0.1:{self._bolt_port()}"
        with GraphDatabase.driver(uri, auth=("neo4j", password)) as driver:
            yield driver

    def _started_database(self) -> psutil.Process | None:
        """Returns its database as soon as there is one; None where it has ended."""
        self._wait(lambda: self._database() is not None)
        return self._database()

    def _database(self) -> psutil.Process | None:
        try:
            children = psutil.Process(self.process.pid).children()
        except psutil.NoSuchProcess:
            return None
        return children[0] if children else None

    def _bolt_port(self) -> int:
        database = self._database()
        assert database is not None
        (port,) = {
            each.laddr.port
            for each in database.net_connections("tcp")
            if each.status == psutil.CONN_LISTEN
        }
        return int(port)

    def _is_connected(self) -> bool:
        """Returns whether it talks to its database."""
        try:
            connections = psutil.Process(self.process.pid).net_connections("tcp")
        except psutil.NoSuchProcess:
            return True
        return any(each.status == psutil.CONN_ESTABLISHED for each in connections)

    def _wait(self, reached: Callable[[], bool]) -> None:
        deadline = time.monotonic() + START_SECONDS
        while self.process.poll() is None and not reached():
            if time.monotonic() > deadline:
                raise RuntimeError(f"it hangs: {self.said()}")
            time.sleep(0.05)


def _free_port() -> int:
    with socket.socket() as chosen:
        chosen.bind(("127.0.0.1", 0))
        return int(chosen.getsockname()[1])
