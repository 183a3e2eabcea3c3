"""The CSS class that Streamlit makes of a key, by which selectors find a container or a widget."""

import re

_NOT_IN_A_CLASS = re.compile(r"[^A-Za-z0-9_-]")


def key_class(key: str) -> str:
    """The class of what is drawn under a key.

    >>> key_class("progress.make-plan")
    'st-key-progress-make-plan'
    """
    return f"st-key-{_NOT_IN_A_CLASS.sub('-', key)}"
