"""The credit risk example's pipeline, without a registry."""

import hashlib
import subprocess
import sys
from collections import Counter
from datetime import UTC, datetime
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest

from examples.credit_risk import Lab, steps, story
from examples.credit_risk.facts import (
    Alias,
    DatasetVersion,
    Deployment,
    Fact,
    Feed,
    ModelVersion,
    Named,
    Rollback,
    Run,
)
from examples.credit_risk.features import AFFORDABILITY, SCORECARD, Recipe
from examples.credit_risk.provenance import provenance, without_credentials
from examples.credit_risk.sources import (
    SOUTH_GERMAN,
    STATLOG,
    Source,
    identities,
    meaning,
    read_codes,
)
from examples.credit_risk.steps import split_of
from examples.credit_risk.story import logistic_regression

ROOT = Path(__file__).parents[2]


def at_noon() -> datetime:
    return datetime(2026, 8, 1, 12, tzinfo=UTC)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("credit_risk")


@pytest.fixture(scope="module")
def facts(folder: Path) -> list[Fact]:
    return list(story(Lab(folder, at_noon)))


def versions(facts: list[Fact]) -> dict[str, ModelVersion]:
    return {fact.handle: fact for fact in facts if isinstance(fact, ModelVersion)}


def runs(facts: list[Fact]) -> list[Run]:
    inside = [fact.run for fact in facts if isinstance(fact, ModelVersion)]
    return [fact for fact in facts if isinstance(fact, Run)] + inside


def tables(facts: list[Fact]) -> dict[str, DatasetVersion]:
    written = [output for run in runs(facts) for output in run.outputs]
    told = [fact for fact in facts if isinstance(fact, DatasetVersion)] + written
    return {fact.handle: fact for fact in told}


def evaluations(facts: list[Fact]) -> dict[str, Run]:
    return {
        run.inputs[0].of: run
        for run in runs(facts)
        if run.kind == "EVALUATION" and "features-test" in run.inputs[1].of
    }


def files(facts: list[Fact]) -> list[DatasetVersion | ModelVersion]:
    return [*tables(facts).values(), *versions(facts).values()]


def path_of(uri: str) -> Path:
    return Path(unquote(urlsplit(uri).path))


def scorecard_auc(lab: Lab, source: Source) -> float:
    cleaned, _ = steps.clean(lab, source, steps.ingest(lab, source), source.label)
    splits = {"development": "development", "test": "test"}
    features, _ = steps.featurise(lab, cleaned, SCORECARD, source.label, splits)
    model, parameters = logistic_regression(C=0.3)
    fitted = steps.train(
        lab,
        model,
        features["development"],
        name="risk/credit-scorer",
        label=source.label,
        description="",
        parameters=parameters,
    )
    return steps.evaluate(lab, fitted, features["test"], cleaned).metrics["auc"]


class TestSources:
    @pytest.mark.parametrize("source", [STATLOG, SOUTH_GERMAN], ids=lambda source: source.label)
    def test_every_code_has_a_meaning(self, source: Source) -> None:
        rows = read_codes(source)

        assert len(rows) == 1000
        for row in rows:
            for column, code in row.items():
                assert meaning(source, column, code)

    def test_both_files_are_as_published(self) -> None:
        digests = [
            hashlib.sha256(source.path.read_bytes()).hexdigest()
            for source in (STATLOG, SOUTH_GERMAN)
        ]

        assert digests == [
            "3d775b09661d6d62efc72ca93b90bb6a79e6f733136c34580efcde87d91a5715",
            "5f363343f356ca38a0236baab849e472846399b2176ccc5bd686483dd8a7562f",
        ]

    def test_both_files_hold_the_same_credits(self) -> None:
        old, new = identities(read_codes(STATLOG)), identities(read_codes(SOUTH_GERMAN))

        assert len(set(old)) == 1000
        assert set(old) == set(new)

    def test_the_tables_of_codes_contradict_each_other(self) -> None:
        """What 1994 calls critical turns bad least often of all."""
        best = [row for row in read_codes(STATLOG) if row["history"] == "4"]
        bad = [row for row in best if meaning(STATLOG, "outcome", row["outcome"]) == "bad"]

        assert len(bad) / len(best) < 0.2
        assert meaning(STATLOG, "history", "4") == "critical or credits elsewhere"
        assert meaning(SOUTH_GERMAN, "history", "4") == "all repaid here"


class TestFeatures:
    @pytest.mark.parametrize("recipe", [SCORECARD, AFFORDABILITY], ids=lambda recipe: recipe.name)
    def test_sex_status_and_nationality_change_nothing(self, recipe: Recipe) -> None:
        row = read_codes(SOUTH_GERMAN)[0]
        credit = {column: meaning(SOUTH_GERMAN, column, code) for column, code in row.items()}
        other = credit | {"personal_status": "female, single", "foreign_worker": "yes"}

        assert recipe.compute(credit) == recipe.compute(other)

    def test_a_credit_stays_in_its_split(self) -> None:
        ids = identities(read_codes(STATLOG))
        sizes = Counter(split_of(credit_id) for credit_id in ids)

        assert set(sizes) == {"development", "test", "intake-2026-08", "intake-2026-10"}
        assert sizes["development"] > sizes["test"] > 150
        assert min(sizes.values()) > 150


class TestStory:
    def test_twice_the_same(self, facts: list[Fact], folder: Path) -> None:
        """Training again, in the same place at the same time, gives the same bytes."""
        assert list(story(Lab(folder, at_noon))) == facts

    def test_digests_and_sizes_are_those_of_the_files(self, facts: list[Fact]) -> None:
        assert len(files(facts)) > 15
        for file in files(facts):
            content = path_of(file.uri).read_bytes()
            assert file.digest == f"sha256:{hashlib.sha256(content).hexdigest()}"
            assert file.size_bytes == len(content)

    def test_row_counts_and_columns_are_those_of_the_files(self, facts: list[Fact]) -> None:
        for table in tables(facts).values():
            if table.dataset == "risk/german-credit":
                continue
            header, *rows = path_of(table.uri).read_text().splitlines()
            assert header.split(",") == [column.name for column in table.columns]
            assert len(rows) == table.row_count

    def test_every_column_that_is_made_or_used_is_there(self, facts: list[Fact]) -> None:
        known = {
            table.column(column.name)
            for table in tables(facts).values()
            for column in table.columns
        }
        for run in runs(facts):
            written = {table.column(each.name) for table in run.outputs for each in table.columns}
            assert written == {made.to for made in run.columns}
            assert {of for made in run.columns for of in made.of} <= known
        for version in versions(facts).values():
            assert version.features
            assert set(version.features) <= known

    def test_what_is_about_the_person_is_tagged_wherever_it_goes(self, facts: list[Fact]) -> None:
        tagged = {
            f"{table.dataset}.{column.name}"
            for table in tables(facts).values()
            for column in table.columns
            if "personal-data" in column.tags
        }

        assert {"risk/german-credit.age", "risk/credits.telephone"} <= tagged
        assert "risk/features-development.age" in tagged

    def test_what_learns_in_steps_tells_them(self, facts: list[Fact]) -> None:
        losses = versions(facts)["risk/credit-scorer/2026.9"].run.series["train.log_loss"]

        assert len(losses) == 60
        assert losses[-1] < losses[0]

    def test_writes_to_its_folder_only(self, facts: list[Fact], folder: Path) -> None:
        for file in files(facts):
            assert path_of(file.uri).is_relative_to(folder.resolve())

    def test_an_intake_has_no_outcome(self, facts: list[Fact]) -> None:
        for table in tables(facts).values():
            if table.dataset == "risk/features-intake":
                assert "outcome" not in {column.name for column in table.columns}

    def test_everything_read_was_told_before(self, facts: list[Fact]) -> None:
        known: set[str] = set()
        for fact in facts:
            run = fact.run if isinstance(fact, ModelVersion) else fact
            if isinstance(run, Run):
                assert {each.of for each in run.inputs} <= known
                known |= {output.handle for output in run.outputs}
            if isinstance(fact, (DatasetVersion, ModelVersion)):
                known.add(fact.handle)
            if isinstance(fact, (Alias, Deployment)):
                assert fact.version in known

    def test_everything_used_has_a_name_and_owners(self, facts: list[Fact]) -> None:
        named = {fact.ref: fact for fact in facts if isinstance(fact, Named)}
        used = {table.dataset for table in tables(facts).values()}
        used |= {version.model for version in versions(facts).values()}
        used |= {run.experiment for run in runs(facts) if run.experiment}
        feeds = [fact for fact in facts if isinstance(fact, Feed)]
        used |= {feed.consumer for feed in feeds if feed.consumer_kind == "application"}

        assert used == set(named)
        assert all(each.owners and each.description for each in named.values())


class TestModels:
    def test_metrics_are_sane(self, facts: list[Fact]) -> None:
        for evaluation in evaluations(facts).values():
            metrics = evaluation.metrics
            assert 0.65 < metrics["auc"] < 0.9
            assert 0.3 < metrics["ks"] < 0.7
            assert 0.1 < metrics["brier"] < 0.25
            assert 0.6 < metrics["accuracy"] < 0.9
            assert {"age=under 26", "age=26 and over"} <= set(evaluation.slices)

    def test_the_same_features_are_better_with_the_right_meanings(self, tmp_path: Path) -> None:
        """As the README tells: 0.70 with the table of 1994, 0.75 with that of 2019."""
        auc = [scorecard_auc(Lab(tmp_path), source) for source in (STATLOG, SOUTH_GERMAN)]

        assert auc == pytest.approx([0.70, 0.75], abs=0.01)

    def test_the_corrected_data_makes_a_better_scorecard(self, facts: list[Fact]) -> None:
        measured = evaluations(facts)
        wrong = measured["risk/credit-scorer/2026.8"].metrics["auc"]
        right = measured["risk/credit-scorer/2026.10"].metrics["auc"]

        assert right > wrong + 0.03

    def test_calibration_keeps_the_order_and_mends_the_mean(self, facts: list[Fact]) -> None:
        measured = evaluations(facts)
        base = measured["risk/credit-scorer/2026.10"].metrics
        calibrated = measured["risk/credit-scorer/2026.10.1"].metrics

        assert calibrated["auc"] == pytest.approx(base["auc"])
        assert abs(calibrated["calibration_gap"]) < 0.05 < abs(base["calibration_gap"])
        assert calibrated["brier"] < base["brier"]
        assert versions(facts)["risk/credit-scorer/2026.10.1"].bases == (
            "risk/credit-scorer/2026.10",
        )

    def test_what_is_not_calibrated_is_rolled_back(self, facts: list[Fact]) -> None:
        online = [
            fact
            for fact in facts
            if isinstance(fact, (Deployment, Rollback))
            and fact.deployment == "risk/credit-scorer-online"
        ]

        assert [getattr(fact, "version", "rolled back") for fact in online] == [
            "risk/credit-scorer/2026.8",
            "risk/credit-scorer/2026.9",
            "risk/credit-scorer/2026.10",
            "rolled back",
            "risk/credit-scorer/2026.10.1",
        ]

    def test_the_wrong_file_reaches_the_other_namespace(self, facts: list[Fact]) -> None:
        """Follows the arrows by hand: from the file of 1994 to what collections deployed."""
        reached = {"risk/german-credit#statlog-1994"}
        for fact in facts:
            run = fact.run if isinstance(fact, ModelVersion) else fact
            if isinstance(run, Run) and reached & {each.of for each in run.inputs}:
                reached |= {output.handle for output in run.outputs}
                if isinstance(fact, ModelVersion):
                    reached.add(fact.handle)
        last = {fact.deployment: fact.version for fact in facts if isinstance(fact, Deployment)}

        assert last["collections/early-contact-batch"] in reached
        assert last["risk/credit-scorer-online"] not in reached


class TestProvenance:
    def test_the_entry_point_does_all_of_it_again(self, facts: list[Fact], tmp_path: Path) -> None:
        [told] = {(run.provenance.entry_point, run.provenance.arguments) for run in runs(facts)}
        command = [sys.executable, "-m", told[0], *(told[1] or ()), "--out", str(tmp_path)]
        done = subprocess.run(command, capture_output=True, text=True, check=True, cwd=ROOT)

        assert len(done.stdout.splitlines()) == len(facts) + 1

    def test_a_commit_or_nothing(self) -> None:
        found = provenance()

        if found.commit is None:
            assert found.repository is None
            assert found.lock_digest is None
        else:
            assert len(found.commit) == 40

    @pytest.mark.parametrize(
        ("remote", "shown"),
        [
            ("https://name:word@git.example/a/b.git", "https://git.example/a/b.git"),
            ("https://git.example/a/b.git", "https://git.example/a/b.git"),
            ("git@git.example:a/b.git", "git@git.example:a/b.git"),
        ],
    )
    def test_a_remote_without_its_credentials(self, remote: str, shown: str) -> None:
        assert without_credentials(remote) == shown
