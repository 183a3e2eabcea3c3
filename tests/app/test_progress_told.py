"""What Progress says of its lists: how long they are, what counts towards them, what fills the empty ones."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from components import session
from core.export.learner_json import learner_json
from core.quiz.answers import Rating
from core.quiz.days import day_of
from core.quiz.log import Answered, Confidence, Mode, Undone
from core.quiz.scheduling import STUCK_AFTER
from core.quiz.settings import ReviewSettings
from tests.app.pages import ran, words
from tests.app.test_progress import progress_of, store


def _fail_in_review(key: str, items: tuple[str, ...], times: int) -> None:
    now = datetime.now(UTC)
    store().learners.delete(key)
    for number in range(times):
        at = now - timedelta(minutes=times - number)
        for item in items:
            day = day_of(at, ReviewSettings())
            store().log.append(key, Answered(f"{item}.{number}", item, "single-choice", at, day, Rating.AGAIN, 0.0))


def test_stuck_list_says_how_many_it_leaves_out_and_what_counts() -> None:
    _fail_in_review("4" * 64, session.reviewable()[:11], STUCK_AFTER)
    page = words(progress_of("4" * 64))
    assert page.count("failed 5 times") == 8
    assert "and 3 more" in page
    assert "in the review; drills and exams do not count" in page


def test_stuck_list_that_is_whole_leaves_nothing_out() -> None:
    _fail_in_review("4" * 64, session.reviewable()[:8], STUCK_AFTER)
    page = words(progress_of("4" * 64))
    assert page.count("failed 5 times") == 8
    assert "more</" not in page.partition("failed 5 times")[2].partition("<h2")[0]


def test_who_is_asked_how_sure_is_not_told_to_turn_that_on() -> None:
    key = "5" * 64
    _fail_in_review(key, ("pre-training-data",), 1)
    assert "Turn it on in the review settings" in words(progress_of(key))
    store().learners.set_settings(key, ReviewSettings(confidence=True), datetime.now(UTC))
    test = progress_of(key)
    page = words(test)
    assert "Turn it on in the review settings" not in page
    assert "Answer a question and say how sure you are" in page
    assert not any(button.key == "progress.calibration.settings" for button in test.button)


def test_few_questions_a_day_on_average_are_not_told_to_hold_more_new_ones() -> None:
    key = "6" * 64
    _fail_in_review(key, ("pre-training-data",), 1)
    for days, said in ((12, "up to 16 of them new"), (300, "on average; up to 15 new ones a day at first")):
        date = day_of(session.now(), ReviewSettings()) + timedelta(days=days)
        store().learners.set_settings(key, ReviewSettings(interview_on=date), datetime.now(UTC))
        assert said in words(progress_of(key))


def test_plan_for_a_day_that_is_years_off_does_not_say_that_nothing_is_to_be_done() -> None:
    key = "7" * 64
    _fail_in_review(key, ("pre-training-data",), 1)
    date = day_of(session.now(), ReviewSettings()) + timedelta(days=5000)
    store().learners.set_settings(key, ReviewSettings(interview_on=date), datetime.now(UTC))
    page = words(progress_of(key))
    assert "question a day" in page and "questions a day" not in page


def _knew_all(key: str, times: int, ago: int, rating: Rating = Rating.EASY) -> None:
    now = datetime.now(UTC)
    store().learners.delete(key)
    log = [
        Answered(f"{item}.{number}", item, "single-choice", at, day_of(at, ReviewSettings()), rating, 1.0)
        for number in range(times)
        for at in (now - timedelta(days=ago * (times - number)),)
        for item in session.reviewable()
    ]
    store().log.merge(key, log, now)


def test_who_has_begun_and_passed_everything_is_promised_no_new_questions_and_a_margin_of_a_point() -> None:
    _knew_all("8" * 64, 5, 30)
    page = words(progress_of("8" * 64))
    assert "No reviews fall due.</p>" in page
    assert "You passed 100\xa0%" in page and "give or take a point." in page


def test_recall_expected_on_the_day_says_that_it_counts_on_more_than_the_questions_that_are_enough() -> None:
    key = "9" * 64
    _knew_all(key, 1, 40)
    for days, said in ((1, True), (12, False)):
        date = day_of(session.now(), ReviewSettings()) + timedelta(days=days)
        store().learners.set_settings(key, ReviewSettings(interview_on=date), datetime.now(UTC))
        assert ("of what you have begun, if you review all of it" in words(progress_of(key))) == said


def test_few_answers_that_were_all_right_are_not_called_the_last_thirty() -> None:
    key, now = "b" * 64, datetime.now(UTC)
    store().learners.delete(key)
    day = day_of(now, ReviewSettings())
    store().log.append(key, Answered("one", session.reviewable()[0], "single-choice", now, day, Rating.GOOD, 1.0))
    assert "You have missed nothing so far." in words(progress_of(key))
    _knew_all(key, 1, 2)
    assert "You missed nothing in your last 30 answers." in words(progress_of(key))


def test_average_of_a_plan_names_its_fullest_day_where_that_is_far_more() -> None:
    key = "c" * 64
    _knew_all(key, 1, 40)
    number = len(session.reviewable())
    date = day_of(session.now(), ReviewSettings()) + timedelta(days=20)
    store().learners.set_settings(key, ReviewSettings(interview_on=date), datetime.now(UTC))
    assert f"on average; {number} on the fullest day" in words(progress_of(key))


def test_one_measured_review_is_counted_as_one() -> None:
    key, now = "d" * 64, datetime.now(UTC)
    store().learners.delete(key)
    for number, ago in enumerate((9, 2)):
        at = now - timedelta(days=ago)
        answer = Answered(
            f"m{number}", session.reviewable()[0], "flashcard", at, day_of(at, ReviewSettings()), Rating.EASY, 1.0
        )
        store().log.append(key, answer)
    assert "So far there is one." in words(progress_of(key))


def test_no_measured_review_is_called_none() -> None:
    key = "a1" * 32
    _fail_in_review(key, ("pre-training-data",), 1)
    assert "you aim for. So far there are none." in words(progress_of(key))


def test_answers_of_a_file_are_grouped_like_its_entries() -> None:
    at = datetime(2026, 3, 2, 12, tzinfo=UTC)
    log = [Answered(f"many-{n}", "run-cost~7", "number", at, at.date(), Rating.GOOD, 1.0) for n in range(1200)]
    file = learner_json([*log, Undone("undo-many", "many-0", at)], ReviewSettings(), {}, at).encode()
    test = progress_of("e" * 64)
    test.get("file_uploader")[0].upload("export.json", file, "application/json")
    assert "1,201 entries: 1,200 answers, and 1 that undoes one" in words(ran(test))


def test_how_sure_is_compared_from_ten_answers_on_and_ten_points_are_close() -> None:
    key, now = "7" * 64, datetime.now(UTC)
    store().learners.delete(key)
    for word, right, count in ((Confidence.SURE, 0, 9), (Confidence.FAIRLY, 24, 30), (Confidence.GUESS, 12, 20)):
        for number in range(count):
            score, at = float(number < right), now - timedelta(hours=2)
            answer = Answered(f"{word}.{number}", f"{word}-{number}", "case", at, at.date(), Rating.GOOD, score)
            store().log.append(key, replace(answer, confidence=word, mode=Mode.DRILL))
    page = words(progress_of(key)).replace("\u00a0", " ")
    assert "9 answers; too few to compare with the 95 %" in page
    assert "30 answers; close to the 70 %" in page  # 80 % of them: 10 points
    assert "20 answers; 25 points above the 35 %" in page


def test_single_review_to_come_is_not_told_as_the_most_of_a_day() -> None:
    key = "8" * 64
    _fail_in_review(key, session.reviewable()[:1], 1)
    page = words(progress_of(key))
    assert "1 review of what you have begun (today). Each review" in page
    assert "at most 1" not in page


def test_reviews_of_added_questions_alone_are_not_of_what_was_begun() -> None:
    key = "8" * 64
    _fail_in_review(key, tuple(session.by_hand())[:3], 1)
    page = words(progress_of(key))
    assert f"<b>0 of {len(session.reviewable())}</b><span>questions begun</span>" in page
    assert "3 reviews of the interview questions that you have added, at most 3 on one day (today). Each" in page
    assert "you have begun, at most" not in page


def test_recall_on_the_day_is_of_the_questions_that_are_told_to_be_begun() -> None:
    key, day = "7" * 64, day_of(session.now(), ReviewSettings()) + timedelta(days=5)
    nothing = "<b>–</b><span>expected recall on the day</span><small>of what you have begun</small>"
    for items, begun in ((tuple(session.by_hand())[:3], 0), (session.reviewable()[:1], 1)):
        _fail_in_review(key, items, 1)
        store().learners.set_settings(key, ReviewSettings(interview_on=day), datetime.now(UTC))
        page = words(progress_of(key))
        assert f"<b>{begun} of {len(session.reviewable())}</b><span>questions begun</span>" in page
        assert (nothing in page) == (begun == 0)


def test_figure_of_the_plan_names_new_questions_while_there_are_some() -> None:
    key, day = "7" * 64, day_of(session.now(), ReviewSettings()) + timedelta(days=20)
    for begun, named in ((10, True), (len(session.reviewable()), False)):
        _fail_in_review(key, session.reviewable()[:begun], 1)
        store().learners.set_settings(key, ReviewSettings(interview_on=day), datetime.now(UTC))
        page = words(progress_of(key))
        assert "Questions a day until the interview" in page
        assert ("New questions" in page) == named
