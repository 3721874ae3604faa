"""What a training script tells of itself."""

import subprocess
import sys
from pathlib import Path

import pytest

from lineal.client import capture


def git(folder: Path, *arguments: str) -> None:
    who = ["-c", "user.name=t", "-c", "user.email=t@example.org"]
    subprocess.run(["git", *who, *arguments], cwd=folder, check=True, capture_output=True)


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """A folder with one commit of a lock file and a script."""
    (tmp_path / "uv.lock").write_text("version = 1")
    (tmp_path / "train.py").write_text("print(1)")
    git(tmp_path, "init")
    git(tmp_path, "add", ".")
    git(tmp_path, "commit", "-m", "first")
    return tmp_path


class TestSource:
    def test_is_the_commit_and_the_address_without_a_password(self, repository: Path) -> None:
        git(repository, "remote", "add", "origin", "https://me:secret@example.org/risk.git")

        source = capture.source(repository)

        assert source.repository == "https://example.org/risk.git"
        assert source.commit == capture.git(repository, "rev-parse", "HEAD")
        assert (source.uncommitted_changes, source.diff_digest) == (False, None)

    def test_knows_uncommitted_changes_by_their_digest(self, repository: Path) -> None:
        def digest(text: str) -> str | None:
            (repository / "train.py").write_text(text)
            source = capture.source(repository)
            assert source.uncommitted_changes is True
            return source.diff_digest

        assert digest("print(2)") == digest("print(2)")
        assert digest("print(2)") != digest("print(3)")

    def test_a_script_that_was_never_committed_is_a_change(
        self, repository: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        main = sys.modules["__main__"]

        def changed(name: str) -> bool | None:
            (repository / name).touch()
            monkeypatch.setattr(main, "__file__", str(repository / name), raising=False)
            return capture.source(repository).uncommitted_changes

        assert changed("train.py") is False
        assert changed("new.py") is True

    def test_of_no_repository_is_unknown(self, tmp_path: Path) -> None:
        source = capture.source(tmp_path)

        assert (source.commit, source.uncommitted_changes) == (None, None)

    def test_arguments_that_are_no_utf_8_can_be_sent(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr("sys.argv", ["train.py", "a\udcff", "größe"])

        assert capture.arguments() == ["a\ufffd", "größe"]

    def test_arguments_that_are_too_many_are_not_recorded(
        self, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr("sys.argv", ["train.py", *["x"] * 1_001])

        assert capture.arguments() is None


class TestEnvironment:
    def test_is_the_nearest_lock_file_and_what_is_installed(self, repository: Path) -> None:
        below = repository / "below"
        below.mkdir()

        found = capture.environment(below)

        assert found.lock_digest == capture.lock_digest(repository)
        assert str(found.lock_digest).startswith("sha256:")
        assert found.packages["pydantic"]

    def test_that_cannot_be_found_out_is_absent(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
    ) -> None:
        def fail() -> None:
            raise OSError("gone")

        monkeypatch.setattr("importlib.metadata.distributions", fail)

        assert set(capture.details(tmp_path)) == {"source"}
        assert "gone" in caplog.text
