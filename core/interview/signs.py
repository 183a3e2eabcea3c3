"""What speaks for and against a key point or misconception in one answer: the columns that the trees look at. Pure."""

import numpy as np
from numpy.typing import NDArray

from core.interview.guards import Scores, odds
from core.interview.heard import Heard
from core.interview.standing import STANDING, standing
from core.interview.votes import VOTES, votes

AGREEING = (
    "undisputed",
    "guarded",
    "guarded second",
    "any",
    "cosine",
    "cosine of three",
    "cosine of sentences",
    "cosine there",
    "words",
    "words of three",
    "words of sentences",
    "words there",
    "words anywhere",
)
"""Signs of agreement: more of one never lowers what a point gets."""

NAMES = (
    *AGREEING,
    "disputed",
    "contradicted",
    "cosine of wordings",
    "words of wordings",
    "least cosine",
    "rival there",
    "belief there",
    "others",
    "contradicting",
    "own contradicted",
    "answer words",
    "stretches",
    "stems there",
    "is part",
    "wordings",
    "points",
    *STANDING,
    *VOTES,
)
"""What each column is called; docs/marking.md says what each is."""

MOST_WORDS, MOST_STRETCHES = 300, 60
"""Longer answers count as so long: few were there to learn from."""

_NOTHING, _USUAL = -10.0, 0.3

Column = NDArray[np.float64]


def signs(answer: Heard) -> NDArray[np.float64]:
    """One row a key point and then one a misconception, with the columns `NAMES`; at least one stretch is needed."""
    places = answer.places
    columns = np.stack([*_agreeing(answer), *_others(answer)], axis=1)
    return np.hstack([columns, standing(answer, places), votes(answer, places)])


def _agreeing(answer: Heard) -> list[Column]:
    every, there = np.arange(len(answer.places)), answer.places
    is_whole = np.array([not window.is_part for window in answer.windows])
    whole = is_whole if is_whole.any() else ~is_whole
    ranked = np.sort(odds(answer.guarded), axis=0)[::-1]
    found = [
        odds(answer.readings[0].max(axis=0)),
        ranked[0],
        ranked[min(1, len(ranked) - 1)],
        odds(_best(answer.scores.max(axis=0), answer)),
    ]
    for feature in (1, 2):
        best = _best(answer.features[:, :, feature], answer)
        by_feature = np.sort(best, axis=0)[::-1]
        found += [by_feature[0], by_feature[:3].mean(axis=0), best[whole].max(axis=0), best[there, every]]
    return [*found, _best(answer.anywhere, answer)]


def _others(answer: Heard) -> list[Column]:
    first, number, every = answer.first, answer.points, np.arange(len(answer.places))
    wordings = np.diff(first, append=len(answer.owners))
    cosine, said = answer.features[:, :, 1].max(axis=0), answer.features[:, :, 2].max(axis=0)
    there = [answer.windows[at] for at in answer.places]
    is_other = every[:, None] != every
    beside, is_point = answer.guarded[answer.places], every < number
    rivals, beliefs = is_other & is_point, is_other & ~is_point
    tops, many = answer.guarded.max(axis=0), rivals.sum(axis=1)
    alike = np.ones(len(every))
    return [
        odds(answer.readings[1].max(axis=0)),
        odds(answer.readings[2].max(axis=0)),
        np.add.reduceat(cosine, first) / wordings,
        np.add.reduceat(said, first) / wordings,
        np.minimum.reduceat(cosine, first),
        _odds_of_the_best(beside, rivals),
        _odds_of_the_best(beside, beliefs),
        np.where(many > 0, rivals @ tops / np.maximum(many, 1), _USUAL),
        alike * answer.contradicted[:, :number].any(axis=1).mean(),
        answer.contradicted.any(axis=0).astype(np.float64),
        alike * np.log(min(answer.words, MOST_WORDS) + 1),
        alike * min(len(answer.windows), MOST_STRETCHES),
        np.array([len(window.stems) for window in there], dtype=np.float64),
        np.array([window.is_part for window in there], dtype=np.float64),
        np.log(wordings),
        alike * number,
    ]


def _best(values: Column, answer: Heard) -> Column:
    """The highest of each point's or misconception's wordings, which are the last axis."""
    best: Column = np.maximum.reduceat(values, answer.first, axis=-1)
    return best


def _odds_of_the_best(scores: Scores, counts: NDArray[np.bool_]) -> Column:
    """For each row the odds of the highest of those that count; little where none does."""
    best: Scores = scores.max(axis=1, where=counts, initial=0.0)
    return np.where(counts.any(axis=1), odds(best), _NOTHING)
