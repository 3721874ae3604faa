"""Finds the Cypher: every statement and fragment is one file in `cypher/<slice>/`.

A line `// include <slice>/<name>` stands for that file's text, so that what several statements
need is written once. `// include <slice>/<name> of $refs` says which parameter is meant there by
`$OF`, on which it may depend what of the text is needed, as `templates` says.
"""

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent.parent
# In a wheel the files are packed beside the code; in a checkout they stand at its root.
_FOLDERS = (_PACKAGE / "_cypher", _PACKAGE.parent.parent / "cypher")

_INCLUDE = re.compile(r"^[ ]*// include ([\w./]+)(?: of (\$[\w.]+))?$", re.MULTILINE)
# What stands in a file for the parameter that its includer names.
_OF = re.compile(r"\$OF\b")


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
    return Query(name, found.question, _INCLUDE.sub(_included, found.text))


def _included(line: re.Match[str]) -> str:
    text = query(line[1]).text
    return _OF.sub(line[2], text) if line[2] else text


@cache
def fragment(type_name: str, field_name: str) -> Query | None:
    """Returns the file `<Type>.<field>.cypher` of any slice, which fetches that field, or None."""
    name = _fragments().get(f"{type_name}.{field_name}")
    return None if name is None else query(name)


def names() -> list[str]:
    """Returns the name of every file, sorted."""
    return sorted(_all())


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
