"""The steps of the pipeline: each computes, writes its files, and returns them with their facts."""

import csv
import io
import pickle
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import numpy as np
from sklearn.calibration import CalibratedClassifierCV
from sklearn.frozen import FrozenEstimator
from sklearn.metrics import log_loss
from sklearn.pipeline import Pipeline

from .facts import (
    Column,
    DatasetVersion,
    Derivation,
    Input,
    ModelVersion,
    Run,
    Value,
    file_facts,
)
from .features import MADE_FROM, Recipe
from .metrics import Floats, measure, measure_slices
from .provenance import environment, provenance
from .sources import (
    COLUMNS,
    IDENTITY,
    NUMBERS,
    PERSONAL,
    Source,
    identities,
    meaning,
    read_codes,
)

Row = dict[str, str]

# Where each credit goes, by its id: the share of credits up to and with this split.
SPLITS = {"development": 0.45, "test": 0.65, "intake-2026-08": 0.825, "intake-2026-10": 1.0}


@dataclass(frozen=True, slots=True)
class Lab:
    """Where the files go, and what time it is."""

    folder: Path
    clock: Callable[[], datetime] = lambda: datetime.now(UTC)

    def file(self, name: str) -> Path:
        """Returns the path of a file to be written, its folder made."""
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        return path


@dataclass(frozen=True, slots=True)
class Table:
    """Rows as they are in a file, and the facts about that file."""

    rows: list[Row]
    facts: DatasetVersion

    def numbers(self, columns: Sequence[str]) -> Floats:
        """Returns the columns as floats, shaped (rows, columns)."""
        return np.array([[float(row[column]) for column in columns] for row in self.rows])

    @property
    def bad(self) -> Floats:
        """Returns 1.0 for each bad credit, 0.0 for each good one."""
        return np.array([float(row["outcome"] == "bad") for row in self.rows])


@dataclass(frozen=True, slots=True)
class Fitted:
    """A trained model, the columns it reads, and its facts."""

    model: Any
    columns: tuple[str, ...]
    facts: ModelVersion

    def scores(self, table: Table) -> Floats:
        """Returns the probability that each credit of a table is bad."""
        scores: Floats = self.model.predict_proba(table.numbers(self.columns))[:, 1]
        return scores


def ingest(lab: Lab, source: Source) -> DatasetVersion:
    """Returns the facts about a shipped file, after a copy of it was put into the lab."""
    path = lab.file(f"raw/{source.file}")
    path.write_bytes(source.path.read_bytes())
    rows = read_codes(source)
    file = file_facts(path)
    bad = [meaning(source, "outcome", row["outcome"]) == "bad" for row in rows]
    return DatasetVersion(
        dataset="risk/german-credit",
        label=source.label,
        description=f"{source.title}, as published (doi:{source.doi}, CC BY 4.0).",
        uri=file.uri,
        digest=file.digest,
        size_bytes=file.size_bytes,
        row_count=len(rows),
        columns=tuple(_column(name, "code") for name in COLUMNS),
        statistics={"bad_rate": round(sum(bad) / len(rows), 6)},
        tags=("public-data", "cc-by-4.0"),
    )


def clean(lab: Lab, source: Source, raw: DatasetVersion, month: str) -> tuple[Table, Run]:
    """Returns the credits with an id and with meanings for codes, by the source's own table."""
    started = lab.clock()
    codes = read_codes(source)
    decoded = [
        {"credit_id": identity}
        | {column: meaning(source, column, row[column]) for column in COLUMNS}
        for identity, row in zip(identities(codes), codes, strict=True)
    ]
    kept = [credit for credit in decoded if _is_plausible(credit)]
    table = _write(
        lab,
        kept,
        dataset="risk/credits",
        label=month,
        description=f"Credits decoded by the code table of {source.title}.",
        types=dict.fromkeys(NUMBERS, "integer"),
    )
    run = _run(
        lab,
        "TRANSFORMATION",
        started,
        step=clean,
        name=f"clean-credits-{month}",
        description="Decodes the raw file, gives each credit an id, drops what cannot be.",
        parameters={"code_table": source.label},
        metrics={"rows.read": len(codes), "rows.dropped": len(codes) - len(kept)},
        inputs=(Input(raw.handle, "source"),),
        outputs=(table.facts,),
        columns=_made(table.facts, {"credit_id": IDENTITY}, raw),
    )
    return table, run


def featurise(
    lab: Lab, cleaned: Table, recipe: Recipe, month: str, splits: Mapping[str, str]
) -> tuple[dict[str, Table], Run]:
    """Returns one table of features for each wanted split (`splits`: name of the dataset → split).

    Those of the latest intake have no outcome yet.
    """
    started = lab.clock()
    tables = {}
    for name, split in splits.items():
        known = name != "intake"
        tables[name] = _write(
            lab,
            [
                _features(credit, recipe, known)
                for credit in cleaned.rows
                if split_of(credit["credit_id"]) == split
            ],
            dataset=f"risk/features-{name}",
            label=month,
            description=f"Features of the {recipe.name} set, {split} credits.",
            types={"credit_id": "string", "outcome": "string"},
            default_type="double",
        )
    run = _run(
        lab,
        "TRANSFORMATION",
        started,
        step=featurise,
        name=f"features-{month}",
        description=f"Computes the {recipe.name} features and splits the credits by their id.",
        parameters={"recipe": recipe.name, **{f"split.{k}": v for k, v in splits.items()}},
        metrics={f"rows.{name}": float(len(table.rows)) for name, table in tables.items()},
        inputs=(Input(cleaned.facts.handle, "source"),),
        outputs=tuple(table.facts for table in tables.values()),
        columns=tuple(
            made
            for table in tables.values()
            for made in _made(table.facts, MADE_FROM, cleaned.facts)
        ),
    )
    return tables, run


def train(
    lab: Lab,
    model: Pipeline,
    development: Table,
    *,
    name: str,
    label: str,
    description: str,
    parameters: Mapping[str, Value],
    tags: tuple[str, ...] = (),
) -> Fitted:
    """Returns the model, fitted on a table, as a new version of the named model."""
    started = lab.clock()
    columns = _feature_columns(development)
    model.fit(development.numbers(columns), development.bad)
    scores: Floats = model.predict_proba(development.numbers(columns))[:, 1]
    return _version(
        lab,
        started,
        model,
        columns,
        step=train,
        name=name,
        label=label,
        description=description,
        parameters=dict(parameters),
        metrics={f"train.{k}": v for k, v in measure(development.bad, scores).items()},
        inputs=(Input(development.facts.handle, "train"),),
        features=tuple(development.facts.column(name) for name in columns),
        series=_learning(model, development, columns),
        tags=tags,
    )


def calibrate(lab: Lab, base: Fitted, matured: Table, *, label: str, description: str) -> Fitted:
    """Returns a version derived from another: its scores mapped onto observed shares of bad."""
    started = lab.clock()
    calibrated = CalibratedClassifierCV(FrozenEstimator(base.model), method="sigmoid", cv=2)
    calibrated.fit(matured.numbers(base.columns), matured.bad)
    scores: Floats = calibrated.predict_proba(matured.numbers(base.columns))[:, 1]
    return _version(
        lab,
        started,
        calibrated,
        base.columns,
        step=calibrate,
        name=base.facts.model,
        label=label,
        description=description,
        parameters={"method": "sigmoid"},
        metrics={f"train.{k}": v for k, v in measure(matured.bad, scores).items()},
        inputs=(Input(base.facts.handle, "base"), Input(matured.facts.handle, "train")),
        features=tuple(matured.facts.column(name) for name in base.columns),
        bases=(base.facts.handle,),
        how="calibrated",
        tags=(*base.facts.tags, "calibrated"),
    )


def evaluate(lab: Lab, fitted: Fitted, test: Table, cleaned: Table) -> Run:
    """Returns the evaluation of a version on credits that it has never seen, also by slice."""
    started = lab.clock()
    scores = fitted.scores(test)
    by_id = {credit["credit_id"]: credit for credit in cleaned.rows}
    seen = [by_id[row["credit_id"]] for row in test.rows]
    slices = {
        "age": ["under 26" if int(credit["age"]) < 26 else "26 and over" for credit in seen],
        "housing": [credit["housing"] for credit in seen],
    }
    return _run(
        lab,
        "EVALUATION",
        started,
        step=evaluate,
        name=f"evaluate-{_slug(fitted.facts.handle)}-on-{_slug(test.facts.handle)}",
        description="Measures a version on credits that it has not seen.",
        parameters={},
        metrics=measure(test.bad, scores),
        suite="unseen-credits",
        slices=measure_slices(test.bad, scores, slices),
        inputs=(Input(fitted.facts.handle, "evaluated"), Input(test.facts.handle, "test")),
    )


def score(lab: Lab, fitted: Fitted, intake: Table, month: str) -> tuple[Table, Run]:
    """Returns the scores of a month's intake: what the batch deployment hands on."""
    started = lab.clock()
    scores = fitted.scores(intake)
    table = _write(
        lab,
        [
            {"credit_id": row["credit_id"], "score": f"{value:.6f}"}
            for row, value in zip(intake.rows, scores, strict=True)
        ],
        dataset="risk/credit-scores",
        label=month,
        description=f"Probability of a bad outcome for the intake of {month}.",
        types={"score": "double"},
    )
    run = _run(
        lab,
        "SCORING",
        started,
        step=score,
        name=f"score-intake-{month}",
        description="Scores the month's intake.",
        parameters={},
        metrics={"score.mean": round(float(np.mean(scores)), 6), "rows": float(len(scores))},
        inputs=(Input(fitted.facts.handle, "scorer"), Input(intake.facts.handle, "features")),
        outputs=(table.facts,),
        columns=_made(table.facts, {"score": fitted.columns}, intake.facts),
    )
    return table, run


def match_outcomes(lab: Lab, scores: Table, cleaned: Table, month: str) -> tuple[Table, Run]:
    """Returns scores beside what became of the credits, for whoever learns from both."""
    started = lab.clock()
    by_id = {credit["credit_id"]: credit for credit in cleaned.rows}
    table = _write(
        lab,
        [_matched(row, by_id[row["credit_id"]]) for row in scores.rows],
        dataset="collections/scored-outcomes",
        label=month,
        description="Scores of an intake beside the outcomes of its credits.",
        types={"credit_id": "string", "outcome": "string"},
        default_type="double",
    )
    run = _run(
        lab,
        "TRANSFORMATION",
        started,
        step=match_outcomes,
        namespace="collections",
        name=f"match-outcomes-{month}",
        description="Joins the risk team's scores with outcomes.",
        parameters={},
        metrics={"rows": float(len(table.rows))},
        inputs=(Input(scores.facts.handle, "features"), Input(cleaned.facts.handle, "source")),
        outputs=(table.facts,),
        columns=_made(table.facts, {}, scores.facts, cleaned.facts),
    )
    return table, run


def split_of(credit_id: str) -> str:
    """Returns the split of a credit: by its id alone, so it never moves from one to another."""
    share = int(credit_id[:8], 16) / 2**32
    return next(split for split, bound in SPLITS.items() if share < bound)


def _is_plausible(credit: Row) -> bool:
    return (
        18 <= int(credit["age"]) <= 100
        and int(credit["amount_dm"]) > 0
        and int(credit["duration_months"]) > 0
    )


def _learning(
    model: Pipeline, table: Table, columns: Sequence[str]
) -> dict[str, tuple[float, ...]]:
    """Returns how a model that learns in steps came to fit a table better; of others, nothing."""
    staged = getattr(model[-1], "staged_predict_proba", None)
    if staged is None:
        return {}
    losses = (log_loss(table.bad, scores) for scores in staged(table.numbers(columns)))
    return {"train.log_loss": tuple(round(float(loss), 6) for loss in losses)}


def _features(credit: Row, recipe: Recipe, known: bool) -> Row:
    numbers = {name: f"{value:g}" for name, value in recipe.compute(credit).items()}
    outcome = {"outcome": credit["outcome"]} if known else {}
    return {"credit_id": credit["credit_id"]} | numbers | outcome


def _matched(scored: Row, credit: Row) -> Row:
    kept = {name: credit[name] for name in ("amount_dm", "duration_months", "outcome")}
    return {"credit_id": scored["credit_id"], "score": scored["score"]} | kept


def _feature_columns(table: Table) -> tuple[str, ...]:
    return tuple(c.name for c in table.facts.columns if c.type == "double")


def _write(
    lab: Lab,
    rows: list[Row],
    *,
    dataset: str,
    label: str,
    description: str,
    types: Mapping[str, str],
    default_type: str = "string",
) -> Table:
    path = lab.file(f"{dataset}/{label}.csv")
    path.write_bytes(_csv(rows))
    file = file_facts(path)
    columns = tuple(_column(name, types.get(name, default_type)) for name in rows[0])
    facts = DatasetVersion(
        dataset=dataset,
        label=label,
        description=description,
        uri=file.uri,
        digest=file.digest,
        size_bytes=file.size_bytes,
        row_count=len(rows),
        columns=columns,
        statistics=_statistics(rows, columns),
    )
    return Table(rows, facts)


def _column(name: str, type_: str) -> Column:
    return Column(name, type_, ("personal-data",) if name in PERSONAL else ())


def _made(
    table: DatasetVersion, made_from: Mapping[str, Sequence[str]], *sources: DatasetVersion
) -> tuple[Derivation, ...]:
    """Returns what each column was made from: those of its name, unless `made_from` says others.

    They are columns of the first source that has them.
    """
    there = {
        column.name: source.column(column.name)
        for source in sources[::-1]
        for column in source.columns
    }
    return tuple(
        Derivation(
            table.column(column.name),
            tuple(there[name] for name in made_from.get(column.name, (column.name,))),
        )
        for column in table.columns
    )


def _csv(rows: list[Row]) -> bytes:
    text = io.StringIO(newline="")
    writer = csv.DictWriter(text, fieldnames=list(rows[0]), lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return text.getvalue().encode()


def _statistics(rows: list[Row], columns: Iterable[Column]) -> dict[str, float]:
    statistics = {}
    for column in columns:
        if column.type in ("double", "integer"):
            values = np.array([float(row[column.name]) for row in rows])
            statistics[f"{column.name}.mean"] = round(float(values.mean()), 6)
            statistics[f"{column.name}.std"] = round(float(values.std()), 6)
        elif column.name == "outcome":
            bad = sum(row["outcome"] == "bad" for row in rows)
            statistics["bad_rate"] = round(bad / len(rows), 6)
    return statistics


def _version(
    lab: Lab,
    started: datetime,
    model: Any,
    columns: tuple[str, ...],
    *,
    step: Callable[..., Any],
    name: str,
    label: str,
    description: str,
    parameters: dict[str, Value],
    metrics: dict[str, float],
    inputs: tuple[Input, ...],
    features: tuple[str, ...],
    series: Mapping[str, tuple[float, ...]] | None = None,
    bases: tuple[str, ...] = (),
    how: str = "fine-tuned",
    tags: tuple[str, ...],
) -> Fitted:
    path = lab.file(f"{name}/{label}.pickle")
    path.write_bytes(pickle.dumps(model, protocol=5))
    file = file_facts(path)
    run = _run(
        lab,
        "TRAINING",
        started,
        step=step,
        namespace=name.partition("/")[0],
        name=f"{step.__name__}-{_slug(name)}-{label}",
        description=description,
        parameters=parameters,
        metrics=metrics,
        inputs=inputs,
        experiment=f"{name}-trials",
        series=series,
    )
    facts = ModelVersion(
        model=name,
        label=label,
        description=description,
        uri=file.uri,
        digest=file.digest,
        size_bytes=file.size_bytes,
        framework="scikit-learn",
        parameters=parameters,
        metrics=metrics,
        run=run,
        features=features,
        bases=bases,
        how=how,
        tags=tags,
    )
    return Fitted(model, columns, facts)


def _run(
    lab: Lab,
    kind: Any,
    started: datetime,
    *,
    step: Callable[..., Any],
    name: str,
    description: str,
    parameters: Mapping[str, Value],
    metrics: Mapping[str, float],
    inputs: tuple[Input, ...],
    outputs: tuple[DatasetVersion, ...] = (),
    suite: str | None = None,
    slices: Mapping[str, Mapping[str, float]] | None = None,
    columns: tuple[Derivation, ...] = (),
    experiment: str | None = None,
    series: Mapping[str, tuple[float, ...]] | None = None,
    namespace: str = "risk",
) -> Run:
    return Run(
        kind=kind,
        namespace=namespace,
        name=name,
        description=description,
        provenance=provenance(),
        started_at=started,
        ended_at=lab.clock(),
        parameters={**environment(), **parameters},
        metrics=metrics,
        inputs=inputs,
        outputs=outputs,
        suite=suite,
        slices=slices or {},
        columns=columns,
        experiment=experiment,
        series=series or {},
    )


def _slug(handle: str) -> str:
    return handle.replace("/", "-").replace("#", "-")
