"""Whether a text can be marked: in English, and in sentences rather than a list or a heap of words. Pure."""

import re
import unicodedata
from collections.abc import Sequence
from itertools import pairwise

from core.interview.listed import listed
from core.interview.polarity import THEN
from core.interview.words import FUNCTION_WORDS, Word

MOST_WORDS = 2_000
_TAG = re.compile(r"<!--.*?-->|<(script|style)\b.*?</\1>|</?[a-zA-Z][^<>]{0,2000}>", re.DOTALL)
_FOREIGN = listed("""
    der die und das ist nicht ein eine mit auf für von zu den dem sich auch werden wird le la les des une est et en
    que pour dans qui sur pas avec sont el los las una por para con del como más se il lo gli che di sono non per è
    een het van niet voor dat zijn om o os uma não é do da ao na jest nie się och att som inte är
    statt weil wenn aber oder nur nach bei aus durch wird kann muss soll sind haben wir ich dass zum zur vom im ins
    beim wie erst dann ohne gegen keine kein einem einen einer mehr viel viele zuerst sondern danach
    vor als zwei drei damit immer noch etwas alles ja nein es ob unser unsere ihre mein
""")
_GERMAN = re.compile(r"\w{3,}(?:ungen|ung|keit|heit|lich|ieren|tät|schaft)|\w{3,}ungs\w{3,}|\w*[äöüß]\w*")
"""German words that are in no list; who names “Müller” uses one."""
_FEW = 3
"""Of so few words one that looks German is enough, where none is plainly English."""

_DETERMINERS = listed("the a an its their your our my every this")
_PREPOSITIONS = listed("of with for from by at into onto during than")
_FINITE = listed("is are was were am has had does did can could will would should may might must")
_JOINING = listed("and or but because if when while although")
_PRONOUNS = listed("it they we i he she them us")
_LIST_MARKS, _LEAST_SCRAPS, _WORDS_A_SCRAP = ",;|/•\n", 5, 3.5
_MOST_SAYINGS, _WORDS_A_SAYING, _MOST_WORDS_A_SAYING, _MOST_WORDS_JOINED = 3, 2.5, 8, 12
"""A sentence of three to eight words may well have none that only joins: “LoRA freezes the base weights.” One of up to
twelve may have a single one: “Full fine-tuning on narrow data overwrote general skills.” """

_SCRAPS_OF_NOTES = {*",;|•\n"}
_LEAST_NOTES, _WORDS_A_NOTE, _WORDS_A_PHRASE, _JOINING_OF_NOTES = 3, 4, 3, 0.1
"""Three lines or more are notes, and no list, where a line has so many words, a scrap between commas so many, and so
large a share of them joins."""

_EQUAL = {*"=≈<>×"}
"""Before a number these say what a verb says: whoever reckons aloud writes “416 h × $40/h = $16.7k”, or “x 5 min”."""
_SO = re.compile(r"\s*(:|->|=>|→|⇒)\s*")
_WITHIN = re.compile(r"[ \t]+|/|, ?")
"""Behind a case of two words or more these say “then”, as “mean” does: “Missing facts: RAG. Tone/format -> tuning.” """
_COPULAS = listed("is are was were be")
_SAYING = _FINITE | _PRONOUNS | _COPULAS | {"no"}
"""With one of these, scraps between commas are no keywords: “DPO: no reward model, no RL, just preference pairs”."""
_GLUE = _DETERMINERS | _PREPOSITIONS | _COPULAS | listed("and or in to by for")
_SPEAKING = _PRONOUNS | listed("i you who that which what not no if because when")
_CANNOT_FOLLOW = {
    **dict.fromkeys(_JOINING, listed("of and or but")),
    **dict.fromkeys(listed("is are was were"), listed("is are was were has had does and will can should")),
    **dict.fromkeys(_PREPOSITIONS, (_FINITE | listed("of and but because")) - listed("can")),
    **dict.fromkeys(
        _DETERMINERS - {"this"},
        _DETERMINERS | _PREPOSITIONS | (_FINITE - listed("can will may must might")) | _JOINING | _PRONOUNS,
    ),
}
"""For a word those that no sentence has right behind it."""

MOST_GLUE = 0.5
"""Of the claims of content/ and 82 good answers not one has so large a share of articles, prepositions and “is”, with
no word that only a sentence with a thought in it has."""


def without_tags(text: str) -> str:
    """The text with HTML tags blanked out, each by as many spaces, so that places stay what they were.

    >>> without_tags("<b>RAG</b> first")
    '   RAG     first'
    """
    return _TAG.sub(lambda match: " " * len(match.group()), text)


def is_english(words: Sequence[Word]) -> bool:
    """Whether words look like English, or are too few to tell."""
    letters = [char for word in words for char in word.text if char.isalpha()]
    latin = sum(1 for char in letters if char.isascii() or "LATIN" in unicodedata.name(char, ""))
    if letters and latin < 0.6 * len(letters):
        return False
    english = sum(1 for word in words if word.text in FUNCTION_WORDS and word.text not in _FOREIGN)
    foreign = sum(1 for word in words if _is_foreign(word.text))
    if not english and len(words) <= _FEW and any(_GERMAN.fullmatch(word.text) for word in words):
        return False
    return foreign <= english or foreign < (3 if english else 2)


def _is_foreign(word: str) -> bool:
    return word not in FUNCTION_WORDS and bool(word in _FOREIGN or _GERMAN.fullmatch(word))


def is_list(words: Sequence[Word], text: str) -> bool:
    """Whether words are keywords in a row: next to nothing joins them, or short scraps stand between commas.

    A figure is no keyword: “10–100x cheaper, 1–3 % worse” counts as two words that nothing joins.

    `words` are those of a stretch of `text`, with their places in it.

    >>> from core.interview.words import words_of
    >>> terms = "RAG, latency, tokens, style over content, 1-3 days, private data"
    >>> is_list(words_of(terms), terms), is_list(words_of("I would start with RAG."), "I would start with RAG.")
    (True, False)
    """
    gaps = [text[one.end : two.start] for one, two in pairwise(words)]
    ends = zip(gaps, words[1:], strict=True)
    equal = sum(1 for gap, word in ends if word.text[0].isdigit() and not _EQUAL.isdisjoint(gap))
    equal += sum(1 for word, after in pairwise(words) if word.text == "x" and after.text[0].isdigit())
    remedies = sum(1 for before, gap in pairwise(gaps) if _WITHIN.fullmatch(before) and _SO.fullmatch(gap))
    cases = zip(pairwise(gaps), words[2:], strict=True)
    remedies += sum(1 for around, word in cases if word.text in THEN and all(gap.isspace() for gap in around))
    joining = sum(1 for word in words if word.text in FUNCTION_WORDS) + equal + 2 * remedies
    if _are_notes(gaps, joining):
        return False
    scraps = 1 + sum(1 for gap in gaps if any(mark in gap for mark in _LIST_MARKS))
    named = sum(1 for word in words if not word.text[0].isdigit())
    if len(words) >= 6 and joining < 0.15 * named and not _says_something(len(words), scraps, joining):
        return True
    short = scraps >= _LEAST_SCRAPS and len(words) <= _WORDS_A_SCRAP * scraps
    return short and not equal and not any(word.text in _SAYING for word in words)


def _says_something(words: int, scraps: int, joining: int) -> bool:
    """Whether so few words in so few scraps are short sentences, as “Quality beats quantity” is."""
    most = _MOST_WORDS_JOINED if joining >= scraps else _MOST_WORDS_A_SAYING
    return scraps <= _MOST_SAYINGS and _WORDS_A_SAYING * scraps <= words <= most * scraps


def _are_notes(gaps: Sequence[str], joining: int) -> bool:
    """Whether words with these gaps between them are notes, a line each, as people write with bullets."""
    lines, number = 1 + sum("\n" in gap for gap in gaps), 1 + len(gaps)
    phrases = 1 + sum(1 for gap in gaps if not _SCRAPS_OF_NOTES.isdisjoint(gap))
    long = number >= _WORDS_A_NOTE * lines and number >= _WORDS_A_PHRASE * phrases
    return lines >= _LEAST_NOTES and long and joining >= _JOINING_OF_NOTES * number


def is_salad(words: Sequence[Word]) -> bool:
    """Whether words stand together as no sentence lets them: “the of is”, or “the x is the y is the z”.

    >>> from core.interview.words import words_of
    >>> is_salad(words_of("The rank is the adapter and the memory is the weights of the matrices is the quality"))
    True
    """
    texts = [word.text for word in words]
    if len(texts) < 10:
        return False
    broken = sum(1 for one, two in pairwise(texts) if two in _CANNOT_FOLLOW.get(one, ()))
    if broken >= max(2, 0.05 * len(texts)):
        return True
    glue = sum(1 for text in texts if text in _GLUE)
    return glue >= MOST_GLUE * len(texts) and not any(text in _SPEAKING for text in texts)
