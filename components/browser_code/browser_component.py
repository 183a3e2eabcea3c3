"""A component that is drawn in the browser: its script and its style sheet lie beside its module, under its name."""

from pathlib import Path

import streamlit as st
from streamlit.components.v2.types import ComponentRenderer

from components.browser_code.browser_code import Shared, browser_code


def browser_component(
    module: str, html: str, *shared: Shared, rules: str = "", isolate_styles: bool = True
) -> ComponentRenderer:
    """The component of the module with this `__file__`; it has no style sheet when there is none.

    Args:
        html: what it is before its script runs.
        shared: the names of the scripts, some with a style sheet, that go before its own.
        rules: CSS that is computed, and goes before its style sheet.
        isolate_styles: whether it stands in a shadow tree, which neither rules nor keys of the page reach into. Links
            cannot: they would stand outside the page's landmarks for axe and for some readers.
    """
    own = Path(module)
    style = own.with_suffix(".css")
    return st.components.v2.component(
        own.stem,
        html=html,
        css=rules + browser_code(style, *shared) if style.exists() else None,
        js=browser_code(own.with_suffix(".js"), *shared),
        isolate_styles=isolate_styles,
    )
