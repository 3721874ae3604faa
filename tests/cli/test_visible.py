"""What was registered never commands the terminal that it is shown in."""

import json
import re
from pathlib import Path

import pytest
from neo4j import GraphDatabase

import lineal.cli
from lineal.cli.visible import visible
from lineal.client import (
    Client,
    DeploymentDetails,
    EndedRunDetails,
    ModelDetails,
    PropertyInput,
    RunEnvironmentInput,
    RunInputInput,
    RunSourceInput,
)
from tests.asking import unique
from tests.cli.conftest import Lineal
from tests.conftest import Neo4j

HOSTILE = "\x1b[31mred\x07\x1b]0;title\x07 \x00\r\x7f\x9b2J \u202egnp.\u2066x"
HIDDEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")

# Whatever is a text of its own. The API refuses such texts now, which it did not always.
SPOIL = """
MATCH (n:Entity) WHERE n.namespace = $ns OR n.ref = $ns
SET n += {
  description: $text, tags: [$text], owners: [$text], createdBy: $text, statusReason: $text,
  intendedUse: $text, framework: $text, uri: $text, label: $text, suite: $text, environment: $text,
  platform: $text, endpoint: $text, image: $text, documentationTitles: [$text],
  documentationUrls: [$text], archivedBy: $text, archiveReason: $text, type: $text
}
SET n += CASE WHEN n:Run THEN {name: $text} ELSE {} END
WITH n
CALL (n) {
  WITH n UNWIND [key IN keys(n)
                 WHERE key =~ '(param|property|link|source|environment)[.].*'
                   AND n[key] IS :: STRING] AS key
  SET n[key] = $text
}
CALL (n) {
  MATCH (n)-[e]-() SET e += {role: $text, how: $text, by: $text, createdBy: $text}
}
CALL (n) {
  MATCH (event:Event)-[:ABOUT]->(n) SET event += {reason: $text, by: $text}
}
RETURN count(*) AS spoiled
"""


@pytest.fixture(scope="module")
def spoiled(server: str, neo4j: Neo4j) -> str:
    """A namespace in which every text that may be anything has what a terminal would obey."""
    with Client(server) as client:
        ns = client.create_namespace(unique("ns"), description="first", owners=["ada"]).name
        client.create_dataset(f"{ns}/raw", tags=["a"])
        client.register_dataset_version(f"{ns}/raw", label="1", columns={"income": "float"})
        for number in (1, 2):
            client.register_model_version(
                f"{ns}/scorer",
                create_model=ModelDetails() if number == 1 else None,
                framework="none",
                properties=[PropertyInput(key="team", text="a")],
                run=EndedRunDetails(
                    name="train",
                    status_reason="done",
                    inputs=[RunInputInput(ref=f"{ns}/raw#1")],
                    parameters={"depth": f"text {number}"},
                    source=RunSourceInput(repository="https://git.example/x", arguments=["a"]),
                    environment=RunEnvironmentInput(python_version="3.13"),
                ),
            )
        client.deploy_model_version(
            f"{ns}/scorer:1",
            deployment=f"{ns}/api",
            create_deployment=DeploymentDetails(environment="production"),
            reason="first",
        )
        client.set_alias(f"{ns}/scorer", alias="champion", version=f"{ns}/scorer:1", reason="first")
        client.update_model(f"{ns}/scorer", description="second")
    with GraphDatabase.driver(neo4j.uri, auth=(neo4j.user, neo4j.password)) as driver:
        driver.execute_query(SPOIL, ns=ns, text=HOSTILE)
    return ns


REFS = ("", "/raw", "/raw#1", "/scorer", "/scorer:1", "/api")
COMMANDS = [
    *(["show", f"NS{ref}"] for ref in REFS),
    *(["history", f"NS{ref}"] for ref in REFS),
    *(
        ["list", kind, "--namespace", "NS"]
        for kind in ("datasets", "models", "runs", "deployments")
    ),
    ["list", "versions", "--model", "NS/scorer"],
    ["list", "columns", "--dataset", "NS/raw"],
    ["compare", "NS/scorer:1", "NS/scorer:2", "--all"],
    ["compare", "NS/scorer:1", "NS/scorer:2", "--markdown"],
    ["lineage", "NS/scorer:1"],
    ["lineage", "NS/api"],
    ["impact", "NS/raw#1"],
    ["path", "NS/raw#1", "NS/api"],
    ["reproduce", "NS/scorer:1"],
    ["search", "scorer", "--namespace", "NS"],
    ["delete", "NS/api", "--dry-run"],
]


def hidden(text: str) -> str | None:
    """Returns the line of a text with what a terminal would obey, if there is one."""
    return next((repr(line) for line in text.split("\n") if HIDDEN.search(line)), None)


class TestCommands:
    @pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
    def test_show_what_is_hidden(self, lineal: Lineal, spoiled: str, command: list[str]) -> None:
        said = lineal(*(word.replace("NS", spoiled) for word in command))

        assert said.out, said.err
        assert hidden(said.out) is None
        assert hidden(said.err) is None

    def test_spell_it(self, lineal: Lineal, spoiled: str) -> None:
        said = lineal("show", f"{spoiled}/scorer")

        assert r"\u001b[31mred\u0007\u001b]0;title\u0007 \u0000\u000d\u007f\u009b2J" in said.out

    @pytest.mark.parametrize("command", ["show", "history"])
    def test_tell_it_in_json_as_it_is(self, lineal: Lineal, spoiled: str, command: str) -> None:
        said = lineal(command, f"{spoiled}/scorer", "--json")

        assert hidden(said.out) is None
        assert _has(json.loads(said.out))

    @pytest.mark.parametrize("template", ["{description}", "{tags}", "{description!j}"])
    def test_spell_it_by_a_template(self, lineal: Lineal, spoiled: str, template: str) -> None:
        said = lineal("show", f"{spoiled}/scorer", "--format", template)

        assert r"\u001b[31mred" in said.out
        assert hidden(said.out) is None

    def test_spell_it_in_a_file(self, lineal: Lineal, spoiled: str, tmp_path: Path) -> None:
        for words in ((), ("--json",)):
            file = tmp_path / "again"
            lineal("reproduce", f"{spoiled}/scorer:1", "--output", str(file), *words)

            assert hidden(file.read_text()) is None

    @pytest.mark.parametrize("command", ["show", "history", "lineage", "delete", "deploy"])
    def test_spell_it_where_they_refuse(self, lineal: Lineal, spoiled: str, command: str) -> None:
        of_command = {"delete": ["--yes"], "deploy": [f"{spoiled}/api"]}
        said = lineal(command, f"{spoiled}/\x1b[31mnone", *of_command.get(command, []))

        assert "31mnone" in said.err
        assert hidden(said.err) is None


def _has(found: object) -> bool:
    if isinstance(found, dict):
        return any(map(_has, found.values()))
    if isinstance(found, list):
        return any(map(_has, found))
    return found == HOSTILE


class TestTerminal:
    def test_has_the_colours_of_the_command_alone(
        self, lineal: Lineal, spoiled: str, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setenv("FORCE_COLOR", "1")
        said = lineal("show", f"{spoiled}/scorer")

        assert "\x1b[1m" in said.out
        assert hidden(re.sub(r"\x1b\[[0-9;]*m", "", said.out)) is None
        assert "\x1b[31m" not in said.out


class TestVisible:
    def test_leaves_what_layout_wants(self) -> None:
        assert visible("a\tb\nc\r\nd – ü 🦊") == "a\tb\nc\nd – ü 🦊"


class TestCode:
    def test_prints_in_one_place(self) -> None:
        folder = Path(lineal.cli.__file__).parent
        printing = re.compile(r"typer\.echo|sys\.stdout\.write|sys\.stderr\.write|\bprint\(")
        found = {
            file.name
            for file in folder.glob("*.py")
            for line in file.read_text().splitlines()
            if printing.search(line) and ".print(" not in line
        }

        assert found == {"output.py", "options.py"}
