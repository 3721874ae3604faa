"""`lineal reproduce`"""

import hashlib
import json
import os
import subprocess
from pathlib import Path
from typing import Any

import pytest

from lineal.cli.reproduction import script
from lineal.client import (
    Client,
    EndedRunDetails,
    ModelDetails,
    Reproduction,
    RunEnvironmentInput,
    RunSourceInput,
)
from tests.cli.conftest import Lineal

COMMIT = "4be1d02aa9"
LOCK = hashlib.sha256(b"version = 1").hexdigest()
GIT = """#!/bin/sh
printf '%s\\n' "$*" >>"$LOG"
case $1 in
clone) mkdir "$4"; printf 'version = 1' >"$4/uv.lock" ;;
rev-parse) echo "$HEAD" ;;
esac
"""
PYTHON = """#!/bin/sh
for each in "$@"; do printf '[%s]' "$each"; done >>"$LOG"
"""
CANARY = "touch canary"
HOSTILE = [
    f"x\n{CANARY}\n",
    f"x\r\n{CANARY}",
    f"';{CANARY};'",
    f'";{CANARY};"',
    f"$({CANARY})",
    f"`{CANARY}`",
    f"x; {CANARY} #",
    f"x & {CANARY} |",
    "\\\n" + CANARY,
    "-oProxyCommand=touch${IFS}canary",
    f"--upload-pack={CANARY}",
    f"ext::sh -c {CANARY}",
    f"https://x/'\n{CANARY}\n'",
    "ssh://-oProxyCommand=touch${IFS}canary/x",
    f"git@-x:$({CANARY})",
    f"https://git.example/$({CANARY}).git",
    f"https://git.example/';{CANARY};'",
    "@command@ {command} %s %n",
    "\x1b]0;x\x07\u202e\u2028\x7f\x00",
    f"abcdef1;{CANARY}",
    f"train.py;{CANARY}",
    f"train:main();{CANARY}",
    "__import__('os').system('touch canary')",
]


def version(name: str = "risk/customers#1", **given: Any) -> dict[str, Any]:
    return {"__typename": "DatasetVersion", "id": "1", "ref": name, "uri": None, **given}


def reproduction(**given: Any) -> Reproduction:
    """Returns a reproduction of which everything is recorded, but for what is given instead."""
    source = {
        "repository": "https://git.example/risk.git",
        "commit": COMMIT,
        "entryPoint": "src/train.py",
        "arguments": ["--depth", "4", "a b", ""],
        "uncommittedChanges": False,
        "diffDigest": None,
    }
    environment = {
        "imageDigest": None,
        "lockDigest": f"sha256:{LOCK}",
        "pythonVersion": "3.13.2",
        "packages": [{"name": "polars", "version": "1.31.0"}],
    }
    told = {
        "run": None,
        "source": source | given.pop("source", {}),
        "environment": environment | given.pop("environment", {}),
        "parameters": [{"key": "depth", "value": 4}],
        "seeds": [],
        "data": [{"role": "train", "version": version(digest="sha256:1")}],
        "models": [],
        "bases": [],
        "complete": True,
        "missing": [],
    }
    whole = {"id": "1", "ref": "risk/scorer:1", "uri": None, "digest": None, "framework": None}
    return Reproduction.model_validate({**whole, "reproduction": told | given})


class Shell:
    """A folder in which scripts run, with a git and a Python that only tell what they were told."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.log = folder / "log"
        bin_ = folder / "bin"
        bin_.mkdir()
        for name, text in (("git", GIT), ("python3", PYTHON)):
            (bin_ / name).write_text(text)
            (bin_ / name).chmod(0o755)
        self.variables = os.environ | {
            "PATH": f"{bin_}:{os.environ['PATH']}",
            "LOG": str(self.log),
            "HEAD": COMMIT + "0" * 30,
        }

    def run(
        self, text: str, *arguments: str, answer: str = "", **variables: str
    ) -> subprocess.CompletedProcess[str]:
        """Returns how the script ended; what it did is in `logged`."""
        (self.folder / "again.sh").write_text(text)
        return subprocess.run(
            ["sh", "again.sh", *arguments],
            cwd=self.folder,
            env=self.variables | variables,
            input=answer,
            capture_output=True,
            text=True,
        )

    def logged(self) -> list[str]:
        return self.log.read_text().splitlines() if self.log.exists() else []

    def canaries(self) -> list[Path]:
        return [*self.folder.rglob("canary*")]


@pytest.fixture
def shell(tmp_path: Path) -> Shell:
    return Shell(tmp_path)


class TestScript:
    def test_clones_checks_out_verifies_and_starts_what_is_confirmed(self, shell: Shell) -> None:
        done = shell.run(script(reproduction()), answer="yes\n")

        assert done.returncode == 0, done.stderr
        assert shell.logged() == [
            "clone -- https://git.example/risk.git reproduction",
            f"-C reproduction checkout --quiet --detach {COMMIT}",
            "rev-parse HEAD",
            "[src/train.py][--depth][4][a b][]",
        ]
        assert "is the one that was recorded" in done.stdout

    @pytest.mark.parametrize("answer", ["", "no\n", "YES\n", "y\n"])
    def test_starts_nothing_that_is_not_confirmed(self, shell: Shell, answer: str) -> None:
        done = shell.run(script(reproduction()), answer=answer)

        assert done.returncode == 1
        assert "Nothing was started" in done.stderr
        assert len(shell.logged()) == 3

    def test_uses_a_directory_that_is_there(self, shell: Shell) -> None:
        (shell.folder / "-code here").mkdir()
        done = shell.run(script(reproduction()), "-code here", answer="yes\n")

        assert done.returncode == 0, done.stderr
        assert not any(" -- " in line or "checkout" in line for line in shell.logged())
        assert "No lock file has the digest" in done.stderr

    def test_stops_at_another_commit(self, shell: Shell) -> None:
        done = shell.run(script(reproduction()), answer="yes\n", HEAD="0" * 40)

        assert done.returncode == 1
        assert "not the commit" in done.stderr

    @pytest.mark.parametrize("arguments", [None, ["--token=<redacted>"], ["a\nb"]])
    def test_takes_arguments_that_it_does_not_know(
        self, shell: Shell, arguments: list[str] | None
    ) -> None:
        text = script(reproduction(source={"arguments": arguments}))
        shell.run(text, "code", "--depth", "a b", answer="yes\n")

        assert shell.logged()[-1] == "[src/train.py][--depth][a b]"

    @pytest.mark.parametrize(
        ("entry_point", "started"),
        [
            ("risk.train", "[-m][risk.train]"),
            ("risk.train:main", "[-c][import risk.train; risk.train.main()]"),
            ("train.py", "[train.py]"),
        ],
    )
    def test_starts_by_the_form_of_the_entry_point(
        self, shell: Shell, entry_point: str, started: str
    ) -> None:
        text = script(reproduction(source={"entryPoint": entry_point, "arguments": []}))
        shell.run(text, answer="yes\n")

        assert shell.logged()[-1] == started

    @pytest.mark.parametrize(
        "repository",
        [
            "https://git.example/a/b.git",
            "ssh://git@git.example:22/a/b.git",
            "git@git.example:a/b.git",
        ],
    )
    def test_clones_what_has_a_known_form(self, shell: Shell, repository: str) -> None:
        shell.run(script(reproduction(source={"repository": repository})))

        assert shell.logged()[0] == f"clone -- {repository} reproduction"

    @pytest.mark.parametrize(
        "repository",
        [
            *("http://git.example/a", "file:///etc", "/srv/git/a", "ext::sh -c x", "--help"),
            *("ssh://-x/a", "git@-x:a", "git@x:-a", "https://git.example/a b", None),
        ],
    )
    def test_clones_nothing_else(self, shell: Shell, repository: str | None) -> None:
        done = shell.run(script(reproduction(source={"repository": repository})))

        assert (done.returncode, shell.logged()) == (1, [])
        assert "give the directory" in done.stderr

    @pytest.mark.parametrize("commit", [None, "main", "4be1d0", "--help", "g" * 40, "a" * 65])
    def test_checks_out_only_a_commit(self, shell: Shell, commit: str | None) -> None:
        shell.run(script(reproduction(source={"commit": commit})))

        assert not any("checkout" in line for line in shell.logged())


class TestHostile:
    @pytest.mark.parametrize("value", HOSTILE)
    def test_nothing_of_it_is_run(self, shell: Shell, value: str) -> None:
        text = script(hostile(value))
        subprocess.run(["sh", "-n"], input=text, text=True, check=True)
        shell.run(text, answer="yes\n")
        (shell.folder / "reproduction").mkdir(exist_ok=True)
        shell.run(text, answer="yes\n")

        assert shell.canaries() == []

    @pytest.mark.parametrize("value", HOSTILE)
    @pytest.mark.parametrize("field", ["repository", "commit", "entryPoint", "arguments"])
    def test_nor_of_one_field_where_the_rest_is_known(
        self, shell: Shell, value: str, field: str
    ) -> None:
        text = script(reproduction(source={field: [value] if field == "arguments" else value}))
        shell.run(text, answer="yes\n")

        assert shell.canaries() == []

    @pytest.mark.parametrize("value", HOSTILE)
    def test_comments_stay_comments_in_ascii(self, value: str) -> None:
        known = script(reproduction()).splitlines()
        lines = script(hostile(value, source={})).split("\n")
        comments = [line for line in lines if line.startswith("#")]

        assert all(" " <= char <= "~" for line in comments for char in line)
        assert len(lines) - len(comments) <= len(known)

    def test_arguments_arrive_as_they_were(self, shell: Shell) -> None:
        arguments = ["'", '"', "$(touch canary)", "`touch canary`", "größe", "*", "~", "-", "\\n"]
        text = script(reproduction(source={"arguments": arguments}))
        shell.run(text, answer="yes\n")

        assert shell.logged()[-1] == "".join(f"[{each}]" for each in ["src/train.py", *arguments])
        assert shell.canaries() == []


def hostile(value: str, **instead: Any) -> Reproduction:
    """Returns a reproduction all of whose texts are this one."""
    source = {
        "repository": value,
        "commit": value,
        "entryPoint": value,
        "arguments": [value],
        "diffDigest": value,
    }
    told = {
        "source": source,
        "environment": {
            "imageDigest": value,
            "lockDigest": value,
            "pythonVersion": value,
            "packages": [{"name": value, "version": value}],
        },
        "parameters": [{"key": value, "value": value}],
        "seeds": [{"key": value, "value": value}],
        "data": [{"role": value, "version": version(value, uri=value, digest=value)}],
        "missing": [{"code": "RUN", "message": value, "ref": value}],
    }
    return reproduction(**(told | instead)).model_copy(update={"ref": value})


@pytest.fixture
def scorer(client: Client, ns: str) -> str:
    """The ref of a version with a run of which a part is recorded."""
    source = RunSourceInput(
        repository="https://git.example/risk.git", commit=COMMIT, entry_point="train.py"
    )
    environment = RunEnvironmentInput(lock_digest=f"sha256:{LOCK}", packages={"polars": "1"})
    return client.register_model_version(
        f"{ns}/scorer",
        create_model=ModelDetails(),
        run=EndedRunDetails(name="train", source=source, environment=environment),
        parameters={"depth": 4},
    ).ref


class TestReproduce:
    def test_prints_a_script(self, lineal: Lineal, scorer: str) -> None:
        said = lineal("reproduce", scorer)

        assert said.code == 0
        assert said.out.startswith("#!/bin/sh\n")
        assert f"checkout --quiet --detach {COMMIT}\n" in said.out
        assert "With which arguments it was started was not recorded\n" in said.err
        assert said.err.endswith("that would be needed were never recorded\n")

    def test_json(self, lineal: Lineal, scorer: str) -> None:
        said = lineal("reproduce", scorer, "--json")
        told = json.loads(said.out)

        assert told["ref"] == scorer
        assert told["reproduction"]["source"]["commit"] == COMMIT
        assert told["reproduction"]["environment"]["packages"] == [
            {"name": "polars", "version": "1"}
        ]
        assert "ARGUMENTS" in [each["code"] for each in told["reproduction"]["missing"]]

    @pytest.mark.parametrize("as_json", [[], ["--json"]])
    def test_to_a_file(
        self, lineal: Lineal, scorer: str, tmp_path: Path, as_json: list[str]
    ) -> None:
        file = tmp_path / "again"
        said = lineal("reproduce", scorer, "--output", str(file), *as_json)

        assert (said.code, said.out) == (0, "")
        assert file.read_text() == lineal("reproduce", scorer, *as_json).out

    def test_to_a_file_that_cannot_be(self, lineal: Lineal, scorer: str) -> None:
        said = lineal("reproduce", scorer, "--output", "/none/there")

        assert (said.code, said.out) == (2, "")
        assert "cannot write /none/there" in said.err

    def test_of_nothing_exits_with_1(self, lineal: Lineal, ns: str) -> None:
        said = lineal("reproduce", f"{ns}/scorer:9")

        assert (said.code, said.out) == (1, "")
        assert said.err == f"There is no model version named {ns}/scorer:9\n"
