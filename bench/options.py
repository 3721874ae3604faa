"""What can be chosen, by the environment, as make passes it on."""

import argparse
import os
from dataclasses import dataclass
from pathlib import Path

from bench.graph import SCALES
from bench.operations import Operation

HELP = """\
environment:
  SCALE=small           how large the registry is: {scales}
  CONNECTIONS=1,16,64   how many connections call at once
  OPERATIONS=           only operations whose names have one of these texts, by commas
  ROUNDS=6              how many blocks each contender has of an operation
  SECONDS=0.5           how long a block is, at the least
  WITH_APOLLO=1         whether @neo4j/graphql is measured too (0: no)
  DATA=                 a folder that keeps filled registries for the next time
  MINUTES=10            how long the load is of which growth tells the memory (0: none)
"""


@dataclass(frozen=True, slots=True)
class Options:
    """What to measure, and how long."""

    scale: str
    connections: list[int]
    operations: list[str]
    rounds: int
    seconds: float
    with_apollo: bool
    minutes: float
    data: Path | None
    markdown: Path | None

    def among(self, operations: list[Operation]) -> list[Operation]:
        """Returns the operations that are asked for."""
        if not self.operations:
            return operations
        return [each for each in operations if any(it in each.name for it in self.operations)]


def options(about: str) -> Options:
    """Returns what the command line and the environment ask for."""
    parser = argparse.ArgumentParser(
        description=about,
        epilog=HELP.format(scales=", ".join(SCALES)),
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--markdown", metavar="FILE", type=Path, help="write the tables there too")
    given = parser.parse_args()
    try:
        return _from_environment(given.markdown)
    except ValueError as error:
        parser.error(str(error))


def _from_environment(markdown: Path | None) -> Options:
    scale = os.environ.get("SCALE") or "small"
    if scale not in SCALES:
        raise ValueError(f"SCALE={scale}: allowed are {', '.join(SCALES)}")
    return Options(
        scale=scale,
        connections=[int(each) for each in _listed("CONNECTIONS", "1,16,64")],
        operations=_listed("OPERATIONS", ""),
        rounds=int(os.environ.get("ROUNDS") or 6),
        seconds=float(os.environ.get("SECONDS") or 0.5),
        with_apollo=os.environ.get("WITH_APOLLO", "1") != "0",
        minutes=float(os.environ.get("MINUTES") or 10),
        data=Path(os.environ["DATA"]) if os.environ.get("DATA") else None,
        markdown=markdown,
    )


def _listed(name: str, default: str) -> list[str]:
    return [each.strip() for each in (os.environ.get(name) or default).split(",") if each.strip()]
