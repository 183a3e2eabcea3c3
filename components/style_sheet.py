"""The rules of the look, the same for everybody: the tokens, then the style sheets of pages and components."""

from pathlib import Path

from core.palette import css_variables


def style_sheet() -> str:
    """The style sheet of all pages; `app.py` serves it, and every document names it."""
    sheets = sorted(Path(__file__).parent.glob("*.css"), key=lambda path: path.name != "theme.css")
    return "\n".join((f":root {{\n{css_variables()}\n}}", *(sheet.read_text(encoding="utf-8") for sheet in sheets)))
