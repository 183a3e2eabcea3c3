"""What an answer tells as somebody's belief and takes back: “many say that …, but that is wrong”. Pure.

Two strengths, clause by clause. What is denied in so many words is denied. What others are said to believe, with a
contrast after it, is not the learner's own, but need not be false.
"""

import re
from collections.abc import Mapping
from enum import IntEnum
from functools import lru_cache
from itertools import pairwise, zip_longest

from core.interview.windows import Sentence, Span, sentences_of


class Told(IntEnum):
    """Whose belief a clause tells."""

    AS_OWN = 0
    OF_OTHERS = 1
    DENIED = 2


def _any(phrases: str) -> str:
    """An alternation of phrases that are set apart by commas; an apostrophe may be missing or be a typographic one."""
    return "(?:" + "|".join(one.strip().replace("'", "['’]?") for one in phrases.split(",")) + ")"


def _at_head(pattern: str) -> re.Pattern[str]:
    return re.compile(r"\W*" + pattern, re.IGNORECASE)


_FALSE = _any("false, untrue, nonsense") + "|(?:just )?(?:an? |the )?(?:old )?" + _any("myth, misconception, fallacy")
_MISTAKEN = _any("wrong, incorrect, mistaken, backwards, a mistake, an error")
_ADVERBS = (
    "(?: " + _any("simply, just, plainly, mostly, usually, often, also, clearly, all, exactly, really, at all") + ")*"
)
_IS, _IS_NOT = "(?: " + _any("is, are, was, were") + "|['’]s)", _any("isn't, aren't, wasn't, weren't")
_NOT = rf"(?:{_IS} {_any('not, hardly, never')}| {_IS_NOT})"
_TURNED_OUT = rf" (?:turned|turns) out (?:to be )?(?:{_FALSE}|{_MISTAKEN}|not (?:true|so))"
_UNTRUE = rf"(?:{_NOT}{_ADVERBS} {_any('true, so, the case')}|{_IS}{_ADVERBS} (?:{_FALSE})|{_TURNED_OUT})"
_NOT_RIGHT = rf"(?:{_NOT}{_ADVERBS} {_any('right, correct')}|{_IS}{_ADVERBS} {_MISTAKEN})"
_WHERE = (
    r"(?: (?:in (?:practice|general|reality|fact|most cases|(?:my|our) (?:experience|case|view))"
    r"|for (?:us|most(?: of)? [\w-]+)|here|at all|either|any ?more|really|though))?"
)
_ENDS = rf"{_WHERE}(?=\s*(?:$|[.,;:!?)—–]|-\s|(?:because|since|and|but|as|so)\b))"
_IT = _any("that, this, it, which, they, these, those, both")
_LINK = "(?:" + _any("no, but, yet, and, well, however, sadly, of course, actually, in fact, in truth") + "[, ]+)*"

_DENIES_WHAT_WAS_SAID = _at_head(rf"{_LINK}(?:{_IT}{_UNTRUE}|{_any('not true, untrue, not so, false')}){_ENDS}")
"""“That is not true.”, “which turned out to be wrong”: the clauses before, whoever said them."""

_DOES_NOT = _any("is not, isn't, are not, aren't, does not, doesn't, do not, don't, will not, won't, cannot, can't")
_WITH_IT = rf"(?: (?:with )?(?:{_IT}|so|him|her|them))?"
_I_DO_NOT = _any("do not, don't, would not, wouldn't, cannot, can't, never")
_I_DO_NOT_AGREE = (
    rf"i ?(?:{_I_DO_NOT} (?:really )?{_any('buy, believe, agree, think, share, see, accept')}{_WITH_IT}"
    rf"|{_any('doubt, disagree')}{_WITH_IT}|(?:am|['’]?m) not (?:so )?{_any('sure, convinced')}"
    r"|was wrong(?: about [\w ]+)?)"
)
_CONTRARY = _any(
    "far from it, not at all, quite the opposite, quite the reverse, quite the contrary, on the contrary, "
    "not in my experience, the opposite is true, the reverse is true"
)
_DO_NOT = _any("do not, don't, does not, doesn't")
_WORKS_OTHERWISE = (
    rf"{_IT}{_NOT} (?:how [\w-]+ (?:really |actually )?(?:works?|learns?|happens)|what happens)"
    rf"|{_IT} {_DO_NOT} (?:really |actually )?(?:work|learn) (?:like that|like this|that way)"
)
"""“That is not how training works”, “it doesn’t work like that”."""

_JUDGES_WHAT_OTHERS_SAY = _at_head(
    rf"{_LINK}(?:{_IT}{_NOT_RIGHT}|{_any('wrong, not really, nope')}|{_CONTRARY}|{_I_DO_NOT_AGREE}|{_WORKS_OTHERWISE}"
    rf"|{_any('it, that, they')} {_DOES_NOT}){_ENDS}"
)
"""“That is wrong”: of what others say, or of a question; else it may judge an act (“it quotes an old price”)."""

_ASKS = re.compile(rf"^(?!.*\b(?:naive|{_MISTAKEN})\b).*\?[\"'”’)]*$", re.IGNORECASE | re.DOTALL)
"""A question whose “no” denies what it says, as that of “is it wrong to …?” does not."""

_NO = _at_head(
    rf"(?:{_any('no, never, not really, not at all, hardly')}\s*(?:$|[.,;:!—–])"
    rf"|not (?!{_any('only, just, merely, to mention')}\b)[^;:—–]*$)"
)

_LEAD = "(?:" + _any("and, but, also, here, now, today, sure, yes, of course, at first, often, sometimes") + "[, ]+)*"
_GROUP = "people, teams, engineers, developers, managers, companies, candidates, colleagues"
_WHO = (
    "(?:"
    + _any(f"so many, many, most, some, several, a few, lots, a lot, plenty, others, {_GROUP}, customers, stakeholders")
    + "|"
    + _any("beginners, newcomers, juniors, vendors, everyone, everybody, somebody, someone, they, you, one, we")
    + "|anyone|anybody|(?:an?|the|my|our|his|her) (?:old )?[a-z]+)(?: "
    + _any(f"of us, of them, of the, {_GROUP}")
    + ")*"
)
_HABITS = "often, sometimes, usually, still, also, may, might, will, would, tend to, like to, love to, always"
_HABIT = rf"(?:['’]ll)?(?: {_any(_HABITS)})*"
_BELIEVE = _any(
    "thinks?, thought, believed?, believes, assumed?, assumes, says?, said, claim(?:s|ed)?, expect(?:s|ed)?, "
    "supposed?, imagined?, imagines, hear, argued?, argues, hoped?, hopes, insist(?:s|ed)?, "
    "(?:is|are|was|were) (?:sure|convinced), tells?, told, swears?, swore, reckon(?:s|ed)?, figured?, "
    "promis(?:es?|ed), (?:keeps?|kept) (?:on )?(?:saying|telling|insisting|claiming|repeating), "
    "(?:acts?|talks?) as (?:if|though)"
)
_BELIEVED = _any(
    "thought, believed, assumed, claimed, expected, argued, hoped, insisted, was sure, were sure, was convinced, "
    "were convinced, predicted, had predicted, had assumed, had thought, had hoped, had expected, swore, promised"
)
_IT_IS_SAID = (
    rf"it(?: is|['’]s) {_any('often, commonly, sometimes, widely')} {_any('said, believed, assumed, thought, claimed')}"
)
_IT_TEMPTS = rf"it(?: is|['’]s| can be) (?:tempting|easy) to {_any('think, believe, assume, say, expect')}"
_I_DID = (
    rf"i (?:used to|{_any('once thought, first thought, once believed')})\b"
    rf"|i(?:['’]d| would) have {_any('said, told, thought, bet, sworn, guessed')}"
)
_IDEAS = "idea, claim, notion, belief, view, thought, assumption"
_THERE_IS = rf"there(?: is|['’]?s)(?: still)? (?:this|that|an?|the) (?:[\w-]+ )?{_any(_IDEAS + ', reflex, instinct')}"
_OTHERS = _at_head(rf"{_LEAD}(?:{_WHO}{_HABIT} {_BELIEVE}|{_IT_IS_SAID}|{_IT_TEMPTS}|{_I_DID}|{_THERE_IS})\b")
"""“Many people think that …” at the head of a sentence."""

_ONCE = _at_head(rf"{_LEAD}(?:{_WHO}{_HABIT} {_BELIEVED}|{_I_DID}|in my head\b)")
"""“Our manager was sure that …”: what somebody believed then; it needs no contrast, but must not be affirmed."""

_AFFIRMED = re.compile(
    rf"\b(?:rightly|i agree|{_any('he, she, it, they, we, that, this')} {_any('is, are, was, were')}"
    r"(?: (?!not\b)\w+)? (?:right|true|correct|the case)|(?:it|that|they) (?:did|does|do|worked)(?! not\b))\b",
    re.IGNORECASE,
)

_HOLD = _any("think, thinking, believe, believing, assume, assuming, say, saying, expect, expecting, suppose, claim")
_ONE = r"(?:(?:an?|the|one|another) )?(?:[\w-]+ ){0,2}"
_BELIEF = _any("misconception, myth, fallacy, misunderstanding, misbelief, wrong idea, false belief, mistaken belief")
_MYTH_IS = rf"{_ONE}{_BELIEF}(?: [\w-]+){{0,3}}? (?:is|that|says|:)"
_ERROR_IS = rf"{_ONE}(?:mistake|error|trap)(?: [\w-]+){{0,3}} (?:is|would be) (?:to )?{_HOLD}\b"
_WRONGLY = rf"{_WHO}{_HABIT} {_any('wrongly, mistakenly, falsely, incorrectly')} {_BELIEVE}"
_WRONG_TO = (
    rf"(?:it|that|this)(?:{_IS}| would be){_ADVERBS} {_any('wrong, a mistake, an error, false, naive')} to {_HOLD}\b"
)
_DENIES_WHAT_FOLLOWS = _at_head(rf"{_LEAD}(?:{_MYTH_IS}|{_ERROR_IS}|{_WRONGLY}|{_WRONG_TO})")
"""“A common misconception is that …”, “the mistake is to think that …”."""

_THE_CLAIM = _at_head(rf"{_LEAD}(?:the|that|this) (?:[\w-]+ )?{_any(_IDEAS)}\b")
_FAILS = rf" (?:{_DO_NOT} (?:really )?hold(?: up| true| water)?|falls apart)"
_IS_FALSE = re.compile(rf"(?:{_UNTRUE}|{_NOT_RIGHT}|{_FAILS}){_ENDS}", re.IGNORECASE)

_IT_IS_NOT_THAT = _at_head(
    rf"{_LEAD}(?:it(?: is|['’]s) not|it isn['’]?t|not) (?:that|as if|as though) "
    r"(?:the|an?|it|we|you|they|there|your|our|people|RAG|retrieval|prompting|(?:fine-?)?tuning|(?-i:[A-Z])[\w-]*)\b"
)
"""“It isn’t that RAG retrains the model, it only reads”: what follows up to the comma is no one’s view here."""

_TURNS = "but, yet, however, whereas, in fact, in reality, in truth, in practice, actually, really, rather, instead, no"
_CONTRAST = _at_head(
    rf"{_any(_TURNS + ', wrong, not so, turns out, it turned out, the truth is, the reality is, unfortunately')}\b"
)
_ASKS_FOR = _any("asks?, wants?, demands?, proposes?, suggests?, comes?")
_ASKED_FOR = _at_head(rf"{_LEAD}(?:if|when|whenever|should) {_WHO}{_HABIT} (?:{_BELIEVE}|{_ASKS_FOR})\b")
_REFUSE = _any("refuse, decline, object, disagree, say no, push back, resist")
_REFUSES = _at_head(rf"(?:then )?(?:i|we)(?:['’](?:d|ll)| would| will)? (?:always )?{_REFUSE}\b")
"""“If he wants it trained on the prices, I would refuse.”"""

STOPS = re.compile(r"[;:—–]")
"""Behind them a sentence takes back nothing any more: “I do not think so: …”."""

_WORD = re.compile(r"\s*\w")
_REASONS = re.compile(r"(?:so|because|since)\b", re.IGNORECASE)


@lru_cache(maxsize=512)
def told(text: str) -> Mapping[Span, Told]:
    """How each clause of a text is told, in order; one that denies those before it goes with them.

    >>> text = "Many say that tuning adds facts. That is wrong: it shapes behaviour."
    >>> [(text[span.start : span.end], how.name) for span, how in told(text).items()]
    [('Many say that tuning adds facts.', 'DENIED'), ('That is wrong', 'DENIED'), ('it shapes behaviour.', 'AS_OWN')]
    """
    sentences = sentences_of(text)
    found = {clause: Told.AS_OWN for sentence in sentences for clause in sentence.clauses}
    for sentence, after in zip_longest(sentences, sentences[1:]):
        clauses = [*sentence.clauses, *(after.clauses[:1] if after else ())]
        for clause, how in zip(clauses, _of_each(text, sentence, after), strict=False):
            found[clause] = max(found[clause], how)
    return found


def answers_back(sentence: str) -> bool:
    """Whether a sentence begins by denying what was said before it, as “that is wrong: …” does."""
    return bool(_DENIES_WHAT_WAS_SAID.match(sentence) or _JUDGES_WHAT_OTHERS_SAY.match(sentence))


def _of_each(text: str, sentence: Sentence, after: Sentence | None) -> list[Told]:
    """How the first clauses of a sentence are told; one more than it has if that of the next denies them all."""
    clauses = [text[clause.start : clause.end] for clause in sentence.clauses]
    whole, reply, every = _of(text, sentence), _of(text, after), len(clauses)
    of_others, asks = _OTHERS.match(whole) is not None, _ASKS.search(whole) is not None
    turn = next((at for at, clause in enumerate(clauses) if at and _CONTRAST.match(clause)), every)
    if _DENIES_WHAT_FOLLOWS.match(whole) or (_THE_CLAIM.match(whole) and _IS_FALSE.search(whole)):
        return _until_it_reasons(text, sentence, turn)
    if _IT_IS_NOT_THAT.match(whole):
        return [Told.DENIED]
    for at, clause in enumerate(clauses[1:], 1):
        left = _left_of_denial(clause, of_others)
        if left is not None:
            return [Told.DENIED] * (at if _WORD.search(left) else at + 1)
    left = _left_of_denial(reply, of_others or asks, asks)
    if left is not None:
        return [Told.DENIED] * (every if _WORD.match(left) else every + 1)
    refusal = next((at for at, one in enumerate([*clauses, reply]) if at and _REFUSES.match(one)), 0)
    if refusal and _ASKED_FOR.match(whole):
        return [Told.OF_OTHERS] * refusal
    is_past = _ONCE.match(whole) and not _AFFIRMED.search(f"{whole} {reply}")
    return [Told.OF_OTHERS] * turn if is_past or (of_others and (turn < every or _CONTRAST.match(reply))) else []


def _of(text: str, sentence: Sentence | None) -> str:
    return text[sentence.span.start : sentence.span.end] if sentence else ""


def _left_of_denial(clause: str, is_belief: bool, is_asked: bool = False) -> str | None:
    """The rest of a clause behind the words that deny what was said before it; None if it does not deny that.

    Args:
        clause: the clause, or the sentence after.
        is_belief: what was said before was told as a belief, or asked.
        is_asked: it was asked.
    """
    match = _DENIES_WHAT_WAS_SAID.match(clause)
    if match is None and is_belief:
        match = _JUDGES_WHAT_OTHERS_SAY.match(clause)
    if match is None and is_asked:
        match = _NO.match(clause)
    return clause[match.end() :] if match else None


def _until_it_reasons(text: str, sentence: Sentence, turn: int) -> list[Told]:
    """What is denied, up to a semicolon or the like; what stands after “so” or “because” may be denied with it."""
    found = [Told.DENIED]
    for before, clause in pairwise(sentence.clauses[:turn]):
        if STOPS.search(text, before.end - 1, clause.start + 1):
            break
        reasons = found[-1] is Told.OF_OTHERS or _REASONS.match(text, clause.start)
        found.append(Told.OF_OTHERS if reasons else Told.DENIED)
    return found
