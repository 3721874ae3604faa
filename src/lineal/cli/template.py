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
_ESCAPES = {r"\t": "\t", r"\n": "\n", r"\\": "\\"}

chosen: ContextVar[str | None] = ContextVar("chosen", default=None)


@contextmanager
def chosen_by(template: str) -> Iterator[None]:
    """Has answers written with a template; raises BadParameter where it is none."""
    try:
        list(string.Formatter().parse(template))
    except ValueError as error:
        raise _wrong(str(error)) from None
    token = chosen.set(template)
    try:
        yield
    finally:
        chosen.reset(token)


def rendered(template: str, answer: Any) -> str:
    """Returns a line for an answer, or one for each row of a list; raises BadParameter."""
    text = re.sub(r"\\[tn\\]", lambda found: _ESCAPES[found[0]], template)
    rows = next((answer[name] for name in ROWS if name in (answer or ())), [answer])
    try:
        return "".join(f"{_Formatter().vformat(text, (), {'': row})}\n" for row in rows)
    except (ValueError, TypeError) as error:
        raise _wrong(str(error)) from None


class _Formatter(string.Formatter):
    """Reads names as ways into JSON; no attribute of anything in Python is within its reach."""

    def get_field(self, field_name: str, args: Any, kwargs: Any) -> tuple[Any, str]:
        found = kwargs[""]
        for index, name in _STEP.findall(field_name):
            found = _step(found, index or name)
        return found, field_name

    def convert_field(self, value: Any, conversion: str | None) -> Any:
        if conversion == "j":
            return json.dumps(value, ensure_ascii=False)
        if conversion:
            raise ValueError(f"!{conversion} is no conversion: there is !j, which is JSON")
        return value

    def format_field(self, value: Any, format_spec: str) -> str:
        if isinstance(value, int | float) and not isinstance(value, bool) and format_spec:
            return format(value, format_spec)
        return format(_text(value), format_spec)


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


def _wrong(why: str) -> typer.BadParameter:
    return typer.BadParameter(why, param_hint="--format")
