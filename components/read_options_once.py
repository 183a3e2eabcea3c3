"""The theme and the options that Streamlit sends at every press are read once, and copied from then on.

They are the same for all visitors, and reading the theme again, with its font faces and colours, takes a tenth of the
server's time for a press in the review (docs/adr/0017 and 0028). The functions are Streamlit's own: where a version
does not have them, nothing is changed.
"""

from collections.abc import Callable
from typing import Any

from streamlit.runtime import app_session

from components.wrapped_once import wrapped_once

THEME, OPTIONS = "_populate_theme_msg", "_populate_config_msg"
"""Streamlit's functions that fill a message with one section of the theme, and with the options for the browser."""


def read_options_once() -> None:
    """Makes Streamlit read each section of the theme, and its options, once. A second call changes nothing."""
    wrapped_once(app_session, THEME, _Once)
    wrapped_once(app_session, OPTIONS, _Once)


class _Once:
    """Takes the place of `reads`: calls it once for each section, and copies what it gave from then on."""

    def __init__(self, reads: Callable[..., None]) -> None:
        self._reads = reads
        self._sections: dict[tuple[str, ...], Any] = {}

    def __call__(self, message: Any, *section: str) -> None:
        if section not in self._sections:
            read = type(message)()
            self._reads(read, *section)
            self._sections[section] = read
        if self._sections[section].ByteSize():
            message.MergeFrom(self._sections[section])
