"""Groups facts into waves: what is in one wave can be told at the same time."""

from collections import defaultdict
from collections.abc import Iterable

from lineal.demo.example import facts


def waves(told: Iterable[facts.Fact]) -> list[list[facts.Fact]]:
    """Returns the facts in waves: each needs only what earlier waves hold.

    Facts that change the same thing (an alias, a deployment, a model's next number) keep their
    order, one a wave.
    """
    ready: defaultdict[str, int] = defaultdict(int)
    grouped: defaultdict[int, list[facts.Fact]] = defaultdict(list)
    for fact in told:
        changes = _changes(fact)
        wave = max((ready[key] for key in (*_needs(fact), *changes)), default=0)
        grouped[wave].append(fact)
        for key in changes:
            ready[key] = wave + 1
    return [grouped[wave] for wave in sorted(grouped)]


def _changes(fact: facts.Fact) -> tuple[str, ...]:
    match fact:
        case facts.Namespace():
            return (fact.name,)
        case facts.Named():
            return (fact.ref,)
        case facts.DatasetVersion():
            return (fact.handle,)
        case facts.Run():
            return tuple(output.handle for output in fact.outputs)
        case facts.ModelVersion():
            return (fact.model, fact.handle)
        case facts.Alias():
            return (f"{fact.model}@{fact.name}",)
        case facts.Deployment() | facts.Rollback() | facts.Feed():
            return (f"deployment:{fact.deployment}",)


def _needs(fact: facts.Fact) -> tuple[str, ...]:
    match fact:
        case facts.Named():
            return (fact.ref.partition("/")[0],)
        case facts.DatasetVersion():
            return (fact.dataset,)
        case facts.Run():
            return (*(each.of for each in fact.inputs), *(each.dataset for each in fact.outputs))
        case facts.ModelVersion():
            return (*(each.of for each in fact.run.inputs), *fact.bases)
        case facts.Alias():
            return (fact.version, *((fact.replaces,) if fact.replaces else ()))
        case facts.Deployment():
            return (fact.version,)
        case facts.Feed():
            return (fact.consumer,)
        case _:
            return ()
