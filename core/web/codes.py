"""Codes that a person reads from one screen and types on another. Reads the system's chance."""

import secrets

ALPHABET = "23456789ABCDEFGHJKMNPQRSTVWXYZ"
"""No 0, 1, I, L, O and U: nothing that is mistaken for something else."""


def new_code() -> str:
    """Eight signs, as 4-4: one of 6.6 × 10¹¹, so that none is guessed in the minutes that it lives."""
    signs = [secrets.choice(ALPHABET) for _ in range(8)]
    return "".join(signs[:4]) + "-" + "".join(signs[4:])


def new_room_code() -> str:
    """Six signs, as 3-3, for a room: one of 7.3 × 10⁸; guesses are counted and slowed where codes are taken."""
    signs = [secrets.choice(ALPHABET) for _ in range(6)]
    return "".join(signs[:3]) + "-" + "".join(signs[3:])


def read_room_code(text: str) -> str:
    """A room's code as a person typed it, in its own form; any text gives one.

    >>> read_room_code(" abc 234 ")
    'ABC-234'
    """
    signs = "".join(sign for sign in text.upper()[:40] if sign in ALPHABET)[:6]
    return signs[:3] + "-" + signs[3:]
