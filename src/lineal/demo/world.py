"""An invented company's models, so that lists and impact queries have something to show.

Written by hand as tables, multiplied into versions by `plan.py`. Nothing here was trained or
exists; the namespaces' descriptions say so. (What was really trained is the example of credit
risk, which `lineal demo` runs as well.)
"""

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class Namespace:
    """A business unit and the team that answers for what has no owner of its own."""

    name: str
    description: str
    team: str


@dataclass(frozen=True, slots=True)
class Dataset:
    """A dataset with so many monthly versions, each made from the same month of its sources."""

    ref: str
    description: str
    sources: tuple[str, ...] = ()
    months: int = 5
    million_rows: float = 1.0
    columns: tuple[str, ...] = ("customer_id", "observed_at", "value")
    tags: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Model:
    """A model with so many versions, trained on datasets, perhaps from another model."""

    ref: str
    description: str
    family: str
    reads: tuple[str, ...]
    versions: int = 3
    base: str | None = None
    how: str = "fine-tuned"
    tags: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Deployment:
    """A place where a model serves, and what uses its predictions (applications or datasets)."""

    ref: str
    model: str
    environment: str
    kind: Literal["ONLINE", "BATCH", "EDGE"]
    platform: str
    feeds: tuple[str, ...] = ()
    canary: bool = False


@dataclass(frozen=True, slots=True)
class Application:
    """A consumer of predictions."""

    ref: str
    kind: str
    description: str
    owner: str


NAMESPACES = (
    Namespace("data-platform", "Shared tables and feature views.", "team:data-platform"),
    Namespace("fraud", "Fraud in payments, accounts and claims.", "team:fraud-science"),
    Namespace("marketing", "Churn, offers and campaigns.", "team:customer-analytics"),
    Namespace("vision", "Images: documents, damages, inspection.", "team:vision"),
    Namespace("nlp", "Text: encoders and what is tuned from them.", "team:language"),
    Namespace("operations", "Forecasts for stock, staff and fleet.", "team:operations-research"),
)

DATASETS = (
    Dataset(
        "data-platform/customers",
        "One row for each customer, from the core banking system.",
        million_rows=4.2,
        columns=("customer_id", "birth_year", "postcode", "since", "segment"),
        tags=("pii", "gold"),
    ),
    Dataset(
        "data-platform/transactions",
        "Card and account transactions.",
        million_rows=310,
        columns=("transaction_id", "customer_id", "booked_at", "amount", "merchant", "channel"),
        tags=("pii", "gold"),
    ),
    Dataset(
        "data-platform/web-events",
        "Clicks and sessions of the portal and the apps.",
        million_rows=880,
        columns=("session_id", "customer_id", "at", "page", "device"),
        tags=("silver",),
    ),
    Dataset(
        "data-platform/contracts",
        "Products that a customer holds.",
        million_rows=9.7,
        columns=("contract_id", "customer_id", "product", "opened", "closed"),
        tags=("gold",),
    ),
    Dataset(
        "data-platform/customer-360",
        "Feature view: what is known of a customer at the end of a month.",
        sources=(
            "data-platform/customers",
            "data-platform/transactions",
            "data-platform/web-events",
            "data-platform/contracts",
        ),
        million_rows=4.2,
        columns=("customer_id", "tenure", "spend_30d", "spend_90d", "sessions_30d", "products"),
        tags=("feature-view", "gold"),
    ),
    Dataset(
        "data-platform/merchants",
        "Merchants with their category and country.",
        million_rows=0.6,
        columns=("merchant_id", "category", "country"),
    ),
    Dataset(
        "fraud/labelled-payments",
        "Payments with the outcome of their investigation.",
        sources=("data-platform/transactions", "data-platform/merchants"),
        million_rows=12,
        columns=("transaction_id", "amount", "merchant_risk", "velocity_1h", "is_fraud"),
        tags=("labels",),
    ),
    Dataset(
        "fraud/device-fingerprints",
        "Devices seen at logins.",
        sources=("data-platform/web-events",),
        million_rows=31,
        columns=("device_id", "customer_id", "first_seen", "entropy"),
        tags=("pii",),
    ),
    Dataset(
        "fraud/device-scores",
        "Risk of each device, written by the batch deployment.",
        months=0,
        columns=("device_id", "score"),
        tags=("scores",),
    ),
    Dataset(
        "fraud/account-takeovers",
        "Logins with confirmed takeovers.",
        sources=("data-platform/web-events", "fraud/device-fingerprints"),
        million_rows=5.5,
        tags=("labels",),
    ),
    Dataset(
        "fraud/claims",
        "Insurance claims with the result of their audit.",
        million_rows=0.4,
        columns=("claim_id", "amount", "kind", "is_fraud"),
        tags=("labels",),
    ),
    Dataset(
        "fraud/transfer-graph",
        "Who pays whom, as edges.",
        sources=("data-platform/transactions",),
        million_rows=95,
        columns=("payer", "payee", "count", "amount"),
    ),
    Dataset(
        "marketing/churn-labels",
        "Customers who left within ninety days.",
        sources=("data-platform/contracts",),
        million_rows=4.1,
        columns=("customer_id", "churned"),
        tags=("labels",),
    ),
    Dataset(
        "marketing/campaign-responses",
        "Who was sent which offer, and what came of it.",
        million_rows=18,
        columns=("customer_id", "campaign", "channel", "responded"),
        tags=("labels",),
    ),
    Dataset(
        "marketing/churn-scores",
        "Weekly churn scores, written by the batch deployment.",
        months=0,
        columns=("customer_id", "score"),
        tags=("scores",),
    ),
    Dataset(
        "marketing/product-catalogue",
        "Products with their texts and prices.",
        million_rows=0.01,
        columns=("product_id", "title", "text", "price"),
    ),
    Dataset(
        "vision/scanned-documents",
        "Scans of forms, with their fields typed by hand.",
        million_rows=1.3,
        columns=("image", "document_type", "fields"),
        tags=("images", "pii"),
    ),
    Dataset(
        "vision/damage-photos",
        "Photos of damaged cars, with the assessor's estimate.",
        million_rows=0.7,
        columns=("image", "part", "severity", "cost"),
        tags=("images",),
    ),
    Dataset(
        "vision/line-camera",
        "Frames of the inspection line.",
        million_rows=6.4,
        columns=("image", "station", "defect"),
        tags=("images",),
    ),
    Dataset(
        "vision/web-images",
        "Licensed images for pre-training.",
        months=1,
        million_rows=42,
        columns=("image", "caption"),
        tags=("images", "licensed"),
    ),
    Dataset(
        "vision/extracted-forms",
        "Fields read from scans, written by the batch deployment.",
        months=0,
        columns=("document_id", "field", "value", "confidence"),
        tags=("scores",),
    ),
    Dataset(
        "nlp/web-text",
        "Licensed text for pre-training.",
        months=2,
        million_rows=540,
        columns=("text", "language", "licence"),
        tags=("text", "licensed"),
    ),
    Dataset(
        "nlp/service-mails",
        "Letters and mails to customer service, names removed.",
        million_rows=3.8,
        columns=("text", "received", "department"),
        tags=("text", "pii"),
    ),
    Dataset(
        "nlp/chat-logs",
        "Chats with the assistant, names removed.",
        million_rows=7.5,
        columns=("turns", "resolved"),
        tags=("text", "pii"),
    ),
    Dataset(
        "nlp/call-transcripts",
        "Calls as text.",
        million_rows=2.2,
        columns=("text", "duration", "outcome"),
        tags=("text", "pii"),
    ),
    Dataset(
        "nlp/knowledge-base",
        "Articles that answer questions.",
        million_rows=0.02,
        columns=("article_id", "title", "text"),
        tags=("text",),
    ),
    Dataset(
        "operations/branch-visits",
        "Visits for each branch and hour.",
        million_rows=2.9,
        columns=("branch", "hour", "visits"),
    ),
    Dataset(
        "operations/cash-withdrawals",
        "Withdrawals for each machine and day.",
        sources=("data-platform/transactions",),
        million_rows=3.3,
        columns=("machine", "day", "amount"),
    ),
    Dataset(
        "operations/call-volumes",
        "Calls for each line and quarter of an hour.",
        million_rows=1.1,
        columns=("line", "slot", "calls"),
    ),
)

MODELS = (
    # fraud
    Model(
        "fraud/card-authorisation",
        "Declines a card payment while the customer waits.",
        "boosting",
        ("fraud/labelled-payments", "data-platform/customer-360"),
        versions=6,
        tags=("tabular", "real-time", "high-risk"),
    ),
    Model(
        "fraud/card-authorisation-edge",
        "The same, small enough for a terminal.",
        "boosting",
        ("fraud/labelled-payments",),
        base="fraud/card-authorisation",
        how="distilled",
        tags=("tabular", "edge"),
    ),
    Model(
        "fraud/device-risk",
        "Risk of a device from how it behaves.",
        "boosting",
        ("fraud/device-fingerprints",),
        versions=4,
        tags=("tabular",),
    ),
    Model(
        "fraud/account-takeover",
        "Whether a login is the customer's.",
        "neural",
        ("fraud/account-takeovers", "fraud/device-scores"),
        versions=4,
        tags=("sequence",),
    ),
    Model(
        "fraud/mule-accounts",
        "Accounts through which stolen money goes.",
        "graph",
        ("fraud/transfer-graph", "data-platform/customers"),
        versions=3,
        tags=("graph", "high-risk"),
    ),
    Model(
        "fraud/claims-triage",
        "Which claims an auditor should read.",
        "boosting",
        ("fraud/claims", "vision/extracted-forms"),
        versions=3,
        tags=("tabular",),
    ),
    Model(
        "fraud/merchant-anomaly",
        "Merchants whose turnover does not look like their category.",
        "forest",
        ("data-platform/merchants", "data-platform/transactions"),
        versions=2,
        tags=("anomaly",),
    ),
    Model(
        "fraud/transfer-screening",
        "Transfers to be held for a call-back.",
        "boosting",
        ("fraud/labelled-payments", "fraud/transfer-graph"),
        versions=4,
        tags=("tabular", "real-time"),
    ),
    Model(
        "fraud/identity-match",
        "Whether two applications are of the same person.",
        "neural",
        ("data-platform/customers",),
        versions=2,
        tags=("entity-resolution",),
    ),
    # marketing
    Model(
        "marketing/churn",
        "Probability that a customer leaves within ninety days.",
        "boosting",
        ("marketing/churn-labels", "data-platform/customer-360"),
        versions=5,
        tags=("tabular",),
    ),
    Model(
        "marketing/next-best-offer",
        "The offer that a customer is most likely to want.",
        "neural",
        ("marketing/campaign-responses", "data-platform/customer-360", "marketing/churn-scores"),
        versions=4,
        tags=("ranking",),
    ),
    Model(
        "marketing/uplift",
        "Whom a mailing changes.",
        "forest",
        ("marketing/campaign-responses", "data-platform/customer-360"),
        versions=3,
        tags=("causal",),
    ),
    Model(
        "marketing/lifetime-value",
        "Margin of a customer over five years.",
        "boosting",
        ("data-platform/customer-360", "data-platform/contracts"),
        versions=3,
        tags=("tabular",),
    ),
    Model(
        "marketing/send-time",
        "The hour at which a customer reads mail.",
        "linear",
        ("marketing/campaign-responses", "data-platform/web-events"),
        versions=2,
    ),
    Model(
        "marketing/segments",
        "Groups of customers who behave alike.",
        "clustering",
        ("data-platform/customer-360",),
        versions=2,
        tags=("unsupervised",),
    ),
    Model(
        "marketing/retention-budget",
        "How much to spend on keeping a customer.",
        "linear",
        ("marketing/churn-scores",),
        versions=2,
    ),
    Model(
        "marketing/message-ranker",
        "Which wording suits a customer.",
        "transformer",
        ("marketing/campaign-responses",),
        base="nlp/encoder-small",
        versions=3,
        tags=("text", "ranking"),
    ),
    Model(
        "marketing/product-search",
        "Finds products by what is asked.",
        "transformer",
        ("marketing/product-catalogue", "data-platform/web-events"),
        base="nlp/encoder",
        versions=3,
        tags=("text", "retrieval"),
    ),
    Model(
        "marketing/credit-line-offer",
        "Whom to offer a higher limit, from the risk team's scores.",
        "linear",
        ("data-platform/customer-360", "risk/credit-scores#2026-08"),
        versions=1,
        tags=("tabular",),
    ),
    # vision
    Model(
        "vision/backbone",
        "Pre-trained image encoder that others are tuned from.",
        "vision-transformer",
        ("vision/web-images",),
        versions=2,
        tags=("foundation",),
    ),
    Model(
        "vision/form-reader",
        "Reads the fields of a scanned form.",
        "vision-transformer",
        ("vision/scanned-documents",),
        base="vision/backbone",
        versions=5,
        tags=("ocr",),
    ),
    Model(
        "vision/document-type",
        "Which form a scan shows.",
        "vision-transformer",
        ("vision/scanned-documents",),
        base="vision/backbone",
        versions=3,
    ),
    Model(
        "vision/signature-check",
        "Whether a signature is the customer's.",
        "convolutional",
        ("vision/scanned-documents",),
        versions=2,
        tags=("biometric", "high-risk"),
    ),
    Model(
        "vision/damage-estimate",
        "Cost of repair from photos.",
        "vision-transformer",
        ("vision/damage-photos",),
        base="vision/backbone",
        versions=4,
    ),
    Model(
        "vision/damage-parts",
        "Which parts of a car are damaged.",
        "convolutional",
        ("vision/damage-photos",),
        versions=3,
        tags=("segmentation",),
    ),
    Model(
        "vision/card-inspection",
        "Defects of printed cards on the line.",
        "convolutional",
        ("vision/line-camera",),
        versions=4,
        tags=("inspection",),
    ),
    Model(
        "vision/card-inspection-int8",
        "The same for the cameras' own processors.",
        "convolutional",
        ("vision/line-camera",),
        base="vision/card-inspection",
        how="quantised",
        versions=3,
        tags=("inspection", "edge"),
    ),
    Model(
        "vision/liveness",
        "Whether a face at the video identification is alive.",
        "convolutional",
        ("vision/web-images",),
        base="vision/backbone",
        versions=2,
        tags=("biometric", "high-risk"),
    ),
    # nlp
    Model(
        "nlp/encoder",
        "Pre-trained text encoder that others are tuned from.",
        "transformer",
        ("nlp/web-text",),
        versions=3,
        tags=("foundation",),
    ),
    Model(
        "nlp/encoder-small",
        "A fifth of the encoder, for what must be fast.",
        "transformer",
        ("nlp/web-text",),
        base="nlp/encoder",
        how="distilled",
        versions=3,
        tags=("foundation",),
    ),
    Model(
        "nlp/mail-router",
        "The department that a mail is for.",
        "transformer",
        ("nlp/service-mails",),
        base="nlp/encoder-small",
        versions=5,
        tags=("text",),
    ),
    Model(
        "nlp/complaint-detector",
        "Whether a mail is a complaint in the sense of the regulator.",
        "transformer",
        ("nlp/service-mails",),
        base="nlp/encoder",
        versions=4,
        tags=("text", "regulatory"),
    ),
    Model(
        "nlp/sentiment",
        "How content a customer sounds.",
        "transformer",
        ("nlp/service-mails", "nlp/chat-logs"),
        base="nlp/encoder-small",
        versions=3,
        tags=("text",),
    ),
    Model(
        "nlp/entity-finder",
        "Names, accounts and dates in a text.",
        "transformer",
        ("nlp/service-mails",),
        base="nlp/encoder",
        versions=3,
        tags=("text",),
    ),
    Model(
        "nlp/answer-finder",
        "The article that answers a question.",
        "transformer",
        ("nlp/knowledge-base", "nlp/chat-logs"),
        base="nlp/encoder",
        versions=4,
        tags=("text", "retrieval"),
    ),
    Model(
        "nlp/assistant-intents",
        "What a customer wants from the assistant.",
        "transformer",
        ("nlp/chat-logs",),
        base="nlp/encoder-small",
        versions=5,
        tags=("text", "real-time"),
    ),
    Model(
        "nlp/call-summary",
        "What was said in a call, in five lines.",
        "transformer",
        ("nlp/call-transcripts",),
        base="nlp/encoder",
        versions=2,
        tags=("text", "generative"),
    ),
    Model(
        "nlp/translation",
        "Mails from and into twelve languages.",
        "transformer",
        ("nlp/web-text",),
        base="nlp/encoder",
        versions=2,
        tags=("text", "generative"),
    ),
    # operations
    Model(
        "operations/branch-staffing",
        "Visitors of a branch in each hour of the next week.",
        "boosting",
        ("operations/branch-visits",),
        versions=4,
        tags=("forecast",),
    ),
    Model(
        "operations/cash-demand",
        "Cash that each machine needs until it is filled again.",
        "boosting",
        ("operations/cash-withdrawals", "operations/branch-visits"),
        versions=4,
        tags=("forecast",),
    ),
    Model(
        "operations/call-forecast",
        "Calls in each quarter of an hour.",
        "linear",
        ("operations/call-volumes", "marketing/campaign-responses"),
        versions=3,
        tags=("forecast",),
    ),
    Model(
        "operations/fleet-routing",
        "Order in which machines are filled.",
        "reinforcement",
        ("operations/cash-withdrawals",),
        base="operations/cash-demand",
        versions=2,
    ),
)

APPLICATIONS = (
    Application("fraud/payment-gateway", "service", "Authorises payments.", "team:payments"),
    Application("fraud/case-desk", "service", "Where investigators work.", "team:fraud-desk"),
    Application("fraud/terminals", "device fleet", "Card terminals at tills.", "team:terminals"),
    Application("fraud/login", "service", "Signs customers in.", "team:identity"),
    Application("marketing/crm", "service", "Customers and their contacts.", "team:crm"),
    Application("marketing/newsletter", "service", "Sends mailings.", "team:campaigns"),
    Application("marketing/board-report", "report", "Churn by segment.", "team:controlling"),
    Application("marketing/portal", "service", "The customers' portal.", "team:portal"),
    Application("vision/claims-app", "mobile app", "Photos of damages.", "team:claims"),
    Application("vision/mailroom", "service", "Scans the post.", "team:mailroom"),
    Application("vision/print-line", "device fleet", "Prints cards.", "team:card-production"),
    Application("vision/video-ident", "service", "Identifies new customers.", "team:identity"),
    Application("nlp/assistant", "service", "Chats with customers.", "team:assistant"),
    Application("nlp/service-desk", "service", "Mails and calls.", "team:customer-service"),
    Application("nlp/complaints-register", "report", "For the regulator.", "team:compliance"),
    Application("operations/rota", "service", "Plans shifts.", "team:branches"),
    Application("operations/cash-logistics", "service", "Orders cash.", "team:logistics"),
)

DEPLOYMENTS = (
    Deployment(
        "fraud/card-authorisation-online",
        "fraud/card-authorisation",
        "production",
        "ONLINE",
        "kubernetes",
        ("fraud/payment-gateway", "fraud/case-desk"),
        canary=True,
    ),
    Deployment(
        "fraud/card-authorisation-staging",
        "fraud/card-authorisation",
        "staging",
        "ONLINE",
        "kubernetes",
    ),
    Deployment(
        "fraud/card-authorisation-terminals",
        "fraud/card-authorisation-edge",
        "production",
        "EDGE",
        "onnx-runtime",
        ("fraud/terminals",),
    ),
    Deployment(
        "fraud/device-risk-nightly",
        "fraud/device-risk",
        "production",
        "BATCH",
        "airflow",
        ("fraud/device-scores",),
    ),
    Deployment(
        "fraud/account-takeover-online",
        "fraud/account-takeover",
        "production",
        "ONLINE",
        "kubernetes",
        ("fraud/login", "fraud/case-desk"),
        canary=True,
    ),
    Deployment(
        "fraud/mule-accounts-weekly",
        "fraud/mule-accounts",
        "production",
        "BATCH",
        "airflow",
        ("fraud/case-desk",),
    ),
    Deployment(
        "fraud/claims-triage-daily",
        "fraud/claims-triage",
        "production",
        "BATCH",
        "airflow",
        ("fraud/case-desk",),
    ),
    Deployment(
        "fraud/merchant-anomaly-trial",
        "fraud/merchant-anomaly",
        "staging",
        "BATCH",
        "airflow",
    ),
    Deployment(
        "fraud/transfer-screening-online",
        "fraud/transfer-screening",
        "production",
        "ONLINE",
        "kubernetes",
        ("fraud/payment-gateway",),
    ),
    Deployment(
        "marketing/churn-weekly",
        "marketing/churn",
        "production",
        "BATCH",
        "airflow",
        ("marketing/churn-scores", "marketing/board-report", "marketing/crm"),
    ),
    Deployment("marketing/churn-staging", "marketing/churn", "staging", "BATCH", "airflow"),
    Deployment(
        "marketing/next-best-offer-online",
        "marketing/next-best-offer",
        "production",
        "ONLINE",
        "sagemaker",
        ("marketing/crm", "marketing/portal"),
        canary=True,
    ),
    Deployment(
        "marketing/uplift-campaigns",
        "marketing/uplift",
        "production",
        "BATCH",
        "airflow",
        ("marketing/newsletter",),
    ),
    Deployment(
        "marketing/lifetime-value-monthly",
        "marketing/lifetime-value",
        "production",
        "BATCH",
        "airflow",
        ("marketing/crm", "marketing/board-report"),
    ),
    Deployment(
        "marketing/send-time-daily",
        "marketing/send-time",
        "production",
        "BATCH",
        "airflow",
        ("marketing/newsletter",),
    ),
    Deployment(
        "marketing/retention-budget-weekly",
        "marketing/retention-budget",
        "production",
        "BATCH",
        "airflow",
        ("marketing/crm",),
    ),
    Deployment(
        "marketing/message-ranker-online",
        "marketing/message-ranker",
        "production",
        "ONLINE",
        "sagemaker",
        ("marketing/newsletter",),
    ),
    Deployment(
        "marketing/product-search-online",
        "marketing/product-search",
        "production",
        "ONLINE",
        "sagemaker",
        ("marketing/portal",),
    ),
    Deployment(
        "marketing/credit-line-campaign",
        "marketing/credit-line-offer",
        "production",
        "BATCH",
        "airflow",
        ("marketing/newsletter",),
    ),
    Deployment(
        "vision/form-reader-batch",
        "vision/form-reader",
        "production",
        "BATCH",
        "ray",
        ("vision/extracted-forms", "vision/mailroom"),
    ),
    Deployment("vision/form-reader-staging", "vision/form-reader", "staging", "BATCH", "ray"),
    Deployment(
        "vision/document-type-online",
        "vision/document-type",
        "production",
        "ONLINE",
        "triton",
        ("vision/mailroom",),
    ),
    Deployment(
        "vision/signature-check-online",
        "vision/signature-check",
        "production",
        "ONLINE",
        "triton",
        ("vision/mailroom",),
    ),
    Deployment(
        "vision/damage-estimate-online",
        "vision/damage-estimate",
        "production",
        "ONLINE",
        "triton",
        ("vision/claims-app",),
        canary=True,
    ),
    Deployment(
        "vision/damage-parts-online",
        "vision/damage-parts",
        "production",
        "ONLINE",
        "triton",
        ("vision/claims-app",),
    ),
    Deployment(
        "vision/card-inspection-cameras",
        "vision/card-inspection-int8",
        "production",
        "EDGE",
        "tensorrt",
        ("vision/print-line",),
    ),
    Deployment(
        "vision/liveness-online",
        "vision/liveness",
        "production",
        "ONLINE",
        "triton",
        ("vision/video-ident",),
    ),
    Deployment(
        "nlp/mail-router-online",
        "nlp/mail-router",
        "production",
        "ONLINE",
        "kubernetes",
        ("nlp/service-desk",),
    ),
    Deployment("nlp/mail-router-staging", "nlp/mail-router", "staging", "ONLINE", "kubernetes"),
    Deployment(
        "nlp/complaint-detector-online",
        "nlp/complaint-detector",
        "production",
        "ONLINE",
        "kubernetes",
        ("nlp/service-desk", "nlp/complaints-register"),
    ),
    Deployment(
        "nlp/sentiment-daily",
        "nlp/sentiment",
        "production",
        "BATCH",
        "airflow",
        ("marketing/board-report",),
    ),
    Deployment(
        "nlp/entity-finder-online",
        "nlp/entity-finder",
        "production",
        "ONLINE",
        "kubernetes",
        ("nlp/service-desk",),
    ),
    Deployment(
        "nlp/answer-finder-online",
        "nlp/answer-finder",
        "production",
        "ONLINE",
        "kubernetes",
        ("nlp/assistant", "nlp/service-desk"),
    ),
    Deployment(
        "nlp/assistant-intents-online",
        "nlp/assistant-intents",
        "production",
        "ONLINE",
        "kubernetes",
        ("nlp/assistant",),
        canary=True,
    ),
    Deployment(
        "nlp/call-summary-trial",
        "nlp/call-summary",
        "staging",
        "ONLINE",
        "kubernetes",
        ("nlp/service-desk",),
    ),
    Deployment(
        "operations/branch-staffing-weekly",
        "operations/branch-staffing",
        "production",
        "BATCH",
        "airflow",
        ("operations/rota",),
    ),
    Deployment(
        "operations/cash-demand-daily",
        "operations/cash-demand",
        "production",
        "BATCH",
        "airflow",
        ("operations/cash-logistics",),
    ),
    Deployment(
        "operations/call-forecast-weekly",
        "operations/call-forecast",
        "production",
        "BATCH",
        "airflow",
        ("operations/rota",),
    ),
    Deployment(
        "operations/fleet-routing-daily",
        "operations/fleet-routing",
        "staging",
        "BATCH",
        "airflow",
        ("operations/cash-logistics",),
    ),
)
