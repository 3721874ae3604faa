"""Whether `--format` can print what a change answers, found out before the change is sent."""

import re
import types
from collections.abc import Iterator, Mapping
from typing import Annotated, Any, Union, get_args, get_origin, get_type_hints

from pydantic import BaseModel

from lineal.cli.template import ROWS, chosen, names, steps, wrong
from lineal.client import Client

# What is known only when it is there, such as the value of a property.
ANY = object()
# Of what type a value may be, without None.
Types = list[Any]


class ForeseeingClient(Client):
    """A client that refuses a change whose answer the chosen template cannot print."""

    def _success(self, document: str, variables: Mapping[str, object]) -> dict[str, Any]:
        operation = re.findall(r"mutation (\w+)", document)[0]
        foresee(re.sub(r"(?<!^)(?=[A-Z])", "_", operation).lower())
        return super()._success(document, variables)


def foresee(method: str) -> None:
    """Raises BadParameter if a template is chosen that a method's answer has not the names of."""
    if (template := chosen.get()) is not None:
        require_fit(template, get_type_hints(getattr(Client, method))["return"])


def require_fit(template: str, answer: Any) -> None:
    """Raises BadParameter for a name or a format that an answer of this type never has."""
    for name, conversion, spec in names(template):
        found = list(_row(answer))
        for step in steps(name):
            found = _below(found, step)
        if not conversion and "{" not in spec:
            _require_format(found, spec)


def _row(answer: Any) -> Iterator[Any]:
    """Yields the types of what a line is printed for: of a list, those of each."""
    for type_ in _types(answer):
        rows = next((each for each in ROWS if each in _fields(type_)), None)
        if rows is not None:
            type_ = _fields(type_)[rows]
        origin: Any = get_origin(type_)
        yield from _types(get_args(type_)[0]) if origin is list else [type_]


def _types(annotation: Any) -> Types:
    """Returns what an annotation stands for."""
    if get_origin(annotation) is Annotated:
        return _types(get_args(annotation)[0])
    if get_origin(annotation) in (Union, types.UnionType):
        return [each for one in get_args(annotation) for each in _types(one)]
    if annotation is type(None):
        return []
    known = isinstance(annotation, type) or get_origin(annotation) is not None
    return [annotation if known and annotation is not Any else ANY]


def _fields(type_: Any) -> dict[str, Any]:
    """Returns the types of fields by their names in JSON; of what is no object, none."""
    if not isinstance(type_, type) or not issubclass(type_, BaseModel):
        return {}
    return {
        each.serialization_alias or name: each.annotation
        for name, each in type_.model_fields.items()
    }


def _below(found: Types, step: str) -> Types:
    """Returns the types of what a name leads to, or raises BadParameter if to nothing."""
    below = [each for type_ in found for each in _step(type_, step)]
    if not below:
        known = ", ".join(dict.fromkeys(name for type_ in found for name in _fields(type_)))
        raise wrong(f"there is no {step}" + (f"; there is {known}" if known else ""))
    return below


def _step(type_: Any, step: str) -> Types:
    origin, inner = get_origin(type_), get_args(type_)
    if origin is list:
        return _types(inner[0]) if step.isdecimal() else _called(inner[0])
    if origin is not None and issubclass(origin, Mapping):
        return [float] if inner[1] is float and not step.isdecimal() else [ANY]
    if type_ is ANY or origin is not None:
        return [ANY]
    fields = _fields(type_)
    return _types(fields[step]) if step in fields else []


def _called(row: Any) -> Types:
    """Returns the types of what a key or a name leads to in a list."""
    found: Types = []
    for type_ in _types(row):
        whole = "name" in _fields(type_) and "key" not in _fields(type_)
        found.append(type_ if whole else ANY)
    return found


def _require_format(found: Types, spec: str) -> None:
    """Raises BadParameter if no value of these types can be written so."""
    samples = [sample for type_ in found for sample in _samples(type_)]
    why = None
    for sample in samples:
        try:
            format(sample, spec)
        except ValueError as error:
            why = why or str(error)
        else:
            return
    if why is not None:
        raise wrong(why)


def _samples(type_: Any) -> tuple[Any, ...]:
    if type_ is ANY:
        return (1, 0.5, "")
    return {int: (1,), float: (0.5,)}.get(type_, ("",))
