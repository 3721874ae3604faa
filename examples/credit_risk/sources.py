"""The raw data: one bank's credits, published twice, with two different tables of codes.

Both files ship beside this module, unchanged; README.md tells where they come from and what is
wrong with the first. The codes in them agree (but for some sixty typing errors); what the codes
are said to mean does not.
"""

import hashlib
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

DATA = Path(__file__).parent / "data"

# The columns in the order of both files.
COLUMNS = (
    "checking",
    "duration_months",
    "history",
    "purpose",
    "amount_dm",
    "savings",
    "employment",
    "instalment_rate",
    "personal_status",
    "other_debtors",
    "residence",
    "property",
    "age",
    "other_plans",
    "housing",
    "credits_here",
    "job",
    "dependants",
    "telephone",
    "foreign_worker",
    "outcome",
)
NUMBERS = ("duration_months", "amount_dm", "age")
# What is about the person, and not about the credit; it is tagged wherever it goes.
PERSONAL = ("personal_status", "age", "dependants", "telephone", "foreign_worker")

# The columns in which the two files never differ: they tell which rows are the same credit.
IDENTITY = (
    "duration_months",
    "history",
    "purpose",
    "savings",
    "employment",
    "instalment_rate",
    "personal_status",
    "other_debtors",
    "residence",
    "property",
    "credits_here",
    "job",
    "telephone",
)

Codes = dict[str, str]


@dataclass(frozen=True, slots=True)
class Source:
    """One published file, and what its own documentation says that its codes mean."""

    label: str
    file: str
    title: str
    doi: str
    header: bool
    prefixed: bool
    meanings: Mapping[str, Mapping[str, str]]

    @property
    def path(self) -> Path:
        """Where the file ships."""
        return DATA / self.file


STATLOG = Source(
    label="statlog-1994",
    file="german.data",
    title="Statlog (German Credit Data)",
    doi="10.24432/C5NC77",
    header=False,
    prefixed=True,
    meanings={
        "checking": {
            "1": "overdrawn",
            "2": "under 200 DM",
            "3": "200 DM or salary account",
            "4": "none",
        },
        "history": {
            "0": "none taken or all repaid",
            "1": "all repaid here",
            "2": "repaid so far",
            "3": "delayed before",
            "4": "critical or credits elsewhere",
        },
        "purpose": {
            "0": "new car",
            "1": "used car",
            "2": "furniture",
            "3": "radio or television",
            "4": "domestic appliances",
            "5": "repairs",
            "6": "education",
            "7": "vacation",
            "8": "retraining",
            "9": "business",
            "10": "other",
        },
        "savings": {
            "1": "under 100 DM",
            "2": "100 to 500 DM",
            "3": "500 to 1000 DM",
            "4": "1000 DM or more",
            "5": "unknown or none",
        },
        "instalment_rate": {"1": "1 %", "2": "2 %", "3": "3 %", "4": "4 %"},
        "personal_status": {
            "1": "male, divorced or separated",
            "2": "female, not single",
            "3": "male, single",
            "4": "male, married or widowed",
        },
        "residence": {"1": "1", "2": "2", "3": "3", "4": "4"},
        "property": {
            "1": "real estate",
            "2": "savings agreement or life insurance",
            "3": "car or other",
            "4": "unknown or none",
        },
        "housing": {"1": "rent", "2": "own", "3": "for free"},
        "credits_here": {"1": "1", "2": "2", "3": "3", "4": "4"},
        "dependants": {"1": "1", "2": "2"},
        "foreign_worker": {"1": "yes", "2": "no"},
        "outcome": {"1": "good", "2": "bad"},
    },
)

SOUTH_GERMAN = Source(
    label="south-german-2019",
    file="SouthGermanCredit.asc",
    title="South German Credit",
    doi="10.24432/C5QG88",
    header=True,
    prefixed=False,
    meanings={
        "checking": {
            "1": "none",
            "2": "overdrawn",
            "3": "under 200 DM",
            "4": "200 DM or salary account",
        },
        "history": {
            "0": "delayed before",
            "1": "critical or credits elsewhere",
            "2": "none taken or all repaid",
            "3": "repaid so far",
            "4": "all repaid here",
        },
        "purpose": {
            "0": "other",
            "1": "new car",
            "2": "used car",
            "3": "furniture",
            "4": "radio or television",
            "5": "domestic appliances",
            "6": "repairs",
            "7": "education",
            "8": "vacation",
            "9": "retraining",
            "10": "business",
        },
        "savings": {
            "1": "unknown or none",
            "2": "under 100 DM",
            "3": "100 to 500 DM",
            "4": "500 to 1000 DM",
            "5": "1000 DM or more",
        },
        "instalment_rate": {
            "1": "35 % or more",
            "2": "25 to 35 %",
            "3": "20 to 25 %",
            "4": "under 20 %",
        },
        "personal_status": {
            "1": "male, divorced or separated",
            "2": "female, not single, or male, single",
            "3": "male, married or widowed",
            "4": "female, single",
        },
        "residence": {
            "1": "under 1 year",
            "2": "1 to 4 years",
            "3": "4 to 7 years",
            "4": "7 years or more",
        },
        "property": {
            "1": "unknown or none",
            "2": "car or other",
            "3": "savings agreement or life insurance",
            "4": "real estate",
        },
        "housing": {"1": "for free", "2": "rent", "3": "own"},
        "credits_here": {"1": "1", "2": "2 to 3", "3": "4 to 5", "4": "6 or more"},
        "dependants": {"1": "3 or more", "2": "0 to 2"},
        "foreign_worker": {"1": "yes", "2": "no"},
        "outcome": {"1": "good", "0": "bad"},
    },
)

# On these the two tables agree.
UNDISPUTED: Mapping[str, Mapping[str, str]] = {
    "employment": {
        "1": "unemployed",
        "2": "under 1 year",
        "3": "1 to 4 years",
        "4": "4 to 7 years",
        "5": "7 years or more",
    },
    "other_debtors": {"1": "none", "2": "co-applicant", "3": "guarantor"},
    "other_plans": {"1": "bank", "2": "stores", "3": "none"},
    "job": {
        "1": "unskilled, not resident",
        "2": "unskilled, resident",
        "3": "skilled",
        "4": "management or self-employed",
    },
    "telephone": {"1": "no", "2": "yes"},
}


def read_codes(source: Source) -> list[Codes]:
    """Returns the rows of a source's file, in its order: its codes, without Statlog's prefixes."""
    lines = source.path.read_text("ascii").splitlines()[1 if source.header else 0 :]
    return [_codes(source, line.split()) for line in lines if line.strip()]


def _codes(source: Source, values: list[str]) -> Codes:
    if source.prefixed:
        # "A34" is code 4 of column 3, "A410" code 10 of column 4.
        values = [value.removeprefix(f"A{i}") for i, value in enumerate(values, start=1)]
    return dict(zip(COLUMNS, values, strict=True))


def meaning(source: Source, column: str, code: str) -> str:
    """Returns what a code means by the source's table, or raises KeyError where it is silent."""
    if column in NUMBERS:
        return code
    return (source.meanings.get(column) or UNDISPUTED[column])[code]


def identities(rows: list[Codes]) -> list[str]:
    """Returns an id for each credit: the same in both files, so that they split alike."""
    keys = ["-".join(row[column] for column in IDENTITY) for row in rows]
    order = sorted(range(len(rows)), key=lambda i: (keys[i], int(rows[i]["amount_dm"])))
    ids = [""] * len(rows)
    seen: Counter[str] = Counter()
    for i in order:
        seen[keys[i]] += 1
        ids[i] = hashlib.sha256(f"{keys[i]}/{seen[keys[i]]}".encode()).hexdigest()[:12]
    return ids
