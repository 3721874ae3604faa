"""A statement's text, as short as what its parameters say lets it be.

The time that Neo4j takes to plan a statement grows with its length, and much of one is there for
what is seldom asked. So parts of it are bracketed by comments:

    // if $searched or $selected.counts
    MATCH ...
    // end

The lines between stay if one of the paths leads to something: a value that is not null, false or
empty, an item of a list of texts, the value that a text has. `$of.form.alias` does so if `form` is
`alias` in what the parameter `of` holds, or in one of its items. Otherwise what stands between
`// else` and the end comes in place of them, or what an end of the form
`// else: RETURN [] AS found` says: with that the statement has to answer the same.

`21 /* $maxDepth + 1 */` stands for a number that Cypher does not take as a parameter.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

# How far a traversal may go: one more than it is asked to, to know whether there is more.
_BOUNDS = (2, 4, 6, 11, 21, 51, 101)
# How many texts of one template are kept.
_KEPT = 16

_NUMBER = re.compile(r"\d+ /\* \$([\w.]+) \+ 1 \*/")
_IF = re.compile(r"\s*// if (.+)")
_ELSE = re.compile(r"\s*// else")
_END = re.compile(r"\s*// (?:end|else: (.*))")
# A UNION of which one side is left out.
_FIRST = re.compile(r"\{\s*UNION(?: ALL)?\s")
_LAST = re.compile(r"\s*UNION(?: ALL)?\s*\}")


class Template:
    """A statement whose text depends on its parameters; texts are written once."""

    def __init__(self, text: str) -> None:
        self._text = text
        paths = sorted({path for line in text.splitlines() for path in _paths(line)})
        self._paths = {path: path.split(".") for path in paths}
        self._numbers = sorted(set(_NUMBER.findall(text)))
        self._kept: dict[tuple[Any, ...], str] = {}

    @property
    def whole(self) -> str:
        """Returns the text for parameters that all lead to something."""
        return "\n".join(_lines(self._text, dict.fromkeys(self._paths, True)))

    def text(self, parameters: Mapping[str, Any]) -> str:
        """Returns the text for these parameters. Raises KeyError where a number is not there."""
        if not self._paths and not self._numbers:
            return self._text
        says = {path: leads(names, parameters) for path, names in self._paths.items()}
        numbers = {path: _bound(path, parameters) for path in self._numbers}
        key = (*says.values(), *numbers.values())
        found = self._kept.get(key)
        if found is None:
            if len(self._kept) >= _KEPT:
                self._kept.clear()
            found = self._kept[key] = self._written(says, numbers)
        return found

    def _written(self, says: Mapping[str, bool], numbers: Mapping[str, str]) -> str:
        text = "\n".join(_lines(self._text, says))
        text = _LAST.sub("\n}", _FIRST.sub("{\n", text))
        return _NUMBER.sub(lambda found: numbers[found[1]], text)


def leads(path: Sequence[str], value: Any) -> bool:
    """Returns whether a path leads to something in a value."""
    for place, name in enumerate(path):
        if value.__class__ is dict:
            value = value.get(name)
        elif isinstance(value, list | tuple):
            rest = path[place:]
            return ".".join(rest) in value or any(
                leads(rest, each) for each in value if isinstance(each, dict | list)
            )
        else:
            return value.__class__ is str and value == ".".join(path[place:])
    return value not in (None, False, [], {})


def _paths(line: str) -> list[str]:
    found = _IF.fullmatch(line)
    return [path.removeprefix("$") for path in found[1].split(" or ")] if found else []


def _lines(text: str, says: Mapping[str, bool]) -> Iterator[str]:
    """Yields the lines that stay."""
    # Of the conditions that a line stands below, whether each holds.
    below: list[bool] = []
    for line in text.splitlines():
        if paths := _paths(line):
            below.append(any(says[path] for path in paths))
        elif _ELSE.fullmatch(line):
            below[-1] = not below[-1]
        elif found := _END.fullmatch(line):
            holds = below.pop()
            if found[1] and not holds and all(below):
                yield found[1]
        elif all(below):
            yield line


def _bound(path: str, parameters: Any) -> str:
    """Returns a number that is at least what a path leads to, plus one.

    It is rounded up, since each is a plan of its own.
    """
    for name in path.split("."):
        parameters = parameters[name]
    number = int(parameters) + 1
    return str(next((bound for bound in _BOUNDS if bound >= number), number))
