"""`lineal impact`"""

import json

import pytest

from lineal.client import (
    ApplicationDetails,
    Client,
    ColumnDetails,
    DatasetDetails,
    DatasetVersionInput,
    DeploymentDetails,
    EndedRunDetails,
    ModelDetails,
    RunInputInput,
)
from tests.cli.conftest import Lineal


def tag_a_column(client: Client, ns: str, tag: str) -> None:
    """Registers data of which a column has a tag, and which nothing is made from."""
    client.create_dataset(f"{ns}/raw")
    columns = {"a": ColumnDetails(type="int", tags=[tag])}
    client.register_dataset_version(f"{ns}/raw", label="1", columns=columns)


class TestColumns:
    def test_says_what_is_perhaps_affected(self, lineal: Lineal, client: Client, ns: str) -> None:
        data = DatasetVersionInput(
            dataset=f"{ns}/raw",
            create_dataset=DatasetDetails(),
            label="1",
            columns={"birth date": ColumnDetails(type="date", tags=[ns]), "id": "int"},
        )
        for name, features in (("told", [f"{ns}/raw#1.birth date"]), ("untold", [])):
            client.register_model_version(
                f"{ns}/{name}",
                create_model=ModelDetails(),
                run=EndedRunDetails(name="train", inputs=[RunInputInput(dataset_version=data)]),
                features=features,
            )
            client.deploy_model_version(
                f"{ns}/{name}:1",
                deployment=f"{ns}/{name}",
                create_deployment=DeploymentDetails(environment="production"),
            )
        said = lineal("impact", "--column-tag", ns)
        column = f"column {ns}/raw#1.birth%20date"

        assert (said.code, said.err) == (0, "")
        assert said.out.splitlines()[4:] == [
            "Deployments in production",
            f"  {ns}/told, owned by nobody",
            f"    {column} -> model {ns}/told:1",
            f"  {ns}/untold, owned by nobody, perhaps",
            f"    {column} -> dataset {ns}/raw#1 -> run train -> model {ns}/untold:1",
            "",
            "Perhaps: the data was read, but it was not told which columns were used",
        ]

    @pytest.mark.parametrize("more", [[], ["--json"], ["--fail-on", "environment=production"]])
    def test_a_tag_that_no_column_has_exits_with_1(
        self, lineal: Lineal, client: Client, ns: str, more: list[str]
    ) -> None:
        tag_a_column(client, ns, f"{ns}-personal")
        said = lineal("impact", "--column-tag", f"{ns}-personl", *more)

        assert (said.code, said.out) == (1, "")
        assert said.err.startswith(f"No column has the tag {ns}-personl; there is {ns}-personal")

    @pytest.mark.parametrize("beside", [["--column-tag", "?"], ["?/raw#1"]])
    def test_nor_does_one_beside_others(
        self, lineal: Lineal, client: Client, ns: str, beside: list[str]
    ) -> None:
        tag_a_column(client, ns, ns)
        others = [each.replace("?", ns) for each in beside]
        said = lineal("impact", *others, "--column-tag", "nobody has this")

        assert (said.code, said.out) == (1, "")
        assert said.err.startswith("No column has the tag nobody has this")

    def test_a_tag_of_a_column_that_affects_nothing(
        self, lineal: Lineal, client: Client, ns: str
    ) -> None:
        tag_a_column(client, ns, ns)
        said = lineal("impact", "--column-tag", ns)

        assert (said.code, said.out) == (0, "No deployment or application is affected\n")

    def test_nothing_to_start_at_exits_with_2(self, lineal: Lineal) -> None:
        said = lineal("impact")

        assert said.code == 2
        assert "give a REF, --column-tag, or both" in said.err


class TestImpact:
    def test_says_what_is_affected_whose_it_is_and_why(self, lineal: Lineal, example: str) -> None:
        said = lineal("impact", f"{example}/raw#1")

        why = f"    dataset {example}/raw#1 -> run clean -> dataset {example}/clean#1 ->"
        serves = f"deployment {example}/api in production"
        assert (said.code, said.err) == (0, "")
        assert said.out.splitlines() == [
            "Affected: 2 deployments, 1 application",
            "By environment: production 1, staging 1",
            f"By namespace: {example} 3",
            "",
            "Deployments in production",
            f"  {example}/api, owned by platform",
            f"{why} run train-1 -> model {example}/scorer:1",
            "",
            "Deployments in staging",
            f"  {example}/trial, owned by platform",
            f"{why} run train-2 -> model {example}/scorer:2",
            "",
            "Applications",
            f"  {example}/portal, owned by sales",
            f"{why} run train-1 -> model {example}/scorer:1 -> {serves}",
        ]

    def test_is_whole_where_no_person_reads(
        self, lineal: Lineal, example: str, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        whole = lineal("impact", f"{example}/raw#1").out
        monkeypatch.setenv("COLUMNS", "40")

        assert lineal("impact", f"{example}/raw#1").out == whole

    def test_of_one_environment(self, lineal: Lineal, example: str) -> None:
        said = lineal("impact", f"{example}/raw#1", "--environment", "staging")

        assert "By environment: staging 1\n" in said.out
        assert f"{example}/api" not in said.out

    def test_of_several_things(self, lineal: Lineal, example: str) -> None:
        said = lineal("impact", f"{example}/scorer:1", f"{example}/scorer:2", "--json")

        assert json.loads(said.out)["totalCount"] == 3

    def test_what_is_asked_about_is_affected_itself(self, lineal: Lineal, example: str) -> None:
        said = lineal("impact", f"{example}/portal")

        assert said.code == 0
        assert said.out.splitlines()[-2:] == [
            f"  {example}/portal, owned by sales",
            "    asked about itself",
        ]

    def test_nothing(self, lineal: Lineal, client: Client, world: str) -> None:
        version = client.register_model_version(f"{world}/scorer")

        said = lineal("impact", version.ref)

        assert (said.code, said.out) == (0, "No deployment or application is affected\n")

    def test_not_complete_says_why(self, lineal: Lineal, example: str) -> None:
        said = lineal("impact", f"{example}/raw#1", "--depth", "5")

        assert said.code == 0
        assert said.out.splitlines()[-1] == (
            "Not complete: more lies beyond 5 edges (try --depth 10)"
        )

    def test_all_pages(self, lineal: Lineal, client: Client, world: str) -> None:
        for number in range(101):
            client.record_feed(
                f"{world}/api",
                application=f"{world}/app-{number}",
                create_application=ApplicationDetails(),
            )

        said = lineal("impact", f"{world}/scorer:1", "--json")

        answer = json.loads(said.out)
        assert len({item["node"]["id"] for item in answer["items"]}) == answer["totalCount"] == 103
        assert answer["complete"] is True

    def test_an_unknown_ref_exits_with_1(self, lineal: Lineal, example: str) -> None:
        said = lineal("impact", f"{example}/nothing", "--fail-on", "environment=production")

        assert (said.code, said.out) == (1, "")
        assert f"{example}/nothing" in said.err


class TestFailOn:
    @pytest.mark.parametrize("condition", ["environment=production", "namespace={ns}"])
    def test_a_match_exits_with_2_and_is_named(
        self, lineal: Lineal, example: str, condition: str
    ) -> None:
        said = lineal("impact", f"{example}/scorer:1", "--fail-on", condition.format(ns=example))

        assert said.code == 2
        assert said.err.startswith(f"{condition.format(ns=example)} is affected: {example}/api")
        assert said.out.startswith("Affected: ")

    def test_no_match_exits_with_0(self, lineal: Lineal, example: str) -> None:
        conditions = ["--fail-on", "environment=production", "--fail-on", "namespace=other"]

        said = lineal("impact", f"{example}/scorer:2", *conditions)

        assert (said.code, said.err) == (0, "")

    def test_one_of_several_is_enough(self, lineal: Lineal, example: str) -> None:
        conditions = ["--fail-on", "environment=production", "--fail-on", "environment=staging"]

        said = lineal("impact", f"{example}/scorer:2", *conditions)

        assert (said.code, said.err) == (2, f"environment=staging is affected: {example}/trial\n")

    def test_not_complete_exits_with_2(self, lineal: Lineal, example: str) -> None:
        said = lineal(
            "impact", f"{example}/raw#1", "--depth", "3", "--fail-on", "environment=production"
        )

        assert said.code == 2
        assert said.err == ("It is not known what else is affected: the answer is not complete\n")

    def test_prints_json_all_the_same(self, lineal: Lineal, example: str) -> None:
        said = lineal(
            "impact", f"{example}/scorer:1", "--json", "--fail-on", "environment=production"
        )

        assert said.code == 2
        assert json.loads(said.out)["totalCount"] == 2

    @pytest.mark.parametrize(
        ("arguments", "said"),
        [
            (["--fail-on", "production"], "production is not environment=NAME or namespace=NAME"),
            (["--fail-on", "env=production"], "env=production is not environment=NAME"),
            (["--fail-on", "environment="], "environment= is not environment=NAME"),
            (
                ["--environment", "staging", "--fail-on", "environment=production"],
                "--fail-on environment=production can never match",
            ),
        ],
    )
    def test_a_gate_that_could_not_close_is_a_wrong_call(
        self, lineal: Lineal, arguments: list[str], said: str
    ) -> None:
        refused = lineal("impact", "risk/scorer:1", *arguments)

        assert (refused.code, refused.out) == (2, "")
        assert said in refused.err
