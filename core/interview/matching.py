"""Holds every stretch of an answer against every wording of a rubric. Pure."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from core.interview.embedding import Encoded, Encoder, Vector, unit
from core.interview.listed import listed
from core.interview.nearness import nearness
from core.interview.phrases import QUESTION_SHARE, Prepared
from core.interview.prose import is_list, is_salad
from core.interview.quoted import STOPS, Told, answers_back, told
from core.interview.refuting import agrees, refutes
from core.interview.windows import Span, label_of, sentences_of
from core.interview.word_alikeness import alikeness, joined, word_vectors
from core.interview.words import Word, telling_stems, words_of

WEIGHTS = np.array([-4.6, 9.8, 1.4, -0.5, -0.3, -0.2])
"""Weights of a logistic model: a constant, the cosine of stretch and wording, the share of the wording's words that the
stretch has, the logarithm of how many wordings the point has (the best of many scores higher), how many words a stretch
has too few, and whether it is only a clause of its sentence. Set on the way to what a fit to a third of the questions
gives, read by an encoder that was tuned without them; the trees are grown on top of it."""

RIVALRY, RIVALRY_OF_WORDS = 1.2, 0.6
"""How much of another point's lead on the same stretch a point loses: a sentence rarely makes two points."""

ENOUGH_WORDS = 3
"""A stretch with fewer words that carry meaning, and fewer than the wording has, says little, however well it fits."""

BONUS_ALONE = 0.05
"""By words alone, what a wording gets ahead that is the only one of its point."""

_VERBS = listed("adds becomes changes follows gets gives has is keeps learns makes needs takes teaches writes")
MEANS = ("it ", "they ", "which ", *(f"{verb} " for verb in _VERBS))
"""How a clause begins whose subject stands before it, as notes do with a verb; “that” may mean all that was said."""

_DOUBT = 0.3
"""Weight beside that of a phrase's words, which no stretch has: a phrase of few words is matched by chance sooner."""
_PREFIX = 5
_NOTHING = np.zeros(0)


@dataclass(frozen=True)
class Window:
    """A stretch of the answer: its words, the clauses it holds, and whether it reads as a list or a heap of words.

    `is_part` says that it is one of several clauses of its sentence, `is_pair` that it is two sentences; `carried` are
    the words of the clause before, which a clause that begins with “and” may speak of; `meant` are the same of one that
    begins with “it”.
    `is_refuted` says that all of it is taken back, `is_told` that some of it is, or is told as what others believe,
    `is_of_others` that all of it is the one or the other; `agrees` that the whole answer begins with a “yes”.
    """

    span: Span
    text: str
    stems: frozenset[str]
    clauses: tuple[Span, ...]
    carried: frozenset[str] = frozenset()
    meant: frozenset[str] = frozenset()
    is_list: bool = False
    is_salad: bool = False
    is_part: bool = False
    is_pair: bool = False
    is_refuted: bool = False
    is_told: bool = False
    is_of_others: bool = False
    agrees: bool = False


@dataclass(frozen=True)
class Matches:
    """Scores of all windows (rows) against all phrases (columns), 0..1, and the `features` that they come from.

    `anywhere` is the share of each phrase's words that the answer has as a whole, `contrary` how near each window is
    to what somebody says who knows better than each misconception. By words alone there is none of them.
    """

    windows: tuple[Window, ...]
    scores: NDArray[np.float64]
    features: NDArray[np.float64]
    anywhere: NDArray[np.float64]
    contrary: NDArray[np.float64]


def windows_of(text: str) -> tuple[Window, ...]:
    """Sentences, clauses and pairs of neighbouring sentences, each once, in this order."""
    sentences, words = sentences_of(text), words_of(text)
    found: dict[Span, Window] = {}
    for sentence in sentences:
        said = text[sentence.span.start : sentence.span.end]
        refuted = refutes(said) and not answers_back(said)
        found[sentence.span] = replace(_window(text, sentence.span, sentence.clauses, words), is_refuted=refuted)
    for sentence in sentences:
        before, refuted = frozenset[str](), found[sentence.span].is_refuted
        for clause in sentence.clauses:
            refuted = refuted and not STOPS.search(text, sentence.span.start, clause.start)
            window = replace(_window(text, clause, (clause,), words), is_part=True, is_refuted=refuted)
            if window.text.lower().startswith(MEANS):
                window = replace(window, meant=before)
            goes_on = window.text.lower().startswith(("and ", "or ", "then ", "but "))
            found.setdefault(clause, replace(window, carried=before) if goes_on else window)
            before = window.stems
    for sentence in sentences:
        label = label_of(text, sentence.span)
        if label:
            found.setdefault(label, replace(_window(text, label, sentence.clauses[:1], words), is_part=True))
    for one, two in pairwise(sentences):
        pair = Span(one.span.start, two.span.end)
        window = _window(text, pair, one.clauses + two.clauses, words)
        refuted = found[one.span].is_refuted or found[two.span].is_refuted
        found.setdefault(pair, replace(window, is_pair=True, is_refuted=refuted))
    how, is_yes = told(text), agrees(text)
    return tuple(_as_told(window, [how[clause] for clause in window.clauses], is_yes) for window in found.values())


def _as_told(window: Window, how: Sequence[Told], is_yes: bool) -> Window:
    refuted = window.is_refuted or min(how) is Told.DENIED
    all_, some = (of(how) is not Told.AS_OWN for of in (min, max))
    return replace(window, is_refuted=refuted, is_told=some, is_of_others=all_, agrees=is_yes)


def _window(text: str, span: Span, clauses: tuple[Span, ...], words: tuple[Word, ...]) -> Window:
    first, last = (bisect_left(words, edge, key=lambda word: word.start) for edge in (span.start, span.end))
    inside = words[first:last]
    part = text[span.start : span.end]
    return Window(span, part, telling_stems(inside), clauses, is_list=is_list(inside, text), is_salad=is_salad(inside))


def match(text: str, prepared: Prepared, encoder: Encoder | None) -> Matches:
    """Scores of a text's windows; with an encoder by meaning and words, without one by words alone."""
    windows, none = windows_of(text), np.zeros((0, len(prepared.phrases)))
    if not windows:
        return Matches((), none, np.zeros((*none.shape, 0)), _NOTHING, _NOTHING)
    if encoder is not None and prepared.meaning is not None:
        found, anywhere, contrary = features(text, windows, prepared, encoder)
        return Matches(windows, likelihoods(found, prepared), found, anywhere, contrary)
    bonus = np.array([BONUS_ALONE * max(0.0, 1.5 - phrase.wordings / 2) for phrase in prepared.phrases])
    scores = _less_rivals(_recalls(windows, prepared), prepared, RIVALRY_OF_WORDS) + bonus
    return Matches(windows, np.clip(scores, 0.0, 1.0), np.zeros((*scores.shape, 0)), _NOTHING, _NOTHING)


def features(
    text: str, windows: tuple[Window, ...], prepared: Prepared, encoder: Encoder
) -> tuple[NDArray[np.float64], NDArray[np.float64], NDArray[np.float64]]:
    """What the logistic model is told of each window (rows) and phrase (columns), in the order of `WEIGHTS`.

    Beside it, for each phrase, the share of its words that the answer has anywhere; and for each window how near it is
    to what somebody says who knows better than each misconception.
    """
    meaning = prepared.meaning
    if meaning is None:
        raise ValueError("the rubric was prepared without an encoder")
    sentences = sentences_of(text)
    texts = [text[one.span.start : one.span.end] for one in sentences]
    read = encoder.encode(texts)
    vectors = _vectors(windows, [(one.span, encoded) for one, encoded in zip(sentences, read, strict=True)])
    turned = unit(vectors - QUESTION_SHARE * meaning.question)
    cosines = turned @ meaning.phrases.T
    contrary = nearness(turned @ meaning.contrary.T, meaning.denied, len(prepared.rubric.misconceptions))
    said = joined([word_vectors(t, e, s.span.start) for t, e, s in zip(texts, read, sentences, strict=True)])
    names = {stem: column for column, stem in enumerate(dict.fromkeys(meaning.words.stems))}
    there = _present(list(names), windows)[:, [names[stem] for stem in meaning.words.stems]]
    spans = [(window.span.start, window.span.end) for window in windows]
    alike = alikeness(meaning.words, said, spans, there)
    words = alike @ meaning.shares.T
    wordings = np.log([phrase.wordings for phrase in prepared.phrases])
    enough = np.array([min(ENOUGH_WORDS, len(phrase.weights)) for phrase in prepared.phrases])
    thin = np.maximum(0, enough - np.array([len(window.stems) for window in windows])[:, None])
    part = np.array([window.is_part for window in windows])
    columns = [np.ones((1, 1)), cosines, words, wordings[None, :], thin, part[:, None]]
    found = np.stack([np.broadcast_to(column, cosines.shape) for column in columns], axis=2)
    return found, meaning.shares @ alike.max(axis=0), contrary


def likelihoods(found: NDArray[np.float64], prepared: Prepared) -> NDArray[np.float64]:
    """The odds of `features`, less those of rivals, as scores 0..1."""
    scores: NDArray[np.float64] = 1 / (1 + np.exp(-_less_rivals(found @ WEIGHTS, prepared, RIVALRY)))
    return scores


def _less_rivals(scores: NDArray[np.float64], prepared: Prepared, rivalry: float) -> NDArray[np.float64]:
    """Scores less a share of the lead that the best other point has on the same window."""
    owners = np.array([phrase.owner for phrase in prepared.phrases])
    if owners.max() == 0:
        return scores
    best = np.stack([scores[:, owners == owner].max(axis=1) for owner in range(owners.max() + 1)], axis=1)
    ranked = np.sort(best, axis=1)
    other = np.where(best == ranked[:, -1:], ranked[:, -2:-1], ranked[:, -1:])
    lead = np.maximum(0.0, other - best)
    less: NDArray[np.float64] = scores - rivalry * lead[:, owners]
    return less


def _vectors(windows: tuple[Window, ...], read: list[tuple[Span, Encoded]]) -> Vector:
    """One vector a window. Each sentence is read once; clauses and pairs are means over the pieces that were read."""
    edges = np.array([(window.span.start, window.span.end) for window in windows])
    starts = np.array([span.start for span, _ in read])
    first = np.searchsorted(starts, edges[:, 0], side="right") - 1
    last = np.searchsorted(starts, edges[:, 1], side="left")
    vectors = np.zeros((len(windows), read[0][1].vectors.shape[1]), dtype=np.float32)
    for place, (span, encoded) in enumerate(read):
        rows = np.flatnonzero((np.maximum(first, 0) <= place) & (place < last))
        vectors[rows] += encoded.of_each(np.maximum(edges[rows] - span.start, -1))
    return unit(vectors)


def recall(weights: Mapping[str, float], stems: frozenset[str]) -> float:
    """The share 0..1 of a phrase's weighted stems that a window has, a little less for phrases of few words.

    >>> round(recall({"latenc": 0.7, "retriev": 2.0}, frozenset({"retriev"})), 3)
    0.667
    """
    there = sum(weight for name, weight in weights.items() if any(_is_said(name, other) for other in stems))
    return there / (sum(weights.values()) + _DOUBT)


def _recalls(windows: tuple[Window, ...], prepared: Prepared) -> NDArray[np.float64]:
    """`recall` of every window (row) for every phrase (column), each stem looked for once a window."""
    names = list(dict.fromkeys(name for phrase in prepared.phrases for name in phrase.weights))
    weights = np.array([[phrase.weights.get(name, 0.0) for name in names] for phrase in prepared.phrases])
    recalls: NDArray[np.float64] = _present(names, windows) @ weights.T / (weights.sum(axis=1) + _DOUBT)
    return recalls


def _present(names: list[str], windows: tuple[Window, ...]) -> NDArray[np.bool_]:
    """For each window (row) and stem (column) whether it is said there."""
    said = sorted(frozenset[str]().union(*(window.stems for window in windows)))
    alike: dict[str, list[int]] = defaultdict(list)
    for column, name in enumerate(names):
        alike[name[:_PREFIX]].append(column)
    meant = np.zeros((len(said), len(names)), dtype=bool)
    for row, other in enumerate(said):
        for column in alike.get(other[:_PREFIX], ()):
            meant[row, column] = _is_said(names[column], other)
    held = np.array([[other in window.stems for other in said] for window in windows], dtype=bool)
    found: NDArray[np.bool_] = held.reshape(len(windows), len(said)) @ meant
    return found


def _is_said(name: str, other: str) -> bool:
    """Whether two stems are one, or one begins as the other does (“evalu” and “eval”, from five letters)."""
    if name == other:
        return True
    is_long = len(name) >= _PREFIX and len(other) >= _PREFIX and name.isalpha()
    return is_long and (other.startswith(name) or name.startswith(other))
