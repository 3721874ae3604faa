"""The worked example as a module: beside the sources in a checkout, inside an installed wheel.

`pyproject.toml` puts `examples/credit_risk` into the wheel as `lineal/_examples/credit_risk`. A
checkout (and an editable install) has it in `examples/`, which is no part of the package.

Importing this raises ModuleNotFoundError without scikit-learn (`pip install "lineal[demo]"`).
"""

import sys
from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from examples.credit_risk import facts, register, steps
    from examples.credit_risk.story import story
else:
    PACKAGE = "lineal._examples"
    CHECKOUT = Path(__file__).parents[3] / "examples"

    if not (Path(__file__).parents[1] / "_examples").is_dir() and CHECKOUT.is_dir():
        package = ModuleType(PACKAGE)
        package.__path__ = [str(CHECKOUT)]
        sys.modules.setdefault(PACKAGE, package)

    facts = import_module(f"{PACKAGE}.credit_risk.facts")
    register = import_module(f"{PACKAGE}.credit_risk.register")
    steps = import_module(f"{PACKAGE}.credit_risk.steps")
    story = import_module(f"{PACKAGE}.credit_risk.story").story

__all__ = ["facts", "register", "steps", "story"]
