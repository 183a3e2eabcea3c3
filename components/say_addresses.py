"""Says on the terminal where the app is, once it can be opened, in place of what Streamlit would print."""

import sys

import streamlit as st

from core.web.address import room_address

EVERYWHERE = (None, "", "0.0.0.0", "::")
"""Server addresses that other machines reach too."""

_NO_PATH = """
LLM Ladder shows no page: it does not run below a path.
Start it without server.baseUrlPath, and give it a host name or a port of its own.
"""


def say_addresses() -> None:
    """Writes the addresses of this machine and, where others reach the server, of its network."""
    if st.get_option("server.baseUrlPath"):
        sys.stderr.write(_NO_PATH)
        return
    own = st.get_option("server.address")
    everywhere = own in EVERYWHERE
    host = "localhost" if everywhere else own
    scheme = "https" if st.get_option("server.sslCertFile") else "http"
    here = f"{scheme}://{f'[{host}]' if ':' in host else host}:{st.get_option('server.port')}"
    there = room_address(here) if everywhere else here
    lines = ["LLM Ladder is ready. Stop it with Ctrl+C.", f"  On this machine: {here}"]
    if there != here:
        lines.append(f"  For phones on the same network: {there}")
    sys.stdout.write("\n".join(["", *lines, "", ""]))
    sys.stdout.flush()
