"""What a debrief says of one answer: nothing of a best one, no time that was not taken, no fault in what was whole."""

from dataclasses import replace

import pytest

from core.content.interview_items import FreeAnswer
from core.interview.debrief import Dimension, Judgement, debrief
from core.interview.time_taken import pace
from core.interview.turn import Draft, Turn, turn_of
from core.interview.verdicts import Verdict
from tests.unit.interview.test_mock import CONTENT, ITEM, all_points, finished, marked, mock

NAME = "Fine-tuning is the way to teach a model new facts"
SHORT = Draft(answer="RAG first.", answering_seconds=300)


def judged(dimension: Dimension, *turns: Turn) -> Judgement:
    found = debrief(mock().model_copy(update={"turns": turns}), CONTENT)
    return next(one for one in found.judgements if one.dimension is dimension)


def test_one_follow_up_is_told_by_its_points_and_is_no_best_one() -> None:
    found = next(one for one in debrief(finished(), CONTENT).judgements if one.dimension is Dimension.PROBING)
    assert found.evidence.startswith("1 follow-up, 2 of 3 points made: “")
    assert "best" not in found.evidence


def test_what_was_typed_is_told_as_the_time_that_it_takes_to_say() -> None:
    typed = turn_of("tuning-over-rag", None, Draft(answer="word " * 50, answering_seconds=400), marked({}))
    assert judged(Dimension.TIMING, typed).evidence.startswith("Your words take 0:23 to say against a target of 2:00; ")


def test_times_of_the_answers_add_up_to_that_of_the_interview() -> None:
    ways = [turn_of("tuning-over-rag", None, Draft(answer="word " * 49, answering_seconds=99), marked({}))] * 3
    assert pace(ways[0], 120, whole=True).endswith(", 0:23 to say")
    assert judged(Dimension.TIMING, *ways).evidence.startswith("Your words take 1:09 to say against a target of 6:00;")
    spoken = ways[0].model_copy(update={"answering_seconds": 24.6, "dictated": True})
    assert pace(spoken, 120, whole=True) == "0:25 of 2:00"
    assert judged(Dimension.TIMING, spoken, spoken).evidence.startswith("0:50 of answering against 4:00;")


@pytest.mark.parametrize(
    ("words", "dictated", "seconds", "whole", "told"),
    [
        (50, False, 400, False, "typed in 6:40, target about 2:00 spoken, 0:23 to say: too short"),
        (50, False, 400, True, "typed in 6:40, target about 2:00 spoken, 0:23 to say"),
        (150, False, 400, False, "typed in 6:40, target about 2:00 spoken, 1:09 to say"),
        (900, False, 9, False, "typed in 0:09, target about 2:00 spoken, 6:55 to say: ran long"),
        (50, True, 20, False, "0:20 of 2:00, too short"),
        (50, True, 90, False, "1:30 of 2:00"),
        (50, True, 150, False, "2:30 of 2:00, over"),
        (50, True, 190, True, "3:10 of 2:00, ran long"),
        (0, False, 9, False, "no answer given"),
    ],
)
def test_time_of_each_answer_says_what_the_debrief_counts_against_it(
    words: int, dictated: bool, seconds: int, whole: bool, told: str
) -> None:
    turn = Turn(question="tuning-over-rag", answer="word " * words, answering_seconds=seconds, dictated=dictated)
    assert pace(turn, 120, whole=whole) == told


def test_answer_that_makes_every_point_is_not_too_short() -> None:
    whole = turn_of("tuning-over-rag", None, SHORT, marked(all_points(Verdict.COVERED)))
    part = turn_of("tuning-over-rag", None, SHORT, marked({**all_points(Verdict.COVERED), "style": Verdict.MISSING}))
    assert judged(Dimension.TIMING, whole).share == 1
    assert judged(Dimension.TIMING, whole, part).evidence.endswith("; 1 of 2 too short.")


@pytest.mark.parametrize(
    ("beliefs", "words"),
    [
        ((True,), f"Heard in your one answer: “{NAME}”."),
        ((True, False), f"Heard in 1 of 2 answers: “{NAME}”."),
        ((True, True, False), f"Heard in 2 of 3 answers, such as “{NAME}”."),
    ],
)
def test_misconception_is_told_as_often_as_it_was_heard(beliefs: tuple[bool, ...], words: str) -> None:
    assert isinstance(ITEM, FreeAnswer)
    heard = [marked({}, ("tuning-teaches-facts",) if believed else ()) for believed in beliefs]
    turns = [turn_of(ITEM.id, None, SHORT, mark) for mark in heard]
    assert judged(Dimension.ACCURACY, *turns).evidence == words


@pytest.mark.parametrize(
    ("judgeable", "words"),
    [
        ((True, True, False), f"Heard in 2 of 2 answers, such as “{NAME}”. 1 answer was too short to judge."),
        (
            (True, False, False),
            f"Heard in the one answer that could be judged: “{NAME}”. 2 answers were too short to judge.",
        ),
        ((False,), "No answer was long enough to judge."),
    ],
)
def test_answers_that_were_too_short_to_judge_are_told_beside_those_that_were_judged(
    judgeable: tuple[bool, ...], words: str
) -> None:
    mark = marked({}, ("tuning-teaches-facts",))
    turns = [turn_of(ITEM.id, None, SHORT, replace(mark, judgeable=one)) for one in judgeable]
    assert judged(Dimension.ACCURACY, *turns).evidence == words


def test_where_nothing_was_answered_no_answer_is_called_too_short() -> None:
    passed = turn_of(ITEM.id, None, Draft(), replace(marked({}), judgeable=False))
    assert judged(Dimension.ACCURACY, passed).evidence == "No question was answered."


def test_answer_that_was_long_enough_and_not_read_is_not_called_too_short() -> None:
    german = Draft(answer="Ich würde immer mit RAG anfangen und nur für den Stil ein Modell trainieren.")
    unread = turn_of(ITEM.id, None, german, replace(marked({}), judgeable=False))
    short = turn_of(ITEM.id, None, SHORT, replace(marked({}), judgeable=False))
    read = turn_of(ITEM.id, None, SHORT, marked({}))
    told = judged(Dimension.ACCURACY, read, unread, short).evidence
    assert told == "None was heard in 1 answer. 1 answer was too short to judge. 1 answer could not be judged."
    assert judged(Dimension.ACCURACY, unread).evidence == "No answer could be judged."


@pytest.mark.parametrize(
    ("made", "share", "words"),
    [
        ({}, None, "None was heard, but no answer made a point either."),
        ({"style": Verdict.NOT_SURE}, None, "None was heard, but no answer made a point either."),
        ({"style": Verdict.COVERED}, 1, "None was heard in 2 answers."),
    ],
)
def test_answers_beside_the_question_are_no_strength(made: dict[str, Verdict], share: float | None, words: str) -> None:
    found = judged(Dimension.ACCURACY, *[turn_of(ITEM.id, None, SHORT, marked(one)) for one in ({}, made)])
    assert (found.share, found.evidence) == (share, words)


def test_no_follow_up_is_called_best_when_no_point_was_made() -> None:
    half = marked({ITEM.follow_ups[0].key_points[0].id: Verdict.NOT_SURE})
    told = [turn_of(ITEM.id, one.id, SHORT, half) for one in ITEM.follow_ups[:2]]
    assert judged(Dimension.PROBING, *told).evidence == "2 follow-ups, none of their points made. 1 counts half."


def test_points_that_count_half_are_told_beside_those_that_were_made() -> None:
    half = marked({"style": Verdict.COVERED, "latency": Verdict.NOT_SURE})
    told = judged(Dimension.COVERAGE, turn_of(ITEM.id, None, SHORT, half)).evidence
    assert told == f"1 of {len(ITEM.key_points)} points in 1 answer. 1 more counts half."


def test_best_follow_up_is_named_among_several() -> None:
    marks = marked({point.id: Verdict.COVERED for point in ITEM.follow_ups[0].key_points})
    told = [turn_of(ITEM.id, one.id, SHORT, marks) for one in ITEM.follow_ups[:2]]
    assert judged(Dimension.PROBING, *told).evidence.startswith("2 follow-ups; the best answered was “")


@pytest.mark.parametrize(
    ("answers", "words"),
    [
        (("RAG first.", "RAG first."), "2 of {total} points in 2 answers."),
        (("RAG first.", ""), "1 of {total} points in 1 answer. 1 question had no answer."),
        (("RAG first.", " ", ""), "1 of {total} points in 1 answer. 2 questions had no answer."),
        (("", ""), "None of {total} points: no question was answered."),
    ],
)
def test_what_was_not_known_is_no_answer_and_its_points_are_missed(answers: tuple[str, ...], words: str) -> None:
    made = {"style": Verdict.COVERED}
    turns = [turn_of(ITEM.id, None, Draft(answer=one), marked(made if one.strip() else {})) for one in answers]
    found = judged(Dimension.COVERAGE, *turns)
    assert found.evidence == words.format(total=len(answers) * len(ITEM.key_points))
    assert found.share is not None and found.share < 1
