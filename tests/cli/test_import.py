"""`lineal import`"""

import json
from typing import Any

from lineal.client import Client
from tests.cli.conftest import Lineal


def lines(*given: dict[str, Any]) -> str:
    return "".join(f"{json.dumps(each)}\n" for each in given)


def history(ns: str) -> str:
    """Returns what another registry knows of a model: data, and two versions made from it."""
    data = {"kind": "datasetVersion", "dataset": f"{ns}/data", "createDataset": {}, "label": "1"}
    run = {"name": "train", "inputs": [{"ref": f"{ns}/data#1"}]}
    version = {"kind": "modelVersion", "model": f"{ns}/m", "createModel": {}, "run": run}
    clean = {"kind": "run", "namespace": ns, "name": "clean", "parameters": {"seed": 7}}
    return lines(data, clean, version, {**version, "metrics": {"auc": 0.5}})


class TestImport:
    def test_tells_every_line(self, lineal: Lineal, client: Client, ns: str) -> None:
        said = lineal("import", "-", stdin=history(ns))

        assert (said.code, said.out) == (0, "")
        assert said.err == "Imported 4 lines, 0 refused\n"
        version = client.model_version(f"{ns}/m:2")
        assert version is not None
        assert version.metrics == {"auc": 0.5}

    def test_again_imports_nothing_twice(self, lineal: Lineal, client: Client, ns: str) -> None:
        for _ in range(2):
            assert lineal("import", "-", "--batch", "1", stdin=history(ns)).code == 0

        assert client.model_version(f"{ns}/m:3") is None

    def test_a_dry_run_changes_nothing(self, lineal: Lineal, client: Client, ns: str) -> None:
        first = history(ns).partition("\n")[0]
        said = lineal("import", "-", "--dry-run", stdin=first)

        assert said.err == "Would import 1 line, 0 refused\n"
        assert client.dataset(f"{ns}/data") is None

    def test_what_is_refused_names_its_line(self, lineal: Lineal, ns: str) -> None:
        lineal("import", "-", stdin=history(ns))
        more = json.loads(history(ns).partition("\n")[0])
        text = lines({**more, "label": "2"}, more)
        said = lineal("import", "-", stdin=text)

        assert (said.code, said.out) == (1, "")
        assert said.err.startswith(f"line 2: There is already a dataset version {ns}/data#1\n")
        assert "before line 1" in said.err

    def test_what_is_refused_can_be_left_out(self, lineal: Lineal, client: Client, ns: str) -> None:
        lineal("import", "-", stdin=history(ns))
        more = json.loads(history(ns).partition("\n")[0])
        said = lineal("import", "-", "--skip-refused", stdin=lines({**more, "label": "2"}, more))

        assert said.code == 1
        assert said.err.endswith("Imported 1 line, 1 refused\n")
        assert client.dataset_version(f"{ns}/data#2") is not None

    def test_a_wrong_line_is_found_before_anything_is_told(
        self, lineal: Lineal, client: Client, ns: str
    ) -> None:
        first = history(ns).partition("\n")[0]
        for wrong, why in (
            ("{", "line 2 is not JSON"),
            ('{"kind": "model"}', "line 2: kind must be one of"),
            ('{"kind": "run", "nmae": "r"}', "line 2: nmae is not a key: did you mean name?"),
            ('{"kind": "run", "name": "r"}', "line 2: namespace is missing"),
        ):
            said = lineal("import", "-", stdin=f"{first}\n{wrong}\n")

            assert said.code == 2
            assert why in said.err
        assert client.dataset(f"{ns}/data") is None

    def test_begins_with_a_line(self, lineal: Lineal, client: Client, ns: str) -> None:
        lineal("import", "-", stdin=history(ns))
        rest = history(ns) + lines({"kind": "run", "namespace": ns, "name": "last"})
        said = lineal("import", "-", "--from", "5", stdin=rest)

        assert said.err == "Imported 1 line, 0 refused\n"

    def test_json_is_what_the_api_answers(self, lineal: Lineal, ns: str) -> None:
        said = json.loads(lineal("import", "-", "--json", stdin=history(ns)).out)

        assert [each["ref"] for each in said["items"][2:]] == [f"{ns}/m:1", f"{ns}/m:2"]
        assert said["items"][3]["metrics"] == [{"key": "auc", "value": 0.5}]
        assert said["refusals"] == []

    def test_json_of_what_is_refused(self, lineal: Lineal, ns: str) -> None:
        lineal("import", "-", stdin=history(ns))
        more = json.loads(history(ns).partition("\n")[0])
        given = ("import", "-", "--batch", "1", "--json")
        again = {**more, "tags": ["again"]}
        said = lineal(*given, stdin=lines({**more, "label": "2"}, again, {**more, "label": "3"}))
        told = json.loads(said.out)

        assert said.code == 1
        assert [each["ref"] for each in told["items"]] == [f"{ns}/data#2"]
        assert [(each["line"], each["code"]) for each in told["refusals"]] == [
            (2, "ALREADY_EXISTS")
        ]

    def test_a_line_for_each_in_a_format(self, lineal: Lineal, ns: str) -> None:
        text = history(ns).splitlines(keepends=True)
        lineal("import", "-", stdin="".join(text[:2]))
        said = lineal("import", "-", "--format", "{ref} {number}", stdin="".join(text[2:]))

        assert (said.code, said.out) == (0, f"{ns}/m:1 1\n{ns}/m:2 2\n")

    def test_a_format_must_fit_every_kind(self, lineal: Lineal, client: Client, ns: str) -> None:
        said = lineal("import", "-", "--format", "{number}", stdin=history(ns))

        assert (said.code, said.out) == (2, "")
        assert client.dataset(f"{ns}/data") is None
