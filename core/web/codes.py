"""Codes that a person reads from one screen and types on another. Reads the system's chance."""

import secrets

ALPHABET = "23456789ABCDEFGHJKMNPQRSTVWXYZ"
"""No 0, 1, I, L, O and U: nothing that is mistaken for something else."""


def new_code() -> str:
    """Eight signs, as 4-4: one of 6.6 × 10¹¹, so that none is guessed in the minutes that it lives."""
    signs = [secrets.choice(ALPHABET) for _ in range(8)]
    return "".join(signs[:4]) + "-" + "".join(signs[4:])
