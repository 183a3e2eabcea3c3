"""The label of a button among others with the same word, told apart for screen readers."""

from components.label_text import label_text


def named_label(verb: str, name: str) -> str:
    """The word that is seen, and what it is about for those who listen: windows.css hides what is emphasised in it.

    >>> named_label("Remove", "Ada")
    'Remove *Ada*'
    """
    return f"{verb} *{label_text(name)}*"
