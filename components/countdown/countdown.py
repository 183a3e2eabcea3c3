"""Seconds that run down in the browser; at the end the fragment around runs once."""

from datetime import datetime

from components.browser_code.browser_component import browser_component
from core.language.text import nt

_mount = browser_component(__file__, '<div class="countdown"><div class="bar"><i></i></div><p>\n</p></div>')


def countdown(ends: datetime, total_s: float, now: datetime, words: str, key: str) -> None:
    """Draws a bar and “18 seconds left”, then `words`; the end is the server's, whatever the browser's clock says."""
    left = {form: nt("{n} second left", "{n} seconds left", form, n="{n}") for form in (1, 2)}
    data = {
        "one": left[1],
        "many": left[2],
        "left": (ends - now).total_seconds(),
        "total": total_s,
        "words": words,
        "token": f"{key}.{ends}",
    }
    _mount(key=f"countdown.{key}", data=data, on_ended_change=lambda: None)
