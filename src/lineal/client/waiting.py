"""Waits for a server that is away, and says so on standard error, where somebody may stop it."""

import contextlib
import sys
import time
from collections.abc import Callable
from typing import TypeVar

from lineal.client.errors import LinealError, Unreachable
from lineal.client.transport import PASSING_CODES, PASSING_STATUS

INTERVAL = 1.0
PASSING = {*PASSING_CODES, "NO_GRAPHQL", *(f"HTTP_{status}" for status in PASSING_STATUS)}

T = TypeVar("T")

# Where a wait was in vain, or stopped, and nothing has answered since.
_in_vain: set[str] = set()


class Stopped(KeyboardInterrupt):
    """Ctrl-C ended the waiting."""


def patiently(work: Callable[[], T], seconds: float, url: str) -> T:
    """Returns what the work returns, tried again for so long while the server is away.

    Raises LinealError if it stays away, or for another reason, and Stopped after Ctrl-C.
    """
    until = time.monotonic() + seconds
    waits = False
    try:
        while True:
            last = time.monotonic() >= until
            try:
                done = work()
            except LinealError as error:
                if not may_pass(error):
                    raise
                if last:
                    _in_vain.add(url)
                    raise
            else:
                answers(url)
                return done
            if not waits:
                waits = True
                _say(f"Lineal: waiting up to {seconds:g} s for {url}; Ctrl-C stops")
            time.sleep(max(0.0, min(INTERVAL, until - time.monotonic())))
    except KeyboardInterrupt:
        if waits:
            _in_vain.add(url)
            raise Stopped(f"nobody waits for {url} any more") from None
        raise


def was_in_vain(url: str) -> bool:
    """Returns whether somebody waited for the server already, and it has not answered since."""
    return url in _in_vain


def answers(url: str) -> None:
    """The server is there: the next who finds it away waits again."""
    _in_vain.discard(url)


def may_pass(error: Exception) -> bool:
    """Returns whether the server may be there, and do it, later."""
    return isinstance(error, Unreachable) or getattr(error, "code", None) in PASSING


def _say(what: str) -> None:
    with contextlib.suppress(Exception):
        sys.stderr.write(f"{what}\n")
        sys.stderr.flush()
