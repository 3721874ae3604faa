"""How a run ends with its process: by a signal, by an error, or because the interpreter stops.

SIGTERM and SIGHUP, where nobody else handles them, raise `Terminated` where the training is, so
that it unwinds as by Ctrl-C, and its run ends CANCELLED; a second one ends the process at once.
What is in a long call of C code sees neither before that returns. SIGKILL, `os._exit`, a crash of
the interpreter and the loss of the machine cannot be told of: such a run stays RUNNING until
somebody finishes it.
"""

import atexit
import os
import signal
import threading
from collections.abc import Callable
from types import FrameType

from lineal.client.facts import text
from lineal.client.generated.enums import RunStatus

SIGNALS = tuple(getattr(signal, name) for name in ("SIGTERM", "SIGHUP") if hasattr(signal, name))
LONGEST_REASON = 1_000


class Terminated(SystemExit):
    """A signal asked the process to end."""

    def __init__(self, number: int) -> None:
        super().__init__(128 + number)
        self.signal = signal.Signals(number).name


class Abandoned(Exception):
    """The interpreter stops, and nobody has ended the run."""


class Guard:
    """From `set` to `lift`, tells of what would end the process without the run's end."""

    def __init__(self, abandon: Callable[[Exception], None]) -> None:
        self._abandon = abandon
        self._process = os.getpid()

    def set(self) -> None:
        """Handles the signals that nobody handles, if this is the main thread, and the exit."""
        self._process = os.getpid()
        if threading.current_thread() is threading.main_thread():
            for number in SIGNALS:
                if signal.getsignal(number) is signal.SIG_DFL:
                    signal.signal(number, self._raise)
        atexit.register(self._exit)

    def lift(self) -> None:
        """Leaves the signals and the exit as they were."""
        atexit.unregister(self._exit)
        if threading.current_thread() is threading.main_thread():
            for number in SIGNALS:
                if signal.getsignal(number) == self._raise:
                    signal.signal(number, signal.SIG_DFL)

    def _raise(self, number: int, frame: FrameType | None) -> None:
        signal.signal(number, signal.SIG_DFL)
        # A process that was forked has this handler, too, and the run is not its own.
        if os.getpid() != self._process:
            os.kill(os.getpid(), number)
        raise Terminated(number)

    def _exit(self) -> None:
        if os.getpid() == self._process:
            self._abandon(Abandoned("the process ended before its run did"))


def outcome(error: BaseException | None) -> tuple[RunStatus, str | None]:
    """Returns how a run ended that came to its end, or to this error, and why."""
    if error is None or (isinstance(error, SystemExit) and not error.code):
        return RunStatus.FINISHED, None
    if isinstance(error, Terminated):
        return RunStatus.CANCELLED, f"{error.signal} asked the process to end"
    cancelled = isinstance(error, KeyboardInterrupt)
    return RunStatus.CANCELLED if cancelled else RunStatus.FAILED, _reason(error)


def _reason(error: BaseException) -> str:
    """Returns the error's type and what it says, if it says something."""
    said = f"{type(error).__name__}: {text(error) or ''}"
    return said.strip().removesuffix(":")[:LONGEST_REASON].strip()
