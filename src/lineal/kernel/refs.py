"""Refs: the names by which people mean a node, parsed here and nowhere else.

`risk` is a namespace, `risk/scorer` something named in it, `risk/scorer:7` a model version,
`risk/scorer@champion` the version that an alias points at, `risk/customers#2026-11` a dataset
version by label or digest, `risk/customers#2026-11.income` a column of it; an id means itself.
`deployment:risk/scorer` says the kind where a bare name could be several.

In the name of a column, what is ASCII but no letter, digit, hyphen or underscore may be spelled as
in a URL: `net%20income`. The ref that a column has is spelled so; its name has no dot then, so that
its last dot ends the label. Other spellings are understood too.
"""

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Final
from urllib.parse import unquote

NAME: Final = r"[A-Za-z0-9](?:[A-Za-z0-9._-]{0,126}[A-Za-z0-9_])?"
LABEL: Final = r"[A-Za-z0-9][A-Za-z0-9_.:+-]{0,199}"
DIGEST: Final = r"[a-z0-9][a-z0-9-]{0,31}:[A-Za-z0-9+/=_-]{8,200}"
KINDS: Final = {
    "dataset": "Dataset",
    "model": "Model",
    "experiment": "Experiment",
    "deployment": "Deployment",
    "application": "Application",
}


class Form(StrEnum):
    """Which of the ways to name a node a ref uses."""

    ID = "id"
    NAMESPACE = "namespace"
    NAME = "name"
    NUMBER = "number"
    ALIAS = "alias"
    LABEL = "label"


class InvalidRef(ValueError):
    """The text is no ref; the message names it and says what one looks like."""


@dataclass(frozen=True, slots=True)
class Ref:
    """A parsed ref. `key` is what is unique in the graph: an id, `ns`, `ns/name` or `ns/name:7`."""

    text: str
    form: Form
    key: str
    owner: str = ""
    """`ns/name` of the model or dataset that a version belongs to."""
    selector: str = ""
    """The version's number, alias, label or digest."""
    kind: str | None = None
    """The kind that a prefix asked for, such as `Deployment`."""
    columns: tuple[tuple[str, str], ...] = ()
    """Labels and columns that it may mean, if no version is called so; the longest label first."""

    def parameter(self) -> dict[str, Any]:
        """Returns the ref as a Cypher parameter."""
        columns = [{"label": label, "column": column} for label, column in self.columns]
        return {
            "text": self.text,
            "form": self.form.value,
            "key": self.key,
            "owner": self.owner,
            "selector": self.selector,
            "kind": self.kind,
        } | ({"columns": columns} if columns else {})


_ID = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}", re.IGNORECASE)
_REF = re.compile(
    rf"""(?:(?P<kind>{"|".join(KINDS)}):)?
    (?P<namespace>{NAME})
    (?:/(?P<name>{NAME})
      (?::(?P<number>[1-9][0-9]{{0,8}})|@(?P<alias>{NAME})|\#(?P<label>(?:{LABEL}|{DIGEST})(?:\..{{1,4000}})?))?
    )?""",
    re.VERBOSE,
)
_VERSION = re.compile(f"{LABEL}|{DIGEST}")
LONGEST_VERSION: Final = 240


def is_id(text: str) -> bool:
    """Returns whether a text is an id."""
    return _ID.fullmatch(text) is not None


def parse(text: str) -> Ref:
    """Returns the ref that `text` spells, or raises InvalidRef."""
    if is_id(text):
        return Ref(text, Form.ID, text.lower())
    match = _REF.fullmatch(text)
    if match is None or (match["kind"] and not match["name"]):
        raise InvalidRef(
            f"{text[:200]!r} is no ref. A ref is an id, or looks like namespace, namespace/name, "
            "namespace/model:7, namespace/model@alias, namespace/dataset#label or "
            "namespace/dataset#label.column"
        )
    owner = f"{match['namespace']}/{match['name']}"
    kind = KINDS[match["kind"]] if match["kind"] else None
    for form, sign in ((Form.NUMBER, ":"), (Form.ALIAS, "@"), (Form.LABEL, "#")):
        if selector := match[form.value]:
            columns = _columns(selector) if form is Form.LABEL else ()
            return Ref(text, form, f"{owner}{sign}{selector}", owner, selector, kind, columns)
    if match["name"]:
        return Ref(text, Form.NAME, owner, owner, "", kind)
    return Ref(text, Form.NAMESPACE, match["namespace"])


def spell(name: str) -> str:
    """Returns the name of a column as its ref has it."""
    return "".join(
        letter if letter.isalnum() or ord(letter) > 127 or letter in "_-" else f"%{ord(letter):02X}"
        for letter in name
    )


def _columns(selector: str) -> tuple[tuple[str, str], ...]:
    """Returns each label that a selector may begin with, and the column that is left, spelled."""
    dots = (i for i, letter in enumerate(selector[:LONGEST_VERSION]) if letter == ".")
    parts = ((selector[:dot], selector[dot + 1 :]) for dot in sorted(dots, reverse=True))
    return tuple(
        (label, spell(unquote(name))) for label, name in parts if name and _VERSION.fullmatch(label)
    )
