"""What a script tells of its run, made such that it can be sent; nothing here raises.

What cannot be sent is left out, with a warning that names it.
"""

import logging
import math
import re
from collections.abc import Callable
from datetime import datetime
from typing import Any, NamedTuple, TypeVar

from lineal.client.generated.input_types import DatasetVersionInput
from lineal.client.values import Value

log = logging.getLogger("lineal")

LARGEST_NUMBER = 2**53 - 1
# Half a character, such as stands for a byte of a file's name that is no UTF-8; what the registry
# refuses because it would command a terminal.
UNSENDABLE = re.compile("[\ud800-\udfff]|[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")
BREAK = re.compile(r"[\t\n\r]+")

# The kind of a fact, and what it is told of: a key, or a ref and a role.
Subject = tuple[str, str, str]


class Point(NamedTuple):
    """What was measured at a step, and when."""

    step: int
    value: float
    time: datetime


# The value of a parameter or a metric; the ref of what is read or written, or what that is.
Fact = Value | Point | DatasetVersionInput

T = TypeVar("T")


def parameters(given: object) -> dict[str, Value]:
    """Returns parameters by name; what is no text, number or boolean becomes a text."""
    return _by_name("parameter", given, parameter, "there is no text of it")


def metrics(given: object) -> dict[str, float]:
    """Returns finite numbers by name."""
    return _by_name("metric", given, metric, "it is no finite number")


def node(kind: str, version: object, role: object = "") -> dict[Subject, Fact]:
    """Returns the fact that a version is an input, in this role, or an output."""
    if not isinstance(role, str):
        _leave_out(kind, text(version), "its role is no text")
    elif isinstance(version, str):
        ref = whole(version)
        return {(kind, ref, whole(role)): ref}
    elif isinstance(version, DatasetVersionInput):
        ref = whole(f"{version.dataset}#{version.label or version.digest}")
        return {(kind, ref, whole(role)): version}
    else:
        _leave_out(kind, text(version), "it is no ref, and no DatasetVersionInput")
    return {}


def parameter(value: object) -> Value | None:
    """Returns a value as the API takes it; None if there is not even a text of it."""
    try:
        item = getattr(value, "item", None)
        if callable(item) and getattr(value, "shape", None) == ():
            value = item()
        if isinstance(value, bool):
            return value
        if isinstance(value, int) and abs(value) <= LARGEST_NUMBER:
            return int(value)
        if isinstance(value, float) and math.isfinite(value):
            return float(value)
        return text(_called(value) or value)
    except Exception:
        return None


def _called(value: object) -> str | None:
    """Returns the name of a function or a class, or of the class of what has no text of its own.

    Their texts have an address in memory, which is another one in each run.
    """
    kind = type(value)
    plain = kind.__repr__ is object.__repr__ and kind.__str__ is object.__str__
    named = kind if plain else value
    name = getattr(named, "__qualname__", None)
    return f"{named.__module__}.{name}" if isinstance(name, str) else None


def metric(value: Any) -> float | None:
    """Returns a finite number, or None if it is none."""
    try:
        number = float(value)
    except Exception:
        return None
    return number if math.isfinite(number) else None


def step(value: Any) -> int | None:
    """Returns a whole number that is not negative, such as 2 for 2.0, or None if it is none."""
    try:
        number = int(value) if float(value).is_integer() else -1
    except Exception:
        return None
    return number if 0 <= number <= LARGEST_NUMBER else None


def text(value: object) -> str | None:
    """Returns a text that can be sent, or None if there is none of it."""
    try:
        return whole(str(value))
    except Exception:
        return None


def line(value: object) -> str | None:
    """Returns a text of one line that can be sent, or None if there is none of it."""
    told = text(value)
    return None if told is None else BREAK.sub(" ", told)


def whole(given: str) -> str:
    """Returns a text with `\ufffd` for each character that cannot be sent."""
    return UNSENDABLE.sub("\ufffd", given)


def _by_name(
    kind: str, given: Any, convert: Callable[[object], T | None], why: str
) -> dict[str, T]:
    told: dict[str, T] = {}
    try:
        pairs = list(dict(given).items())
    except Exception:
        _leave_out(kind, text(given), f"{type(given).__name__} is no mapping")
        return told
    for key, value in pairs:
        name, converted = line(key), convert(value)
        if name is None or converted is None:
            _leave_out(kind, name, why)
        else:
            told[name] = converted
    return told


def _leave_out(kind: str, what: str | None, why: str) -> None:
    log.warning("Lineal: the %s %.200s was left out: %s", kind, what or "without a text", why)
