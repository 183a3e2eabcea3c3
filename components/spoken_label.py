"""The label of a group of buttons or a box to tick: Streamlit reads it as Markdown, and has it spoken as written."""

import re

from components.label_text import label_text

_NEEDLESS = re.compile(r"""\\([-,;.?!%'"()/])""")


def spoken_label(text: str) -> str:
    r"""The label without the backslashes that Markdown does not need within a line.

    >>> spoken_label("Pre-training, then a * b")
    'Pre-training, then a \\* b'
    """
    label = _NEEDLESS.sub(r"\1", label_text(text))
    return label.replace(r"\$", "$") if label.count("$") == 1 else label  # two would enclose a formula
