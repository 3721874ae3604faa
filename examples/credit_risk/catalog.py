"""What has a name in this example, and who answers for it; told before any version is."""

from .facts import Fact, Named, Namespace

MODELLING = "team:credit-risk-modelling"
DATA = "team:credit-data"
PLATFORM = "team:lending-platform"
COLLECTIONS = "team:collections-analytics"

CATALOG: tuple[Fact, ...] = (
    Namespace(
        "risk",
        "Credit risk: who is granted a credit, and at what expected loss.",
        (MODELLING,),
        ("example",),
    ),
    Namespace(
        "collections",
        "Collections: whom to call before an instalment is missed.",
        (COLLECTIONS,),
        ("example",),
    ),
    Named(
        "dataset",
        "risk/german-credit",
        "1,000 credits of a German bank, 1973 to 1975, with what became of them; as published.",
        (DATA,),
        ("raw", "public-data"),
    ),
    Named(
        "dataset",
        "risk/credits",
        "The same credits cleaned: an id each, meanings for codes.",
        (DATA,),
        ("cleaned",),
    ),
    Named(
        "dataset",
        "risk/features-development",
        "Features of the credits that models are trained on.",
        (MODELLING,),
        ("features",),
    ),
    Named(
        "dataset",
        "risk/features-test",
        "Features of the credits that models are compared on; never trained on.",
        (MODELLING,),
        ("features",),
    ),
    Named(
        "dataset",
        "risk/features-matured",
        "Features of an earlier intake whose outcomes are known by now; for calibration.",
        (MODELLING,),
        ("features",),
    ),
    Named(
        "dataset",
        "risk/features-intake",
        "Features of a month's new applications, outcomes unknown.",
        (MODELLING,),
        ("features",),
    ),
    Named(
        "dataset",
        "risk/credit-scores",
        "What the batch deployment hands on: a score for each application of a month.",
        (MODELLING,),
        ("scores",),
    ),
    Named(
        "dataset",
        "collections/scored-outcomes",
        "The risk team's scores beside outcomes.",
        (COLLECTIONS,),
        ("features",),
    ),
    Named(
        "model",
        "risk/credit-scorer",
        "Probability that a credit turns bad, from what is known at the application.",
        (MODELLING,),
        ("tabular", "high-risk"),
    ),
    Named(
        "model",
        "collections/early-contact",
        "Probability that a running credit turns bad, from its score and terms.",
        (COLLECTIONS,),
        ("tabular",),
    ),
    Named(
        "experiment",
        "risk/credit-scorer-trials",
        "Which model orders credits best, with scores that are probabilities?",
        (MODELLING,),
    ),
    Named(
        "experiment",
        "collections/early-contact-trials",
        "How early is it known whom to call?",
        (COLLECTIONS,),
    ),
    Named(
        "application",
        "risk/loan-origination",
        "Decides on applications at the counter and online.",
        (PLATFORM,),
        ("customer-facing",),
        application_kind="service",
    ),
    Named(
        "application",
        "risk/portfolio-report",
        "Monthly expected loss of the portfolio, for the risk committee.",
        (MODELLING,),
        ("regulatory",),
        application_kind="report",
    ),
    Named(
        "application",
        "collections/dialler",
        "Orders the call list of the collections desk.",
        (COLLECTIONS,),
        application_kind="service",
    ),
)
