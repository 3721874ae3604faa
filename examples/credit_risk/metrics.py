"""What is measured on a model: bad credits are the positive class, scores are probabilities."""

from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray
from sklearn.metrics import accuracy_score, brier_score_loss, roc_auc_score, roc_curve

Floats = NDArray[np.float64]

# The cost matrix that comes with the data: a bad credit granted costs five good ones refused.
COST_OF_BAD = 5.0
REFUSE_ABOVE = 1 / (1 + COST_OF_BAD)

# Below this, a slice says more about chance than about the model.
SMALLEST_SLICE = 25


def measure(bad: Floats, score: Floats) -> dict[str, float]:
    """Returns auc, ks, brier, accuracy (at 0.5), cost per credit and calibration gap.

    The cost is that of refusing where it is cheaper than granting; the gap is how far the mean
    score is above (or, negative, below) the share of bad credits.
    """
    false_positive, true_positive, _ = roc_curve(bad, score)
    return _rounded(
        {
            "auc": roc_auc_score(bad, score),
            "ks": float(np.max(true_positive - false_positive)),
            "brier": brier_score_loss(bad, score),
            "accuracy": accuracy_score(bad, score > 0.5),
            "cost": cost(bad, score),
            "calibration_gap": float(np.mean(score) - np.mean(bad)),
        }
    )


def cost(bad: Floats, score: Floats) -> float:
    """Returns the mean cost of a decision, in units of one good credit refused."""
    refused = score > REFUSE_ABOVE
    return float(np.mean(np.where(refused, 1 - bad, COST_OF_BAD * bad)))


def measure_slices(
    bad: Floats, score: Floats, slices: Mapping[str, Sequence[str]]
) -> dict[str, dict[str, float]]:
    """Returns the auc of each `<slice>=<value>` that has enough credits of both outcomes."""
    measured: dict[str, dict[str, float]] = {}
    for name, values in slices.items():
        for value in sorted(set(values)):
            here = np.array([each == value for each in values])
            if here.sum() >= SMALLEST_SLICE and 0 < bad[here].sum() < here.sum():
                auc = roc_auc_score(bad[here], score[here])
                measured[f"{name}={value}"] = _rounded({"auc": auc})
    return measured


def _rounded(metrics: Mapping[str, float]) -> dict[str, float]:
    return {name: round(float(value), 6) for name, value in metrics.items()}
