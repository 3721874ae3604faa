"""`lineal list`"""

import json

import pytest

from lineal.cli.kinds import Kind
from lineal.client import (
    Client,
    ExperimentDetails,
    ModelDetails,
    RiskTier,
    RunStatus,
    SliceInput,
)
from tests.cli.conftest import Lineal


class TestRuns:
    def test_of_an_experiment(self, lineal: Lineal, client: Client, ns: str) -> None:
        runs = [
            client.start_run(
                ns,
                name=f"trial-{depth}",
                parameters={"depth": depth},
                experiment=f"{ns}/search",
                create_experiment=ExperimentDetails(),
            )
            for depth in (3, 4)
        ]
        client.finish_run(runs[0].id, status=RunStatus.FAILED)

        of_it = lineal("list", "runs", "--experiment", f"{ns}/search").out
        failed = lineal("list", "runs", "--experiment", f"{ns}/search", "--status", "failed").out
        deep = lineal("list", "runs", "--namespace", ns, "--parameter", "depth=4").out

        assert [line.split()[1] for line in of_it.splitlines()] == ["trial-4", "trial-3"]
        assert failed.split()[0] == runs[0].id
        assert deep.split()[0] == runs[1].id
        assert lineal("list", "experiments", "--namespace", ns).out == f"{ns}/search\n"

    def test_a_status_that_there_is_not_exits_with_2(self, lineal: Lineal) -> None:
        said = lineal("list", "runs", "--status", "happy")

        assert said.code == 2
        assert "happy is none of running, finished, failed, cancelled" in said.err


class TestModels:
    def test_of_a_task_and_a_risk_tier(self, lineal: Lineal, client: Client, ns: str) -> None:
        tiers = {"scorer": RiskTier.HIGH, "letters": RiskTier.LIMITED, "other": None}
        for name, tier in tiers.items():
            client.create_model(f"{ns}/{name}", task=name, risk_tier=tier)
        asked = ("list", "models", "--namespace", ns, "--format", "{name}")

        assert lineal(*asked, "--task", "letters").out == "letters\n"
        assert lineal(*asked, "--risk-tier", "high").out == "scorer\n"
        assert lineal(*asked, "--risk-tier", "high", "--risk-tier", "limited").out == (
            "letters\nscorer\n"
        )

    def test_a_risk_tier_that_there_is_not_exits_with_2(self, lineal: Lineal) -> None:
        said = lineal("list", "models", "--risk-tier", "huge")

        assert said.code == 2
        assert "huge is none of minimal, limited, high, unacceptable" in said.err

    @pytest.mark.parametrize(
        "text", ["tier=2", "ready=true", "due=2026-03-03T12:00:00Z", "at=https://x.example", "a=b"]
    )
    def test_with_a_property(self, lineal: Lineal, ns: str, text: str) -> None:
        for name in ("a", "b"):
            lineal("model", "create", f"{ns}/{name}")
        lineal("update", f"model:{ns}/b", "--set", text)
        said = lineal("list", "models", "--property", text, "--namespace", ns)

        assert said.out == f"{ns}/b  no version\n"

    def test_told_of_in_a_time(self, lineal: Lineal, example: str) -> None:
        asked = ("list", "versions", "--namespace", example, "--format", "{number}")

        assert lineal(*asked, "--since", "2026-01-01").out == "2\n1\n"
        assert lineal(*asked, "--until", "2026-01-01").out == ""

    def test_versions_of_a_model(self, lineal: Lineal, client: Client, world: str) -> None:
        client.register_model_version(f"{world}/other", create_model=ModelDetails())
        said = lineal("list", "versions", "--model", f"{world}/other", "--format", "{ref}")

        assert said.out == f"{world}/other:1\n"


@pytest.fixture
def evaluated(client: Client, world: str) -> str:
    """The test's world, in which two versions were evaluated, by two suites."""
    for number, suite, dataset, auc in (
        (1, "holdout", f"{world}/clean#1", 0.5),
        (2, "holdout", f"{world}/clean#1", 0.75),
        (2, "stress", f"{world}/raw#1", 0.25),
    ):
        client.record_evaluation(
            f"{world}/scorer:{number}",
            suite=suite,
            dataset=dataset,
            metrics={"auc": auc},
            slices=[SliceInput(name="eu", metrics={"auc": auc / 2})],
        )
    return world


class TestEvaluations:
    def test_are_told_by_version_suite_and_data(self, lineal: Lineal, evaluated: str) -> None:
        said = lineal("list", "evaluations", "--namespace", evaluated).out.splitlines()
        scorer = f"{evaluated}/scorer"

        assert [line.split()[1:4] for line in said] == [
            ["stress", f"{scorer}:2", f"{evaluated}/raw#1"],
            ["holdout", f"{scorer}:2", f"{evaluated}/clean#1"],
            ["holdout", f"{scorer}:1", f"{evaluated}/clean#1"],
        ]
        assert said[0].endswith("auc 0.25")

    @pytest.mark.parametrize(
        ("flags", "found"),
        [
            (["--suite", "stress"], ["stress 2"]),
            (["--version", "?/scorer:1"], ["holdout 1"]),
            (["--model", "?/scorer", "--suite", "holdout"], ["holdout 2", "holdout 1"]),
            (["--dataset", "?/raw"], ["stress 2"]),
            (["--dataset", "?/clean#1"], ["holdout 2", "holdout 1"]),
            (["--metric", "auc>=0.5"], ["holdout 2", "holdout 1"]),
            (["--slice", "eu", "--metric", "auc>=0.3"], ["holdout 2"]),
            (["--slice", "us"], []),
            (["--sort", "metric:auc", "--limit", "1"], ["stress 2"]),
            (["--archived"], []),
        ],
    )
    def test_are_found(
        self, lineal: Lineal, evaluated: str, flags: list[str], found: list[str]
    ) -> None:
        said = lineal(
            *("list", "evaluations", "--namespace", evaluated),
            *(each.replace("?", evaluated) for each in flags),
            *("--format", "{suite} {modelVersions.0.ref}"),
        )
        shown = [line.replace(f"{evaluated}/scorer:", "") for line in said.out.splitlines()]

        assert shown == found

    def test_by_what_is_none_of_theirs_exits_with_2(self, lineal: Lineal) -> None:
        for kind, flag in (("evaluations", "--task"), ("models", "--version")):
            said = lineal("list", kind, flag, "x")

            assert said.code == 2
            assert f"{kind} cannot be listed by {flag[2:]}" in said.err


class TestList:
    @pytest.mark.parametrize(
        ("kind", "first"),
        [
            ("datasets", "?/clean"),
            ("dataset-versions", "?/clean#1"),
            ("models", "?/scorer  version 2"),
            ("versions", "?/scorer:2"),
            ("deployments", "?/api    production"),
            ("applications", "?/portal"),
        ],
    )
    def test_a_kind(self, lineal: Lineal, example: str, kind: str, first: str) -> None:
        said = lineal("list", kind, "--namespace", example)

        assert (said.code, said.err) == (0, "")
        assert said.out.startswith(first.replace("?", example))

    def test_runs_by_id_and_name(self, lineal: Lineal, example: str) -> None:
        lines = lineal("list", "runs", "--namespace", example).out.splitlines()

        assert [line.split()[1:3] for line in lines] == [
            ["train-2", "finished"],
            ["train-1", "finished"],
            ["clean", "finished"],
        ]

    def test_namespaces_by_owner(self, lineal: Lineal, example: str) -> None:
        assert example in lineal("list", "namespaces", "--owner", "ada", "--limit", "10000").out
        assert lineal("list", "namespaces", "--owner", "nobody").out == ""

    def test_versions_by_metric_and_environment(self, lineal: Lineal, world: str) -> None:
        serving = lineal("list", "versions", "--namespace", world, "--environment", "staging")
        measured = lineal("list", "versions", "--namespace", world, "--metric", "none>=0.5")

        assert serving.out.startswith(f"{world}/scorer:2")
        assert measured.out == ""

    def test_in_an_order_over_several_pages(self, lineal: Lineal, client: Client, ns: str) -> None:
        client.create_model(f"{ns}/b")
        client.create_model(f"{ns}/a")
        by_name = lineal("list", "models", "--namespace", ns, "--sort", "name", "--desc")
        by_age = lineal("list", "models", "--namespace", ns, "--sort", "created")

        assert [line.split()[0] for line in by_name.out.splitlines()] == [f"{ns}/b", f"{ns}/a"]
        assert [line.split()[0] for line in by_age.out.splitlines()] == [f"{ns}/b", f"{ns}/a"]

    def test_versions_in_the_order_of_a_metric(
        self, lineal: Lineal, client: Client, ns: str
    ) -> None:
        for value in (0.5, 0.9, 0.7):
            client.register_model_version(
                f"{ns}/m", create_model=ModelDetails(), metrics={"auc": value}
            )
        said = lineal("list", "versions", "--namespace", ns, "--sort", "metric:auc", "--desc")

        assert [line.split()[0] for line in said.out.splitlines()] == [
            *(f"{ns}/m:2", f"{ns}/m:3", f"{ns}/m:1")
        ]

    def test_models_with_their_champions(self, lineal: Lineal, client: Client, ns: str) -> None:
        for name, value in (("good", 0.9), ("bad", 0.6), ("none", 0.5)):
            client.register_model_version(
                f"{ns}/{name}", create_model=ModelDetails(), metrics={"auc": value}
            )
        for name in ("good", "bad"):
            client.set_alias(f"{ns}/{name}", alias="champion", version=f"{ns}/{name}:1")
        asked = ("list", "models", "--namespace", ns, "--alias", "champion")

        assert lineal(*asked).out.split("\n")[1].split() == [
            *(f"{ns}/good", "version", "1", "champion", "1", "auc", "0.9")
        ]
        assert lineal(*asked, "--metric", "auc<=0.7").out.split()[0] == f"{ns}/bad"

    def test_over_several_pages(self, lineal: Lineal, client: Client, ns: str) -> None:
        for number in range(103):
            client.create_model(f"{ns}/m{number:03}")
        said = lineal("list", "models", "--namespace", ns, "--limit", "102")

        assert len(said.out.splitlines()) == 102
        assert "the first 102; see --limit" in said.err

    def test_as_json(self, lineal: Lineal, example: str) -> None:
        said = json.loads(lineal("list", "models", "--namespace", example, "--json").out)

        assert [node["ref"] for node in said["nodes"]] == [f"{example}/scorer"]
        assert said["pageInfo"]["hasNextPage"] is False

    @pytest.mark.parametrize(
        ("arguments", "why"),
        [
            (["pictures"], "'pictures'"),
            (["datasets", "--metric", "auc>=1"], "datasets cannot be listed by metric"),
            (["versions", "--metric", "auc=1"], "auc=1 is not like auc>=0.9"),
            (["versions", "--metric", "auc>=high"], "auc>=high is not like auc>=0.9"),
            (["versions", "--limit", "0"], "--limit"),
            (["versions", "--sort", "owner"], "versions have no order by owner, but by number"),
            (["versions", "--desc"], "--desc"),
        ],
    )
    def test_a_wrong_call_exits_with_2(
        self, lineal: Lineal, arguments: list[str], why: str
    ) -> None:
        said = lineal("list", *arguments)

        assert (said.code, said.out) == (2, "")
        assert why in said.err


class TestNothing:
    @pytest.mark.parametrize("kind", [each for each in Kind if each is not Kind.NAMESPACES])
    @pytest.mark.parametrize("more", [[], ["--json"]])
    def test_of_a_namespace_that_there_is_not_exits_with_1(
        self, lineal: Lineal, kind: Kind, more: list[str]
    ) -> None:
        said = lineal("list", kind.value, "--namespace", "nosuch", *more)

        assert (said.code, said.out, said.err) == (1, "", "There is no namespace nosuch\n")

    @pytest.mark.parametrize("kind", [each for each in Kind if each is not Kind.NAMESPACES])
    def test_of_an_empty_one_is_said(self, lineal: Lineal, ns: str, kind: Kind) -> None:
        said = lineal("list", kind.value, "--namespace", ns)
        things = kind.value.replace("-", " ")

        assert (said.code, said.out) == (0, "")
        assert said.err == f"Nothing was found: there are no {things} as asked for\n"

    def test_of_namespaces_is_said(self, lineal: Lineal) -> None:
        said = lineal("list", "namespaces", "--owner", "nobody at all")

        assert (said.code, said.out) == (0, "")
        assert said.err == "Nothing was found: there are no namespaces as asked for\n"

    @pytest.mark.parametrize("more", [["--json"], ["--format", "{ref}"]])
    def test_is_not_said_beside_json(self, lineal: Lineal, ns: str, more: list[str]) -> None:
        said = lineal("list", "models", "--namespace", ns, *more)

        assert (said.code, said.err) == (0, "")

    @pytest.mark.parametrize(
        ("kind", "flag", "ref"),
        [
            ("versions", "--model", "?/nosuch"),
            ("versions", "--dataset", "?/nosuch"),
            ("columns", "--dataset", "?/raw#9"),
            ("runs", "--experiment", "?/nosuch"),
            ("runs", "--parent", "nosuch"),
            ("evaluations", "--version", "?/scorer:9"),
        ],
    )
    def test_of_a_ref_that_names_nothing_exits_with_1(
        self, lineal: Lineal, example: str, kind: str, flag: str, ref: str
    ) -> None:
        ref = ref.replace("?", example)
        said = lineal("list", kind, flag, ref)

        assert (said.code, said.out) == (1, "")
        assert said.err.startswith("There is no ")
        assert said.err.endswith(f" {ref}\n")

    def test_of_a_name_that_is_a_model_and_a_dataset(
        self, lineal: Lineal, client: Client, ns: str
    ) -> None:
        client.create_model(f"{ns}/both")
        client.create_dataset(f"{ns}/both")

        assert lineal("list", "versions", "--model", f"{ns}/both").code == 0
