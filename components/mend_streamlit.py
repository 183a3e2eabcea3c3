"""What of Streamlit itself is changed when the server starts."""

from components.ask_no_address import ask_no_address
from components.read_theme_once import read_theme_once
from components.tell_held_values import tell_held_values


def mend_streamlit() -> None:
    """Streamlit reads its theme once, asks no other machine, and tells a value until the browser knows it."""
    read_theme_once()
    ask_no_address()
    tell_held_values()
