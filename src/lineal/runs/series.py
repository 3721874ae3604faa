"""The series of a metric: what is appended to it, and what is known without reading it all."""

from collections.abc import Iterable, Mapping
from datetime import UTC, datetime, timedelta
from typing import Any, NamedTuple

from lineal.runs.records import NewPoint

# The points of a series are kept in lists of about so many: to append rewrites the last of them.
LARGEST_CHUNK = 2_000

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND = timedelta(microseconds=1)


class Point(NamedTuple):
    """A value that was measured at a step of a run."""

    step: int
    time: datetime
    value: float


def by_key(points: Iterable[NewPoint], now: datetime) -> dict[str, list[Point]]:
    """Returns the points of each key by step; of one step, in the order in which they are given."""
    keys: dict[str, list[Point]] = {}
    for each in points:
        keys.setdefault(each.key, []).append(Point(each.step, each.time or now, each.value))
    for of_key in keys.values():
        of_key.sort(key=lambda point: point.step)
    return keys


def appended(
    points: list[Point], known: Mapping[str, Any] | None, chunks: Iterable[Mapping[str, Any]]
) -> dict[str, Any] | None:
    """Returns what `runs/append_points.cypher` appends to a series, or None if it is all there.

    `known` is what was known of the series, `chunks` hold what it has from the first point's step
    on. A step that has the value already is not appended again.
    """
    there = {told for chunk in chunks for told in zip(chunk["steps"], chunk["values"], strict=True)}
    # Of those that are given twice, the first counts.
    fresh = {(each.step, each.value): each for each in reversed(points)}
    new = [each for each in points if fresh[each.step, each.value] is each]
    new = [each for each in new if (each.step, each.value) not in there]
    if not new:
        return None
    return {
        "steps": [each.step for each in new],
        "times": [(each.time - _EPOCH) // _MICROSECOND for each in new],
        "values": [each.value for each in new],
        "summary": _summary(new, known or {}),
    }


def _summary(new: list[Point], known: Mapping[str, Any]) -> dict[str, Any]:
    """Returns what is known of a series after new points, which are in the order of steps."""
    filled = known.get("filled", LARGEST_CHUNK)
    begins = filled + len(new) > LARGEST_CHUNK
    summary = {
        "count": known.get("count", 0) + len(new),
        "chunks": known.get("chunks", 0) + begins,
        "filled": len(new) + (0 if begins else filled),
    }
    least = min(new, key=lambda point: (point.value, point.step))
    greatest = min(new, key=lambda point: (-point.value, point.step))
    if not known or new[-1].step >= known["lastStep"]:
        summary |= _named("last", new[-1])
    if not known or (least.value, least.step) < (known["minValue"], known["minStep"]):
        summary |= _named("min", least)
    if not known or (-greatest.value, greatest.step) < (-known["maxValue"], known["maxStep"]):
        summary |= _named("max", greatest)
    return summary


def _named(side: str, point: Point) -> dict[str, Any]:
    return {f"{side}Step": point.step, f"{side}Time": point.time, f"{side}Value": point.value}
