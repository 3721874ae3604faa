"""Every page of docs/ is followed from its top to its end, and everything answers as it says."""

import json
import re
import shlex
import subprocess
import sys
from pathlib import Path
from string import Template

import httpx
import pytest

from lineal.settings import Settings
from tests.cli.conftest import Lineal, Said, lineal
from tests.client.serving import server
from tests.pages import blocks, commands

__all__ = ["lineal", "server"]

ROOT = Path(__file__).parents[1]
PAGES = sorted((ROOT / "docs").glob("*.md"))


def follow(session: str, lineal: Lineal) -> None:
    """Types the commands of a console session; what they print as JSON is not held to the page."""
    code = 0
    kept: dict[str, str] = {}
    for command, output in commands(session):
        if assigned := re.fullmatch(r"([A-Z]+)=\$\((.*)\)", command):
            kept[assigned[1]] = lineal(*shlex.split(assigned[2])[1:]).out.strip()
            continue
        if command == "echo $?":
            assert code == int(output)
            continue
        name, *arguments = shlex.split(Template(command).safe_substitute(kept))
        said = {"lineal": lineal, "python": python}[name](*arguments)
        code = said.code

        assert said.out == output or "--json" in arguments, (command, said)


def python(*arguments: str) -> Said:
    """Runs a script of the page, for which LINEAL_URL is set as it is for `lineal`."""
    ran = subprocess.run([sys.executable, *arguments], capture_output=True, text=True, timeout=300)
    return Said(ran.returncode, ran.stdout, ran.stderr)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_page(
    page: Path, server: str, lineal: Lineal, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    answer = None
    for language, text in blocks(page.read_text(encoding="utf-8")):
        if named := re.match(r"# (\S+\.\w+)\n", text):
            (tmp_path / named[1]).write_text(text)
        elif language == "console":
            follow(text, lineal)
        elif language == "graphql":
            answer = httpx.post(server, json={"query": text}, timeout=60).json()
        elif language == "ini":
            names = re.findall(r"^LINEAL_(\w+)=", text, re.MULTILINE)
            assert {name.lower() for name in names} <= Settings.model_fields.keys()
        else:
            assert (language, answer) == ("json", json.loads(text))


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_the_readme_leads_there(page: Path) -> None:
    assert f"(docs/{page.name})" in (ROOT / "README.md").read_text(encoding="utf-8")
