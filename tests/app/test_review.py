"""The review without a browser: what is kept, what is told, what a press does when the store fails."""

import re
from datetime import timedelta
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest
from streamlit.testing.v1.element_tree import Radio

from components import session
from core.quiz.log import Mode
from core.quiz.option_texts import option_texts
from core.quiz.settings import ReviewSettings
from core.store.errors import BUSY, READ_ONLY, StoreError
from core.store.store import Store
from tests.app.pages import opened, press, ran, words
from tests.app.seated import key_of

GIVE_UP = "review-give-up.press"


@pytest.fixture(autouse=True)
def moved(monkeypatch: pytest.MonkeyPatch) -> list[timedelta]:
    """How far the clock is ahead: a test appends."""
    ahead = [timedelta(0)]
    real = session.now
    monkeypatch.setattr(session, "now", lambda: real() + ahead[-1])
    return ahead


@pytest.fixture
def store() -> Store:
    return session.store()


@pytest.fixture
def review() -> AppTest:
    return opened("quick_fire.py")


def show(review: AppTest) -> AppTest:
    """Shows the answer, whichever button does."""
    keys = {button.key for button in review.button}
    return press(review, GIVE_UP if GIVE_UP in keys else "review-check.press")


def grade(review: AppTest, number: int) -> AppTest:
    return press(review, f"grade.{number}")


def test_newcomer_sees_no_counts_and_leaves_no_trace_by_looking(review: AppTest, store: Store) -> None:
    assert "One question at a time" in words(review)
    assert 'class="ll-eyebrow ll-num ll-counts"' not in words(review)
    assert not store.learners.known(key_of(review))


def test_first_question_says_which_key_gives_up_and_what_to_give_first(review: AppTest) -> None:
    keys = ("review-check.press", GIVE_UP)
    assert [review.button(key=key).label for key in keys] == ["Check answer", "I do not know `N`"]
    assert "Pick an option first: keys 1 to 5." in words(review)
    review.checkbox[0].check()
    ran(review)
    assert [review.button(key=key).label for key in keys] == ["Check answer `Enter`", "I do not know `N`"]
    assert "Pick an option first" not in words(review)


def test_answer_is_in_the_log_once_it_is_graded(review: AppTest, store: Store) -> None:
    show(review)
    assert store.log.recent(key_of(review)) == ()
    grade(review, 3)
    (entry,) = store.log.recent(key_of(review))
    assert (entry.mode, entry.rating, entry.score, entry.answer) == (Mode.REVIEW, 3, 0.0, None)
    assert entry.seconds is not None


def test_first_answer_keeps_the_time_zone_of_the_day(review: AppTest, store: Store) -> None:
    grade(show(review), 3)
    assert store.learners.own_settings(key_of(review)) == ReviewSettings(zone="UTC")


def test_hint_costs_credit_and_is_logged(review: AppTest, store: Store) -> None:
    while "review-hint.press" not in {button.key for button in review.button}:
        grade(show(review), 4)
    press(review, "review-hint.press")
    assert "Hint." in words(review)
    assert "review-hint.press" not in {button.key for button in review.button}
    grade(show(review), 2)
    assert store.log.recent(key_of(review))[-1].hints == 1


def test_undo_brings_the_item_back_revealed(review: AppTest, store: Store) -> None:
    grade(show(review), 4)
    press(review, "review.undo")
    assert store.log.recent(key_of(review)) == ()
    assert "Undone" in words(review)
    grade(review, 1)
    assert [entry.rating for entry in store.log.recent(key_of(review))] == [1]


def asked(review: AppTest) -> str:
    return words(review).partition('<h1 class="ll-question">')[2].partition("</h1>")[0]


def choice(review: AppTest, ending: str) -> Radio[str] | None:
    return next((radio for radio in review.radio if str(radio.key).endswith(ending)), None)


@pytest.mark.parametrize(("ending", "option"), [(".pick", ""), (".verdict", "false")])
def test_undo_in_the_middle_of_an_answer_brings_what_stood_there_back(
    review: AppTest, store: Store, ending: str, option: str
) -> None:
    store.learners.set_settings(key_of(review), ReviewSettings(new_per_day=200, zone="UTC"), session.now())
    review.switch_page("quick_fire.py")
    first = asked(ran(review))
    for _ in range(2):
        grade(show(review), 4)
    while not choice(review, ending):
        grade(show(review), 4)
    here, field = asked(review), choice(review, ending)
    item = session.content().item_by_id[review.session_state["session.review.view"].place.item_id]
    chosen = option or next(iter(option_texts(item)))
    assert field
    field.set_value(chosen)
    while asked(ran(review)) != first:
        review.button(key="review.undo").click()
    while "grade.3" in {button.key for button in review.button}:
        grade(review, 3)
    again = choice(review, ending)
    assert (asked(review), again and again.value) == (here, chosen)
    assert len(store.log.recent(key_of(review), 100)) >= 2


def test_stuck_item_offers_its_step_in_the_chapter(review: AppTest, moved: list[timedelta]) -> None:
    for day in range(30):
        moved.append(timedelta(days=day))
        ran(review)
        show(review)
        if "Stuck." in words(review):
            break
        grade(review, 1)
    assert "missed this one 5 times" in words(review)
    assert any(link.label == "See it in the chapter" for link in [e.proto for e in review.get("page_link")])
    links = [link.proto.label for link in review.get("page_link")]
    assert links.count("See it in the chapter") == 2, "beside the words that say to read it, and at the foot"


@pytest.mark.parametrize("sentence", [BUSY, READ_ONLY])
def test_failed_press_is_told_and_works_when_it_is_repeated(
    review: AppTest, store: Store, monkeypatch: pytest.MonkeyPatch, sentence: str
) -> None:
    show(review)

    def fails(*_: object) -> None:
        raise StoreError(sentence)

    with monkeypatch.context() as patch:
        patch.setattr(type(store.log), "append", fails)
        grade(review, 3)
        assert [error.value for error in review.error] == [sentence]
    grade(review, 3)
    assert not review.error
    assert len(store.log.recent(key_of(review))) == 1


def test_draft_that_cannot_be_kept_is_told_and_the_answer_shows_all_the_same(
    review: AppTest, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(*_: object, **__: object) -> None:
        raise StoreError(READ_ONLY)

    monkeypatch.setattr(type(store.drafts), "put", fails)
    show(review)
    assert [error.value for error in review.error] == [READ_ONLY]
    assert "grade.3" in {button.key for button in review.button}


def test_store_that_cannot_be_read_is_told_with_a_way_on(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(*_: object) -> None:
        raise StoreError(BUSY)

    with monkeypatch.context() as patch:
        patch.setattr(type(store.cards), "queue", fails)
        review = opened("quick_fire.py")
        assert [error.value for error in review.error] == [BUSY]
    press(review, "review.again")
    assert not review.error
    assert "One question at a time" in words(review)


def test_rounds_leave_the_schedule_as_it_is(review: AppTest, store: Store) -> None:
    for _ in range(15):
        grade(show(review), 4)
    before = store.cards.all(key_of(review))
    for way, first in (("review.ahead", 1), ("review.cram", 3)):
        press(review, way)
        assert "Your schedule stays as it is" in words(review)
        grade(show(review), first)
        press(review, "review.end")
    assert store.cards.all(key_of(review)) == before
    assert [entry.mode for entry in store.log.recent(key_of(review))[-2:]] == [Mode.AHEAD, Mode.CRAM]
    assert "Nothing is due" in words(review)


def test_progress_says_when_the_next_cards_come_in_the_words_of_the_review(review: AppTest) -> None:
    for _ in range(15):
        grade(show(review), 4)
    said = re.search(r"Your next questions? comes? [^<]*", words(review))
    assert said
    assert ": 15 new." in said[0]
    review.switch_page("progress.py")
    ran(review)
    assert f"Nothing is due now. {said[0]}" in words(review)


def test_end_of_the_day_names_no_day_that_the_clock_may_call_otherwise(review: AppTest, store: Store) -> None:
    for _ in range(15):
        grade(show(review), 4)
    assert "No more new questions until then." in words(review)
    assert "Today's new items" not in words(review)
    store.learners.set_settings(key_of(review), ReviewSettings(new_per_day=0), session.now())
    review.switch_page("quick_fire.py")
    assert "No more new questions" not in words(ran(review))


def test_start_page_knows_the_cards_of_an_earlier_visit(review: AppTest, moved: list[timedelta]) -> None:
    grade(show(review), 1)
    moved.append(timedelta(minutes=2))
    review.switch_page("start.py")
    ran(review)
    assert "1 question due" in words(review)
    assert "Review 1 question" in {button.label for button in review.button}


def test_start_page_stands_without_the_store(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(*_: object) -> None:
        raise StoreError(BUSY)

    monkeypatch.setattr(type(store.log), "undoable", fails)
    start = opened("start.py")
    assert "Start the pipeline" in {button.label for button in start.button}
    assert not start.error


def test_store_of_these_tests_is_their_own(store: Store, tmp_path_factory: pytest.TempPathFactory) -> None:
    assert Path(str(tmp_path_factory.getbasetemp())).name in str(store.database.engine.url)
