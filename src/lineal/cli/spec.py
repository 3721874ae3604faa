"""A file that says what to register: read, checked key by key, and completed by flags."""

import difflib
import inspect
import json
import math
import re
import sys
from collections.abc import Iterator, Mapping
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, get_args, get_origin, get_type_hints

import typer

if TYPE_CHECKING:
    from pydantic import BaseModel, ValidationError

    from lineal.client import LinkInput, PropertyInput

Given = dict[str, Any]


def read(file: str, hint: str = "--file") -> Given:
    """Returns what a YAML or JSON file says; `-` is standard input, `hint` the option it is of."""
    given = _parse(read_text(file, hint), "standard input" if file == "-" else file)
    return {_camel(key): value for key, value in given.items() if value is not None}


def read_text(file: str, hint: str) -> str:
    """Returns the text of a file, or of standard input for `-`, or raises BadParameter."""
    try:
        return sys.stdin.read() if file == "-" else Path(file).read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        reason = getattr(error, "strerror", None) or "it is no UTF-8"
        raise typer.BadParameter(f"cannot read {file}: {reason}", param_hint=hint) from None


def json_lines(text: str) -> Iterator[tuple[int, str, Any]]:
    """Yields the number, the text and the value of each line that is not blank.

    Raises BadParameter for the first that is no JSON.
    """
    # Nothing but a line feed ends a line: JSON may contain the other characters that do.
    for number, line in enumerate(text.split("\n"), 1):
        if written := line.strip():
            try:
                value = json.loads(written)
            except ValueError as error:
                raise typer.BadParameter(f"line {number} is not JSON: {error}") from None
            yield number, written, value


def mapping(value: Any, name: str) -> Given:
    """Returns what has keys and values, also if it is the list of pairs that the API takes."""
    if isinstance(value, list) and all(isinstance(each, dict) and "key" in each for each in value):
        return {str(each["key"]): each.get("value") for each in value}
    if not isinstance(value or {}, dict):
        raise typer.BadParameter(f"{name} must have keys and values")
    return dict(value or {})


def checked(given: Given, method: str = "register_model_version") -> Given:
    """Returns the arguments of a method of the client, or raises BadParameter."""
    read = read_as(given, _form(method))
    return {name: getattr(read, name) for name in read.model_fields_set}


def read_as(given: Given, form: "type[BaseModel]") -> "BaseModel":
    """Returns what is given as a type of the client, or raises BadParameter."""
    from pydantic import ValidationError

    for where, key, known in _unknown(given, form):
        near = difflib.get_close_matches(key, known, 1, 0.4)
        hint = f": did you mean {near[0]}?" if near else f"; known are {', '.join(known)}"
        raise typer.BadParameter(f"{where}{key} is not a key{hint}")
    try:
        json.dumps(given, allow_nan=False, default=str)
    except ValueError:
        raise typer.BadParameter(_not_finite(given)) from None
    try:
        return form.model_validate(given)
    except ValidationError as error:
        raise typer.BadParameter(_first(error)) from None


def _parse(text: str, name: str) -> Given:
    import yaml

    try:
        # What is JSON is read as JSON: YAML as PyYAML reads it takes 1e3 for a text.
        given = json.loads(text) if text.lstrip().startswith("{") else _yaml(text)
    except (ValueError, yaml.YAMLError) as error:
        reason = " ".join(str(error).split())
        raise typer.BadParameter(f"{name} is neither YAML nor JSON: {reason}") from None
    if not isinstance(given, dict) or not all(isinstance(key, str) for key in given):
        raise typer.BadParameter(f"{name} must have keys and values, such as model: risk/scorer")
    return given


def _yaml(text: str) -> Any:
    """Returns what YAML 1.2 says, in which `off`, `1e-3` and `2026-11-01` are what they look like.

    See the core schema, https://yaml.org/spec/1.2.2/#103-core-schema. PyYAML knows YAML 1.1.
    """
    import yaml

    class Loader(yaml.SafeLoader):
        yaml_implicit_resolvers: dict[str, Any] = {}  # noqa: RUF012

    for tag, pattern, first in (
        ("null", r"~|null|Null|NULL|", ["~", "n", "N", ""]),
        ("bool", r"true|True|TRUE|false|False|FALSE", list("tTfF")),
        ("int", r"[-+]?(?:0|[1-9][0-9]*)|0x[0-9a-fA-F]+", list("-+0123456789")),
        (
            "float",
            (
                r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?"
                r"|[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN)"
            ),
            list("-+.0123456789"),
        ),
    ):
        resolver = re.compile(rf"^(?:{pattern})$")
        Loader.add_implicit_resolver(f"tag:yaml.org,2002:{tag}", resolver, first)
    return yaml.load(text, Loader)  # noqa: S506 - it is a SafeLoader


def _form(method: str) -> "type[BaseModel]":
    """Returns a method's arguments as a type whose keys may be written like_this or likeThis."""
    from pydantic import create_model

    from lineal.client import Client
    from lineal.client.generated.base_model import BaseModel

    called = getattr(Client, method)
    hints = get_type_hints(called, include_extras=True)
    given = list(inspect.signature(called).parameters.values())[1:]
    fields: Given = {
        each.name: (hints[each.name], ... if each.default is each.empty else None) for each in given
    }
    return create_model(method, __base__=BaseModel, **fields)


def _unknown(
    given: Any, form: "type[BaseModel]", where: str = ""
) -> Iterator[tuple[str, str, list[str]]]:
    """Yields keys that mean nothing: where they are, the key, and those that are known there."""
    if isinstance(given, list):
        for index, each in enumerate(given):
            yield from _unknown(each, form, f"{where.rstrip('.')}[{index}].")
    if not isinstance(given, dict):
        return
    fields = {_camel(name): field for name, field in form.model_fields.items()}
    for key, value in given.items():
        if _camel(str(key)) not in fields:
            yield where, str(key), [*fields]
        elif nested := _model(annotation := fields[_camel(key)].annotation):
            if not _named(annotation):
                yield from _unknown(value, nested, f"{where}{key}.")
            elif isinstance(value, dict):
                for name, each in value.items():
                    yield from _unknown(each, nested, f"{where}{key}.{name}.")


def _model(annotation: Any) -> "type[BaseModel] | None":
    """Returns the type of keys that an annotation such as `list[X] | None` is about."""
    from pydantic import BaseModel

    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    return next(filter(None, map(_model, get_args(annotation))), None)


def _named(annotation: Any) -> bool:
    """Returns whether an annotation is about what has names of its own, such as columns."""
    if get_origin(annotation) is Mapping:
        return True
    return any(map(_named, get_args(annotation)))


def _first(error: "ValidationError") -> str:
    """Returns one line about the first thing that is wrong."""
    from lineal.kernel.wording import worded

    first = error.errors()[0]
    where = ".".join(str(part) for part in first["loc"] if part not in ("str", "int", "float"))
    if "parameters" in first["loc"] or "statistics" in first["loc"]:
        return f"{where}: {first['input']!r} is not a text, a number or a boolean"
    if first["type"] == "string_type" and isinstance(first["input"], bool | int | float):
        return f"{where}: {first['input']!r} is not a text; put it in quotes"
    if first["type"] == "missing":
        return f"{where} is missing"
    return f"{where}: {worded(first)}"


def _not_finite(given: Given) -> str:
    """Returns one line about the first number that is not finite, and where it is."""
    found = next(_infinite(given, "", frozenset()), None)
    return "it has itself as a part" if found is None else f"{found} is not a finite number"


def _infinite(given: Any, where: str, above: frozenset[int]) -> Iterator[str]:
    """Yields numbers that are not finite, after where each is; an alias may be in what it names."""
    if isinstance(given, float) and not math.isfinite(given):
        yield f"{where}: {given}"
    if id(given) in above or not isinstance(given, dict | list):
        return
    parts = given.items() if isinstance(given, dict) else enumerate(given)
    for key, value in parts:
        inner = f"{where}.{key}" if where else str(key)
        yield from _infinite(value, inner, above | {id(given)})


def _camel(key: str) -> str:
    from pydantic.alias_generators import to_camel

    return to_camel(key)


def read_pairs(texts: list[str], option: str) -> Mapping[str, str]:
    """Returns texts such as `C=0.3` by their keys."""
    pairs = {}
    for text in texts:
        key, sign, value = text.partition("=")
        if not sign or not key:
            raise typer.BadParameter(f"{text} is not KEY=VALUE", param_hint=option)
        pairs[key] = value
    return pairs


def read_input(text: str) -> dict[str, str]:
    """Returns what `ROLE=REF` or `REF` says a run read; a digest may have a `=` of its own."""
    role, sign, ref = text.partition("=")
    if sign and role and "/" not in role:
        return {"role": role, "ref": ref}
    return {"ref": text}


def read_value(text: str) -> str | int | float | bool:
    """Returns the number or boolean that JSON sees in a text, or the text."""
    try:
        value = json.loads(text)
    except ValueError:
        return text
    finite = not isinstance(value, float) or math.isfinite(value)
    return value if isinstance(value, str | int | float | bool) and finite else text


def read_properties(texts: list[str], option: str = "--set") -> "list[PropertyInput]":
    """Returns properties from texts such as `tier=2`, of the types that their values look like."""
    from lineal.client import PropertyInput

    return [
        PropertyInput(key=key, **_typed(value)) for key, value in read_pairs(texts, option).items()
    ]


def read_links(texts: list[str]) -> "list[LinkInput]":
    """Returns links from texts such as `Runbook=https://wiki.example`, or the address alone."""
    from lineal.client import LinkInput

    told = (
        text.partition("=") if re.match(r"[^=:]+=", text) else (text, "", text) for text in texts
    )
    return [LinkInput(title=title, url=url) for title, _, url in told]


def _typed(text: str) -> dict[str, Any]:
    value = read_value(text)
    if isinstance(value, bool):
        return {"boolean": value}
    if isinstance(value, int | float):
        return {"number": float(value)}
    if re.match(r"[A-Za-z][A-Za-z0-9+.-]*://\S", text):
        return {"link": text}
    moment = _moment(text)
    return {"text": value} if moment is None else {"time": moment}


def _moment(text: str) -> datetime | None:
    """Returns the moment that a text with a zone names; without one it is only a text."""
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        return None
    return moment if moment.tzinfo else None


def read_number(key: str, text: str) -> float:
    """Returns the number that a text is, or raises BadParameter."""
    try:
        number = float(text)
    except ValueError:
        number = math.nan
    if not math.isfinite(number):
        raise typer.BadParameter(f"{key}={text} is not a finite number", param_hint="--metric")
    return number
