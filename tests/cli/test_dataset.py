"""`lineal dataset register`"""

import hashlib
from pathlib import Path

from lineal.client import Client
from tests.cli.conftest import Lineal


class TestRegister:
    def test_prints_its_ref(self, lineal: Lineal, client: Client, world: str) -> None:
        said = lineal(
            *("dataset", "register", f"{world}/new", "--create-dataset", "--owner", "team:crm"),
            *("--label", "2026-11", "--row-count", "7", "--uri", "s3://x", "--tag", "x"),
            *("--column", "id=int", "--statistic", "mean=1.5", "--derived-from", f"{world}/raw#1"),
        )
        made = client.dataset_version(f"{world}/new#2026-11")

        assert (said.code, said.out) == (0, f"{world}/new#2026-11\n")
        assert said.err == f"{world}/new#2026-11 is registered\n"
        assert made is not None
        assert (made.row_count, made.uri, made.tags) == (7, "s3://x", ["x"])
        assert (made.columns, made.statistics) == ({"id": "int"}, {"mean": 1.5})
        assert made.dataset.owners == ["team:crm"]

    def test_with_the_digest_of_a_file(
        self, lineal: Lineal, client: Client, ns: str, tmp_path: Path
    ) -> None:
        (tmp_path / "data.csv").write_text("a,b")
        lineal("dataset", "create", f"{ns}/d")
        said = lineal("dataset", "register", f"{ns}/d", "--digest-of", str(tmp_path / "data.csv"))
        made = client.dataset_version(said.out.strip())

        assert made is not None
        assert made.digest == f"sha256:{hashlib.sha256(b'a,b').hexdigest()}"
        assert made.size_bytes == 3

    def test_from_a_file_that_flags_win_over(self, lineal: Lineal, ns: str) -> None:
        text = f"dataset: {ns}/d\ncreateDataset: {{}}\nlabel: a\n"
        said = lineal("dataset", "register", "--file", "-", "--label", "b", stdin=text)

        assert (said.code, said.out) == (0, f"{ns}/d#b\n")

    def test_a_dry_run_makes_nothing(self, lineal: Lineal, client: Client, ns: str) -> None:
        said = lineal(
            "dataset", "register", f"{ns}/d", "--create-dataset", "--label", "1", "--dry-run"
        )

        assert (said.code, said.out) == (0, f"{ns}/d#1\n")
        assert client.dataset(f"{ns}/d") is None

    def test_of_no_dataset_exits_with_1(self, lineal: Lineal, ns: str) -> None:
        said = lineal("dataset", "register", f"{ns}/d", "--label", "1")

        assert (said.code, said.out) == (1, "")

    def test_a_wrong_call_exits_with_2(self, lineal: Lineal) -> None:
        for given, why in (
            ([], "give the DATASET"),
            (["a/b", "--owner", "x"], "--owner needs --create-dataset"),
            (["a/b", "--column", "id"], "id is not KEY=VALUE"),
        ):
            said = lineal("dataset", "register", *given)

            assert (said.code, said.out) == (2, "")
            assert why in said.err
