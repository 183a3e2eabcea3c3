"""What every page needs besides the style sheet: Streamlit's words, our scripts, and the document's language."""

from xml.etree import ElementTree as ET

from components.kept_language import kept_language
from components.lost_line import lost_line
from components.markup import el
from components.own_script.own_script import own_script
from components.streamlit_words import streamlit_words
from core.language.text import marked, t

# What the style sheet says: words that CSS puts beside elements of Streamlit's.
_WORDS = {
    "menu": marked("Menu"),
    "dearer": marked("↑ 10–100 times more expensive, all told"),
    "labs": marked("AI labs only"),
    "cost": marked("Cost: "),
    "time": marked("Time to ship: "),
    "best": marked("Best for: "),
    "avoid": marked("Avoid when: "),
    "chosen": marked("Chosen: "),
}


def theme() -> None:
    """Runs the scripts of every page in one element, with the words that they and the style sheet use."""
    dropped = el("span", data_ll_dropped=t("Not taken: only a number goes in here."))
    told = el("div", _words(), kept_language(), streamlit_words(), lost_line(), dropped, hidden="")
    from_the_start = ("language", "scheme", "one_entry", "same_page", "paper", "phone_menu", "tab_ways", "downloads")
    as_typed = ("put_text", "early_keys", "first_keys", "whole_signs", "decimal_comma", "dropped_key")
    for_fields = ("kept_fields", "wrong_fields", "typed_number")
    from_now_on = ("second_click", "streamlit_words", "news", "lost_line", "silent_line", "kept_place")
    own_script(*from_the_start, *as_typed, *for_fields, *from_now_on, told=told)


def _words() -> ET.Element:
    said = "\n".join(f'--ll-say-{name}: "{t(text)}";' for name, text in _WORDS.items())
    rules = f":root {{\n{said}\n}}"
    return el("style", rules)
