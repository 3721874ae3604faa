"""Anything by its id or its ref, whatever kind it is (https://relay.dev/graphql/objectidentification.htm)."""

from typing import Annotated

import strawberry

from lineal.kernel import refs
from lineal.kernel.fields import LARGEST_PAGE, Parameters, argument, fetched
from lineal.kernel.nodes import Node
from lineal.kernel.refusals import InvalidInput


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
