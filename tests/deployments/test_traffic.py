"""Shares of traffic, decided without a graph."""

import math

from hypothesis import given
from hypothesis import strategies as st

from lineal.deployments import traffic
from lineal.deployments.traffic import Shares, Turn

IDS = st.sampled_from("abcdefgh")
WEIGHTS = st.floats(min_value=0, max_value=1, exclude_min=True)
STEPS = st.lists(st.tuples(IDS, st.one_of(WEIGHTS, st.none())), max_size=30)


def walked(steps: list[tuple[str, float | None]]) -> Shares:
    """Returns the shares after deploying one version after another; without weight it ends."""
    shares: Shares = {}
    for version, weight in steps:
        if weight is None:
            shares = traffic.ended(shares, version)
        else:
            shares = traffic.deployed(shares, version, weight)
    return shares


class TestDeployed:
    def test_alone_serves_everything_whatever_the_weight(self) -> None:
        assert traffic.deployed({}, "a", 0.2) == {"a": 1.0}

    def test_whole_weight_replaces(self) -> None:
        assert traffic.deployed({"a": 0.5, "b": 0.5}, "c", 1.0) == {"c": 1.0}

    def test_others_keep_their_proportions(self) -> None:
        assert traffic.deployed({"a": 0.75, "b": 0.25}, "c", 0.2) == {"a": 0.6, "b": 0.2, "c": 0.2}

    def test_share_of_one_that_serves_changes(self) -> None:
        assert traffic.deployed({"a": 0.9, "b": 0.1}, "b", 0.5) == {"a": 0.5, "b": 0.5}

    def test_rounds_what_is_left(self) -> None:
        assert traffic.deployed({"a": 1.0}, "b", 0.9) == {"a": 0.1, "b": 0.9}

    def test_who_is_left_with_nothing_serves_no_longer(self) -> None:
        assert traffic.deployed({"a": 1.0}, "b", 1 - 1e-12) == {"b": 1.0}

    @given(STEPS)
    def test_shares_are_positive_and_sum_to_one(
        self, steps: list[tuple[str, float | None]]
    ) -> None:
        shares = walked(steps)

        assert all(0 < weight <= 1 for weight in shares.values())
        assert not shares or math.isclose(sum(shares.values()), 1, abs_tol=1e-7)

    @given(STEPS, IDS, WEIGHTS)
    def test_the_same_again_changes_nothing(
        self, steps: list[tuple[str, float | None]], version: str, weight: float
    ) -> None:
        once = traffic.deployed(walked(steps), version, weight)

        assert traffic.deployed(once, version, weight) == once


class TestEnded:
    def test_all(self) -> None:
        assert traffic.ended({"a": 0.5, "b": 0.5}) == {}

    def test_one_leaves_its_traffic_to_the_others(self) -> None:
        assert traffic.ended({"a": 0.6, "b": 0.2, "c": 0.2}, "c") == {"a": 0.75, "b": 0.25}

    def test_the_last_leaves_nothing(self) -> None:
        assert traffic.ended({"a": 1.0}, "a") == {}


class TestTurn:
    def test_what_stays_the_same_is_left_alone(self) -> None:
        now, then = {"a": 0.5, "b": 0.3, "c": 0.2}, {"a": 0.5, "b": 0.5}

        assert traffic.turn(now, then) == Turn(ended=["b", "c"], begun={"b": 0.5})

    @given(STEPS, STEPS)
    def test_leads_from_one_to_the_other(
        self, before: list[tuple[str, float | None]], after: list[tuple[str, float | None]]
    ) -> None:
        now, then = walked(before), walked(after)
        turn = traffic.turn(now, then)

        assert {id_: now[id_] for id_ in now if id_ not in turn.ended} | turn.begun == then
