"""Whether two wordings are the same answer: case, accents, punctuation, articles and one slip do not matter. Pure."""

import re
import unicodedata

from core.text.one_slip import one_slip

_ARTICLES = {
    *("a", "an", "the"),
    *("der", "die", "das", "den", "dem", "des", "ein", "eine", "einen", "einem", "einer", "eines"),
}
_NOT_A_WORD = re.compile(r"[^\w%+]+|_")
_LEAST_FOR_A_SLIP = 5
_NEIGHBOURS = 3
"""So many words beside a gap may be repeated in it."""
_LEADS = re.compile(
    r"^((i (would|d) (use|go with)|(they|you|we|it|most teams|most) uses?|uses?|using|switch to|go with|with|by|via"
    r"|implement|apply|add|build|choose|take|train with|replace|swap|change|upgrade"
    r"|it is|it s|its|it has|it|that is|that s|that would be|this is|i think|i guess|i believe|probably|maybe|called"
    r"|about|around|roughly|approximately|approx|circa|ca|just|only|to|predicts?|predicting"
    r"|plain|standard|regular|normal|simple|classic|severe"
    r"|etwa|rund|ungefahr|mit|durch|per|man nimmt|ich (wurde|glaube|denke)|vermutlich|wohl|ist|es ist|es sagt|nur"
    r"|normales|einfaches|klassisches|starkes) )+"
)
"""What leads up to an answer: who does it and how sure, and words that make it no other thing."""
_TAILS = re.compile(
    r"( (i think|i guess|i believe|probably|maybe|glaube ich|denke ich|vermutlich|helps|would help|hilft"
    r"|approach|method|algorithm|technique|solution|system|architecture|pipeline"
    r"|ansatz|methode|algorithmus|technik|verfahren|losung|architektur"
    r"|nehmen|nutzen|verwenden|einsetzen|bauen|aufbauen|ersetzen|austauschen|wechseln|vorher|voraus))+$"
)
"""What may follow it: how sure, what sort of thing it is, and a German verb."""
_REASON = re.compile(
    r"(?:(?<=\w)(?:,?\s+\(?(?:because|since|as|due to|instead of|rather than|and not|not|weil|wegen|statt|anstatt"
    r"|anstelle|und nicht|nicht)|,\s+(?:an?|which|short for|given|da|denn|eine?|kurz für))\b"
    r"|(?<=[\w)])(?:\s*[;:]|\s+(?:[-–—→]|->))\s+(?!no\b|nein\b|or\b|oder\b)(?=\w)).*",
    re.IGNORECASE | re.DOTALL,
)
_SETTING = re.compile(
    r"(?<=[\w)])\s+(?:\+|w/|(?:with|without|for|on|in|of|over|from|using|via|by|at|to|given|based|against|plus"
    r"|mit|ohne|für|auf|im|an|am|über|aus|von|vom|zum|zur|per|durch|gegen)\b)",
    re.IGNORECASE,
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


def with_setting(text: str) -> tuple[str, str]:
    """What a text names, and what it goes on to say it is for, on or with; the latter is "" when it stops there.

    >>> with_setting("RAG with daily indexing"), with_setting("the next token in a text"), with_setting("a base model")
    (('RAG', 'daily indexing'), ('the next token', 'a text'), ('a base model', ''))
    """
    named, *rest = _SETTING.split(text.strip(), maxsplit=1)
    return named, " ".join(rest).strip()


def brings_in(text: str, others: tuple[str, ...], right: tuple[str, ...]) -> bool:
    """Whether a text has a word of other wordings that no right one has.

    >>> brings_in("some fine-tuning", ("fine-tuning", "a search"), ("RAG", "retrieval in a wiki"))
    True
    >>> brings_in("daily indexing in a wiki", ("fine-tuning", "a search in it"), ("RAG", "retrieval in a wiki"))
    False
    """
    return not _words(text).isdisjoint(_words(*others) - _words(*right))


def _words(*texts: str) -> set[str]:
    return {word for text in texts for word in normalised(text).split() if len(word) > 2}


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
