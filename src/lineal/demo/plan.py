"""Turns the tables of `world.py` into facts, month by month, always the same ones.

The facts are of the kinds that the example of credit risk tells, so that one function tells both.
"""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from random import Random
from typing import Literal

from lineal.demo.example import facts
from lineal.demo.world import (
    APPLICATIONS,
    DATASETS,
    DEPLOYMENTS,
    MODELS,
    NAMESPACES,
    Dataset,
    Deployment,
    Model,
)

MONTHS = ("2026-04", "2026-05", "2026-06", "2026-07", "2026-08")
DISCLAIMER = "Invented for `lineal demo`."

FRAMEWORKS = {
    "boosting": "lightgbm",
    "forest": "scikit-learn",
    "linear": "scikit-learn",
    "clustering": "scikit-learn",
    "graph": "pytorch-geometric",
    "neural": "pytorch",
    "convolutional": "pytorch",
    "transformer": "pytorch",
    "vision-transformer": "pytorch",
    "reinforcement": "pytorch",
}
NEURAL = {name for name, framework in FRAMEWORKS.items() if framework.startswith("pytorch")}


@dataclass(slots=True)
class Company:
    """What exists so far, while the months go by."""

    latest: dict[str, str] = field(default_factory=dict)
    made: dict[str, list[str]] = field(default_factory=dict)
    champions: dict[str, str] = field(default_factory=dict)
    challengers: set[str] = field(default_factory=set)
    serving: dict[str, list[str]] = field(default_factory=dict)
    fed: set[tuple[str, str]] = field(default_factory=set)

    def inputs(self, refs: tuple[str, ...], role: str) -> tuple[facts.Input, ...]:
        """Returns the latest versions of datasets as inputs, without those that have none yet."""
        known = (ref if "#" in ref else self.latest.get(ref) for ref in refs)
        return tuple(facts.Input(handle, role) for handle in known if handle)


def plan() -> Iterator[facts.Fact]:
    """Yields all that there is to tell of the invented company, in an order that can be told."""
    yield from _names()
    company = Company()
    for index, month in enumerate(MONTHS):
        for dataset in DATASETS:
            if index < dataset.months:
                yield _dataset_version(dataset, month, company)
        # A base goes before what is tuned from it, and scores before what learns from them.
        for model in sorted(MODELS, key=_depth):
            if index in _schedule(model):
                yield _model_version(model, month, company)
                yield from _aliases(model, company)
            yield from _deployments(model, month, company)


def _names() -> Iterator[facts.Fact]:
    teams = {namespace.name: namespace.team for namespace in NAMESPACES}
    for namespace in NAMESPACES:
        description = f"{namespace.description} {DISCLAIMER}"
        yield facts.Namespace(namespace.name, description, (namespace.team,), ("demo",))
    for dataset in DATASETS:
        owners = (teams[_namespace(dataset.ref)],)
        yield facts.Named("dataset", dataset.ref, dataset.description, owners, dataset.tags)
    for model in MODELS:
        owners = (teams[_namespace(model.ref)],)
        yield facts.Named("model", model.ref, model.description, owners, model.tags)
    for each in APPLICATIONS:
        yield facts.Named(
            "application", each.ref, each.description, (each.owner,), application_kind=each.kind
        )


def _dataset_version(dataset: Dataset, month: str, company: Company) -> facts.Fact:
    version = _table(dataset, month)
    company.latest[dataset.ref] = version.handle
    if not dataset.sources:
        return version
    inputs = company.inputs(dataset.sources, "source")
    return _run(
        "TRANSFORMATION", f"build-{_name(dataset.ref)}", month, dataset.ref, inputs, version
    )


def _table(dataset: Dataset, month: str) -> facts.DatasetVersion:
    random = Random(f"{dataset.ref}#{month}")  # noqa: S311
    rows = int(dataset.million_rows * 1e6 * random.uniform(0.9, 1.1))
    return facts.DatasetVersion(
        dataset=dataset.ref,
        label=month,
        description=f"As of the end of {month}.",
        uri=f"abfss://{_namespace(dataset.ref)}@lake.example/{_name(dataset.ref)}/{month}",
        digest=_digest(dataset.ref, month),
        size_bytes=rows * (30 * len(dataset.columns)),
        row_count=rows,
        columns=tuple(facts.Column(name, _column_type(name)) for name in dataset.columns),
        statistics={"null_share": round(random.uniform(0, 0.04), 4)},
        tags=dataset.tags,
    )


def _model_version(model: Model, month: str, company: Company) -> facts.Fact:
    made = company.made.setdefault(model.ref, [])
    number = len(made) + 1
    random = Random(f"{model.ref}:{number}")  # noqa: S311
    base = company.champions.get(model.base) if model.base else None
    inputs = company.inputs(model.reads, "train")
    if base:
        inputs += (facts.Input(base, "base"),)
    parameters = _parameters(model, random)
    metrics = _metrics(model, number, random)
    label = f"{month.replace('-0', '.').replace('-', '.')}.{number}"
    version = facts.ModelVersion(
        model=model.ref,
        label=label,
        description=f"{model.how} from {model.base}".capitalize() if base else f"Trained {month}.",
        uri=f"abfss://models@lake.example/{model.ref}/{number}",
        digest=_digest(model.ref, label),
        size_bytes=random.randint(2, 900) * 1_000_000,
        framework=FRAMEWORKS[model.family],
        parameters=parameters,
        metrics=metrics,
        run=_run(
            "TRAINING",
            f"train-{_name(model.ref)}",
            month,
            model.ref,
            inputs,
            parameters=parameters,
            metrics=metrics,
        ),
        bases=(base,) if base else (),
        how=model.how,
        tags=model.tags,
    )
    made.append(version.handle)
    return version


def _aliases(model: Model, company: Company) -> Iterator[facts.Fact]:
    """The version before is the champion, the newest challenges it; a first one is champion."""
    made = company.made[model.ref]
    challenged = any(each.canary for each in DEPLOYMENTS if each.model == model.ref)
    champion = made[-2] if challenged and len(made) > 1 else made[-1]
    before = company.champions.get(model.ref)
    if champion != before:
        company.champions[model.ref] = champion
        yield facts.Alias("champion", champion, before, "Passed its review.")
    if challenged and len(made) > 1:
        replaced = made[-2] if model.ref in company.challengers else None
        company.challengers.add(model.ref)
        yield facts.Alias("challenger", made[-1], replaced, "On trial.")


def _deployments(model: Model, month: str, company: Company) -> Iterator[facts.Fact]:
    for each in DEPLOYMENTS:
        if each.model != model.ref or model.ref not in company.made:
            continue
        yield from _serve(each, company)
        yield from _feeds(each, model, month, company)


def _serve(deployment: Deployment, company: Company) -> Iterator[facts.Fact]:
    newest = company.made[deployment.model][-1]
    champion = company.champions[deployment.model]
    wanted = [newest] if deployment.environment == "staging" else [champion]
    if deployment.canary and newest != champion:
        wanted.append(newest)
    serving = company.serving.get(deployment.ref, [])
    company.serving[deployment.ref] = wanted
    if wanted == serving:
        return
    for handle, weight in zip(wanted, (1.0, 0.1), strict=False):
        yield facts.Deployment(
            deployment.ref,
            handle,
            environment=deployment.environment,
            kind=deployment.kind,
            description=f"{deployment.model} in {deployment.environment}.",
            owners=(_team(deployment.ref),),
            platform=deployment.platform,
            endpoint=_endpoint(deployment),
            weight=weight,
        )


def _feeds(
    deployment: Deployment, model: Model, month: str, company: Company
) -> Iterator[facts.Fact]:
    outputs = {dataset.ref: dataset for dataset in DATASETS if dataset.months == 0}
    for consumer in deployment.feeds:
        if consumer in outputs:
            version = _table(outputs[consumer], month)
            company.latest[consumer] = version.handle
            scorer = facts.Input(company.champions[model.ref], "scorer")
            features = company.inputs(model.reads, "features")
            name = f"score-{_name(consumer)}"
            yield _run("SCORING", name, month, consumer, (scorer, *features), version)
            yield facts.Feed(deployment.ref, version.handle, "dataset_version")
        elif (deployment.ref, consumer) not in company.fed:
            company.fed.add((deployment.ref, consumer))
            yield facts.Feed(deployment.ref, consumer, "application")


def _run(
    kind: Literal["TRAINING", "TRANSFORMATION", "SCORING"],
    name: str,
    month: str,
    ref: str,
    inputs: tuple[facts.Input, ...],
    output: facts.DatasetVersion | None = None,
    *,
    parameters: dict[str, facts.Value] | None = None,
    metrics: dict[str, float] | None = None,
) -> facts.Run:
    random = Random(f"{name} {month}")  # noqa: S311
    namespace = _namespace(ref)
    started = datetime.fromisoformat(f"{month}-28T02:00:00").replace(tzinfo=UTC)
    started += timedelta(minutes=random.randint(0, 180))
    return facts.Run(
        kind=kind,
        namespace=namespace,
        name=f"{name}-{month}",
        description=f"{name.replace('-', ' ').capitalize()}, {month}.",
        provenance=facts.Provenance(
            entry_point=f"{namespace.replace('-', '_')}.{_name(ref).replace('-', '_')}:main",
            repository=f"https://git.example/{namespace}/pipelines.git",
            commit=hashlib.sha256(f"{namespace} {month}".encode()).hexdigest()[:40],
            lock_digest=_digest(namespace, month),
        ),
        started_at=started,
        ended_at=started + timedelta(minutes=random.randint(2, 300)),
        parameters=parameters or {},
        metrics=metrics or {},
        inputs=inputs,
        outputs=(output,) if output else (),
    )


def _parameters(model: Model, random: Random) -> dict[str, facts.Value]:
    seed = random.randint(1, 9999)
    if model.family in NEURAL:
        return {
            "learning_rate": random.choice((1e-5, 3e-5, 1e-4, 3e-4)),
            "epochs": random.randint(2, 30),
            "batch_size": random.choice((32, 64, 128, 256)),
            "precision": random.choice(("bf16", "fp32")),
            "seed": seed,
        }
    if model.family in ("boosting", "forest"):
        return {
            "trees": random.randint(2, 20) * 100,
            "max_depth": random.randint(4, 10),
            "learning_rate": random.choice((0.02, 0.05, 0.1)),
            "seed": seed,
        }
    return {"regularisation": random.choice((0.01, 0.1, 1.0)), "seed": seed}


def _metrics(model: Model, number: int, random: Random) -> dict[str, float]:
    """Returns figures that mostly get better from version to version, as figures do."""
    level = 0.74 + 0.02 * number + random.uniform(-0.02, 0.04)
    if "forecast" in model.tags:
        return {"mape": round(1.02 - level, 4), "bias": round(random.uniform(-0.03, 0.03), 4)}
    if "foundation" in model.tags or "generative" in model.tags:
        return {"loss": round(3.1 - level, 4), "accuracy": round(level - 0.1, 4)}
    return {
        "auc": round(min(level + 0.06, 0.995), 4),
        "accuracy": round(level, 4),
        "f1": round(level - 0.05, 4),
        "latency_p99_ms": round(random.uniform(3, 80), 1),
    }


def _schedule(model: Model) -> set[int]:
    """Returns the months in which versions are made: the latest, or the first for foundations."""
    months = range(len(MONTHS))
    return set(
        months[: model.versions] if "foundation" in model.tags else months[-model.versions :]
    )


def _depth(model: Model) -> int:
    by_ref = {each.ref: each for each in MODELS}
    base = by_ref.get(model.base or "")
    learns_from_scores = any(
        dataset.ref in model.reads for dataset in DATASETS if not dataset.months
    )
    return (1 + _depth(base) if base else 0) + 5 * learns_from_scores


def _namespace(ref: str) -> str:
    return ref.partition("/")[0]


def _name(ref: str) -> str:
    return ref.partition("/")[2]


def _team(ref: str) -> str:
    return next(each.team for each in NAMESPACES if each.name == _namespace(ref))


def _digest(*parts: str) -> str:
    return f"sha256:{hashlib.sha256('/'.join(('demo', *parts)).encode()).hexdigest()}"


def _column_type(name: str) -> str:
    if name.endswith(("_id", "image", "text", "device", "segment", "country", "label")):
        return "string"
    return "timestamp" if name in ("at", "since", "booked_at", "observed_at", "day") else "double"


def _endpoint(deployment: Deployment) -> str | None:
    if deployment.kind != "ONLINE":
        return None
    return f"https://{_name(deployment.ref)}.serving.example"
