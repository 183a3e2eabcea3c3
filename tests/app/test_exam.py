"""Exams: nothing is marked before they are handed in, once; then marks, stages, answers."""

import re
from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from components import session
from core.quiz.log import Confidence
from core.quiz.quiz import Quiz
from core.quiz.settings import ReviewSettings
from core.store.errors import BUSY, StoreError
from tests.app.pages import address, data_of, opened, press, ran, words
from tests.app.quizzes import has_button, pick, right_line
from tests.small_content import small_content

GOES_ON = "An exam that you began in another tab is still open. It goes on here."
MARKED = ("Right.", "Not quite", "Right answer", 'class="ll-said')


@pytest.fixture(autouse=True, scope="module")
def bank(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("LLM_LADDER_CONTENT", str(small_content(tmp_path_factory.mktemp("bank"))))
        _forget_content()
        yield
    _forget_content()


def _forget_content() -> None:
    st.cache_resource.clear()


def exam(pages: list[str] | None = None, size: int = 5, test: AppTest | None = None) -> AppTest:
    test = test or opened("quick_fire.py")
    test.query_params["way"] = "exam"
    ran(test)
    if pages is not None:
        test.pills(key="exam-start.pages").set_value(pages)
    test.segmented_control(key="exam-start.size").set_value(size)
    ran(test)
    return press(test, "exam-start.go")


def strip(test: AppTest) -> list[tuple[bool, bool]]:
    """Whether each question is answered, and flagged."""
    groups = [element.proto for element in test.get("bidi_component") if "exam-strip" in element.proto.id]
    assert groups
    ending = groups[0].id
    return [(stop["answered"], stop["flagged"]) for stop in data_of(test, ending)["stops"]]


def test_exam_without_a_topic_is_on_all_of_them() -> None:
    test = opened("quick_fire.py", {"way": "exam"})
    assert test.pills(key="exam-start.pages").value == []
    assert test.button(key="exam-start.go").label == "Start the exam: 10 questions"
    press(test, "exam-start.go")
    assert "<span>Exam</span>" in words(test)
    assert len(strip(test)) == 10


def test_answers_are_kept_and_changed_and_nothing_is_marked() -> None:
    test = exam(["pitfalls"])
    assert strip(test)[0] == (False, False)
    pick(test, "rag")
    assert strip(test)[0] == (True, False)
    pick(test, "prompt")
    press(test, "exam-flag.press")
    assert strip(test)[0] == (True, True)
    press(test, "exam-next.press")
    assert not any(word in words(test) for word in MARKED)
    press(test, "exam-previous.press")
    assert next(radio for radio in test.radio if str(radio.key).endswith(".pick")).value == "prompt"
    assert not any(word in words(test) for word in MARKED)


@pytest.mark.parametrize("way", ["exam-next.press", "hand-in"])
def test_answer_that_comes_in_the_same_run_as_the_way_on_is_kept(way: str) -> None:
    test = exam(["pitfalls"])
    next(radio for radio in test.radio if str(radio.key).endswith(".pick")).set_value("rag")
    press(test, next(str(button.key) for button in test.button if str(button.key).endswith(way)))
    if way == "hand-in":
        assert "4 of 5 questions have no answer and count as not known." in words(test)
        press(test, "exam.back")
    assert strip(test)[0] == (True, False)


def test_handing_in_names_what_is_open_and_can_be_put_off() -> None:
    test = exam(["pitfalls"])
    pick(test, "rag")
    press(test, next(str(b.key) for b in test.button if str(b.key).endswith("hand-in")))
    assert "4 of 5 questions have no answer and count as not known." in words(test)
    press(test, "exam.open.2")
    assert strip(test) == [(True, False)] + 4 * [(False, False)]
    assert has_button(test, "exam-next.press")


@pytest.fixture
def ahead(monkeypatch: pytest.MonkeyPatch) -> list[timedelta]:
    """How far the clock is ahead: a test appends. It stands still in between, so that no machine is too slow."""
    moved = [timedelta(0)]
    began = session.now()
    monkeypatch.setattr(session, "now", lambda: began + moved[-1])
    return moved


def test_time_of_each_question_and_how_sure_one_was_are_in_the_result_and_in_the_log(ahead: list[timedelta]) -> None:
    test = opened("quick_fire.py")
    key = str(test.session_state["session.visitor"])
    session.store().learners.set_settings(key, ReviewSettings(confidence=True), session.now())
    test = exam(["pitfalls"], test=test)
    ahead.append(ahead[-1] + timedelta(seconds=20))
    pick(test, "rag")
    sure = next(one for one in test.button_group if str(one.key).endswith(".confidence"))
    sure.set_value("sure")
    ran(test)
    ahead.append(ahead[-1] + timedelta(seconds=10))
    press(test, "exam-next.press")
    ahead.append(ahead[-1] + timedelta(seconds=45))
    press(test, "exam-previous.press")
    assert next(one for one in test.button_group if str(one.key).endswith(".confidence")).value == "sure"
    ahead.append(ahead[-1] + timedelta(seconds=5))
    press(test, next(str(b.key) for b in test.button if str(b.key).endswith("hand-in")))
    ahead.append(ahead[-1] + timedelta(seconds=100))
    press(test, "exam.submit")
    logged = session.store().log.recent(key, 5)
    times = [round(one.seconds or 0) for one in logged]
    assert times[:3] == [35, 45, 0]
    assert [one.confidence for one in logged] == [Confidence.SURE, None, None, None, None]
    assert "Sure: " in words(test) and "of 1 right." in words(test)
    assert '<span>Sure</span><span class="ll-num">35 s</span>' in words(test)
    assert re.search(r"3 min \d+ s from start to end", words(test))
    assert session.store().log.recent(key, 5, stated=True) == logged[:1]


def test_time_away_from_the_exam_counts_for_no_question(ahead: list[timedelta]) -> None:
    test = exam(["pitfalls"])
    ahead.append(ahead[-1] + timedelta(seconds=300))
    test.switch_page("start.py")
    ran(test)
    test.switch_page("quick_fire.py")
    test.query_params["way"] = "exam"
    ran(test)
    ahead.append(ahead[-1] + timedelta(seconds=8))
    pick(test, "rag")
    (spent,) = _kept(test).spent.values()
    assert round(spent) == 8


def _kept(test: AppTest) -> Quiz:
    text = session.store().drafts.get(str(test.session_state["session.visitor"]), "exam")
    return Quiz.model_validate_json(text or "")


def test_marks_show_once_it_is_handed_in_and_cannot_be_changed() -> None:
    test = exam(["pitfalls"])
    press(test, next(str(b.key) for b in test.button if str(b.key).endswith("hand-in")))
    press(test, "exam.submit")
    assert right_line(test) == "0 of 5 right"
    assert "By step or decision" in words(test)
    assert words(test).count("Not answered") == 5
    assert not has_button(test, "exam.submit")
    press(test, "exam.retry")
    assert address(test)["way"] == ["drill"]
    assert "Exam: Pitfalls, missed" in words(test)


def test_exam_goes_to_the_log_as_a_whole_once_the_store_takes_it(monkeypatch: pytest.MonkeyPatch) -> None:
    test, log = exam(["pitfalls"]), session.store().log
    press(test, next(str(b.key) for b in test.button if str(b.key).endswith("hand-in")))
    append, taken = type(log).append, iter((True, True))

    def fails_at_the_third(*given: Any) -> Any:
        if not next(taken, False):
            raise StoreError(BUSY)
        return append(*given)

    key = str(test.session_state["session.visitor"])
    with monkeypatch.context() as patch:
        patch.setattr(type(log), "append", fails_at_the_third)
        press(test, "exam.submit")
        assert [error.value for error in test.error] == [BUSY]
    assert log.recent(key) == ()
    ran(test)
    assert not test.error
    assert len(log.recent(key)) == 5


def test_credit_of_an_exam_is_told_only_where_an_answer_was_partly_right() -> None:
    test = exam(["pitfalls"])
    press(test, next(str(b.key) for b in test.button if str(b.key).endswith("hand-in")))
    assert "Total credit" not in words(press(test, "exam.submit"))


def test_exam_that_another_tab_began_goes_on_where_a_new_one_is_started() -> None:
    test, other = exam(["pitfalls"]), opened("quick_fire.py", {"way": "exam"})
    begun = _begun_elsewhere(test, other)
    press(other, "exam-start.go")
    assert _kept(test) == begun
    assert [error.value for error in other.error] == [GOES_ON]
    assert len(strip(other)) == 5


def test_exam_that_another_tab_began_goes_on_where_the_marks_of_the_one_before_are_left() -> None:
    test, other = exam(["pitfalls"]), exam(["pitfalls"])
    press(other, next(str(b.key) for b in other.button if str(b.key).endswith("hand-in")))
    press(other, "exam.submit")
    begun = _begun_elsewhere(test, other)
    press(other, "exam.leave")
    assert _kept(test) == begun
    assert [error.value for error in other.error] == [GOES_ON]


def _begun_elsewhere(test: AppTest, other: AppTest) -> Quiz:
    """What a tab has kept, once another is a tab of the same learner, which still shows what it showed."""
    other.session_state["session.visitor"] = test.session_state["session.visitor"]
    return _kept(test)
