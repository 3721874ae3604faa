"""More requests at once than are worked on."""

import asyncio

import pytest

from lineal.http.load import PATIENCE, PATIENCE_IN_OVERLOAD, STANDING, Line, Load
from lineal.http.refused import Refused

MOMENT = 0.001


def line(*since: float) -> Line[float]:
    """Returns a line of those who came at these moments, by which they are called."""
    made: Line[float] = Line()
    for moment in since:
        made.join(moment, moment)
    return made


class TestLine:
    def test_in_a_burst_who_came_first_is_next(self) -> None:
        waiting = line(0.0, 0.01)

        assert [waiting.next(STANDING), waiting.next(STANDING)] == [0.0, 0.01]
        assert waiting.next(STANDING) is None

    def test_in_overload_who_came_last_is_next(self) -> None:
        assert line(0.0, 0.01).next(STANDING + MOMENT) == 0.01

    def test_in_a_burst_all_have_patience(self) -> None:
        waiting = line(0.0)

        assert waiting.impatient(STANDING) == []

    def test_in_overload_who_has_waited_for_a_moment_is_sent_away(self) -> None:
        now = STANDING + MOMENT
        waiting = line(0.0, now - PATIENCE_IN_OVERLOAD - MOMENT, now - MOMENT)

        assert waiting.impatient(now) == [0.0, now - PATIENCE_IN_OVERLOAD - MOMENT]
        assert waiting.next(now) == now - MOMENT

    def test_a_line_that_was_empty_begins_anew(self) -> None:
        waiting = line(0.0)
        waiting.next(PATIENCE)
        waiting.join(PATIENCE, PATIENCE)

        assert not waiting.is_overload(PATIENCE + STANDING - MOMENT)


class TestLoad:
    async def test_so_many_are_worked_on_at_once(self) -> None:
        load, most = Load(2), 0
        at_once = 0

        async def work() -> None:
            nonlocal at_once, most
            async with load.turn():
                at_once += 1
                most = max(most, at_once)
                await asyncio.sleep(0)
                at_once -= 1

        await asyncio.gather(*(work() for _ in range(20)))

        assert (most, at_once) == (2, 0)

    async def test_who_waits_too_long_is_told_when_to_ask_again(self) -> None:
        load = Load(1)

        async with load.turn():
            with pytest.raises(Refused) as refused:
                async with load.turn():
                    raise AssertionError

        assert (refused.value.status_code, refused.value.code) == (503, "OVERLOADED")
        assert refused.value.headers == {"retry-after": "1"}

    @pytest.mark.parametrize("is_turn", [False, True])
    async def test_who_goes_away_keeps_nobody_waiting(self, is_turn: bool) -> None:
        load = Load(1)

        async def work() -> None:
            async with load.turn():
                await asyncio.sleep(0)

        async with load.turn():
            gone, last = (asyncio.create_task(work()) for _ in range(2))
            await asyncio.sleep(0)
            if not is_turn:
                gone.cancel()
        # Its turn has come, and it does not know yet.
        gone.cancel()
        async with asyncio.timeout(5):
            await last
            async with load.turn():
                pass

        assert gone.cancelled()
