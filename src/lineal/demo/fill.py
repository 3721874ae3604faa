"""Fills a registry through its public API: the example first, for real, then the company."""

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from rich.progress import Progress

from lineal.demo.example import register, steps, story
from lineal.demo.plan import plan
from lineal.demo.waves import waves

# So many calls at once: a server with few cores gains nothing from more.
CALLS_AT_ONCE = 8


def fill(registrar: register.Registrar, folder: Path, progress: Progress) -> None:
    """Runs the example, writing to the folder, and tells the registry of it and of the company.

    Raises the client's refusal where the registry will not have something.
    """
    lab = steps.Lab(folder)
    trained = progress.add_task("Training credit models", total=None)
    for fact in story(lab):
        registrar.tell(fact)
        progress.advance(trained)
    company = waves(plan())
    told = progress.add_task("Filling other namespaces", total=sum(map(len, company)))
    with ThreadPoolExecutor(CALLS_AT_ONCE) as pool:
        for wave in company:
            for _ in pool.map(registrar.tell, wave):
                progress.advance(told)
