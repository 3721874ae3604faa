"""`lineal run series`, `lineal run log-metrics`"""

import json
from pathlib import Path

import pytest

from lineal.cli import series
from lineal.client import Client
from tests.cli.conftest import Lineal

CSV = "key,step,value,time\nloss,0,0.9,2026-11-01T10:00Z\nloss,1,0.4,\nauc,1,0.7,\n"


@pytest.fixture
def run(lineal: Lineal, ns: str) -> str:
    """The id of a run that goes on."""
    return lineal("run", "start", ns, "--name", "train").out.strip()


class TestLogMetrics:
    def test_of_csv(self, lineal: Lineal, client: Client, run: str, tmp_path: Path) -> None:
        file = tmp_path / "metrics.csv"
        file.write_text(CSV)
        said = lineal("run", "log-metrics", run, str(file))
        found = client.run_series(run)

        assert (said.code, said.out, said.err) == (0, "", "Told 3 points\n")
        assert found is not None
        assert [(each.key, each.count, each.last.value) for each in found.series] == [
            ("auc", 1, 0.7),
            ("loss", 2, 0.4),
        ]

    def test_of_a_file_with_a_byte_order_mark(self, lineal: Lineal, run: str) -> None:
        said = lineal("run", "log-metrics", run, "-", stdin="\ufeff" + CSV)

        assert (said.code, said.err) == (0, "Told 3 points\n")

    def test_of_json_lines(self, lineal: Lineal, client: Client, run: str) -> None:
        lines = "".join(
            f'{{"key": "loss", "step": {i}, "value": {1 / (i + 1)}}}\n' for i in range(9)
        )
        said = lineal("run", "log-metrics", run, "-", "--json", stdin=lines)
        found = client.run_series(run, keys=["loss"])

        assert (said.code, json.loads(said.out)["id"]) == (0, run)
        assert found is not None
        assert found.series[0].count == 9

    def test_again_tells_nothing_twice(
        self, lineal: Lineal, client: Client, run: str, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(series, "BATCH", 2)
        for _ in range(2):
            lineal("run", "log-metrics", run, "-", stdin=CSV)
        found = client.run_series(run)

        assert found is not None
        assert [each.count for each in found.series] == [1, 2]

    def test_a_dry_run_tells_nothing(self, lineal: Lineal, client: Client, run: str) -> None:
        said = lineal("run", "log-metrics", run, "-", "--dry-run", stdin=CSV)
        found = client.run_series(run)

        assert (said.code, said.err) == (0, "Would tell 3 points\n")
        assert found is not None
        assert found.series == []

    @pytest.mark.parametrize(
        ("text", "says"),
        [
            ("key,step,value\n", "there is no point in -"),
            ("loss,1,0.4\n", "its first line must be key,step,value,time"),
            ("key,step,value\nloss,one,0.4\n", "line 2: step"),
            ("key,step,value\nloss,1,nan\n", "line 2: value: nan is not a finite number"),
            ("key,step,value\nloss,1,0.4\nloss,,0.4\n", "line 3: step"),
            ('{"key": "loss", "step": 1, "value": 2}\n{"key"\n', "line 2 is not JSON"),
            ('{"key": "loss", "step": 1, "valeu": 2}\n', "line 1: valeu is not a key"),
        ],
    )
    def test_what_is_wrong_names_its_line(
        self, lineal: Lineal, client: Client, run: str, text: str, says: str
    ) -> None:
        said = lineal("run", "log-metrics", run, "-", stdin=text)
        found = client.run_series(run)

        assert (said.code, said.out) == (2, "")
        assert says in " ".join(said.err.split())
        assert found is not None
        assert found.series == []


class TestSeries:
    def test_tells_the_last_and_the_best(self, lineal: Lineal, run: str) -> None:
        lineal("run", "log-metrics", run, "-", stdin=CSV)

        assert lineal("run", "series", run).out == (
            "auc   1 point   last 0.7 at 1  best 0.7 at 1\n"
            "loss  2 points  last 0.4 at 1  best 0.4 at 1\n"
        )

    def test_tells_points(self, lineal: Lineal, run: str) -> None:
        lineal("run", "log-metrics", run, "-", stdin=CSV)
        said = lineal("run", "series", run, "--metric", "loss", "--points", "10")
        later = lineal("run", "series", run, "--points", "10", "--from-step", "1", "--json")

        assert [line.split()[:3] for line in said.out.splitlines()] == [
            ["loss", "0", "0.9"],
            ["loss", "1", "0.4"],
        ]
        assert [len(each["points"]) for each in json.loads(later.out)["series"]] == [1, 1]

    def test_of_nothing(self, lineal: Lineal, run: str) -> None:
        said = lineal("run", "series", run)
        none = lineal("run", "series", "01999999-0000-7000-8000-000000000000")

        assert (said.code, said.out, said.err) == (0, "", "It measured nothing step by step\n")
        assert (none.code, none.out) == (1, "")
        assert none.err.startswith("There is no run")
