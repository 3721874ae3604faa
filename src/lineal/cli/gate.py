"""What must not be affected: decides whether CI may go on."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import typer

from lineal.cli.output import joined

if TYPE_CHECKING:
    from lineal.client import Impact
    from lineal.client.generated.fragments import ImpactItems

FIELDS = ("environment", "namespace")


@dataclass(frozen=True)
class Condition:
    """Something affected in this environment or namespace closes the gate."""

    field: str
    value: str

    def holds(self, item: "ImpactItems") -> bool:
        """Returns whether this affected deployment or application matches."""
        if self.field == "namespace":
            return item.node.namespace.name == self.value
        return item.node.typename__ == "Deployment" and item.node.environment == self.value

    def __str__(self) -> str:
        return f"{self.field}={self.value}"


def read_condition(text: str) -> Condition:
    """Returns the condition that a text such as `environment=production` states."""
    field, _, value = text.partition("=")
    if field not in FIELDS or not value:
        raise typer.BadParameter(f"{text} is not environment=NAME or namespace=NAME")
    return Condition(field, value)


def verdict(conditions: Iterable[Condition], impact: "Impact") -> list[str]:
    """Returns why the gate is closed: what matches, and that an answer is not the whole of it."""
    reasons = [
        f"{condition} is affected: {joined(refs)}"
        for condition in conditions
        if (refs := _matching(condition, impact.items))
    ]
    if not impact.complete:
        reasons.append("It is not known what else is affected: the answer is not complete")
    return reasons


def _matching(condition: Condition, items: Sequence["ImpactItems"]) -> list[str]:
    return [item.node.ref for item in items if condition.holds(item)]
