"""The `lineal` command: one module for each group of commands.

Modules import what is heavy inside their commands, so that help is quick.
"""

import os
import sys

import typer

from lineal.cli.commands import app
from lineal.cli.failures import line, misuse
from lineal.cli.options import say

# As shells say that SIGINT ended a process.
INTERRUPTED = 130


def main() -> None:
    """Runs the command that the arguments name; what goes wrong is one line on standard error.

    Exits with 0 when it is done, 1 when it was refused or failed, 2 when it was called in a wrong
    way or a gate does not let it pass, 130 when Ctrl-C ended it.
    """
    try:
        code = app(prog_name="lineal", standalone_mode=False)
        sys.stdout.flush()
        sys.exit(code)
    except (KeyboardInterrupt, typer.Abort):
        sys.exit(INTERRUPTED)
    except BrokenPipeError:
        # Who reads has read enough, as in `lineal list models | head`; nor is there more to flush.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(1)
    except Exception as error:
        if (text := misuse(error)) is not None:
            say(text)
            sys.exit(2)
        if (text := line(error)) is None:
            raise
        say(text)
        sys.exit(1)
