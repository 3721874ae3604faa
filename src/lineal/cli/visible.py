"""Nothing that a registry says commands the terminal: it was written by others.

Colours, the title of the window, the cursor and the direction of writing are set by characters that
are not seen. What is printed goes through `output.py` or `options.say`, which spell them.
"""

import re

# C0 but tab and newline, DEL, C1, and what turns the direction of writing.
_HIDDEN = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")


def visible(text: str) -> str:
    r"""Returns a text with its hidden characters spelled as in JSON, such as `\u001b`."""
    return _HIDDEN.sub(lambda found: f"\\u{ord(found[0]):04x}", text.replace("\r\n", "\n"))
