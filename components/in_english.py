"""A note that something is shown in English because it is not translated yet."""

from xml.etree import ElementTree as ET

from components import session
from components.markup import UNTRANSLATED, el, icon
from core.content.base import Entry
from core.language.text import t


def in_english(*entries: Entry) -> ET.Element | None:
    """The note, for any of the entries that has no translation into the language of the page; None when all have."""
    content = session.content()
    if all(content.is_translated(entry) for entry in entries):
        return None
    return english_note()


def english_note() -> ET.Element:
    """The note itself."""
    return el("p", icon("translate"), f" {t('In English')}", class_=f"ll-note {UNTRANSLATED}")
