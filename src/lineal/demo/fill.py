"""Fills a registry through its public API: the example first, for real, then the company.

All of it can be told again: what is there stays as it is, so what was interrupted is resumed.
"""

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from rich.progress import Progress

from lineal.client import Client
from lineal.demo.complete import LAST
from lineal.demo.example import facts, register, steps, story
from lineal.demo.plan import DISCLAIMER, plan
from lineal.demo.waves import waves

# So many calls at once: a server with few cores gains nothing from more.
CALLS_AT_ONCE = 8

# What the example tells, about; only the bar depends on it.
EXAMPLE_FACTS = 57

INVENTORY = facts.Named(
    "application",
    LAST,
    f"Lists all models at the end of a quarter, for the auditors. {DISCLAIMER}",
    ("team:operations-research",),
    application_kind="report",
)


def fill(client: Client, folder: Path, progress: Progress) -> None:
    """Runs the example, writing to the folder, and tells the registry of it and of the company.

    Raises the client's refusal where the registry will not have something.
    """
    example = register.Registrar(client)
    trained = progress.add_task("Training credit models, half a minute", total=EXAMPLE_FACTS)
    for fact in story(steps.Lab(folder)):
        example.tell(fact)
        progress.advance(trained)
    progress.update(trained, total=progress.tasks[trained].completed)
    _tell_company(register.Registrar(client, key="demo"), progress)


def _tell_company(registrar: register.Registrar, progress: Progress) -> None:
    company: list[list[facts.Fact]] = [*waves(plan()), [INVENTORY]]
    told = progress.add_task("Filling other namespaces", total=sum(map(len, company)))
    pool = ThreadPoolExecutor(CALLS_AT_ONCE)
    try:
        for wave in company:
            for _ in pool.map(registrar.tell, wave):
                progress.advance(told)
    finally:
        pool.shutdown(cancel_futures=True)
