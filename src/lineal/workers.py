"""Several processes that answer at one address; none of them outlives the one that started them."""

import multiprocessing
import os
import threading
import time
from collections.abc import Callable, Container
from multiprocessing.connection import Connection, wait
from multiprocessing.context import SpawnProcess
from typing import Any

# What a worker does: it says that it is ready by sending something.
Work = Callable[..., None]

# Together with the embedded Neo4j's end within the five seconds that a server has to stop.
STOP_SECONDS = 2.0


class WorkerEnded(Exception):
    """A worker ended that nobody had told to; the text is one line that says how."""


class Workers:
    """The processes; `stop` may be called by a signal's handler."""

    def __init__(self, count: int, work: Work, *given: Any) -> None:
        # A fork would share what the parent has open with Neo4j; a spawned process has its own.
        context = multiprocessing.get_context("spawn")
        pipes = [context.Pipe(duplex=False) for _ in range(count)]
        self._ready: list[Connection] = [reader for reader, _ in pipes]
        self._processes: list[SpawnProcess] = [
            context.Process(target=_run, args=(work, given, writer)) for _, writer in pipes
        ]
        self._stopping = False

    def run(self, on_ready: Callable[[], None]) -> None:
        """Returns after `stop`; `on_ready` is called once all are ready. Raises WorkerEnded."""
        try:
            for process in self._processes:
                if not self._stopping:
                    process.start()
            if self._all_ready():
                on_ready()
            self._require_told(wait(self._sentinels()))
        finally:
            self._end()

    def stop(self) -> None:
        """Tells all to end."""
        self._stopping = True
        for process in self._processes:
            if process.is_alive():
                process.terminate()

    def _all_ready(self) -> bool:
        """Returns whether all came to say that they are ready, before one ended."""
        waiting = set(self._ready)
        ends = self._sentinels()
        while waiting and ends:
            done = wait([*waiting, *ends])
            if ends.intersection(done):
                return False
            waiting.difference_update(done)
        return True

    def _sentinels(self) -> set[int]:
        """Returns what becomes ready when a process that was started ends."""
        return {process.sentinel for process in self._processes if process.pid is not None}

    def _require_told(self, ended: Container[object]) -> None:
        """Raises WorkerEnded for one of those that ended, by their sentinels, if none was told to.

        A sentinel is ready a moment before its process counts as dead.
        """
        for process in self._processes:
            if not self._stopping and process.pid is not None and process.sentinel in ended:
                process.join()
                raise WorkerEnded(f"A worker ended with {process.exitcode}; the log says why")

    def _end(self) -> None:
        self.stop()
        deadline = time.monotonic() + STOP_SECONDS
        for process in (each for each in self._processes if each.pid is not None):
            process.join(max(0.0, deadline - time.monotonic()))
            process.kill()


def _run(work: Work, given: tuple[Any, ...], ready: Connection) -> None:
    threading.Thread(target=_end_with_parent, daemon=True).start()
    work(*given, lambda: ready.send(True))


def _end_with_parent() -> None:
    parent = multiprocessing.parent_process()
    assert parent is not None
    parent.join()
    os._exit(1)
