"""The order in which a learner begins the items: topics take turns, twins stay apart, nothing is lost."""

from itertools import pairwise

from core.content.choice_items import Case
from core.quiz.decks import learning_order, node_of, reviewable_ids
from core.quiz.queue import DoneToday, build_queue, next_up
from core.quiz.settings import ReviewSettings
from tests.read_once import load_content
from tests.unit.quiz.moments import PLAIN, START

CONTENT = load_content()
NODE = node_of(CONTENT)
ORDER = learning_order(CONTENT)


def test_order_of_learning_holds_everything_once_and_is_always_the_same() -> None:
    assert sorted(ORDER) == sorted(reviewable_ids(CONTENT))
    assert learning_order(CONTENT) == ORDER


def test_first_day_of_a_newcomer_has_a_topic_for_each_new_item() -> None:
    day = build_queue((), ORDER, DoneToday(), PLAIN, START).new
    assert len(day) == PLAIN.new_per_day == 15
    assert len(set(map(NODE, day))) == 15
    assert [NODE(name) for name in day[:4]] == ["raw-text", "pre-training", "base-model", "sft"]


def test_two_in_a_row_are_of_one_topic_only_where_the_largest_has_more_than_the_others() -> None:
    shown: list[str] = []
    left, settings = list(ORDER), ReviewSettings(new_per_day=200)
    while left:
        last = NODE(shown[-1]) if shown else None
        name = next_up(build_queue((), left, DoneToday(), settings, START), NODE, last, START)
        assert name
        shown.append(name)
        left.remove(name)
    assert {NODE(a) for a, b in pairwise(shown) if NODE(a) == NODE(b)} <= {"fine-tuning"}
    assert any(NODE(name) != "fine-tuning" for name in ORDER[-15:])


def test_within_a_topic_items_keep_the_order_of_the_course_but_for_twins() -> None:
    cases = {item.id for item in CONTENT.items if isinstance(item, Case)}
    for node in set(map(NODE, ORDER)):
        along = [name for name in reviewable_ids(CONTENT) if NODE(name) == node and name not in cases]
        assert [name for name in ORDER if NODE(name) == node and name not in cases] == along


def test_twins_are_not_begun_on_one_day() -> None:
    place = {name: n for n, name in enumerate(ORDER)}
    pairs = [(item.id, item.twin) for item in CONTENT.items if isinstance(item, Case)]
    assert pairs
    assert min(abs(place[one] - place[other]) for one, other in pairs) > PLAIN.new_per_day
