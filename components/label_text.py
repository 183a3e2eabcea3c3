"""Text of content as the label of a widget, escaped because Streamlit reads labels as Markdown."""

import re

from components.markup import MARKS, unbroken
from core.text.markdown_text import literal_label

_INDENT = re.compile(r"^ +", re.MULTILINE)


def label_text(text: str) -> str:
    r"""The text with the marks that content may use, and all else taken literally.

    >>> label_text("Costs **$5** a * b, `r=16`")
    'Costs **\\$5** a \\* b\\, `r=16`'
    """
    text = _INDENT.sub(lambda found: "\N{NO-BREAK SPACE}" * len(found[0]), unbroken(text))
    parts: list[str] = []
    end = 0
    for match in MARKS.finditer(text):
        kind = str(match.lastgroup)
        parts += [literal_label(text[end : match.start()]), _MARKDOWN[kind](match[kind])]
        end = match.end()
    return "".join((*parts, literal_label(text[end:])))


_MARKDOWN = {
    "strong": lambda inner: f"**{literal_label(inner)}**",
    "mark": lambda inner: f"**{literal_label(inner)}**",
    "code": lambda inner: f"`{inner}`",
}
