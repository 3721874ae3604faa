"""`lineal lineage`, `lineal path`"""

import json
from datetime import UTC, datetime

import pytest

from lineal.cli.lineage import Kind
from lineal.client import (
    Client,
    DatasetDetails,
    DatasetVersionInput,
    LineageKind,
    RunInputInput,
    RunOutputInput,
    RunWhere,
    TextFilter,
)
from tests.cli.conftest import Lineal

MANY = 130


@pytest.fixture
def wide(client: Client, ns: str) -> str:
    """A namespace where a run reads one dataset and writes so many that they need two pages."""
    data = [
        DatasetVersionInput(dataset=f"{ns}/part", create_dataset=DatasetDetails(), label=f"{n:03}")
        for n in range(MANY)
    ]
    raw = DatasetVersionInput(dataset=f"{ns}/raw", create_dataset=DatasetDetails(), label="1")
    client.register_run(
        ns,
        name="split",
        inputs=[RunInputInput(dataset_version=raw)],
        outputs=[RunOutputInput(dataset_version=each) for each in data],
    )
    client.register_run(
        ns, name="join", inputs=[RunInputInput(ref=f"{ns}/part#{n:03}") for n in range(MANY)]
    )
    return ns


class TestTree:
    def test_upstream(self, lineal: Lineal, example: str) -> None:
        said = lineal("lineage", f"{example}/api")

        assert (said.code, said.err) == (0, "")
        assert said.out.splitlines() == [
            f"deployment {example}/api in production",
            f"└ model {example}/scorer:1, 100 %",
            "  └ run train-1",
            f"    └ dataset {example}/clean#1, train",
            "      └ run clean",
            f"        └ dataset {example}/raw#1, source",
            "2 dataset versions, 1 deployment, 1 model version, 2 runs",
        ]

    def test_downstream(self, lineal: Lineal, example: str) -> None:
        said = lineal("lineage", f"{example}/clean#1", "--direction", "downstream")

        assert said.out.splitlines() == [
            f"dataset {example}/clean#1",
            "├ run train-1, train",
            f"│ └ model {example}/scorer:1",
            f"│   └ deployment {example}/api in production, 100 %",
            f"│     └ application {example}/portal",
            "└ run train-2, train",
            f"  └ model {example}/scorer:2",
            f"    └ deployment {example}/trial in staging, 100 %",
            "1 application, 1 dataset version, 2 deployments, 2 model versions, 2 runs",
        ]

    def test_both(self, lineal: Lineal, example: str) -> None:
        lines = lineal("lineage", f"{example}/scorer:1", "--direction", "both").out.splitlines()

        assert lines[0] == "Made from"
        assert lines[lines.index("Made into") + 1 :][:2] == [
            f"model {example}/scorer:1",
            f"└ deployment {example}/api in production, 100 %",
        ]

    def test_several_starts_tell_once_what_they_share(self, lineal: Lineal, example: str) -> None:
        said = lineal("lineage", f"{example}/api", f"{example}/trial", f"{example}/clean#1")

        lines = said.out.splitlines()
        assert lines[-2] == f"    └ dataset {example}/clean#1, train (see above)"
        assert sum("run clean" in line for line in lines) == 1

    def test_a_diamond(self, lineal: Lineal, client: Client, world: str) -> None:
        run = client.register_run(
            world,
            name="compare",
            inputs=[RunInputInput(role="evaluated", ref=f"{world}/scorer:{n}") for n in (1, 2)],
        )

        lines = lineal("lineage", run.id).out.splitlines()

        assert lines[4:6] == ["│     └ run clean", f"│       └ dataset {world}/raw#1, source"]
        assert lines[-2] == f"    └ dataset {world}/clean#1, train (see above)"
        assert sum("run clean" in line for line in lines) == 1

    def test_not_complete_says_why(self, lineal: Lineal, example: str) -> None:
        said = lineal("lineage", f"{example}/api", "--depth", "2")

        assert said.code == 0
        assert said.out.splitlines()[-1] == (
            "Not complete: more lies beyond 2 edges (try --depth 4)"
        )

    def test_some_kinds_are_a_list(self, lineal: Lineal, example: str) -> None:
        said = lineal(
            "lineage", f"{example}/api", "--kind", "dataset-version", "--kind", "model-version"
        )

        assert [line.split() for line in said.out.splitlines()] == [
            ["model", f"{example}/scorer:1", "1", "edge"],
            ["dataset", f"{example}/clean#1", "3", "edges"],
            ["dataset", f"{example}/raw#1", "5", "edges"],
            ["2", "dataset", "versions,", "1", "model", "version"],
        ]

    def test_as_of(self, lineal: Lineal, world: str) -> None:
        before = datetime.now(UTC).isoformat()
        lineal("deploy", f"{world}/scorer:2", f"{world}/api")

        now = lineal("lineage", f"{world}/api", "--depth", "1")
        then = lineal("lineage", f"{world}/api", "--depth", "1", "--as-of", before)

        assert f"{world}/scorer:2" in now.out
        assert f"{world}/scorer:1" in then.out

    @pytest.mark.parametrize("direction", ["upstream", "downstream"])
    def test_several_pages_hang_together(
        self, lineal: Lineal, client: Client, wide: str, direction: str
    ) -> None:
        runs = client.runs(RunWhere(namespace=TextFilter(eq=wide))).nodes
        ids = {run.name: run.id for run in runs}
        start = ids["join"] if direction == "upstream" else f"{wide}/raw#1"

        said = lineal("lineage", start, "--direction", direction)

        assert "Also reached" not in said.out
        assert said.out.count(f"dataset {wide}/part#") == MANY

    def test_no_colour_in_a_file(self, lineal: Lineal, example: str) -> None:
        assert "\x1b" not in lineal("lineage", f"{example}/api").out


class TestJson:
    def test_is_one_document(self, lineal: Lineal, example: str) -> None:
        said = lineal("lineage", f"{example}/api", "--json")

        answer = json.loads(said.out)
        assert answer["totalCount"] == len(answer["nodes"]) == 6
        assert len(answer["edges"]) == 5
        assert answer["complete"] is True
        assert {"type", "from", "to"} <= answer["edges"][0].keys()

    def test_has_all_pages_and_the_edges_between_them(self, lineal: Lineal, wide: str) -> None:
        said = lineal("lineage", f"{wide}/raw#1", "--direction", "downstream", "--json")

        answer = json.loads(said.out)
        ids = {step["node"]["id"] for step in answer["nodes"]}
        assert len(ids) == answer["totalCount"] == MANY + 3
        assert len(answer["edges"]) == 2 * MANY + 1
        assert {edge["to"] for edge in answer["edges"]} < ids
        assert answer["complete"] is True


class TestRefused:
    def test_an_unknown_ref_exits_with_1(self, lineal: Lineal, example: str) -> None:
        said = lineal("lineage", f"{example}/api", f"{example}/nothing")

        assert (said.code, said.out) == (1, "")
        assert f"{example}/nothing" in said.err
        assert len(said.err.splitlines()) == 1

    @pytest.mark.parametrize(
        ("arguments", "said"),
        [
            ([], "Missing argument 'REF...'"),
            (["risk/api", "--depth", "0"], "'--depth'"),
            (["risk/api", "--kind", "model"], "'--kind'"),
            (["risk/api", "--direction", "sideways"], "'sideways' is not one of"),
            (["risk/api", "--as-of", "soon"], "soon is no time like 2026-03-03"),
        ],
    )
    def test_a_wrong_call_exits_with_2(
        self, lineal: Lineal, arguments: list[str], said: str
    ) -> None:
        refused = lineal("lineage", *arguments)

        assert (refused.code, refused.out) == (2, "")
        assert said in refused.err
        assert len(refused.err.splitlines()) == 1


class TestKind:
    def test_is_as_in_the_api(self) -> None:
        assert [each.name for each in Kind] == [each.name for each in LineageKind]


class TestPath:
    def test_says_that_columns_were_not_told(self, lineal: Lineal, client: Client, ns: str) -> None:
        made = {
            name: DatasetVersionInput(
                dataset=f"{ns}/{name}",
                create_dataset=DatasetDetails(),
                label="1",
                columns={"id": "int"},
            )
            for name in ("raw", "clean")
        }
        client.register_run(
            ns,
            name="clean",
            inputs=[RunInputInput(dataset_version=made["raw"])],
            outputs=[RunOutputInput(dataset_version=made["clean"])],
        )
        said = lineal("path", f"{ns}/raw#1.id", f"{ns}/clean#1.id")

        assert said.code == 0
        assert said.out.splitlines() == [
            f"column {ns}/raw#1.id",
            "  is a part of",
            f"dataset {ns}/raw#1",
            "  was read by (train)",
            "run clean",
            "  wrote",
            f"dataset {ns}/clean#1",
            "  has the column",
            f"column {ns}/clean#1.id",
            "",
            "Perhaps: the data was read, but it was not told which columns were used",
        ]

    def test_says_what_leads_to_what(self, lineal: Lineal, example: str) -> None:
        said = lineal("path", f"{example}/raw#1", f"{example}/portal")

        assert (said.code, said.err) == (0, "")
        assert said.out.splitlines() == [
            f"dataset {example}/raw#1",
            "  was read by (source)",
            "run clean",
            "  wrote",
            f"dataset {example}/clean#1",
            "  was read by (train)",
            "run train-1",
            "  wrote",
            f"model {example}/scorer:1",
            "  was deployed as",
            f"deployment {example}/api in production",
            "  feeds",
            f"application {example}/portal",
        ]

    def test_json(self, lineal: Lineal, example: str) -> None:
        said = lineal("path", f"{example}/raw#1", f"{example}/portal", "--json")

        assert json.loads(said.out)["length"] == 6

    def test_none_exits_with_1(self, lineal: Lineal, example: str) -> None:
        start, end = f"{example}/portal", f"{example}/raw#1"

        said = lineal("path", start, end)

        assert (said.code, said.out) == (1, "")
        assert said.err == (f"No way along the data leads from {start} to {end} within 20 edges\n")

    def test_none_is_null_in_json(self, lineal: Lineal, example: str) -> None:
        said = lineal("path", f"{example}/portal", f"{example}/raw#1", "--json")

        assert (said.code, json.loads(said.out)) == (1, None)

    def test_an_unknown_ref_exits_with_1(self, lineal: Lineal, example: str) -> None:
        said = lineal("path", f"{example}/portal", f"{example}/nothing")

        assert said.code == 1
        assert f"{example}/nothing" in said.err

    def test_a_wrong_call_exits_with_2(self, lineal: Lineal) -> None:
        assert lineal("path", "risk/raw#1").code == 2
