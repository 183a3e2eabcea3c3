"""The code of a component, with what it shares with others before it: Streamlit takes it as one text."""

from pathlib import Path
from typing import Literal

from core.web.script_text import script_text

_SHARED = Path(__file__).parent
Shared = Literal["elements", "views", "links", "drawings", "line", "dictation"]


def browser_code(own: Path, *shared: Shared) -> str:
    """The text of the script or style sheet at `own`, with the shared files of these names before it, in this order."""
    before = ((_SHARED / name).with_suffix(own.suffix) for name in shared)
    return "\n".join(_text(path) for path in (*filter(Path.exists, before), own))


def _text(path: Path) -> str:
    return script_text(path) if path.suffix == ".js" else path.read_text(encoding="utf-8")
