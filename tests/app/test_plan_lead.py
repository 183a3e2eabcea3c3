"""The eve of an interview: every page leads with the same, and none with a heap that nobody can do."""

import re
from datetime import UTC, datetime, timedelta

import pytest
from streamlit.testing.v1 import AppTest

from components import session
from components.open_mock import NAME
from components.past_mocks import PAST
from core.quiz.answers import Rating
from core.quiz.days import day_of
from core.quiz.decks import reviewable_ids
from core.quiz.log import Answered, Mode
from core.quiz.plan_lead import TONIGHT
from core.quiz.settings import ReviewSettings
from tests.app.pages import address, opened, press, ran, words
from tests.app.quizzes import has_button
from tests.app.seated import key_of
from tests.interviews import debriefed_mock, mock_to_rate
from tests.read_once import load_content

CONTENT = load_content()
DRILL = {"way": ["drill"], "set": ["mixed"], "n": ["20"]}


def on_the_eve(page: str = "start.py", days: int = 1, test: AppTest | None = None) -> AppTest:
    """A page of a visitor who has answered nothing, or `test`; the interview is tomorrow, or in so many days."""
    test, now = test or opened(page), session.now()
    day = now.astimezone(ReviewSettings().zone_info).date() + timedelta(days=days)
    session.store().learners.set_settings(key_of(test), ReviewSettings(interview_on=day), now)
    return ran(test)


def with_debrief(test: AppTest) -> AppTest:
    """The page after a mock interview that ended just now and left points."""
    over = debriefed_mock(CONTENT, "eve").model_copy(update={"ended": session.now()})
    session.store().drafts.put(key_of(test), f"{PAST}eve", over.model_dump_json(), session.now())
    return ran(test)


def primary(test: AppTest) -> str:
    """What stands on the one primary button."""
    (label,) = [button.label for button in test.button if button.proto.type == "primary"]
    return str(label)


def helps_most(test: AppTest) -> list[str]:
    """The links below the plan."""
    labels = [str(link.proto.label) for link in test.get("page_link")]
    last = labels.index("The chapter on one page")
    return labels[last - 2 : last + 1]


@pytest.mark.parametrize("page", ["start.py", "quick_fire.py", "progress.py"])
def test_every_page_leads_with_a_mock_interview(page: str) -> None:
    test = on_the_eve(page)
    assert "Interview tomorrow" in words(test)
    assert "Then 20 questions are enough for today." in words(test)
    assert primary(test) == "Take a mock interview"
    assert not [button.label for button in test.button if str(len(CONTENT.items)) in button.label]
    assert "of them for today" not in words(test)


@pytest.mark.parametrize("page", ["start.py", "quick_fire.py", "progress.py"])
def test_after_it_every_page_leads_to_what_was_missed(page: str) -> None:
    test = with_debrief(on_the_eve(page))
    assert "Review what you missed in the mock interview." in words(test)
    assert primary(test) == "Study what you missed"
    key = next(button.key for button in test.button if button.label == "Study what you missed")
    press(test, str(key))
    assert address(test) == {"way": ["mock"], "session": ["eve"]}
    assert "To study" in words(test)


@pytest.mark.parametrize("page", ["start.py", "quick_fire.py", "progress.py"])
def test_open_mock_interview_comes_before_what_the_plan_puts_first(page: str) -> None:
    test = on_the_eve(page)
    session.store().drafts.put(key_of(test), NAME, mock_to_rate(CONTENT).model_dump_json(), session.now())
    assert primary(ran(test)) == "Continue the interview"
    assert "Finish the mock interview" in words(test)


@pytest.mark.parametrize("days", [0, 1])
def test_what_helps_most_on_progress_is_in_the_order_of_its_lead(days: int) -> None:
    test, rest = on_the_eve("progress.py", days), ["20 questions across all topics", "The chapter on one page"]
    assert helps_most(test) == ["Mock interview", *rest]
    assert helps_most(with_debrief(test)) == ["Study what you missed", *rest]


def test_questions_that_are_enough_are_a_drill_over_all_topics() -> None:
    press(on := on_the_eve(), "left-off.questions")
    assert {name: address(on)[name] for name in DRILL} == DRILL


def test_review_can_be_begun_all_the_same_and_counts_what_is_enough() -> None:
    test = on_the_eve("quick_fire.py")
    assert test.button(key="review-lead.cards").label == "Begin 20 new questions"
    press(test, "review-lead.cards")
    assert "Interview tomorrow" not in words(test)
    assert has_button(test, "review-check.press") or has_button(test, "review-show.press")


def test_debrief_is_offered_on_start_until_its_points_were_reviewed() -> None:
    test = with_debrief(opened("start.py"))
    assert "points to study" in words(test)
    assert primary(test) == "Study what you missed"
    press(test, "left-off.study")
    press(test, "mock.eve.review")
    test.switch_page("start.py")
    assert not has_button(ran(test), "left-off.study")


@pytest.mark.parametrize(("score", "offered"), [(1.0, False), (0.5, True)])
def test_debrief_is_offered_until_what_was_missed_was_drilled_and_right(score: float, offered: bool) -> None:
    test = with_debrief(opened("start.py"))
    now, key = session.now(), key_of(test)
    for item_id in reviewable_ids(CONTENT):
        day = day_of(now, ReviewSettings())
        entry = Answered(f"{item_id}-d", item_id, "flashcard", now, day, Rating.GOOD, score, Mode.DRILL)
        session.store().log.append(key, entry)
    assert has_button(ran(test), "left-off.study") == offered


def answered(test: AppTest, many: int, mode: Mode) -> None:
    """So many questions are answered today, each well enough to come back within minutes."""
    now = session.now()
    day = day_of(now, ReviewSettings())
    for item_id in reviewable_ids(CONTENT)[:many]:
        entry = Answered(f"{item_id}-{mode}", item_id, "flashcard", now, day, Rating.GOOD, 1.0, mode)
        session.store().log.append(key_of(test), entry)


def test_after_twenty_answers_the_review_says_that_it_is_enough() -> None:
    test, now = on_the_eve("quick_fire.py"), session.now()
    for item_id in reviewable_ids(CONTENT)[:TONIGHT]:
        entry = Answered(f"{item_id}-eve", item_id, "flashcard", now, day_of(now, ReviewSettings()), Rating.EASY, 1.0)
        session.store().log.append(key_of(test), entry)
    test.switch_page("start.py")
    test.switch_page("quick_fire.py")
    assert "Enough for today: the rest can wait." in words(ran(test))
    assert "20 of today's 20 answers done" in words(test)


def test_progress_says_how_many_of_those_that_are_enough_are_left() -> None:
    test, now = on_the_eve("progress.py"), session.now()
    for item_id in reviewable_ids(CONTENT)[:2]:
        entry = Answered(f"{item_id}-left", item_id, "flashcard", now, day_of(now, ReviewSettings()), Rating.EASY, 1.0)
        session.store().log.append(key_of(test), entry)
    assert "<b>18</b><span>left for today</span><small>of the 20 that are enough</small>" in words(ran(test))


@pytest.mark.parametrize("page", ["start.py", "quick_fire.py", "progress.py"])
def test_twenty_that_were_drilled_count_on_every_page(page: str) -> None:
    test = on_the_eve(page)
    answered(test, TONIGHT, Mode.DRILL)
    assert "The 20 questions for today are done." in words(ran(test))
    assert "Then 20 questions are enough" not in words(test)
    assert primary(test) == "Take a mock interview"
    assert not [button.label for button in test.button if "across all topics" in button.label or not button.label]


def test_review_says_how_many_are_left_and_not_how_many_of_them_are_new() -> None:
    test = on_the_eve("quick_fire.py")
    answered(test, 12, Mode.REVIEW)
    assert "<b>8</b> left of the 20 that are enough for today" in words(ran(test))
    assert "0</b> new" not in words(test)


def test_review_ends_with_the_twentieth_answer_and_goes_on_all_the_same_when_asked() -> None:
    test = on_the_eve("quick_fire.py")
    answered(test, TONIGHT, Mode.REVIEW)
    assert "The 20 questions for today are done." in words(ran(test))
    assert not has_button(test, "review-check.press") and not has_button(test, "review-show.press")
    assert has_button(test, "review.undo")
    press(test, "review-lead.cards")
    assert "The 20 questions for today are done." not in words(test)
    assert has_button(test, "review-check.press") or has_button(test, "review-show.press")


def test_what_is_taken_back_after_the_twentieth_is_not_said_to_be_able_to_wait() -> None:
    test = on_the_eve("quick_fire.py")
    answered(test, TONIGHT, Mode.DRILL)
    answered(test, 2, Mode.REVIEW)
    assert "Enough for today: the rest can wait." in words(ran(test))
    assert "20 of today's 20 answers done" in words(test)  # the line counts what was drilled as well
    press(test, "review.undo")
    assert "Undone. Grade it again." in words(test)
    assert "can wait" not in words(test)
    assert "<b>0</b> left of the 20 that are enough for today" in words(test)


def test_progress_counts_those_that_were_drilled_as_done() -> None:
    test = on_the_eve("progress.py")
    answered(test, 5, Mode.DRILL)
    assert "<b>15</b><span>left for today</span><small>of the 20 that are enough</small>" in words(ran(test))


@pytest.mark.parametrize("done", [5, TONIGHT])
def test_the_plan_for_the_last_day_counts_what_is_done_of_it(done: int) -> None:
    test = on_the_eve("progress.py")
    assert "<b>20</b><span>questions today</span>" in words(test)
    answered(test, done, Mode.DRILL)
    said = words(ran(test))
    assert "questions today" not in said
    left = f"<b>{TONIGHT - done}</b><span>left for today</span><small>of the 20 that are enough</small>"
    assert said.count(left) == 2  # at the top of the page, and with the plan


def test_what_helps_in_short_time_is_said_until_the_twenty_are_done() -> None:
    test = on_the_eve("progress.py")
    assert "That is a lot for the time left." in words(test)
    answered(test, TONIGHT, Mode.DRILL)
    assert "That is a lot for the time left." not in words(ran(test))


@pytest.mark.parametrize("hour", [0, 3, 12, 23])
def test_the_plan_of_the_eve_is_the_same_at_any_hour(monkeypatch: pytest.MonkeyPatch, hour: int) -> None:
    monkeypatch.setattr(session, "now", lambda: datetime(2026, 11, 30, hour, 50, tzinfo=UTC))
    test_the_plan_for_the_last_day_counts_what_is_done_of_it(5)


@pytest.mark.parametrize("hour", [3, 12])
def test_the_plan_of_the_eve_counts_all_of_today_as_the_top_of_the_page_does(
    monkeypatch: pytest.MonkeyPatch, hour: int
) -> None:
    eve = datetime(2026, 11, 30, hour, 50, tzinfo=UTC)
    monkeypatch.setattr(session, "now", lambda: eve - timedelta(days=2))
    answered(test := opened("progress.py"), 7, Mode.REVIEW)
    monkeypatch.setattr(session, "now", lambda: eve)
    on_the_eve(test=test)
    top, plan = re.findall(r"<small>of (\d+) in all</small>", words(test))
    assert top == plan


def test_the_plan_of_several_days_does_not_call_the_questions_of_one_all_of_them() -> None:
    said = words(on_the_eve("progress.py", days=3))
    assert re.search(r"<b>20</b><span>questions a day</span><small>of \d+ on average</small>", said)


def test_plan_without_a_date_asks_for_one_and_not_twice() -> None:
    test = opened("progress.py")
    assert "Choose a date first." not in words(test)
    assert "Choose a date first." in words(press(test, "progress.make-plan"))
    assert "Choose a date first." not in words(ran(test))
