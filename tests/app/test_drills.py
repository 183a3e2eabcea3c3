"""Drills: the choice, what the address may say, a drill to its end, and what is done with what was missed."""

import pytest
from streamlit.testing.v1 import AppTest

from components import session
from core.content.choice_items import TrueFalse
from core.content.models import Content
from core.quiz.answers import Judged
from core.quiz.decks import reviewable_ids
from core.quiz.log import Mode
from core.quiz.quiz import Quiz, Response
from core.quiz.right_answer import right_answer
from tests.app.pages import TIMEOUT_S, address, opened, press, ran, words
from tests.app.quizzes import give_up_all, has_button, pick, right_line
from tests.app.seated import key_of
from tests.open_pages import NAVIGATION


def drill(**params: str) -> AppTest:
    return opened("quick_fire.py", {"way": "drill", **params})


def started(**params: str) -> AppTest:
    return press(drill(**params), "drill-choice.start")


def test_newcomer_is_offered_all_questions_and_has_missed_nothing(content: Content) -> None:
    test = drill()
    assert test.radio(key="drill-choice.kind").value == "mixed"
    captions = test.radio(key="drill-choice.kind").proto.captions
    assert captions[0] == "You have missed nothing so far"
    assert captions[2] == f"All {len(reviewable_ids(content))} questions, topics alternating"
    assert test.button(key="drill-choice.start").label == "Start 10 questions"


def test_address_names_set_and_length() -> None:
    test = drill(set="node:fine-tuning", n="5")
    assert test.radio(key="drill-choice.kind").value == "node"
    assert test.selectbox(key="drill-choice.part.node").value == "fine-tuning"
    assert not test.warning
    test.radio(key="drill-choice.kind").set_value("numbers")
    ran(test)
    assert address(test)["set"] == ["numbers"]
    assert address(test)["way"] == ["drill"]


def test_set_that_the_address_names_is_chosen_again_when_one_comes_back_to_it() -> None:
    test = drill(set="numbers", n="10")
    test.switch_page("pipeline.py")
    ran(test).switch_page("quick_fire.py")
    for name, value in {"way": "drill", "set": "numbers", "n": "10"}.items():
        test.query_params[name] = value
    assert ran(test).radio(key="drill-choice.kind").value == "numbers"


@pytest.mark.parametrize(
    "params",
    [{"set": "tea"}, {"set": "node:<b>x</b>"}, {"set": "x" * 10_000}, {"n": "7"}, {"n": "-5"}, {"seed": "9" * 30}],
    ids=["unknown", "html", "long", "length", "negative", "seed"],
)
def test_what_the_address_says_wrong_is_told_and_ignored(params: dict[str, str]) -> None:
    test = drill(**params)
    assert [warning.value.endswith("It was ignored.") for warning in test.warning] == [True]
    assert test.button(key="drill-choice.start").label == "Start 10 questions"


def test_drill_that_was_left_in_another_tab_says_so() -> None:
    test = started(set="numbers", n="5", seed="11")
    session.store().drafts.clear(key_of(test), "drill")
    test = press(test, "quiz-up.press")
    assert [error.value for error in test.error] == ["These questions were ended in another tab."]
    assert has_button(test, "drill-choice.start") and not ran(test).error


def test_drill_that_another_tab_began_goes_on_where_the_one_before_is_left() -> None:
    test, other = started(set="numbers", n="5", seed="11"), started(set="numbers", n="5", seed="12")
    store, visitor = session.store().drafts, "session.visitor"
    other.session_state[visitor] = test.session_state[visitor]
    begun = store.get(key_of(test), "drill")
    press(other, "drill.leave")
    assert begun and store.get(key_of(test), "drill") == begun
    assert [error.value for error in other.error] == [
        "Questions that you began in another tab are still open. They go on here."
    ]
    press(other, "drill.leave")
    assert store.get(key_of(test), "drill") is None and not other.error


def test_empty_set_cannot_be_started() -> None:
    test = drill(set="missed")
    assert test.button(key="drill-choice.start").disabled
    assert test.button(key="drill-choice.start").label == "Nothing to drill here"


def test_sets_with_nothing_in_them_are_grey_until_something_is_missed() -> None:
    grey = [":gray[Missed only]", ":gray[Weak spots]"]
    assert drill().radio(key="drill-choice.kind").options[:3] == [*grey, "Mixed"]
    test = press(give_up_all(started(set="mixed", n="5")), "drill.leave")
    assert not any(option.startswith(":gray") for option in test.radio(key="drill-choice.kind").options)


def test_seed_in_the_address_asks_the_same_numbers() -> None:
    first, second = (words(started(set="numbers", n="5", seed="11")) for _ in range(2))
    assert first == second != words(started(set="numbers", n="5", seed="12"))


def test_started_drill_leaves_the_address_and_comes_back_when_its_set_is_named_again() -> None:
    test = started(set="page:decide", n="5")
    assert address(test) == {"way": ["drill"]}
    assert "Decide" in words(test)
    test.query_params["set"] = "mixed"
    ran(test)
    assert "is open: question 1 of 5" in words(test)
    press(test, "drill-choice.back")
    assert any(has_button(test, key) for key in ("quiz-up.press", "quiz-turn.press"))  # whichever kind comes first
    assert "is open" not in words(test)


def test_answer_gets_its_feedback_and_the_next_question() -> None:
    test = started(set="node:prompt-stuffing", n="5", seed="11")
    assert test.button(key="quiz-check.press").disabled
    pick(test, "stuff")
    assert not test.button(key="quiz-check.press").disabled
    press(test, "quiz-check.press")
    assert "Right." in words(test)
    assert not has_button(test, "quiz-check.press")
    press(test, "quiz-on.press")
    assert has_button(test, "quiz-check.press")


def test_everything_missed_can_be_retried_and_added_to_the_review_once() -> None:
    test = give_up_all(started(set="mixed", n="5"))
    assert right_line(test) == "0 of 5 right"
    assert test.button(key="drill.retry").label == "Retry the 5 missed"
    press(test, "drill.add")
    assert "All 5 count as reviews answered Again" in words(test)
    assert not has_button(test, "drill.add")
    press(test, "drill.retry")
    assert "Mixed, again" in words(test)
    assert "of 5" in words(test)


def test_credit_is_told_only_where_the_count_of_right_ones_does_not_say_it() -> None:
    told = words(give_up_all(started(set="mixed", n="5")))
    assert "Total credit" not in told and "You missed" not in told


def test_what_was_added_to_the_review_is_taken_back_one_at_a_time_as_it_says() -> None:
    test = press(give_up_all(started(set="mixed", n="5")), "drill.add")
    assert "Undo in the review takes back one at a time." in words(test)
    key = key_of(test)
    assert len(session.store().cards.all(key)) == 5
    session.store().log.undo(key, session.now())
    assert len(session.store().cards.all(key)) == 4


def test_what_was_added_to_the_review_is_not_offered_again_after_a_reload() -> None:
    before = press(give_up_all(started(set="mixed", n="5")), "drill.add")
    after = AppTest.from_file(str(NAVIGATION), default_timeout=TIMEOUT_S)
    after.session_state["session.visitor"] = key_of(before)
    ran(after).switch_page("quick_fire.py")
    after.query_params["way"] = "drill"
    assert right_line(ran(after)) == "0 of 5 right"
    assert "All 5 count as reviews answered Again" in words(after)
    assert not has_button(after, "drill.add")


def test_what_was_not_known_is_not_called_an_answer_that_is_not_quite_right() -> None:
    page = words(give_up_all(started(set="mixed", n="5")))
    assert page.count("<span>Not known</span>") == 5
    assert "Not quite" not in page


def test_missed_items_are_then_a_set_of_their_own() -> None:
    test = give_up_all(started(set="mixed", n="5"))
    press(test, "drill.leave")
    assert test.radio(key="drill-choice.kind").proto.captions[0] == "5 that you last got wrong, latest first"
    assert "From your last 30 answers" in test.radio(key="drill-choice.kind").proto.captions[1]
    test.radio(key="drill-choice.kind").set_value("missed")
    ran(test)
    assert test.button(key="drill-choice.start").label == "Start 5 questions"


def test_answers_show_when_they_are_asked_for() -> None:
    test = give_up_all(started(set="node:prompt-stuffing", n="5"))
    assert "Right answer" not in words(test)
    toggle = test.toggle[0]
    toggle.set_value(True)
    ran(test)
    assert words(test).count("Right answer") >= 3


def test_numbers_end_with_fresh_ones() -> None:
    test = give_up_all(started(set="numbers", n="5"))
    before = words(test)
    press(test, "drill.more")
    assert "Fresh numbers" in words(test)
    assert has_button(test, "quiz-check.press")
    assert words(test) != before


def test_hint_that_was_asked_for_stays_open_and_costs_a_quarter_after_a_reload() -> None:
    test = press(started(set="numbers", n="5", seed="11"), "quiz-hint.press")
    assert "Hint." in words(test) and not has_button(test, "quiz-hint.press")
    again = opened("quick_fire.py", {"way": "drill"}, visitor=key_of(test))
    assert "Hint." in words(again) and not has_button(again, "quiz-hint.press")
    press(again, "quiz-up.press")
    (entry,) = session.store().log.recent(key_of(test))
    assert entry.hints == 1


@pytest.mark.parametrize(
    ("missed", "said"),
    [
        (1, "The one that you missed was partly right. Total credit: 75\xa0%."),
        (2, "All 2 that you missed were partly right. Total credit: 50\xa0%."),
    ],
)
def test_what_was_missed_and_all_partly_right_is_not_counted_twice(missed: int, said: str) -> None:
    test = drill()
    names = [item.id for item in session.content().items if item.kind == "true-false"][:2]
    items = {name: session.content().item_by_id[name] for name in names}
    half = {
        name: Judged(holds=item.answer, reason=next(one.id for one in item.reasons if not one.correct))
        for name, item in items.items()
        if isinstance(item, TrueFalse)
    }
    whole = {name: right_answer(item) for name, item in items.items()}
    given = {**whole, **dict(list(half.items())[:missed])}
    responses = {name: Response(id=name, answer=answer) for name, answer in given.items()}
    now = session.now()
    over = Quiz(id="q", title="Mixed", mode=Mode.DRILL, item_ids=tuple(names), started=now)
    over = over.model_copy(update={"responses": responses, "submitted": now})
    session.store().drafts.put(key_of(test), "drill", over.model_dump_json(), now)
    assert said in words(ran(test))
