"""A process that holds an embedded Neo4j, for the tests to end in every way.

Prints what it got as JSON once it is ready, then waits to be ended.
"""

import json
import signal
import sys
from dataclasses import asdict
from pathlib import Path

from lineal import embedded


def main() -> None:
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
    try:
        with embedded.start(Path(sys.argv[1])) as neo4j:
            print(json.dumps(asdict(neo4j)), flush=True)
            signal.pause()
    except embedded.EmbeddedError as error:
        sys.exit(str(error))
    except KeyboardInterrupt:
        sys.exit(0)


if __name__ == "__main__":
    main()
