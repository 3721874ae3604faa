"""Refs are parsed in one place, and what is none is told."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lineal.kernel import refs
from lineal.kernel.refs import Form, InvalidRef, Ref

ID = "01a21080-e8df-718a-86ab-c1a52a7842ed"

names = st.from_regex(refs.NAME, fullmatch=True)
labels = st.from_regex(refs.LABEL, fullmatch=True)


class TestParse:
    @pytest.mark.parametrize(
        ("text", "form", "key", "owner", "selector"),
        [
            (ID, Form.ID, ID, "", ""),
            (ID.upper(), Form.ID, ID, "", ""),
            ("risk", Form.NAMESPACE, "risk", "", ""),
            ("risk/scorer", Form.NAME, "risk/scorer", "risk/scorer", ""),
            ("risk/scorer:7", Form.NUMBER, "risk/scorer:7", "risk/scorer", "7"),
            ("risk/scorer@champion", Form.ALIAS, "risk/scorer@champion", "risk/scorer", "champion"),
            ("risk/raw#2026-11", Form.LABEL, "risk/raw#2026-11", "risk/raw", "2026-11"),
            ("risk/raw#sha256:ab", Form.LABEL, "risk/raw#sha256:ab", "risk/raw", "sha256:ab"),
        ],
    )
    def test_every_form(self, text: str, form: Form, key: str, owner: str, selector: str) -> None:
        assert refs.parse(text) == Ref(text, form, key, owner, selector)

    @pytest.mark.parametrize(
        ("text", "columns"),
        [
            ("risk/raw#1", ()),
            ("risk/raw#1.", ()),
            ("risk/raw#1.income", (("1", "income"),)),
            ("risk/raw#2026.11.a", (("2026.11", "a"), ("2026", "11%2Ea"))),
            ("risk/raw#sha256:0123456789.a", (("sha256:0123456789", "a"),)),
            ("risk/raw#1.net income (€)", (("1", "net%20income%20%28€%29"),)),
            ("risk/raw#1.net%20income", (("1", "net%20income"),)),
            ("risk/raw#1.größe", (("1", "größe"),)),
            ("risk/raw#1.gr%C3%B6ße", (("1", "größe"),)),
            ("risk/raw#1.100%", (("1", "100%25"),)),
            ("risk/raw#1.a%2Eb", (("1", "a%2Eb"),)),
        ],
    )
    def test_a_label_may_end_in_a_column(
        self, text: str, columns: tuple[tuple[str, str], ...]
    ) -> None:
        ref = refs.parse(text)

        assert (ref.form, ref.columns) == (Form.LABEL, columns)

    @given(names, names, labels, st.text(min_size=1, max_size=50))
    def test_a_column_is_found_as_it_is_spelled(
        self, namespace: str, name: str, label: str, column: str
    ) -> None:
        ref = refs.parse(f"{namespace}/{name}#{label}.{refs.spell(column)}")

        assert ref.columns[0] == (label, refs.spell(column))

    @pytest.mark.parametrize("kind", refs.KINDS)
    def test_a_kind_in_front(self, kind: str) -> None:
        ref = refs.parse(f"{kind}:risk/scorer")

        assert (ref.key, ref.kind) == ("risk/scorer", refs.KINDS[kind])

    @pytest.mark.parametrize(
        "text",
        [
            "",
            " risk",
            "risk ",
            "risk\n",
            "risk/",
            "/scorer",
            "risk//scorer",
            "risk/scorer/more",
            "risk/-scorer",
            "risk/scorer.",
            "risk/scorer:0",
            "risk/scorer:07",
            "risk/scorer:-1",
            "risk/scorer:1000000000",
            "risk/scorer:",
            "risk/scorer@",
            "risk/scorer@a@b",
            "risk/raw#",
            "risk:7",
            "model:risk",
            "table:risk/scorer",
            "risk/naïve",
            "r" * 129,
        ],
    )
    def test_what_is_none_is_told(self, text: str) -> None:
        with pytest.raises(InvalidRef, match="is no ref"):
            refs.parse(text)

    def test_a_long_text_is_not_repeated(self) -> None:
        with pytest.raises(InvalidRef) as told:
            refs.parse("?" * 100_000)

        assert len(str(told.value)) < 500

    @given(names, names, st.integers(1, 999_999_999), names, labels)
    def test_keys_are_what_they_were_made_of(
        self, namespace: str, name: str, number: int, alias: str, label: str
    ) -> None:
        owner = f"{namespace}/{name}"

        assert refs.parse(owner).key == owner
        for sign, selector in ((":", str(number)), ("@", alias), ("#", label)):
            ref = refs.parse(owner + sign + selector)

            assert (ref.owner, ref.selector, ref.key) == (owner, selector, owner + sign + selector)


class TestParameter:
    def test_is_what_cypher_reads(self) -> None:
        assert refs.parse("model:risk/scorer").parameter() == {
            "text": "model:risk/scorer",
            "form": "name",
            "key": "risk/scorer",
            "owner": "risk/scorer",
            "selector": "",
            "kind": "Model",
        }
