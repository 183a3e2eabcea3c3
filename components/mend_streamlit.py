"""What of Streamlit itself is changed when the server starts."""

from components.announce_with_first import announce_with_first
from components.ask_no_address import ask_no_address
from components.clear_nested import clear_nested
from components.lighter_presses import lighter_presses
from components.read_options_once import read_options_once
from components.run_what_changed import run_what_changed
from components.tell_held_values import tell_held_values


def mend_streamlit() -> None:
    """Streamlit reads options once, copies less, asks nobody, tells values until known, sends runs with their news.

    And it runs all that changed.
    """
    read_options_once()
    ask_no_address()
    tell_held_values()
    announce_with_first()
    clear_nested()
    lighter_presses()
    run_what_changed()
