"""The credit risk example, told to a real registry, and what that can be asked then."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from examples.credit_risk import Lab, story
from examples.credit_risk.register import Registrar
from lineal.client import (
    Client,
    ColumnWhere,
    DatasetVersionWhere,
    EvaluationWhere,
    Impact,
    ModelVersionWhere,
    ModelWhere,
    NamedWhere,
    RefFilter,
    RunWhere,
    TextFilter,
)

WRONG = "risk/german-credit#statlog-1994"
PRODUCTION = "risk/credit-scorer-online"
OURS = TextFilter(in_=["risk", "collections"])


@pytest.fixture(scope="module")
def client(server: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Client]:
    """A client of a registry that was told all of it."""
    with Client(server, deadline=120) as opened:
        tell(opened, tmp_path_factory.mktemp("registered"))
        yield opened


def tell(client: Client, folder: Path) -> None:
    registrar = Registrar(client)
    for fact in story(Lab(folder)):
        registrar.tell(fact)


def counts(client: Client) -> dict[str, int]:
    """Returns how much of each kind there is in the namespaces of the example."""
    return {
        "datasets": len(client.datasets(NamedWhere(namespace=OURS), first=100).nodes),
        "dataset versions": len(
            client.dataset_versions(DatasetVersionWhere(namespace=OURS), first=100).nodes
        ),
        "runs": len(client.runs(RunWhere(namespace=OURS), first=100).nodes),
        "models": len(client.models(ModelWhere(namespace=OURS), first=100).nodes),
        "versions": len(client.model_versions(ModelVersionWhere(namespace=OURS), first=100).nodes),
    }


def refs(impact: Impact) -> set[str]:
    return {item.node.ref for item in impact.items}


class TestRegistered:
    def test_the_versions_have_what_they_were_made_from(self, client: Client) -> None:
        version = client.model_version("risk/credit-scorer@champion")
        assert version is not None
        assert version.run is not None
        run = client.run(version.run.id)
        assert run is not None

        assert (version.number, version.label) == (4, "2026.10.1")
        assert [(base.how, base.version.ref) for base in version.bases] == [
            ("calibrated", "risk/credit-scorer:3")
        ]
        assert sorted((each.role, each.node.ref) for each in run.inputs) == [
            ("base", "risk/credit-scorer:3"),
            ("train", "risk/features-matured#2026-10"),
        ]
        assert run.source.entry_point == "examples.credit_risk"
        assert run.source.arguments == ["--dry-run"]
        assert 0.7 < version.metrics["train.auc"] < 0.9
        assert version.parameters == {"method": "sigmoid"}

    def test_what_was_rolled_back_serves_no_more(self, client: Client) -> None:
        production = client.deployment(PRODUCTION)
        assert production is not None

        assert [(each.version.label, each.weight) for each in production.versions] == [
            ("2026.10.1", 1.0)
        ]

    def test_told_again_from_other_files_changes_nothing(
        self, client: Client, tmp_path: Path
    ) -> None:
        before, place = counts(client), client.deployment(PRODUCTION)
        tell(client, tmp_path)

        assert counts(client) == before
        assert client.deployment(PRODUCTION) == place


class TestFound:
    """What somebody who looks around for the first time asks."""

    def test_personal_data(self, client: Client) -> None:
        found = client.search("personal data kind:column", namespace="risk", first=100)
        names = {hit.node.ref.rpartition(".")[2] for hit in found.hits}

        assert names == {"personal_status", "age", "dependants", "telephone", "foreign_worker"}

    def test_what_was_made_of_personal_data(self, client: Client) -> None:
        personal = ColumnWhere(tag=TextFilter(eq="personal-data"), namespace=TextFilter(eq="risk"))
        impact = client.impact(columns=personal)
        (calls,) = (each for each in impact.items if each.node.ref.endswith("contact-batch"))

        assert calls.certain
        assert [node.ref for node in calls.explanation.nodes][1:] == [
            "risk/credit-scores#2026-08.score",
            "collections/scored-outcomes#2026-08.score",
            "collections/early-contact:1",
            "collections/early-contact-batch",
        ]

    def test_how_a_model_learned(self, client: Client) -> None:
        version = client.model_version("risk/credit-scorer@challenger")
        assert version is not None
        assert version.run is not None
        measured = client.run_series(version.run.id)
        assert measured is not None

        assert [(each.key, each.count) for each in measured.series] == [("train.log_loss", 60)]

    def test_the_trials(self, client: Client) -> None:
        trials = RunWhere(experiment=RefFilter(eq="risk/credit-scorer-trials"))

        assert len(client.runs(trials, first=100).nodes) == 4

    def test_the_evidence(self, client: Client) -> None:
        champion = RefFilter(eq="risk/credit-scorer@champion")
        evaluations = client.evaluations(EvaluationWhere(model_version=champion)).nodes

        assert {each.suite for each in evaluations} == {"unseen-credits"}


class TestImpactOfTheWrongFile:
    def test_finds_what_another_team_runs(self, client: Client) -> None:
        impact = client.impact([WRONG])

        assert {"collections/early-contact-batch", "collections/dialler"} <= refs(impact)
        assert impact.complete

    def test_the_scorer_in_production_is_not_affected_any_more(self, client: Client) -> None:
        assert PRODUCTION not in refs(client.impact([WRONG]))

    def test_it_was_in_september(self, client: Client) -> None:
        model = client.model("risk/credit-scorer")
        assert model is not None
        september = next(each.since for each in model.aliases if each.name == "challenger")

        assert PRODUCTION in refs(client.impact([WRONG], as_of=september))

    def test_is_explained_step_by_step(self, client: Client) -> None:
        impact = client.impact([WRONG])
        item = next(each for each in impact.items if each.node.ref == "collections/dialler")
        steps = item.explanation

        assert [node.ref for node in steps.nodes if node.typename__ != "Run"] == [
            WRONG,
            "risk/credits#2026-08",
            "collections/scored-outcomes#2026-08",
            "collections/early-contact:1",
            "collections/early-contact-batch",
            "collections/dialler",
        ]
        assert [(edge.from_, edge.to) for edge in steps.edges] == [
            (one.id, other.id) for one, other in zip(steps.nodes, steps.nodes[1:], strict=False)
        ]
        assert item.distance == steps.length == len(steps.edges)
