"""Left sides, each with a menu of right sides: the browser's own menu, which phones open in full."""

from pathlib import Path

import streamlit as st

from components import session

_HERE = Path(__file__).parent
_mount = st.components.v2.component(
    "pair_fields",
    html='<div class="pairs">\n</div>',
    css=(_HERE / "pair_fields.css").read_text(encoding="utf-8"),
    js=(_HERE / "pair_fields.js").read_text(encoding="utf-8"),
)


def pair_fields(lefts: dict[str, str], rights: dict[str, str], key: str, drafted: dict[str, str]) -> None:
    """Draws a row for each left side; under `key` the session holds `pairs`: left id to right id."""
    reported = session.reported(key, "pairs")
    pairs = reported if isinstance(reported, dict) else drafted
    data = {"lefts": list(lefts.items()), "rights": list(rights.items()), "pairs": pairs}
    _mount(key=key, data=data, default={"pairs": drafted}, on_pairs_change=lambda: None)
