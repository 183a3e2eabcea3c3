"""A figure drawn by Plotly in the browser, from its specification. See docs/adr/0024."""

import json
from collections.abc import Callable

from components.browser_code.browser_component import browser_component
from core.calculator_page.plotly_frame import Colours, Spec, colours_of
from core.language.text import t
from core.web.first_paint import PLOTTING

# Plotly writes its rules into the page, where they do not reach into a shadow tree.
_mount = browser_component(__file__, '<div class="ll-plot" role="img">\n</div>', isolate_styles=False)


def plot(spec_in: Callable[[Colours], Spec], alt: str, key: str) -> None:
    """Draws a figure over the whole width, in the colours of the theme.

    Args:
        spec_in: gives `{"data": […], "layout": {…}}` of bars and scatters in the colours of a theme, its height in px.
        alt: what the figure shows, in one sentence.
        key: the element's own.
    """
    light, dark = spec_in(colours_of(dark=False)), spec_in(colours_of(dark=True))
    data = {
        "light": json.dumps(light),
        "dark": json.dumps(dark),
        "height": light["layout"]["height"],
        "alt": alt,
        "source": PLOTTING,
        "lost": t("The plot could not be loaded. Its numbers stand below; reload the page to try again."),
    }
    _mount(key=key, data=data, height=data["height"])
