"""What guards the way in: the graph has no types and no required properties, these have.

Records of new things are pydantic models made from whatever has their attributes, such as a GraphQL
input; services take records and know no GraphQL.
"""

import math
import re
from datetime import datetime
from typing import Annotated, Any, Self

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    StringConstraints,
    ValidationError,
    ValidationInfo,
    field_validator,
    model_validator,
)
from pydantic.alias_generators import to_camel

from lineal.kernel import refs
from lineal.kernel.ids import new_id
from lineal.kernel.refusals import InvalidInput
from lineal.kernel.wording import worded

LARGEST_TEXT = 20_000
# How the names of properties of one's own begin in the graph.
STORED = ("property", "link")
MOST = 1_000


# How pydantic calls the members of a union, which are no part of the input.
_UNION_MEMBERS = ("constrained-str", "bool", "int", "float")


def invalid(error: ValidationError) -> InvalidInput:
    """Returns the refusal of an input that is no record, with the path to what is wrong."""
    first = error.errors(include_url=False)[0]
    path = tuple(camel(str(step)) for step in first["loc"] if step not in _UNION_MEMBERS)
    message = worded(first)
    return InvalidInput(f"{'.'.join(path)}: {message}" if path else message, path)


def camel(name: str) -> str:
    """Returns a name as GraphQL has it: `datasetVersion` for `dataset_version`."""
    first, *rest = name.split("_")
    return first[:1].lower() + first[1:] + "".join(word.capitalize() for word in rest)


def _finite(value: float) -> float:
    if not math.isfinite(value):
        raise ValueError(f"{value} is not a finite number")
    return value


def once(values: list[Any]) -> list[Any]:
    """Returns values with keys, or raises ValueError where two have the same."""
    seen: set[str] = set()
    for each in values:
        if each.key in seen:
            raise ValueError(f"{each.key!r} is given twice")
        seen.add(each.key)
    return values


def plain(given: Any) -> Any:
    """Returns the value of an enum's member, anything else as it is."""
    return getattr(given, "value", given)


# C0 but tab, newline and carriage return; DEL and C1.
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")
_BREAK = re.compile(r"[\t\n\r]")


def written(value: str) -> str:
    """Returns a text of several lines, or raises ValueError for a control character in it."""
    if found := _CONTROL.search(value):
        raise ValueError(f"{value[:80]!r} has the control character {found[0]!r}")
    return value


def in_line(value: str) -> str:
    """Returns a text of one line, or raises ValueError for a control character or a break."""
    if found := _BREAK.search(value):
        raise ValueError(f"{value[:80]!r} has {found[0]!r}, and is to be one line")
    return written(value)


def _unique(values: list[str]) -> list[str]:
    return list(dict.fromkeys(values))


def _like(pattern: str, form: str) -> AfterValidator:
    """Returns what refuses a text that has another form, in words that a person understands."""

    def check(value: str) -> str:
        if not re.fullmatch(pattern, value):
            raise ValueError(f"{value[:80]!r} is not {form}")
        return value

    return AfterValidator(check)


Name = Annotated[
    str,
    _like(
        refs.NAME,
        "a name: 1 to 128 letters, digits, dots, hyphens and underscores, a letter or digit first",
    ),
]
Label = Annotated[
    str, _like(refs.LABEL, "a label: letters, digits and any of . _ : + -, a letter or digit first")
]
# Keys become names of properties, in which Neo4j takes anything but NUL.
Key = Annotated[
    str,
    _like(
        r"[^\x00-\x1f\x7f-\x9f]{1,200}", "a key: 1 to 200 characters, none that controls a terminal"
    ),
]
_Short = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=1_000)]
Line = Annotated[_Short, AfterValidator(in_line)]
# Why something was done or came to be.
Reason = Annotated[_Short, AfterValidator(written)]
Text = Annotated[str, StringConstraints(max_length=LARGEST_TEXT), AfterValidator(written)]
Uri = Annotated[
    str,
    StringConstraints(max_length=2_000),
    _like(
        r"(?!(?i:javascript|vbscript|data):)[A-Za-z][A-Za-z0-9+.-]*:[^\s\x00-\x1f\x7f-\x9f]+",
        "an address with a scheme, such as s3://models/7, that runs nothing in a browser",
    ),
]
Page = Annotated[
    str,
    StringConstraints(max_length=2_000),
    _like(
        r"(?i:https?://(?=[^/])|mailto:)[^\s\x00-\x1f\x7f-\x9f]+",
        "an address that begins with https://, http:// or mailto:",
    ),
]
Digest = Annotated[str, _like(refs.DIGEST, "a digest with its algorithm, such as sha256:9c56cc51…")]
Number = Annotated[float, AfterValidator(_finite)]
Texts = Annotated[list[Line], Field(max_length=MOST), AfterValidator(_unique)]
Parameter = Text | bool | int | float
# Which values there are, the enum says that it comes from.
Choice = Annotated[str, BeforeValidator(plain)]


class NewRecord(BaseModel):
    """What is to be recorded; `of` reads it from any object with its attributes."""

    model_config = ConfigDict(
        from_attributes=True, frozen=True, extra="forbid", strict=True, arbitrary_types_allowed=True
    )

    @classmethod
    def of(cls, given: Any) -> Self:
        """Returns the record, or raises pydantic's ValidationError that names the field."""
        return cls.model_validate(given)


class Revision(NewRecord):
    """What a change says of the revision that its caller has read; 0: of nothing, so far."""

    expected_revision: int | None = None


class NewProperty(NewRecord):
    """A property of one's own: a key, and one value of one type."""

    key: Key
    text: Text | None = None
    number: Number | None = None
    boolean: bool | None = None
    time: datetime | None = None
    link: Uri | None = None

    @model_validator(mode="after")
    def _has_one_value(self) -> Self:
        values = (self.text, self.number, self.boolean, self.time, self.link)
        if sum(value is not None for value in values) != 1:
            raise ValueError("give text, number, boolean, time or link, exactly one of them")
        return self

    def row(self) -> dict[str, Any]:
        """Returns it as it is stored, and null in place of what the key may have had before."""
        values = (self.text, self.number, self.boolean, self.time)
        value = next((value for value in values if value is not None), None)
        return {f"property.{self.key}": value, f"link.{self.key}": self.link}


Properties = Annotated[list[NewProperty], Field(max_length=100), AfterValidator(once)]


class NewLink(NewRecord):
    """A link to where more is written, which a person may follow."""

    title: Line
    url: Page


Documentation = Annotated[list[NewLink], Field(max_length=100)]


class OwnFacts(NewRecord):
    """What else can be said of anything when it is recorded."""

    properties: Properties = Field(default_factory=list)
    documentation: Documentation = Field(default_factory=list)

    def own_row(self) -> dict[str, Any]:
        """Returns it as it is stored."""
        return _rows(self.properties) | _documented(self.documentation)


class NewNamed(OwnFacts):
    """What everything named has."""

    description: Text | None = None
    tags: Texts = Field(default_factory=list)
    owners: Texts = Field(default_factory=list)

    def row(self, name: str, namespace: str | None = None) -> dict[str, Any]:
        """Returns the properties of a new node of this name; only a namespace is in none."""
        row: dict[str, Any] = {
            "id": new_id(),
            "ref": name if namespace is None else f"{namespace}/{name}",
            "namespace": namespace,
            "name": name,
            "description": self.description,
            "tags": self.tags,
            "owners": self.owners,
        }
        return row | self.own_row()


def _rows(properties: list[NewProperty]) -> dict[str, Any]:
    return {name: value for each in properties for name, value in each.row().items()}


def _documented(links: list[NewLink]) -> dict[str, Any]:
    """Returns links as the graph has them: their titles and their addresses, or nothing."""
    return {
        "documentationTitles": [link.title for link in links] or None,
        "documentationUrls": [link.url for link in links] or None,
    }


def _none_is_empty(given: Any) -> Any:
    return [] if given is None else given


class RecordUpdate(Revision):
    """What is said anew of something that was recorded; what is not given stays as it is."""

    ref: str
    description: Text | None = None
    tags: Annotated[Texts, BeforeValidator(_none_is_empty)] = Field(default_factory=list)
    documentation: Annotated[Documentation, BeforeValidator(_none_is_empty)] = Field(
        default_factory=list
    )
    set_properties: Properties = Field(default_factory=list)
    remove_properties: list[Key] = Field(default_factory=list, max_length=100)

    @field_validator("remove_properties")
    @classmethod
    def _removes_no_property_that_it_sets(cls, keys: list[str], info: ValidationInfo) -> list[str]:
        both = {each.key for each in info.data.get("set_properties", [])} & set(keys)
        if both:
            raise ValueError(f"{min(both)!r} is to be set, too")
        return keys

    def row(self) -> dict[str, Any]:
        """Returns what is given as it is stored, with null for what is to go."""
        others = {
            "ref",
            "expected_revision",
            "documentation",
            "set_properties",
            "remove_properties",
        }
        given = self.model_dump(include=self.model_fields_set - others)
        row = {to_camel(name): value for name, value in given.items()}
        if "documentation" in self.model_fields_set:
            row |= _documented(self.documentation)
        gone = {f"{kind}.{key}": None for kind in STORED for key in self.remove_properties}
        return row | gone | _rows(self.set_properties)


class NamedUpdate(RecordUpdate):
    """What is said anew of something named; what is not given stays as it is."""

    owners: Annotated[Texts, BeforeValidator(_none_is_empty)] = Field(default_factory=list)
