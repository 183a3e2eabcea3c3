"""What a misspelt name probably meant: the one place that says “did you mean”. Pure."""

from collections.abc import Callable, Iterable
from difflib import get_close_matches

from core.language.text import marked, t

CHOOSE = marked("choose from {names}.")
"""What `hint_for` says where nothing is near."""


def nearest(
    word: str, names: Iterable[str], most: int = 1, cutoff: float = 0.6, spelled: Callable[[str], str] = str
) -> tuple[str, ...]:
    """The names that are nearest to a word, the nearest first; empty when none is near.

    Args:
        word: what was written.
        names: what it may have meant.
        most: how many to name.
        cutoff: how alike they have to be, 0 to 1.
        spelled: what of a name is compared.

    >>> nearest("sftt", ("sft", "rag"))
    ('sft',)
    """
    by_spelling: dict[str, str] = {spelled(name): name for name in names}
    return tuple(by_spelling[near] for near in get_close_matches(spelled(word), by_spelling, most, cutoff))


def did_you_mean(names: Iterable[str]) -> str:
    """The part of a sentence that suggests the nearest name; empty when none is near.

    >>> did_you_mean(nearest("modle", ["model", "r"]))
    'did you mean model?'
    """
    near = t(" or ").join(names)
    return t("did you mean {names}?", names=near) if near else ""


def hint_for(word: str, names: Iterable[str]) -> str:
    """The part of a sentence that says which names were probably meant, or lists them all when none is near.

    >>> hint_for("modle", ["model", "r"]), hint_for("zzz", ["model", "r"])
    ('did you mean model?', 'choose from model, r.')
    """
    known = tuple(names)
    return did_you_mean(nearest(word, known, most=3, cutoff=0.65, spelled=str.lower)) or t(
        CHOOSE, names=", ".join(known)
    )
