"""What speaks for and against a key point or misconception in one answer: the columns that the trees look at. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from core.interview.guards import Guards, Scores, odds
from core.interview.matching import Matches
from core.interview.phrases import Prepared

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
    "is belief",
)
"""What each column is called; docs/marking.md says what each is."""

MOST_WORDS, MOST_STRETCHES = 300, 60
"""Longer answers count as so long: few were there to learn from."""

_NOTHING, _USUAL = -10.0, 0.3


@dataclass(frozen=True)
class _Answer:
    """What the stretches (rows) that are looked at say of all points and misconceptions (columns)."""

    matches: Matches
    prepared: Prepared
    rows: Sequence[int]
    words: int
    guarded: Scores
    contradicted: NDArray[np.bool_]
    readings: tuple[Scores, Scores, Scores]

    @property
    def points(self) -> int:
        return len(self.prepared.rubric.key_points)


def signs(matches: Matches, guards: Guards, prepared: Prepared, rows: Sequence[int], words: int) -> NDArray[np.float64]:
    """One row a key point and then one a misconception, with the columns `NAMES`.

    Args:
        matches: scores and features of all windows.
        guards: those of the answer.
        prepared: the rubric.
        rows: the windows to look at; at least one.
        words: how many words the answer has.
    """
    guarded, contradicted = guards.applied(matches.scores)
    free, disputed, plain = guards.readings(matches.scores)
    readings = (free[rows], disputed[rows], plain[rows])
    answer = _Answer(matches, prepared, rows, words, guarded[rows], contradicted[rows], readings)
    owners = range(guarded.shape[1])
    return np.array([(*_agreeing(answer, owner), *_others(answer, owner)) for owner in owners], dtype=np.float64)


def _agreeing(answer: _Answer, owner: int) -> tuple[float, ...]:
    mine, at = _phrases(answer, owner), _place(answer, owner)
    cosine, said = (answer.matches.features[answer.rows][:, mine, column] for column in (1, 2))
    windows = [answer.matches.windows[row] for row in answer.rows]
    whole = np.array([not window.is_part for window in windows])
    whole = whole if whole.any() else ~whole
    ranked = np.sort(odds(answer.guarded[:, owner]))[::-1]
    by_cosine, by_words = np.sort(cosine.max(axis=1))[::-1], np.sort(said.max(axis=1))[::-1]
    return (
        _odds(answer.readings[0][:, owner]),
        ranked[0],
        ranked[min(1, len(ranked) - 1)],
        _odds(answer.matches.scores[answer.rows][:, mine]),
        by_cosine[0],
        by_cosine[:3].mean(),
        cosine[whole].max(),
        cosine[at].max(),
        by_words[0],
        by_words[:3].mean(),
        said[whole].max(),
        said[at].max(),
        answer.matches.anywhere[mine].max(),
    )


def _others(answer: _Answer, owner: int) -> tuple[float, ...]:
    mine, at, number = _phrases(answer, owner), _place(answer, owner), answer.points
    cosine, said = (answer.matches.features[answer.rows][:, mine, column].max(axis=0) for column in (1, 2))
    window = answer.matches.windows[answer.rows[at]]
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
        min(len(answer.rows), MOST_STRETCHES),
        len(window.stems),
        float(window.is_part),
        float(np.log(mine.sum())),
        number,
        float(owner >= number),
    )


def _phrases(answer: _Answer, owner: int) -> NDArray[np.bool_]:
    return np.array([phrase.owner == owner for phrase in answer.prepared.phrases])


def _place(answer: _Answer, owner: int) -> int:
    """The stretch that says it best, as far as guards let it."""
    if answer.guarded[:, owner].any():
        return int(answer.guarded[:, owner].argmax())
    return int(answer.matches.scores[answer.rows][:, _phrases(answer, owner)].max(axis=1).argmax())


def _odds(scores: Scores) -> float:
    return float(odds(scores).max()) if scores.size else _NOTHING
