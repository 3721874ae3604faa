"""Highlights: which words of a text were looked for.

A text comes in pieces, each a hit or not: there is no markup in it, and nothing to escape.
"""

import re
from collections.abc import Iterator, Sequence
from typing import Any

from lineal.search.lucene import edits
from lineal.search.text import split_words

# How long a fragment is, and how much of it stands before the first hit.
LONGEST = 200
BEFORE = 60
MOST = 6
# Of a long text, so much is looked through.
READ = 5_000

_WORD = re.compile(r"[^\W_]+")
Piece = dict[str, Any]


def highlights(said: dict[str, Any]) -> list[dict[str, Any]]:
    """Returns the fragments with hits, from `{words, texts: [[field, text]]}`.

    A word that is nowhere as it was typed was mistyped: what it may have meant is a hit then.
    """
    texts = [(field, " ".join(text[:READ].split())) for field, text in said["texts"] if text]
    words = set(said["words"])
    there = {word for _, text in texts for word in split_words(text)}
    mistyped = {word for word in words if not any(each.startswith(word) for each in there)}
    meant = {each for each in there for word in mistyped if _near(each, word)}
    found: list[dict[str, Any]] = []
    for field, text in texts:
        hits = [span for span in _spans(text) if _is_hit(text, span, words, meant)]
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


def _spans(text: str) -> Iterator[tuple[int, int]]:
    return (found.span() for found in _WORD.finditer(text))


def _is_hit(text: str, span: tuple[int, int], words: set[str], meant: set[str]) -> bool:
    word = text[slice(*span)].lower()
    return word in meant or any(word.startswith(each) for each in words)


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
