"""A place is kept as JSON, and moves only by steps that a learner takes."""

from datetime import timedelta

import pytest

from core.quiz.answers import Typed
from core.quiz.log import Confidence, Mode
from core.quiz.place import MOST_SECONDS, Place, read_place
from tests.unit.quiz.moments import START, later

HERE = Place(item_id="qlora", answer_id="t.qlora.0", seed="t.qlora.0", shown_at=START)
DRAFT = Typed(text="4 bits")


def test_place_comes_back_from_its_json() -> None:
    place = HERE.with_draft(DRAFT, Confidence.SURE).with_hint().reveal(DRAFT, later(seconds=9))
    assert read_place(place.model_dump_json()) == place
    assert (place.draft, place.confidence, place.hints, place.revealed, place.seconds) == (
        DRAFT,
        Confidence.SURE,
        1,
        True,
        9.0,
    )


@pytest.mark.parametrize("text", [None, "", "[]", "{", '{"item_id": "x", "more": 1}', '"<b>"'])
def test_what_is_no_place_is_none(text: str | None) -> None:
    assert read_place(text) is None


def test_a_second_hint_costs_nothing_more() -> None:
    assert HERE.with_hint().with_hint().hints == 1


@pytest.mark.parametrize(("after", "seconds"), [(timedelta(days=1), MOST_SECONDS), (timedelta(seconds=-5), 0.0)])
def test_time_taken_stays_within_reason(after: timedelta, seconds: float) -> None:
    assert HERE.reveal(None, START + after).seconds == seconds


def test_round_goes_through_its_items_under_ids_of_its_own() -> None:
    first = Place.begin(Mode.AHEAD, "ahead-1", ("a", "b"), 0, START)
    second = first.next_in_run(failed=True, now=START)
    assert second
    assert [first.answer_id, second.answer_id] == ["ahead-1.0.a", "ahead-1.1.b"]
    assert second.next_in_run(failed=True, now=START) is None


def test_cramming_asks_a_failed_item_again_until_it_is_known() -> None:
    place = Place.begin(Mode.CRAM, "cram-1", ("a", "b"), 0, START)
    asked = [place.item_id]
    for failed in (True, False, True):
        following = place.next_in_run(failed, START)
        assert following
        place = following
        asked.append(place.item_id)
    assert asked == ["a", "b", "a", "a"]
    assert place.next_in_run(failed=False, now=START) is None
