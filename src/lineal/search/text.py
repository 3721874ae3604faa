"""What somebody types into a search, as a query that has no syntax left.

    credit "default risk" tag:pii owner:team:risk kind:model namespace:risk -draft

Words may be parts of names (`credit-scorer` is two), beginnings of words, or mistyped; what stands
in quotes is meant as it is; `tag:`, `owner:`, `kind:` and `namespace:` say what a hit has; `-` in
front excludes. All of it must hold. Anything else is a word, or nothing.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import dropwhile, groupby

from lineal.kernel.refusals import InvalidInput

LONGEST = 500
MOST_WORDS = 16
# Between other words they say nothing of what is looked for.
_FILLERS = frozenset(
    (
        "a",
        "an",
        "and",
        "are",
        "by",
        "for",
        "from",
        "in",
        "is",
        "of",
        "on",
        "or",
        "the",
        "to",
        "with",
    )
)

_PART = re.compile(
    r"""(?P<no>-)?
    (?:(?P<field>tag|owner|kind|namespace):)?
    (?:"(?P<phrase>[^"]*)"?|(?P<word>[^\s"]+)|(?(field)(?=\s|$)|(?!)))""",
    re.VERBOSE | re.IGNORECASE,
)


class Field(StrEnum):
    """What can be asked for by name."""

    TAG = "tag"
    OWNER = "owner"
    KIND = "kind"
    NAMESPACE = "namespace"


KINDS = {
    "namespace": "Namespace",
    "dataset": "Dataset",
    "datasetversion": "DatasetVersion",
    "column": "Column",
    "experiment": "Experiment",
    "run": "Run",
    "model": "Model",
    "modelversion": "ModelVersion",
    "version": "ModelVersion",
    "deployment": "Deployment",
    "application": "Application",
}


@dataclass(frozen=True, slots=True)
class Words:
    """Words of letters and digits in lower case, at least one; a phrase has them in this order."""

    words: tuple[str, ...]
    phrase: bool = False
    negated: bool = False

    @property
    def joined(self) -> str:
        """Returns the words as one: `creditscorer`."""
        return "".join(self.words)


@dataclass(frozen=True, slots=True)
class Has:
    """A tag, an owner or a namespace as it is written, or a kind as the schema calls it."""

    field: Field
    value: str
    negated: bool = False


@dataclass(frozen=True, slots=True)
class Query:
    """What must all hold of a hit."""

    words: tuple[Words, ...] = ()
    has: tuple[Has, ...] = ()
    unsaid: Field | None = None
    """A field after which nothing stands."""

    @property
    def wanted(self) -> tuple[str, ...]:
        """Returns every word that a hit has."""
        return tuple(word for each in self.words if not each.negated for word in each.words)

    def within(self, namespace: str | None) -> "Query":
        """Returns what finds this in a namespace only, or everywhere."""
        return self if namespace is None else replace(self, has=(*self.has, _in(namespace)))

    def values(self, field: Field, *, negated: bool) -> list[str]:
        """Returns what a hit must have, or must not, of a field."""
        return [each.value for each in self.has if each.field is field and each.negated is negated]


def _in(namespace: str) -> Has:
    return Has(Field.NAMESPACE, namespace)


def parse(text: str) -> Query:
    """Returns the query that a text is, which may ask for nothing; or raises InvalidInput."""
    if len(text) > LONGEST:
        raise InvalidInput(f"text: it has more than {LONGEST} characters", ("text",))
    words: list[Words] = []
    has: list[Has] = []
    unsaid: Field | None = None
    for part in _PART.finditer(clean(text)):
        negated = bool(part["no"])
        if part["field"]:
            field = Field(part["field"].lower())
            value = (part["phrase"] or part["word"] or "").strip()
            if value:
                has.append(_has(field, value, negated))
            else:
                unsaid = unsaid or field
        elif split := tuple(split_words(part["phrase"] or part["word"] or "")):
            words.append(Words(split, part["phrase"] is not None, negated))
    query = Query(_without_fillers(words), tuple(dict.fromkeys(has)), unsaid)
    if sum(len(each.words) for each in query.words) + len(query.has) > MOST_WORDS:
        raise InvalidInput(f"text: it has more than {MOST_WORDS} words", ("text",))
    return query


def split_words(text: str) -> Iterator[str]:
    """Yields the words of letters, marks on them, and digits, in lower case."""
    for in_word, run in groupby(text.lower(), _in_word):
        if in_word and (word := "".join(dropwhile(_is_mark, run))):
            yield word


def split_name(word: str) -> Iterator[tuple[int, int]]:
    """Yields where the parts of a word begin and end, as `cypher/search/parts.cypher` has them.

    In `creditScorer2` these are three, in `credit` there is one.
    """
    start = 0
    for i in range(1, len(word)):
        if _begins(word[i - 1], word[i], word[i + 1 : i + 2]):
            yield start, i
            start = i
    yield start, len(word)


def _begins(before: str, char: str, after: str) -> bool:
    """Returns whether a part of a name begins with a character."""
    if before.isdecimal() != char.isdecimal():
        return True
    return char.isupper() and (before.islower() or (before.isupper() and after.islower()))


def _in_word(char: str) -> bool:
    return char.isalnum() or _is_mark(char)


def _is_mark(char: str) -> bool:
    return unicodedata.category(char).startswith("M")


def clean(text: str) -> str:
    """Returns the text composed, with blanks for what cannot be seen or sent."""
    normal = unicodedata.normalize("NFKC", text)
    return "".join(" " if unicodedata.category(each)[0] == "C" else each for each in normal)


def _has(field: Field, value: str, negated: bool) -> Has:
    """Returns what a field must be, or raises InvalidInput for a kind that there is not."""
    if field is Field.KIND:
        kind = KINDS.get(re.sub("[-_ ]", "", value.lower()).removesuffix("s"))
        if kind is None:
            known = ", ".join(sorted(set(KINDS.values())))
            raise InvalidInput(f"text: {value!r} is no kind; these are: {known}", ("text",))
        value = kind
    return Has(field, value, negated)


def _without_fillers(words: list[Words]) -> tuple[Words, ...]:
    telling = [each for each in words if each.phrase or each.negated or each.joined not in _FILLERS]
    return tuple(dict.fromkeys(telling or words))
