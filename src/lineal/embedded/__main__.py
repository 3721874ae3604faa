"""`python -m lineal.embedded` downloads the embedded Neo4j, so that a first start need not."""

import sys

from rich.console import Console

from lineal.embedded import EmbeddedError, download_progress, ensure_jars


def main() -> None:
    try:
        with download_progress(Console(stderr=True)) as advance:
            ensure_jars(advance)
    except EmbeddedError as error:
        sys.exit(str(error))


if __name__ == "__main__":
    main()
