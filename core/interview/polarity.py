"""What a text affirms and what it negates, by the words of its clauses and a short list of antonyms. Pure."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from core.interview.listed import listed
from core.interview.relative_clauses import relative_clause
from core.interview.setting_aside import set_aside
from core.interview.windows import sentences_of
from core.interview.words import Word, words_of
from core.text.stemming import stem

_WHOLE_CLAUSE = listed("""
    not never cannot cant isnt arent dont doesnt didnt wont wouldnt shouldnt couldnt wasnt werent hasnt havent hadnt
    neednt hardly rarely seldom barely scarcely unable impossible fails fail failed failing fallacy
""")
_FORWARD = listed("""
    no without neither nor lack lacks lacked lacking avoid avoids avoiding avoided skip skips skipping prevent prevents
    preventing stop stops stopping eliminate eliminates eliminating myth wrong false incorrect
    untrue mistake nothing none nobody nowhere less fewer zero useless
""")
_NO_OBJECT = listed("no neither none nothing")
_SCOPED = listed("instead rather")
_JUDGES, _POOR = listed("wrong false incorrect"), listed("poor bad weak")
_STOP, _WHERE = listed("stop stops stopping"), listed("at in there where when with")
"""A “wrong tone” is a tone; “it is wrong to” and “wrong.” negate. To be poor at it is not to do it."""

_BEING = listed("is are was were")
_STARTS_ANEW = listed("i you he she it we they is are was were will would can should must have has need needs")
_NO_NEGATION_BEFORE = listed("only just merely simply solely necessarily until unless")
_CONDITIONS = listed("if when whenever unless where")
THEN = listed("mean means")
"""What stands before them is a case: “facts it doesn't have means RAG” says that RAG is for when it has no facts."""

_RELATIVE, _LACKS = listed("that which who what"), listed("lack lacks lacked")
_NO_NEGATION_AFTER = listed("why if or whether")
_SOFT = listed(
    """less fewer drop drops dropping free unlike saves save loses lose stays stay remains remain leaves leave keeps
    keep"""
)
"""Words that may turn a meaning round; they keep a contradiction from being seen, and make none."""

_ANTONYMS = {
    "change": (
        "change alter modify update dynamic vary volatile rewrite",
        "static stable frozen freeze fixed unchanged constant untouched stay remain keep leave",
    ),
    "cost": ("expensive pricey", "cheap cheaper cheapest inexpensive"),
    "speed": ("fast quick rapid", "slow"),
    "size": (
        "increase rise raise grow higher high large larger big bigger long longer",
        "decrease reduce lower low shrink small smaller tiny short shorter",
    ),
    "quality": ("better improve", "worse degrade worsen harm hurt"),
    "time": ("before beforehand", "after afterwards"),
    "presence": ("add include insert", "remove delete discard"),
    "sameness": ("same identical equal", "different differ distinct"),
    "effort": ("simple easy", "complex complicated difficult hard"),
    "scope": ("all every whole entire", "fraction few"),
    "direction": ("positive", "negative"),
    "kind": ("public", "private"),
    "permission": ("allow enable", "forbid disallow block"),
    "order": ("first earliest oldest", "last latest newest recent"),
    "truth": ("true correct", "false incorrect"),
}
_IMPLICIT = frozenset({("change", -1), ("presence", -1), ("truth", -1)})
CONCEPTS = {
    stem(word): (concept, sign)
    for concept, sides in _ANTONYMS.items()
    for sign, side in zip((1, -1), sides, strict=True)
    for word in side.split()
}


@dataclass(frozen=True)
class Stance:
    """A text's words by the side they stand on; `unclear` are those of conditions, of words that negate softly, and
    those that only tell what is not meant.
    """

    affirmed: frozenset[str]
    negated: frozenset[str]
    unclear: frozenset[str]
    concepts: Mapping[str, frozenset[int]]
    order: tuple[str, ...] = ()
    compares: bool = False
    softened: bool = False

    @property
    def stems(self) -> frozenset[str]:
        """All its telling stems."""
        return self.affirmed | self.negated | self.unclear

    @property
    def all_negated(self) -> bool:
        """Whether every telling word of its main clauses stands under a negation."""
        return bool(self.negated) and not self.affirmed


@lru_cache(maxsize=8192)
def stance_of(text: str) -> Stance:
    """What a text affirms and what it negates.

    >>> found = stance_of("RAG adds documents, but it does not change the weights")
    >>> sorted(found.affirmed), sorted(found.negated), dict(found.concepts)["change"]
    (['add', 'docu', 'rag'], ['chang', 'weight'], frozenset({-1}))
    """
    sides: dict[int, set[str]] = {1: set(), 0: set(), -1: set()}
    concepts: dict[str, set[int]] = defaultdict(set)
    order, softened = [], False
    sides[0] |= {word.stem for word in words_of(text) if word.telling and word.start in set_aside(text)}
    for words in _clauses(text):
        turned, object_from, soft = _under_negation(words), _negated_object(words), _is_soft(words)
        softened = softened or soft
        soft = soft or _is_condition(words)
        for place, (word, is_turned) in enumerate(zip(words, turned, strict=True)):
            if word.stem in CONCEPTS:
                concept, sign = CONCEPTS[word.stem]
                concepts[concept].add(-sign if is_turned else sign)
            if word.telling:
                open_ = soft or (place < object_from and not is_turned)
                sides[0 if open_ else -1 if is_turned else 1].add(word.stem)
                order.append(word.stem)
    frozen = {name: frozenset(signs) for name, signs in concepts.items()}
    compares = any(word.text == "than" for word in words_of(text))
    affirmed, unclear, negated = (frozenset(sides[side]) for side in (1, 0, -1))
    return Stance(affirmed, negated, unclear, frozen, tuple(order), compares, softened)


def _said(text: str) -> list[Word]:
    return [word for word in words_of(text) if word.start not in set_aside(text)]


def _clauses(text: str) -> list[list[Word]]:
    words = _said(text)
    spans = [clause for sentence in sentences_of(text) for clause in sentence.clauses]
    clauses = ([word for word in words if span.start <= word.start < span.end] for span in spans)
    return [part for clause in clauses for part in _case_and_rest(clause)]


def _case_and_rest(words: list[Word]) -> list[list[Word]]:
    """A clause cut behind the “means” that closes a case; one that is negated (“does not mean”) closes none."""
    for place, word in enumerate(words[1:-1], 1):
        if word.text in THEN and words[place - 1].text.replace("'", "") not in _WHOLE_CLAUSE:
            return [words[: place + 1], words[place + 1 :]]
    return [words]


def _is_soft(words: list[Word]) -> bool:
    """Whether a clause holds a word that may negate, such as “static”, “fewer” or the “missing” of “missing facts”."""
    implicit = any(CONCEPTS.get(word.stem, ("", 0)) in _IMPLICIT for word in words)
    lacks = any(word.text == "missing" and after.telling for word, after in pairwise(words))
    return implicit or lacks or any(word.text in _SOFT for word in words)


def _is_condition(words: list[Word]) -> bool:
    return bool(words) and (words[0].text in _CONDITIONS or words[-1].text in THEN)


def _under_negation(words: list[Word]) -> list[bool]:
    """For each word whether it stands under a negation; a “not” and a “without” cancel, “no … and no …” do not."""
    texts, places = _negations(words)
    over_all = {place for place in places if texts[place] in _WHOLE_CLAUSE or _is_denial(texts, place)}
    inner = {place: start for place in over_all if (start := relative_clause(texts, place))}
    whole = len(over_all - inner.keys()) % 2 == 1
    forward = [(place, _end_of_scope(texts, place)) for place in places if place not in over_all]
    forward += [(start, len(texts)) for start in inner.values()]
    return [whole != any(place <= at < end for place, end in forward) for at in range(len(texts))]


@lru_cache(maxsize=8192)
def negates(text: str) -> bool:
    """Whether anything in a text negates.

    >>> negates("it does not change"), negates("not only fast")
    (True, False)
    """
    return bool(_negations(_said(text))[1])


@lru_cache(maxsize=8192)
def denies(text: str) -> bool:
    """Whether a clause of a text is negated as a whole, conditions left out.

    >>> denies("it does not change"), denies("if it does not change, tune it"), denies("it takes fewer steps")
    (True, False, False)
    """
    for words in _clauses(text):
        texts, places = _negations(words)
        if not _is_condition(words) and any(texts[place] in _WHOLE_CLAUSE | _POOR for place in places):
            return True
    return False


def _negations(words: list[Word]) -> tuple[list[str], list[int]]:
    """The words, “doesn't” as “doesnt”, and the places of those that negate."""
    texts = [word.text.replace("'", "") for word in words]
    return texts, [place for place in range(len(texts)) if _negates(texts, place)]


def _is_denial(texts: list[str], place: int) -> bool:
    """“X is no case for tuning” denies the whole, as “is not a case” does; “there is no …” only what follows.

    “What the model lacks” is what it does not have.
    """
    if texts[place] in _LACKS:
        return not _RELATIVE.isdisjoint(texts[:place])
    return texts[place] == "no" and place >= 2 and texts[place - 1] in _BEING and texts[place - 2] != "there"


def _end_of_scope(texts: list[str], place: int) -> int:
    """“Instead of LoRA they need …” sets aside LoRA; other words negate up to “but”, or to the end of their clause."""
    if texts[place] not in _SCOPED:
        return texts.index("but", place) if "but" in texts[place:] else len(texts)
    return next((at for at in range(place + 2, len(texts)) if texts[at] in _STARTS_ANEW), len(texts))


def _negated_object(words: list[Word]) -> int:
    """Where “no …” begins in a clause, else 0: what stands before (“it adds no …”) is neither affirmed nor negated."""
    return next((place for place, word in enumerate(words) if word.text in _NO_OBJECT), 0)


def _negates(texts: list[str], place: int) -> bool:
    text, after = texts[place], texts[place + 1] if place + 1 < len(texts) else ""
    before = texts[place - 1] if place else ""
    if text in _SCOPED:
        return after in ("of", "than")
    if text == "not" and (after in _NO_NEGATION_BEFORE or before in _NO_NEGATION_AFTER):
        return False
    if text == "no" and (not after or before == "or"):
        return False
    if text in _JUDGES and after not in ("", "to", "that"):
        return False
    if text in _STOP and after in _WHERE:
        return False
    return text in _WHOLE_CLAUSE or text in _FORWARD or (text in _POOR and after == "at")
