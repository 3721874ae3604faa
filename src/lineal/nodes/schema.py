"""Anything by its id or its ref, whatever kind it is (https://relay.dev/graphql/objectidentification.htm)."""

from typing import Annotated

import strawberry

from lineal.kernel import refs
from lineal.kernel.change import Change, Made
from lineal.kernel.fields import LARGEST_PAGE, Parameters, argument, described, fetched
from lineal.kernel.mutation import MutationInput, mutation
from lineal.kernel.nodes import Node
from lineal.kernel.refusals import InvalidInput
from lineal.kernel.refused import AmbiguousRef, NotFound, Refused
from lineal.kernel.scalars import Ref
from lineal.nodes import service
from lineal.nodes.records import DeletedRecord as Doomed


@strawberry.type
class NodeQuery:
    @fetched(Node | None)
    def node(id: Annotated[strawberry.ID, argument("Its id, or its ref.")]) -> Parameters:
        """The node of this id, or nothing."""
        return {"ref": refs.parse(id).parameter(), "asOf": None}

    @fetched(list[Node | None])
    def nodes(
        ids: Annotated[
            list[strawberry.ID], argument(f"Their ids or refs, {LARGEST_PAGE} at the most.")
        ],
    ) -> Parameters:
        """The nodes of these ids in the order asked, with nothing in place of an unknown one."""
        if len(ids) > LARGEST_PAGE:
            raise InvalidInput(f"ids: {len(ids)} are more than {LARGEST_PAGE}", ("ids",))
        return {"refs": [refs.parse(text).parameter() for text in ids], "asOf": None}


@strawberry.input(description="A record to be deleted.")
class DeleteRecordInput(MutationInput):
    ref: Ref = described(
        "What to delete, whatever kind it is. A model goes with its versions and aliases, a "
        "dataset with its versions and their columns."
    )


@strawberry.type(description="Something that was deleted, as it was known.")
class DeletedRecord:
    id: strawberry.ID = described("Its id, which is never used again.")
    kind: str = described("Its kind, such as `ModelVersion`.")
    ref: str = described("Its ref. The number of a version is never used again.")


@strawberry.type(description="It was deleted, or would be with `dryRun`.")
class DeleteRecordSuccess:
    deleted: list[DeletedRecord] = described(
        "The record first, then its versions and columns, which went with it."
    )


@strawberry.type(description="How many things of a kind refer to a record.")
class ReferrerCount:
    kind: str = described("The kind, such as `Run`.")
    count: int = described("How many.")


@strawberry.type(description="Something that refers to a record, in short.")
class ReferringRecord:
    id: strawberry.ID = described("Its id.")
    kind: str = described("Its kind, such as `Run`.")
    ref: str = described("Its ref.")
    how: list[str] = described("How, by the types of the edges, as in `Referrer`.")


@strawberry.type(description="Something refers to it, so that it cannot be deleted.")
class StillReferredTo(Refused):
    ref: str = described("The ref of the record.")
    total: int = described("How many things refer to it, or to a version that would go with it.")
    counts: list[ReferrerCount] = described("How many of each kind.")
    referrers: list[ReferringRecord] = described(
        f"The newest of them, up to {service.SHOWN}; `referrers` of the record has all."
    )


@strawberry.type
class NodeMutation:
    @mutation(DeleteRecordSuccess, NotFound, AmbiguousRef, StillReferredTo)
    async def delete_record(change: Change, input: DeleteRecordInput) -> Made:
        """Deletes a record that nothing refers to, for good: a thing recorded by mistake.

        With `dryRun` it answers what would go. What a run read, what was made from a thing, where a
        version serves or ever served, what an alias ever pointed at, what is in a namespace: all
        that keeps it. Whoever refers to it at the same moment either comes first, and this is
        refused, or is told that it is not there.
        """
        return {"deleted": await service.delete_record(change, Doomed.of(input))}
