"""Text of content as the label of a widget, escaped because Streamlit reads labels as Markdown."""

import re

from components.markup import MARKS, unbroken

_PUNCTUATION = re.compile(r"([!-/:-@\[-`{-~])")
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
        parts += [_literal(text[end : match.start()]), _MARKDOWN[str(match.lastgroup)](match[str(match.lastgroup)])]
        end = match.end()
    return "".join((*parts, _literal(text[end:])))


def _literal(text: str) -> str:
    return _PUNCTUATION.sub(r"\\\1", text)


_MARKDOWN = {
    "strong": lambda inner: f"**{_literal(inner)}**",
    "mark": lambda inner: f"**{_literal(inner)}**",
    "code": lambda inner: f"`{inner}`",
}
