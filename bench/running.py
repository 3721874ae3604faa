"""Runs a measurement to its end, or until somebody ends it: what it started ends with it."""

import asyncio
import signal
import sys
from collections.abc import Callable, Coroutine
from types import FrameType
from typing import Any

import uvloop

from bench.options import Options, options


def until_ended(main: Callable[[Options], Coroutine[Any, Any, None]], about: str) -> None:
    """Runs what the command line and the environment ask for; SIGTERM is as good as Ctrl-C."""
    asked = options(about)
    signal.signal(signal.SIGTERM, _interrupt)
    try:
        with asyncio.Runner(loop_factory=uvloop.new_event_loop) as runner:
            runner.run(main(asked))
    except KeyboardInterrupt:
        sys.exit(130)


def _interrupt(signum: int, frame: FrameType | None) -> None:
    signal.raise_signal(signal.SIGINT)
