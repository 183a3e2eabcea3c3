"""What an exam asks, what is taken back, its marks by node; and steps of a quiz that its pages need."""

from datetime import timedelta

from core.quiz.answers import SELF_GRADED, Picked, Typed
from core.quiz.exam import exam_ids, score_by_node, spent, time_taken, topics, withdrawn
from core.quiz.generated import FAMILIES, find_item
from core.quiz.log import Mode
from core.quiz.quiz import Quiz, Response, bring_next, go_to, next_open, respond, still_known, submit
from core.quiz.right_answer import right_answer
from tests.unit.quiz.moments import START
from tests.unit.quiz.small_bank import BANK


def exam(*item_ids: str, mode: Mode = Mode.EXAM) -> Quiz:
    return Quiz(id="e1", title="Exam", mode=mode, item_ids=item_ids, started=START)


def given(name: str, text: str = "5") -> Response:
    return Response(id=f"e1.{name}", answer=Typed(text=text))


def test_exam_asks_nothing_that_shows_its_answer_first() -> None:
    every = [topic.page for topic in topics(BANK)]
    drawn = exam_ids(BANK, every, 40, 5)
    assert len(set(drawn)) == 40
    items = [find_item(BANK, name) for name in drawn]
    assert all(item and item.kind not in SELF_GRADED for item in items)


def test_exam_stays_on_its_topics_and_fills_up_with_fresh_numbers() -> None:
    endless = next(topic for topic in topics(BANK) if topic.families)
    drawn = exam_ids(BANK, [endless.page], 40, 5)
    assert len(set(drawn)) == 40
    pages = {section.id: section.page.value for section in BANK.chapter.sections}
    assert {pages[item.source] for name in drawn if (item := find_item(BANK, name))} == {endless.page}
    assert any(name.partition("~")[0] in FAMILIES for name in drawn)


def test_topic_without_numbers_gives_what_it_has() -> None:
    bare = next(topic for topic in topics(BANK) if not topic.families)
    assert set(exam_ids(BANK, [bare.page], 40, 5)) == set(bare.item_ids)
    assert exam_ids(BANK, [], 10, 5) == ()


def test_response_is_taken_back_until_the_exam_is_handed_in() -> None:
    quiz = respond(exam("run-cost~1", "run-cost~2"), given("run-cost~1"))
    assert withdrawn(quiz, "run-cost~1").unanswered == quiz.item_ids
    assert withdrawn(quiz, "run-cost~2") is quiz
    done = submit(quiz, START)
    assert withdrawn(done, "run-cost~1") is done


def test_what_is_no_answer_yet_stays_as_a_draft_of_the_question_that_is_shown() -> None:
    quiz, typed = respond(exam("run-cost~1", "run-cost~2"), given("run-cost~1")), Typed(text="1,2,3")
    left = withdrawn(quiz, "run-cost~1", typed)
    assert (left.draft, left.unanswered) == (typed, quiz.item_ids)
    assert withdrawn(left, "run-cost~1", typed) is left
    assert withdrawn(left, "run-cost~1").draft is None
    assert withdrawn(left, "run-cost~2", Typed(text="a")) is left
    assert go_to(left, 1).draft is None


def test_score_by_node_shows_after_the_exam_alone_weakest_first() -> None:
    names = ("run-cost~1", "window-tokens~1")
    right = find_item(BANK, names[0])
    assert right is not None
    quiz = respond(exam(*names), Response(id="e1.x", answer=right_answer(right)))
    assert score_by_node(BANK, quiz) == ()
    found = score_by_node(BANK, submit(quiz, START + timedelta(minutes=3)))
    assert [one.score for one in found] == [0.0, 1.0]
    assert [(one.questions, one.right) for one in found] == [(1, 0), (1, 1)]


def test_time_runs_from_the_start_to_the_handing_in_and_never_backwards() -> None:
    quiz = exam("run-cost~1")
    assert time_taken(quiz) == timedelta()
    assert time_taken(submit(quiz, START + timedelta(seconds=90))) == timedelta(seconds=90)
    assert time_taken(submit(quiz, START - timedelta(hours=1))) == timedelta()


def test_items_that_are_no_more_are_left_out_and_the_place_moves_on() -> None:
    quiz = go_to(respond(exam("gone", "run-cost~1", "gone-too", "run-cost~2"), given("gone")), 2)
    left = still_known(quiz, BANK)
    assert left is not None
    assert left.item_ids == ("run-cost~1", "run-cost~2")
    assert left.item_id == "run-cost~2"
    assert left.responses == {}


def test_quiz_that_is_whole_stays_the_same_and_one_with_nothing_left_ends() -> None:
    whole = exam("run-cost~1")
    assert still_known(whole, BANK) is whole
    assert still_known(exam("gone", "gone-too"), BANK) is None


def test_draft_of_an_item_that_is_no_more_is_dropped() -> None:
    quiz = exam("gone", "run-cost~1").model_copy(update={"draft": Picked(options=("a",))})
    left = still_known(quiz, BANK)
    assert left is not None
    assert left.draft is None


def test_place_moves_on_by_as_many_as_are_gone_before_it_and_not_to_the_end() -> None:
    quiz = go_to(exam("gone", "gone-too", "run-cost~1", "run-cost~2", "window-tokens~1"), 2)
    left = still_known(quiz, BANK)
    assert left is not None
    assert (left.place, left.item_id) == (0, "run-cost~1")


def test_only_question_that_is_open_is_the_one_at_this_place() -> None:
    quiz = respond(go_to(exam("a1", "a2", "a3", mode=Mode.DRILL), 0), given("a1"))
    quiz = respond(go_to(quiz, 2), given("a3"))
    assert next_open(go_to(quiz, 1)) == 1


def test_next_open_goes_round_and_ends() -> None:
    quiz = exam("a1", "a2", "a3", mode=Mode.DRILL)
    assert next_open(quiz) == 1
    last = respond(go_to(quiz, 2), given("a3"))
    assert next_open(last) == 0
    rest = respond(go_to(respond(go_to(last, 0), given("a1")), 1), given("a2"))
    assert next_open(rest) is None


def test_twin_is_brought_right_behind_the_case_and_put_in_when_it_is_missing() -> None:
    quiz = exam("a1", "a2", "a3", "a4", mode=Mode.CASES)
    moved = bring_next(quiz, "a4")
    assert moved.item_ids == ("a1", "a4", "a2", "a3")
    assert moved.item_id == "a4"
    assert bring_next(moved, "b1").item_ids == ("a1", "a4", "b1", "a2", "a3")
    back = bring_next(go_to(quiz, 2), "a1")
    assert back.item_ids == ("a2", "a3", "a1", "a4")
    assert back.item_id == "a1"


def test_twin_that_is_shown_already_stays_where_it_is() -> None:
    moved = bring_next(exam("a1", "a2", mode=Mode.CASES), "a2")
    assert bring_next(moved, "a2") is moved, "pressed twice, or in another tab"


def test_time_on_an_item_adds_up_until_the_exam_is_handed_in() -> None:
    looked = spent(spent(exam("a", "b"), "a", 12.5), "a", 3)
    assert looked.spent == {"a": 15.5}
    assert spent(looked, "a", -4) is looked
    assert spent(looked, "no-item-of-it", 4) is looked
    assert spent(looked, "a", 10**9).spent == {"a": 86_400.0}
    handed_in = submit(looked, START)
    assert spent(handed_in, "a", 5) is handed_in
