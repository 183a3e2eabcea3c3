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


def signs(answer: Heard) -> NDArray[np.float64]:
    """One row a key point and then one a misconception, with the columns `NAMES`; at least one stretch is needed."""
    owners, rows = answer.owners, []
    places = [answer.place(owner) for owner in range(answer.guarded.shape[1])]
    for owner, at in enumerate(places):
        mine = owners == owner
        rows.append((*_agreeing(answer, owner, mine, at), *_others(answer, owner, mine, at)))
    return np.hstack([np.array(rows, dtype=np.float64), standing(answer, places), votes(answer, places)])


def _agreeing(answer: Heard, owner: int, mine: NDArray[np.bool_], at: int) -> tuple[float, ...]:
    cosine, said = answer.features[:, mine, 1], answer.features[:, mine, 2]
    whole = np.array([not window.is_part for window in answer.windows])
    whole = whole if whole.any() else ~whole
    ranked = np.sort(odds(answer.guarded[:, owner]))[::-1]
    by_cosine, by_words = np.sort(cosine.max(axis=1))[::-1], np.sort(said.max(axis=1))[::-1]
    return (
        _odds(answer.readings[0][:, owner]),
        ranked[0],
        ranked[min(1, len(ranked) - 1)],
        _odds(answer.scores[:, mine]),
        by_cosine[0],
        by_cosine[:3].mean(),
        cosine[whole].max(),
        cosine[at].max(),
        by_words[0],
        by_words[:3].mean(),
        said[whole].max(),
        said[at].max(),
        answer.anywhere[mine].max(),
    )


def _others(answer: Heard, owner: int, mine: NDArray[np.bool_], at: int) -> tuple[float, ...]:
    cosine, said = answer.features[:, mine, 1].max(axis=0), answer.features[:, mine, 2].max(axis=0)
    number, window = answer.points, answer.windows[at]
    rest = [place for place in range(number) if place != owner]
    beliefs = [place for place in range(number, answer.guarded.shape[1]) if place != owner]
    return (
        _odds(answer.readings[1][:, owner]),
        _odds(answer.readings[2][:, owner]),
        cosine.mean(),
        said.mean(),
        cosine.min(),
        _odds(answer.guarded[at, rest]),
        _odds(answer.guarded[at, beliefs]),
        answer.guarded[:, rest].max(axis=0).mean() if rest else _USUAL,
        float(answer.contradicted[:, :number].any(axis=1).mean()),
        float(answer.contradicted[:, owner].any()),
        float(np.log(min(answer.words, MOST_WORDS) + 1)),
        min(len(answer.windows), MOST_STRETCHES),
        len(window.stems),
        float(window.is_part),
        float(np.log(mine.sum())),
        number,
    )


def _odds(scores: Scores) -> float:
    return float(odds(scores).max()) if scores.size else _NOTHING
