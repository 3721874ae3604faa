"""Several statements as one: a call of the database costs as much as most of what it is told."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from textwrap import indent
from typing import Any

_PARAMETER = re.compile(r"\$(\w+)")
_ANSWER = re.compile(r"\bAS answer\s*\Z")


@dataclass(frozen=True, slots=True)
class Part:
    """A statement that is one of several: `answered`, if given, gets its answer.

    It answers with one record of one value, called `answer`, or with none.
    """

    text: str
    parameters: Mapping[str, Any]
    answered: Callable[[Any], None] | None = None


def together(parts: Sequence[Part]) -> tuple[str, dict[str, Any]]:
    """Returns the statement that runs these in their order, and its parameters.

    It answers with the list of their answers; with no record if one of them has none that should.
    """
    parameters = {f"s{at}": dict(part.parameters) for at, part in enumerate(parts)}
    return _text(tuple(part.text for part in parts)), parameters


@lru_cache(maxsize=500)
def _text(texts: tuple[str, ...]) -> str:
    lines: list[str] = []
    answers: list[str] = []
    for at, text in enumerate(texts):
        own, answers_too = _ANSWER.subn(f"AS answer{at}", text)
        lines += ["CALL () {", indent(_PARAMETER.sub(rf"$s{at}.\1", own), "  "), "}"]
        answers.append(f"answer{at}" if answers_too else "null")
    return "\n".join([*lines, f"RETURN [{', '.join(answers)}] AS answer"])
