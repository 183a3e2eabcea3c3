"""A page with what every page has."""

from typing import TYPE_CHECKING

from components.line_back.line_back import line_back
from components.top_bar import top_bar

if TYPE_CHECKING:
    from streamlit.navigation.page import StreamlitPage


def whole_page(page: "StreamlitPage") -> None:
    """Draws what stands above the page, the page, and at last what waits for a line that was cut."""
    top_bar(page.url_path)
    page.run()
    line_back()
