"""The words for a server that does not answer, sent ahead: it cannot be asked for them then."""

import json
from xml.etree import ElementTree as ET

from components.markup import el
from core.language.text import marked, t

_WORDS = {
    "title": marked("No connection"),
    "connecting": marked("Connecting …"),
    "here": marked(
        "LLM Ladder is not running. Start it again in a terminal, in its folder; this page then goes on by itself. "
        "What you did before is kept."
    ),
    "away": marked(
        "The server does not answer. What you did before is kept, and this page goes on by itself once it does."
    ),
    "status": marked(
        "Something in front of the server answers in its place, with status {status}. What you did before is kept, "
        "and this page goes on by itself."
    ),
}
_COMMAND = "make run"


def lost_line() -> ET.Element:
    """The data for the script of this name."""
    words = {name: t(text) for name, text in _WORDS.items()} | {"command": _COMMAND}
    return el("span", hidden="", data_ll_line_lost=json.dumps(words))
