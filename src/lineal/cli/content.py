"""What a version's content is, computed from a file."""

import hashlib
from pathlib import Path

import typer


def content(digest: str | None, file: Path | None) -> dict[str, object]:
    """Returns the digest and the size of a file."""
    if file is None:
        return {}
    if digest:
        raise typer.BadParameter("give --digest or --digest-of, not both")
    try:
        with file.open("rb") as content:
            computed = hashlib.file_digest(content, "sha256").hexdigest()
            return {"digest": f"sha256:{computed}", "sizeBytes": content.tell()}
    except OSError as error:
        message = f"cannot read {file}: {error.strerror}"
        raise typer.BadParameter(message, param_hint="--digest-of") from None
