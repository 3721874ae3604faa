"""What a training waits for."""

import pytest

from lineal.client.errors import LinealError
from lineal.client.waiting import may_pass


class TestMayPass:
    @pytest.mark.parametrize(
        "code", ["STOPPING", "GRAPH_UNAVAILABLE", "OVERLOADED", "HTTP_502", "NO_GRAPHQL"]
    )
    def test_what_a_restart_or_a_crowd_answers(self, code: str) -> None:
        assert may_pass(LinealError("away", code))

    @pytest.mark.parametrize("code", ["TOO_LARGE", "BAD_REQUEST", "INTERNAL"])
    def test_not_what_would_be_answered_again(self, code: str) -> None:
        assert not may_pass(LinealError("no", code))
