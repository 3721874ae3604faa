"""Who serves how much: decides the shares of a deployment's traffic, and knows no graph.

Shares are positive, by the id of the version, and sum to 1 wherever anything serves.
"""

from collections.abc import Mapping
from dataclasses import dataclass

Shares = dict[str, float]

# What is scaled is rounded, so that 1 - 0.9 is 0.1; who is left with nothing serves no longer.
_DIGITS = 9


@dataclass(frozen=True, slots=True)
class Turn:
    """The stays that end and those that begin when shares change. A change of weight is both."""

    ended: list[str]
    begun: Shares


def deployed(shares: Mapping[str, float], version: str, weight: float) -> Shares:
    """Returns the shares once `version` has `weight`: the others keep their proportions."""
    if shares.get(version) == weight:
        return dict(shares)
    others = _scaled({id_: was for id_, was in shares.items() if id_ != version}, 1 - weight)
    return {**others, version: weight} if others else {version: 1.0}


def ended(shares: Mapping[str, float], version: str | None = None) -> Shares:
    """Returns the shares once `version` is gone, or all are: the others keep their proportions."""
    if version is None:
        return {}
    return _scaled({id_: was for id_, was in shares.items() if id_ != version}, 1.0)


def reported(shares: Mapping[str, float], then: Mapping[str, float]) -> Shares:
    """Returns shares that were observed, rounded; one that is as it was stays exactly that."""
    rounded = {id_: round(weight, _DIGITS) for id_, weight in then.items()}
    return {
        id_: shares[id_] if round(shares.get(id_, 0.0), _DIGITS) == weight else weight
        for id_, weight in rounded.items()
    }


def turn(now: Mapping[str, float], then: Mapping[str, float]) -> Turn:
    """Returns what leads from one set of shares to another; what stays the same is left alone."""
    return Turn(
        ended=sorted(id_ for id_, weight in now.items() if then.get(id_) != weight),
        begun={id_: then[id_] for id_ in sorted(then) if now.get(id_) != then[id_]},
    )


def _scaled(shares: Mapping[str, float], total: float) -> Shares:
    """Returns the same proportions with another sum, without those that round to nothing."""
    whole = sum(shares.values())
    scaled = {id_: round(weight / whole * total, _DIGITS) for id_, weight in shares.items()}
    kept = {id_: weight for id_, weight in scaled.items() if weight > 0}
    return dict.fromkeys(kept, 1.0) if len(kept) == 1 and total == 1 else kept
