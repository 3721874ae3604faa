"""Archiving: what is out of use is out of sight, and never lost."""

import strawberry

from lineal.archive import service
from lineal.archive.records import Archived, Unarchived
from lineal.kernel.change import Change, Made
from lineal.kernel.fields import described
from lineal.kernel.mutation import MutationInput, mutation
from lineal.kernel.nodes import Record
from lineal.kernel.refused import AmbiguousRef, NotFound
from lineal.kernel.scalars import Ref


@strawberry.input(description="Something that is to be archived.")
class ArchiveRecordInput(MutationInput):
    ref: Ref = described("Its ref, such as `risk/credit-scorer`, or its id; of any kind.")
    reason: str | None = described("Why, for those who come upon it later.", default=None)


@strawberry.input(description="Something that is to be archived no longer.")
class UnarchiveRecordInput(MutationInput):
    ref: Ref = described("Its ref, such as `risk/credit-scorer`, or its id; of any kind.")


@strawberry.type(description="It is archived.")
class ArchiveRecordSuccess:
    record: Record = described("What is archived.")
    changed: bool = described("False if it was archived before: it is as it was.")


@strawberry.type(description="It is not archived.")
class UnarchiveRecordSuccess:
    record: Record = described("What is archived no longer.")
    changed: bool = described("False if it was not archived before.")


@strawberry.type
class ArchiveMutation:
    @mutation(ArchiveRecordSuccess, NotFound, AmbiguousRef)
    async def archive_record(change: Change, input: ArchiveRecordInput) -> Made:
        """Archives anything: lists leave it out from now on, unless they are asked for it.

        With a namespace, a model, a dataset or an experiment, lists leave out what belongs to it.
        Nothing new comes into what is archived: nothing into a namespace, no version or alias of a
        model or dataset, no run into an experiment or another run. An archived version, or one of
        what is archived, is not deployed. What serves is refused, and where it serves is named.
        """
        done = await service.archive_record(change, Archived.of(input))
        return {"record": done.id, "changed": done.changed}

    @mutation(UnarchiveRecordSuccess, NotFound, AmbiguousRef)
    async def unarchive_record(change: Change, input: UnarchiveRecordInput) -> Made:
        """Brings back what was archived: it is listed again, and can be used again."""
        done = await service.unarchive_record(change, Unarchived.of(input))
        return {"record": done.id, "changed": done.changed}
