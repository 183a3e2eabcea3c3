"""A quiz resumes where it was left; an exam holds its marks back and is handed in once."""

import pytest

from core.quiz.answers import Picked, Typed
from core.quiz.log import Mode
from core.quiz.quiz import Quiz, Response, flag, go_to, marks, respond, score, still_known, submit, with_draft
from tests.unit.quiz.moments import START, later
from tests.unit.quiz.small_bank import BANK

ITEMS = ("example-single-choice", "example-number", "example-short-text")
RIGHT = Picked(options=("adapters",))
WRONG = Picked(options=("all",))


def quiz(mode: Mode) -> Quiz:
    return Quiz(id="q1", title="A quiz", mode=mode, item_ids=ITEMS, started=START)


def response(number: int, answer: Picked | Typed | None, hints: int = 0) -> Response:
    return Response(id=f"r{number}", answer=answer, hints=hints)


def test_quiz_comes_back_from_json_with_place_and_draft() -> None:
    kept = with_draft(go_to(respond(quiz(Mode.EXAM), response(1, RIGHT)), 1), Typed(text="41"))
    again = Quiz.model_validate_json(kept.model_dump_json())
    assert again == kept
    assert (again.item_id, again.draft) == ("example-number", Typed(text="41"))


def test_going_back_shows_what_was_answered_there() -> None:
    one = go_to(respond(quiz(Mode.EXAM), response(1, WRONG)), 2)
    assert one.draft is None
    assert go_to(one, 0).draft == WRONG
    assert (go_to(one, -5).place, go_to(one, 99).place) == (0, 2)


def test_exam_answer_may_change_until_it_is_handed_in() -> None:
    one = respond(respond(quiz(Mode.EXAM), response(1, WRONG)), response(2, RIGHT))
    assert one.responses["example-single-choice"].answer == RIGHT
    assert marks(one, BANK) == {}
    done = submit(one, later(minutes=5))
    assert done.over
    assert submit(done, later(hours=1)) == done
    assert respond(done, response(3, WRONG)) == done
    assert {name: found.score for name, found in marks(done, BANK).items()} == dict(zip(ITEMS, (1, 0, 0), strict=True))
    assert score(done, BANK) == pytest.approx(1 / 3)


def test_drill_answer_stands_and_is_marked_at_once() -> None:
    one = respond(quiz(Mode.DRILL), response(1, WRONG))
    assert respond(one, response(2, RIGHT)) == one
    assert list(marks(one, BANK)) == ["example-single-choice"]
    assert not one.over
    assert one.unanswered == ITEMS[1:]
    for place in (1, 2):
        one = respond(go_to(one, place), response(place + 2, None))
    assert one.over
    assert marks(one, BANK)["example-number"].score == 0


def test_flag_is_set_and_taken_off() -> None:
    one = flag(quiz(Mode.EXAM), "example-number")
    assert one.flagged == ("example-number",)
    assert flag(one, "example-number").flagged == ()


def test_hints_cost_credit_in_the_score() -> None:
    one = submit(respond(quiz(Mode.EXAM), response(1, RIGHT, hints=1)), START)
    assert score(one, BANK) == pytest.approx(0.25)


def test_item_that_is_no_more_is_left_out() -> None:
    one = submit(Quiz(id="q", title="Old", mode=Mode.EXAM, item_ids=("gone", *ITEMS), started=START), START)
    assert list(marks(one, BANK)) == list(ITEMS)


def test_place_beyond_the_last_item_is_the_last() -> None:
    beyond = quiz(Mode.DRILL).model_copy(update={"place": 50})
    found = still_known(beyond, BANK)
    assert found is not None and found.place == 2
