"""What flags say of what to list, as the filters of the API have it."""

import re
from datetime import datetime, timedelta
from typing import Any

import typer

from lineal.cli.output import joined
from lineal.cli.spec import read_pairs, read_properties, read_value

Condition = dict[str, Any]

# The least by which two moments differ.
MOMENT = timedelta(microseconds=1)

_METRIC = re.compile(r"(?P<key>.+?)(?P<bound>>=|<=)(?P<value>.+)")


def equal(**texts: str | None) -> Condition:
    """Returns the conditions that something is equal to what was given."""
    return {name: {"eq": text} for name, text in texts.items() if text is not None}


def measured(texts: list[str]) -> list[Condition]:
    """Returns the filters that texts such as `auc>=0.9` say."""
    return [_metric(text) for text in texts]


def told(texts: list[str]) -> list[Condition]:
    """Returns the filters that texts such as `seed=7` say."""
    pairs = read_pairs(texts, "--parameter")
    return [{"key": key, "eq": read_value(text)} for key, text in pairs.items()]


def owned(texts: list[str]) -> list[Condition]:
    """Returns the filters of properties that texts such as `tier=2` say; a time is that moment."""
    return [_property(each) for each in read_properties(texts, "--property")]


def among(texts: list[str], enum: Any, option: str) -> list[str]:
    """Returns the values of an enum of the API that texts name, or raises BadParameter."""
    known = [each.value for each in enum]
    for text in texts:
        if text.upper() not in known:
            raise typer.BadParameter(
                f"{text} is none of {joined(known).lower()}", param_hint=option
            )
    return [text.upper() for text in texts]


def span(since: datetime | None, until: datetime | None) -> Condition | None:
    """Returns the span of time between two moments, if one is given."""
    given = {"since": since, "until": until}
    return {name: moment for name, moment in given.items() if moment is not None} or None


def _metric(text: str) -> Condition:
    found = _METRIC.fullmatch(text)
    try:
        number = float(found["value"]) if found else None
    except ValueError:
        number = None
    if found is None or number is None:
        raise typer.BadParameter(f"{text} is not like auc>=0.9", param_hint="--metric")
    return {"key": found["key"], "gte" if found["bound"] == ">=" else "lte": number}


def _property(given: Any) -> Condition:
    if given.time is not None:
        return {"key": given.key, "since": given.time, "until": given.time + MOMENT}
    values = (given.text, given.number, given.boolean, given.link)
    return {"key": given.key, "eq": next(each for each in values if each is not None)}
