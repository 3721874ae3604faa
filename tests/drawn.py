"""How many examples the long property-based tests draw, and which.

They draw the same ones each time, so that what failed fails again. Where LINEAL_TEST_EXAMPLES is a
number, they draw as many times more, and others each time: LINEAL_TEST_EXAMPLES=10 make test
"""

import os
from typing import Any

from hypothesis import HealthCheck, settings

TIMES = int(os.environ.get("LINEAL_TEST_EXAMPLES", "1"))


def drawn(examples: int, **more: Any) -> settings:
    """Returns the settings of a test that asks a real database, and so takes its time."""
    return settings(
        max_examples=examples * TIMES,
        deadline=None,
        derandomize=TIMES == 1,
        suppress_health_check=list(HealthCheck),
        **more,
    )
