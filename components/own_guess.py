"""Guesses that are asked for before a number is shown: given or skipped once, kept for the next visit too."""

import json
from contextlib import suppress
from typing import Literal

from pydantic import FiniteFloat, TypeAdapter, ValidationError

from components import session
from core.store.errors import StoreError

_NAME = "guesses"
SKIPS = "calculator-guess.skips"
"""Where is kept that somebody wants no such question before a result, or before what a stop costs."""
_GUESSES = TypeAdapter(dict[str, FiniteFloat | Literal["off", "skipped"]])


def own_guess(name: str) -> float | str | None:
    """What was given under a name, a number or a word for leaving it; None while nothing was."""
    return _known().get(name)


def keep_own_guess(name: str, given: float | str) -> None:
    """Keeps what is given under a name."""
    known = {**_stored(), **_known(), name: given}  # another tab may have kept some meanwhile
    session.keep(_NAME, known)
    with suppress(StoreError):  # this tab still knows them
        session.store().drafts.put(session.learner().key, _NAME, json.dumps(known), session.now(), lasting=False)


def _known() -> dict[str, float | str]:
    known: dict[str, float | str] | None = session.kept(_NAME)
    if known is None:
        known = _stored()
        session.keep(_NAME, known)
    return known


def _stored() -> dict[str, float | str]:
    try:
        text = session.store().drafts.get(session.learner().key, _NAME)
        return {**_GUESSES.validate_json(text)} if text else {}
    except (StoreError, ValidationError):
        return {}  # then the question comes once more
