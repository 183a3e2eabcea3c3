"""How points stand among the others of their rubric, by cosine."""

import numpy as np
import pytest

from core.interview.embedding import unit
from core.interview.rubric import Rubric
from core.interview.standing import STANDING, standing
from tests.unit.interview.rubrics import heard_answer

RUBRIC = Rubric.model_validate(
    {
        "question": "Why are leaves green, and why do they fall?",
        "key_points": [
            {"id": "green", "text": "Chlorophyll reflects green light.", "accept": ["the pigment throws back green"]},
            {"id": "fall", "text": "Trees drop leaves to save water in winter."},
        ],
        "misconceptions": [{"id": "cold", "text": "The cold kills the leaves"}],
    }
)


def table(text: str) -> dict[str, list[float]]:
    said = heard_answer(text, RUBRIC)
    rows = standing(said, said.places)
    return dict(zip(STANDING, rows.T.tolist(), strict=True))


def test_a_point_that_is_said_leads_and_the_one_that_is_not_said_does_not() -> None:
    found = table("The pigment chlorophyll throws green light back at us.")
    assert found["lead"][0] > 0.2 and found["lead"][1] < 0
    assert found["nearer there"][0] == 0 and found["nearer there"][1] >= 1
    assert found["cosine off the middle"][0] > found["cosine off the middle"][1]


def test_the_middle_is_taken_off_as_vectors_would_have_it() -> None:
    said = heard_answer("In winter trees drop their leaves, as they would lose water.", RUBRIC)
    meaning, cosine = said.prepared.meaning, said.features[0, :, 1]
    assert meaning is not None
    phrases = meaning.phrases.astype(np.float64)
    middle = np.mean([unit(phrases[said.owners == owner].mean(axis=0)) for owner in range(2)], axis=0)
    window = np.linalg.lstsq(phrases, cosine, rcond=None)[0]  # has these cosines with the wordings; its length is not 1
    length = np.sqrt(1 - 2 * window @ middle + middle @ middle)
    rest = phrases[2] - middle
    expected = (window @ rest - middle @ rest) / (length * np.linalg.norm(rest))
    found = standing(said, [0, 0, 0])[1, STANDING.index("off the middle there")]
    assert found == pytest.approx(expected, abs=1e-5)


def test_one_point_alone_has_no_rivals() -> None:
    alone = RUBRIC.model_copy(update={"key_points": RUBRIC.key_points[:1], "misconceptions": ()})
    said = heard_answer("Leaves reflect green light.", alone)
    assert np.isfinite(standing(said, [0])).all() and standing(said, [0]).shape == (1, len(STANDING))
