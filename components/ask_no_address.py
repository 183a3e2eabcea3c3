"""Keeps Streamlit from asking a machine on the internet for this server's address.

It would do so at each start, to print one more line, and whenever a page of another site tries to open the websocket; a
server without a network would then hang for two seconds. Other sites are refused without asking.
"""

from streamlit import net_util

ASKS = "get_external_ip"
"""Streamlit's function that asks; both places look it up by this name."""


def ask_no_address() -> None:
    """Makes Streamlit know no address of this server but those of the machine itself."""
    setattr(net_util, ASKS, _unknown)


def _unknown() -> None:
    """No address."""
