"""Every command and query of the README is run, and answers what the README says."""

import json
import re
import runpy
import shlex
from pathlib import Path
from typing import Any

import httpx
import pytest
import yaml
from rich.progress import Progress

from lineal.client import Client
from lineal.demo.complete import is_complete
from lineal.demo.fill import fill
from lineal.settings import Settings
from tests import pages
from tests.cli.conftest import Lineal, lineal
from tests.client.serving import server

__all__ = ["lineal", "server"]

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
NAMESPACE = "quickstart"


def blocks(language: str) -> list[str]:
    """Returns the code blocks of a language, in their order."""
    return [text for each, text in pages.blocks(README) if each == language]


def post(url: str, query: str) -> Any:
    return httpx.post(url, json={"query": query}, timeout=60).json()


@pytest.fixture(scope="module")
def demo(server: str, tmp_path_factory: pytest.TempPathFactory) -> str:
    """The address of a server whose registry `lineal demo` has filled."""
    with Client(server, deadline=120) as client:
        if not is_complete(client):
            fill(client, tmp_path_factory.mktemp("demo"), Progress(disable=True))
    return server


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


class TestImpact:
    def test_answers_what_it_says(self, demo: str) -> None:
        query, answer = blocks("graphql")[0], json.loads(blocks("json")[0])

        assert without_ids(post(demo, query)) == without_ids(answer)


class TestTour:
    """In this order: each step stands on the one before."""

    def test_the_commands_say_what_it_says(self, lineal: Lineal, folder: Path) -> None:
        (spec,) = blocks("yaml")
        (folder / "version.yaml").write_text(spec, encoding="utf-8")
        (session,) = blocks("console")

        for command, output in pages.commands(session):
            name, *arguments = shlex.split(command)
            said = lineal(*arguments)

            assert name == "lineal"
            assert (said.code, said.out) == (0, output), said.err

    def test_the_gate_closes(self, lineal: Lineal) -> None:
        (line,) = re.findall(r"`lineal impact … (--fail-on \S+)`", README)

        assert lineal("impact", f"{NAMESPACE}/customers#2026-11", *line.split()).code == 2

    def test_the_client_registers(
        self, server: str, folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: Any
    ) -> None:
        monkeypatch.setenv("LINEAL_URL", server)
        (script,) = blocks("python")
        (folder / "register.py").write_text(script, encoding="utf-8")

        for expected in (f"{NAMESPACE}/churn:2", f"ALREADY_EXISTS {NAMESPACE}/churn:2"):
            runpy.run_path("register.py")
            assert capsys.readouterr().out == f"{expected}\n"

    def test_the_mutation_is_refused_as_it_says(self, server: str) -> None:
        query, answer = blocks("graphql")[1], json.loads(blocks("json")[1])

        assert post(server, query) == answer


def _typed(value: object) -> str:
    """Returns a setting's value as one types it."""
    return str(value).lower() if isinstance(value, bool) else str(value)


class TestTeam:
    def test_every_setting_is_in_the_table(self) -> None:
        rows = re.findall(r"^\| `LINEAL_(\w+)` \|([^|]*)\| ([^|]*) \|$", README, re.MULTILINE)
        fields = Settings.model_fields

        assert {name.lower() for name, _, _ in rows} == set(fields)
        for name, default, meaning in rows:
            field = fields[name.lower()]
            assert meaning == field.description
            if field.default_factory is None:
                shown = default.strip().strip("`")
                assert shown == ("" if field.default in (None, ()) else _typed(field.default))

    def test_compose_sets_only_what_is_a_setting(self) -> None:
        compose = yaml.safe_load((ROOT / "docker-compose.yml").read_text())
        names = [
            name.removeprefix("LINEAL_").lower()
            for name in compose["services"]["lineal"]["environment"]
        ]

        assert set(compose["services"]) == {"neo4j", "azurite", "lineal"}
        assert set(names) <= set(Settings.model_fields)

    def test_what_compose_takes_is_in_the_example(self) -> None:
        taken = re.findall(r"\$\{(\w+)", (ROOT / "docker-compose.yml").read_text())
        given = re.findall(r"^(\w+)=", (ROOT / ".env.example").read_text(), re.MULTILINE)

        assert set(taken) == set(given)
        assert "cp .env.example .env" in README


class TestMake:
    def test_every_target_is_there(self) -> None:
        makefile = (ROOT / "Makefile").read_text()
        for target in re.findall(r"`?make (\w+)", "\n".join([*blocks("sh"), README])):
            if target not in ("and", "or"):
                assert re.search(rf"^{target}:", makefile, re.MULTILINE), target

    def test_every_link_leads_somewhere(self) -> None:
        for link in re.findall(r"\]\((?!https?:)([^)]+)\)", README):
            assert (ROOT / link).exists(), link


def without_ids(value: Any) -> Any:
    """Returns an answer with the refs of runs, which are ids, left out."""
    if isinstance(value, list):
        return [without_ids(each) for each in value]
    if isinstance(value, dict):
        return {k: without_ids(v) for k, v in value.items() if not (k == "ref" and "name" in value)}
    return value
