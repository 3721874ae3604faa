"""`lineal feed record`, `lineal feed end`"""

from tests.cli.conftest import Lineal


class TestFeed:
    def test_of_an_application_to_be_made(self, lineal: Lineal, world: str) -> None:
        given = ("feed", "record", f"{world}/trial", "--application", f"{world}/report")
        said = lineal(*given, "--create-application", "--owner", "sales")
        again = lineal(*given)

        assert (said.code, said.out, said.err) == (0, f"{world}/report\n", "")
        assert again.err == f"{world}/trial fed {world}/report already\n"
        assert f"{world}/report" in lineal("impact", f"{world}/raw#1").out

    def test_of_data(self, lineal: Lineal, world: str) -> None:
        lineal("dataset", "register", f"{world}/scores", "--create-dataset", "--label", "1")
        said = lineal("feed", "record", f"{world}/trial", "--dataset", f"{world}/scores#1")

        assert (said.code, said.out) == (0, f"{world}/scores#1\n")

    def test_ends(self, lineal: Lineal, world: str) -> None:
        given = ("feed", "end", f"{world}/api", "--application", f"{world}/portal")
        said = lineal(*given)
        again = lineal(*given)

        assert (said.code, said.out) == (0, f"{world}/portal\n")
        assert again.code == 1

    def test_a_wrong_call_exits_with_2(self, lineal: Lineal) -> None:
        for given in ([], ["--application", "a/b", "--dataset", "a/c#1"]):
            assert lineal("feed", "record", "a/d", *given).code == 2
            assert lineal("feed", "end", "a/d", *given).code == 2
        said = lineal("feed", "record", "a/d", "--application", "a/b", "--owner", "x")

        assert said.code == 2
