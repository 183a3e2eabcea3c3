"""Progress without a browser: what it says to a newcomer, to a veteran, and when the store fails."""

import re
from datetime import UTC, datetime, timedelta

import pytest
from streamlit.testing.v1 import AppTest

from components import session
from core.export.learner_json import learner_json
from core.quiz.answers import Rating, Typed
from core.quiz.days import day_of
from core.quiz.log import Answered, Undone
from core.quiz.settings import ReviewSettings
from core.store.answer_log import AnswerLog
from core.store.errors import BUSY, StoreError
from core.store.store import Store
from tests.app.pages import TIMEOUT_S, data_of, press, ran, words
from tests.history import keep_history
from tests.open_pages import NAVIGATION
from tests.read_once import load_content


def store() -> Store:
    return session.store()


def progress_of(visitor: str) -> AppTest:
    """The page of a learner whose browser keeps no cookies."""
    test = AppTest.from_file(str(NAVIGATION), default_timeout=TIMEOUT_S)
    test.session_state["session.visitor"] = visitor
    ran(test)
    test.switch_page("progress.py")
    return ran(test)


@pytest.fixture
def veteran(request: pytest.FixtureRequest) -> str:
    key = f"{abs(hash(request.node.name)):064x}"[:64]
    store().learners.delete(key)
    keep_history(store(), key, load_content(), datetime.now(UTC))
    return key


def test_browser_without_cookies_is_told_that_nothing_lasts() -> None:
    assert "This browser keeps no cookies" in words(progress_of("1" * 64))


def test_veteran_sees_marks_on_the_pipeline_and_the_same_in_a_table(veteran: str) -> None:
    test = progress_of(veteran)
    state = data_of(test, "diagram.progress")
    assert "holds" in state["svg"] or "fading" in state["svg"]
    assert "recall" in state["state"]["notes"]["pre-training"]
    page = words(test)
    for caption in ("Reviews that fall due", "Recall by step", "Questions a day until the interview"):
        assert f"<caption>{caption}" in page
    assert "Sure, but wrong" in page


def test_plan_holds_for_today_what_there_is_to_review_today(veteran: str) -> None:
    page = words(progress_of(veteran))
    found = re.search(r"<b>(\d+)</b><span>due today</span><small>and (\d+) new", page)
    assert found
    review, new = found.groups()
    plan = page.partition("<caption>Questions a day until the interview")[2]
    assert re.findall(r"<td[^>]*>([^<]*)</td>", plan)[:2] == [review, new]


def test_recall_expected_on_the_day_is_doubted_where_less_is_measured_than_promised(veteran: str) -> None:
    test = progress_of(veteran)
    page = words(test)
    assert "Less than promised: reviews come too late for you." in page
    assert test.button(key="progress.recall.settings").label == "Open the review settings"
    assert "of what you have begun, by the schedule; your measured recall is lower" in page
    test.date_input(key="progress.interview").set_value(day_of(session.now(), ReviewSettings()) + timedelta(days=1))
    assert "if you review all of it; your measured recall is lower" in words(ran(test))


def test_next_days_say_what_the_interview_brings_forward(veteran: str) -> None:
    early = "For your interview, later reviews move into the 2 days before it."
    assert early in words(progress_of(veteran))
    far = ReviewSettings(interview_on=day_of(session.now(), ReviewSettings()) + timedelta(days=60))
    for settings in (ReviewSettings(), far):
        store().learners.set_settings(veteran, settings, datetime.now(UTC))
        assert early not in words(progress_of(veteran))


def test_step_with_many_questions_is_told_section_by_section(veteran: str) -> None:
    test = progress_of(veteran)
    test.session_state["session.progress.node"] = "fine-tuning"
    page = words(ran(test))
    assert "By section of the chapter:" in page
    assert page.count(" begun</span>") >= 3


def test_stuck_case_is_told_by_its_situation(veteran: str) -> None:
    page = words(progress_of(veteran))
    assert "A tax adviser's assistant searches 40,000 pages" in page
    assert "What does this case call for first?" not in page


def test_shares_and_bars_are_said_in_words(veteran: str) -> None:
    page = words(progress_of(veteran))
    assert "give or take" in page
    assert page.count('role="img"') >= 2
    assert "answers; " in page


@pytest.mark.parametrize(("days", "sentence"), [(0, "That is today"), (-9, "That day has passed"), (9, "days left")])
def test_date_is_kept_and_told(veteran: str, days: int, sentence: str) -> None:
    test = progress_of(veteran)
    zone = store().learners.settings(veteran).zone_info
    day = (datetime.now(zone) - timedelta(hours=4)).date() + timedelta(days=days)
    test.date_input(key="progress.interview").set_value(day)
    ran(test)
    assert store().learners.settings(veteran).interview_on == day
    assert sentence in words(test)
    press(test, "progress.no-date")
    assert store().learners.settings(veteran).interview_on is None
    assert "Set a date" in words(test)


@pytest.mark.parametrize(("days", "there"), [(0, True), (1, True), (-9, False)])
def test_last_day_and_the_day_itself_name_what_still_helps(veteran: str, days: int, there: bool) -> None:
    test = progress_of(veteran)
    day = day_of(session.now(), store().learners.settings(veteran)) + timedelta(days=days)
    test.date_input(key="progress.interview").set_value(day)
    labels = [link.proto.label for link in ran(test).get("page_link")]
    assert ({"Mock interview", "The chapter on one page"} <= set(labels)) == there
    assert ("questions today" in words(test)) == (days == 1)


def answered(*names: str) -> bytes:
    """An export of a learner who has answered those questions, each once, on one day."""
    at = datetime(2026, 3, 2, 12, tzinfo=UTC)
    log = [
        Answered(f"export-{name}", name, "number", at, at.date(), Rating.GOOD, 1.0, answer=Typed(text="7"))
        for name in names
    ]
    return learner_json(log, ReviewSettings(), {}, at).encode()


@pytest.mark.parametrize(
    ("names", "entries", "strange"),
    [
        (("run-cost~7",), "1 entry, from 2 Mar 2026", ""),
        (("run-cost~7", "gone"), "2 entries, all from 2 Mar 2026", "1 question: its answers are kept but not shown"),
        (("gone", "away"), "2 entries, all from 2 Mar 2026", "2 questions: their answers are kept but not shown"),
    ],
)
def test_fresh_numbers_of_a_file_are_not_strange_to_the_bank(
    names: tuple[str, ...], entries: str, strange: str
) -> None:
    test = progress_of("3" * 64)
    test.get("file_uploader")[0].upload("export.json", answered(*names), "application/json")
    page = words(ran(test))
    assert entries in page
    assert (f"{len(names)} entries, all of them answers" if len(names) > 1 else "1 entry, an answer") in page
    assert ("Not in this bank" in page) == bool(strange)
    assert strange in page


def test_file_is_told_as_answers_and_what_takes_one_back() -> None:
    at = datetime(2026, 3, 2, 12, tzinfo=UTC)
    log = [
        *(Answered(f"told-{n}", "run-cost~7", "number", at, at.date(), Rating.GOOD, 1.0) for n in range(3)),
        Undone("undo-told", "told-0", at),
    ]
    test = progress_of("3" * 64)
    file = learner_json(log, ReviewSettings(), {"pipeline-step": "sft", "interview-past-1": "{}"}, at).encode()
    test.get("file_uploader")[0].upload("export.json", file, "application/json")
    page = words(ran(test))
    assert "4 entries: 3 answers, and 1 that undoes one" in page
    assert "Where you left off" in page
    assert ("1 place added; yours stay" in page, "1 added" in page) == (True, True)


@pytest.mark.parametrize(
    ("own", "said"), [(False, "will be imported: you have set none here"), (True, "differ from yours")]
)
def test_settings_of_a_file_are_asked_about_where_there_are_own_ones(own: bool, said: str) -> None:
    key, at = "4" * 64, datetime(2026, 3, 2, 12, tzinfo=UTC)
    store().learners.delete(key)
    if own:
        store().learners.set_settings(key, ReviewSettings(), at)
    test, theirs = progress_of(key), ReviewSettings(new_per_day=7)
    file = learner_json([], theirs, {}, at).encode()
    test.get("file_uploader")[0].upload("export.json", file, "application/json")
    assert said in words(ran(test))
    assert bool(test.checkbox) == own
    press(test, "learner-data.take")
    assert (store().learners.settings(key) == theirs) != own


def test_two_steps_delete_everything(veteran: str) -> None:
    test = press(progress_of(veteran), "learner-data.ask")
    assert "This deletes" in words(test)
    press(test, "learner-data.keep")
    assert store().learners.known(veteran)
    press(press(test, "learner-data.ask"), "learner-data.delete")
    assert not store().learners.known(veteran)
    assert "Nothing is measured yet" in words(test)


def test_code_is_shown_and_its_end_is_told(veteran: str) -> None:
    test = press(progress_of(veteran), "learner-data.offer")
    assert "ll-bigcode" in words(test)
    ends = store().learners.open_code_ends(veteran, datetime.now(UTC))
    assert ends
    store().learners.offer_code(veteran, "AAAA-2222", datetime.now(UTC))
    assert "The code was used" in words(ran(test))


def test_code_that_a_newer_one_replaced_is_not_told_to_have_joined_two_devices(veteran: str) -> None:
    test = press(progress_of(veteran), "learner-data.offer")
    store().learners.offer_code(veteran, "AAAA-5555", datetime.now(UTC))
    said = words(ran(test))
    assert "replaced by a newer one" in said and "Both devices now share" not in said


@pytest.mark.parametrize("outcome", ["joined", "wrong", "wait", "failed", "tea", "<b>"])
def test_outcome_of_a_code_is_told_and_any_other_value_is_nothing(outcome: str) -> None:
    test = AppTest.from_file(str(NAVIGATION), default_timeout=TIMEOUT_S)
    ran(test)
    test.switch_page("progress.py")
    test.query_params["device"] = outcome
    page = words(ran(test))
    assert ("device-told" in page) == (outcome not in ("tea", "<b>"))


def test_store_that_cannot_be_read_is_told_in_place_of_the_page(veteran: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def busy(*_: object, **__: object) -> None:
        raise StoreError(BUSY)

    monkeypatch.setattr(AnswerLog, "recent", busy)
    test = progress_of(veteran)
    assert BUSY in [error.value for error in test.error]
    assert "<h1" in words(test)


def test_weak_spots_say_which_answers_they_count(veteran: str) -> None:
    page = words(progress_of(veteran))
    assert "By your reviews alone" in page
    assert "Drills, cases, exams and interviews count here as well as reviews." in page
