"""`--format`, which every command has that has `--json`."""

from typing import Any

import pytest
from typer import BadParameter

from lineal.cli.commands import app
from lineal.cli.everywhere import commands
from lineal.cli.foreseen import require_fit
from lineal.cli.template import chosen_by, rendered
from lineal.client import Client, ModelVersion
from tests.asking import unique
from tests.cli.conftest import Lineal

ANSWER = {
    "ref": "risk/scorer:1",
    "label": None,
    "tags": ["a", "b"],
    "ready": True,
    "model": {"ref": "risk/scorer", "owners": []},
    "run": None,
    "metrics": [{"key": "auc", "value": 0.8412}, {"key": "val.auc", "value": 1.0}],
    "aliases": [{"name": "champion", "version": {"number": 7}}],
    "größe": 1,
}


class TestRendered:
    @pytest.mark.parametrize(
        ("template", "text"),
        [
            ("{ref} is", "risk/scorer:1 is"),
            ("{model.ref}{model.owners}", "risk/scorer"),
            ("{label}|{run}|{run.id.x}", "||"),
            ("{tags} {tags.1} {tags[0]} {tags.9}", "a, b b a "),
            ("{ready}", "true"),
            ("{metrics.auc:.2f} {metrics[val.auc]:.0f} {metrics.none}", "0.84 1 "),
            ("{aliases.champion.version.number:03d}", "007"),
            ("{ref:>15}|", "  risk/scorer:1|"),
            ("{tags!j} {label!j}", '["a", "b"] null'),
            (r"a\tb\nc\\n", "a\tb\nc\\n"),
            ("{{ref}}", "{ref}"),
            ("{größe}", "1"),
            ("", ""),
            ("{label:>3}{label:.2f}|", "   |"),
        ],
    )
    def test_is_what_the_template_says(self, template: str, text: str) -> None:
        assert rendered(template, ANSWER) == f"{text}\n"

    @pytest.mark.parametrize("rows", ["nodes", "items"])
    def test_of_a_list_is_a_line_for_each(self, rows: str) -> None:
        assert rendered("{a}", {rows: [{"a": 1}, {"a": 2}]}) == "1\n2\n"
        assert rendered("{a}", {rows: []}) == ""

    @pytest.mark.parametrize(
        "template",
        [
            *("{nothing}", "{ref.x}", "{model.__class__}", "{ref.__class__}", "{tags!r}"),
            *("{ref:d}", "{metrics.auc:q}", "{__class__}", "{metrics.auc.real}"),
        ],
    )
    def test_of_what_is_not_there_is_a_wrong_call(self, template: str) -> None:
        with pytest.raises(BadParameter):
            rendered(template, ANSWER)

    @pytest.mark.parametrize(
        "template",
        ["{", "}", "{ref", "{ref!}", "{ref!r}", "{a..b}", "{a[}", "{a.}", "{a:{b!s}}"],
    )
    def test_what_is_no_template_is_known_before(self, template: str) -> None:
        with pytest.raises(BadParameter), chosen_by(template):
            pytest.fail("it was taken")


class TestOption:
    def test_every_command_with_json_has_it(self, lineal: Lineal) -> None:
        def has(info: Any, option: str) -> bool:
            callback = info.callback
            while callback is not None:
                if option in callback.__annotations__:
                    return True
                callback = getattr(callback, "__wrapped__", None)
            return False

        with_json = [info for info in commands(app) if has(info, "json")]

        assert len(with_json) > 10
        assert all(has(info, "format") for info in with_json)

    def test_of_one(self, lineal: Lineal, example: str) -> None:
        said = lineal("show", f"{example}/scorer:1", "--format", "{ref} {model.owners}")

        assert (said.code, said.out) == (0, f"{example}/scorer:1 ada\n")

    def test_of_many(self, lineal: Lineal, example: str) -> None:
        said = lineal("list", "versions", "--namespace", example, "--format", "{number}")

        assert (said.code, said.out) == (0, "2\n1\n")

    def test_of_what_is_done(self, lineal: Lineal, ns: str) -> None:
        said = lineal(
            *("version", "register", f"{ns}/scorer", "--create-model", "--metric", "auc=0.75"),
            *("--format", "{ref} {metrics.auc}"),
        )

        assert (said.code, said.out) == (0, f"{ns}/scorer:1 0.75\n")

    @pytest.mark.parametrize("more", [["--format", "{nothing}"], ["--format", "{"]])
    def test_wrong_exits_with_2(self, lineal: Lineal, example: str, more: list[str]) -> None:
        said = lineal("show", f"{example}/scorer", *more)

        assert (said.code, said.out) == (2, "")
        assert "--format" in said.err

    def test_and_json_exits_with_2(self, lineal: Lineal, example: str) -> None:
        said = lineal("show", f"{example}/scorer", "--format", "{ref}", "--json")

        assert (said.code, said.out) == (2, "")

    def test_is_of_one_call_only(self, lineal: Lineal, example: str) -> None:
        lineal("show", f"{example}/scorer", "--format", "{ref}")

        assert lineal("show", f"{example}/scorer", "--json").out.startswith("{")


class TestForeseen:
    """What a change would answer is known before it is sent."""

    @pytest.mark.parametrize(
        "template",
        [
            *("{nothing}", "{", "{ref!r}", "{ref.x}", "{owners.0.x}", "{ref:d}", "{revision:q}"),
            *("{name} {documentation.0.ref}", "{ref:{nothing}}", "{nothing!j}"),
        ],
    )
    def test_what_does_not_fit_changes_nothing(
        self, lineal: Lineal, client: Client, template: str
    ) -> None:
        name = unique("ns")
        said = lineal("namespace", "create", name, "--format", template)

        assert (said.code, said.out) == (2, "")
        assert "--format" in said.err
        assert client.namespace(name) is None

    def test_tells_what_there_is(self, lineal: Lineal, ns: str) -> None:
        said = lineal("namespace", "create", ns, "--format", "{nmae}")

        assert "there is no nmae; there is id, ref, name" in said.err

    @pytest.mark.parametrize(
        ("command", "template"),
        [
            ("alias set ?/scorer@champion 1", "{modelVersion.nothing}"),
            ("alias remove ?/scorer@none", "{nothing}"),
            ("archive ?/raw", "{nothing}"),
            ("delete ?/trial --yes", "{deleted.0.nothing}"),
            ("deploy ?/scorer:2 ?/api", "{deployment.versions.0.nothing}"),
            ("rollback ?/api", "{nothing}"),
            ("undeploy ?/api", "{nothing}"),
            ("evaluation record ?/scorer:1 --suite x", "{metrics.auc:d}"),
            ("rename ?/scorer other", "{nothing}"),
            ("update ?/portal --tag x", "{tags.0.nothing}"),
            ("version register ?/scorer", "{model.nothing}"),
        ],
    )
    def test_of_every_change(
        self, lineal: Lineal, example: str, command: str, template: str
    ) -> None:
        before = lineal("history", example, "--json").out, lineal("stats", "--json").out
        said = lineal(*command.replace("?", example).split(), "--format", template)
        after = lineal("history", example, "--json").out, lineal("stats", "--json").out

        assert (said.code, said.out) == (2, "")
        assert before == after

    @pytest.mark.parametrize(
        "template",
        [
            *("{ref} {model.ref} {run.id} {metrics.auc:.2f} {parameters.seed:d}", "{tags.0:>5}"),
            *(
                "{properties.tier:.1f}",
                "{createdAt} {aliases.champion.name}",
                "{metrics!j:>9}",
                "{}",
            ),
            "{sizeBytes:,d} {label:.3}",
        ],
    )
    def test_what_may_be_there_fits(self, template: str) -> None:
        require_fit(template, ModelVersion)
