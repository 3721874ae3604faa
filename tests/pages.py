"""Pages of Markdown whose commands and queries are run."""

import re
from collections.abc import Iterator


def blocks(text: str) -> list[tuple[str, str]]:
    """Returns the code blocks of a page with their languages, in their order."""
    return re.findall(r"^```(\w+)\n(.*?)^```$", text, re.DOTALL | re.MULTILINE)


def commands(session: str) -> Iterator[tuple[str, str]]:
    """Yields the commands of a console session, each with what it prints."""
    for step in re.split(r"^\$ ", session, flags=re.MULTILINE)[1:]:
        command, _, output = step.partition("\n")
        yield command, output
