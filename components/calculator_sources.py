"""What a result is based on: notes, sources, and each price with its date, marked when it is old."""

from xml.etree import ElementTree as ET

from components import session
from components.in_english import english_note
from components.markup import cited, el, icon, show
from core.calculator_page.notes import notes_of
from core.calculator_page.opened import Opened
from core.content.price_rows import is_old
from core.language.in_force import ENGLISH, in_force
from core.language.text import t


def calculator_sources(opened: Opened) -> None:
    """Draws notes, then sources."""
    result, notes = opened.result, notes_of(opened, session.reference())
    if notes:
        show(el("h2", t("Keep in mind"), class_="sub"), el("ul", *(el("li", note) for note in notes)))
    in_english = english_note() if in_force() != ENGLISH else None  # sources are cited as they are
    lines = map(_source, dict.fromkeys(result.sources))
    show(el("h2", t("Sources and prices"), class_="sub"), in_english, el("ul", *lines, class_="ll-sources"))


def _source(text: str) -> ET.Element:
    cited_text = cited("span", text)
    if not is_old(text, session.today()):
        return el("li", cited_text)
    mark = el("span", icon("hourglass_bottom"), el("span", t("old: more than 90 days")), class_="ll-verdict ll-mid")
    return el("li", cited_text, " ", mark)
