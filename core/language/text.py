"""Says a text in the language in force: the English text of the code is what its translation is found by. Pure."""

from collections.abc import Sequence

from core.language.catalogue import catalogue
from core.language.in_force import ENGLISH, in_force


def t(text: str, /, **values: object) -> str:
    """A text in the language in force, with `{name}` replaced by the value of that name.

    >>> t("Room {code} is open.", code="ABC")
    'Room ABC is open.'
    """
    language = in_force()
    if language != ENGLISH:
        text = catalogue(language).text(text)
    return text.format(**values) if values else text


def listed(names: Sequence[str]) -> str:
    """Names as a sentence lists them.

    >>> listed(["RAG"]), listed(["1.5B", "7B"]), listed(["1.5B", "7B", "14B"])
    ('RAG', '1.5B and 7B', '1.5B, 7B and 14B')
    """
    return t(" and ").join(part for part in (", ".join(names[:-1]), *names[-1:]) if part)


def nt(singular: str, plural: str, n: float, /, **values: object) -> str:
    """The one of two texts that goes with a number, which both may show as `{n}`.

    >>> nt("{n} card", "{n} cards", 1), nt("{n} card", "{n} cards", 4)
    ('1 card', '4 cards')
    """
    language = in_force()
    text = singular if n == 1 else plural
    if language != ENGLISH:
        text = catalogue(language).plural(singular, plural, n)
    return text.format(**{"n": n, **values})


def pt(context: str, text: str, /, **values: object) -> str:
    """A text whose translation depends on the place; the context, never shown, names the place.

    >>> pt("verb", "Open")
    'Open'
    """
    language = in_force()
    if language != ENGLISH:
        text = catalogue(language).text(text, context)
    return text.format(**values) if values else text


def marked(text: str, /) -> str:
    """The text itself, marked for the catalogue; for tables that are built before anybody has a language."""
    return text


def in_sentence(text: str) -> str:
    """A word or two as written within a sentence: lower case in English; German nouns keep their capitals.

    >>> in_sentence("Hours"), in_sentence("Steps of PPO"), in_sentence("LoRA rank")
    ('hours', 'steps of PPO', 'LoRA rank')
    """
    return " ".join(map(_small, text.split(" "))) if in_force() == ENGLISH else text


def _small(word: str) -> str:
    return word if any(sign.isupper() for sign in word[1:]) else word.lower()
