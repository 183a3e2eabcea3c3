"""A button that opens the browser's print dialog."""

from components.browser_code.browser_component import browser_component
from components.markup import as_html, icon
from core.language.text import t

_HTML = f'<button type="button" class="ll-print-button">\n{as_html(icon("print"))}<b></b></button>'
# a dialog leads Tab past whatever is closed off from it
_mount = browser_component(__file__, _HTML, isolate_styles=False)


def print_button(key: str) -> None:
    """Draws the button."""
    _mount(key=key, data={"word": t("Print")}, width="content", height="content")
