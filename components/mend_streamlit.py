"""Patches methods of Streamlit when the server starts: review them before raising its version.

Each says what it wraps and why, and changes nothing where a version has no such method. The records behind
them: docs/adr/0017 and 0028 (fewer costs of a press), 0025 (values), 0026 and 0027 (what is sent), 0030 (what is run).
"""

from components.announce_with_first import announce_with_first
from components.ask_no_address import ask_no_address
from components.clear_nested import clear_nested
from components.lighter_presses import lighter_presses
from components.read_options_once import read_options_once
from components.resend_values import resend_values
from components.run_what_changed import run_what_changed


def mend_streamlit() -> None:
    """Applies each of the patches to Streamlit, once per process."""
    read_options_once()
    ask_no_address()
    resend_values()
    announce_with_first()
    clear_nested()
    lighter_presses()
    run_what_changed()
