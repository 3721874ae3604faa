"""Finds the Cypher: every statement and fragment is one file in `cypher/<slice>/`.

A line `// include <slice>/<name>` stands for that file's text, so that what several statements
need is written once. `21 /* $maxDepth + 1 */` stands for a number that Cypher does not take as a
parameter; `inline` writes it.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

_PACKAGE = Path(__file__).resolve().parent.parent
# In a wheel the files are packed beside the code; in a checkout they stand at its root.
_FOLDERS = (_PACKAGE / "_cypher", _PACKAGE.parent.parent / "cypher")

_INCLUDE = re.compile(r"^[ ]*// include ([\w./]+)$", re.MULTILINE)
# How far a traversal may go: one more than it is asked to, to know whether there is more.
_BOUNDS = (2, 4, 6, 11, 21, 51, 101)

_INLINE = re.compile(r"\d+ /\* \$([\w.]+) \+ 1 \*/")


@dataclass(frozen=True, slots=True)
class Query:
    """One file of Cypher: its path below `cypher/`, the question it answers, and its text."""

    name: str
    question: str
    text: str


class CypherMissing(LookupError):
    """A statement was asked for that no file holds."""


def folder() -> Path:
    """Returns the folder that holds every `.cypher` file, or raises CypherMissing."""
    for candidate in _FOLDERS:
        if candidate.is_dir():
            return candidate
    raise CypherMissing(f"no folder of Cypher files at {' or '.join(map(str, _FOLDERS))}")


@cache
def query(name: str) -> Query:
    """Returns the file `cypher/<name>.cypher` with what it includes, or raises CypherMissing."""
    try:
        found = _all()[name]
    except KeyError:
        raise CypherMissing(f"cypher/{name}.cypher does not exist") from None
    return Query(name, found.question, _INCLUDE.sub(lambda line: query(line[1]).text, found.text))


@cache
def fragment(type_name: str, field_name: str) -> Query | None:
    """Returns the file `<Type>.<field>.cypher` of any slice, which fetches that field, or None."""
    name = _fragments().get(f"{type_name}.{field_name}")
    return None if name is None else query(name)


def names() -> list[str]:
    """Returns the name of every file, sorted."""
    return sorted(_all())


def inline(text: str, parameters: Mapping[str, Any]) -> str:
    """Returns the text with numbers that are at least what its parameters give, plus one.

    They are rounded up, since each is a plan of its own. `$p2.maxDepth` is the parameter `maxDepth`
    in the map that is the parameter `p2`. Raises KeyError without it.
    """
    # Most statements have none, and a request need not search for it.
    if "/* $" not in text:
        return text
    return _INLINE.sub(lambda found: _rounded(_number(found[1], parameters) + 1), text)


def _rounded(number: int) -> str:
    return str(next((bound for bound in _BOUNDS if bound >= number), number))


def _number(path: str, parameters: Any) -> int:
    for name in path.split("."):
        parameters = parameters[name]
    return int(parameters)


def read(path: Path, name: str) -> Query:
    """Returns the file at `path`; its first line must be a comment that says the question."""
    first, _, body = path.read_text(encoding="utf-8").partition("\n")
    if not first.startswith("// "):
        raise CypherMissing(f"{path} must begin with a comment that says what it answers")
    return Query(name, first.removeprefix("// ").strip(), body.strip())


@cache
def _all() -> dict[str, Query]:
    root = folder()
    paths = {
        path: path.relative_to(root).with_suffix("").as_posix() for path in root.rglob("*.cypher")
    }
    return {name: read(path, name) for path, name in paths.items()}


@cache
def _fragments() -> dict[str, str]:
    return {name.rpartition("/")[2]: name for name in _all() if "." in name.rpartition("/")[2]}
