"""Marks a free answer against a rubric, with no LLM: same text, same marks. Pure.

Each key point is held against every sentence, clause and pair of sentences. Meaning and shared words give a score;
lists of keywords, heaps of words, contradictions and misconceptions take it back. With the embedding model, trees then
weigh all that speaks for and against a point. docs/marking.md says how well.
"""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from core.interview.chances import chances_of, without_belief
from core.interview.contrary import EDGE, LEAST, SHORT, closeness, leaning, needed, weighed
from core.interview.disagreement import means_another
from core.interview.embedding import Encoder
from core.interview.guards import Guards, Scores, odds
from core.interview.heard import Heard, heard
from core.interview.matching import Matches, Window, match
from core.interview.naming import NAMING_NOTE, without_naming
from core.interview.orders import without_orders, without_question
from core.interview.phrases import Prepared
from core.interview.prose import MOST_WORDS, is_english, is_list, is_salad, without_tags
from core.interview.shorthand import as_matched
from core.interview.spelling import Mended
from core.interview.telling import telling
from core.interview.verdicts import AnswerMark, MisconceptionMark, PointMark, Verdict, score_of
from core.interview.windows import Span
from core.interview.words import LEAST_WORDS, Word, phrase_words, words_of
from core.language.text import marked

BELIEF_LEAD = 3.0
"""By words alone, how much the odds (logarithm) of a misconception must beat every key point on its stretch: a wrong
belief is made of the same words."""

FULL_AFTER = 0.1
"""From so much above the edge of covered on a point earns all."""

LEAST_WORDS_OF_A_BELIEF = 4

LIST_NOTE = marked("This reads like a list of keywords. Write it as sentences, so that it can be checked.")
SALAD_NOTE = marked("These words do not form sentences. Write what you mean in sentences, so that it can be checked.")
TAGS_NOTE = marked("HTML tags were left out.")
ORDERS_NOTE = marked("Words addressed to the marker were left out.")
QUESTION_NOTE = marked("Sentences copied from the question were left out.")
LONG_NOTE = marked("Only the first 2,000 words were read.")
ENGLISH_NOTE = marked(
    "Marking reads English only. Write the answer in English, or compare it with the model answer yourself."
)
SHORT_NOTE = marked("There is not enough to judge. Write a sentence or two. Marking begins at three words.")
EMPTY_NOTE = marked("There are no words to judge. Write a sentence or two.")


@dataclass(frozen=True)
class Bands:
    """Scores from which a key point counts as not sure, and as covered; and a misconception as seen."""

    not_sure: float
    covered: float
    misconception: float

    def credit(self, strength: float) -> float:
        """What a point earns: 0 when it is missing, 0.25 to 0.75 while it is not sure, then soon 1.

        >>> [Bands(0.2, 0.6, 0.8).credit(strength) for strength in (0.1, 0.2, 0.4, 0.6, 0.7)]
        [0.0, 0.25, 0.5, 0.75, 1.0]
        """
        edges = (self.not_sure, self.covered, self.covered + FULL_AFTER)
        return round(float(np.interp(strength, edges, (0.25, 0.75, 1.0))), 4) if strength >= self.not_sure else 0.0


WITH_MODEL = Bands(0.2, 0.65, EDGE)
WORDS_ONLY = Bands(0.27, 0.36, 0.5)


@dataclass(frozen=True)
class Read:
    """An answer ready for matching: its words as written, the text written out and with slips mended, notes."""

    words: tuple[Word, ...]
    fixed: Mended
    is_heap: bool
    notes: tuple[str, ...]

    @property
    def text(self) -> str:
        """The text with slips mended."""
        return self.fixed.text


def read_answer(text: str, prepared: Prepared, known: Mapping[str, int]) -> Read:
    """The answer as it is matched; `known` are the words that are spelled right."""
    plain, notes = _readable(text, prepared)
    words = words_of(plain)
    reads_as_list, reads_as_salad = is_list(words, plain), is_salad(words)
    notes += [LIST_NOTE] if reads_as_list else [SALAD_NOTE] if reads_as_salad else []
    fixed = as_matched(plain, known, prepared.words, is_sentence=len(words) <= SHORT)
    return Read(words, fixed, reads_as_list or reads_as_salad, tuple(notes))


def mark_text(text: str, prepared: Prepared, encoder: Encoder | None, known: Mapping[str, int]) -> AnswerMark:
    """The marks of one answer; `known` are the words that are spelled right."""
    read = read_answer(text, prepared, known)
    refusal = _refusal(read.words, prepared)
    if refusal:
        left_out = tuple(note for note in read.notes if note in (ORDERS_NOTE, QUESTION_NOTE, NAMING_NOTE))
        return _unjudged(prepared, (*left_out, refusal))
    matches = match(read.text, prepared, encoder)
    guards = Guards(matches.windows, prepared, read.is_heap)
    if encoder is None:
        points, misconceptions = _by_words(matches, guards, prepared)
    else:
        points, misconceptions = _by_trees(matches, guards, prepared, read)
    original = read.fixed.original
    points = tuple(replace(p, evidence=original(p.evidence) if p.evidence else None) for p in points)
    misconceptions = tuple(replace(m, evidence=original(m.evidence)) for m in misconceptions)
    return AnswerMark(score_of(points, prepared.rubric.key_points), True, points, misconceptions, read.notes)


def _readable(text: str, prepared: Prepared) -> tuple[str, list[str]]:
    """What of an answer is marked, and a note for each kind of text that is left out."""
    heard = text if prepared.speaks_of_marking else without_orders(text)
    plain = without_tags(heard)
    own = without_question(plain, prepared.rubric.question)
    said = own if prepared.asks_for_terms else without_naming(own)
    cut = {ORDERS_NOTE: heard != text, TAGS_NOTE: plain != heard, QUESTION_NOTE: own != plain, NAMING_NOTE: said != own}
    words, notes = words_of(said), [note for note, is_cut in cut.items() if is_cut]
    if len(words) > MOST_WORDS:
        return said[: words[MOST_WORDS - 1].end], [*notes, LONG_NOTE]
    return said, notes


def _refusal(words: Sequence[Word], prepared: Prepared) -> str:
    """Why the answer cannot be judged; empty when it can."""
    if not any(word.text.isalpha() for word in words):
        return EMPTY_NOTE if not words or not prepared.asks_for_terms else ""
    if not is_english(words):
        return ENGLISH_NOTE
    shortest = min(len(phrase_words(phrase.text)) for phrase in prepared.phrases)
    return SHORT_NOTE if len(words) < min(LEAST_WORDS, max(shortest, 1)) else ""


def _unjudged(prepared: Prepared, notes: tuple[str, ...]) -> AnswerMark:
    points = tuple(PointMark(point.id, Verdict.MISSING, 0.0) for point in prepared.rubric.key_points)
    return AnswerMark(0.0, False, points, (), notes)


def _by_trees(
    matches: Matches, guards: Guards, prepared: Prepared, read: Read
) -> tuple[tuple[PointMark, ...], tuple[MisconceptionMark, ...]]:
    """Misconceptions first; a stretch that shows one earns no key point."""
    number, answer = len(prepared.rubric.key_points), heard(matches, guards, prepared, len(read.words))
    chances, beliefs, taken = chances_of(answer, read.is_heap), list[MisconceptionMark](), list[Span]()
    for place, belief in enumerate(prepared.rubric.misconceptions, number):
        window, strength = _believed(answer, read, place, float(chances[place]), matches.contrary)
        if window:
            taken.append(window.span)
            wordings = [phrase for phrase in prepared.phrases if phrase.owner == place]
            if strength >= WITH_MODEL.misconception and not means_another(wordings, window, prepared, read.text):
                inside = [row for row, one in enumerate(answer.windows) if one.span.is_within(window.span)]
                said = telling(answer.only(inside), [place])[0]
                beliefs.append(MisconceptionMark(belief.id, round(strength, 4), said))
    if taken:
        windows = enumerate(answer.windows)
        free = [row for row, window in windows if not any(_overlap(window.span, span) for span in taken)]
        answer = answer.only(free or [0])
        chances = without_belief(chances, chances_of(answer, read.is_heap)) if free else np.zeros(number)
    return _points(prepared, chances[:number], telling(answer, range(number)), WITH_MODEL), tuple(beliefs)


def _believed(
    answer: Heard, read: Read, place: int, chance: float, contrary: NDArray[np.float64]
) -> tuple[Window | None, float]:
    """The stretch that shows a misconception, or may, if one does, and how likely it is; it earns no point either way.

    What is told as others' belief is left out. Where the best stretch says the contrary, those that do not are asked
    again. Where no stretch says it at all, the trees have heard it out of what surrounds it: nobody is accused of what
    no words of theirs can be quoted for.
    """
    if read.is_heap and not answer.prepared.asks_for_terms:
        return None, 0.0
    lean = leaning(answer, contrary, place)
    own = [row for row, window in enumerate(answer.windows) if not (window.is_of_others and lean[row] >= 0)]
    if chance >= LEAST and 0 < len(own) < len(lean):
        answer, lean = answer.only(own), lean[own]
        chance = float(chances_of(answer, read.is_heap)[place])
    best = int(answer.guarded[:, place].argmax())
    window, strength = _shown(answer, place, best, chance, float(lean[best]))
    rest = np.flatnonzero(lean >= 0)
    if window or chance < WITH_MODEL.misconception or lean[best] >= 0 or not len(rest):
        return window, strength
    others = answer.only([*map(int, rest)])
    best = int(others.guarded[:, place].argmax())
    return _shown(others, place, best, float(chances_of(others, read.is_heap)[place]), float(lean[rest][best]))


def _shown(answer: Heard, place: int, at: int, chance: float, lean: float) -> tuple[Window | None, float]:
    window, is_unsaid = answer.windows[at], answer.guarded[at, place] <= 0
    if is_unsaid or answer.contradicted[at, place] or len(words_of(window.text)) < LEAST_WORDS_OF_A_BELIEF:
        return None, 0.0
    strength = weighed(chance, lean, closeness(answer, place, at), answer.words)
    cosine = float(answer.features[at, answer.owners == place, 1].max())
    is_named = math.isinf(lean) or strength >= needed(cosine, answer.words)
    is_doubtful = chance >= WITH_MODEL.misconception and lean >= 0
    shown = window if is_doubtful or strength >= WITH_MODEL.misconception else None
    return shown, strength if is_named else 0.0


def _by_words(
    matches: Matches, guards: Guards, prepared: Prepared
) -> tuple[tuple[PointMark, ...], tuple[MisconceptionMark, ...]]:
    """The marks of points and misconceptions without the encoder: by the best guarded score of each."""
    scores, _ = guards.applied(guards.readings(matches.scores))
    number, taken, beliefs = len(prepared.rubric.key_points), [], []
    leads = odds(scores) - odds(scores[:, :number].max(axis=1, keepdims=True))
    for place, belief in enumerate(prepared.rubric.misconceptions, number):
        best = int(scores[:, place].argmax())
        strength, lead = float(scores[best, place]), float(leads[best, place])
        said = len(words_of(matches.windows[best].text)) >= LEAST_WORDS_OF_A_BELIEF
        if said and strength >= WORDS_ONLY.misconception and lead >= BELIEF_LEAD:
            beliefs.append(MisconceptionMark(belief.id, strength, matches.windows[best].span))
            taken.append(matches.windows[best].span)
    free = np.array([not any(_overlap(window.span, span) for span in taken) for window in matches.windows])
    left: Scores = np.where(free[:, None], scores[:, :number], 0.0)
    spans = [matches.windows[int(row)].span for row in left.argmax(axis=0)]
    return _points(prepared, left.max(axis=0), spans, WORDS_ONLY), tuple(beliefs)


def _points(
    prepared: Prepared, strengths: NDArray[np.float64], spans: Sequence[Span], bands: Bands
) -> tuple[PointMark, ...]:
    points = []
    for point, strength, span in zip(prepared.rubric.key_points, map(float, strengths), spans, strict=True):
        verdict = _verdict(strength, bands)
        evidence = None if verdict is Verdict.MISSING else span
        points.append(PointMark(point.id, verdict, round(strength, 4), evidence, credit=bands.credit(strength)))
    return tuple(points)


def _overlap(one: Span, two: Span) -> bool:
    return one.start < two.end and two.start < one.end


def _verdict(strength: float, bands: Bands) -> Verdict:
    if strength >= bands.covered:
        return Verdict.COVERED
    return Verdict.NOT_SURE if strength >= bands.not_sure else Verdict.MISSING
