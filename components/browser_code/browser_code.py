"""The script of a component, with those that it shares with others before it: Streamlit takes it as one text."""

from pathlib import Path
from typing import Literal

_SHARED = Path(__file__).parent
Shared = Literal["elements", "views", "links", "drawings", "line"]


def browser_code(own: Path, *shared: Shared) -> str:
    """The text of the script at `own`, behind the shared scripts of these names, in their order."""
    return "\n".join(path.read_text(encoding="utf-8") for path in (*(_SHARED / f"{name}.js" for name in shared), own))
