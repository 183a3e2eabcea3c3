"""A page with what every page has."""

import streamlit as st

from components.line_back.line_back import line_back
from components.top_bar import top_bar


def whole_page(page: st.Page) -> None:
    """Draws what stands above the page, the page, and at last what waits for a line that was cut."""
    top_bar(page.url_path)
    page.run()
    line_back()
