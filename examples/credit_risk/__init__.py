"""Three months of a credit scorer, from a published file to production and back; see README.md.

`story(Lab(folder))` runs the pipeline and yields what there is to tell a registry;
`register.tell` tells it with nothing but Lineal's client.
"""

from .steps import Lab
from .story import story

__all__ = ["Lab", "story"]
