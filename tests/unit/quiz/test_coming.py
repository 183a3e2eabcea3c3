"""What comes once nothing is due, and rounds beside the schedule."""

from datetime import UTC, date, datetime, timedelta

from core.quiz.answers import Rating
from core.quiz.coming import Coming, coming, coming_words, done_share, when_words
from core.quiz.off_schedule import ahead_ids, cram_ids
from core.quiz.queue import DoneToday, Queue, build_queue
from core.quiz.scheduling import Card, review
from core.quiz.settings import ReviewSettings
from tests.unit.quiz.moments import PLAIN, START, later

NEXT_DAY = datetime(2026, 3, 3, 4, tzinfo=UTC)


def easy(item_id: str, at: datetime = START) -> Card:
    """A card that comes again in eight days."""
    return review(None, item_id, Rating.EASY, at)


def left(cards: list[Card], unseen: int, done: DoneToday, settings: ReviewSettings = PLAIN) -> Coming:
    names = [f"new-{number}" for number in range(unseen)]
    queue = build_queue(cards, names, done, settings, START)
    return coming(cards, unseen, queue, settings, START)


def test_next_new_items_come_with_the_next_day() -> None:
    what = left([easy("a")], 3, DoneToday(new=15))
    assert what == Coming(NEXT_DAY, 0, 3, (0, 3))


def test_next_card_comes_on_the_day_on_which_it_falls_due() -> None:
    what = left([easy("a"), easy("b", later(days=2))], 0, DoneToday(new=2))
    assert what.at == datetime(2026, 3, 10, 4, tzinfo=UTC)
    assert (what.reviews, what.new) == (1, 0)


def test_step_that_is_not_due_yet_is_what_comes_next() -> None:
    card = review(None, "a", Rating.AGAIN, START)
    queue = Queue((), (), (), (card,), DoneToday(new=1))
    assert coming([card], 0, queue, PLAIN, START) == Coming(card.due, 1, 0, (0, 0))


def test_what_a_limit_holds_back_is_said() -> None:
    settings = ReviewSettings(reviews_per_day=1, new_per_day=0)
    cards = [easy("a", later(days=-20)), easy("b", later(days=-20))]
    what = left(cards, 5, DoneToday(reviews=1), settings)
    assert what.held_back == (2, 5)
    assert what.at == NEXT_DAY
    assert what.reviews == 1


def test_nothing_comes_when_nothing_is_begun_and_no_new_items_are_let_in() -> None:
    assert left([], 5, DoneToday(), ReviewSettings(new_per_day=0)).at is None


def test_plan_to_an_interview_lets_more_new_items_in_tomorrow() -> None:
    settings = ReviewSettings(new_per_day=2, interview_on=date(2026, 3, 12))
    done = DoneToday(new=20)
    what = left([easy("a")], 140, done, settings)
    queue = build_queue([], [str(n) for n in range(140)], DoneToday(), settings, NEXT_DAY)
    assert what.at == NEXT_DAY
    assert what.new == len(queue.new) == 20


def test_words_name_what_comes_and_nothing_else() -> None:
    said = [coming_words(Coming(NEXT_DAY, *counts, (0, 0)), START, PLAIN) for counts in ((1, 0), (3, 0), (0, 2))]
    assert said == [
        "Your next question comes tomorrow at 4:00.",
        "Your next questions come tomorrow at 4:00: 3 due.",
        "Your next questions come tomorrow at 4:00: 2 new.",
    ]


def test_one_new_question_is_announced_in_the_singular() -> None:
    assert coming_words(Coming(NEXT_DAY, 0, 1, (0, 0)), START, PLAIN) == "Your next question comes tomorrow at 4:00."


def test_moment_is_said_in_the_learners_time_zone() -> None:
    berlin = ReviewSettings(zone="Europe/Berlin")
    assert when_words(datetime(2026, 3, 2, 23, 30, tzinfo=UTC), START, berlin) == "tomorrow at 0:30"
    assert when_words(datetime(2026, 3, 2, 20, 5, tzinfo=UTC), START, berlin) == "today at 21:05"


def test_day_of_the_week_is_named_within_the_week_alone() -> None:
    said = [when_words(datetime(2026, 3, day, 12, tzinfo=UTC), START, PLAIN) for day in (8, 9)]
    assert said == ["on Sunday at 12:00", "on 9 March at 12:00"]


def test_share_of_the_day_counts_what_is_done_and_what_is_left() -> None:
    queue = Queue((easy("s"),), (easy("d"), easy("e")), ("n",), (), DoneToday(new=2, reviews=3))
    assert done_share(queue) == (5, 9)


def test_reviewing_ahead_takes_what_falls_due_after_today_soonest_first() -> None:
    cards = [easy("late", later(days=3)), easy("soon"), easy("today", later(days=-8))]
    assert ahead_ids(cards, PLAIN, START) == ("soon", "late")
    assert ahead_ids([easy(f"{number:02}") for number in range(25)], PLAIN, START) == tuple(
        map("{:02}".format, range(20))
    )


def test_what_falls_due_as_the_next_day_begins_is_ahead_of_today() -> None:
    begun = NEXT_DAY - timedelta(days=8)
    cards = [easy("next", begun), easy("today", begun - timedelta(seconds=1))]
    assert cards[0].due == NEXT_DAY
    assert ahead_ids(cards, PLAIN, START) == ("next",)


def test_cramming_takes_the_least_known_first() -> None:
    cards = [easy("fresh"), easy("old", later(days=-30)), easy("middle", later(days=-10))]
    assert cram_ids(cards, START) == ("old", "middle", "fresh")
