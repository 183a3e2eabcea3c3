"""The theme that Streamlit sends at every press: read from its options once, and copied from then on.

It is the same for all, and reading it anew, with its font faces and colours, costs a tenth of what a press of the
review costs the server. The function is Streamlit's own and may be gone in another version: then nothing is changed.
"""

from collections.abc import Callable
from typing import Any

from streamlit.runtime import app_session

from components.wrapped_once import wrapped_once

READS = "_populate_theme_msg"
"""Streamlit's function that fills a message with one section of the theme."""


def read_theme_once() -> None:
    """Makes Streamlit read each section of the theme once. A second call changes nothing."""
    wrapped_once(app_session, READS, _Once)


class _Once:
    """Fills a message as `reads` does, from what `reads` gave for this section the first time."""

    def __init__(self, reads: Callable[[Any, str], None]) -> None:
        self._reads = reads
        self._sections: dict[str, Any] = {}

    def __call__(self, message: Any, section: str = "theme") -> None:
        if section not in self._sections:
            read = type(message)()
            self._reads(read, section)
            self._sections[section] = read
        if self._sections[section].ByteSize():
            message.MergeFrom(self._sections[section])
