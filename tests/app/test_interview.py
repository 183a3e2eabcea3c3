"""The interview: rated before it is marked, added to the review, probed, and mock interviews debriefed."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from components import session
from components.interview_place import NAME as QUESTION_NAME
from components.open_mock import NAME
from components.past_mocks import PAST
from core.content.interview_items import Level, Topic
from core.content.models import Content
from core.interview.mock import read_mock
from core.interview.question_list import interview_questions
from core.interview.sitting import Sitting, read_sitting
from core.quiz.answers import Rating
from core.quiz.days import day_of
from core.quiz.log import Answered, Mode
from core.quiz.settings import ReviewSettings
from tests.app.pages import address, data_of, opened, press, ran, words
from tests.app.quizzes import has_button
from tests.app.seated import kept_mock, key_of, seated
from tests.app.store_reads import asked_of_the_store
from tests.interviews import NOW, debriefed_mock, marked_sitting, sitting_to_rate

ELSEWHERE = "You went on from that question in another tab. What stands there counts, not this answer."


def box(test: AppTest) -> Any:
    found = [e.proto for e in test.get("bidi_component") if "answer-box." in e.proto.id]
    assert found
    return found[0]


def draft_of(test: AppTest) -> dict[str, Any]:
    draft: dict[str, Any] = data_of(test, box(test).id)["draft"]
    return draft


def started(**params: str) -> AppTest:
    test = opened("interview.py", dict(params))
    return press(test, "interview-choice.start")


def test_choice_begins_with_the_chapters_question_and_filters() -> None:
    test = opened("interview.py")
    question = next(radio for radio in test.radio if radio.key == "interview-choice.pick")
    assert question.value == "tuning-over-rag"
    test.segmented_control(key="interview-choice.level").set_value("staff")
    ran(test)
    captions = next(radio for radio in test.radio if radio.key == "interview-choice.pick").proto.captions
    assert captions
    assert all(caption.startswith("Staff") for caption in captions)
    assert all("\u00a0·\u00a0" in caption for caption in captions)  # else a dot and a time begin a line on a phone


@pytest.mark.parametrize("name", ["question", "item"])
def test_an_address_that_names_no_question_says_so(name: str) -> None:
    test = opened("interview.py", {name: "zzz"})
    assert [one.value for one in test.warning] == ["The address names a question that is not in this course."]
    assert not opened("interview.py", {name: "tuning-over-rag"}).warning


def test_question_that_an_address_names_is_the_one_that_is_picked() -> None:
    test = opened("interview.py", {"question": "estimate-a-7b-run"})
    assert next(radio for radio in test.radio if radio.key == "interview-choice.pick").value == "estimate-a-7b-run"
    assert "Estimate aloud what it costs" in words(started(question="estimate-a-7b-run"))


def test_a_question_can_be_left_and_chosen_again() -> None:
    test = started()
    assert "A company wants an AI system" in words(test)
    assert draft_of(test) == {"answer": "", "thinking_seconds": 0.0, "answering_seconds": 0.0, "dictated": False}
    asked = data_of(test, box(test).id)["asked"]
    assert asked["target"] == 120
    press(test, "interview.other")
    assert has_button(test, "interview-choice.start")


def test_no_second_opinion_is_offered_where_none_is_set_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("LLM_BASE_URL", raising=False)
    test = opened("interview.py")
    assert "second opinion" not in words(test)


def test_address_that_names_an_unknown_interview_is_ignored_with_a_word() -> None:
    test = opened("interview.py", {"way": "mock", "session": "tea"})
    assert "not kept here" in test.warning[0].value
    assert has_button(test, "mock-start.go")


def test_unknown_way_opens_one_question() -> None:
    test = opened("interview.py", {"way": "tea"})
    assert has_button(test, "interview-choice.start")


def test_mock_interview_without_a_topic_is_on_all_of_them_as_an_exam_is() -> None:
    test = opened("interview.py", {"way": "mock"})
    assert test.pills(key="mock-start.topics").value == []
    assert "None chosen: all topics." in words(test)
    assert test.button(key="mock-start.go").label == "Start: 3 questions"
    test.pills(key="mock-start.topics").set_value([Topic.ALIGNMENT])
    ran(test)
    assert "1 of 6 topics." in words(test)
    press(test, "mock-start.go")
    assert "Question 1 of 1" in words(test)
    assert "RLHF and DPO" in words(test)


def test_mock_interview_on_topics_that_its_level_lacks_cannot_start() -> None:
    test = opened("interview.py", {"way": "mock"})
    test.segmented_control(key="mock-start.level").set_value(Level.JUNIOR)
    test.pills(key="mock-start.topics").set_value([Topic.COST])
    ran(test)
    assert test.button(key="mock-start.go").disabled


def test_mock_interview_ended_before_an_answer_is_forgotten() -> None:
    test = opened("interview.py", {"way": "mock"})
    press(test, "mock-start.go")
    assert "Question 1 of 3" in words(test)
    assert "points found" not in words(test)
    press(test, "mock.end")
    assert has_button(test, "mock-start.go")
    assert "session" not in address(test)


def test_what_was_not_known_is_a_question_and_no_answer() -> None:
    mock = debriefed_mock(session.content())
    unknown = mock.turns[0].model_copy(update={"answer": ""})
    passed = mock.model_copy(update={"turns": (*mock.turns[:1], unknown)})
    test = seated(PAST + mock.id, passed, way="mock", session=mock.id)
    assert "1 question, 1 answer<" in words(test)


def test_ways_to_past_interviews_are_told_apart_by_when_each_was() -> None:
    mock = debriefed_mock(session.content())
    test = seated(PAST + mock.id, mock, way="mock")
    later = mock.model_copy(update={"id": "later", "started": NOW + timedelta(hours=3)})
    session.store().drafts.put(key_of(test), PAST + later.id, later.model_dump_json(), NOW)
    labels = [one.label for one in ran(test).button if (one.key or "").startswith("mock-past.")]
    assert len(labels) == len(set(labels)) == 2


def test_debrief_of_missed_points_leads_to_their_drill_first() -> None:
    mock = debriefed_mock(session.content())
    test = seated(PAST + mock.id, mock, way="mock", session=mock.id)
    assert [one.label for one in test.button if one.proto.type == "primary"] == ["Drill what you missed"]


def test_debrief_says_which_answers_stand_on_paper_and_where_all_are() -> None:
    mock = debriefed_mock(session.content())
    test = seated(PAST + mock.id, mock, way="mock", session=mock.id)
    assert "Only the answers open here are printed. “Save as Markdown” has them all." in words(test)


def test_form_of_a_mock_interview_reads_past_answers_at_its_start_alone() -> None:
    test = opened("interview.py", {"way": "mock"})
    with asked_of_the_store() as asked:
        test.segmented_control(key="mock-start.length").set_value(1)
        ran(test)
        assert not [statement for statement, _ in asked if "FROM entries" in statement]
        press(test, "mock-start.go")
        assert len([statement for statement, _ in asked if "FROM entries" in statement]) == 1


def test_form_of_a_mock_interview_says_how_long_as_many_questions_take_on_average() -> None:
    test = opened("interview.py", {"way": "mock"})
    test.segmented_control(key="mock-start.level").set_value(Level.JUNIOR)
    test.segmented_control(key="mock-start.length").set_value(5)
    ran(test)
    juniors = interview_questions(session.content(), Level.JUNIOR)
    assert [item.minutes for item in juniors] == [2, 1.5, 1.5, 1.5]
    assert "These topics have 4 at this level and below. Spoken, the answers take about 6:30" in words(test)
    test.segmented_control(key="mock-start.length").set_value(3)
    assert "Spoken, the answers take about 5:00" in words(ran(test))


def test_mock_interview_asks_first_what_was_not_just_practised() -> None:
    test, now = opened("interview.py", {"way": "mock"}), session.now()
    asked = [item.id for item in interview_questions(session.content(), Level.JUNIOR)]
    test.segmented_control(key="mock-start.level").set_value(Level.JUNIOR)
    test.segmented_control(key="mock-start.length").set_value(1)
    for number, name in enumerate(asked[:-1]):
        day = day_of(now, ReviewSettings())
        given = Answered(f"lately-{number}", name, "free-answer", now, day, Rating.GOOD, 1.0, Mode.INTERVIEW)
        session.store().log.append(key_of(test), given)
    ran(test)
    press(test, "mock-start.go")
    mock = read_mock(session.store().drafts.get(key_of(test), NAME))
    assert mock
    assert mock.question_ids == (asked[-1],)


@pytest.mark.parametrize("pressed", ["interview-choice.start", "interview.other", "interview-named.start"])
def test_answer_that_another_tab_has_given_and_not_yet_rated_is_not_lost(pressed: str) -> None:
    named = {"question": interview_questions(session.content())[1].id} if pressed == "interview-named.start" else {}
    test = opened("interview.py", named)
    if pressed != "interview-choice.start":
        test = seated(QUESTION_NAME, marked_sitting(session.content()).model_copy(update={"id": "stale"}), **named)
    given = sitting_to_rate(session.content())
    session.store().drafts.put(key_of(test), QUESTION_NAME, given.model_dump_json(), NOW)
    test.button(key=pressed).click()
    said = words(ran(test))
    assert read_sitting(session.store().drafts.get(key_of(test), QUESTION_NAME)) == given
    assert said.count("A question that you began in another tab is still open. It goes on here.") == 1


def test_interview_that_another_tab_began_goes_on_where_a_new_one_is_started() -> None:
    test = opened("interview.py", {"way": "mock"})
    begun = debriefed_mock(session.content()).model_copy(update={"ended": None, "place": 0, "passed": 0})
    session.store().drafts.put(key_of(test), NAME, begun.model_dump_json(), NOW)
    test.button(key="mock-start.go").click()
    said = words(ran(test))
    assert kept_mock(test, NAME) == begun
    assert said.count("An interview that you began in another tab is still open.") == 1


def test_who_answers_an_interview_that_was_ended_elsewhere_reads_so_above_the_next() -> None:
    test = opened("interview.py", {"way": "mock"})
    press(test, "mock-start.go")
    session.store().drafts.clear(key_of(test), NAME)
    test.session_state["session.interview.told"] = (ELSEWHERE,)
    said = words(ran(test))
    assert said.index(ELSEWHERE) < said.index("One question after another")


def test_who_answers_an_interview_that_is_being_rated_elsewhere_reads_so_above_the_rating() -> None:
    mock = debriefed_mock(session.content()).model_copy(update={"passed": 0})
    test = seated(NAME, mock, way="mock")
    test.session_state["session.interview.told"] = (ELSEWHERE,)
    said = words(ran(test))
    assert said.index(ELSEWHERE) < said.index('class="ll-question"')


@pytest.mark.parametrize("went_on", [sitting_to_rate, marked_sitting])
def test_who_answers_a_question_that_was_given_elsewhere_reads_so_above_what_came_of_it(
    went_on: Callable[[Content], Sitting],
) -> None:
    test = seated(QUESTION_NAME, went_on(session.content()))
    test.session_state["session.interview.told"] = (ELSEWHERE,)
    said = words(ran(test))
    assert said.index(ELSEWHERE) < said.index('class="ll-question"')
