"""Series: what runs measure step by step, and what can be read back of it."""

import asyncio
import math
from typing import Any

import pytest

from lineal.runs.series import LARGEST_CHUNK
from tests.asking import Registry, unique
from tests.runs.test_runs import FINISH, REGISTER, started

LOG = "logMetrics"
ALL = """query($ref: Ref!, $keys: [String!], $atMost: Int! = 500, $from: Long, $to: Long) {
    run(ref: $ref) { metrics { key value } series(keys: $keys) {
        key count
        last { step value } min { step value } max { step value } best { step value }
        points(atMost: $atMost, fromStep: $from, toStep: $to) { step time value }
    } }
}"""


def point(step: int, value: float, key: str = "loss", **given: Any) -> dict[str, Any]:
    return {"key": key, "step": step, "value": value, **given}


async def log(registry: Registry, run: str, *points: dict[str, Any], **given: Any) -> None:
    await registry.told(LOG, "run { id }", run=run, points=list(points), **given)


async def read(registry: Registry, run: str, **variables: Any) -> Any:
    return (await registry.ask(ALL, ref=run, **variables))["run"]


def pairs(series: Any) -> list[tuple[int, float]]:
    return [(each["step"], each["value"]) for each in series["points"]]


class TestLogMetrics:
    async def test_tells_last_and_extremes_with_their_steps(self, registry: Registry) -> None:
        run = await started(registry)
        await log(registry, run, *(point(i, value) for i, value in enumerate([3.0, 1.0, 2.0])))
        told = await read(registry, run)
        (series,) = told["series"]

        assert told["metrics"] == [{"key": "loss", "value": 2.0}]
        assert (series["key"], series["count"]) == ("loss", 3)
        assert series["last"] == {"step": 2, "value": 2.0}
        assert series["min"] == series["best"] == {"step": 1, "value": 1.0}
        assert series["max"] == {"step": 0, "value": 3.0}
        assert pairs(series) == [(0, 3.0), (1, 1.0), (2, 2.0)]

    async def test_keeps_times(self, registry: Registry) -> None:
        run = await started(registry)
        times = ["1969-12-31T23:59:59.999999Z", "2026-03-01T00:30:00.123456Z"]
        await log(registry, run, *(point(i, 1.0, time=time) for i, time in enumerate(times)))
        (series,) = (await read(registry, run))["series"]

        assert [each["time"] for each in series["points"]] == times

    async def test_late_steps_take_their_place(self, registry: Registry) -> None:
        run = await started(registry)
        await log(registry, run, point(10, 0.1), point(30, 0.3))
        await log(registry, run, point(20, 0.2), point(5, 0.05))
        told = await read(registry, run)
        (series,) = told["series"]

        assert pairs(series) == [(5, 0.05), (10, 0.1), (20, 0.2), (30, 0.3)]
        assert (series["last"]["step"], told["metrics"][0]["value"]) == (30, 0.3)
        assert series["min"] == {"step": 5, "value": 0.05}

    async def test_what_is_told_again_changes_nothing(self, registry: Registry) -> None:
        run = await started(registry)
        points = [point(step, step / 8) for step in range(100)]
        await log(registry, run, *points)
        before = await read(registry, run)
        await log(registry, run, *points[50:], *points[50:])

        assert await read(registry, run) == before

    async def test_another_value_of_a_step_is_kept_beside_it(self, registry: Registry) -> None:
        run = await started(registry)
        await log(registry, run, point(1, 0.5), point(1, 0.25))
        await log(registry, run, point(1, 0.75), point(0, 1.0))
        told = await read(registry, run)
        (series,) = told["series"]

        assert pairs(series) == [(0, 1.0), (1, 0.5), (1, 0.25), (1, 0.75)]
        assert (series["count"], told["metrics"][0]["value"]) == (4, 0.75)

    async def test_an_extreme_is_at_its_first_step(self, registry: Registry) -> None:
        run = await started(registry)
        await log(registry, run, point(2, 1.0), point(3, 1.0), point(4, 1.0))
        await log(registry, run, point(1, 1.0), point(5, 1.0))
        (series,) = (await read(registry, run))["series"]

        assert [series[side]["step"] for side in ("min", "max", "last")] == [1, 1, 5]

    async def test_many_keys(self, registry: Registry) -> None:
        run = await started(registry)
        keys = sorted(["a b`.`c", "metric.", "'\"", "größe 😀", "val_auc", "loss"])
        await log(registry, run, *(point(0, i, key) for i, key in enumerate(keys)))
        told = await read(registry, run)
        some = await read(registry, run, keys=["loss", "none"])

        assert [each["key"] for each in told["series"]] == keys
        assert [each["value"] for each in told["metrics"]] == [*map(float, range(len(keys)))]
        assert [each["key"] for each in some["series"]] == ["loss"]

    async def test_ten_thousand_points_of_a_call_are_few_nodes(self, registry: Registry) -> None:
        run = await started(registry)
        points = [
            point(step, math.sin(step / 900), time="2026-03-01T00:00:00Z") for step in range(10_000)
        ]
        await log(registry, run, *points)
        await log(registry, run, point(10_000, 0.0))
        (series,) = (await read(registry, run, atMost=10_000))["series"]
        nodes = await registry.graph.read(
            "MATCH (n:MetricChunk {run: $run}) RETURN count(n)", {"run": run}
        )

        assert (series["count"], series["last"]["step"], nodes) == (10_001, 10_000, 2)

    async def test_small_calls_fill_chunks(self, registry: Registry) -> None:
        run = await started(registry)
        third = LARGEST_CHUNK // 3
        for first in range(0, 4 * third, third):
            await log(registry, run, *(point(first + i, i) for i in range(third)))
        (series,) = (await read(registry, run, atMost=10_000))["series"]
        sizes = await registry.graph.read(
            "MATCH (n:MetricChunk {run: $run}) WITH n ORDER BY n.number "
            "RETURN collect(size(n.steps))",
            {"run": run},
        )

        assert [step for step, _ in pairs(series)] == [*range(4 * third)]
        assert sizes == [3 * third, third]

    async def test_twenty_at_once_lose_nothing(self, registry: Registry) -> None:
        run = await started(registry)
        await asyncio.gather(
            *(log(registry, run, *(point(i, i), point(i, i, str(i)))) for i in range(20))
        )
        told = await read(registry, run)
        counts = {each["key"]: each["count"] for each in told["series"]}

        assert counts == {"loss": 20} | {str(i): 1 for i in range(20)}

    async def test_the_same_key_adds_once(self, registry: Registry) -> None:
        run = await started(registry)
        key = unique("key")
        for _ in range(2):
            await log(registry, run, point(1, 0.5), idempotencyKey=key)
        refused = await registry.refused(LOG, run=run, points=[point(2, 0.5)], idempotencyKey=key)

        assert (await read(registry, run))["series"][0]["count"] == 1
        assert refused["code"] == "IDEMPOTENCY_KEY_REUSED"

    async def test_a_dry_run_changes_nothing(self, registry: Registry) -> None:
        run = await started(registry)
        made = await registry.told(
            LOG, "run { series { count } }", run=run, points=[point(1, 0.5)], dryRun=True
        )

        assert made["run"]["series"] == [{"count": 1}]
        assert (await read(registry, run))["series"] == []

    async def test_nothing_is_no_mistake(self, registry: Registry) -> None:
        run = await started(registry)
        await log(registry, run)

        assert (await read(registry, run))["series"] == []

    async def test_a_version_inherits_the_last(self, registry: Registry) -> None:
        run = await started(registry)
        await log(registry, run, point(1, 0.5, "auc"), point(2, 0.75, "auc"))
        made = await registry.told(
            "registerModelVersion",
            "modelVersion { metrics { key value } }",
            model=registry.ref("scorer"),
            createModel={},
            runRef=run,
        )

        assert made["modelVersion"]["metrics"] == [{"key": "auc", "value": 0.75}]

    async def test_refused_where_the_run_has_ended(self, registry: Registry) -> None:
        run = await started(registry)
        await registry.told(FINISH, "run { id }", run=run)
        refused = await registry.refused(LOG, run=run, points=[point(1, 0.5)])

        assert (refused["code"], refused["state"]) == ("INVALID_STATE", "FINISHED")

    async def test_refused_of_an_unknown_run(self, registry: Registry) -> None:
        none = "00000000-0000-7000-8000-000000000000"
        refused = await registry.refused(LOG, run=none, points=[point(1, 0.5)])

        assert (refused["code"], refused["path"]) == ("NOT_FOUND", ["run"])

    async def test_refused_at_another_revision(self, registry: Registry) -> None:
        run = await started(registry)
        refused = await registry.refused(LOG, run=run, points=[point(1, 0.5)], expectedRevision=7)

        assert (refused["code"], refused["actual"]) == ("STALE_REVISION", 1)

    @pytest.mark.parametrize(
        ("points", "path"),
        [
            ([point(0, 1.0), point(-1, 1.0)], ["points", "1", "step"]),
            ([point(0, 1.0, "")], ["points", "0", "key"]),
            ([point(0, 1.0, "k" * 201)], ["points", "0", "key"]),
            ([point(step, 1.0) for step in range(10_001)], ["points"]),
            ([point(0, 1.0, str(i)) for i in range(1_001)], []),
        ],
        ids=["negative step", "no key", "long key", "10,001 points", "1,001 keys"],
    )
    async def test_refused_with_what_is_invalid(
        self, registry: Registry, points: list[Any], path: list[str]
    ) -> None:
        refused = await registry.refused(LOG, run=await started(registry), points=points)

        assert (refused["code"], refused["path"]) == ("INVALID_INPUT", path)

    @pytest.mark.parametrize("value", [math.nan, math.inf, -math.inf, None, "1"])
    async def test_an_error_where_a_value_is_no_finite_number(
        self, registry: Registry, value: Any
    ) -> None:
        points = [point(i, 1.0) for i in range(17)] + [point(17, value)]
        errors = await registry.errors(
            "mutation($input: LogMetricsInput!) { logMetrics(input: $input) { __typename } }",
            input={"run": await started(registry), "points": points},
        )

        assert "points[17].value" in errors[0]["message"]

    async def test_refused_where_a_literal_is_infinite(self, registry: Registry) -> None:
        run = await started(registry)
        answer = await registry.ask(
            f'mutation {{ logMetrics(input: {{run: "{run}", points: ['
            '{key: "a", step: 0, value: 1}, {key: "a", step: 1, value: 1e999}]}) '
            "{ ... on Refusal { code message path } } }"
        )

        assert answer["logMetrics"] == {
            "code": "INVALID_INPUT",
            "message": "points.1.value: inf is not a finite number",
            "path": ["points", "1", "value"],
        }


class TestSeries:
    async def test_there_is_none_of_a_run_that_was_told_as_a_whole(
        self, registry: Registry
    ) -> None:
        made = await registry.told(
            REGISTER,
            "run { series { key } }",
            namespace=registry.namespace,
            name="train",
            metrics=[{"key": "auc", "value": 0.5}],
        )

        assert made["run"]["series"] == []

    async def test_of_some_steps(self, registry: Registry) -> None:
        run = await started(registry)
        await log(registry, run, *(point(step, step) for step in range(0, 100, 10)))
        (some,) = (await read(registry, run, **{"from": 25, "to": 50}))["series"]
        (none,) = (await read(registry, run, **{"from": 101}))["series"]

        assert [step for step, _ in pairs(some)] == [30, 40, 50]
        assert pairs(none) == []

    @pytest.mark.parametrize("at_most", [4, 5, 10, 499, 500])
    async def test_of_many_points_it_keeps_the_ends_and_the_peaks(
        self, registry: Registry, at_most: int
    ) -> None:
        run = await started(registry)
        values = [math.sin(step / 50) for step in range(3_000)]
        values[1_234], values[2_345] = 9.0, -9.0
        await log(registry, run, *(point(step, value) for step, value in enumerate(values)))
        (series,) = (await read(registry, run, atMost=at_most))["series"]
        kept = pairs(series)

        assert len(kept) <= at_most
        assert len(kept) >= at_most * 0.6
        assert (kept[0], kept[-1]) == ((0, values[0]), (2_999, values[-1]))
        assert {(1_234, 9.0), (2_345, -9.0)} <= set(kept)
        assert kept == sorted(kept)
        assert all(values[step] == value for step, value in kept)

    @pytest.mark.parametrize("at_most", [10, 499, 500])
    async def test_of_equal_values_it_keeps_as_many(self, registry: Registry, at_most: int) -> None:
        run = await started(registry)
        await log(registry, run, *(point(step, float(step == 777)) for step in range(3_000)))
        (series,) = (await read(registry, run, atMost=at_most))["series"]

        assert at_most * 0.6 <= len(pairs(series)) <= at_most
        assert (777, 1.0) in pairs(series)

    async def test_of_as_many_points_as_asked_for_it_keeps_all(self, registry: Registry) -> None:
        run = await started(registry)
        await log(registry, run, *(point(step, 0.5) for step in range(20)))
        (series,) = (await read(registry, run, atMost=20))["series"]

        assert [step for step, _ in pairs(series)] == [*range(20)]

    @pytest.mark.parametrize("at_most", [0, 3, 10_001, -1])
    async def test_refused_for_too_many_or_too_few(self, registry: Registry, at_most: int) -> None:
        run = await started(registry)
        errors = await registry.errors(ALL, ref=run, atMost=at_most)

        assert f"atMost: {at_most} is not between 4 and 10000" in errors[0]["message"]

    async def test_best_is_by_the_side_of_the_key_or_as_asked(self, registry: Registry) -> None:
        run = await started(registry)
        for key in ("val_auc", "loss", "rows"):
            await log(registry, run, point(1, 1.0, key), point(2, 2.0, key))
        told = await registry.ask(
            """query($ref: Ref!) { run(ref: $ref) { series {
                key best { step } least: best(by: MIN) { step } greatest: best(by: MAX) { step }
            } } }""",
            ref=run,
        )
        best = {each["key"]: each["best"] for each in told["run"]["series"]}

        assert best == {"loss": {"step": 1}, "rows": None, "val_auc": {"step": 2}}
        assert {each["least"]["step"] for each in told["run"]["series"]} == {1}
        assert {each["greatest"]["step"] for each in told["run"]["series"]} == {2}
