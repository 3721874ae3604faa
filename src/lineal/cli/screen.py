"""A console on which what it is given has no colours, and moves nothing, but by its styles."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from rich.console import Console
from rich.text import Text

from lineal.cli.visible import visible

if TYPE_CHECKING:
    from rich.console import ConsoleOptions, RenderableType
    from rich.segment import Segment


class Screen(Console):
    """Prints what is hidden in texts visibly; everything that is printed is rendered here."""

    def render_str(self, text: str, **options: Any) -> Text:
        """Returns a text as it will be measured and printed."""
        return super().render_str(visible(text), **options)

    def render(
        self, renderable: "RenderableType", options: "ConsoleOptions | None" = None
    ) -> Iterable["Segment"]:
        """Yields what is printed; a text that hid something has one style, not several."""
        if isinstance(renderable, Text):
            renderable = _shown(renderable)
        return super().render(renderable, options)


def _shown(text: Text) -> Text:
    shown = visible(text.plain)
    if shown == text.plain:
        return text
    return Text(shown, text.style, overflow=text.overflow, no_wrap=text.no_wrap, end=text.end)
