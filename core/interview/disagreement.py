"""Whether a stretch of an answer contradicts a wording of a rubric, by every rule that there is. Pure."""

import re
from collections.abc import Sequence
from dataclasses import replace

from core.interview.comparing import comparison_conflict
from core.interview.contradiction import Conflict, clause_conflict, conflict
from core.interview.matching import Window, recall
from core.interview.phrases import Phrase, Prepared
from core.interview.polarity import denies, negates, stance_of
from core.interview.quantities import figure_conflict
from core.interview.roles import is_half, is_of_the_likened, of_rivals, role_conflict
from core.interview.setting_aside import set_aside
from core.interview.words import words_of

_MOST_OF_IT, _REFUSED_SHARE = 0.4, 0.2
"""Of a phrase's weight: what must be said of another thing for it to be plain, and denied for it to be refused."""
_NOT_ENOUGH = re.compile(
    r"(?:\bnot|(?<=[a-z])n['’]t)(?: [a-z]+){0,3}? enough\b"
    r"|(?:(?:(?<=\bis )|(?<=\bare )|(?<=['’]s )|(?<=\breally ))not|(?<=\bis)n['’]t|(?<=\bare)n['’]t)"
    r"(?: (?:exactly|really|that|very))? (?:a lot|many|much)(?= (?:of|to|data|examples?)\b|\s*[.,;:!?)]|\s*$)",
    re.IGNORECASE,
)
_TOO_LITTLE = re.compile(r"\btoo (?:few|little)\b", re.IGNORECASE)
_ENOUGH = re.compile(r"\b(?:enough|plenty|suffices?|sufficient)\b", re.IGNORECASE)
"""“Sixty is not enough”, or “not a lot”, says what “too few” says, and denies it only of a wording that speaks of
enough itself."""

_LESS = re.compile(r"\b(?:fewer|less)\b", re.IGNORECASE)
_LESSENS = re.compile(
    r"\b(?:fewer|less|lower\w*|short(?:en|er)\w*|small(?:er)?|cut\w*|reduc\w+|trim\w*)\b", re.IGNORECASE
)
"""“Fewer chunks” denies nothing of a wording that would have less of something itself."""


def disagreement(phrase: Phrase, window: Window, prepared: Prepared) -> Conflict:
    """How plainly a window contradicts a phrase: by negation, antonym, figure, or by naming the rival thing instead."""
    if not _is_belief(phrase, prepared) and "enough" not in phrase.text and _NOT_ENOUGH.search(window.text):
        window = replace(window, text=_NOT_ENOUGH.sub(" too little", window.text), is_refuted=False)
    elif _TOO_LITTLE.search(phrase.text) and _ENOUGH.search(window.text):
        return Conflict.PLAIN
    if window.agrees and phrase.text.lower().startswith("no, "):
        return Conflict.PLAIN
    if (window.is_told and _is_belief(phrase, prepared)) or (window.is_refuted and not denies(phrase.text)):
        return Conflict.PLAIN
    if window.text.strip(" .") == phrase.text.strip(" ."):
        return Conflict.NONE
    is_belief = _is_belief(phrase, prepared)
    opposed = conflict(phrase.stance, stance_of(window.text), phrase.weights)
    found = max(
        min(opposed, Conflict.POSSIBLE) if of_rivals(phrase.text, window.text) else opposed,
        figure_conflict(phrase.text, window.text),
        role_conflict(phrase.text, window.text, phrase.weights),
        _other_thing(phrase, window, prepared),
        _denial(phrase, window),
        clause_conflict(phrase.text, window.text),
        _turned_round(phrase, window),
        _refusal(phrase, window, prepared),
        Conflict.POSSIBLE if is_half(phrase.text, window.text) else Conflict.NONE,
        Conflict.NONE if is_belief else comparison_conflict(phrase.text, window.text),
    )
    return min(found, Conflict.POSSIBLE) if window.is_refuted and window.is_told else found


def means_another(phrases: Sequence[Phrase], window: Window, prepared: Prepared, text: str) -> bool:
    """Whether a stretch of a text speaks of what is set against the thing of a misconception, whose phrases these are.

    By a word such as “it”: “Fine-tuning is for style: it changes how the model writes” says nothing of RAG. Or as it
    names neither: “a reward model is trained” is right of RLHF, to which the first wording likens DPO.
    """
    if is_of_the_likened(phrases[0].text, text[: window.span.start], window.text):
        return True
    mine = frozenset[str]().union(*(phrase.stance.stems for phrase in phrases)) & prepared.rivals
    theirs = window.meant & prepared.rivals
    return bool(mine and theirs) and not (mine & theirs or window.stems & prepared.rivals)


def _is_belief(phrase: Phrase, prepared: Prepared) -> bool:
    """Whether it is a wording of a misconception, and not of a key point."""
    return phrase.owner >= len(prepared.rubric.key_points)


def _denial(phrase: Phrase, window: Window) -> Conflict:
    """Possible if the stretch negates and the phrase does not; words such as “fewer” do not count as negation here."""
    plainly = denies(window.text) and not denies(phrase.text)
    said = _LESS.sub(" ", window.text) if _LESSENS.search(phrase.text) else window.text
    may = len(window.clauses) == 1 and (plainly or (negates(said) and not negates(phrase.text)))
    return Conflict.POSSIBLE if may else Conflict.NONE


def _refusal(phrase: Phrase, window: Window, prepared: Prepared) -> Conflict:
    """Possible if the stretch negates, or sets aside (“not by tuning”), what a misconception affirms."""
    if not _is_belief(phrase, prepared):
        return Conflict.NONE
    against = phrase.stance.affirmed & (stance_of(window.text).negated | _aside(window.text))
    share = sum(phrase.weights.get(name, 0.0) for name in against) / max(sum(phrase.weights.values()), 1e-9)
    return Conflict.POSSIBLE if share >= _REFUSED_SHARE else Conflict.NONE


def _turned_round(phrase: Phrase, window: Window) -> Conflict:
    """Whether “style, not facts” is told the other way: the stretch means what the phrase sets aside."""
    mine, theirs = _aside(phrase.text), _aside(window.text)
    is_turned = theirs and not mine & theirs and mine & window.stems
    return Conflict.PLAIN if is_turned else Conflict.NONE


def _aside(text: str) -> frozenset[str]:
    places = set_aside(text)
    return frozenset(word.stem for word in words_of(text) if word.telling and word.start in places)


def _other_thing(phrase: Phrase, window: Window, prepared: Prepared) -> Conflict:
    """Whether a clause says the same of the rival thing, as of RAG where the phrase speaks of fine-tuning."""
    mine = phrase.stance.stems & prepared.rivals
    theirs = window.stems & prepared.rivals or window.carried & prepared.rivals
    if not mine or not theirs or mine & theirs or len(window.clauses) > 1:
        return Conflict.NONE
    rest = {name: weight for name, weight in phrase.weights.items() if name not in prepared.rivals}
    return Conflict.PLAIN if recall(rest, window.stems) >= _MOST_OF_IT else Conflict.POSSIBLE
