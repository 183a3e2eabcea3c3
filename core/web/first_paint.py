"""What the browser is told to fetch at once for each page's first paint: Streamlit's code by element, and fonts."""

from pathlib import Path

from core.web.document import EVERY_PAGE, head_additions

_EVERYWHERE = ("Html", "Button", "PageLink", "BidiComponent")
_FIGURE = ("ButtonGroup", "DownloadButton")
_FORM = ("ButtonGroup", "Selectbox", "NumberInput", "Slider", "DownloadButton")

CHUNKS = {
    EVERY_PAGE: _EVERYWHERE,
    "/pipeline": _FIGURE,
    "/decide": (*_FIGURE, "Radio", "Checkbox"),
    "/calculators": _FORM,
    "/compare": (),  # named for its plot
    "/lab": ("ButtonGroup", "Slider"),
    "/quick-fire": ("ButtonGroup", "Radio", "Checkbox"),
    "/cases": ("ButtonGroup",),
    "/interview": ("ButtonGroup", "Selectbox", "Radio"),
    "/progress": (*_FIGURE, "DateInput", "FileUploader"),
}
"""The elements of a page that it needs from the start, seen or not, by its address."""

PLOTTING = "./app/static/plotly-basic-4.1.1.min.js"
"""Plotly's code for bars and scatters, the quarter of it that figures here are drawn with: docs/adr/0024."""

_PLOTTED = ("/calculators", "/compare")

_PRESSED = '<meta name="ll-pressed">'
"""Said of a page that is pressed rather than read: its bar goes ahead of its title (one_task.js, docs/adr/0026)."""

FONTS = ("app/static/bricolage-grotesque-latin-opsz-normal.woff2", "app/static/ibm-plex-sans-latin-wght-normal.woff2")


def first_paint(streamlit: Path, early: str = "") -> dict[str, str]:
    """What documents get so that their first paint is quick, from the folder of the installed Streamlit.

    Args:
        streamlit: that folder.
        early: what else every document is to ask for at once.
    """
    found = head_additions(streamlit / "static/static/js", CHUNKS, FONTS)
    plotting = f'<link rel="preload" as="script" href="{PLOTTING}">'
    return {
        path: early + addition + plotting * (path in _PLOTTED) + _PRESSED * (path != EVERY_PAGE)
        for path, addition in found.items()
    }
