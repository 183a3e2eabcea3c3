"""A line that only paper shows: where a document was printed from, and when."""

from xml.etree import ElementTree as ET

from components import session
from components.markup import el
from core.language.numbers import long_date
from core.language.text import t


def printed_from() -> ET.Element:
    """The line."""
    words = t("Printed from {address} on {date}.", address=session.server_address(), date=long_date(session.today()))
    return el("p", words, class_="ll-note ll-print")
