"""Highlights: which words of a text were looked for.

A text comes in pieces, each a hit or not: there is no markup in it, and nothing to escape.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from lineal.search.lucene import edits
from lineal.search.text import split_name

# How long a fragment is, and how much of it stands before the first hit.
LONGEST = 200
BEFORE = 60
MOST = 6
# Of a long text, so much is looked through.
READ = 5_000

_WORD = re.compile(r"[^\W_]+")
# What somebody else may write in one word.
_NAME = re.compile(r"[^\W_]+(?:[-_.:+][^\W_]+)*")
Piece = dict[str, Any]
Span = tuple[int, int]


def highlights(said: dict[str, Any]) -> list[dict[str, Any]]:
    """Returns the fragments with hits, from `{words, texts: [[field, text]]}`.

    A word that is nowhere as it was typed was mistyped: what it may have meant is a hit then.
    """
    texts = [(field, " ".join(text[:READ].split())) for field, text in said["texts"] if text]
    wanted = _wanted({text for _, text in texts}, set(said["words"]))
    found: list[dict[str, Any]] = []
    for field, text in texts:
        hits = [hit for name in _NAME.finditer(text) for hit in _hits(text, name.span(), wanted)]
        if hits and len(found) < MOST:
            found.append({"field": field, "pieces": pieces(*fragment(text, hits))})
    return found


def fragment(text: str, hits: Sequence[tuple[int, int]]) -> tuple[str, list[tuple[int, int]]]:
    """Returns the text around the first hit, cut between words, and the hits in it."""
    start = 0 if len(text) <= LONGEST else max(0, hits[0][0] - BEFORE)
    if start:
        start = text.find(" ", start, hits[0][0]) + 1 or start
    end = len(text)
    if end - start > LONGEST:
        end = max(text.rfind(" ", start, start + LONGEST), hits[0][1])
    before, after = "… " if start else "", " …" if end < len(text) else ""
    moved = len(before) - start
    inside = [(first + moved, last + moved) for first, last in hits if last <= end]
    return f"{before}{text[start:end]}{after}", inside


def pieces(text: str, hits: Sequence[tuple[int, int]]) -> list[Piece]:
    """Returns all of the text in pieces."""
    found: list[Piece] = []
    place = 0
    for start, end in hits:
        found += [{"text": text[place:start], "hit": False}] if start > place else []
        found.append({"text": text[start:end], "hit": True})
        place = end
    return found + ([{"text": text[place:], "hit": False}] if place < len(text) else [])


@dataclass(frozen=True, slots=True)
class _Wanted:
    """What a hit begins with, and what it is if somebody mistyped it."""

    beginnings: tuple[str, ...]
    meant: frozenset[str]

    def is_hit(self, word: str) -> bool:
        return word in self.meant or word.startswith(self.beginnings)


def _wanted(texts: Iterable[str], words: set[str]) -> _Wanted:
    there = {word for text in texts for word in _words(text)}
    mistyped = {word for word in words if not any(each.startswith(word) for each in there)}
    meant = {each for each in there for word in mistyped if _near(each, word)}
    return _Wanted(tuple(words), frozenset(meant))


def _words(text: str) -> Iterator[str]:
    """Yields each name of a text in one word, its words, and the parts of those."""
    for name in _NAME.finditer(text):
        spans = _spans(text, name.span())
        yield "".join(text[slice(*span)] for span in spans).lower()
        for span in spans:
            yield text[slice(*span)].lower()
            yield from (text[slice(*part)].lower() for part in _parts(text, span))


def _hits(text: str, name: Span, wanted: _Wanted) -> list[Span]:
    """Returns which words of a name, or parts of them, are hits; or those that are one together."""
    spans = _spans(text, name)
    hits: list[Span] = []
    for span in spans:
        whole = wanted.is_hit(text[slice(*span)].lower())
        hits += [span] if whole else _hit_parts(text, span, wanted)
    return hits or _together(text, spans, wanted)


def _hit_parts(text: str, span: Span, wanted: _Wanted) -> list[Span]:
    return [part for part in _parts(text, span) if wanted.is_hit(text[slice(*part)].lower())]


def _together(text: str, spans: Sequence[Span], wanted: _Wanted) -> list[Span]:
    """Returns the words of a name that begin, as one, with a word that is wanted."""
    joined = "".join(text[slice(*span)] for span in spans).lower()
    if joined in wanted.meant:
        return list(spans)
    reach = max((len(each) for each in wanted.beginnings if joined.startswith(each)), default=0)
    hits: list[Span] = []
    for start, end in spans:
        if reach > 0:
            hits.append((start, end))
        reach -= end - start
    return hits


def _spans(text: str, within: Span) -> list[Span]:
    return [found.span() for found in _WORD.finditer(text, *within)]


def _parts(text: str, span: Span) -> Iterator[Span]:
    """Yields where the parts of a word are, in the text; of a word of one part, nothing."""
    parts = list(split_name(text[slice(*span)]))
    if len(parts) > 1:
        yield from ((span[0] + start, span[0] + end) for start, end in parts)


def _near(word: str, typed: str) -> bool:
    """Returns whether a word may have been meant, as Lucene's fuzzy queries say."""
    most = edits(typed)
    return most > 0 and abs(len(word) - len(typed)) <= most and distance(word, typed) <= most


def distance(one: str, other: str) -> int:
    """Returns how many letters to add, drop, change or swap with the next make one the other."""
    before: list[int] = []
    last = list(range(len(other) + 1))
    for i, letter in enumerate(one, 1):
        row = [i]
        for j, wanted in enumerate(other, 1):
            change = last[j - 1] + (letter != wanted)
            row.append(min(last[j] + 1, row[j - 1] + 1, change))
            swapped = i > 1 and j > 1 and letter == other[j - 2] and one[i - 2] == wanted
            if swapped:
                row[j] = min(row[j], before[j - 2] + 1)
        before, last = last, row
    return last[-1]
