"""`lineal stats`"""

import json

from tests.asking import unique
from tests.cli.conftest import Lineal


class TestStats:
    def test_of_a_namespace(self, lineal: Lineal, example: str) -> None:
        said = lineal("stats", "--namespace", example)
        lines = dict(line.split("  ", 1) for line in said.out.splitlines())

        assert (said.code, said.err) == (0, "")
        assert lines["runs"].strip() == "3 finished"
        assert lines["deployments"].strip() == (
            "1 in production, of which 1 serving, 1 in staging, of which 1 serving"
        )
        assert lines["without owner"].strip() == "2 datasets"
        assert lines["model versions by age"].strip() == "2 up to a week"

    def test_of_all(self, lineal: Lineal, example: str) -> None:
        assert lineal("stats").out.startswith("there are")

    def test_as_json(self, lineal: Lineal, example: str) -> None:
        said = json.loads(lineal("stats", "--namespace", example, "--json").out)

        assert said["namespace"] == example
        assert {"kind": "MODEL_VERSION", "count": 2} in said["kinds"]

    def test_an_unknown_namespace_is_told(self, lineal: Lineal) -> None:
        said = lineal("stats", "--namespace", unique("none"))

        assert said.code == 1
        assert "There is no namespace none-" in said.err
