"""What is to be archived, or to be brought back."""

from lineal.kernel.inputs import Reason, Revision


class Unarchived(Revision):
    """Something that is to be listed again."""

    ref: str


class Archived(Unarchived):
    """Something that is to be listed no longer."""

    reason: Reason | None = None
