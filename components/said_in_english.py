"""Interview questions and the answers to them are English in every language: screen readers are told so."""

from xml.etree import ElementTree as ET

from core.language.in_force import ENGLISH, in_force


def said_in_english(element: ET.Element) -> ET.Element:
    """The element, with its language where the page has another one."""
    if in_force() != ENGLISH:
        element.set("lang", ENGLISH)
    return element
