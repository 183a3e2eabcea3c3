"""What stands in the box of an interview is not lost: when a mock interview is ended, when a question is left."""

from streamlit.testing.v1 import AppTest

from components import session
from components.interview_place import NAME as QUESTION_NAME
from components.open_mock import NAME
from core.content.interview_items import Level, Topic
from core.interview.mock import MockInterview
from core.interview.sitting import Sitting, read_sitting
from core.interview.turn import Draft
from tests.app.pages import opened, press, ran, words
from tests.app.seated import kept_mock, key_of, seated
from tests.app.test_interview import draft_of, started
from tests.interviews import NOW, QUESTION, marked_sitting


def test_what_stands_in_the_box_when_a_mock_interview_is_ended_is_its_last_answer() -> None:
    given = Draft(answer="I would split by time and search for near-duplicates, for they leak into the test set.")
    mock = MockInterview(id="m", started=NOW, level=Level.SENIOR, topics=tuple(Topic), question_ids=(QUESTION,))
    test = seated(NAME, mock, way="mock")
    assert "You have answered nothing yet." in words(test)
    test = seated(NAME, mock.model_copy(update={"draft": given}), way="mock")
    assert "The debrief will cover 1 answer." in words(test)
    assert "What stands in the box counts as an answer." in words(test)
    press(test, "mock.end")
    over = kept_mock(test, NAME)
    assert over is not None
    assert [turn.answer for turn in over.turns] == [given.answer]
    assert over.over
    assert given.answer in words(test)


def test_what_was_typed_is_there_again_when_a_question_that_was_left_is_asked_again() -> None:
    test = started()
    sitting = read_sitting(session.store().drafts.get(key_of(test), QUESTION_NAME))
    assert sitting
    typed = sitting.model_copy(update={"draft": Draft(answer="I start with RAG and", answering_seconds=40)})
    session.store().drafts.put(key_of(test), QUESTION_NAME, typed.model_dump_json(), NOW)
    press(ran(test), "interview.other")
    press(test, "interview-choice.start")
    assert (draft_of(test)["answer"], draft_of(test)["answering_seconds"]) == ("I start with RAG and", 40)


def test_what_was_typed_is_kept_also_when_it_is_told_after_the_press_that_left() -> None:
    def script() -> None:
        from components.interview_place import keep_typed, leave_sitting, open_sitting, start_sitting  # noqa: PLC0415
        from core.interview.turn import Draft  # noqa: PLC0415

        start_sitting("tuning-over-rag")
        shown = open_sitting()
        assert shown
        leave_sitting(shown)
        assert open_sitting() is None
        keep_typed(shown, Draft(answer="I start with RAG and"))
        start_sitting("tuning-over-rag")
        again = open_sitting()
        assert again and again.draft.answer == "I start with RAG and"

    assert not AppTest.from_function(script).run(timeout=30).exception


def test_answer_in_another_language_is_given_back_in_a_mock_interview_with_a_word_on_why() -> None:
    given = Draft(answer="Ich würde immer mit RAG anfangen und nur für den Stil ein Modell trainieren.")
    mock = MockInterview(id="m", started=NOW, level=Level.SENIOR, topics=tuple(Topic), question_ids=(QUESTION,))

    def script(mock: "MockInterview", given: "Draft") -> None:
        from components import session  # noqa: PLC0415
        from components.interview_told import interview_told  # noqa: PLC0415
        from components.mock_place import give_mock  # noqa: PLC0415
        from components.open_mock import NAME, open_mock  # noqa: PLC0415

        session.store().drafts.put(session.learner().key, NAME, mock.model_dump_json(), session.now())
        give_mock(mock, given)
        now = open_mock()
        assert now and (now.turns, now.draft, now.place) == ((), given, 0)
        interview_told()
        give_mock(now, None)
        after = open_mock()
        assert after is None or [turn.answer for turn in after.turns] == [""]

    test = AppTest.from_function(script, args=(mock, given)).run(timeout=30)
    assert not test.exception
    assert "Marking reads English only." in words(test)
    assert "goes on without one" in words(test)
    assert "compare it with the model answer" not in words(test)  # none is in sight while the box is open


def test_who_types_on_in_a_mock_interview_that_another_tab_went_on_with_is_told() -> None:
    given = Draft(answer="I would split by time and search for near-duplicates.")
    mock = MockInterview(id="m", started=NOW, level=Level.SENIOR, topics=tuple(Topic), question_ids=(QUESTION, "q"))

    def script(mock: "MockInterview", given: "Draft") -> None:
        from components import session  # noqa: PLC0415
        from components.interview_told import interview_told  # noqa: PLC0415
        from components.mock_place import end_mock, give_mock, keep_mock_typed  # noqa: PLC0415
        from components.open_mock import NAME  # noqa: PLC0415

        store, learner = session.store().drafts, session.learner().key
        store.put(learner, NAME, mock.model_dump_json(), session.now())
        keep_mock_typed(mock, given)
        assert not session.kept("interview.told"), "nobody went on yet"
        give_mock(mock, given)
        keep_mock_typed(mock, given)
        assert not session.kept("interview.told"), "this tab went on: its box told of it after the press"
        other = mock.model_copy(update={"id": "other"})
        keep_mock_typed(other, given.model_copy(update={"answer": " "}))
        assert not session.kept("interview.told"), "nothing was typed"
        keep_mock_typed(other, given)
        interview_told()
        end_mock(other)
        keep_mock_typed(other, given)
        assert not session.kept("interview.told"), "it was ended here"

    test = AppTest.from_function(script, args=(mock, given)).run(timeout=30)
    assert not test.exception
    assert "You went on from that question in another tab." in words(test)


def test_question_that_another_tab_asks_too_goes_on_so_that_neither_loses_what_is_typed() -> None:
    named = {"question": marked_sitting(session.content()).question}
    test = opened("interview.py", named)
    open_there = Sitting(id="other-tab", question=named["question"])
    session.store().drafts.put(key_of(test), QUESTION_NAME, open_there.model_dump_json(), NOW)
    press(test, "interview-named.start")
    assert read_sitting(session.store().drafts.get(key_of(test), QUESTION_NAME)) == open_there


def test_a_list_of_keywords_is_given_back_once_before_it_locks() -> None:
    listed = Draft(answer="RAG, latency, tokens, style over content, 1-3 days, private data")
    sitting = Sitting(id="s", question=QUESTION, draft=listed)

    def script(sitting: "Sitting", listed: "Draft") -> None:
        from components import session  # noqa: PLC0415
        from components.interview_place import NAME, give_answer, open_sitting  # noqa: PLC0415
        from components.interview_told import interview_told  # noqa: PLC0415

        session.store().drafts.put(session.learner().key, NAME, sitting.model_dump_json(), session.now())
        give_answer(sitting, listed)
        now = open_sitting()
        assert now and (now.turns, now.draft) == ((), listed)
        interview_told()
        give_answer(now, listed)
        after = open_sitting()
        assert after and [turn.answer for turn in after.turns] == [listed.answer]

    test = AppTest.from_function(script, args=(sitting, listed)).run(timeout=30)
    assert not test.exception
    assert "submit it once more as it is" in words(test)
