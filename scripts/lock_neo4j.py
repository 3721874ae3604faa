"""Pins every jar of the embedded Neo4j: python scripts/lock_neo4j.py [version [file]].

Resolves `org.neo4j:neo4j` and all that it needs, and writes one line a jar: its SHA-256, its size
in bytes, its coordinates. `make lock` runs it.
"""

import hashlib
import sys
from pathlib import Path

import jgo

LOCK = Path(__file__).parents[1] / "src/lineal/embedded/neo4j.lock"
HEADER = "# Every jar of the embedded Neo4j. Made by `make lock`: sha256, bytes, coordinates.\n"


def pinned_version() -> str:
    """Returns the version of Neo4j in the present lock."""
    for line in LOCK.read_text().splitlines():
        if " org.neo4j:neo4j:" in line:
            return line.rsplit(":", 1)[1]
    raise SystemExit(f"{LOCK.name} pins no org.neo4j:neo4j: name a version")


def main() -> None:
    version = sys.argv[1] if len(sys.argv) > 1 else pinned_version()
    lines = set()
    for artifact in jgo.resolve(f"org.neo4j:neo4j:{version}"):
        if artifact.packaging != "jar":
            continue
        jar = artifact.resolve()
        digest = hashlib.sha256(jar.read_bytes()).hexdigest()
        parts = [artifact.groupId, artifact.artifactId, artifact.version]
        coordinates = ":".join([*parts, artifact.classifier] if artifact.classifier else parts)
        lines.add(f"{digest} {jar.stat().st_size} {coordinates}\n")
    lock = Path(sys.argv[2]) if len(sys.argv) > 2 else LOCK
    lock.write_text(HEADER + "".join(sorted(lines, key=lambda line: line.split()[2])))
    print(f"{len(lines)} jars of Neo4j {version}")


if __name__ == "__main__":
    main()
