"""Which media type the answer gets."""

import pytest

from lineal.http.accept import GRAPHQL, JSON, chosen, wants_page

BROWSER = "text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,*/*;q=0.8"


class TestChosen:
    @pytest.mark.parametrize(
        ("accept", "expected"),
        [
            (None, JSON),
            ("*/*", JSON),
            ("application/*", JSON),
            ("application/json", JSON),
            ("application/json; charset=utf-8", JSON),
            (GRAPHQL, GRAPHQL),
            (f"{GRAPHQL}; charset=utf-8, application/json; charset=utf-8", GRAPHQL),
            (f"application/json, {GRAPHQL}", GRAPHQL),
            (f"application/json;q=0.9, {GRAPHQL};q=0.5", JSON),
            (f"{GRAPHQL};q=0, */*", JSON),
            (f"{GRAPHQL.upper()}", GRAPHQL),
            ("application/json;q=0, */*", GRAPHQL),
            (BROWSER, JSON),
            ("text/html", None),
            ("application/json;q=0", None),
            ("application/xml, text/*;q=0.5", None),
            ("application/json;q=much", None),
        ],
    )
    def test_as_the_client_prefers(self, accept: str | None, expected: str | None) -> None:
        assert chosen(accept) == expected


class TestWantsPage:
    @pytest.mark.parametrize(
        ("accept", "expected"),
        [(BROWSER, True), (None, False), ("*/*", False), ("application/json", False)],
    )
    def test_only_where_a_page_is_named(self, accept: str | None, expected: bool) -> None:
        assert wants_page(accept) is expected
