"""Tells the document its language, and has the browser keep a chosen one for the next visit."""

from xml.etree import ElementTree as ET

from components.language_choice import chosen_language
from components.markup import el
from core.language.choice import LANGUAGE_COOKIE
from core.language.in_force import in_force
from core.web.cookie import YEAR_S


def kept_language() -> ET.Element:
    """The data for the script `language`."""
    chosen = chosen_language()
    keep = f"{LANGUAGE_COOKIE}={chosen}; Max-Age={YEAR_S}; Path=/; SameSite=Lax" if chosen else ""
    return el("span", data_ll_language=in_force(), data_ll_keep=keep)
