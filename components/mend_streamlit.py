"""What of Streamlit itself is changed when the server starts."""

from components.ask_no_address import ask_no_address
from components.read_theme_once import read_theme_once


def mend_streamlit() -> None:
    """Streamlit reads its theme once, and asks no other machine for anything."""
    read_theme_once()
    ask_no_address()
