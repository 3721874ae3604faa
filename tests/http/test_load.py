"""More requests at once than are worked on."""

import asyncio
import time

import pytest

from lineal.http.load import LONG, PATIENCE, PATIENCE_IN_OVERLOAD, STANDING, Line, Load
from lineal.http.refused import Refused

MOMENT = 0.001


def line(*since: float, most: int = 1) -> Line[float]:
    """Returns a line of those who came at these moments, by which they are called."""
    made: Line[float] = Line(most)
    for moment in since:
        made.join(moment, moment)
    return made


def overload(*since: float) -> Line[float]:
    """Returns a line that is long at any moment, and to which these came last."""
    return line(*[0.0] * LONG, *since)


class TestLine:
    def test_in_a_burst_who_came_first_is_next(self) -> None:
        waiting = line(0.0, 0.01)

        assert [waiting.next(STANDING), waiting.next(STANDING)] == [0.0, 0.01]
        assert waiting.next(STANDING) is None

    def test_in_overload_who_came_last_is_next(self) -> None:
        assert overload(0.01).next(STANDING + MOMENT) == 0.01

    def test_a_few_who_wait_are_no_overload(self) -> None:
        waiting = line(*[0.0] * LONG, 0.01, most=2)

        assert waiting.next(STANDING + MOMENT) == 0.0

    def test_in_a_burst_all_have_patience(self) -> None:
        waiting = overload()

        assert waiting.impatient(STANDING) == []
        assert not waiting.refuses(STANDING)

    def test_in_overload_who_has_waited_for_a_moment_is_sent_away(self) -> None:
        now = STANDING + MOMENT
        waiting = overload(now - PATIENCE_IN_OVERLOAD - MOMENT, now - MOMENT)

        assert waiting.impatient(now) == [*[0.0] * LONG, now - PATIENCE_IN_OVERLOAD - MOMENT]
        assert waiting.next(now) == now - MOMENT

    def test_in_overload_nobody_comes_in_while_enough_wait(self) -> None:
        waiting = overload(STANDING)
        now = STANDING + MOMENT

        assert waiting.refuses(now)
        assert waiting.impatient(now) == [0.0] * LONG
        assert waiting.refuses(now)
        assert waiting.next(now) == STANDING
        assert not waiting.refuses(now)

    def test_overload_lasts_until_for_a_while_nobody_was_sent_away(self) -> None:
        now = STANDING + MOMENT
        waiting = overload()
        waiting.impatient(now)

        assert waiting.is_overload(now + STANDING - MOMENT)
        assert not waiting.is_overload(now + STANDING + MOMENT)

    def test_a_line_that_was_empty_begins_anew(self) -> None:
        waiting = line(0.0)
        waiting.next(PATIENCE)
        for _ in range(LONG):
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

    async def test_in_overload_the_door_is_shut_while_enough_wait(self) -> None:
        load = Load(1)

        async def work() -> None:
            async with load.turn():
                pass

        async with load.turn():
            waiting = [asyncio.create_task(work()) for _ in range(LONG)]
            await asyncio.sleep(0)
            load.require_room()
            # Not told of what happens meanwhile, as when all are busy.
            time.sleep(STANDING + MOMENT)  # noqa: ASYNC251
            with pytest.raises(Refused) as refused:
                load.require_room()
        await asyncio.gather(*waiting, return_exceptions=True)
        load.require_room()

        assert refused.value.code == "OVERLOADED"

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
