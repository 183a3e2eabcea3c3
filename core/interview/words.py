"""A text as words: where each stands, its stem, whether it carries meaning, how much it tells. Pure."""

import math
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from core.interview.listed import listed
from core.text.stemming import stem

FUNCTION_WORDS = listed("""
    a about above across after again against all almost along already also although am among an and any anything are
    around as at be because been before being below between both but by can could did do does doing done down during
    each either else enough ever every everything few for from further get gets getting go goes going got had has
    have having he hence her here hers him his how however i if in into is it its itself just know let like likely lot
    lots made make makes making many may maybe me might mine more most much must my need needs neither no nor not now
    of off often on once one ones only onto or other others otherwise our out over own per perhaps quite rather really
    s same say says she should since so some something still such t than that the their them then there therefore these
    they thing things this those though through thus to too toward towards under until up upon us use used uses using
    usually very via was way we well were what when where whether which while who whole whom whose why will with within
    without would yes yet you your without re ve ll d m don doesn didn isn aren wasn weren won wouldn shouldn couldn
    can cannot hasn haven hadn instead never e g i.e etc
""")
"""Words that hold a sentence together and say little alone."""

LEAST_WORDS = 3
"""Fewer words than these, or than the shortest wording of a rubric, are not enough to judge an answer."""

NUMBER_WORDS = {
    "two": "2", "three": "3", "four": "4", "five": "5", "six": "6", "seven": "7", "eight": "8", "nine": "9",
    "ten": "10", "twelve": "12", "fifteen": "15", "twenty": "20", "thirty": "30", "forty": "40", "fifty": "50",
    "sixty": "60", "seventy": "70", "eighty": "80", "ninety": "90",
}  # fmt: skip
_SYMBOLS = NUMBER_WORDS | {"zero": "0", "hundred": "100", "thousand": "1000", "percent": "%"}
_WRITTEN = {
    "finetune": "fine tune", "finetuning": "fine tuning", "finetuned": "fine tuned", "pretraining": "pre training",
    "pretrained": "pre trained", "pretrain": "pre train", "dataset": "data set", "datasets": "data sets",
    "hallucinate": "make up", "llms": "llm", "gpus": "gpu",
}  # fmt: skip
_WORD = re.compile(r"\d+(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?|%|[^\W\d_]+(?:['’][^\W\d_]+)?")
_FREQUENT, _RARE = 2_000, 30_000
"""Numbers of word pieces: the list of BERT is sorted by how often a piece occurs, and whole words begin near 2,000."""


@dataclass(frozen=True)
class Word:
    """One word of a text; `start` and `end` are characters of it, `telling` whether it carries meaning."""

    text: str
    stem: str
    start: int
    end: int

    @property
    def telling(self) -> bool:
        """Whether it is no function word; “doesn't” and “you'll” are."""
        return self.text not in FUNCTION_WORDS and "'" not in self.text


@lru_cache(maxsize=512)
def words_of(text: str) -> tuple[Word, ...]:
    """The text's words in order; figures lose their commas, “fine-tuning” and “finetuning” are the same two words.

    >>> [word.stem for word in words_of("Finetuning on 2,000 examples")]
    ['fin', 'tun', 'on', '2000', 'exampl']
    """
    found = []
    for match in _WORD.finditer(text):
        plain = match.group().lower().replace(",", "").replace("’", "'").removesuffix("'s")
        plain = _SYMBOLS.get(plain, plain)
        for part in _WRITTEN.get(plain, plain).split():
            found.append(Word(part, stem(part), match.start(), match.end()))
    return tuple(found)


def telling_stems(words: Iterable[Word]) -> frozenset[str]:
    """Stems of the words that carry meaning."""
    return frozenset(word.stem for word in words if word.telling)


@lru_cache(maxsize=4096)
def phrase_words(text: str) -> tuple[Word, ...]:
    """The words of a rubric's phrase, kept between answers."""
    return words_of(text)


def rarity(word: str, vocabulary: Mapping[str, int]) -> float:
    """How much a word tells, 0.35 for the most frequent to 1 for one that the list of pieces does not know.

    >>> round(rarity("rank", {"rank": 4635}), 2), rarity("qlora", {})
    (0.55, 1.0)
    """
    number = vocabulary.get(word, _RARE)
    share = math.log(max(number, _FREQUENT) / _FREQUENT) / math.log(_RARE / _FREQUENT)
    return 0.35 + 0.65 * min(share, 1.0)
