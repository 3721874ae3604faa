"""Tells facts to Lineal: the only module of the example that knows its client.

One function per kind of fact; each is one call, as a CI job makes it. Every call carries an
idempotency key made from what it is about, so that a job that is run again changes nothing; what
is there already (a dataset's version, a model with the same digest) counts as told.
"""

from typing import Any

from .facts import Fact


class Registrar:
    """Tells facts through a client, and remembers the refs that the registry gave.

    The seam to be wired when `lineal.client` is there: `tell` matches on the kind of fact and
    makes one call. A dataset version's handle (`ns/name#label`) is its ref; a model version's
    handle (`ns/name/label`) is not, since the registry gives the number: keep what
    `register_model_version` answers in `_refs`, and say `_refs.get(handle, handle)` elsewhere.
    """

    def __init__(self, client: Any, key: str = "credit-risk") -> None:
        self._client = client
        self._key = key
        self._refs: dict[str, str] = {}

    def tell(self, fact: Fact) -> None:
        """Tells one fact; raises the client's refusal where the registry will not have it."""
        raise NotImplementedError(type(fact).__name__)
