"""Removes from what a browser or a model reports the characters that a store or a page cannot take. Pure."""

import re
from typing import Any

_UNFIT = re.compile("[\x00\ud800-\udfff]")


def whole_text(given: Any) -> Any:
    """The value with every text in it, at any depth, free of halves of signs and of NUL; what is no text stays.

    A browser whose text was cut inside an emoji reports half of it, which is no Unicode; PostgreSQL keeps no NUL. An
    option of an enumeration is the product's own, and stays what it is.

    >>> whole_text({"answer": "rank\\ud83d", "dictated": False})
    {'answer': 'rank', 'dictated': False}
    """
    if type(given) is str:
        return _UNFIT.sub("", given)
    if isinstance(given, dict):
        return {whole_text(name): whole_text(value) for name, value in given.items()}
    if isinstance(given, list):
        return [whole_text(value) for value in given]
    return given
