"""The learner's own rating after a mock interview: answer by answer, before any mark is shown."""

from core.interview.debrief import debrief
from core.interview.mock import MockInterview, give_up
from core.interview.own_rating import next_to_rate, pass_all, pass_on, to_rate
from core.interview.turn import Draft, rate
from core.interview.verdicts import AnswerMark, Verdict
from tests.interviews import FIRST, QUESTION, mock_to_rate
from tests.read_once import load_content

CONTENT = load_content()


def test_answers_are_rated_in_their_order_and_each_once() -> None:
    mock = mock_to_rate(CONTENT)
    places = to_rate(mock, CONTENT)
    assert places == tuple(range(len(mock.turns))) and len(places) > 1
    seen = []
    while (place := next_to_rate(mock, CONTENT)) is not None:
        seen.append(place)
        mock = pass_on(mock, place)
    assert tuple(seen) == places


def test_a_rating_is_kept_and_read_back_where_it_stood() -> None:
    mock = pass_on(rate(mock_to_rate(CONTENT), 0, {FIRST: Verdict.MISSING}), 0)
    again = MockInterview.model_validate_json(mock.model_dump_json())
    assert next_to_rate(again, CONTENT) == 1
    assert again.turns[0].own == {FIRST: Verdict.MISSING}


def test_passing_twice_over_the_same_answer_passes_over_no_other() -> None:
    mock = pass_on(mock_to_rate(CONTENT), 1)
    assert pass_on(mock, 0) == mock == pass_on(mock, 1)


def test_all_that_is_left_can_be_passed_over() -> None:
    assert next_to_rate(pass_all(mock_to_rate(CONTENT)), CONTENT) is None


def test_an_interview_that_goes_on_has_nothing_to_rate_yet() -> None:
    mock = mock_to_rate(CONTENT)
    assert next_to_rate(mock.model_copy(update={"ended": None, "place": 0}), CONTENT) is None


def test_answers_that_could_not_be_judged_and_questions_that_left_the_bank_are_not_rated() -> None:
    mock = mock_to_rate(CONTENT).model_copy(update={"turns": (), "ended": None, "place": 0})
    given_up = give_up(mock, Draft(), AnswerMark(0, False, ()))
    assert given_up.over and to_rate(given_up, CONTENT) == ()
    gone = mock_to_rate(CONTENT).turns[0].model_copy(update={"question": "left-the-bank"})
    assert to_rate(given_up.model_copy(update={"turns": (gone,)}), CONTENT) == ()


def test_the_debrief_counts_the_learners_verdict_before_the_machines() -> None:
    mock = mock_to_rate(CONTENT)
    assert mock.turns[0].verdicts[FIRST] is Verdict.COVERED
    before, after = debrief(mock, CONTENT), debrief(rate(mock, 0, {FIRST: Verdict.MISSING}), CONTENT)
    assert FIRST not in {one.point_id for one in before.missed if one.item_id == QUESTION}
    assert FIRST in {one.point_id for one in after.missed}
    assert after.agreement == 0
