"""The style sheet, the same for everybody: the tokens, then the rules of pages and components."""

from pathlib import Path

from core.palette import css_variables

_SHARED = ("theme", "controls", "layout", "ladder", "links", "windows")
"""The sheets of all pages, in their order, before those of single pages: of two rules alike the later one counts."""


def style_sheet() -> str:
    """The style sheet of all pages; `app.py` serves it, and every document names it."""
    here = Path(__file__).parent
    names = (*_SHARED, *sorted({sheet.stem for sheet in here.glob("*.css")} - {*_SHARED}))
    sheets = ((here / f"{name}.css").read_text(encoding="utf-8") for name in names)
    return "\n".join((f":root {{\n{css_variables()}\n}}", *sheets))
