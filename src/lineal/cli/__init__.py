"""The `lineal` command: one module for each group of commands.

Modules import what is heavy inside their commands, so that help is quick.
"""

import sys

from lineal.cli.commands import app
from lineal.cli.failures import line, misuse


def main() -> None:
    """Runs the command that the arguments name; what goes wrong is one line on standard error.

    Exits with 0 when it is done, 1 when it was refused or failed, 2 when it was called in a wrong
    way or a gate does not let it pass.
    """
    try:
        sys.exit(app(prog_name="lineal", standalone_mode=False))
    except Exception as error:
        if (text := misuse(error)) is not None:
            print(text, file=sys.stderr)  # noqa: T201
            sys.exit(2)
        if (text := line(error)) is None:
            raise
        sys.exit(text)
