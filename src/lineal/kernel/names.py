"""What the refs of one call mean, looked up together: what is there, and what it makes itself."""

from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass, field

from lineal.kernel import refs
from lineal.kernel.finding import Found, Node, Wanted, parse, parse_name, resolve, told
from lineal.kernel.graph import Transaction
from lineal.kernel.refs import Form, InvalidRef, Ref


@dataclass(frozen=True, slots=True)
class Names:
    """The nodes that refs name, by the texts that were looked up, and the versions made since."""

    tx: Transaction
    there: dict[str, list[Node]]
    made: dict[str, Node] = field(default_factory=dict)

    def find(self, wanted: Wanted) -> Found:
        """Returns the node that a ref names, or raises InvalidInput, NotFound or AmbiguousRef."""
        ref = parse(wanted.text, wanted.path)
        made = self.made.get(ref.key)
        found = told(wanted, [made] if made else self.there[wanted.text])
        self.tx.named.add(found.id)
        return found

    def name(self, text: str, path: tuple[str, ...], kind: str) -> tuple[str, str]:
        """Returns the namespace and the name that a ref means, of a node that may not be there yet.

        An id means the node's name. Raises InvalidInput or NotFound.
        """
        ref = parse(text, path)
        if ref.form is Form.ID:
            text = self.find(Wanted(text, path, (kind,))).ref
        elif ref.form is Form.NAME and ref.kind == kind:
            text = ref.key
        return parse_name(text, path)

    def add(self, key: str, made: Node) -> None:
        """Lets a ref of a version mean, from now on, what this call makes."""
        self.made[key] = made


async def look_up(tx: Transaction, texts: Iterable[str], names: Iterable[str] = ()) -> Names:
    """Returns what refs mean, and the names of what may not be there yet, with one statement."""
    asked = {*texts, *filter(refs.is_id, names)}
    parsed: dict[str, Ref] = {}
    for text in asked:
        with suppress(InvalidRef):  # Whoever finds it says so.
            parsed[text] = refs.parse(text)
    rows = await resolve(tx, list(parsed.values()))
    return Names(tx, dict(zip(parsed, rows, strict=True)))
