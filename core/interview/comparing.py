"""Whether a stretch of an answer compares otherwise than a key point's wording does. Pure."""

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import takewhile

from core.interview.contradiction import Conflict
from core.interview.listed import listed
from core.interview.words import Word, phrase_words, words_of

_CLOSE = re.compile(
    r"\b(?:close to|(?:near(?:ly)?|almost|about) (?:as|the same)|comparable|on par|within (?:\d|a few|one|two|some))",
    re.IGNORECASE,
)
_AHEAD = re.compile(r"\b(?:better|best|superior|beats|wins|outperforms)\b", re.IGNORECASE)
_BY_HOW_MUCH = re.compile(
    r"\d|n['’]t\b|\b(?:slight|marginal|hard|bare|near|rare|usual|most)ly\b|\b(?:a (?:bit|little|touch|hair)|almost|as"
    r"|close|comparable|few|if|little|match\w*|mostly|never|no|not|on par|only|same|seldom|small|unless|when|where)\b",
    re.IGNORECASE,
)
"""“Slightly better” is close; “better” alone says the contrary of close."""

_DEGREES = listed("smaller larger bigger shorter longer faster slower cheaper lower higher fewer")
_STAND_FOR = listed("one ones version variant llm network net lm sibling alternative")
"""“A smaller one” is one of what was spoken of."""


@lru_cache(maxsize=8192)
def comparison_conflict(phrase: str, said: str) -> Conflict:
    """Plain when what is said compares another thing, or says “better” where the wording says “nearly as good”.

    >>> comparison_conflict("quality close to full fine-tuning", "Full fine-tuning is better quality.").name
    'PLAIN'
    >>> comparison_conflict("quality close to full fine-tuning", "Full fine-tuning is slightly better.").name
    'NONE'
    >>> comparison_conflict("use a smaller model", "I would use a smaller embedding dimension.").name
    'PLAIN'
    """
    if _CLOSE.search(phrase) and _AHEAD.search(said) and not _BY_HOW_MUCH.search(said):
        return Conflict.PLAIN
    return Conflict.PLAIN if _of_another_thing(phrase_words(phrase), words_of(said)) else Conflict.NONE


def _of_another_thing(wording: Sequence[Word], said: Sequence[Word]) -> bool:
    """Whether a wording such as “a smaller model” meets only other things, as in “a smaller bill”, in what is said."""
    telling = [word for word in wording if word.telling]
    if len(telling) != 2 or telling[0].text not in _DEGREES or any(word.stem == telling[1].stem for word in said):
        return False
    things = [
        [after.text for after in takewhile(lambda word: word.telling, said[at + 1 :])]
        for at, word in enumerate(said)
        if word.text == telling[0].text
    ]
    return bool(things) and all(thing and _STAND_FOR.isdisjoint(thing) and thing[0].isalpha() for thing in things)
