"""What somebody types, as a query."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lineal.kernel.refusals import InvalidInput
from lineal.search.text import (
    LONGEST,
    MOST_WORDS,
    Field,
    Has,
    Query,
    Words,
    parse,
    split_name,
)


def words(*each: str, phrase: bool = False, negated: bool = False) -> Words:
    return Words(each, phrase, negated)


class TestParse:
    @pytest.mark.parametrize(
        ("text", "query"),
        [
            ("", Query()),
            ("credit", Query((words("credit"),))),
            ("Credit SCORER", Query((words("credit"), words("scorer")))),
            ("risk/credit-scorer:7", Query((words("risk", "credit", "scorer", "7"),))),
            ("cred*", Query((words("cred"),))),
            ("credit credit", Query((words("credit"),))),
            ('"credit scorer"', Query((words("credit", "scorer", phrase=True),))),
            ('"credit scorer', Query((words("credit", "scorer", phrase=True),))),
            ('x"b c"', Query((words("x"), words("b", "c", phrase=True)))),
            ("-draft", Query((words("draft", negated=True),))),
            ('-"old one"', Query((words("old", "one", phrase=True, negated=True),))),
            ("credit - scorer", Query((words("credit"), words("scorer")))),
            ("the credit of it", Query((words("credit"), words("it")))),
            ("the", Query((words("the"),))),
            ("on-call", Query((words("on", "call"),))),
            ("tag:pii", Query((), (Has(Field.TAG, "pii"),))),
            ('TAG:"personal data"', Query((), (Has(Field.TAG, "personal data"),))),
            ("-owner:team:risk", Query((), (Has(Field.OWNER, "team:risk", True),))),
            ("kind:model-versions", Query((), (Has(Field.KIND, "ModelVersion"),))),
            ('kind:"Dataset Version"', Query((), (Has(Field.KIND, "DatasetVersion"),))),
            ("namespace:risk", Query((), (Has(Field.NAMESPACE, "risk"),))),
            ("name:x", Query((words("name", "x"),))),
            ('tag:"" tag:" "', Query(unsaid=Field.TAG)),
            ("credit owner:", Query((words("credit"),), unsaid=Field.OWNER)),
            ("Tag: pii", Query((words("pii"),), unsaid=Field.TAG)),
            ("--- *** ()", Query()),
            ("ｃｒｅｄｉｔ\u0000ﬁne", Query((words("credit"), words("fine")))),
            ("क्रेडिट", Query((words("क्रेडिट"),))),
        ],
    )
    def test_forms(self, text: str, query: Query) -> None:
        assert parse(text) == query

    def test_an_unknown_kind_is_refused(self) -> None:
        with pytest.raises(
            InvalidInput, match="'thing' is no kind; these are: Application, Column, "
        ):
            parse("kind:thing")

    @pytest.mark.parametrize("text", ["x" * (LONGEST + 1), " ".join(map(str, range(17)))])
    def test_too_much_is_refused(self, text: str) -> None:
        with pytest.raises(InvalidInput, match=r"^text: it has more than"):
            parse(text)

    @given(st.text(max_size=LONGEST))
    def test_of_any_text_nothing_but_words_and_values_is_left(self, text: str) -> None:
        try:
            query = parse(text)
        except InvalidInput:
            return

        assert sum(len(each.words) for each in query.words) + len(query.has) <= MOST_WORDS
        for each in query.words:
            assert each.words
            assert all(word and word == word.lower() for word in each.words)
        assert all(has.value.strip() for has in query.has)


class TestSplitName:
    @pytest.mark.parametrize(
        ("word", "parts"),
        [
            ("credit", ["credit"]),
            ("creditScorer", ["credit", "Scorer"]),
            ("HTTPServer2Go", ["HTTP", "Server", "2", "Go"]),
            ("v2", ["v", "2"]),
            ("GRÖSSE", ["GRÖSSE"]),
            ("größeÄrger", ["größe", "Ärger"]),
            ("信用", ["信用"]),
        ],
    )
    def test_at_case_and_digits(self, word: str, parts: list[str]) -> None:
        assert [word[slice(*part)] for part in split_name(word)] == parts

    @given(st.text(min_size=1))
    def test_parts_are_all_of_it(self, word: str) -> None:
        assert "".join(word[slice(*part)] for part in split_name(word)) == word


class TestWithin:
    def test_a_namespace_is_one_more_thing_that_a_hit_has(self) -> None:
        found = parse("credit namespace:a").within("b")

        assert found.values(Field.NAMESPACE, negated=False) == ["a", "b"]
        assert parse("credit").within(None) == parse("credit")
