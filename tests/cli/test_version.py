"""`lineal version register`"""

import hashlib
import json
from pathlib import Path

import pytest

from lineal.client import Client
from tests.asking import unique
from tests.cli.conftest import Lineal

FILE = """
create_model: {{owners: [ada]}}
label: "2026.10"
digest: sha256:{digest}
parameters: {{C: 1e-3, norm: off, layers: 3, day: 2026-11-01, on: true}}
run:
  name: train
  source: {{commit: abc1234, entry_point: "train:main"}}
  inputs:
    - role: train
      datasetVersion: {{dataset: {ns}/data, createDataset: {{}}, label: a, row_count: 10}}
  metrics: {{auc: 0.8}}
"""


@pytest.fixture
def text(ns: str) -> str:
    """A file that says all that is needed but the model."""
    return FILE.format(ns=ns, digest=hashlib.sha256(ns.encode()).hexdigest())


class TestRegister:
    def test_prints_the_ref_alone(self, lineal: Lineal, ns: str) -> None:
        said = lineal("version", "register", f"{ns}/scorer", "--create-model", "--owner", "ada")

        assert (said.code, said.out) == (0, f"{ns}/scorer:1\n")
        assert said.err == f"{ns}/scorer:1 is registered\n"

    def test_everything_by_flags(self, lineal: Lineal, client: Client, world: str) -> None:
        flags = {
            "--digest": "sha256:0123456789",
            "--uri": "s3://models/7",
            "--label": "1.2.3",
            "--framework": "scikit-learn",
            "--description": "Better",
            "--size-bytes": "12",
            "--tag": "nightly",
            "--metric": "auc=0.81",
            "--dataset": f"validation={world}/raw#1",
            "--input": f"{world}/clean#1",
            "--base": f"{world}/scorer:1=distilled",
            "--run-name": "nightly-7",
            "--commit": "abc1234",
            "--repository": "https://git.example/risk",
            "--entry-point": "train:main",
        }
        told = [word for pair in flags.items() for word in pair]

        said = lineal("version", "register", f"{world}/scorer", *told, "--json")

        assert said.code == 0
        version = json.loads(said.out)
        assert version["digest"] == "sha256:0123456789"
        assert version["uri"] == "s3://models/7"
        assert version["label"] == "1.2.3"
        assert version["framework"] == "scikit-learn"
        assert version["description"] == "Better"
        assert version["sizeBytes"] == 12
        assert version["tags"] == ["nightly"]
        assert version["metrics"] == [{"key": "auc", "value": 0.81}]
        assert [base["how"] for base in version["bases"]] == ["distilled"]
        run = client.run(version["run"]["id"])
        assert run is not None
        assert run.name == "nightly-7"
        assert run.source.commit == "abc1234"
        assert run.source.repository == "https://git.example/risk"
        assert run.source.entry_point == "train:main"
        read = {(each.role, each.node.ref) for each in run.inputs}
        assert {("train", f"{world}/clean#1"), ("validation", f"{world}/raw#1")} <= read

    def test_parameters_have_the_type_that_json_sees(self, lineal: Lineal, world: str) -> None:
        given = ["a=1", "b=0.5", "c=true", "d=x=y", "e=null", 'f="1"', "g=[1]", "h="]
        told = [word for text in given for word in ("--param", text)]

        said = lineal("version", "register", f"{world}/scorer", *told, "--json")

        read = {each["key"]: each["value"] for each in json.loads(said.out)["parameters"]}
        assert read == {
            "a": 1, "b": 0.5, "c": True, "d": "x=y", "e": "null", "f": "1", "g": "[1]", "h": ""
        }  # fmt: skip

    def test_a_digest_and_a_size_of_a_file(
        self, lineal: Lineal, world: str, tmp_path: Path
    ) -> None:
        file = tmp_path / "model.bin"
        file.write_bytes(world.encode())

        said = lineal("version", "register", f"{world}/scorer", "--digest-of", str(file), "--json")

        version = json.loads(said.out)
        assert version["digest"] == f"sha256:{hashlib.sha256(world.encode()).hexdigest()}"
        assert version["sizeBytes"] == len(world)

    def test_what_its_run_was_started_with(
        self, lineal: Lineal, client: Client, world: str, tmp_path: Path
    ) -> None:
        (tmp_path / "uv.lock").write_text("version = 1")
        (tmp_path / "freeze.txt").write_text(
            "# all\npolars==1.31.0\nJinja2 == 3.1.6 ; python_version > '3'\n-e git+https://x\n"
        )

        said = lineal(
            *("version", "register", f"{world}/scorer", "--commit", "abc"),
            *("--argument=--depth", "--argument=4", "--argument", ""),
            *("--no-uncommitted-changes", "--image-digest", "sha256:0123456789"),
            *("--lock-file", str(tmp_path / "uv.lock"), "--python-version", "3.13.2"),
            *("--packages", str(tmp_path / "freeze.txt"), "--json"),
        )

        run = client.run(json.loads(said.out)["run"]["id"])
        assert run is not None
        assert run.source.arguments == ["--depth", "4", ""]
        assert run.source.uncommitted_changes is False
        lock = f"sha256:{hashlib.sha256(b'version = 1').hexdigest()}"
        environment = run.environment
        assert (environment.image_digest, environment.lock_digest, environment.python_version) == (
            "sha256:0123456789",
            lock,
            "3.13.2",
        )
        packages = client.run_packages(run.id)
        assert packages is not None
        assert packages.environment.packages == {"Jinja2": "3.1.6", "polars": "1.31.0"}

    def test_only_arguments_make_a_run(self, lineal: Lineal, client: Client, world: str) -> None:
        said = lineal("version", "register", f"{world}/scorer", "--argument", "4", "--json")

        run = client.run(json.loads(said.out)["run"]["id"])
        assert run is not None
        assert (run.source.arguments, run.source.uncommitted_changes) == (["4"], None)

    @pytest.mark.parametrize("option", ["--lock-file", "--packages"])
    def test_a_file_that_is_not_there(self, lineal: Lineal, world: str, option: str) -> None:
        said = lineal("version", "register", f"{world}/scorer", option, "/none/there")

        assert (said.code, said.out) == (2, "")
        assert option in said.err

    def test_a_run_that_is_there(self, lineal: Lineal, client: Client, world: str) -> None:
        run = client.start_run(world, name="training")

        said = lineal("version", "register", f"{world}/scorer", "--run", run.id, "--json")

        assert json.loads(said.out)["run"]["id"] == run.id

    def test_a_dry_run_registers_nothing(self, lineal: Lineal, client: Client, world: str) -> None:
        said = lineal("version", "register", f"{world}/scorer", "--dry-run")

        assert (said.code, said.out) == (0, f"{world}/scorer:3\n")
        assert "would be" in said.err
        assert client.model_version(f"{world}/scorer:3") is None

    def test_an_idempotency_key_is_done_once(self, lineal: Lineal, world: str) -> None:
        told = ("version", "register", f"{world}/scorer", "--idempotency-key", unique("job"))

        assert [lineal(*told).out, lineal(*told).out] == [f"{world}/scorer:3\n"] * 2


class TestFile:
    def test_says_it_all(
        self, lineal: Lineal, client: Client, ns: str, text: str, tmp_path: Path
    ) -> None:
        file = tmp_path / "version.yaml"
        file.write_text(f"model: {ns}/scorer\n{text}")

        said = lineal("version", "register", "--file", str(file))

        assert (said.code, said.out) == (0, f"{ns}/scorer:1\n")
        version = client.model_version(f"{ns}/scorer:1")
        assert version is not None
        assert version.label == "2026.10"
        assert version.metrics == {"auc": 0.8}
        data = client.dataset_version(f"{ns}/data#a")
        assert data is not None
        assert data.row_count == 10

    def test_yaml_means_what_it_looks_like(
        self, lineal: Lineal, client: Client, ns: str, text: str
    ) -> None:
        lineal("version", "register", f"{ns}/scorer", "--file", "-", stdin=text)

        version = client.model_version(f"{ns}/scorer:1")
        assert version is not None
        assert version.parameters == {
            "C": 0.001, "norm": "off", "layers": 3, "day": "2026-11-01", "on": True
        }  # fmt: skip

    def test_json_from_standard_input(self, lineal: Lineal, ns: str) -> None:
        given = {"createModel": {}, "parameters": [{"key": "C", "value": 1e-3}], "sizeBytes": 3}

        said = lineal(
            "version", "register", f"{ns}/scorer", "-f", "-", "--json", stdin=json.dumps(given)
        )

        version = json.loads(said.out)
        assert version["parameters"] == [{"key": "C", "value": 0.001}]
        assert version["sizeBytes"] == 3

    def test_flags_win_and_add(self, lineal: Lineal, client: Client, world: str) -> None:
        text = """
            label: old
            size_bytes: 1
            tags: [a]
            parameters: {C: 1, depth: 2}
            run: {name: train, metrics: {auc: 0.1}, source: {commit: abc}}
        """
        flags = ["--label", "new", "--size-bytes", "2", "--tag", "b", "--param", "C=3"]
        more = ["--metric", "ks=0.2", "--entry-point", "train:main"]

        said = lineal(
            "version", "register", f"{world}/scorer", "-f", "-", *flags, *more, stdin=text
        )

        version = client.model_version(said.out.strip())
        assert version is not None
        assert (version.label, version.size_bytes, version.tags) == ("new", 2, ["a", "b"])
        assert version.parameters == {"C": 3, "depth": 2}
        assert version.metrics == {"auc": 0.1, "ks": 0.2}
        assert version.run is not None
        run = client.run(version.run.id)
        assert run is not None
        assert (run.source.commit, run.source.entry_point) == ("abc", "train:main")

    @pytest.mark.parametrize(
        ("text", "said"),
        [
            ("framwork: x", "framwork is not a key: did you mean framework?"),
            ("run: {nmae: x}", "run.nmae is not a key: did you mean name?"),
            (
                "run: {name: x, inputs: [{dataset_version: {row_cuont: 1}}]}",
                "run.inputs[0].dataset_version.row_cuont is not a key: did you mean rowCount?",
            ),
            ("label: 2026.10", "label: 2026.1 is not a text; put it in quotes"),
            ("run: {kind: TRAINING}", "run.name is missing"),
            ("run: {name: x, kind: train}", "run.kind: 'train' is not 'TRAINING', "),
            ("parameters: {a: [1]}", "parameters.a: [1] is not a text, a number or a boolean"),
            ("metrics: {a: b}", "metrics.a: 'b' is not a number"),
            ("metrics: {a: 1e999}", "metrics.a: inf is not a finite number"),
            ("metrics: {fine: 1, a: .nan}", "metrics.a: nan is not a finite number"),
            ("metrics: {a: -.INF}", "metrics.a: -inf is not a finite number"),
            ("parameters: {a: &x [*x]}", "it has itself as a part"),
            ("[1, 2]", "standard input must have keys and values"),
            ('{"a"', "standard input is neither YAML nor JSON"),
            ("a: [", "standard input is neither YAML nor JSON"),
        ],
    )
    def test_a_mistake_is_named(self, lineal: Lineal, text: str, said: str) -> None:
        refused = lineal("version", "register", "risk/scorer", "--file", "-", stdin=text)

        assert (refused.code, refused.out) == (2, "")
        assert said in refused.err
        assert len(refused.err.splitlines()) == 1


class TestFromCi:
    def test_takes_commit_and_repository(
        self, lineal: Lineal, client: Client, world: str, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setenv("GITHUB_SHA", "abc1234")
        monkeypatch.setenv("GITHUB_SERVER_URL", "https://git.example")
        monkeypatch.setenv("GITHUB_REPOSITORY", "risk/models")

        said = lineal("version", "register", f"{world}/scorer", "--from-ci")

        version = client.model_version(said.out.strip())
        assert version is not None
        assert version.run is not None
        run = client.run(version.run.id)
        assert run is not None
        assert run.source.commit == "abc1234"
        assert run.source.repository == "https://git.example/risk/models"

    def test_leaves_out_credentials_and_yields_to_flags(
        self, lineal: Lineal, client: Client, world: str, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setenv("GIT_COMMIT", "abc1234")
        monkeypatch.setenv("GIT_URL", "https://bot:word@git.example/risk.git")

        said = lineal("version", "register", f"{world}/scorer", "--from-ci", "--commit", "def")

        version = client.model_version(said.out.strip())
        assert version is not None
        assert version.run is not None
        run = client.run(version.run.id)
        assert run is not None
        assert run.source.commit == "def"
        assert run.source.repository == "https://git.example/risk.git"

    def test_nothing_is_read_unless_asked(
        self, lineal: Lineal, world: str, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setenv("GITHUB_SHA", "abc1234")

        said = lineal("version", "register", f"{world}/scorer", "--json")

        assert json.loads(said.out)["run"] is None

    def test_nothing_to_take_is_a_mistake(self, lineal: Lineal) -> None:
        said = lineal("version", "register", "risk/scorer", "--from-ci")

        assert said.code == 2
        assert "none of GITHUB_SHA" in said.err


class TestRefused:
    def test_a_digest_that_is_there_exits_with_1(self, lineal: Lineal, world: str) -> None:
        told = ("version", "register", f"{world}/scorer", "--digest", "sha256:0123456789")
        lineal(*told)

        again = lineal(*told)
        reused = lineal(*told, "--on-duplicate", "reuse")

        assert (again.code, again.out) == (1, "")
        assert f"{world}/scorer:3 already has the digest" in again.err
        assert len(again.err.splitlines()) == 1
        assert (reused.code, reused.out) == (0, f"{world}/scorer:3\n")

    def test_a_model_that_is_not_there_exits_with_1(self, lineal: Lineal, ns: str) -> None:
        said = lineal("version", "register", f"{ns}/scorer")

        assert (said.code, said.out) == (1, "")
        assert f"{ns}/scorer" in said.err

    def test_a_server_that_is_not_there_exits_with_1(self, lineal: Lineal) -> None:
        said = lineal("version", "register", "risk/scorer", "--url", "http://127.0.0.1:9")

        assert said.code == 1
        assert "No Lineal answers at http://127.0.0.1:9/graphql" in said.err
        assert len(said.err.splitlines()) == 1

    @pytest.mark.parametrize(
        ("arguments", "said"),
        [
            ([], "give the MODEL"),
            (["risk/scorer", "--metric", "auc=high"], "auc=high is not a finite number"),
            (["risk/scorer", "--metric", "auc=nan"], "auc=nan is not a finite number"),
            (["risk/scorer", "--param", "C"], "C is not KEY=VALUE"),
            (["risk/scorer", "--owner", "ada"], "need --create-model"),
            (["risk/scorer", "--file", "nowhere.yaml"], "cannot read nowhere.yaml"),
            (["risk/scorer", "--digest-of", "nowhere"], "cannot read nowhere"),
            (["risk/scorer", "--digest-of", "."], "cannot read ."),
            (["risk/scorer", "--digest", "a", "--digest-of", "b"], "not both"),
            (["risk/scorer", "--run", "x", "--commit", "y"], "leave --run out"),
            (["risk/scorer", "--on-duplicate", "ignore"], "'ignore' is not one of"),
            (["risk/scorer", "--colour", "red"], "No such option: --colour"),
        ],
    )
    def test_a_wrong_call_exits_with_2(
        self, lineal: Lineal, arguments: list[str], said: str
    ) -> None:
        refused = lineal("version", "register", *arguments)

        assert (refused.code, refused.out) == (2, "")
        assert said in refused.err
        assert len(refused.err.splitlines()) == 1
        assert "(see lineal version register --help)" in refused.err
