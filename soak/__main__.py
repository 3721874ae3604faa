"""Kills a server, its database, or both, at random moments of a mixed write load, round by round.

After each kill it starts again and looks: every acknowledged write is there, and no half one.
Exits with 1 where something is lost, and says what.
"""

import argparse
import os
import sys
import tempfile
import time
from pathlib import Path

from soak.rounds import Soak


def main() -> int:
    """Returns 0 if nothing was lost, else 1."""
    arguments = _arguments()
    began = time.monotonic()
    bad = []
    with tempfile.TemporaryDirectory() as folder, Soak(Path(folder)) as soak:
        for number in range(arguments.rounds):
            done = soak.round(arguments.seed + number)
            print(f"{number + 1:>4}/{arguments.rounds}  {done}", flush=True)
            for problem in done.problems:
                print(f"           {problem}", flush=True)
            if done.problems:
                bad.append(done.seed)
    minutes = (time.monotonic() - began) / 60
    print(f"{arguments.rounds} rounds in {minutes:.1f} minutes, {len(bad)} with problems")
    for seed in bad:
        print(f"  again: ROUNDS=1 SEED={seed} make soak")
    return 1 if bad else 0


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser("python -m soak", description=__doc__)
    parser.add_argument(
        "--rounds",
        type=int,
        default=int(os.environ.get("ROUNDS", "200")),
        help="how many; else ROUNDS, else 200",
    )
    parser.add_argument(
        "--seed",
        type=int,
        default=int(os.environ.get("SEED", "1")),
        help="that of the first round, the others count on; else SEED, else 1",
    )
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
