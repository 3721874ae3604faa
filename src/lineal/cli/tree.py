"""A lineage as a tree: what was reached hangs from where it was first reached, once in full."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from lineal.cli.output import joined, place, share

if TYPE_CHECKING:
    from rich.text import Text
    from rich.tree import Tree

    from lineal.client.generated.fragments import LineageEdge

# Two columns a level, so that a long way fits in a terminal.
GUIDES = [("  ", "│ ", "├ ", "└ ")] * 3
ASCII_GUIDES = ("  ", "| ", "+ ", "` ")
ABOVE = " (see above)"


@dataclass(frozen=True)
class Branch:
    """A node that hangs from another, and the edges by which it does."""

    id: str
    edges: Sequence["LineageEdge"]


Branches = dict[str, list[Branch]]


def branches(edges: Iterable["LineageEdge"], *, upstream: bool) -> Branches:
    """Returns what hangs from each node if the edges are followed one way."""
    found: dict[str, dict[str, list[LineageEdge]]] = defaultdict(lambda: defaultdict(list))
    for edge in edges:
        parent, child = (edge.to, edge.from_) if upstream else (edge.from_, edge.to)
        found[parent][child].append(edge)
    return {
        parent: [Branch(child, tuple(between)) for child, between in children.items()]
        for parent, children in found.items()
    }


def grow(root: str, nodes: dict[str, Any], hanging: Branches, shown: set[str]) -> "Tree":
    """Returns a tree of everything that hangs from a root, and adds to what is shown."""
    label = place(nodes[root])
    if root in shown:
        return _tree(label.append(ABOVE, "dim"))
    shown.add(root)
    tree = _tree(label)
    _hang(tree, root, nodes, hanging, shown)
    return tree


def _hang(
    tree: "Tree", parent: str, nodes: dict[str, Any], hanging: Branches, shown: set[str]
) -> None:
    # A branch that others hang from is told last, so that short ones do not get lost behind it.
    known = [each for each in hanging.get(parent, []) if each.id in nodes]
    for branch in sorted(known, key=lambda each: _order(each, nodes, hanging)):
        label = place(nodes[branch.id])
        label.append(_how(branch.edges), "dim")
        if branch.id in shown:
            tree.add(label.append(ABOVE if hanging.get(branch.id) else "", "dim"))
        else:
            shown.add(branch.id)
            _hang(tree.add(label), branch.id, nodes, hanging, shown)


def _order(branch: Branch, nodes: dict[str, Any], hanging: Branches) -> tuple[bool, str]:
    return bool(hanging.get(branch.id)), place(nodes[branch.id]).plain


def _how(edges: Sequence["LineageEdge"]) -> str:
    """Returns what is to say of edges: roles, shares of the traffic."""
    words = (edge.role or (share(edge.weight) if edge.weight is not None else "") for edge in edges)
    said = joined(dict.fromkeys(filter(None, words)))
    return f", {said}" if said else ""


def _tree(label: "Text") -> "Tree":
    from rich.tree import Tree

    class Narrow(Tree):
        TREE_GUIDES = GUIDES
        ASCII_GUIDES = ASCII_GUIDES

    return Narrow(label, guide_style="dim")
