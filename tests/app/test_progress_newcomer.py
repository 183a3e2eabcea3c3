"""Progress before the first answer, and after one that began no card."""

from datetime import UTC, datetime, timedelta

from streamlit.testing.v1 import AppTest

from components.question_downloads import FORMATS
from core.export.bank_formats import BANK_FORMATS
from core.quiz.answers import Rating
from core.quiz.days import day_of
from core.quiz.log import Answered, Mode
from core.quiz.settings import ReviewSettings
from tests.app.pages import words
from tests.app.test_progress import progress_of, store


def test_newcomer_is_told_that_nothing_is_measured_and_keeps_no_row() -> None:
    test = progress_of("0" * 64)
    assert "Nothing is measured yet" in words(test)
    assert "Progress from elsewhere" in words(test)
    assert [button.label for button in test.button if str(button.key).startswith("progress")] == [
        "Answer the first question",
        "Make the plan",
    ]
    assert not store().learners.known("0" * 64)


def test_who_has_only_an_interview_behind_them_is_no_newcomer() -> None:
    key, now = "3" * 64, datetime.now(UTC)
    store().learners.delete(key)
    day = day_of(now, ReviewSettings())
    missed = Answered("mock.1", "tuning-over-rag", "free-answer", now, day, Rating.AGAIN, 0.2, Mode.INTERVIEW)
    store().log.append(key, missed)
    test = progress_of(key)
    assert "Nothing is measured yet" not in words(test)
    assert "Missed in your last 30 answers" in words(test)
    assert "No reviews fall due. New questions will add some." in words(test)
    assert "ll-daybars" not in words(test), "no empty axes"
    ways = {link.proto.label: link.proto.query_string for link in test.get("page_link")}
    assert ways["Mock interviews and debriefs"] == "way=mock"


def test_newcomer_makes_the_plan_before_the_first_answer() -> None:
    key = "2" * 64
    store().learners.delete(key)
    test = progress_of(key)
    tomorrow = (datetime.now(UTC) + timedelta(days=2)).date()
    test.date_input(key="progress.interview").set_value(tomorrow).run()
    assert not test.exception
    assert "questions a day" in words(test)
    assert "That is a lot" in words(test)
    ways = {link.proto.label: link.proto.query_string for link in test.get("page_link")}
    assert ways["Mock interview"] == "way=mock"
    assert ways["20 questions across all topics"] == "way=drill&set=mixed&n=20"


def test_anki_deck_says_that_it_holds_no_interview_questions() -> None:
    def script() -> None:
        import streamlit as st  # noqa: PLC0415 - a script of its own

        from components import session  # noqa: PLC0415
        from components.question_downloads import question_downloads  # noqa: PLC0415

        st.session_state["question-downloads"] = True
        question_downloads(session.content())

    test = AppTest.from_function(script).run(timeout=30)
    helps = {one.proto.label: one.proto.help for one in test.get("download_button")}
    assert helps["Anki deck"] == "A deck without the interview questions; importing it again updates it"


def test_each_format_of_the_command_can_be_downloaded_too() -> None:
    assert list(FORMATS) == list(BANK_FORMATS)
