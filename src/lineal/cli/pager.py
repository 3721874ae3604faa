"""What is longer than the terminal goes through a pager, as git's output does."""

import io
import os
import shlex
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress


@contextmanager
def paged() -> Iterator[None]:
    """Sends standard output through the pager, if it and the input are a terminal.

    PAGER names another; `cat`, or nothing, is none. `less` ends by itself where all fits in.
    """
    command = _command()
    if not command:
        yield
        return
    # Q of less: what comes after it need not be computed; its own end is no failure.
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, env={"LESS": "FRX", "LV": "-c"} | os.environ
    ) as pager:
        assert pager.stdin is not None
        before, sys.stdout = sys.stdout, _Terminal(pager.stdin, encoding="utf-8")
        try:
            with suppress(BrokenPipeError):
                yield
        finally:
            with suppress(BrokenPipeError):
                sys.stdout.close()
            sys.stdout = before


class _Terminal(io.TextIOWrapper):
    """What is written ends in a terminal, although by way of a pipe."""

    def isatty(self) -> bool:
        return True


def _command() -> list[str]:
    """Returns the pager's command, or nothing if there is none or nobody who would read."""
    if not (sys.stdin.isatty() and sys.stdout.isatty()) or os.environ.get("TERM") == "dumb":
        return []
    command = shlex.split(os.environ.get("PAGER", "less"))
    return command if command and command != ["cat"] and shutil.which(command[0]) else []
