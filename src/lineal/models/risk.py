"""How risky the use of a model is, in the words of the EU AI Act, Regulation (EU) 2024/1689."""

from enum import Enum

import strawberry

SOURCE = "https://eur-lex.europa.eu/eli/reg/2024/1689/oj"


@strawberry.enum(
    description="How risky the use of a model is, after the EU AI Act, Regulation (EU) 2024/1689 "
    f"({SOURCE}); who answers for the model decides."
)
class RiskTier(Enum):
    MINIMAL = strawberry.enum_value(
        "MINIMAL", description="None of the others: no duties but those one takes on (Article 95)."
    )
    LIMITED = strawberry.enum_value(
        "LIMITED", description="People must be told that it is AI (Article 50)."
    )
    HIGH = strawberry.enum_value(
        "HIGH", description="High-risk, such as credit scoring (Article 6, Annexes I and III)."
    )
    UNACCEPTABLE = strawberry.enum_value(
        "UNACCEPTABLE", description="A prohibited practice, such as social scoring (Article 5)."
    )
