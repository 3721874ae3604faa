"""Writes a query in Lucene's syntax.

What a client typed arrives here as words of letters and digits, or as values that are escaped in
quotes: none of it is syntax. Every clause scores a whole number of ours, `(+what^0 +*:*^64)`, and
not what Lucene makes of frequencies: the order of hits, and with it the place of a page, does not
move when others write. The syntax is that of Lucene's classic query parser
(https://lucene.apache.org/core/10_2_0/queryparser/org/apache/lucene/queryparser/classic/package-summary.html).
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from lineal.search.text import Field, Has, Query, Words

# What `cypher/search/words.cypher` keeps of a node, and how much a word in it weighs: in its whole
# name, in its name, in its ref, in all else that is said of it.
_NAME = {"searchName": 16}
_CALLED = _NAME | {"searchWords": 8, "searchRef": 4}
_PLACES = _CALLED | {"searchText": 1}
_EXACT, _PREFIX, _FUZZY = 32, 16, 1
# Of what is equal otherwise, what people name comes before what comes to be.
_KINDS = {
    "Model": 7,
    "Dataset": 6,
    "Deployment": 5,
    "Application": 4,
    "Experiment": 3,
    "Namespace": 3,
    "ModelVersion": 2,
    "DatasetVersion": 1,
}
_FIELDS = {Field.TAG: "tags", Field.OWNER: "owners", Field.NAMESPACE: "namespace"}

# How few letters a beginning has, or a word that may be mistyped; how many words may be: Lucene
# writes up to 50 words for each in each place, and takes 1,024 clauses in all.
_SHORTEST_PREFIX = 2
_SHORTEST_FUZZY = 4
_LONG_FUZZY = 8
_MOST_FUZZY = 3


def written(query: Query, kinds: Sequence[str]) -> str:
    """Returns what finds nodes of these kinds by all that is said of them."""
    return _written(_Writer(_PLACES, _fuzzy(query), _unfinished(query)), query, kinds)


def suggested(query: Query, kinds: Sequence[str]) -> str:
    """Returns what finds nodes of these kinds by their names and refs."""
    return _written(_Writer(_CALLED, _fuzzy(query), _unfinished(query)), query, kinds)


def edits(word: str) -> int:
    """Returns how many typing errors a word may have: none in few letters, or with digits."""
    if len(word) < _SHORTEST_FUZZY or not word.isalpha():
        return 0
    return 1 if len(word) < _LONG_FUZZY else 2


# How a word may be there, and what that weighs.
Form = tuple[str, int]


@dataclass(frozen=True, slots=True)
class _Writer:
    """Writes words: where they may be, which of them mistyped, which is perhaps still typed."""

    places: dict[str, int]
    fuzzy: frozenset[str]
    unfinished: str | None

    def words(self, given: Words) -> str:
        """Returns what a hit has at least one of."""
        if given.phrase:
            phrase, by = _quoted(" ".join(given.words)), _EXACT * len(given.words)
            return self._scored([(phrase, by)], self.places)
        each = [f"+({self._scored(self._forms(word), self.places)})" for word in given.words]
        if len(each) == 1:
            return each[0]
        # Somebody may write in one word what somebody else writes in several.
        return f"({' '.join(each)}) {self.whole(given.joined)}"

    def whole(self, name: str) -> str:
        """Returns what weighs more where this is a whole name, or the beginning of one."""
        return self._scored(self._forms(name), _NAME)

    def _forms(self, word: str) -> list[Form]:
        """Returns how a word may be there."""
        forms = [(_quoted(word), _EXACT)]
        if len(word) >= _SHORTEST_PREFIX or word == self.unfinished:
            forms.append((f"{word}*", _PREFIX))
        if word in self.fuzzy:
            forms.append((f"{word}~{edits(word)}", _FUZZY))
        return forms

    def _scored(self, forms: Sequence[Form], places: dict[str, int]) -> str:
        return " ".join(
            _scored(f"{place}:{form}", weight * by)
            for place, weight in places.items()
            for form, by in forms
        )


def _written(writer: _Writer, query: Query, kinds: Sequence[str]) -> str:
    wanted = [each for each in query.words if not each.negated]
    clauses = [f"+({' '.join(map(_is_kind, dict.fromkeys(kinds) or ['none']))})^0"]
    clauses += [f"-({_anywhere(each)})" for each in query.words if each.negated]
    clauses += [f"+({writer.words(each)})" for each in wanted]
    clauses += [_narrowed(each) for each in query.has if _narrows(each)]
    if len(wanted) > 1:
        clauses.append(writer.whole("".join(query.wanted)))
    return " ".join([*clauses, *(_scored(_is_kind(kind), by) for kind, by in _KINDS.items())])


def _fuzzy(query: Query) -> frozenset[str]:
    given = [each for each in query.words if not (each.negated or each.phrase)]
    words = [word for each in given for word in each.words if edits(word)]
    return frozenset(words[:_MOST_FUZZY])


def _unfinished(query: Query) -> str | None:
    """Returns the last word if there are others: of a single one, a letter says too little."""
    wanted = query.wanted
    return wanted[-1] if len(wanted) > 1 and wanted[-1].isalpha() else None


def _narrows(has: Has) -> bool:
    """Returns whether Lucene may leave nodes out; it compares tags without their signs and case."""
    return has.field is Field.KIND or not has.negated


def _narrowed(has: Has) -> str:
    if has.field is Field.KIND:
        return f"{'-' if has.negated else '+'}({_is_kind(has.value)})^0"
    return f"+{_FIELDS[has.field]}:{_quoted(has.value)}^0"


def _anywhere(given: Words) -> str:
    phrase = _quoted(" ".join(given.words))
    return " ".join(f"{place}:{phrase}" for place in _PLACES)


def _is_kind(kind: str) -> str:
    return f"nodeKind:{_quoted(kind)}"


def _scored(clause: str, score: int) -> str:
    """Returns a clause that scores exactly this where it holds."""
    return f"(+{clause}^0 +*:*^{score})"


def _quoted(value: str) -> str:
    """Returns a value in quotes, in which only a quote and a backslash mean something."""
    escaped = re.sub(r'(["\\])', r"\\\1", value)
    return f'"{escaped}"'
