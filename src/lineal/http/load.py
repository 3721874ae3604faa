"""What is too much at once is refused soon, so that the rest is answered in time.

So many requests are worked on together; others wait. A queue that comes and goes is a burst: each
gets its turn, the first first. One that does not end is overload: then who came last is next, as
nobody of those before would be answered in time, and who has waited for a moment is refused. This
is the controlled delay of Maurer, "Fail at Scale", ACM Queue 13 (8), 2015
(https://queue.acm.org/detail.cfm?id=2839461).
"""

import asyncio
from collections import deque
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Generic, TypeVar

from lineal.http.refused import Refused

# A queue that has been there for so many seconds, and in which so many wait for each that is worked
# on, is overload, until for as long nobody was refused.
STANDING = 0.1
LONG = 4
# How many seconds one waits at most: in a burst, and in overload.
PATIENCE = 5.0
PATIENCE_IN_OVERLOAD = 0.02
# How often it is looked who has waited too long.
SWEEP = 0.01

T = TypeVar("T")


@dataclass(slots=True)
class Line(Generic[T]):
    """Who waits, since when; the one who came first stands first. `most` are worked on at once."""

    most: int = 1
    since: float = 0.0
    refused: float = -STANDING
    waiting: deque[tuple[float, T]] = field(default_factory=deque)

    def join(self, who: T, now: float) -> None:
        """Lets one more wait."""
        if not self.waiting:
            self.since = now
        self.waiting.append((now, who))

    def is_overload(self, now: float) -> bool:
        """Returns whether many have been waiting for a while, if not always the same."""
        is_long = len(self.waiting) >= LONG * self.most
        return (is_long and now - self.since > STANDING) or now - self.refused < STANDING

    def refuses(self, now: float) -> bool:
        """Returns whether who comes now is refused: in overload, where as many wait already."""
        if len(self.waiting) < self.most or not self.is_overload(now):
            return False
        self.refused = now
        return True

    def next(self, now: float) -> T | None:
        """Returns whose turn it is, who then waits no more; None: nobody waits."""
        if not self.waiting:
            return None
        _, who = self.waiting.pop() if self.is_overload(now) else self.waiting.popleft()
        return who

    def impatient(self, now: float) -> list[T]:
        """Returns who has waited for too long, who then wait no more."""
        is_overload = self.is_overload(now)
        most = PATIENCE_IN_OVERLOAD if is_overload else PATIENCE
        found = []
        while self.waiting and now - self.waiting[0][0] > most:
            found.append(self.waiting.popleft()[1])
        if found and is_overload:
            self.refused = now
        return found


class Load:
    """So many may be worked on at once."""

    def __init__(self, most: int) -> None:
        self._free = most
        self._line: Line[asyncio.Future[bool]] = Line(most)
        self._sweeping = False

    def require_room(self) -> None:
        """Raises Refused with 503 where so many wait that one more would not be answered."""
        if self._line.refuses(asyncio.get_running_loop().time()):
            raise _overloaded()

    @asynccontextmanager
    async def turn(self) -> AsyncIterator[None]:
        """Yields once it is one's turn, or raises Refused with 503."""
        if self._free:
            self._free -= 1
        else:
            await self._wait()
        try:
            yield
        finally:
            self._pass_on()

    async def _wait(self) -> None:
        loop = asyncio.get_running_loop()
        mine: asyncio.Future[bool] = loop.create_future()
        self._line.join(mine, loop.time())
        if not self._sweeping:
            self._sweeping = True
            loop.call_later(SWEEP, self._sweep, loop)
        try:
            is_turn = await mine
        except asyncio.CancelledError:
            if mine.done() and not mine.cancelled() and mine.result():
                self._pass_on()
            raise
        if not is_turn:
            raise _overloaded()

    def _pass_on(self) -> None:
        """Gives the turn to who is next; who went away is passed over."""
        now = asyncio.get_running_loop().time()
        while (who := self._line.next(now)) is not None:
            if not who.done():
                who.set_result(True)
                return
        self._free += 1

    def _sweep(self, loop: asyncio.AbstractEventLoop) -> None:
        for who in self._line.impatient(loop.time()):
            if not who.done():
                who.set_result(False)
        self._sweeping = bool(self._line.waiting)
        if self._sweeping:
            loop.call_later(SWEEP, self._sweep, loop)


def _overloaded() -> Refused:
    message = "More is asked at once than can be answered: ask again in a second"
    return Refused(503, message, {"retry-after": "1"}, code="OVERLOADED")
