"""`--format`: a template of one's own in place of JSON, over what the API answers."""

import json
import re
import string
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any

import typer

# Where the rows of an answer are that is a list.
ROWS = ("nodes", "items")
_STEP = re.compile(r"\[([^\[\]]*)\]|([^.\[\]]+)")
_NAME = re.compile(r"(?:\[[^\[\]]+\]|\.?[^.\[\]]+)*")
_ESCAPES = {r"\t": "\t", r"\n": "\n", r"\\": "\\"}

chosen: ContextVar[str | None] = ContextVar("chosen", default=None)


@contextmanager
def chosen_by(template: str) -> Iterator[None]:
    """Has answers written with a template; raises BadParameter where it is none."""
    for _ in names(template):
        pass
    token = chosen.set(template)
    try:
        yield
    finally:
        chosen.reset(token)


def names(template: str) -> Iterator[tuple[str, str | None, str]]:
    """Yields each name with its conversion and its format; raises BadParameter for a mistake."""
    try:
        parsed = list(string.Formatter().parse(template))
    except ValueError as error:
        raise wrong(str(error)) from None
    for _, name, spec, conversion in parsed:
        if name is None:
            continue
        if not _NAME.fullmatch(name):
            raise wrong(f"{name} is no name like metrics.auc")
        if conversion not in (None, "j"):
            raise wrong(f"!{conversion} is no conversion: there is !j, which is JSON")
        yield name, conversion, spec or ""
        yield from names(spec or "")


def steps(name: str) -> Iterator[str]:
    """Yields the parts of a name, one after another."""
    yield from (index or part for index, part in _STEP.findall(name))


def rendered(template: str, answer: Any) -> str:
    """Returns a line for an answer, or one for each row of a list; raises BadParameter."""
    text = re.sub(r"\\[tn\\]", lambda found: _ESCAPES[found[0]], template)
    rows = next((answer[name] for name in ROWS if name in (answer or ())), [answer])
    try:
        return "".join(f"{_Formatter().vformat(text, (), {'': row})}\n" for row in rows)
    except (ValueError, TypeError) as error:
        raise wrong(str(error)) from None


class _Formatter(string.Formatter):
    """Reads names as ways into JSON; no attribute of anything in Python is within its reach."""

    def get_field(self, field_name: str, args: Any, kwargs: Any) -> tuple[Any, str]:
        found = kwargs[""]
        for name in steps(field_name):
            found = _step(found, name)
        return found, field_name

    def convert_field(self, value: Any, conversion: str | None) -> Any:
        if conversion == "j":
            return json.dumps(value, ensure_ascii=False)
        if conversion:
            raise ValueError(f"!{conversion} is no conversion: there is !j, which is JSON")
        return value

    def format_field(self, value: Any, format_spec: str) -> str:
        if value is None:
            return _blank(format_spec)
        if isinstance(value, int | float) and not isinstance(value, bool) and format_spec:
            return format(value, format_spec)
        return format(_text(value), format_spec)


def _blank(format_spec: str) -> str:
    """Returns what stands for what is absent: as wide as a text, if a text can be formatted so."""
    try:
        return format("", format_spec)
    except ValueError:
        return ""


def _step(found: Any, name: str) -> Any:
    """Returns what has a name in an object, or in a list a place, a key or a name."""
    if found is None:
        return None
    if isinstance(found, Mapping):
        if name not in found:
            raise ValueError(f"there is no {name}; there is {', '.join(found)}")
        return found[name]
    if isinstance(found, Sequence) and not isinstance(found, str):
        if name.isdecimal():
            return found[int(name)] if int(name) < len(found) else None
        return next((_value(each) for each in found if _called(each) == name), None)
    raise ValueError(f"there is no {name} in {json.dumps(found, ensure_ascii=False)}")


def _called(each: Any) -> Any:
    return each.get("key", each.get("name")) if isinstance(each, Mapping) else None


def _value(each: Mapping[str, Any]) -> Any:
    """Returns the value that a key has; what is called by a name is all of it."""
    return each["value"] if "key" in each and "value" in each else each


def _text(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, list) and all(isinstance(each, str | int | float) for each in value):
        return ", ".join(map(_text, value))
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)


def wrong(why: str) -> typer.BadParameter:
    """Returns what is raised for a mistake in a template."""
    return typer.BadParameter(why, param_hint="--format")
