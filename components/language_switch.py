"""The other languages, one press away on every page; tells the document, and the browser for the next visit."""

import streamlit as st

from components.language_choice import choose_language, chosen_language
from components.markup import el
from components.own_script.own_script import own_script
from core.language.catalogue import languages
from core.language.choice import LANGUAGE_COOKIE
from core.language.in_force import in_force

_YEAR_S = 365 * 24 * 3600


def language_switch() -> None:
    """Draws a button for each language that is not spoken now, by its place: it keeps the focus when it is pressed."""
    spoken = in_force()
    others = [(code, name) for code, name in languages().items() if code != spoken]
    for place, (code, name) in enumerate(others):
        key = f"language.{place}"
        st.button(name, key=key, type="tertiary", icon=":material/translate:", on_click=choose_language, args=(code,))
    chosen = chosen_language()
    keep = f"{LANGUAGE_COOKIE}={chosen}; Max-Age={_YEAR_S}; Path=/; SameSite=Lax" if chosen else ""
    own_script("language", told=el("span", hidden="hidden", data_ll_language=spoken, data_ll_keep=keep))
