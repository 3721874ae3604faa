"""Serves until it is told to stop: the port, the database, its migrations, then HTTP.

Several workers share the port and the database, which are had once, before them. The first Ctrl-C
or SIGTERM stops everything in order; whatever hangs, it is over within five seconds. An embedded
Neo4j ends with this process, however that ends; if it ends first, so does this process, and says
why: whoever starts it again has all that was acknowledged.
"""

import asyncio
import contextlib
import gc
import logging
import os
import signal
import socket
import sys
import threading
from collections.abc import Callable, Coroutine, Iterator
from functools import partial
from types import FrameType
from typing import Any, TypeVar

import uvicorn

from lineal.app import create_app
from lineal.database import Database, opened
from lineal.kernel.graph import Graph
from lineal.kernel.migrations import migrate
from lineal.listen import listen, url
from lineal.settings import Settings
from lineal.tidy import tidy
from lineal.workers import Workers

T = TypeVar("T")
OnReady = Callable[[str], None]

# What is being answered has this long to end; everything has to have stopped within five.
REQUESTS_SECONDS = 1
STOP_SECONDS = 4.7

# Longer than clients keep an idle connection, so that none is closed just as it is used again.
KEEP_ALIVE_SECONDS = 65


class Stopped(BaseException):
    """The process was told to stop while it was starting."""


def serve(settings: Settings, on_ready: OnReady | None = None) -> None:
    """Serves until SIGINT or SIGTERM.

    Once requests are answered, `on_ready` is called with the address of the API, in a thread.
    Raises CannotListen, EmbeddedError or GraphError where there is nothing to serve, or no longer,
    and WorkerEnded when one of several workers ended.
    """
    _log_to_standard_error()
    with contextlib.suppress(Stopped):
        with contextlib.ExitStack() as stack:
            stop = stack.enter_context(_stoppable())
            listener = stack.enter_context(listen(settings.host, settings.port))
            database = stack.enter_context(opened(settings, stop.because))
            ready = partial(_tell, settings, database, on_ready)
            if settings.workers == 1:
                _run(_serve(settings, database, listener, stop, ready))
            elif _run(_migrated(database, stop)):
                workers = Workers(settings.workers, _work, settings, database, listener)
                stop.by(workers.stop)
                workers.run(ready)
        if stop.error is not None:
            raise stop.error


def _work(
    settings: Settings, database: Database, listener: socket.socket, ready: Callable[[], None]
) -> None:
    """Serves in a process of its own, which is one of several, until it is told to stop."""
    _log_to_standard_error()
    with contextlib.suppress(Stopped), _stoppable() as stop:
        _run(_serve(settings, database, listener, stop, ready))


def _run(work: Coroutine[Any, Any, T]) -> T:
    with asyncio.Runner(loop_factory=_loop_factory()) as runner:
        return runner.run(work)


class Stop:
    """What a signal does: it ends a start by an exception, and what `by` was told by a call.

    An `error` does the latter too.
    """

    def __init__(self) -> None:
        self._end: Callable[[], object] | None = None
        self.asked = False
        self.error: Exception | None = None

    def by(self, end: Callable[[], object]) -> None:
        """From now on a signal calls `end`; a signal that came before does too."""
        self._end = end
        if self.asked:
            end()

    def because(self, error: Exception) -> None:
        """Ends because of an error, unless a signal came before; called in any thread."""
        if self.asked:
            return
        self.error = error
        self.asked = True
        _exit_after(STOP_SECONDS, error)
        if self._end is not None:
            self._end()

    def __call__(self, signum: int, frame: FrameType | None) -> None:
        if self.asked:
            return
        self.asked = True
        _exit_after(STOP_SECONDS)
        if self._end is None:
            raise Stopped
        self._end()


@contextlib.contextmanager
def _stoppable() -> Iterator[Stop]:
    stop = Stop()
    before = {number: signal.signal(number, stop) for number in (signal.SIGINT, signal.SIGTERM)}
    try:
        yield stop
    finally:
        # A signal that comes while things are closing must not interrupt that.
        stop.by(lambda: None)
        for number, handler in before.items():
            signal.signal(number, handler)


class _Server(uvicorn.Server):
    """Leaves the signals to `serve`, and tells when requests are answered."""

    def __init__(self, config: uvicorn.Config, ready: Callable[[], None]) -> None:
        super().__init__(config)
        self._ready = ready

    @contextlib.contextmanager
    def capture_signals(self) -> Iterator[None]:
        yield

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        if not self.should_exit:
            self._ready()


async def _serve(
    settings: Settings,
    database: Database,
    listener: socket.socket,
    stop: Stop,
    ready: Callable[[], None],
) -> None:
    async with database.connected() as graph:
        if not await _finished(migrate(graph), stop):
            return
        server = _Server(_config(graph, settings), ready)
        stop.by(lambda: setattr(server, "should_exit", True))
        tidying = asyncio.create_task(tidy(graph))
        _keep_what_stays()
        await server.serve([listener])
        tidying.cancel()


async def _migrated(database: Database, stop: Stop) -> bool:
    """Returns whether the graph was migrated before a signal came."""
    async with database.connected() as graph:
        return await _finished(migrate(graph), stop)


async def _finished(work: Coroutine[Any, Any, object], stop: Stop) -> bool:
    """Returns whether the work came to its end before a signal did."""
    loop = asyncio.get_running_loop()
    task = loop.create_task(work)
    stop.by(lambda: loop.call_soon_threadsafe(task.cancel))
    try:
        await task
    except asyncio.CancelledError:
        if not stop.asked:
            raise
    return not task.cancelled()


def _config(graph: Graph, settings: Settings) -> uvicorn.Config:
    return uvicorn.Config(
        create_app(graph, settings),
        http="httptools",
        ws="none",
        lifespan="off",
        access_log=False,
        log_config=None,
        server_header=False,
        timeout_keep_alive=KEEP_ALIVE_SECONDS,
        timeout_graceful_shutdown=REQUESTS_SECONDS,
    )


def _keep_what_stays() -> None:
    """Leaves the schema, which stays, out of garbage collections: each would hold up everybody."""
    gc.collect()
    gc.freeze()


def _tell(settings: Settings, database: Database, on_ready: OnReady | None) -> None:
    address = url(settings.host, settings.port)
    data = settings.data if database.is_embedded else database.uri
    lines = (
        f"Lineal answers at {address}; open it in a browser for GraphiQL.",
        f"Its graph is in {data}. Ctrl-C stops it.",
    )
    sys.stdout.write("\n".join(lines) + "\n")
    sys.stdout.flush()
    if on_ready is not None:
        threading.Thread(target=on_ready, args=[address], daemon=True).start()


def _exit_after(seconds: float, error: Exception | None = None) -> None:
    """Ends the process by then, whatever hangs; the embedded Neo4j notices that and ends too."""

    def end() -> None:
        if error is not None:
            sys.stderr.write(f"{error}\n")
            sys.stderr.flush()
        os._exit(1)

    timer = threading.Timer(seconds, end)
    timer.daemon = True
    timer.start()


def _log_to_standard_error() -> None:
    logging.basicConfig(
        level=logging.WARNING, format="%(asctime)s %(levelname)s %(name)s: %(message)s"
    )


def _loop_factory() -> Callable[[], asyncio.AbstractEventLoop] | None:
    if sys.platform == "win32":
        return None
    import uvloop

    return uvloop.new_event_loop
