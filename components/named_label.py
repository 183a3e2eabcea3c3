"""The label of a button among others with the same word, told apart for screen readers."""

from components.markup import unbroken
from core.text.markdown_text import literal_label


def named_label(verb: str, name: str) -> str:
    r"""The word that is seen, and what it is about for those who listen: windows.css hides what is emphasised in it.

    A name is heard as it stands beside the button: whoever typed it into a room may have used what Markdown takes for
    a mark.

    >>> named_label("Remove", "Ada"), named_label("Remove", "**Bo** `x`")
    ('Remove *Ada*', 'Remove *\\*\\*Bo\\*\\* \\`x\\`*')
    """
    return f"{verb} *{literal_label(unbroken(name))}*"
