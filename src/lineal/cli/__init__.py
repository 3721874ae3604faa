"""The `lineal` command: one module for each group of commands.

Modules import what is heavy inside their commands, so that help is quick.
"""

import sys

from lineal.cli.commands import app
from lineal.cli.failures import line


def main() -> None:
    """Runs the command that the arguments name; what may go wrong is one line, and exit code 1."""
    try:
        app()
    except Exception as error:
        if (text := line(error)) is None:
            raise
        sys.exit(text)
