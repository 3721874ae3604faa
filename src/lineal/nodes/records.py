"""A record, before it is deleted."""

from lineal.kernel.inputs import Revision


class DeletedRecord(Revision):
    """A record to be deleted."""

    ref: str
