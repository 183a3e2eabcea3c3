"""The pages that are open, read from the one place that lists them, so that a new page is tested by itself."""

import ast
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
PAGES = ROOT / "pages"
NAVIGATION = PAGES / "navigation.py"


@dataclass(frozen=True)
class OpenPage:
    """A page as `pages/navigation.py` lists it."""

    file: Path
    title: str
    address: str


def open_pages() -> tuple[OpenPage, ...]:
    """Every page of the navigation, in menu order."""
    tree = ast.parse(NAVIGATION.read_text(encoding="utf-8"))
    calls = [call for call in ast.walk(tree) if isinstance(call, ast.Call) and ast.unparse(call.func) == "st.Page"]
    return tuple(_open_page(call) for call in sorted(calls, key=lambda call: call.lineno))


def _open_page(call: ast.Call) -> OpenPage:
    named = {keyword.arg: ast.literal_eval(_said(keyword.value)) for keyword in call.keywords if keyword.arg != "icon"}
    file = next(part.value for part in ast.walk(call.args[0]) if isinstance(part, ast.Constant))
    address = "" if named.get("default") else named.get("url_path", Path(str(file)).stem)
    return OpenPage(PAGES / str(file), str(named["title"]), f"/{address}")


def _said(value: ast.expr) -> ast.expr:
    """The English text of `t("…")`; anything else as it is."""
    return value.args[0] if isinstance(value, ast.Call) else value
