"""`lineal search`, `lineal suggest`"""

import json

from lineal.client import Client
from tests.cli.conftest import Lineal


class TestSearch:
    def test_shows_what_fits_best_first(self, lineal: Lineal, client: Client, ns: str) -> None:
        client.create_model(f"{ns}/credit-scorer", description="Scores applications.")
        client.create_model(f"{ns}/churn", description="Knows nothing of credit.")
        said = lineal("search", "credit", "--namespace", ns)

        assert (said.code, said.err) == (0, "")
        assert said.out.splitlines() == [
            f"model {ns}/credit-scorer",
            f"model {ns}/churn          description: Knows nothing of credit.",
        ]

    def test_kinds_phrases_and_exclusion(self, lineal: Lineal, client: Client, ns: str) -> None:
        client.create_model(f"{ns}/a", description="probability of default", tags=["draft"])
        client.create_model(f"{ns}/b", description="default of probability")
        client.create_dataset(f"{ns}/c", description="probability of default")

        def found(*arguments: str) -> list[str]:
            return lineal("search", "--namespace", ns, *arguments).out.split("\n")[:-1]

        assert len(found('"probability of default"', "--kind", "model")) == 1
        assert len(found("probability default", "--kind", "model", "--kind", "dataset")) == 3
        assert len(found("probability", "default")) == 3
        assert len(found("--", "probability", "-tag:draft")) == 2

    def test_as_json(self, lineal: Lineal, example: str) -> None:
        said = json.loads(lineal("search", "scorer", "--namespace", example, "--json").out)

        assert said["hits"][0]["node"]["ref"] == f"{example}/scorer"
        assert said["hits"][0]["highlights"][0]["pieces"] == [{"text": "scorer", "hit": True}]

    def test_says_that_there_is_more(self, lineal: Lineal, example: str) -> None:
        said = lineal("search", "scorer", "--namespace", example, "--limit", "1")

        assert said.err == "These are the best 1 of 3; see --limit\n"

    def test_nothing_is_a_failure(self, lineal: Lineal, example: str) -> None:
        said = lineal("search", "wombat", "--namespace", example)
        several = lineal("search", "scorer", "wombat", "--namespace", example)

        assert (said.code, said.out, said.err) == (1, "", "Nothing was found\n")
        assert several.err.endswith("found: all the words must be in one thing; leave some out\n")

    def test_no_word_is_told(self, lineal: Lineal) -> None:
        said = lineal("search", "***")

        assert said.code == 1
        assert "text: there is no word in it" in said.err


class TestSuggest:
    def test_tells_refs(self, lineal: Lineal, example: str) -> None:
        found = lineal("suggest", "scor", "--namespace", example)
        models = lineal("suggest", "scorr", "--namespace", example, "--kind", "model", "--json")

        assert f"{example}/scorer" in found.out.splitlines()
        assert json.loads(models.out) == [{"ref": f"{example}/scorer", "kind": "MODEL"}]

    def test_of_nothing_is_nothing(self, lineal: Lineal, example: str) -> None:
        said = lineal("suggest", "wombat", "--namespace", example)

        assert (said.code, said.out, said.err) == (0, "", "")
