"""Recipes that turn one cleaned credit into the numbers that a model sees.

Sex, marital status and nationality are never features. Ranks are by meaning (worst first), so
that a wrong table of codes gives a wrong order: which is just what happened to this data.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from math import log

Credit = Mapping[str, str]
Features = dict[str, float]

CHECKING = ("overdrawn", "none", "under 200 DM", "200 DM or salary account")
HISTORY = (
    ("critical or credits elsewhere", "delayed before"),
    ("none taken or all repaid",),
    ("repaid so far",),
    ("all repaid here",),
)
SAVINGS = ("unknown or none", "under 100 DM", "100 to 500 DM", "500 to 1000 DM", "1000 DM or more")
EMPLOYMENT = ("unemployed", "under 1 year", "1 to 4 years", "4 to 7 years", "7 years or more")
PROPERTY = ("unknown or none", "car or other", "savings agreement or life insurance", "real estate")
HOUSING = ("for free", "rent", "own")
JOB = ("unskilled, not resident", "unskilled, resident", "skilled", "management or self-employed")

# Percent of the disposable income; the middle of a class, with 40 and 15 for the open ones.
INSTALMENT_PERCENT = {
    "1 %": 1.0,
    "2 %": 2.0,
    "3 %": 3.0,
    "4 %": 4.0,
    "under 20 %": 15.0,
    "20 to 25 %": 22.5,
    "25 to 35 %": 30.0,
    "35 % or more": 40.0,
}


# What a feature is computed from, where that has another name.
MADE_FROM = {
    "log_amount": ("amount_dm",),
    "amount_thousand_dm": ("amount_dm",),
    "log_instalment": ("amount_dm", "duration_months"),
    "instalment_percent": ("instalment_rate",),
    "guarantor": ("other_debtors",),
    **dict.fromkeys(("new_car", "used_car", "learning", "business"), ("purpose",)),
}


@dataclass(frozen=True, slots=True)
class Recipe:
    """A named set of features, and the function that computes them for one credit."""

    name: str
    compute: Callable[[Credit], Features]


def scorecard(credit: Credit) -> Features:
    """Returns the twelve features of the first scorecard."""
    return _core(credit) | {"age": float(credit["age"])}


def affordability(credit: Credit) -> Features:
    """Returns the second set: without age, with what is bought and what it costs a month."""
    instalment = float(credit["amount_dm"]) / float(credit["duration_months"])
    return _core(credit) | {
        "log_instalment": round(log(instalment), 6),
        "amount_thousand_dm": float(credit["amount_dm"]) / 1000,
        "other_plans": float(credit["other_plans"] != "none"),
        "new_car": float(credit["purpose"] == "new car"),
        "used_car": float(credit["purpose"] == "used car"),
        "learning": float(credit["purpose"] in ("education", "retraining")),
        "business": float(credit["purpose"] == "business"),
    }


SCORECARD = Recipe("scorecard", scorecard)
AFFORDABILITY = Recipe("affordability", affordability)


def _core(credit: Credit) -> Features:
    return {
        "checking": float(CHECKING.index(credit["checking"])),
        "duration_months": float(credit["duration_months"]),
        "history": float(_class_of(credit["history"])),
        "log_amount": round(log(float(credit["amount_dm"])), 6),
        "savings": float(SAVINGS.index(credit["savings"])),
        "employment": float(EMPLOYMENT.index(credit["employment"])),
        "instalment_percent": INSTALMENT_PERCENT[credit["instalment_rate"]],
        "guarantor": float(credit["other_debtors"] == "guarantor"),
        "property": float(PROPERTY.index(credit["property"])),
        "housing": float(HOUSING.index(credit["housing"])),
        "job": float(JOB.index(credit["job"])),
    }


def _class_of(history: str) -> int:
    return next(rank for rank, meanings in enumerate(HISTORY) if history in meanings)
