"""Codes that a person reads from one screen and types on another. Draws on the system's random source."""

import re
import secrets

ALPHABET = "23456789ABCDEFGHJKMNPQRSTVWXYZ"
"""No 0, 1, I, L, O and U: nothing that is mistaken for something else."""

_THREE = rf"([{ALPHABET}]{{3}})"
_AS_SHOWN = re.compile(rf"(?<![A-Z0-9]){_THREE}[‐-―-]{_THREE}(?![A-Z0-9])")
_WHOLE = re.compile(rf"(?<![A-Z0-9]){_THREE}[\s‐-―-]*{_THREE}(?![A-Z0-9])")
"""A room's code among other words: with its dash; or with spaces, or nothing, in the dash's place."""

_MOST_PASTED = 200


def new_code() -> str:
    """Eight characters, as 4-4: one of 6.6 × 10¹¹, so that none is guessed in the minutes that it is valid."""
    return f"{_signs(4)}-{_signs(4)}"


def new_room_code() -> str:
    """Six characters, as 3-3: one of 7.3 × 10⁸; guesses are counted and slowed down."""
    return f"{_signs(3)}-{_signs(3)}"


def _signs(count: int) -> str:
    return "".join(secrets.choice(ALPHABET) for _ in range(count))


def read_room_code(text: str) -> str:
    """A room code as a person typed it, or pasted it with other text, normalised; any text gives one.

    >>> read_room_code(" abc 234 "), read_room_code("Room ABC-234"), read_room_code("http://10.0.0.7/join?room=abc-234")
    ('ABC-234', 'ABC-234', 'ABC-234')
    """
    text = text[-_MOST_PASTED:].upper()
    whole = _AS_SHOWN.findall(text) or _WHOLE.findall(text)  # two short words, as AND THE, could be one too
    signs = "".join(whole[-1]) if whole else "".join(sign for sign in text if sign in ALPHABET)[:6]
    return signs[:3] + "-" + signs[3:]
