"""Ids: UUIDv7, which also sort by creation (https://www.rfc-editor.org/rfc/rfc9562#name-uuid-version-7)."""

import uuid_utils


def new_id() -> str:
    """Returns an id that is unique, and greater than those made a millisecond ago."""
    return str(uuid_utils.uuid7())
