"""Whether an answer says of one thing what a key point says of its rival, as RAG for style. Pure.

The things are those that this field sets against each other. In each part of a sentence that names one of them, the
other words belong to it; a part that names none goes with the part before, and a condition with the part after.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import lru_cache

from core.interview.contradiction import Conflict
from core.interview.polarity import negates, stance_of
from core.interview.windows import sentences_of
from core.text.stemming import stem

_THINGS = {
    "full": r"full(?:[ -]fine)?[ -]?(?:tun\w+|train\w+|run)|tun(?:e|ing) (?:all|every) \w+",
    "rag": r"rag|retriev\w+|look(?:ing)?[ -]?ups?|(?:search|vector) (?:index|stores?|databases?|db)",
    "prompting": r"(?<!\blong )(?<!\blonger )(?<!\bshort )(?<!\bshorter )prompt\w*",
    "pre-training": r"pre-?train\w*",
    "tuning": r"(?:supervised )?fine[ -]?tun\w+|tun(?:e|ed|es|ing)|sft|trained (?:one|version|model|in)|training run"
    r"|in(?:to)? the weights",
    "lora": r"lora",
    "adapters": r"adapters?",
    "base": r"base(?: model| weights)?",
    "rlhf": r"rlhf",
    "dpo": r"dpo",
}
_RIVALS = (
    {"rag", "tuning", "prompting"}, {"rag", "full"}, {"rag", "lora"}, {"lora", "full"}, {"base", "adapters"},
    {"rlhf", "dpo"}, {"pre-training", "tuning", "rlhf"},
)  # fmt: skip
_THING = re.compile("|".join(rf"(?P<t{at}>\b(?:{form})\b)" for at, form in enumerate(_THINGS.values())), re.IGNORECASE)
_PART = re.compile(r"[,;:.!?()—–]\s+|[.!?]$|\s+(?=(?:and|but|or|while|whereas|so|if|when|then|because|where)\s)", re.I)
_CONDITION = re.compile(r"(?:and |but |so )?(?:if|when|where|whenever|for)\b", re.IGNORECASE)
_LIKENESS = re.compile(r",? \b(?:as|like) ((?:[\w-]+ ){1,3}?)(?:does|do|did|is|are|has)\b", re.IGNORECASE)
"""“As RLHF does”: what is said of the one is true of the other."""

_CROSSED_SHARE, _LEAD = 0.2, 1.5
_MOST_THINGS = 2
"""A part that names none belongs to nobody in a sentence of more things."""

_IN_TURN = frozenset(stem(word) for word in ("first", "then", "last", "next"))
"""In a sentence that puts more things in order, what comes first is no rival of what comes before the last."""

Said = tuple[str, bool]
"""The stem of a word, and whether it is negated."""


@lru_cache(maxsize=8192)
def said_of(text: str) -> Mapping[Said, frozenset[str]]:
    """For each telling word the things that the text says it of.

    >>> found = said_of("RAG is for knowledge, fine-tuning for style.")
    >>> sorted(found["knowledg", False]), sorted(found["styl", False])
    (['rag'], ['tuning'])
    """
    found: dict[Said, set[str]] = defaultdict(set)
    for sentence in sentences_of(text):
        parts = list(_parts(text[sentence.span.start : sentence.span.end]))
        named = [_things(part) for part in parts]
        lent = [frozenset[str]() if negates(part) else things for part, things in zip(parts, named, strict=True)]
        for at, part in enumerate(parts):
            owner = named[at] or _neighbour(parts, lent, at)
            if len(owner) == 1:
                stance = stance_of(_THING.sub(" ", part))
                for stem in stance.stems:
                    found[stem, stem in stance.negated] |= owner
    return {said: frozenset(things) for said, things in found.items()}


def _parts(sentence: str) -> Iterator[str]:
    start = 0
    for match in _PART.finditer(sentence):
        if sentence[start : match.start()].strip():
            yield sentence[start : match.start()].strip()
        start = match.end()
    if sentence[start:].strip():
        yield sentence[start:].strip()


@lru_cache(maxsize=8192)
def _things(part: str) -> frozenset[str]:
    names = list(_THINGS)
    return frozenset(names[int(str(match.lastgroup)[1:])] for match in _THING.finditer(part))


def _neighbour(parts: list[str], named: list[frozenset[str]], at: int) -> frozenset[str]:
    """The thing that a part without one speaks of: that of the part before, or after “if” of the next."""
    after = next((one for one in named[at + 1 :] if one), frozenset[str]())
    before = next((one for one in reversed(named[:at]) if one), frozenset[str]())
    if len(frozenset[str]().union(*named)) > _MOST_THINGS:
        return frozenset()
    return after if _CONDITION.match(parts[at]) or not before else before


def is_half(phrase: str, window: str) -> bool:
    """Whether a text names one of two rival things that a phrase sets side by side, and not the other.

    >>> both = "RAG is for knowledge, fine-tuning for style."
    >>> is_half(both, "RAG is for knowledge."), is_half(both, "Retrieval adds facts; tuning sets the style.")
    (True, False)
    """
    wanted, said = _things(phrase), _things(window)
    return any(len(wanted & rivals) == 2 and len(said & rivals) == 1 for rivals in _RIVALS)


def of_rivals(phrase: str, window: str) -> bool:
    """Whether two texts speak of rival things, and of no common one: their opposites then agree.

    >>> of_rivals("Fine-tuned knowledge does not change.", "Knowledge that changes goes in RAG.")
    True
    """
    mine, theirs = _things(phrase), _things(window)
    return not mine & theirs and any(mine & rivals and theirs & rivals for rivals in _RIVALS)


def is_of_the_likened(belief: str, before: str, said: str) -> bool:
    """Whether what is said may hold of the thing that a belief likens its own to, as nobody named its own.

    >>> belief, said = "DPO trains a reward model, as RLHF does", "A reward model is trained."
    >>> is_of_the_likened(belief, "In RLHF people compare.", said), is_of_the_likened(belief, "DPO is alike.", said)
    (True, False)
    """
    likeness = _LIKENESS.search(belief)
    own = _things(belief[: likeness.start()]) if likeness else frozenset()
    other = _things(likeness[1]) - own if likeness else frozenset()
    if not (own and other) or own & _things(said):
        return False
    named = [things for part in _parts(before) if (things := _things(part) & (own | other))]
    return not (named and own & named[-1])


def role_conflict(phrase: str, window: str, weights: Mapping[str, float]) -> Conflict:
    """Plain when the words that both share are mostly said of a rival of what the phrase says them of."""
    mine, theirs = said_of(phrase), said_of(window)
    crossed = agreeing = 0.0
    ordered = len(_things(window)) > _MOST_THINGS
    for said in mine.keys() & theirs.keys():
        if ordered and said[0] in _IN_TURN:
            continue
        weight = weights.get(said[0], 0.0)
        if mine[said] & theirs[said]:
            agreeing += weight
        elif any(mine[said] & rivals and theirs[said] & rivals for rivals in _RIVALS):
            crossed += weight
    is_plain = crossed >= _CROSSED_SHARE * sum(weights.values()) and crossed >= _LEAD * agreeing
    return Conflict.PLAIN if is_plain and crossed > 0 else Conflict.NONE
