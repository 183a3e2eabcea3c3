"""Left sides, each with a menu of right sides: the browser's own menu, which phones open in full."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import streamlit as st

from components import session
from components.browser_code.browser_code import browser_code
from components.reported_texts import reported_texts
from core.language.text import t

_HERE = Path(__file__).parent
_mount = st.components.v2.component(
    "pair_fields",
    html='<div class="pairs">\n</div>',
    css=(_HERE / "pair_fields.css").read_text(encoding="utf-8"),
    js=browser_code(_HERE / "pair_fields.js", "elements", "views"),
)


def pair_fields(
    lefts: dict[str, str],
    rights: dict[str, str],
    key: str,
    drafted: dict[str, str],
    on_submit: Callable[[], Any] | None,
) -> None:
    """Draws a row for each left side; under `key` the session holds `pairs`: left id to right id.

    Enter goes to the next menu that is open; once none is, it calls `on_submit`.
    """
    reported = reported_texts(key, "pairs")
    pairs = drafted if reported is None else reported
    data = {"lefts": list(lefts.items()), "rights": list(rights.items()), "pairs": pairs, "words": _words()}

    def submitted() -> None:
        if on_submit and session.trigger(key, "submitted"):
            on_submit()

    _mount(
        key=key,
        data=data,
        default={"pairs": drafted},
        on_pairs_change=lambda: None,
        on_submitted_change=submitted,
    )


def _words() -> dict[str, str]:
    """What the browser says; the names in braces are filled there."""
    return {
        "choose": t("Choose …"),
        "in_use": t(" (in use)"),
        "twice": t("Also matched with “{text}”. Each has one match."),
        "count": t("{given} of {count} matched"),
    }
