"""Whether two wordings are the same answer: case, accents, punctuation, articles and one slip do not matter. Pure."""

import re
import unicodedata

from core.one_slip import one_slip

_ARTICLES = {
    *("a", "an", "the"),
    *("der", "die", "das", "den", "dem", "des", "ein", "eine", "einen", "einem", "einer", "eines"),
}
_NOT_A_WORD = re.compile(r"[^\w%+]+|_")
_LEAST_FOR_A_SLIP = 5
_NEIGHBOURS = 3
"""So many words beside a gap may be repeated in it."""
_LEADS = re.compile(
    r"^((i would use|i d use|(they|you|we|most teams|most) use|use|using|switch to|with|by|it is|it s|its|it has"
    r"|that is|that s|this is|i think|i guess|i believe|probably|maybe|called"
    r"|about|around|roughly|approximately|approx|circa|ca"
    r"|etwa|rund|ungefahr|mit|durch|man nimmt|ich glaube|ich denke|vermutlich|wohl|ist) )+"
)
_TAILS = re.compile(r" (i think|i guess|i believe|probably|maybe|glaube ich|denke ich|vermutlich)$")
_REASON = re.compile(
    r"(?<=\w)(?:,?\s+(?:because|since|instead of|rather than|and not|not|weil|statt|anstatt|anstelle|und nicht|nicht)"
    r"|,\s+(?:an?|which|as|da|denn|eine?))\b.*",
    re.IGNORECASE | re.DOTALL,
)
_BETWEEN = re.compile(r"[()\[\]/=;]|\b(?:or|oder|i\.e\.|d\.h\.)(?!\w)", re.IGNORECASE)


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


def bare(text: str, before: str = "", after: str = "") -> str:
    """A text without words that only lead up to it, and without those that stand beside its gap already.

    >>> bare("it's RAG, I think"), bare("about 400 hours", "so 5,000 pairs take", "hours of people's time")
    ('rag', '400')
    """
    words = normalised(text).split()
    left, right = normalised(before).split()[-_NEIGHBOURS:], normalised(after).split()[:_NEIGHBOURS]
    for count in range(_NEIGHBOURS, 0, -1):
        if len(words) > count and words[:count] == left[-count:]:
            words = words[count:]
        if len(words) > count and words[-count:] == right[:count]:
            words = words[:-count]
    kept = " ".join(words)
    return _LEADS.sub("", _TAILS.sub("", kept))


def without_reason(text: str) -> str:
    """A text without what it says of itself, or sets itself against.

    >>> without_reason("RAG, because it changes daily"), without_reason("LoRA instead of full tuning")
    ('RAG', 'LoRA')
    >>> without_reason("not perfect"), without_reason("PPO, nicht DPO")
    ('not perfect', 'PPO')
    """
    return _REASON.sub("", text.strip())


def ways_said(text: str) -> tuple[str, ...]:
    """The parts of a text that says one thing in several ways.

    >>> ways_said("RAG (retrieval-augmented generation)"), ways_said("SFT or LoRA"), ways_said("a base model")
    (('RAG', 'retrieval-augmented generation'), ('SFT', 'LoRA'), ('a base model',))
    """
    return tuple(part.strip() for part in _BETWEEN.split(text) if part.strip())


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
    return min(len(one), len(two)) >= _LEAST_FOR_A_SLIP and (one + two).isalpha() and one_slip(one, two)
