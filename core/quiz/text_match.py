"""Whether two wordings are the same answer: case, accents, punctuation, articles and one slip do not matter. Pure."""

import re
import unicodedata

_ARTICLES = {
    *("a", "an", "the"),
    *("der", "die", "das", "den", "dem", "des", "ein", "eine", "einen", "einem", "einer", "eines"),
}
_NOT_A_WORD = re.compile(r"[^\w%+]+|_")
_LEAST_FOR_A_SLIP = 5


def normalised(text: str) -> str:
    """The text's words, lower case, without accents, punctuation and articles.

    >>> normalised("  The Low-Rank Adaptation! "), normalised("à la carte"), normalised("das Basismodell")
    ('low rank adaptation', 'la carte', 'basismodell')
    """
    decomposed = unicodedata.normalize("NFKD", text).casefold()
    plain = "".join(char for char in decomposed if not unicodedata.combining(char))
    words = _NOT_A_WORD.sub(" ", plain).split()
    kept = [word for word in words if word not in _ARTICLES]
    return " ".join(kept or words)


def is_same(text: str, other: str) -> bool:
    """Whether two texts are the same answer; spaces and hyphens do not matter either.

    >>> is_same("fine tuning", "Finetuning"), is_same("LoRA", "QLoRA")
    (True, False)
    """
    return normalised(text).replace(" ", "") == normalised(other).replace(" ", "")


def is_slip(text: str, other: str) -> bool:
    """Whether one word differs by one slip: a letter missing, added, changed, or two swapped.

    Only words of five letters or more, and no figures, so that LoRA stays LoRA.

    >>> is_slip("catastrophic forgeting", "Catastrophic forgetting"), is_slip("lora", "qlora"), is_slip("13B", "70B")
    (True, False, False)
    """
    mine, theirs = normalised(text).split(), normalised(other).split()
    if len(mine) != len(theirs):
        return False
    different = [(a, b) for a, b in zip(mine, theirs, strict=True) if a != b]
    if len(different) != 1:
        return False
    one, two = different[0]
    return min(len(one), len(two)) >= _LEAST_FOR_A_SLIP and (one + two).isalpha() and _one_edit_apart(one, two)


def _one_edit_apart(one: str, two: str) -> bool:
    shorter, longer = sorted((one, two), key=len)
    start = next((i for i, (a, b) in enumerate(zip(shorter, longer, strict=False)) if a != b), len(shorter))
    if len(longer) == len(shorter) + 1:
        return shorter[start:] == longer[start + 1 :]
    if len(longer) > len(shorter):
        return False
    swapped = one[start : start + 2] == two[start : start + 2][::-1] and one[start + 2 :] == two[start + 2 :]
    return swapped or one[start + 1 :] == two[start + 1 :]
