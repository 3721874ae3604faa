"""How far long work is, where there is no terminal."""

import pytest

from lineal.cli.progress import progress


class TestProgress:
    def test_is_a_line_now_and_then(self, capsys: pytest.CaptureFixture[str]) -> None:
        with progress("Importing", 3000, pause=0.0) as advance:
            for _ in range(3):
                advance(1000)
        said = capsys.readouterr()

        assert said.out == ""
        assert said.err == "Importing: 1,000 of 3,000\nImporting: 2,000 of 3,000\n"

    def test_of_short_work_is_none(self, capsys: pytest.CaptureFixture[str]) -> None:
        with progress("Importing", 2) as advance:
            advance(1)

        assert capsys.readouterr().err == ""
