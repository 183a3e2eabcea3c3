"""A place is kept as JSON, and moves only by steps that a learner takes."""

from datetime import timedelta

import pytest

from core.quiz.answers import Typed
from core.quiz.log import Confidence, Mode
from core.quiz.place import MOST_SECONDS, MOST_WAITING, Place, read_place
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


def test_what_is_open_waits_with_its_draft_while_an_earlier_item_is_graded_again() -> None:
    typed = HERE.with_draft(DRAFT, Confidence.SURE).with_hint()
    earlier = Place(item_id="lora", answer_id="t.lora.1", seed="s", shown_at=later(seconds=20), revealed=True)
    asked = earlier.model_copy(update={"waiting": typed.put_by(later(seconds=20))})
    first = asked.model_copy(update={"item_id": "rag", "waiting": asked.put_by(later(seconds=30))})
    kept = read_place(first.model_dump_json())
    assert kept == first
    assert [place.item_id for place in first.waiting] == ["lora", "qlora"]
    back = first.waiting[0].taken_up(first.waiting[1:], later(seconds=40))
    assert (back.item_id, back.revealed, len(back.waiting)) == ("lora", True, 1)
    again = back.waiting[0].taken_up((), later(minutes=5))
    assert (again.draft, again.confidence, again.hints) == (DRAFT, Confidence.SURE, 1)
    assert again.reveal(DRAFT, later(minutes=5, seconds=3)).seconds == 23


def test_what_was_typed_outlasts_any_number_of_undos() -> None:
    place = HERE.with_draft(DRAFT, None)
    for number in range(100):
        earlier = Place(item_id=f"i{number}", answer_id="a", seed="s", shown_at=START, revealed=True)
        place = earlier.model_copy(update={"waiting": place.put_by(START)})
    assert (len(place.waiting), place.waiting[0].item_id, place.waiting[-1].draft) == (MOST_WAITING, "i98", DRAFT)
    assert read_place(place.model_dump_json()) == place


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
