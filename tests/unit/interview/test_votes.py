"""How all wordings of a rubric vote on a stretch."""

import numpy as np
import pytest

from core.interview.matching import WEIGHTS
from core.interview.rubric import Rubric
from core.interview.votes import SHARPNESS, VOTES, votes
from tests.unit.interview.rubrics import heard_answer

RUBRIC = Rubric.model_validate(
    {
        "question": "Why are leaves green, and why do they fall?",
        "key_points": [
            {"id": "green", "text": "Chlorophyll reflects green light.", "accept": ["the pigment throws back green"]},
            {"id": "fall", "text": "Trees drop leaves to save water in winter."},
        ],
        "misconceptions": [
            {"id": "cold", "text": "The cold kills the leaves", "accept": ["frost is what ends a leaf"]}
        ],
    }
)


def table(text: str) -> dict[str, list[float]]:
    said = heard_answer(text, RUBRIC)
    rows = votes(said, said.places)
    return dict(zip(VOTES, rows.T.tolist(), strict=True))


def test_the_point_that_is_said_gets_most_of_the_vote() -> None:
    found = table("The pigment chlorophyll throws green light back at us.")
    assert found["share"][0] == max(found["share"]) and found["lead over points"][0] == 0
    assert found["among the nearest"] == [1, 1, 1]  # all five wordings are among the ten nearest
    assert found["all wordings"][0] == max(found["all wordings"])


def test_a_misconception_outvotes_the_points_where_it_is_said() -> None:
    found = table("Frost kills them: a leaf ends when the cold comes.")
    assert found["share"][2] > -0.4 and found["lead over points"][2] > 1
    assert max(found["lead over points"][:2]) <= 0  # a point leads over no point but the others


def test_shares_are_those_of_the_mean_vote() -> None:
    said = heard_answer("In winter trees drop their leaves.", RUBRIC)
    near = said.features[0, :, 1:3] @ WEIGHTS[1:3]
    given = [np.exp(SHARPNESS * near[said.owners == owner]).mean() for owner in range(3)]
    found = votes(said, [0, 0, 0])
    assert found[:, VOTES.index("share")] == pytest.approx(np.log(given / np.sum(given)), abs=1e-6)
    assert found[:, VOTES.index("mean share")].sum() == pytest.approx(1)


def test_own_middle_is_at_1_and_that_of_a_rival_at_0() -> None:
    found = table("Trees drop leaves to save water in winter.")
    assert found["between middles"][1] == pytest.approx(1, abs=0.02)  # its one wording, word for word
    assert found["between middles there"][0] < 0.1 and found["unity of wordings"][1] == pytest.approx(1)
    assert 0.5 < found["unity of wordings"][0] < 1


def test_rubric_of_one_point_has_finite_votes() -> None:
    said = heard_answer(
        "Leaves reflect green light.",
        RUBRIC.model_copy(update={"key_points": RUBRIC.key_points[:1], "misconceptions": ()}),
    )
    found = dict(zip(VOTES, votes(said, [0])[0], strict=True))
    assert np.isfinite(list(found.values())).all()
    assert found["share"] == pytest.approx(0) and found["between middles"] == 1
