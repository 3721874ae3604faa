"""Three months of a credit scorer, as its CI jobs lived them: every step runs for real.

- 2026-08: the first scorecard, trained on the file as Statlog published it, goes into production;
  collections learns from its scores.
- 2026-09: gradient boosting challenges it on a fifth of the traffic.
- 2026-10: the code table turns out to be wrong. The corrected data, with new features, makes a
  third version, which is rolled back because its scores are no probabilities; the fourth,
  calibrated from it, stays. Collections has not retrained: an impact query on the wrong file
  still finds what runs on it.
"""

from collections.abc import Generator, Iterator
from dataclasses import dataclass

from sklearn.ensemble import HistGradientBoostingClassifier
from sklearn.linear_model import LogisticRegression
from sklearn.pipeline import Pipeline, make_pipeline
from sklearn.preprocessing import StandardScaler

from . import steps
from .catalog import CATALOG, COLLECTIONS, MODELLING, PLATFORM
from .facts import Alias, Deployment, Fact, Feed, Rollback, Run, Value
from .features import AFFORDABILITY, SCORECARD
from .sources import SOUTH_GERMAN, STATLOG
from .steps import Fitted, Lab, Table

SCORER = "risk/credit-scorer"
EARLY_CONTACT = "collections/early-contact"

STAGING = "risk/credit-scorer-staging"
PRODUCTION = "risk/credit-scorer-online"
BATCH = "risk/credit-scorer-batch"
CALLS = "collections/early-contact-batch"

SEED = 20260801

# Scores are multiplied with amounts into expected losses: their mean may not be further off.
LARGEST_CALIBRATION_GAP = 0.05


@dataclass(frozen=True, slots=True)
class Month:
    """What a month leaves to the next one."""

    cleaned: Table
    features: dict[str, Table]
    champion: Fitted


def story(lab: Lab) -> Iterator[Fact]:
    """Yields what there is to tell, each fact as soon as its step was done."""
    yield from CATALOG
    first = yield from august(lab)
    yield from september(lab, first)
    yield from october(lab, first)


def august(lab: Lab) -> Generator[Fact, None, Month]:
    """The first scorecard: from the raw file to production, and on into another team's model."""
    month = "2026-08"
    raw = steps.ingest(lab, STATLOG)
    yield raw
    cleaned, run = steps.clean(lab, STATLOG, raw, month)
    yield run
    splits = {"development": "development", "test": "test", "intake": "intake-2026-08"}
    features, run = steps.featurise(lab, cleaned, SCORECARD, month, splits)
    yield run

    model, parameters = logistic_regression(C=0.3)
    first = steps.train(
        lab,
        model,
        features["development"],
        name=SCORER,
        label="2026.8",
        description="The first scorecard.",
        parameters=parameters,
        tags=("scorecard",),
    )
    yield first.facts
    yield steps.evaluate(lab, first, features["test"], cleaned)

    yield to_staging(first)
    yield to_production(first)
    yield Alias("champion", first.facts.handle, replaces=None, reason="The first version.")
    yield Feed(PRODUCTION, "risk/loan-origination", "application")
    scores = yield from score_intake(lab, first, features["intake"], month)
    yield Feed(BATCH, "risk/portfolio-report", "application")
    yield from contact_early(lab, scores, cleaned, month)
    return Month(cleaned, features, first)


def september(lab: Lab, august: Month) -> Generator[Fact, None, None]:
    """A challenger on the same features: better on the test credits, so it gets some traffic."""
    model, parameters = gradient_boosting(max_iter=60, learning_rate=0.06, max_leaf_nodes=6)
    second = steps.train(
        lab,
        model,
        august.features["development"],
        name=SCORER,
        label="2026.9",
        description="Boosted trees on the features of the first scorecard.",
        parameters=parameters,
    )
    yield second.facts
    evaluation = steps.evaluate(lab, second, august.features["test"], august.cleaned)
    yield evaluation
    yield to_staging(second)
    reason = f"AUC {evaluation.metrics['auc']:.3f} on the test credits."
    yield Alias("challenger", second.facts.handle, replaces=None, reason=reason)
    yield to_production(second, weight=0.2)


def october(lab: Lab, august: Month) -> Generator[Fact, None, None]:
    """New data, new features: a version that does not stay, and the one calibrated from it."""
    month = "2026-10"
    raw = steps.ingest(lab, SOUTH_GERMAN)
    yield raw
    cleaned, run = steps.clean(lab, SOUTH_GERMAN, raw, month)
    yield run
    splits = {
        "development": "development",
        "test": "test",
        "matured": "intake-2026-08",
        "intake": "intake-2026-10",
    }
    features, run = steps.featurise(lab, cleaned, AFFORDABILITY, month, splits)
    yield run

    model, parameters = logistic_regression(C=0.1, class_weight="balanced")
    third = steps.train(
        lab,
        model,
        features["development"],
        name=SCORER,
        label="2026.10",
        description="Corrected codes, features of affordability, no age.",
        parameters=parameters,
        tags=("scorecard",),
    )
    yield third.facts
    yield steps.evaluate(lab, third, features["test"], cleaned)
    yield to_staging(third)
    yield to_production(third)

    check = steps.evaluate(lab, third, features["matured"], cleaned)
    yield check
    if not is_calibrated(check):
        gap = check.metrics["calibration_gap"]
        yield Rollback(PRODUCTION, f"Mean score {gap:+.2f} off what the August intake became.")

    fourth = steps.calibrate(
        lab,
        third,
        features["matured"],
        label="2026.10.1",
        description="The version 2026.10, calibrated on the August intake.",
    )
    yield fourth.facts
    evaluation = steps.evaluate(lab, fourth, features["test"], cleaned)
    yield evaluation
    yield to_staging(fourth)
    if is_calibrated(evaluation):
        yield to_production(fourth)
        yield Alias(
            "champion",
            fourth.facts.handle,
            replaces=august.champion.facts.handle,
            reason="Made from the corrected data.",
        )
    yield from score_intake(lab, fourth, features["intake"], month)


def score_intake(
    lab: Lab, fitted: Fitted, intake: Table, month: str
) -> Generator[Fact, None, Table]:
    """The monthly batch: the version is deployed, scores the intake, and feeds the scores on."""
    yield Deployment(
        BATCH,
        fitted.facts.handle,
        environment="production",
        kind="BATCH",
        description="Scores each month's applications for reports and other teams.",
        owners=(MODELLING,),
        platform="airflow",
    )
    scores, run = steps.score(lab, fitted, intake, month)
    yield run
    yield Feed(BATCH, scores.facts.handle, "dataset_version")
    return scores


def contact_early(
    lab: Lab, scores: Table, cleaned: Table, month: str
) -> Generator[Fact, None, None]:
    """Collections, a namespace of its own, trains on what risk's batch deployment hands on."""
    matched, run = steps.match_outcomes(lab, scores, cleaned, month)
    yield run
    model, parameters = logistic_regression(C=1.0)
    fitted = steps.train(
        lab,
        model,
        matched,
        name=EARLY_CONTACT,
        label="1.0",
        description="From the score, the amount and the duration.",
        parameters=parameters,
    )
    yield fitted.facts
    yield Alias("champion", fitted.facts.handle, replaces=None, reason="The first version.")
    yield Deployment(
        CALLS,
        fitted.facts.handle,
        environment="production",
        kind="BATCH",
        description="Orders the calls of each morning.",
        owners=(COLLECTIONS,),
        platform="airflow",
    )
    yield Feed(CALLS, "collections/dialler", "application")


def to_staging(fitted: Fitted) -> Deployment:
    """Returns the deployment of a version where it is tried first."""
    return Deployment(
        STAGING,
        fitted.facts.handle,
        environment="staging",
        kind="ONLINE",
        description="Where a version is tried before customers meet it.",
        owners=(PLATFORM,),
        platform="kubernetes",
        endpoint="https://staging.scoring.example/credit",
    )


def to_production(fitted: Fitted, weight: float = 1.0) -> Deployment:
    """Returns the deployment of a version where applications are decided."""
    return Deployment(
        PRODUCTION,
        fitted.facts.handle,
        environment="production",
        kind="ONLINE",
        description="Scores applications as they come in.",
        owners=(PLATFORM, MODELLING),
        platform="kubernetes",
        endpoint="https://scoring.example/credit",
        weight=weight,
    )


def is_calibrated(evaluation: Run) -> bool:
    """Returns whether an evaluated version's scores may be used as probabilities."""
    return abs(evaluation.metrics["calibration_gap"]) <= LARGEST_CALIBRATION_GAP


def logistic_regression(**parameters: Value) -> tuple[Pipeline, dict[str, Value]]:
    """Returns a logistic regression on standardised features, and what to register of it."""
    model = make_pipeline(StandardScaler(), LogisticRegression(**parameters))
    return model, {"algorithm": "logistic regression", **parameters}


def gradient_boosting(**parameters: Value) -> tuple[Pipeline, dict[str, Value]]:
    """Returns gradient boosted trees, and what to register of them."""
    parameters = {"l2_regularization": 1.0, "random_state": SEED, **parameters}
    model = make_pipeline(HistGradientBoostingClassifier(**parameters))
    return model, {"algorithm": "gradient boosting", **parameters}
