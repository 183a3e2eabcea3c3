"""Translates Streamlit's own words, which exist in English only, into the language in force."""

import json
from xml.etree import ElementTree as ET

from components.markup import el
from core.language.in_force import ENGLISH, in_force
from core.language.text import marked, t

_WORDS = (
    *(marked("Main menu"), marked("Theme"), marked("Light"), marked("Dark"), marked("Print"), marked("Record screen")),
    *(marked("Ctrl + K"), marked("Shortcut"), marked("Close"), marked("Navigate to home page")),
    *(marked("Copy version to clipboard"), marked("Upload"), marked("file upload"), marked("Choose date")),
    *(marked("Add files"), marked("Remove"), marked("Error: "), marked("File must be 64.0MB or smaller.")),
    *(marked("Increment"), marked("Decrement"), marked("Open"), marked("Help for"), marked("Clear value")),
    *(marked("Choose or add an option"), marked("Choose an option"), marked("Add:"), marked("No results")),
    *(marked("Clear date"), marked("Selected Date:"), marked("Previous month"), marked("Next month")),
    marked("Use arrow keys to navigate dates. Enter to select. Escape to close."),
    *(marked("Copy to clipboard"), marked("Copied")),
    *(marked("Press Enter to apply"), marked("Press Ctrl+Enter to apply"), marked("Press ⌘+Enter to apply")),
    *(marked("Press Enter to submit form"), marked("Press Ctrl+Enter to submit form")),
    *(marked("Press ⌘+Enter to submit form"), marked("Empty")),
    *(marked("Skip to main content"), marked("App pages")),
    marked("Number is outside the allowed range. Please enter a value between {} and {}."),
    marked("Number is below the allowed range. Please enter a value greater than or equal to {}."),
    marked("Number is above the allowed range. Please enter a value less than or equal to {}."),
    *(marked("dd"), marked("mm"), marked("yyyy"), marked("day"), marked("month"), marked("year")),
)
_NO_FILE = marked("The file could not be made. Try again in a moment.")
_NAMES = (
    *(("Expand sidebar", marked("Menu")), ("Sidebar", marked("Menu")), ("Collapse sidebar", marked("Close the menu"))),
    *(("Failed to generate file for download", _NO_FILE), ("Request timed out", _NO_FILE)),
    ("Connection closed", _NO_FILE),
)
"""What Streamlit calls otherwise than it looks here, and failures that it names for programmers, in English too."""


def streamlit_words() -> ET.Element:
    """The data for the script of this name: English words stay, and come back when English is chosen."""
    words = {} if in_force() == ENGLISH else {word: t(word) for word in _WORDS}
    words |= {theirs: t(ours) for theirs, ours in _NAMES}
    return el("span", hidden="", data_ll_words_said=json.dumps(words))
