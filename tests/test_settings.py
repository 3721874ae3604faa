"""Settings come from LINEAL_* alone, and a wrong one is told in one line."""

import os
from pathlib import Path

import platformdirs
import pytest

from lineal import settings
from lineal.settings import SettingsError


@pytest.fixture(autouse=True)
def nothing_set(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in [name for name in os.environ if name.startswith("LINEAL_")]:
        monkeypatch.delenv(name)


def refusal() -> str:
    with pytest.raises(SettingsError) as refused:
        settings.load()
    text = str(refused.value)
    assert "\n" not in text
    return text


class TestLoad:
    def test_nothing_set_is_loopback_and_embedded(self) -> None:
        loaded = settings.load()

        assert (loaded.host, loaded.port) == ("127.0.0.1", 8000)
        assert loaded.neo4j_uri is None
        assert loaded.data == platformdirs.user_data_path("lineal", appauthor=False)

    def test_everything_set(self, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
        for name, value in {
            "DATA": str(tmp_path),
            "PORT": "9000",
            "NEO4J_URI": "neo4j+s://graph.example:7687",
            "NEO4J_USER": "lineal",
            "NEO4J_PASSWORD": "geheim",
            "ACTOR": "ci@risk",
            "DEADLINE": "2.5",
        }.items():
            monkeypatch.setenv(f"LINEAL_{name}", value)

        loaded = settings.load()

        assert (loaded.data, loaded.port, loaded.deadline) == (tmp_path, 9000, 2.5)
        assert loaded.neo4j_uri == "neo4j+s://graph.example:7687"
        assert loaded.neo4j_password is not None
        assert loaded.neo4j_password.get_secret_value() == "geheim"

    def test_empty_is_absent(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setenv("LINEAL_PORT", "")

        assert settings.load().port == 8000

    @pytest.mark.parametrize(
        ("name", "value", "allowed"),
        [
            ("LINEAL_PORT", "http", "a whole number from 1 to 65535"),
            ("LINEAL_PORT", "70000", "a whole number from 1 to 65535"),
            ("LINEAL_DEADLINE", "0", "more than 0"),
            ("LINEAL_DEADLINE", "nan", "more than 0"),
            ("LINEAL_WORKERS", "0", "a whole number from 1 to 64"),
            ("LINEAL_ACTOR", "  ", "1 to 256 characters"),
            ("LINEAL_HOST", " ", "not empty"),
            ("LINEAL_NEO4J_URI", "http://graph", "bolt://host:7687"),
            ("LINEAL_DATA", __file__, "a folder"),
        ],
    )
    def test_wrong_value_is_named(
        self, monkeypatch: pytest.MonkeyPatch, name: str, value: str, allowed: str
    ) -> None:
        monkeypatch.setenv(name, value)

        text = refusal()

        assert text.startswith(f"{name}={value.strip()}")
        assert allowed in text

    def test_misspelt_name_is_refused(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setenv("LINEAL_PROT", "8001")

        assert refusal() == "LINEAL_PROT is not a setting: did you mean LINEAL_PORT?"

    def test_password_in_the_address_is_not_repeated(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setenv("LINEAL_NEO4J_URI", "bolt://neo4j:geheim@graph:7687")

        text = refusal()

        assert "LINEAL_NEO4J_PASSWORD" in text
        assert "geheim" not in text

    def test_password_without_an_address_is_refused(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setenv("LINEAL_NEO4J_PASSWORD", "geheim")

        text = refusal()

        assert "LINEAL_NEO4J_URI is not" in text
        assert "geheim" not in text
