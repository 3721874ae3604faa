"""Highlights."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lineal.search.marks import LONGEST, distance, highlights


def marked(text: str, *words: str) -> str | None:
    found = highlights({"words": list(words), "texts": [["description", text]]})
    if not found:
        return None
    return "".join(
        f"[{each['text']}]" if each["hit"] else each["text"] for each in found[0]["pieces"]
    )


class TestHighlights:
    @pytest.mark.parametrize(
        ("text", "words", "expected"),
        [
            ("A credit model", ["cred"], "A [credit] model"),
            ("credit", ["credit"], "[credit]"),
            ("credit_scorer", ["scorer"], "credit_[scorer]"),
            ("Über Größe", ["größe", "über"], "[Über] [Größe]"),
            ("A crdeit, a credot", ["credit"], "A [crdeit], a [credot]"),
            ("credit and crdeit", ["credit"], "[credit] and crdeit"),
            ("a\n\n b", ["b"], "a [b]"),
            ("uncredited", ["credit"], None),
            ("creditScorer", ["scorer"], "credit[Scorer]"),
            ("creditScorer", ["credit"], "[creditScorer]"),
            ("the HTTPServer2", ["server", "2"], "the HTTP[Server][2]"),
            ("credit-scorer_v2", ["creditscorer"], "[credit]-[scorer]_v2"),
            ("credit_scorer", ["creditsc"], "[credit]_[scorer]"),
            ("credit-scorer", ["crditscorer"], "[credit]-[scorer]"),
            ("re-credit", ["credit"], "re-[credit]"),
            ("creditScorrer", ["scorer"], "credit[Scorrer]"),
        ],
    )
    def test_words(self, text: str, words: list[str], expected: str | None) -> None:
        assert marked(text, *words) == expected

    def test_of_a_long_text_is_a_fragment(self) -> None:
        text = f"{'one two ' * 100}credit {'three four ' * 100}"
        found = marked(text, "credit")

        assert found is not None
        assert found.startswith("… ")
        assert found.endswith(" …")
        assert " [credit] three" in found
        assert len(found) <= LONGEST + 6

    @given(st.text(), st.lists(st.text(st.characters(categories=["L", "N"]), min_size=1)))
    def test_pieces_are_all_of_a_short_text(self, text: str, words: list[str]) -> None:
        words = [word.lower() for word in words]
        for each in highlights({"words": words, "texts": [["name", text]]}):
            joined = "".join(piece["text"] for piece in each["pieces"])

            assert any(piece["hit"] for piece in each["pieces"])
            assert len(text) > LONGEST or joined == " ".join(text.split())


class TestDistance:
    @pytest.mark.parametrize(
        ("one", "other", "expected"),
        [
            *(("", "", 0), ("a", "", 1), ("credit", "credit", 0), ("credit", "crdit", 1)),
            *(("credit", "credits", 1), ("credit", "credot", 1), ("credit", "crdeit", 1)),
            *(("credit", "creditors", 3), ("abc", "xyz", 3)),
        ],
    )
    def test_counts_letters(self, one: str, other: str, expected: int) -> None:
        assert distance(one, other) == distance(other, one) == expected
