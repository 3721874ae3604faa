"""What is said of an input that is no record: in words of our own, whatever checks it."""

from typing import Annotated, Any, Literal

import pytest
from pydantic import Field, ValidationError

from lineal.kernel.inputs import NewRecord, Text, Texts, invalid


class Part(NewRecord):
    """A part of what is tried."""

    name: str


class Tried(NewRecord):
    """What has a field of each kind."""

    description: Text | None = None
    tags: Texts = Field(default_factory=list)
    row_count: int | None = Field(default=None, ge=0)
    weight: Annotated[float, Field(gt=0, le=1)] | None = None
    kind: Literal["ONLINE", "BATCH"] | None = None
    sure: bool | None = None
    sources: list[str] = Field(default_factory=list, min_length=1)
    parts: list[Part] = Field(default_factory=list)


def refused(given: dict[str, Any]) -> str:
    """Returns what is said of an input that must be refused."""
    with pytest.raises(ValidationError) as caught:
        Tried.of(given)
    return str(invalid(caught.value))


class TestInvalid:
    @pytest.mark.parametrize(
        ("given", "said"),
        [
            ({"tags": ["x"] * 1_001}, "tags: give at most 1,000, not 1,001"),
            ({"sources": []}, "sources: give at least 1, not 0"),
            ({"description": "x" * 20_001}, "description: at most 20,000 characters, not 20,001"),
            ({"tags": [" "]}, "tags.0: must not be empty"),
            ({"row_count": -1}, "rowCount: -1 is less than 0"),
            ({"row_count": 0.5}, "rowCount: 0.5 is not a whole number"),
            ({"weight": 0.0}, "weight: 0.0 is not more than 0"),
            ({"weight": 1.5}, "weight: 1.5 is more than 1"),
            ({"weight": "1"}, "weight: '1' is not a number"),
            ({"kind": "EDGE"}, "kind: 'EDGE' is not 'ONLINE' or 'BATCH'"),
            ({"sure": "yes"}, "sure: 'yes' is neither true nor false"),
            ({"description": 7}, "description: 7 is not a text"),
            ({"tags": "x"}, "tags: 'x' is not a list"),
            ({"parts": [{}]}, "parts.0.name: must be given"),
            ({"parts": [7]}, "parts.0: 7 has no keys and values"),
            ({"colour": "red"}, "colour: is not known here"),
        ],
    )
    def test_says_what_is_wrong_and_where(self, given: dict[str, Any], said: str) -> None:
        assert refused(given) == said

    def test_says_what_a_rule_of_our_own_says(self) -> None:
        assert refused({"description": "a\x00"}).startswith("description: 'a\\x00' has the control")

    def test_tells_little_of_what_is_long(self) -> None:
        assert len(refused({"row_count": "x" * 10_000})) < 120
