"""What is written in Lucene's syntax: ours, with words and quoted values of a client in it."""

import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lineal.kernel.refusals import InvalidInput
from lineal.search.lucene import suggested, written
from lineal.search.text import parse

KINDS = ["Model", "Run"]

# All that may stand in a query, with the places where something of a client's may.
PLACE = r"search(?:Name|Words|Ref|Text)"
WORD = r"[^\W_](?:[^\W_]|\u0300)*"
QUOTED = r'"(?:[^"\\]|\\["\\])*"'
TERM = rf"{PLACE}:(?:{QUOTED}|{WORD}\*|{WORD}~[12])|(?:nodeKind|tags|owners|namespace):{QUOTED}"
SYNTAX = re.compile(rf"(?:[+-]?\(|\)|\+?(?:{TERM})|\+\*:\*|\^\d+| )*")


def mark(text: str) -> str:
    """Returns the text with one mark for all, which a pattern can name."""
    return "".join("\u0300" if unicodedata.category(each)[0] == "M" else each for each in text)


class TestWritten:
    def test_each_word_must_be_somewhere(self) -> None:
        assert written(parse("ab 7"), KINDS).startswith(
            '+(nodeKind:"Model" nodeKind:"Run")^0 '
            '+(+((+searchName:"ab"^0 +*:*^512) (+searchName:ab*^0 +*:*^256) '
            '(+searchWords:"ab"^0 +*:*^256) (+searchWords:ab*^0 +*:*^128) '
        )

    def test_a_letter_is_a_beginning_only_after_other_words(self) -> None:
        assert "searchName:c*" not in written(parse("c"), KINDS)
        assert "searchName:c*" in written(parse("risk/c"), KINDS)
        assert "searchName:7*" not in written(parse("scorer:7"), KINDS)

    def test_a_few_long_words_may_be_mistyped(self) -> None:
        text = written(parse('abc scorer enormous alpha beta gamma v2alpha "phrase" -minus'), KINDS)

        assert set(re.findall(r"searchText:(\w+~\d)", text)) == {
            *("scorer~1", "enormous~2", "alpha~1")
        }

    def test_a_suggestion_is_of_names(self) -> None:
        text = suggested(parse("scorer"), KINDS)

        assert "searchText" not in text
        assert "searchName:scorer~1" in text

    def test_values_are_quoted(self) -> None:
        assert r'+tags:"a\\b"^0' in written(parse("tag:a\\b"), KINDS)
        assert r'+owners:"a\\"^0' in written(parse("owner:a\\"), KINDS)

    def test_what_is_compared_without_signs_does_not_exclude(self) -> None:
        assert "tags" not in written(parse("a -tag:b"), KINDS)

    @pytest.mark.parametrize("text", ["AND", "OR NOT TO", "a AND b", "x*y?z~9^2", '"*:*"'])
    def test_no_word_is_an_operator(self, text: str) -> None:
        assert not re.search(r"AND|OR|NOT|TO|\?", written(parse(text), []))

    @given(st.text(max_size=200))
    def test_of_any_text_is_in_our_syntax(self, text: str) -> None:
        try:
            query = parse(text)
        except InvalidInput:
            return

        assert SYNTAX.fullmatch(mark(written(query, KINDS)))
        assert SYNTAX.fullmatch(mark(suggested(query, [])))

    @given(st.text('ab"\\*:()[]{}^~?/+-&|! ', max_size=100))
    def test_of_syntax_is_in_our_syntax(self, text: str) -> None:
        try:
            query = parse(f'{text} tag:{text} -owner:"{text}')
        except InvalidInput:
            return

        assert SYNTAX.fullmatch(mark(written(query, KINDS)))
