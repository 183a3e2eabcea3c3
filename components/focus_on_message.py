"""Moves the focus from a pressed button that is gone to the message in its place."""

from components import session
from components.key_presses.key_presses import key_presses
from components.message_in_place import MESSAGE


def focus_on_message(shown: str, token: str, *, told: bool, top: bool = False) -> None:
    """Leads the focus to the sentence when it has just come, and otherwise to the title of what is `shown` now.

    `token` names what the sentence is about; `top` is that of `key_presses`, for the title.
    """
    new = told and session.once(f"told-in-place.{token}", "told")
    key_presses({}, f"{shown} {told}", MESSAGE if new else "ll-question", top=top and not new)
